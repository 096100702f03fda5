"""Which bodies of an area are its responsible authorities on a day: their type, the rulebook, and dated exceptions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shp_gov.domain.areas import Area, AreaBody, Part
from shp_gov.domain.areas.area import StandingException
from shp_gov.domain.rulebook import Rule, rules

__all__ = ["LIMBS", "Standing", "StandingException", "limbs", "responsible_authorities", "standings"]

LIMBS = "CDA98-S5-"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """A body that owes the duty, from one day to another (to is the last day), why, and by which rule."""

    organisation: str
    known_as: str
    type: str
    from_on: date
    to_on: date | None
    basis: str
    rule: str

    def covers(self, on: date) -> bool:
        """Say whether the body owes the duty on a day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    def as_json(self) -> dict[str, str | None]:
        """Give the standing as the command line prints it."""
        return {
            "organisation": self.organisation,
            "type": self.type,
            "from": self.from_on.isoformat(),
            "to": self.to_on.isoformat() if self.to_on else None,
            "basis": self.basis,
            "rule": self.rule,
        }


def responsible_authorities(area: Area, on: date, exceptions: Iterable[StandingException] = ()) -> list[Standing]:
    """List the bodies that owe the duty in an area on a day, in the order of the Act."""
    return [standing for standing in standings(area, exceptions) if standing.covers(on)]


def standings(area: Area, exceptions: Iterable[StandingException] = ()) -> list[Standing]:
    """List every standing that a body of an area has ever had, by limb and day."""
    stored = sorted((*area.stored, *exceptions), key=lambda row: row.from_on)
    if area.parts:
        return _combined(area.parts, stored)
    return [
        standing
        for rule in limbs()
        for body in area.bodies
        if body.type in rule.body_types
        for standing in _of_body(body, rule, [row for row in stored if body.is_called(row.organisation)])
    ]


def limbs() -> list[Rule]:
    """Give the rules that say which types of body are responsible authorities."""
    return [rule for rule in rules().values() if rule.id.startswith(LIMBS) and rule.body_types]


def _combined(parts: Sequence[Part], stored: Sequence[StandingException]) -> list[Standing]:
    """Give the authorities of all the areas that a combined area is made of, each body once for its days."""
    found = [
        row
        for part in parts
        for held in standings(part.area, stored)
        if (row := _within(held, part.from_on, part.to_on)) is not None
    ]
    order = [rule.id for rule in limbs()]
    rows = sorted(found, key=lambda row: order.index(row.rule))
    spans = {
        (row.rule, row.organisation): [each for each in rows if each.organisation == row.organisation] for row in rows
    }
    return [standing for held in spans.values() for standing in _joined(held)]


def _joined(held: Sequence[Standing]) -> list[Standing]:
    """Join the days of one body in several areas where they touch."""
    joined: list[Standing] = []
    for row in sorted(held, key=lambda each: each.from_on):
        last = joined[-1] if joined else None
        if last is None or (last.to_on is not None and row.from_on > last.to_on + DAY):
            joined.append(row)
        elif last.to_on is not None:
            joined[-1] = replace(last, to_on=max(last.to_on, row.to_on) if row.to_on else None)
    return joined


def _of_body(body: AreaBody, rule: Rule, stored: Sequence[StandingException]) -> list[Standing]:
    """Give the days that the law gives a body, with what is stored in place of them for its own days."""
    found = [row] if (row := _by_type(body, rule)) else []
    for exception in stored:
        found = [piece for row in found for piece in _without(row, exception)]
        if exception.is_responsible_authority:
            row = Standing(body.name, body.known_as, body.type, date.min, None, exception.basis, rule.id)
            found.append(replace(row, from_on=exception.from_on, to_on=exception.to_on))
    return sorted(found, key=lambda row: row.from_on)


def _by_type(body: AreaBody, rule: Rule) -> Standing | None:
    named = [version for version in rule.versions if version.body_type == body.type]
    basis = body.basis or named[0].citation
    if body.to_be_confirmed:
        basis = f"{basis}. Source to be confirmed: {body.to_be_confirmed}"
    row = Standing(body.name, body.known_as, body.type, named[0].in_force, named[-1].until, basis, rule.id)
    return _within(row, body.from_on, body.to_on)


def _within(row: Standing, from_on: date | None, to_on: date | None) -> Standing | None:
    """Keep the days of a standing that lie between two days; none if there are none."""
    first = max(row.from_on, from_on or date.min)
    last = min((day for day in (row.to_on, to_on) if day), default=None)
    return replace(row, from_on=first, to_on=last) if last is None or first <= last else None


def _without(row: Standing, exception: StandingException) -> list[Standing]:
    """Take the days of a stored row out of a standing."""
    before = _within(row, None, exception.from_on - DAY)
    after = _within(row, exception.to_on + DAY, None) if exception.to_on else None
    return [piece for piece in (before, after) if piece]
