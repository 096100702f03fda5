"""The days that agendas and minutes name with their weekday. What is private is not looked at."""

import re
from collections.abc import Iterator
from datetime import date

from shp_gov.domain.checks.facts_of_records import StatedDay
from shp_gov.domain.words import day_words
from shp_gov.models import Minute
from shp_gov.queries.compliance.as_at import AsAt

MONTHS = tuple(f"{date(2018, month, 1):%B}" for month in range(1, 13))
STATED = re.compile(
    rf"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+"
    rf"(?:of\s+)?(?P<month>{'|'.join(MONTHS)}),?\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)


def gather(as_at: AsAt) -> Iterator[StatedDay]:
    """Gather each day that a paper of the meetings held names with its weekday, once for each minute or item."""
    for meeting, items in as_at.agendas.items():
        if meeting in as_at.days_held:
            mend = f"meeting:{as_at.days_held[meeting].isoformat()}"
            for item in items:
                if not item.is_exempt:
                    number = item.number or item.position
                    subject = f"Item {number} of the agenda of {day_words(as_at.days_held[meeting])}"
                    yield from _stated(subject, item.title, mend)
    for minute in as_at.minutes:
        if not (minute.is_exempt or minute.is_confidential):
            mend = f"meeting:{as_at.days_held[minute.meeting_id].isoformat()}"
            yield from _stated(f"Minute {minute.reference}", _words(minute), mend)


def _words(minute: Minute) -> str:
    said = (minute.title, minute.purpose, minute.narrative, *(decision.words for decision in minute.decisions))
    return "\n".join(words for words in said if words)


def _stated(subject: str, words: str, mend: str) -> Iterator[StatedDay]:
    found = {(day, each["weekday"].capitalize()) for each in STATED.finditer(words) if (day := _day(each))}
    for day, weekday in sorted(found):
        yield StatedDay(subject, day, weekday, mend)


def _day(found: re.Match[str]) -> date | None:
    """Give the day; nothing for one that no calendar has."""
    month = 1 + [name.casefold() for name in MONTHS].index(found["month"].casefold())
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
