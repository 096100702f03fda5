"""The headings of minutes: which lines begin a minute, with or without their number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.dates import dates_in, first_time
from shp_gov.importers.pack.minute_labels import DECISION, ISSUES, PURPOSE, label_of
from shp_gov.importers.pack.people import head_person
from shp_gov.importers.pack.routine import Routine, routine_of
from shp_gov.importers.pack.rows import Row, ends_a_sentence, is_cut_short, is_full, join_words, starts_a_list_entry
from shp_gov.importers.pack.titles import is_presenter

_NUMBERED = re.compile(
    r"^(?:(?:minute|item|agenda item)\s+)?(?:no\.?\s*)?"
    r"(?P<number>(?:[A-Z]{2,6}[ ./-]?)?\d{1,3}(?:\s?/\s?\d{2,4})?(?:\.0)?)(?:\s?[.):–-]+(?:\s+"
    r"|(?=[^\d\s]))|\s+)(?P<title>\S.*)$",
    re.IGNORECASE,
)
ROUTINE = re.compile(
    r"^(?:(?:welcome|introductions?|chair'?s announcements)(?:,? (?:and|&) (?:introductions?"
    r"|apologies))*(?: (?:and|&) apologies(?: for absence)?)?|apologies(?: for absence)?(?: (?:and"
    r"|&) .{3,40})?"
    r"|(?:to receive (?:any )?)?declarations? of (?:any )?(?:interests?|pecuniary interests?)(?: by members)?"
    r"|(?:(?:to )?(?:confirm|approve|agree|receive)(?:ation of)? )?(?:the )?minutes of (?:the )?(?:last "
    r"|previous )?(?:meeting|board|partnership)\b.{0,80}|minutes(?: of the last meeting)?(?: (?:and"
    r"|&) matters arising)?|matters arising\b.{0,60}|action log"
    r"|any other (?:urgent )?(?:business|items?)\b.{0,80}|aob|(?:date|time)(?:,? (?:and )?(?:time|venue"
    r"|place))* of (?:the )?(?:next|future) meetings?|next meeting|urgent business)$",
    re.IGNORECASE,
)
_SAYS_WHAT_CAME = re.compile(
    r"\b(?:were|was|be|are|is) (?:\w+ )?(?:confirmed|agreed|approved|received|signed|accepted|noted)\b"
)
_LONGEST_RUN_IN = 4000

_WITHOUT_LABELS = frozenset(
    {Routine.APOLOGIES, Routine.DECLARATIONS, Routine.CONFIRMATION, Routine.EXCLUSION, Routine.NEXT_MEETING}
)
_OF_ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a minute: its place among the rows, how many rows it takes, its number if it has one."""

    place: int
    length: int
    number: str | None
    words: str
    italics: tuple[str, ...] = ()
    is_sure: bool = True

    @property
    def after(self) -> int:
        """Give the place of the first row of the minute."""
        return self.place + self.length


_RUN_IN = re.compile(
    r"^(?P<heading>(?:[A-Z]{2,6}[ ./-]?)?\d{1,3}(?:/\d{2,4})?[.)]?\s+[A-Z0-9][A-Z0-9 ,&'’()/:-]{4,120}?)"
    r"\s*[–—-]\s+(?P<rest>[A-Z0-9(][a-zA-Z0-9 ].*)$"
)


def with_headings_apart(rows: Sequence[Row]) -> list[Row]:
    """Part a heading in capitals from the text that runs on after a dash: "4. ACTION PLAN – The Director said"."""
    apart: list[Row] = []
    for row in rows:
        match = _RUN_IN.match(row.text[:_LONGEST_RUN_IN])
        if match and not match["rest"][:40].isupper():
            apart.append(replace(row, text=match["heading"], italics=()))
            apart.append(replace(row, text=row.text[match.start("rest") :], gap=0, bullet=False, strong=False))
        else:
            apart.append(row)
    return apart


def headings_of(rows: Sequence[Row], width: int) -> list[Heading]:
    """Find the headings of the minutes, in order."""
    headings = [_whole(rows, heading, width) for heading in _chain(_candidates(rows))]
    first = headings[0].place if len(headings) > 1 else 0
    is_numbered = len(headings) > 1
    headings = _with(headings, _routine(rows, first))
    headings = _with(headings, _before_labels(rows, headings, width))
    return headings if is_numbered else _with(headings, _standing_out(rows))


def _with(headings: Sequence[Heading], others: Sequence[Heading]) -> list[Heading]:
    """Add headings where no other stands."""
    together = list(headings)
    taken = {place for heading in headings for place in range(heading.place, heading.after)}
    for heading in others:
        if not taken & set(range(heading.place, heading.after)):
            taken |= set(range(heading.place, heading.after))
            together.append(heading)
    return sorted(together, key=lambda found: found.place)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A numbered line that may be a heading, and how much speaks for it."""

    heading: Heading
    value: int
    weight: int


def _candidates(rows: Sequence[Row]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for place, row in enumerate(rows):
        match = _NUMBERED.match(row.text)
        if match and _may_be_title(match["title"], row) and not _says_exempt(rows, place):
            heading = Heading(place, 1, _number(match["number"]), match["title"].replace("\t", " "), row.italics)
            found.append(_Candidate(heading, _value(match["number"]), _weight(rows, place, match["title"])))
    return found


def _value(printed: str) -> int:
    """Give the number that runs on: 45 of "HWB45" and of "45/17"."""
    return int(re.findall(r"\d+", printed)[0])


def _says_exempt(rows: Sequence[Row], place: int) -> bool:
    """Say whether "Minute 10 – X – This item contains exempt information" begins here: a statement, not a heading."""
    words = " ".join(row.text for row in rows[place : place + 3])
    return bool(re.match(r"^minutes? (?:no\.? )?\d+\b.{0,200}\bexempt\b", words, re.IGNORECASE))


def _number(printed: str) -> str:
    return re.sub(r"\s*/\s*", "/", printed.removesuffix(".0")).strip()


def _may_be_title(title: str, row: Row) -> bool:
    if len(title) > 220 or title[:1].islower() or not re.search(r"[A-Za-z]{3}", title):
        return False
    if dates_in(row.text[:20]) or first_time(row.text[:10]) or title.startswith(("%", "£", ".")):
        return False
    return not title.endswith((";", ",")) and len(title.split()) <= 32


def _weight(rows: Sequence[Row], place: int, title: str) -> int:
    row = rows[place]
    weight = 2 if ROUTINE.match(title.strip(" .:*")) else 0
    weight += 2 if any(label_of(near) for near in rows[place + 1 : place + 4]) else 0
    weight += 2 if title.endswith(")") else 0
    weight += 1 if row.strong or title.isupper() else 0
    weight += 1 if row.gap else 0
    weight -= 2 if row.bullet else 0
    weight -= 3 if title.endswith(".") and len(title.split()) > 6 else 0
    weight -= 4 if re.match(r"^That\b", title) else 0
    return weight + 1


_STEPS = ((1, 2), (2, -1), (3, -2), (0, -2))


def _chain(candidates: Sequence[_Candidate]) -> list[Heading]:
    """Choose the candidates whose numbers run on, one missing or doubled here and there, with the most weight."""
    best: dict[int, tuple[int, int]] = {}
    before: list[int] = []
    winner = (0, -1)
    for index, candidate in enumerate(candidates):
        score, previous = _best_before(best, candidate.value)
        before.append(previous)
        score += candidate.weight
        if score > best.get(candidate.value, (-100, 0))[0]:
            best[candidate.value] = (score, index)
        winner = max(winner, (score, index))
    chain: list[Heading] = []
    index = winner[1]
    while index >= 0:
        chain.append(candidates[index].heading)
        index = before[index]
    return chain[::-1]


def _best_before(best: dict[int, tuple[int, int]], value: int) -> tuple[int, int]:
    found = [(best[value - step][0] + bonus, best[value - step][1]) for step, bonus in _STEPS if value - step in best]
    return max([(0, -1), *found])


def _whole(rows: Sequence[Row], heading: Heading, width: int) -> Heading:
    """Take in the lines a heading was wrapped onto, and a presenter printed beneath it."""
    for row in rows[heading.after : heading.after + 3]:
        if not _is_more_of(heading, rows, row, width):
            break
        italics = (*heading.italics, *row.italics)
        heading = replace(
            heading,
            length=heading.length + 1,
            words=join_words(heading.words, row.text.replace("\t", " ")),
            italics=italics,
        )
    return heading


def _is_more_of(heading: Heading, rows: Sequence[Row], row: Row, width: int) -> bool:
    if label_of(row) or starts_a_list_entry(row) or len(row.text) > 160:
        return False
    if heading.words.count("(") > heading.words.count(")"):
        return row.gap <= 1
    if re.fullmatch(r"\(.{3,120}\)", row.text) and is_presenter(row.text):
        return True
    last = rows[heading.after - 1]
    if ends_a_sentence(row.text) or row.gap or head_person(row.text):
        return False
    return is_cut_short(last.text) or (is_full(last, row, width) and _is_label_next(rows, heading.after + 1))


def _is_label_next(rows: Sequence[Row], place: int) -> bool:
    row = rows[place] if place < len(rows) else None
    return row is not None and bool(label_of(row) or row.gap or row.text.startswith("("))


def _before_labels(rows: Sequence[Row], headings: Sequence[Heading], width: int) -> list[Heading]:
    """Find headings that lost their number: the line before "Purpose of report" of another item."""
    found: list[Heading] = []
    starts = {heading.place: heading for heading in headings}
    begun, seen = 0, set[str]()
    for place, row in enumerate(rows):
        if heading := starts.get(place):
            begun, seen = heading.after, {_OF_ROUTINE} if routine_of(heading.words) in _WITHOUT_LABELS else set()
        label = label_of(row)
        if label and _opens_another(label, seen):
            other = _unnumbered_before(rows, place, begun, width)
            if other.words or _OF_ROUTINE not in seen:
                found.append(other)
            seen = set()
        if label:
            seen.add(label)
    return found


def _opens_another(label: str, seen: set[str]) -> bool:
    if label == PURPOSE:
        return bool(seen)
    return label == ISSUES and bool(seen & {ISSUES, DECISION, _OF_ROUTINE})


def _unnumbered_before(rows: Sequence[Row], label: int, begun: int, width: int) -> Heading:
    """Step back over the heading's lines; a heading of no words says that the layout lost it."""
    place = label - 1
    if place < begun or starts_a_list_entry(rows[place]) or label_of(rows[place]) or rows[place].text.endswith("."):
        return Heading(label, 0, None, "", is_sure=False)
    while place - 1 >= begun and _is_cut_heading(rows[place - 1], rows[place], width):
        place -= 1
    words = " ".join(row.text for row in rows[place:label])
    return Heading(
        place,
        label - place,
        None,
        words,
        tuple(span for row in rows[place:label] for span in row.italics),
        is_sure=False,
    )


def _is_cut_heading(row: Row, following: Row, width: int) -> bool:
    if starts_a_list_entry(row) or ends_a_sentence(row.text) or following.gap > 1:
        return False
    unbalanced = following.text.count(")") > following.text.count("(")
    return unbalanced or (following.gap == 0 and (is_full(row, following, width) or is_cut_short(row.text)))


def _routine(rows: Sequence[Row], first: int) -> list[Heading]:
    return [
        Heading(place, 1, None, row.text, row.italics, is_sure=False)
        for place, row in enumerate(rows)
        if place > first and _is_routine(row) and not _is_wrapped(rows, place)
    ]


def _is_routine(row: Row) -> bool:
    is_short = not row.bullet and len(row.text) < 110
    return is_short and bool(ROUTINE.match(row.folded)) and not _SAYS_WHAT_CAME.search(row.folded)


def _is_wrapped(rows: Sequence[Row], place: int) -> bool:
    """Say whether the line only repeats what stands around it: a wrapped sentence or a label with its list."""
    before = rows[place - 1] if place else None
    return bool(before and not ends_a_sentence(before.text) and rows[place].gap == 0 and len(before.text) > 60) or rows[
        place
    ].text.endswith(",")


def _standing_out(rows: Sequence[Row]) -> list[Heading]:
    """Find headings in minutes without numbers: short lines in bold or capitals."""
    found: list[Heading] = []
    for place, row in enumerate(rows):
        if label_of(row) or row.bullet or not 4 <= len(row.text) <= 120 or ends_a_sentence(row.text):
            continue
        if (row.strong or row.text.isupper()) and not head_person(row.text) and not dates_in(row.text):
            found.append(Heading(place, 1, None, row.text, row.italics, is_sure=False))
    return found
