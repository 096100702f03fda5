"""A reading in plain words, for the terminal: what was read, then what to check."""

from collections.abc import Iterator, Sequence
from datetime import date

from shp_gov.importers.pack.reading import (
    AgendaReading,
    AttendanceReading,
    Doubt,
    MinutesReading,
    PackReading,
    ReportReading,
)


def summary_of(reading: PackReading) -> Iterator[str]:
    """Say what a pack holds, a line at a time."""
    if reading.agenda:
        yield from _agenda(reading.agenda)
    if reading.minutes:
        yield from _minutes(reading.minutes)
    if reading.reports:
        yield from _reports(reading.reports)
    yield from _doubts(reading.doubts)


def _agenda(agenda: AgendaReading) -> Iterator[str]:
    yield f"Agenda of {agenda.body or 'a body we could not name'}, {_day(agenda.meeting_on)}"
    yield f"  at {agenda.planned_start or 'a time not read'} in {agenda.venue or 'a place not read'}"
    yield f"  {len(agenda.members)} members, {sum(member.is_vacant for member in agenda.members)} of them vacant seats"
    for item in agenda.items:
        presenter = f" ({item.presenter})" if item.presenter else ""
        exempt = " [exempt]" if item.is_exempt else ""
        yield f"  {item.number or '-'}  {item.title}{presenter}{exempt}"


def _minutes(minutes: MinutesReading) -> Iterator[str]:
    when = f"{_day(minutes.meeting_on)}, {minutes.start or '?'} to {minutes.end or '?'}"
    yield f"Minutes of {when}, {minutes.chair or 'nobody named'} in the chair"
    for heading, people in (
        ("present", minutes.present),
        ("substitutes", minutes.substitutes),
        ("also present", minutes.also_present),
        ("officers", minutes.officers),
        ("apologies", minutes.apologies),
    ):
        yield f"  {len(people)} {heading}: {_names(people)}"
    for minute in minutes.minutes:
        yield f"  {minute.number or '-'}  {minute.title}: {len(minute.decisions)} decisions"
        for decision in minute.decisions:
            kinds = ", ".join(intent.kind.value.replace("_", " ") for intent in decision.intents)
            yield f"       ({decision.printed_numeral or decision.ordinal}) {decision.words} [{kinds}]"


def _names(people: Sequence[AttendanceReading]) -> str:
    return ", ".join(
        person.name + (f" for {person.substitute_for}" if person.substitute_for else "") for person in people
    )


def _reports(reports: Sequence[ReportReading]) -> Iterator[str]:
    yield f"{len(reports)} reports"
    for report in reports:
        yield f"  {report.item_number or '-'}  {report.title}: {len(report.recommendations)} recommendations"


def _doubts(doubts: Sequence[Doubt]) -> Iterator[str]:
    yield f"{len(doubts)} to check" if doubts else "Nothing to check"
    for doubt in doubts:
        page = f", page {doubt.page}" if doubt.page else ""
        yield f"  line {doubt.line}{page}: {doubt.sentence}"


def _day(value: date | None) -> str:
    return f"{value:%A} {value.day} {value:%B %Y}" if value else "a date not read"
