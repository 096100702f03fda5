"""The words of a pack without their markup: one row for each printed line that says something."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.lines import Line

_LONGEST_LINE = 8_000
_BULLET = re.compile(r"^\s*(?:[-*•▪●◦‣➢▶➤o·–—\uf0b7\uf0a7]\s+|[•▪●◦‣➢▶➤·\uf0b7\uf0a7](?=\S))")
_LONE_BULLET = re.compile(r"^\s*[-*•▪●◦‣➢▶➤o·\uf0b7\uf0a7]\s*$")
_HEADING_MARK = re.compile(r"^\s*#{1,6}\s+")
_TAG = re.compile(r"</?(?:u|sup|sub|b|i|em|strong|span|br|p|div|center)\b[^<>]{0,200}>", re.IGNORECASE)
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}[-:|\s]*$")
_ITALIC = re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]{1,300})\*(?!\w)|(?<!\w)_(?![\s_])([^_\n]{1,300})_(?!\w)")
_MARKS = re.compile(r"[*_<\\]")
_BOLD_LINE = re.compile(r"^\s*(?:\d+[.)]?\s*)?\*\*[^*]+\*\*[\s:]*$")
_STRAY_STAR = re.compile(r"\*+(?=[)\s]|$)|(?<=\()\*+")
_OPEN_ITALIC = re.compile(r"^(?:[^*]*\*[^*]+\*)*[^*]*(?<![\w*])\*(?=[\w(])[^*]*$")
_PAGE_NUMBER = re.compile(
    r"^(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$|^-\s*\d{1,4}\s*-$|^page\s+\d{1,4}\b.{0,20}$", re.IGNORECASE
)
_LABELS_THAT_GLUE = (
    r"(?:Purpose of (?:the )?report|Issue\(?s?\)? for (?:consideration|discussion)"
    r"|Decisions?(?:\(s\))?|Resolved|Recommendations?)"
)
_GLUED = re.compile(r"(?<=\))[\s*_]*(?=" + _LABELS_THAT_GLUE + r"\s*(?:\*\*)?\s*:?\s*(?:\*\*)?\s*$)")
_RUN_ON = re.compile(r"(?<=\))[*_]*(?=(?:Purpose|Issue\(?s)\b)")
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f]{2,}|[\u00a0\u2000-\u200a\u202f]")
_COLUMN_GAP = re.compile(r"(?<=\S)[ \u00a0]{3,}(?=\S)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LONE_NUMERAL = re.compile(r"^(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,3})[.)]|\d{1,2}\.\d{1,2}\.?)$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\.docx?\b.*\d|\d.*\.docx?\b|\bpage \d|\d.*\bminutes and decision record\b|\bminutes and decision record\b.*\d",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"[\u200b-\u200f\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line without markup; `gap` counts the empty lines before it."""

    number: int
    page: int | None
    text: str
    gap: int = 0
    bullet: bool = False
    strong: bool = False
    italics: tuple[str, ...] = ()

    @property
    def folded(self) -> str:
        """Give the words in lower case without closing punctuation, to compare with a label."""
        return self.text.casefold().rstrip(" :.-–—")


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """Give the lines that say something, cleaned of markup, bullets and page numbers."""
    rows: list[Row] = []
    gap, lone_bullet = 0, False
    for line in _with_closed_italics(lines):
        if not line.text.strip() or _TABLE_RULE.match(line.text):
            gap += 1
            continue
        if _LONE_BULLET.match(line.text):
            lone_bullet = True
            continue
        for row in _rows_in(line, gap, lone_bullet=lone_bullet):
            if not _is_page_number(row):
                rows.append(row)
                gap, lone_bullet = 0, False
    return _single_spaced(_with_numerals(_without_furniture(rows)))


def _with_numerals(rows: list[Row]) -> list[Row]:
    """Put a numeral that stands alone on its line before the words that follow."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and _LONE_NUMERAL.match(last.text) and row.gap <= 1 and not row.text[:1].isdigit():
            joined[-1] = replace(
                row, text=f"{last.text} {row.text}", number=last.number, gap=last.gap, bullet=last.bullet
            )
        else:
            joined.append(row)
    return joined


def _without_furniture(rows: list[Row]) -> list[Row]:
    """Drop what is printed again at the head or foot of each page: a line that recurs with another number in it."""
    shapes = Counter(_shape(row.text) for row in rows if len(row.text) < 120 and _FURNITURE.search(row.text))
    return [row for row in rows if len(row.text) >= 120 or shapes.get(_shape(row.text), 0) < 2]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _with_closed_italics(lines: Sequence[Line]) -> Iterator[Line]:
    """Close italics at the end of the line and open them again on the next, where they run over both."""
    is_open = False
    for line in lines:
        if not is_open and "*" not in line.text:
            yield line
            continue
        text = f"*{line.text.lstrip()}" if is_open and line.text.strip() else line.text
        is_open = bool(_OPEN_ITALIC.search(text.replace("**", "")))
        yield replace(line, text=f"{text.rstrip()}*" if is_open else text)


def _single_spaced(rows: list[Row]) -> list[Row]:
    """Where every line is followed by an empty one, an empty line says nothing: count only those beyond it."""
    touching = sum(1 for row in rows if row.gap == 0)
    if len(rows) < 20 or touching > len(rows) * 0.03:
        return rows
    return [replace(row, gap=max(0, row.gap - 1)) for row in rows]


def _rows_in(line: Line, gap: int, *, lone_bullet: bool) -> Iterator[Row]:
    text = _UNSEEN.sub("", line.text.replace("\f", " "))
    parts = _without_breaks(text) if "<" in text else [text]
    if ")" in text:
        parts = [piece for part in parts for run in _RUN_ON.split(part) for piece in _GLUED.split(run)]
    if len(text) > _LONGEST_LINE:
        parts = [part[at : at + _LONGEST_LINE] for part in parts for at in range(0, len(part), _LONGEST_LINE)]
    for place, part in enumerate(parts):
        if row := _row(line, part, gap if place == 0 else 0, lone_bullet=lone_bullet):
            yield row


def _without_breaks(text: str) -> list[str]:
    """Part a line at its <br>; in a table the first lines of the cells stay one row, what is below follows."""
    if text.count("|") < 2:
        return _BREAK.split(text)
    cells = [_BREAK.split(cell) for cell in text.strip().strip("|").split("|")]
    return ["|" + "|".join(cell[0] for cell in cells) + "|", *(piece for cell in cells for piece in cell[1:])]


def _row(line: Line, text: str, gap: int, *, lone_bullet: bool) -> Row | None:
    strong = bool(_HEADING_MARK.match(text) or _BOLD_LINE.match(text))
    text = _HEADING_MARK.sub("", text)
    bullet = _BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    strong = strong or bool(_BOLD_LINE.match(text))
    text, italics = _without_marks(text) if _MARKS.search(text) else (text, ())
    text = _cells(text)
    if not text:
        return None
    return Row(line.number, line.page, text, gap, bool(bullet) or lone_bullet, strong, italics)


def _without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Take bold, italics, tags and escapes off a line, and give the words that stood in italics."""
    text = _TAG.sub("", text).replace("**", "").replace("__", "")
    italics = tuple(one or two for one, two in _ITALIC.findall(text))
    text = _ITALIC.sub(lambda found: found.group(1) or found.group(2), text).replace("\\", "")
    return _STRAY_STAR.sub("", text), italics


def _cells(text: str) -> str:
    if text.count("|") >= 2 or text.startswith("|"):
        text = text.strip().strip("|").replace("|", "\t")
    if _COLUMN_GAP.search(text) and len(text) < 160 and not text.rstrip().endswith("."):
        text = _COLUMN_GAP.sub("\t", text.strip())
    if "\t" not in text:
        return _SPACES.sub(" ", text).strip()
    return "\t".join(_SPACES.sub(" ", cell).strip() for cell in text.strip(" ").split("\t")).strip()


def _is_page_number(row: Row) -> bool:
    return len(row.text) < 30 and bool(_PAGE_NUMBER.match(row.text))


def words_of(row: Row) -> str:
    """Give a row as a sentence, its table cells run together."""
    return row.text.replace("\t", " ")


def without_tables(rows: Sequence[Row]) -> list[Row]:
    """Give each cell of a table its own row, so that a table reads like the page it stands for."""
    spread: list[Row] = []
    for row in rows:
        if "\t" not in row.text:
            spread.append(row)
            continue
        spread.extend(_cell_rows(row, [cell for cell in row.text.split("\t") if cell]))
    return spread


_CELL_NUMERAL = (
    r"(?:(?:item|minute|[A-Z]{2,6})[ ./-]?)?\d{1,3}(?:\.\d{1,2}|\s?/\s?\d{2,4})?[.)]?"
    r"|\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)]"
)


def _cell_rows(row: Row, cells: list[str]) -> Iterator[Row]:
    numeral = re.fullmatch(_CELL_NUMERAL, cells[0], re.IGNORECASE)
    if len(cells) > 1 and numeral:
        cells = [f"{cells[0]} {cells[1]}", *cells[2:]]
    for place, cell in enumerate(cells):
        yield replace(row, text=cell, gap=row.gap if place == 0 else 0, bullet=row.bullet and place == 0)


_CONNECTOR = re.compile(
    r"(?:,|&|–|-|\b(?:of|and|the|for|to|in|on|at|by|with|from|or|a|an|as|that|be|is|its|their|interim|assistant|deputy"
    r"|acting|chief|councillor|cllr|dr|mr|mrs|ms))$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]?$")
_LIST_NUMERAL = re.compile(
    r"^(?:\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,3})[.)]\s|\(?\d{1,3}(?:\.\d{1,2})+\.?\s|\d{1,3}\.\s)", re.IGNORECASE
)


def starts_a_list_entry(row: Row) -> bool:
    """Say whether a row opens with a bullet or a list numeral."""
    return row.bullet or bool(_LIST_NUMERAL.match(row.text))


def ends_a_sentence(text: str) -> bool:
    """Say whether words end as a sentence or a lead-in does."""
    return bool(_SENTENCE_END.search(text))


def is_cut_short(text: str) -> bool:
    """Say whether words stop where a sentence cannot: after "of", "and", "Chief", a comma."""
    return bool(_CONNECTOR.search(text))


def width_of(rows: Sequence[Row]) -> int:
    """Give the width at which this document wraps its lines, or a number no line reaches if it does not."""
    lengths = sorted(len(row.text) for row in rows if len(row.text) >= 40)
    if not lengths:
        return 10_000
    wide = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    return wide if wide <= 130 else 10_000


def is_full(row: Row, following: Row, width: int) -> bool:
    """Say whether the next row's first word would not have fitted on this row."""
    first_word = following.text.split(None, 1)[0]
    return len(row.text) + 1 + len(first_word) > width * 0.9


def continues(row: Row, following: Row, width: int) -> bool:
    """Say whether the next row carries on the sentence that this row left unfinished."""
    if starts_a_list_entry(following):
        return False
    if is_cut_short(row.text):
        return True
    if following.text[:1].islower():
        return following.gap == 0 or not ends_a_sentence(row.text)
    return following.gap == 0 and is_full(row, following, width)


def join_words(left: str, right: str) -> str:
    """Join two printed lines, closing a word the line end had cut at its hyphen."""
    if left.endswith("-") and not left.endswith(" -") and right[:1].isalpha():
        return left + right
    return f"{left} {right}"
