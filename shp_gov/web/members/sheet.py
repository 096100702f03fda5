"""The register of members as rows for a spreadsheet."""

from collections.abc import Iterator
from datetime import date

from shp_gov.domain.words import day_words
from shp_gov.queries.members import Line, Register, Term
from shp_gov.web.filters import sentence_case

HEADS = ("Category", "Seat", "Organisation", "Held by", "Own post", "Since", "Until", "By", "Note", "Office")


def rows(register: Register) -> Iterator[tuple[str, ...]]:
    """Give the heads, and a row for each member and each empty place, as at the day of the register."""
    yield HEADS
    offices = {office.person_id: office.kind.value for office in register.offices}
    for line in register.lines:
        for term in line.holders:
            office = sentence_case(offices.get(term.row.person_id, ""))
            yield (*_of_seat(line), term.name, term.post, *_days(term), term.basis, _note(term), office)
        for _ in range(line.vacancies):
            since = f"Vacant since {day_words(line.vacant_since)}" if line.vacant_since else "Vacant"
            yield (*_of_seat(line), "", "", "", "", "", since, "")


def _of_seat(line: Line) -> tuple[str, str, str]:
    return sentence_case(line.worded.category), line.worded.post or "", line.organisation or ""


def _days(term: Term) -> tuple[str, str]:
    return _iso(term.row.from_on), _iso(term.row.until_on)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _note(term: Term) -> str:
    """Say for what somebody was co-opted. Why somebody is held over is for officers only."""
    if term.is_held_over:
        return "Held over"
    return f"For: {term.row.reason}" if term.row.reason else ""
