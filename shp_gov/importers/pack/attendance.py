"""Who was at a meeting: present, in someone's place, also present, officers, and who sent apologies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.entries import Entry, doubt_left_out, doubt_run_together, entries_of, entries_of_sentence
from shp_gov.importers.pack.members import category_of
from shp_gov.importers.pack.people import head_person
from shp_gov.importers.pack.reading import AttendanceReading, Confidence, Source
from shp_gov.importers.pack.rows import Row
from shp_gov.importers.pack.substitutes import part_substitutes

_REST = r"\s*(?:[:;–-]+\s*(?P<rest>.*)|\t(?P<cell>.*)|\((?P<bracket>[^)]{0,40})\)\s*:?)?$"
_WHO = (
    r"(?:(?:board |partnership |committee |group |voting |non-voting |council |other )?(?:members?|officers?"
    r"|representatives?) )?"
)
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "substitutes",
        re.compile(
            rf"^(?:named )?(?:substitutes?(?: members?)?|substitutions|deputies)(?: present| in attendance)?{_REST}",
            re.IGNORECASE,
        ),
    ),
    (
        "apologies",
        re.compile(
            rf"^(?:apologies(?: for absence)?(?: received)?(?: from)?|absent(?: with apologies)?|not present){_REST}",
            re.IGNORECASE,
        ),
    ),
    (
        "officers",
        re.compile(
            rf"^(?:(?:council |supporting |support |hbc |borough council )?officers?(?: also)?(?: present"
            rf"| in attendance| attending)?|officers? supporting .{{0,40}}|secretariat|clerk"
            rf"|minutes? (?:taker|taken by)|minutes?|note taker|democratic services"
            rf"|in attendance \(officers\)|administration){_REST}",
            re.IGNORECASE,
        ),
    ),
    (
        "also_present",
        re.compile(
            rf"^(?:also (?:present|in attendance|attending|attended|invited)|others? (?:present"
            rf"|in attendance|attendees)|other attendees|others|in attendance(?: by invitation)?"
            rf"|by invitation|invitees|guests?|visitors?|observers?|observing|presenters?"
            rf"|invited(?: attendees| guests)?|additional attendees|non-members?(?: present"
            rf"| in attendance)?|attending by invitation){_REST}",
            re.IGNORECASE,
        ),
    ),
    ("present", re.compile(rf"^{_WHO}(?:those )?(?:present|attendees|attendance|attended){_REST}", re.IGNORECASE)),
)
_SENT = re.compile(
    r"^(?:(?:were|was|had been|have been)\s+)?(?:(?:received|submitted|given|sent|tendered)\s+)?"
    r"(?:(?:by|from|on behalf of|for)\s+)?(?:the following:?\s+)?",
    re.IGNORECASE,
)
_STARTS_LABELS = re.compile(
    r"^(?:in the chair|chair|chairman|chairperson)\s*(?:[:–-]|\t)\s*(?P<rest>.+)$", re.IGNORECASE
)
_NOT_A_PERSON = re.compile(
    r"^(?:none|nil|n/?a|no (?:apologies|substitutes)|there were no|name|organisation"
    r"|members of the public|quorum|\d+ members? of the public|the meeting was|public)\b",
    re.IGNORECASE,
)


@dataclass
class Register:
    """Who was where, gathered while the list is read."""

    present: list[AttendanceReading] = field(default_factory=list)
    substitutes: list[AttendanceReading] = field(default_factory=list)
    also_present: list[AttendanceReading] = field(default_factory=list)
    officers: list[AttendanceReading] = field(default_factory=list)
    apologies: list[AttendanceReading] = field(default_factory=list)


@dataclass
class _Block:
    kind: str
    category: str | None
    rows: list[Row]


def register_of(rows: Sequence[Row], context: Context) -> Register:
    """Read the list of those at a meeting."""
    register = Register()
    for block in _with_present(_blocks(rows)):
        ordinary, substitutions = part_substitutes(block.rows)
        for found in substitutions:
            register.substitutes.append(replace(_reading(found.entry, None), substitute_for=found.replaced))
        entries = entries_of(ordinary, context)
        doubt_run_together(entries, context)
        doubt_left_out([entry for entry in entries if not _is_someone(entry)], context)
        readings = [_reading(entry, block.category) for entry in entries if _is_someone(entry)]
        getattr(register, block.kind).extend(readings)
    return register


def _blocks(rows: Sequence[Row]) -> list[_Block]:
    blocks = [_Block("present", None, [])]
    for row in rows:
        heads, category, rest = category_of(row.text)
        if found := _labelled(row):
            kind, rest = found
            rest = _SENT.sub("", rest) if kind == "apologies" else rest
            blocks.append(_Block(kind, None, _only(row, rest)))
        elif heads and blocks[-1].kind == "present":
            blocks.append(_Block("present", category, _only(row, rest)))
        elif (chair := _STARTS_LABELS.match(row.text)) and head_person(chair["rest"]):
            blocks[-1].rows.append(replace(row, text=f"{chair['rest']} (In the Chair)"))
        elif not _NOT_A_PERSON.match(row.text):
            blocks[-1].rows.append(row)
    return blocks


def _with_present(blocks: list[_Block]) -> list[_Block]:
    """Where no list is headed "Present", the first that is headed "In attendance" says who was."""
    if any(block.kind == "present" and block.rows for block in blocks):
        return blocks
    first = next((block for block in blocks if block.kind == "also_present"), None)
    return [replace(block, kind="present") if block is first else block for block in blocks]


def _labelled(row: Row) -> tuple[str, str] | None:
    for kind, pattern in _LABELS:
        if match := pattern.match(row.text):
            return kind, match["rest"] or match["cell"] or ""
    return None


def _only(row: Row, rest: str) -> list[Row]:
    return [replace(row, text=rest.strip(), gap=0)] if rest.strip() and not _NOT_A_PERSON.match(rest.strip()) else []


def _is_someone(entry: Entry) -> bool:
    if entry.is_vacant or not entry.name or len(entry.name) > 90:
        return False
    if entry.confidence is not Confidence.DOUBTFUL:
        return True
    return len(entry.words.split()) <= 8 and not entry.words.endswith(".") and bool(entry.post or entry.organisation)


def _reading(entry: Entry, category: str | None) -> AttendanceReading:
    confidence = (
        Confidence.LIKELY if entry.ran_together and entry.confidence is Confidence.CERTAIN else entry.confidence
    )
    return AttendanceReading(
        name=entry.name,
        post=entry.post,
        organisation=entry.organisation,
        source=entry.source,
        confidence=confidence,
        category=category,
        note=entry.note,
        is_chair=entry.is_chair,
        is_vice_chair=entry.is_vice_chair,
    )


_APOLOGIES = re.compile(
    r"^.{0,80}?\bapolog(?:ies|y)\b.{0,60}?\b(?:were|was|had been|have been|are|received|submitted|given"
    r"|noted|tendered|recorded)\b(?:\s+(?:received|submitted|given|noted|tendered|recorded|accepted"
    r"|made))?"
    r"(?:\s+(?:by|from|on behalf of|for|as follows))*\s*:?\s*",
    re.IGNORECASE,
)
_APOLOGIES_LABEL = re.compile(
    r"^apologies(?: for absence)?(?: (?:from|received from|were received from))?\s*[:–-]\s*|^(?:received )?from\s+",
    re.IGNORECASE,
)
_NO_APOLOGIES = re.compile(r"^(?:none|nil|no apologies|there were no|n/?a)\b|\bno apologies\b", re.IGNORECASE)


def apologies_of(rows: Sequence[Row], context: Context) -> list[AttendanceReading]:
    """Read who sent apologies, from a sentence or a list."""
    if not rows or _NO_APOLOGIES.search(rows[0].text):
        return []
    text = rows[0].text
    lead = _APOLOGIES.match(text) or _APOLOGIES_LABEL.match(text)
    rest = text[lead.end() :].strip() if lead else text
    if lead or len(rows) == 1 or text.count(",") > 3:
        return _apologies_in_sentence(rest, rows, context)
    return [_reading(entry, None) for entry in entries_of(rows, context) if _is_someone(entry)]


def _apologies_in_sentence(rest: str, rows: Sequence[Row], context: Context) -> list[AttendanceReading]:
    listed = list(rows[1:])
    if not rest or (rest.endswith(":") and listed):
        return [_reading(entry, None) for entry in entries_of(listed, context) if _is_someone(entry)]
    if listed and any(row.bullet for row in listed):
        found = [entry for entry in entries_of(listed, context) if _is_someone(entry)]
        return [*_people(rest, rows[0]), *(_reading(entry, None) for entry in found)]
    words = " ".join([rest, *(row.text for row in listed if not row.text.endswith(":"))]).replace("\t", ", ")
    return _people(words, rows[0], rows[-1])


def _people(words: str, first: Row, last: Row | None = None) -> list[AttendanceReading]:
    source = Source(first.number, (last or first).number, first.page)
    sentence = re.split(r"\.\s+(?=(?:The|It|There|In)\b)", words)[0]
    return [
        _reading(entry, None)
        for entry in entries_of_sentence(sentence, source)
        if _is_someone(entry) and head_person(entry.words or entry.name)
    ]
