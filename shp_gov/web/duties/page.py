"""What the pages of the governance calendar show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask import request, url_for

from shp_gov import queries
from shp_gov.domain.duties import Duty
from shp_gov.domain.duties.calendar import Group
from shp_gov.domain.duties.years import Span, reg_year, spans_about, year_of_regulations
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import plural
from shp_gov.models import Body, Decision, DutyEntry
from shp_gov.queries.duties import Calendar, DutyOf, Shown
from shp_gov.web.access import viewer
from shp_gov.web.duties.rows import Row, account_words, row_of, told
from shp_gov.web.front_end import Link

FIRST_YEAR = 2007
YEARS_OFFERED = 5
HEADINGS = {
    Group.TO_RECORD: ("To do or to record", "The record does not show that it was done in time, or is in place."),
    Group.DUE: ("Due", "Not yet done, and its day is still to come."),
    Group.MET: ("Met", ""),
    Group.STANDING: ("Standing", "In place, or asked only when something happens."),
}
DUE_WORDS = {
    "in the year": "by the end of it",
    "before the year": "before it begins",
    "in the next quarter": "by the end of the next",
}


@dataclass(frozen=True)
class Part:
    """One group of lines under its heading."""

    heading: str
    says: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Page:
    """The governance calendar of a year as a page shows it."""

    calendar: Calendar
    groups: Sequence[Part]
    years: Sequence[Link]
    others: Sequence[Link]

    def _count(self, group: Group) -> int:
        return sum(line.group is group for line in self.calendar.lines)

    @property
    def headline(self) -> str:
        """Say first what needs somebody."""
        waiting = self._count(Group.TO_RECORD)
        return f"{plural(waiting, 'duty')} to do or to record." if waiting else "Nothing is missing."

    @property
    def rest(self) -> str:
        """Count the others."""
        due, met, standing = map(self._count, (Group.DUE, Group.MET, Group.STANDING))
        return f"{due} due, {met} met, {standing} standing."


def calendar(body: Body) -> Page:
    """Gather the calendar of the year that is asked for, or of today's."""
    today = viewer().on
    year = asked_year(today)
    found = queries.duties.calendar(body, year=year, viewer=viewer())
    may = viewer().may(Permission.RECORD_DUTY, body.id)
    groups = [
        Part(*HEADINGS[group], [row_of(line, found.entries, body, today, may_record=may) for line in lines])
        for group, lines in groupby(found.lines, key=lambda line: line.group)
    ]
    planner = Link("Year planner", url_for(".planner", slug=body.slug))
    return Page(found, groups, year_links(body, year, today), [planner])


def asked_year(today: date) -> date:
    """Read the year in the address; today's where there is none that can be."""
    asked, now = request.args.get("year", ""), reg_year(today)
    number = year_in(asked, latest=now.year + 1)
    return date(number, 4, 1) if number else now


def year_in(words: str, *, latest: int) -> int | None:
    """Read a year of four digits, if it is one that can be asked for."""
    is_year = re.fullmatch(r"[0-9]{4}", words) and FIRST_YEAR <= int(words) <= latest
    return int(words) if is_year else None


def year_links(body: Body, year: date, today: date) -> list[Link]:
    """Offer the years round the one that is shown, newest first."""
    last = min(year.year + 2, reg_year(today).year + 1)
    years = [date(number, 4, 1) for number in range(last, max(FIRST_YEAR, last - YEARS_OFFERED) - 1, -1)]
    return [
        Link(
            year_of_regulations(each).name,
            url_for(".index", slug=body.slug, year=each.year),
            "true" if each == year else "",
        )
        for each in years
    ]


@dataclass(frozen=True)
class Told:
    """One entry as the page of its duty shows it."""

    entry: DutyEntry
    duty: Duty
    heading: str
    answers: Sequence[tuple[str, str]]
    decision: Decision | None

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether it no longer counts."""
        return self.entry.withdrawn_at is not None


@dataclass(frozen=True)
class Entries:
    """The entries of one year or quarter, or of an arrangement, or those that were withdrawn."""

    heading: str
    entries: Sequence[Told]


@dataclass(frozen=True)
class OneDuty:
    """One duty with everything that was recorded about it."""

    duty: Duty
    parts: Sequence[Entries]
    facts: str
    next_says: str
    next_year: str | None


def one(asked: DutyOf) -> OneDuty:
    """Gather everything about one duty."""
    entries = queries.duties.shown(
        queries.duties.recorded(asked.body, duty=asked.duty, withdrawn=True), viewer=viewer()
    )
    standing = [each for each in entries if each.entry.withdrawn_at is None]
    span, says = _next(asked.duty, standing)
    return OneDuty(asked.duty, _parts(asked.duty, entries), _facts(asked.duty), says, span)


def _next(duty: Duty, entries: Sequence[Shown]) -> tuple[str | None, str]:
    """Say for which year or quarter nothing is recorded yet: the oldest of the last three."""
    recorded = {each.entry.year for each in entries}
    spans = spans_about(duty.cycle, viewer().on, before=2)
    empty = next((span for span in spans if span.starts_on not in recorded), None)
    if empty is not None:
        return empty.starts_on.isoformat(), f"Nothing is recorded for {empty.name} yet."
    if spans:
        return None, "Something is recorded for each of the last years. You can add to it."
    return None, "Record each occasion when it happens." if duty.cycle == "each time" else "Record what is in place."


def _facts(duty: Duty) -> str:
    who = "Asked of the council." if duty.who == "council" else "Asked of the strategy group."
    by = DUE_WORDS.get(duty.due.words, "")
    if duty.due.after:
        return f"{who} {duty.due.words.capitalize()} after: {duty.field(duty.due.after).label.lower()}."
    if duty.cycle in ("standing", "each time"):
        return f"{who} {'A standing arrangement' if duty.cycle == 'standing' else 'Each time it happens'}."
    return f"{who} In each {duty.cycle}{f', {by}' if by else ''}."


def _parts(duty: Duty, entries: Sequence[Shown]) -> list[Entries]:
    kept = [each for each in entries if each.entry.withdrawn_at is None]
    withdrawn = [each for each in entries if each.entry.withdrawn_at is not None]
    kept.sort(key=lambda each: each.entry.year or date.min, reverse=True)
    parts = [
        Entries(_span_name(duty, year) or "What is recorded", [told_of(each) for each in group])
        for year, group in groupby(kept, key=lambda each: each.entry.year)
    ]
    return parts + ([Entries("Withdrawn", [told_of(each) for each in withdrawn])] if withdrawn else [])


def _span_name(duty: Duty, year: date | None) -> str:
    spans: list[Span] = spans_about(duty.cycle, year, before=0) if year else []
    return spans[0].name.capitalize() if spans else ""


def told_of(shown: Shown) -> Told:
    """Say what one entry says."""
    each = str(shown.entered.get(shown.duty.each or "") or "")
    done = account_words(shown) if shown.entry.is_done else "It was not done"
    heading = each or done[:1].upper() + done[1:]
    return Told(shown.entry, shown.duty, heading, list(told(shown)), shown.decision)
