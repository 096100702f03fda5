"""The agenda of a pack: the meeting it calls, who is called, and the items."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shp_gov.importers.pack import headers
from shp_gov.importers.pack.context import Context, doubt_year
from shp_gov.importers.pack.dates import dates_in, first_time
from shp_gov.importers.pack.items import NEXT_MEETING, first_item, items_of, numbered
from shp_gov.importers.pack.members import CATEGORY, INVITED, MEMBERS, members_of
from shp_gov.importers.pack.people import head_person
from shp_gov.importers.pack.reading import AgendaReading, Confidence, NextMeetingReading, Source
from shp_gov.importers.pack.rows import Row, is_cut_short


def agenda_of(rows: Sequence[Row], context: Context) -> AgendaReading:
    """Read an agenda from its rows."""
    items_at = first_item(rows)
    members_at = next((place for place, row in enumerate(rows[:items_at]) if _heads_members(row)), None)
    head = rows[: members_at if members_at is not None else _first_person(rows[:items_at])]
    members, invited = members_of(rows[len(head) : items_at], context)
    agenda = _with_head(rows, head, context)
    agenda = replace(agenda, members=members, also_invited=invited)
    context.learn(agenda)
    return replace(
        agenda, items=items_of(rows[items_at:], context), next_meeting=_next_meeting(rows, agenda.meeting_on, context)
    )


def _with_head(rows: Sequence[Row], head: Sequence[Row], context: Context) -> AgendaReading:
    body = headers.body_in(head) or headers.body_in(rows)
    on = headers.meeting_date(head, after=_some_date(rows))
    at = headers.meeting_time(head)
    venue = headers.meeting_venue(head, context.width)
    if on and on[0].value is None:
        context.doubt(f"“{on[0].words}” is not a date we can place. Enter the date of the meeting.", on[1], "date")
    if on and on[0].value:
        doubt_year(on[0], on[1], context)
    return AgendaReading(
        body=body[0] if body else None,
        meeting_on=on[0].value if on else None,
        planned_start=at[0] if at else None,
        venue=venue[0] if venue else None,
        source=Source(rows[0].number, rows[-1].number, rows[0].page),
        confidence=Confidence.CERTAIN if body and on and on[0].value else Confidence.DOUBTFUL,
    )


def _some_date(rows: Sequence[Row]) -> date | None:
    """Give a date printed in full, to tell the year of one that is not: the minutes to be confirmed come before."""
    return next((printed.value for row in rows for printed in dates_in(row.text) if printed.value), None)


def _heads_members(row: Row) -> bool:
    return bool(MEMBERS.match(row.text) or CATEGORY.match(row.text)) and not re.match(
        r"^to receive", row.text, re.IGNORECASE
    )


def _first_person(rows: Sequence[Row]) -> int:
    for place, row in enumerate(rows):
        if INVITED.match(row.text) or ("," in row.text and head_person(row.text)):
            return place
    return len(rows)


def _next_meeting(rows: Sequence[Row], after: date | None, context: Context) -> NextMeetingReading | None:
    for place, row in enumerate(rows):
        if NEXT_MEETING.search(row.text) and len(row.text) < 400:
            block = rows[place : place + 5]
            if reading := _next_reading(_next_words(block), block, after, context):
                return reading
    return None


def _next_words(block: Sequence[Row]) -> str:
    """Join the lines that say when and where: on, while the date is still to come or a line was wrapped."""
    cell = next((cell for cell in block[0].text.split("\t") if NEXT_MEETING.search(cell)), "")
    words = cell if dates_in(cell) else block[0].text
    for row in block[1:]:
        begins = numbered(row) or row.text.endswith(":") or row.text.isupper() or head_person(row.text)
        carries_on = row.gap == 0 or not dates_in(words)
        if not is_cut_short(words) and (begins or not carries_on):
            break
        words = f"{words} {row.text}"
    return words.replace("\t", " ")


def _next_reading(words: str, block: Sequence[Row], after: date | None, context: Context) -> NextMeetingReading | None:
    start = NEXT_MEETING.search(words)
    said = words[start.end() : 400] if start else words[:400]
    printed = next(iter(dates_in(said, after=after)), None)
    if printed is None:
        return None
    if printed.value is None:
        context.doubt(f"“{printed.words}” is not a date we can place. Enter the next meeting.", block[0], "date")
        return None
    doubt_year(printed, block[0], context)
    before, tail = said[: printed.start], said[printed.end :]
    time = first_time(tail) or first_time(before)
    venue = headers.venue_in(tail) if tail.strip(" .") else None
    confidence = Confidence.LIKELY if printed.year_inferred else Confidence.CERTAIN
    source = Source(block[0].number, block[0].number, block[0].page)
    return NextMeetingReading(printed.value, time.value if time else None, venue, source, confidence)
