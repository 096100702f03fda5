"""What changes in law for one body in the year after a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.announcements import Announcement, announced
from shp_gov.domain.areas.standing import Standing, standings
from shp_gov.domain.rulebook import Binds, rules
from shp_gov.domain.rulebook.coming import Change, changes
from shp_gov.models import Body, BodyKind
from shp_gov.queries.standings import area_of


@dataclass(frozen=True)
class StandingChange:
    """A day from which a body of the area owes the duty, or no longer owes it."""

    day: date
    standing: Standing
    begins: bool


@dataclass(frozen=True)
class Coming:
    """What changes between two days."""

    until: date
    rules: tuple[Change, ...]
    standings: tuple[StandingChange, ...]
    announced: tuple[Announcement, ...]


def coming(body: Body, on: date) -> Coming:
    """List what changes in the year after a day, for the body and in its area, and what is announced without a day."""
    until = _a_year_after(on)
    binding = [rule for rule in rules().values() if binds(rule.binds, body)]
    found = changes(binding, after=on, until=until)
    waiting = [each for each in announced(on) if any(rules()[name] in binding for name in each.rules)]
    return Coming(until, tuple(found), tuple(_standings(body, on, until)), tuple(waiting))


def binds(whom: Binds, body: Body) -> bool:
    """Tell whether a rule about these is about a body."""
    return body.kind == BodyKind.STRATEGY_GROUP or whom is not Binds.STRATEGY_GROUP


def _standings(body: Body, on: date, until: date) -> list[StandingChange]:
    area = area_of(body)
    if area is None or body.kind != BodyKind.STRATEGY_GROUP:
        return []
    found = standings(area)
    begun = [StandingChange(row.from_on, row, True) for row in found if on < row.from_on <= until]
    ended = [(row.to_on + timedelta(days=1), row) for row in found if row.to_on]
    over = [StandingChange(day, row, False) for day, row in ended if on < day <= until]
    return sorted([*begun, *over], key=lambda change: (change.day, change.begins, change.standing.known_as))


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28) if is_leap_day else day.replace(year=day.year + 1)
