"""What changes in law between two days: versions that begin, rules that end, bodies that start or stop owing a duty."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.rulebook.rule import Rule, Version


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which a rule begins, says something else, or ends."""

    day: date
    rule: Rule
    before: Version | None
    after: Version | None

    @property
    def words(self) -> str:
        """Say what happens on the day."""
        if self.after is None:
            return "ends: it asks nothing from this day"
        return f"changes: version {self.after.number} is in force from this day" if self.before else "begins"


def changes(rules: Iterable[Rule], *, after: date, until: date) -> list[Change]:
    """List what changes after one day and until another, soonest first."""
    found = (change for rule in rules for change in _of(rule) if after < change.day <= until)
    return sorted(found, key=lambda change: (change.day, change.rule.id))


def _of(rule: Rule) -> Iterator[Change]:
    """Give every day on which another version, or none, is in force."""
    days = {version.in_force for version in rule.versions if version.in_force != date.min}
    days |= {version.until + timedelta(days=1) for version in rule.versions if version.until}
    for day in sorted(days):
        before, after = rule.on(day - timedelta(days=1)), rule.on(day)
        if before != after:
            yield Change(day, rule, before, after)
