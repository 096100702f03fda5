"""Where we stand: gather the facts as at a day, run the checks, return the findings. Nothing is stored.

To have another kind of facts checked: write a module beside this one with `gather(as_at)`, and add it to GATHERERS.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shp_gov.domain.areas import Area
from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.attendance import authorities_represented
from shp_gov.domain.findings import Finding, Verdict
from shp_gov.domain.rulebook import Binds, rules
from shp_gov.models import Attendance, Body, BodyKind, Decision, Meeting, Office, OfficeKind, RuleSetting
from shp_gov.queries.bodies import Membership
from shp_gov.queries.compliance import (
    access,
    authorities,
    composition,
    decision_notes,
    decisions,
    duties,
    in_the_room,
    law,
    meetings,
    membership,
    officer_decisions,
    series,
    settings,
    stated_days,
    statements,
    under_terms,
)
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.compliance.sources import located

__all__ = [
    "AsAt",
    "Found",
    "Stand",
    "access",
    "apart",
    "authorities",
    "by_urgency",
    "law",
    "of_body",
    "of_decision",
    "of_meeting",
    "of_members",
    "represented",
    "settings",
    "stand",
    "switched_on",
]

Gatherer = Callable[[AsAt], Iterable[Any]]
GATHERERS: tuple[Gatherer, ...] = (
    membership.gather,
    composition.gather,
    meetings.gather,
    meetings.gather_numbers,
    decisions.gather,
    statements.gather,
    access.gather,
    duties.gather,
    under_terms.gather,
    in_the_room.gather,
    series.gather,
    decision_notes.gather,
    stated_days.gather,
    officer_decisions.gather,
)
COVER = "CDA98-S5-COVER"
URGENCY = (Verdict.FAIL, Verdict.LATE, Verdict.NEEDS_A_PERSON, Verdict.NOT_KNOWN, Verdict.PASS, Verdict.NOT_APPLICABLE)
FOR_SOMEONE = (Verdict.FAIL, Verdict.LATE, Verdict.NEEDS_A_PERSON)
CONCERNS = frozenset({Verdict.FAIL, Verdict.LATE, Verdict.NEEDS_A_PERSON, Verdict.NOT_KNOWN})


@dataclass(frozen=True)
class Stand:
    """Where a body stands on a day: what was found, the rules switched off that day and the sources confirmed."""

    as_at: AsAt
    findings: tuple[Finding, ...]
    off: Mapping[str, RuleSetting]
    confirmed: Mapping[str, RuleSetting]

    @property
    def rules(self) -> int:
        """Count the rules that were checked."""
        return len({finding.rule for finding in self.findings})

    @property
    def for_someone(self) -> list[Finding]:
        """List what needs somebody, the most urgent first."""
        return self.of(*FOR_SOMEONE)

    def of(self, *verdicts: Verdict) -> list[Finding]:
        """List the findings with one of these verdicts."""
        return [finding for finding in self.findings if finding.verdict in verdicts]


def stand(body: Body, on: date) -> Stand:
    """Check everything on record about a body as at a day, in a number of statements that its history cannot change."""
    as_at = AsAt(body, on)
    off = as_at.settings.off(body.id, on)
    found = by_urgency(_check(body, (facts for gather in GATHERERS for facts in gather(as_at))))
    kept = tuple(located((finding for finding in found if finding.rule not in off), as_at))
    return Stand(as_at, kept, off, as_at.settings.confirmed(body.id))


def of_body(body: Body, on: date) -> list[Finding]:
    """List what the checks found about a body as at a day, what needs somebody first."""
    return list(stand(body, on).findings)


def of_members(
    body: Body,
    members: Sequence[Membership],
    offices: dict[OfficeKind, Office],
    *,
    on: date,
    area: Area | None,
) -> list[Finding]:
    """Check who is on the list of members, and who chairs, on a day, where all of it is already at hand."""
    return by_urgency(_check(body, membership.facts(body, members, offices, on=on, area=area)))


def of_meeting(
    meeting: Meeting,
    members: Sequence[Membership],
    attendance: Sequence[Attendance],
    decided: Sequence[Decision],
    *,
    area: Area | None,
) -> list[Finding]:
    """Check a meeting: who was there, its minutes' numbers, and what its decisions ask for."""
    facts: list[Any] = [meetings.facts(meeting, members, attendance, area=area)] if attendance else []
    facts += [decisions.facts(decision) for decision in decided]
    return by_urgency(_check(meeting.body, facts) + _numbers(meeting))


def of_decision(decision: Decision) -> list[Finding]:
    """Check that what a decision asks for has an action, an owner and a date."""
    return by_urgency(findings_of(decisions.facts(decision)))


def switched_on(findings: Sequence[Finding], *, of: Body, on: date) -> list[Finding]:
    """Leave out the findings of rules that are switched off for a body on a day."""
    off = settings.Settings(of.rule_settings).off(of.id, on)
    return [finding for finding in findings if finding.rule not in off]


def represented(
    meeting: Meeting, members: Sequence[Membership], attendance: Sequence[Attendance], *, area: Area
) -> dict[str, str]:
    """Tell how each responsible authority was represented at a meeting, in the words of the check."""
    found = authorities_represented(rules()[COVER], meetings.facts(meeting, members, attendance, area=area))
    return {finding.subject: str(finding.facts.get("represented", "")) for finding in found}


@dataclass(frozen=True)
class Found:
    """What the checks found, apart: what somebody should look at, and what is as it should be."""

    concerns: tuple[Finding, ...]
    kept: tuple[Finding, ...]


def apart(findings: Sequence[Finding]) -> Found:
    """Put what somebody should look at apart from what is as it should be; leave out what does not apply."""
    concerns = tuple(finding for finding in findings if finding.verdict in CONCERNS)
    return Found(concerns, tuple(finding for finding in findings if finding.verdict == Verdict.PASS))


def by_urgency(findings: Sequence[Finding]) -> list[Finding]:
    """Put what needs somebody first."""
    return sorted(findings, key=lambda finding: URGENCY.index(finding.verdict))


def _check(body: Body, facts: Iterable[Any]) -> list[Finding]:
    return _that_bind(body, [finding for some in facts for finding in findings_of(some)])


def _that_bind(body: Body, findings: list[Finding]) -> list[Finding]:
    """Leave out what is asked of a strategy group where the body is not one."""
    if body.kind == BodyKind.STRATEGY_GROUP:
        return findings
    return [finding for finding in findings if rules()[finding.rule].binds is not Binds.STRATEGY_GROUP]


def _numbers(meeting: Meeting) -> list[Finding]:
    """Check the numbers of this meeting's minutes against those of its year."""
    year = meetings.numbers_with(meeting)
    return [finding for finding in findings_of(year) if finding.as_at == meeting.on] if year else []
