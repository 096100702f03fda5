"""The year planner: what falls due in a municipal year, and the meetings at which it could be dealt with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import Duty
from shp_gov.domain.duties.calendar import Group, lines, of_span
from shp_gov.domain.duties.years import last_day_of, months_later, reg_year, spans_about
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day, ordinal


class CannotPlan(DomainError):
    """This cannot be dealt with at that meeting."""


class Kind(StrEnum):
    """What is planned: a duty of the calendar, or the report of a sub-group."""

    DUTY = "duty"
    REPORT = "report"


@dataclass(frozen=True)
class Item:
    """Something that falls due in the year: a duty of one year or quarter, or a sub-group's report of one month."""

    kind: Kind
    subject: str
    year: date
    title: str
    due_on: date
    is_met: bool = False

    @property
    def key(self) -> str:
        """Name it in an address or a form."""
        return f"{self.kind}:{self.subject}:{self.year.isoformat()}"


@dataclass(frozen=True)
class Reporting:
    """A sub-group that the terms name: the months in which it reports, or how often in a year."""

    name: str
    months: Sequence[int] = ()
    times_a_year: int = 0
    tolerance_days: int = 0


@dataclass(frozen=True)
class Year:
    """A municipal year by its first and last day, and the day it is looked at."""

    first: date
    last: date
    on: date

    def covers(self, day: date) -> bool:
        """Tell whether a day is in the year."""
        return self.first <= day <= self.last

    def months(self) -> list[date]:
        """List the first days of its months; the first month may begin earlier than the year."""
        first = self.first.replace(day=1)
        months = [first]
        while (following := last_day_of(1, beginning_with=months[-1]) + timedelta(days=1)) <= self.last:
            months.append(following)
        return months


def duty_items(duties: Iterable[Duty], records: Sequence[DutyRecord], year: Year) -> Iterator[Item]:
    """List the duties that fall due in a municipal year, with whether they are met."""
    asked = list(duties)
    for duty in asked:
        own = [record for record in records if record.duty == duty.id]
        for span in spans_about(duty.cycle, year.first, before=1, after=5):
            due = duty.due_on(span) or span.ends_on
            if year.covers(due) and duty.is_asked(span.starts_on):
                line = of_span(duty, span, [record for record in own if record.year == span.starts_on], on=year.on)
                title = f"{duty.title}, {span.name}"
                yield Item(Kind.DUTY, duty.id, span.starts_on, title, due, line.group is Group.MET)
    yield from _again([duty for duty in asked if duty.cycle in ("standing", "each time")], records, year)


def _again(duties: Sequence[Duty], records: Sequence[DutyRecord], year: Year) -> Iterator[Item]:
    """List the arrangements to be looked at again in the year, and the occasions that are to end in it: once each."""
    seen: set[str] = set()
    for line in lines(duties, records, year=reg_year(year.on), on=year.on):
        waits = line.due_on is not None and year.covers(line.due_on) and line.group is not Group.MET
        if waits and line.due_on is not None and line.duty.id not in seen:
            seen.add(line.duty.id)
            yield Item(Kind.DUTY, line.duty.id, year.first, line.duty.title, line.due_on)


def report_items(groups: Iterable[Reporting], year: Year) -> Iterator[Item]:
    """List the reports of the sub-groups that are due in a municipal year: by their month, or spread over the year."""
    for group in groups:
        yield from _by_month(group, year) if group.months else _spread(group, year)


def _by_month(group: Reporting, year: Year) -> Iterator[Item]:
    for month in year.months():
        if month.month in group.months:
            yield _report(group, month, f"{month:%B %Y}", last_day_of(1, beginning_with=month))


def _spread(group: Reporting, year: Year) -> Iterator[Item]:
    for number in range(group.times_a_year):
        begins, ends = (months_later(year.first, 12 * each // group.times_a_year) for each in (number, number + 1))
        words = f"{ordinal(number + 1)} of {group.times_a_year} in the year"
        yield _report(group, begins, words, ends - timedelta(days=1))


def _report(group: Reporting, year: date, words: str, last: date) -> Item:
    due = last + timedelta(days=group.tolerance_days)
    return Item(Kind.REPORT, group.name, year, f"Report of {group.name}, {words}", due)


def suggested(item: Item, days: Sequence[date], *, on: date) -> date | None:
    """Suggest the meeting for something: the last one still to come by its day, or the first after it."""
    coming = sorted(day for day in days if day >= on)
    in_time = [day for day in coming if day <= item.due_on]
    return next(iter([*reversed(in_time), *coming]), None)


def require_plannable(its_body: int, on: date, *, is_called_off: bool, body_id: int, today: date) -> None:
    """Refuse a meeting of another body, one that does not take place, and one that is over."""
    if its_body != body_id:
        raise CannotPlan("Choose a meeting of the partnership whose duty this is.")
    if is_called_off:
        raise CannotPlan(f"The meeting of {long_day(on)} does not take place. Choose another.")
    if on < today:
        raise CannotPlan(f"The meeting of {long_day(on)} is over. Record what was done there instead.")
