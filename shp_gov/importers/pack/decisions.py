"""The decisions of a minute: what stands under "Decision", "RESOLVED –" or "It was agreed that"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from shp_gov.domain.intent import intents_of
from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.minute_labels import DECISION, ISSUES, PURPOSE, REASONS, label_of
from shp_gov.importers.pack.reading import Confidence, DecisionReading, Source
from shp_gov.importers.pack.rows import Row, continues, ends_a_sentence, is_cut_short, join_words

_INLINE = re.compile(
    r"^(?:(?:the )?(?:partnership|board|group|committee|members|meeting|forum"
    r"|panel)\s+(?:unanimously\s+)?)?(?P<word>RESOLVED|Resolved|resolved|DECISIONS?|Decisions?|AGREED"
    r"|Agreed|RECOMMENDED|Recommended)"
    r"(?:\(s\))?\s*(?:unanimously\s*)?(?P<dash>[:–—-]+)?\s*(?P<rest>\S.*)$"
)
_IT_WAS = re.compile(
    r"^it was (?:(?:unanimously|also|further|therefore|subsequently) )?(?:agreed|resolved|decided"
    r"|recommended)\s*(?:[:–-]\s*)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_BODY_AGREED = re.compile(
    r"^(?:the )?(?:partnership|board|group|committee|members|forum"
    r"|panel)(?: members)? (?:unanimously )?(?:agreed|resolved|decided|approved|noted|endorsed)\b.{3,}$",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"^actions?(?: points?)?(?: \d+)?\s*[:–-]\s*(?P<rest>.*)$|^actions?(?: agreed| arising)?$", re.IGNORECASE
)
NUMERAL = re.compile(
    r"^\(?(?P<numeral>[ivxlc]{1,6}|[a-z]|\d{1,2}(?:\.\d{1,2})?)[.)]\s*(?=\S)"
    r"|^(?P<bare>\d{1,2}(?:\.\d{1,2})?)\s+(?=That\b)",
    re.IGNORECASE,
)
_INLINE_NUMERAL = re.compile(
    r"(?:(?<=^)|(?<=[;,.:])|(?<=\band))\s*\((?P<numeral>[ivx]{1,4}|[a-h]|\d{1,2})\)\s+(?=[A-Za-z])"
    r"|(?<=[;,.:])\s+(?P<bare>[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s+(?=[Tt]hat\b)"
)
_VOTE = re.compile(r"^For: \S|^\S.{1,80}? asked that (?:their(?:$| vote\b| abstention\b)|it(?:$| be(?:$| recorded\b)))")
_OF_A_VOTE = re.compile(r"^(?:[A-Z]\.(?!\s*That\b)|\d{1,2}\. (?:Against|Abstained|Carried)\b)")
_ACTION_NOTE = re.compile(r"^actions?(?: [A-Z])?:", re.IGNORECASE)
_REACH_OF_A_NOTE, _REACH_OF_A_VOTE = 5, 15  # a vote by name fills many lines
_LEADS_IN = re.compile(r"^(?:that|to|as follows|that the following)?\s*[:–—-]+$", re.IGNORECASE)
_STARTS_A_DECISION = re.compile(
    r"^(?:that\b|to [a-z]|the .{3,200}\b(?:be|was|were) |(?:members|the partnership|the board) (?:to"
    r"|note|agree|approve))",
    re.IGNORECASE,
)


@dataclass
class _Draft:
    words: str
    rows: list[Row]
    numeral: str | None = None
    bullet: bool = False
    crossed_a_gap: bool = False


@dataclass
class Parted:
    """A minute parted into purpose, narrative and decisions."""

    purpose: list[Row] = field(default_factory=list)
    narrative: list[Row] = field(default_factory=list)
    decisions: list[list[Row]] = field(default_factory=list)
    is_explicit: bool = False


def part(rows: Sequence[Row]) -> Parted:
    """Part the rows of a minute at its labels."""
    parted = Parted()
    current = parted.narrative
    for row in rows:
        opened = _opened(row, parted)
        if opened is not None:
            current = opened
        else:
            current.append(row)
    if not parted.decisions:
        _find_agreed(parted)
    return parted


def _opened(row: Row, parted: Parted) -> list[Row] | None:
    label = label_of(row)
    if label == PURPOSE:
        return parted.purpose
    if label in {ISSUES, REASONS}:
        return parted.narrative
    if label == DECISION:
        return _new_block(parted, [])
    match = _INLINE.match(row.text)
    if match and (match["dash"] or match["word"].isupper() or re.match(r"that\b|to\b", match["rest"], re.IGNORECASE)):
        return _new_block(parted, [_with_text(row, match["rest"])])
    return None


def _new_block(parted: Parted, rows: list[Row]) -> list[Row]:
    parted.decisions.append(rows)
    parted.is_explicit = True
    return rows


def _with_text(row: Row, text: str) -> Row:
    return Row(row.number, row.page, text.replace("\t", " "), row.gap, row.bullet, row.strong, row.italics)


def _find_agreed(parted: Parted) -> None:
    """Where no heading says "Decision", take the paragraphs that open with what was agreed, and the actions."""
    kept: list[Row] = []
    block: list[Row] | None = None
    for row in parted.narrative:
        match = _IT_WAS.match(row.text) or _ACTION.match(row.text)
        if match or (_BODY_AGREED.match(row.text) and len(row.text) < 400):
            rest = (match.groupdict().get("rest") or "") if match else row.text
            block = [_with_text(row, rest)] if rest else []
            parted.decisions.append(block)
        elif block is not None and (not block or _carries_on(block, row)):
            block.append(row)
        else:
            block = None
            kept.append(row)
    parted.narrative[:] = kept


def _carries_on(block: Sequence[Row], row: Row) -> bool:
    last = block[-1]
    listed = row.bullet or bool(NUMERAL.match(row.text))
    if listed:
        return last.text.endswith((":", ";", ":-")) or last.bullet or bool(NUMERAL.match(last.text))
    return not ends_a_sentence(last.text) and (row.text[:1].islower() or row.gap == 0)


def decisions_of(
    parted: Parted, presenter: str | None, context: Context
) -> tuple[tuple[DecisionReading, ...], list[Row]]:
    """Read the decisions, and give back rows that follow them but are not decisions."""
    drafts: list[_Draft] = []
    after: list[Row] = []
    for block in parted.decisions:
        found, rest = _drafts(block, context.width)
        drafts.extend(found)
        after.extend(rest)
    split = [piece for draft in drafts for piece in _split_inline(draft)]
    confidence = Confidence.CERTAIN if parted.is_explicit else Confidence.LIKELY
    readings = [_reading(draft, ordinal, confidence, presenter) for ordinal, draft in enumerate(_with_words(split), 1)]
    for draft in drafts:
        if draft.crossed_a_gap:
            _doubt_gap(draft, context)
    return tuple(readings), after


def _with_words(drafts: Sequence[_Draft]) -> list[_Draft]:
    return [draft for draft in drafts if re.search(r"[A-Za-z]{3}", draft.words)]


def _without_notes(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Take out who acts on a decision, where it stands between that decision and the next of their list."""
    kept: list[Row] = []
    notes: list[Row] = []
    resumes = 0
    for place, row in enumerate(rows):
        if place >= resumes and kept and _is_a_note(row):
            resumes = _next_decision(rows, place)
        (notes if place < resumes else kept).append(row)
    return kept, notes


def _is_a_note(row: Row) -> bool:
    return bool(_ACTION_NOTE.match(row.text)) or _is_a_vote(row)


def _is_a_vote(row: Row) -> bool:
    return bool(_VOTE.match(row.text)) and not _opens_a_decision(row)


def _opens_a_decision(row: Row) -> bool:
    """Say whether a row begins with "That" or a numeral; a line of a vote may begin with "J. Smith" or "2. Against"."""
    return row.text.startswith("That ") or bool(NUMERAL.match(row.text) and not _OF_A_VOTE.match(row.text))


def _next_decision(rows: Sequence[Row], start: int) -> int:
    """Give the place at which the list goes on after a note and those that follow it; nothing, where it does not."""
    until, within_a_vote = start, False
    for place, row in enumerate(rows[start:], start):
        if _is_a_note(row):
            within_a_vote = _is_a_vote(row)
            until = place + (_REACH_OF_A_VOTE if within_a_vote else _REACH_OF_A_NOTE)
        elif place > until:
            return 0
        elif _opens_a_decision(row) or (NUMERAL.match(row.text) and not within_a_vote):
            return place
    return 0


def _drafts(block: Sequence[Row], width: int) -> tuple[list[_Draft], list[Row]]:
    drafts: list[_Draft] = []
    rows, notes = _without_notes(block)
    for place, row in enumerate(rows):
        text = row.text.replace("\t", " ")
        if place == 0 and _LEADS_IN.match(text):
            continue
        if drafts and _is_a_vote(row):
            return drafts, [*notes, *rows[place:]]
        numeral = NUMERAL.match(text)
        if drafts and _is_nested(drafts[-1], row, numeral):
            _extend(drafts[-1], row, text)
        elif numeral or row.bullet:
            words = text[numeral.end() :] if numeral else text
            drafts.append(
                _Draft(words, [row], (numeral["numeral"] or numeral["bare"]) if numeral else None, row.bullet)
            )
        elif drafts and _is_more(drafts[-1], row, width):
            _extend(drafts[-1], row, text)
        elif not drafts or _STARTS_A_DECISION.match(text):
            drafts.append(_Draft(text, [row]))
        else:
            return drafts, [*notes, *rows[place:]]
    return drafts, notes


def _is_nested(draft: _Draft, row: Row, numeral: re.Match[str] | None) -> bool:
    """Say whether a bullet belongs to the decision above it: "agree the following:"."""
    if draft.words.rstrip().endswith((":", ":-")) and (row.bullet or numeral) and draft.numeral:
        return not _same_kind(draft.numeral, numeral)
    opened = draft.numeral is not None and ":" in draft.words and row.bullet and numeral is None
    return opened or (draft.numeral is not None and row.bullet and numeral is None and not draft.bullet)


def _same_kind(one: str, numeral: re.Match[str] | None) -> bool:
    other = (numeral["numeral"] or numeral["bare"]) if numeral else None
    return other is not None and one.isdigit() == other.isdigit()


def _is_more(draft: _Draft, row: Row, width: int) -> bool:
    last = draft.rows[-1]
    if _is_a_note(row):
        return False
    if re.match(r"^That\b", row.text):
        return is_cut_short(last.text)
    if continues(last, row, width):
        return True
    if ends_a_sentence(last.text) and not last.text.endswith((":", ";")):
        return False
    return row.gap == 0 or bool(draft.numeral or draft.bullet)


def _extend(draft: _Draft, row: Row, text: str) -> None:
    draft.crossed_a_gap = draft.crossed_a_gap or (row.gap > 0 and not row.bullet)
    draft.words = join_words(draft.words, text)
    draft.rows.append(row)


def _split_inline(draft: _Draft) -> list[_Draft]:
    cuts = list(_INLINE_NUMERAL.finditer(draft.words))
    if len(cuts) < 2 or draft.numeral is not None:
        return [draft]
    lead = draft.words[: cuts[0].start()].strip(" :;–-")
    pieces = [
        draft.words[a.end() : b]
        for a, b in zip(cuts, [cut.start() for cut in cuts[1:]] + [len(draft.words)], strict=True)
    ]
    numerals = [cut["numeral"] or cut["bare"] for cut in cuts]
    prefix = f"{lead} " if len(lead.split()) > 1 else ""
    return [
        _Draft(prefix + piece.strip(), draft.rows, numeral) for piece, numeral in zip(pieces, numerals, strict=True)
    ]


def _reading(draft: _Draft, ordinal: int, confidence: Confidence, presenter: str | None) -> DecisionReading:
    words = _tidy(draft.words)
    source = Source(draft.rows[0].number, draft.rows[-1].number, draft.rows[0].page)
    return DecisionReading(words, ordinal, source, confidence, draft.numeral, intents_of(words, presenter=presenter))


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    words = words.rstrip(" ;,").removesuffix(" and").removesuffix(" or").strip(" ;,–—-")
    return words[:1].upper() + words[1:]


def _doubt_gap(draft: _Draft, context: Context) -> None:
    row = next(later for later in draft.rows[1:] if later.gap)
    sentence = "A decision is broken by empty lines or a page end; we joined its parts. Check the words."
    context.doubt(sentence, row, "page break")


def listed_discussion(rows: Sequence[Row]) -> Row | None:
    """Find numbered points of discussion that look like decisions but stand under no such heading."""
    numbered = [
        row
        for row in rows
        if (match := NUMERAL.match(row.text)) and (match["numeral"] or "").casefold() in {"i", "ii", "iii"}
    ]
    return numbered[0] if len(numbered) >= 2 else None
