"""What a check reports: a finding, with one of six verdicts, its rule, and a sentence that says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shp_gov.domain.rulebook import Rule, Version
from shp_gov.domain.verdict import Verdict

__all__ = [
    "About",
    "Fact",
    "Finding",
    "Verdict",
    "failed",
    "late",
    "needs_a_person",
    "not_applicable",
    "not_known",
    "passed",
]

Fact = str | int | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a finding is about, and the day it speaks of."""

    subject: str
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found by one check on one day. `version` is empty where no version of the rule was in force.

    `mend` says where to mend it, in a key that a page turns into a link: "members", "terms", "duty:plan-revision".
    `lines` are those of the pack that say so, for what was read in one.
    """

    rule: str
    version: int | None
    verdict: Verdict
    subject: str
    sentence: str
    citation: str
    as_at: date
    facts: Mapping[str, Fact] = field(default_factory=dict)
    mend: str | None = None
    lines: tuple[int, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Give the finding as the command line prints it."""
        return {
            "rule": self.rule,
            "verdict": self.verdict.value,
            "subject": self.subject,
            "sentence": self.sentence,
            "citation": self.citation,
            "facts": {"rule_version": self.version, **self.facts, **({"lines": self.lines} if self.lines else {})},
            "as_at": self.as_at.isoformat(),
        }


def passed(by: Rule | Version, about: About, sentence: str, /, **facts: Fact) -> Finding:
    """Report that the rule is kept."""
    return _found(Verdict.PASS, by, about, sentence, facts)


def failed(by: Rule | Version, about: About, sentence: str, /, **facts: Fact) -> Finding:
    """Report that the rule is not kept."""
    return _found(Verdict.FAIL, by, about, sentence, facts)


def late(by: Rule | Version, about: About, sentence: str, /, **facts: Fact) -> Finding:
    """Report that the rule is kept, or still can be, after its day."""
    return _found(Verdict.LATE, by, about, sentence, facts)


def needs_a_person(by: Rule | Version, about: About, sentence: str, /, **facts: Fact) -> Finding:
    """Report what only a person can judge."""
    return _found(Verdict.NEEDS_A_PERSON, by, about, sentence, facts)


def not_known(by: Rule | Version, about: About, sentence: str, /, **facts: Fact) -> Finding:
    """Report that what would tell is missing."""
    return _found(Verdict.NOT_KNOWN, by, about, sentence, facts)


def not_applicable(by: Rule | Version, about: About, sentence: str, /, **facts: Fact) -> Finding:
    """Report that the rule asks nothing here."""
    return _found(Verdict.NOT_APPLICABLE, by, about, sentence, facts)


def _found(verdict: Verdict, by: Rule | Version, about: About, sentence: str, facts: Mapping[str, Fact]) -> Finding:
    version = by if isinstance(by, Version) else by.on(about.on)
    number = version.number if version else None
    citation = version.citation if version else by.citation
    rule = by.rule if isinstance(by, Version) else by.id
    return Finding(rule, number, verdict, about.subject, sentence, citation, about.on, facts)
