"""Which bodies of an area are its responsible authorities on a day: their type, the rulebook, and dated exceptions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.areas import Area, AreaBody
from shp_gov.domain.rulebook import Rule, rules

LIMBS = "CDA98-S5-"


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


@dataclass(frozen=True, slots=True)
class StandingException:
    """A stored row that settles what the type of a body does not: it owes the duty in these days, or it does not."""

    organisation: str
    is_responsible_authority: bool
    from_on: date
    to_on: date | None
    basis: str


def responsible_authorities(area: Area, on: date, exceptions: Iterable[StandingException] = ()) -> list[Standing]:
    """List the bodies that owe the duty in an area on a day, in the order of the Act."""
    return [standing for standing in standings(area, exceptions) if standing.covers(on)]


def standings(area: Area, exceptions: Iterable[StandingException] = ()) -> list[Standing]:
    """List every standing that a body of an area has ever had, by limb and day."""
    stored = list(exceptions)
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


def _of_body(body: AreaBody, rule: Rule, stored: Sequence[StandingException]) -> list[Standing]:
    if stored:
        return [
            Standing(body.name, body.known_as, body.type, row.from_on, row.to_on, row.basis, rule.id)
            for row in stored
            if row.is_responsible_authority
        ]
    named = [version for version in rule.versions if version.body_type == body.type]
    from_on = max(body.from_on or date.min, named[0].in_force)
    to_on = min((day for day in (body.to_on, named[-1].until) if day), default=None)
    if to_on is not None and to_on < from_on:
        return []
    return [Standing(body.name, body.known_as, body.type, from_on, to_on, body.basis or named[0].citation, rule.id)]
