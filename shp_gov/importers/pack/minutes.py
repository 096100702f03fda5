"""The minutes and decision record in a pack: who came, and each minute with what it decided."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shp_gov.importers.pack import headers
from shp_gov.importers.pack.attendance import Register, apologies_of, register_of
from shp_gov.importers.pack.context import Context, doubt_year
from shp_gov.importers.pack.dates import dates_in, first_time, times_in
from shp_gov.importers.pack.headings import headings_of, with_headings_apart
from shp_gov.importers.pack.minute import Block, blocks_of, minute_of, paragraphs, with_flags, with_inferred
from shp_gov.importers.pack.reading import Confidence, DecisionReading, MinuteReading, MinutesReading, Source
from shp_gov.importers.pack.routine import Routine, routine_of
from shp_gov.importers.pack.rows import Row, without_tables
from shp_gov.importers.pack.sections import CLOSING, COMMENCED, PRESENT

_NO_DECLARATIONS = re.compile(
    r"^(?:none|nil|n/?a|no\b|there (?:were|was|are) (?:no|none))|\bno (?:declarations?|interests?)\b", re.IGNORECASE
)


_DECLARED = re.compile(r"\bdeclared (?:an?|their|his|her)\b.{0,60}\binterest", re.IGNORECASE)


def minutes_of(rows: Sequence[Row], context: Context) -> MinutesReading:
    """Read minutes from their rows."""
    printed, rows = rows, with_headings_apart(without_tables(rows))
    closing = _closing(rows)
    held = rows[: closing if closing is not None else len(rows)]
    register_at = next((place for place, row in enumerate(held) if PRESENT.match(row.text)), None)
    begun = register_at + 1 if register_at is not None else 0
    headings = [replace(heading, place=heading.place + begun) for heading in headings_of(held[begun:], context.width)]
    first = headings[0].place if headings else len(held)
    head = held[: register_at if register_at is not None else first]
    listed = _between(printed, held, register_at, first)
    register = register_of(listed, context)
    blocks = blocks_of(held, headings)
    reading = _with_head(rows, head, rows[closing] if closing is not None else None, context)
    reading = _with_register(reading, register)
    return _with_minutes(reading, blocks, context)


def _between(printed: Sequence[Row], rows: Sequence[Row], start: int | None, end: int) -> list[Row]:
    """Give the list of those at the meeting with its tables as printed."""
    if start is None:
        return []
    last = rows[end].number if end < len(rows) else rows[-1].number + 1
    return [row for row in printed if rows[start].number <= row.number < last]


def _closing(rows: Sequence[Row]) -> int | None:
    found = [
        place
        for place, row in enumerate(rows)
        if len(row.text) < 250 and CLOSING.search(row.text) and first_time(row.text)
    ]
    return next((place for place in found if place > 12 or not COMMENCED.search(rows[place].text)), None)


def _with_head(rows: Sequence[Row], head: Sequence[Row], closing: Row | None, context: Context) -> MinutesReading:
    body, on = headers.body_in(head), headers.meeting_date(head)
    place = next((at for at, row in enumerate(head) if COMMENCED.search(row.text) and first_time(row.text)), None)
    times = [time.value for time in times_in(head[place].text)] if place is not None else []
    printed = headers.meeting_time(head)
    ended = times_in(closing.text) if closing else []
    venue = headers.meeting_venue(head[place or 0 :], context.width) or headers.meeting_venue(head, context.width)
    if on and on[0].value is None:
        sentence = f"“{on[0].words}” is not a date we can place. Enter the date of the meeting."
        context.doubt(sentence, on[1], "date")
    return MinutesReading(
        body=body[0] if body else None,
        meeting_on=on[0].value if on else None,
        start=times[0] if times else (printed[0] if printed else None),
        end=ended[-1].value if ended else (times[1] if len(times) > 1 else None),
        venue=venue[0] if venue else None,
        source=Source(rows[0].number, rows[-1].number, rows[0].page),
        confidence=Confidence.CERTAIN if on and on[0].value else Confidence.DOUBTFUL,
        chair=_chair_in(head),
    )


def _chair_in(head: Sequence[Row]) -> str | None:
    for row in head:
        if match := re.search(r"^(?P<name>[A-Z][\w.'’ -]{3,60}?),?\s*\(?(?:took|was in|in) the chair", row.text):
            return match["name"].strip()
    return None


def _with_register(reading: MinutesReading, register: Register) -> MinutesReading:
    everybody = (*register.present, *register.substitutes, *register.also_present)
    chair = next((person.name for person in everybody if person.is_chair), reading.chair)
    vice = next((person.name for person in everybody if person.is_vice_chair), None)
    return replace(
        reading,
        chair=chair,
        vice_chair=vice,
        present=tuple(register.present),
        substitutes=tuple(register.substitutes),
        also_present=tuple(register.also_present),
        officers=tuple(register.officers),
        apologies=tuple(register.apologies),
    )


def _with_minutes(reading: MinutesReading, blocks: Sequence[Block], context: Context) -> MinutesReading:
    minutes: list[MinuteReading] = []
    unplaced: list[DecisionReading] = []
    for block in blocks:
        minute = minute_of(block, len(minutes) + 1, context)
        if block.heading.words:
            minutes.append(minute)
        else:
            unplaced.extend(minute.decisions)
        reading = _with_routine(reading, block, minute, context)
    return replace(reading, minutes=tuple(with_inferred(with_flags(minutes))), unplaced_decisions=tuple(unplaced))


def _with_routine(reading: MinutesReading, block: Block, minute: MinuteReading, context: Context) -> MinutesReading:
    """Take from a routine minute what it tells about the meeting."""
    routine = routine_of(minute.title)
    if routine is Routine.APOLOGIES:
        sent = [
            person
            for person in apologies_of(block.rows, context)
            if person.name not in {known.name for known in reading.apologies}
        ]
        return replace(reading, apologies=(*reading.apologies, *sent))
    if routine is Routine.DECLARATIONS and not reading.declarations:
        return replace(reading, declarations=_declarations(block.rows, context.width))
    if routine is Routine.CONFIRMATION and reading.confirmed_minutes_of is None:
        return replace(reading, confirmed_minutes_of=_confirmed(reading, minute))
    if routine is Routine.NEXT_MEETING and reading.next_meeting_on is None:
        return replace(reading, next_meeting_on=_next(reading, minute, block, context))
    return reading


def _declarations(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    said = (words.removeprefix("- ") for words in paragraphs(rows, width))
    return tuple(words for words in said if not _NO_DECLARATIONS.search(words) or _DECLARED.search(words))


def _confirmed(reading: MinutesReading, minute: MinuteReading) -> date | None:
    words = f"{minute.title}\n{minute.narrative or ''}"
    dates = [printed.value for printed in dates_in(words) if printed.value]
    earlier = [value for value in dates if reading.meeting_on is None or value < reading.meeting_on]
    return earlier[0] if earlier else None


def _next(reading: MinutesReading, minute: MinuteReading, block: Block, context: Context) -> date | None:
    words = f"{minute.title}\n{minute.narrative or ''}"
    for printed in dates_in(words, after=reading.meeting_on):
        if printed.value and (reading.meeting_on is None or printed.value > reading.meeting_on):
            doubt_year(printed, block.rows[0] if block.rows else block.head[0], context)
            return printed.value
        if printed.is_impossible:
            context.doubt(f"“{printed.words}” is not a date in the calendar.", block.head[0], "date")
    return None
