"""A rule, its dated versions, and the cases that show what it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from shp_gov.domain.verdict import Verdict


class Source(StrEnum):
    """On whose authority a rule stands."""

    STATUTE = "statute"
    ADOPTED = "adopted"
    TERMS = "terms of reference"
    GOOD_PRACTICE = "good practice"


class Binds(StrEnum):
    """Whom a rule is about."""

    STRATEGY_GROUP = "strategy group"
    COUNCIL = "council"
    EVERY_BODY = "every body"


class Confidence(StrEnum):
    """How sure we are of a rule's source: we read it, read about it, or remember it."""

    READ = "read"
    SECONDARY = "secondary"
    FROM_MEMORY = "from memory"


@dataclass(frozen=True, slots=True)
class Case:
    """Facts in short, on a day, and what the rule says of them; of one subject only, where that is named."""

    on: date
    given: Mapping[str, Any]
    verdict: Verdict
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What a rule says from one day to another. `until` is its last day, empty while nothing has ended it."""

    rule: str
    number: int
    in_force: date
    until: date | None
    citation: str
    body_type: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def covers(self, day: date) -> bool:
        """Say whether this version is in force on a day."""
        return self.in_force <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and its versions, oldest first. `check` is the kind of check that tells it."""

    id: str
    title: str
    source: Source
    instrument: str
    note: str
    versions: tuple[Version, ...]
    binds: Binds
    confidence: Confidence
    check: str
    cases: tuple[Case, ...]

    def on(self, day: date) -> Version | None:
        """Find the version in force on a day, if there is one."""
        return next((version for version in self.versions if version.covers(day)), None)

    def parameters_on(self, day: date) -> Mapping[str, Any]:
        """Give the parameters of a day; those of the newest version when none is in force."""
        return (self.on(day) or self.versions[-1]).parameters

    def ended_before(self, day: date) -> bool:
        """Say whether the rule was repealed before a day."""
        last = self.versions[-1].until
        return last is not None and last < day

    @property
    def citation(self) -> str:
        """Give the source of its newest version, for a day when none is in force."""
        return self.versions[-1].citation

    @property
    def body_types(self) -> frozenset[str]:
        """Name every type of body the rule has ever been about."""
        return frozenset(version.body_type for version in self.versions if version.body_type)
