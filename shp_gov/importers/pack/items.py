"""The items of an agenda: number, title, presenter, section, and which are exempt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.dates import dates_in, first_time
from shp_gov.importers.pack.people import head_person
from shp_gov.importers.pack.reading import Confidence, ItemReading, Source
from shp_gov.importers.pack.rows import Row, is_cut_short, is_full, join_words
from shp_gov.importers.pack.titles import Title, is_presenter, title_of, without_enclosures

_ITEM = re.compile(
    r"^(?:agenda )?(?:item )?(?:no\.? ?)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[a-d]?)"
    r"\s?(?:[.):–-]+\s*|\t+|\s+)(?P<title>\S.*)$",
    re.IGNORECASE,
)
NEXT_MEETING = re.compile(
    r"\b(?:dates?(?:,? (?:and )?time)?(?:,? (?:and )?venue)? of (?:the )?(?:next|future)|next meeting)", re.IGNORECASE
)
_ROUTINE = re.compile(
    r"^(?:welcome|apolog|declaration|minutes|introduction|chair|appointment|election|to receive|any other)",
    re.IGNORECASE,
)
_EXEMPT = re.compile(
    r"\bexempt\b|\bconfidential (?:items?|business)\b|\bexclusion of (?:the )?(?:press|public)\b"
    r"|\baccess to information\b"
    r"|\b(?:press and public|public and press|public) (?:be|were|will be|are|is) excluded\b",
    re.IGNORECASE,
)
_NOT_EXEMPT = re.compile(r"\b(?:not|non-?) ?(?:exempt|confidential)\b|\bno exempt\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"\baccess to information\b|\bexclu(?:sion|de)\b.{0,30}\b(?:press|public)\b", re.IGNORECASE)
_OPEN_AGAIN = re.compile(r"\bnext meeting\b|\bopen (?:session|items)\b|\bpart (?:1|i|a)\b|\breadmi", re.IGNORECASE)
_MARKED_EXEMPT = re.compile(r"\((?:exempt|confidential|not for publication)\b", re.IGNORECASE)
_REPORT = re.compile(r"^(?:joint )?report (?:of|by|from)\s*:?\s*(?:the )?(?P<of>.{3,120})$", re.IGNORECASE)


@dataclass
class _Draft:
    """An item while its lines are gathered."""

    number: str | None
    title: str
    rows: list[Row]
    italics: list[str]
    presenter: str | None = None
    is_exempt: bool = False
    is_open: bool = True


@dataclass
class _Drafts:
    """The items gathered so far, and whether the public is excluded from what follows."""

    context: Context
    drafts: list[_Draft] = field(default_factory=list)
    is_closed: bool = False


def first_item(rows: Sequence[Row]) -> int:
    """Give the place of the first item: a number that another follows, or an item every meeting has."""
    starts = [(place, found) for place, row in enumerate(rows) if (found := numbered(row))]
    for place, (number, title) in starts:
        whole = _whole(number)
        follows = {str(whole + 1), f"{number}.1", f"{whole}.2"}
        if not head_person(title) and any(later in follows for at, (later, _) in starts if at > place):
            return place
    routine = next((place for place, row in enumerate(rows) if _ROUTINE.match(row.text) and len(row.text) < 100), None)
    if routine is not None:
        return routine
    return starts[0][0] if starts else len(rows)


def numbered(row: Row) -> tuple[str, str] | None:
    """Part the number of an item from its title; none if the row is no item."""
    match = _ITEM.match(row.text)
    if not match or dates_in(row.text[:22]) or first_time(row.text[:9]):
        return None
    title = match["title"]
    return (match["number"], title) if re.search(r"[A-Za-z]{3}", title) and not title[:1].islower() else None


def _whole(number: str) -> int:
    return int("".join(digit for digit in number.split(".", maxsplit=1)[0] if digit.isdigit()) or 0)


def items_of(rows: Sequence[Row], context: Context) -> tuple[ItemReading, ...]:
    """Read the items of an agenda."""
    gathered = _Drafts(context)
    counted = any(numbered(row) for row in rows)
    for row in rows:
        _take(gathered, row, counted=counted)
    readings = [_item(draft, position, context) for position, draft in enumerate(gathered.drafts, 1)]
    return tuple(_with_sections(readings))


def _take(gathered: _Drafts, row: Row, *, counted: bool) -> None:
    found = _in_order(gathered, row) if counted else _unnumbered(row)
    last = gathered.drafts[-1] if gathered.drafts else None
    if found:
        _begin(gathered, row, *found)
    elif last and not NEXT_MEETING.search(row.text) and _carries_on(last, row, gathered):
        _extend(last, row)
    else:
        gathered.is_closed = gathered.is_closed or _closes(row.text)
        if last:
            last.is_open = False


def _begin(gathered: _Drafts, row: Row, number: str | None, title: str) -> None:
    gathered.is_closed = gathered.is_closed and not _OPEN_AGAIN.search(title)
    exempt = gathered.is_closed and not _RESOLUTION.search(title)
    words = without_enclosures(title)
    gathered.drafts.append(_Draft(number, words, [row], list(row.italics), is_exempt=exempt))
    gathered.is_closed = gathered.is_closed or _closes(title)


def _closes(words: str) -> bool:
    return bool(_EXEMPT.search(words)) and not _NOT_EXEMPT.search(words)


def _unnumbered(row: Row) -> tuple[None, str] | None:
    ends = row.text.endswith((".", ",", ":"))
    good = 3 < len(row.text) < 150 and row.text[:1].isupper() and not ends and not NEXT_MEETING.search(row.text)
    return (None, row.text) if good and not _EXEMPT.search(row.text) else None


def _in_order(gathered: _Drafts, row: Row) -> tuple[str, str] | None:
    found = numbered(row)
    last = next((draft.number for draft in reversed(gathered.drafts) if draft.number), None)
    if not found or last is None:
        return found
    number = found[0]
    step = _whole(number) - _whole(last)
    if not 0 <= step <= 4 or (step == 0 and "." not in number and "." in last):
        return None
    _doubt_number(gathered.context, row, number, last, step)
    return found


def _doubt_number(context: Context, row: Row, number: str, last: str, step: int) -> None:
    if number == last:
        context.doubt(f"The number {number} is printed twice on the agenda.", row, "agenda number")
    elif step > 1:
        context.doubt(f"The agenda goes from {last} to {number}. Check that no item is missing.", row, "agenda number")


def _carries_on(draft: _Draft, row: Row, gathered: _Drafts) -> bool:
    last = draft.rows[-1]
    if not draft.is_open or row.text.endswith(":") or len(row.text) > 200 or row.bullet or _closes(row.text):
        return False
    if _REPORT.match(row.text):
        return draft.presenter is None
    if is_cut_short(last.text) or row.text[:1].islower():
        return row.gap == 0 or is_cut_short(last.text)
    wrapped = row.gap == 0 and (is_full(last, row, gathered.context.width) or row.text.startswith("("))
    return wrapped or _presents(row, gathered.context)


def _presents(row: Row, context: Context) -> bool:
    whole = bool(row.italics) and row.italics[0].strip("() ") == row.text.strip("() ")
    return row.gap <= 1 and (whole or is_presenter(row.text, context.known)) and not row.text.isupper()


def _extend(draft: _Draft, row: Row) -> None:
    draft.rows.append(row)
    if report := _REPORT.match(row.text):
        draft.presenter = report["of"].strip(" .")
        return
    draft.italics.extend(row.italics)
    draft.title = join_words(draft.title, without_enclosures(row.text))


def _item(draft: _Draft, position: int, context: Context) -> ItemReading:
    title = _without_next_date(title_of(draft.title, draft.italics, context.known))
    return ItemReading(
        number=draft.number,
        title=title.words,
        position=position,
        source=Source(draft.rows[0].number, draft.rows[-1].number, draft.rows[0].page),
        confidence=Confidence.CERTAIN if draft.number and title.is_sure else Confidence.LIKELY,
        presenter=draft.presenter or title.presenter,
        is_exempt=draft.is_exempt or bool(title.paragraph) or bool(_MARKED_EXEMPT.search(draft.title)),
        exempt_paragraph=title.paragraph,
    )


def _without_next_date(title: Title) -> Title:
    if not NEXT_MEETING.search(title.words):
        return title
    return replace(title, words=re.split(r"\s*[–:—]\s*|\s-\s", title.words)[0])


def _with_sections(items: Sequence[ItemReading]) -> list[ItemReading]:
    parents = {item.number: item.title for item in items if item.number and "." not in item.number}
    holders = {item.number.split(".")[0] for item in items if item.number and "." in item.number}
    return [_placed(item, parents, holders) for item in items]


def _placed(item: ItemReading, parents: dict[str, str], holders: set[str]) -> ItemReading:
    if item.number and "." in item.number:
        return replace(item, section=parents.get(item.number.split(".")[0]))
    return replace(item, section=item.title if item.number else None, is_container=item.number in holders)
