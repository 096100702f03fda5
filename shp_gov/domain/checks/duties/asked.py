"""What a rule asks about one duty on one day, and what was recorded of it by then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from shp_gov.domain.checks.facts_of_duties import DutyFacts, DutyRecord
from shp_gov.domain.duties import Duty, Span, duties, reg_year, reg_year_name
from shp_gov.domain.findings import (
    About,
    Fact,
    Finding,
    failed,
    late,
    needs_a_person,
    not_applicable,
    not_known,
    passed,
)
from shp_gov.domain.rulebook import Rule, Version
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import day_words, plural

REPORTS = {
    Verdict.PASS: passed,
    Verdict.FAIL: failed,
    Verdict.LATE: late,
    Verdict.NEEDS_A_PERSON: needs_a_person,
    Verdict.NOT_KNOWN: not_known,
    Verdict.NOT_APPLICABLE: not_applicable,
}


@dataclass(frozen=True)
class Asked:
    """A rule, the duty it is about, what was recorded, and the rule's parameters of the day."""

    rule: Rule
    facts: DutyFacts
    duty: Duty

    @property
    def on(self) -> date:
        """Give the day that is looked at."""
        return self.facts.on

    @property
    def parameters(self) -> Mapping[str, Any]:
        """Give the rule's parameters of the day."""
        return self.rule.parameters_on(self.on)

    @property
    def records(self) -> list[DutyRecord]:
        """Give everything recorded of the duty, whenever it was done."""
        return self.facts.of(self.duty.id)

    def done_on(self, record: DutyRecord) -> date | None:
        """Give the day a record's duty was done, if it was done by the day that is looked at."""
        day = record.day(self.duty.done)
        return day if record.is_done and day is not None and day <= self.on else None

    def done_later(self, records: list[DutyRecord]) -> date | None:
        """Give the first day after the one looked at on which it was done, as we know now."""
        days = [day for record in records if record.is_done and (day := record.day(self.duty.done))]
        return min((day for day in days if day > self.on), default=None)

    @property
    def in_place_ever(self) -> list[tuple[date, DutyRecord]]:
        """Give everything that was done by the day, with its day."""
        return [(day, record) for record in self.records if (day := self.done_on(record))]

    def in_place(self) -> list[DutyRecord]:
        """Give what is in place on the day, oldest first."""
        found = [record for record in self.records if self.done_on(record)]
        there = [record for record in found if record.until is None or self.on <= record.until]
        return sorted(there, key=lambda record: self.done_on(record) or date.min)

    def newest(self) -> DutyRecord | None:
        """Give the newest record that is done by the day, by its day or, where no day is known, by its year."""
        done = [record for record in self.records if record.is_done and self._known_since(record) <= self.on]
        return max(done, key=self._known_since, default=None)

    def _known_since(self, record: DutyRecord) -> date:
        return record.day(self.duty.done) or record.year or date.max

    def label(self, field: str) -> str:
        """Name a field inside a sentence."""
        words = self.duty.field(field).label.rstrip("?")
        return words[0].lower() + words[1:]

    def tell(self, verdict: str, sentence: str, /, *, subject: str | None = None, by: Version | None = None) -> Finding:
        """Report a verdict on the duty, with where to mend it."""
        about = About(subject or self.duty.title, self.on)
        return replace(REPORTS[Verdict(verdict)](by or self.rule, about, sentence), mend=f"duty:{self.duty.id}")


Tell = Callable[[Asked], list[Finding]]


def of_duty(tell: Tell) -> Callable[[Rule, DutyFacts], list[Finding]]:
    """Make a check of what tells about one duty: outside its dates the rule asks nothing."""

    def check(rule: Rule, facts: DutyFacts) -> list[Finding]:
        asked = Asked(rule, facts, duties()[rule.parameters_on(facts.on)["duty"]])
        if rule.on(facts.on) is None:
            return [asked.tell(Verdict.NOT_APPLICABLE, f"Not asked on {day_words(facts.on)}.")]
        return tell(asked)

    return check


def with_facts(finding: Finding, /, **facts: Fact) -> Finding:
    """Add the facts that a finding looked at."""
    return replace(finding, facts={**finding.facts, **facts})


def days_late(due: date, done: date) -> str:
    """Count how late something is: "83 days late"."""
    return f"{plural((done - due).days, 'day')} late"


def named(duty: Duty, span: Span) -> str:
    """Name a duty with its year or quarter: "Public meeting, 2018-19"."""
    return f"{duty.title}, {span.name}"


def named_by_record(duty: Duty, record: DutyRecord) -> str:
    """Name a duty with what tells this record from others: its year, its reference, or its day."""
    if record.year:
        return f"{duty.title}, {reg_year_name(reg_year(record.year))}"
    if record.reference:
        return f"{duty.title}, {record.reference}"
    day = record.day(duty.done)
    return f"{duty.title}, {day_words(day)}" if day else duty.title
