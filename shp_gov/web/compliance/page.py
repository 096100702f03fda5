"""What the page "Where do we stand?" shows, in its order: what needs someone by what to do, the rest folded."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from shp_gov.domain.fact_sentences import facts_in_sentences
from shp_gov.domain.finding_words import is_to_be_confirmed
from shp_gov.domain.findings import Finding, Verdict
from shp_gov.domain.rulebook import Rule, rules
from shp_gov.queries.compliance import URGENCY, Stand
from shp_gov.web.compliance.mending import KINDS, Step, kind_of, step

SENTENCE_ENDS = re.compile(r"(?<=[a-z0-9)”][.?]) (?=[A-Z])")

FEW = 5


@dataclass(frozen=True)
class Line:
    """One finding with what to do about it."""

    finding: Finding
    step: Step
    facts: str
    body: str

    @property
    def about(self) -> str:
        """Say what it is about, unless that is the body itself or the sentence names it."""
        about = self.finding.subject
        return "" if about == self.body or about in self.finding.sentence else about

    @property
    def words(self) -> str:
        """Say what was found with what it is about."""
        return f"{self.about}: {self.finding.sentence}" if self.about else self.finding.sentence

    @property
    def claim(self) -> str:
        """Say what was found, without what to do."""
        return self.finding.sentence.removesuffix(self.ask).rstrip()

    @property
    def ask(self) -> str:
        """Give the sentence that says what to do: the last, where there is another before it."""
        return SENTENCE_ENDS.split(self.finding.sentence)[-1] if SENTENCE_ENDS.search(self.finding.sentence) else ""


@dataclass(frozen=True)
class Block:
    """Everything one rule found with one verdict."""

    rule: Rule
    verdict: Verdict
    lines: tuple[Line, ...]
    is_to_be_confirmed: bool

    @property
    def first(self) -> Line:
        """Give its first finding."""
        return self.lines[0]


@dataclass(frozen=True)
class Group:
    """What is to be done, and the findings that ask for it."""

    kind: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def number(self) -> int:
        """Count its findings."""
        return sum(len(block.lines) for block in self.blocks)


@dataclass(frozen=True)
class Page:
    """The parts of the page."""

    for_someone: tuple[Group, ...]
    not_known: tuple[Group, ...]
    passes: tuple[Group, ...]
    not_applicable: tuple[Group, ...]


def page_of(stand: Stand) -> Page:
    """Sort the findings of a day into the parts of the page."""
    return Page(
        for_someone=_by_what_to_do(stand, stand.for_someone),
        not_known=_by_what_to_do(stand, stand.of(Verdict.NOT_KNOWN)),
        passes=_by_instrument(stand, stand.of(Verdict.PASS)),
        not_applicable=_by_instrument(stand, stand.of(Verdict.NOT_APPLICABLE)),
    )


def most_urgent(stand: Stand) -> tuple[Line, ...]:
    """Give the most urgent findings that need somebody, one of each rule, for a page that leads to all of them."""
    by_rule = {finding.rule: finding for finding in reversed(stand.for_someone)}
    first = [finding for finding in stand.for_someone if by_rule[finding.rule] is finding]
    return tuple(_line(stand, finding) for finding in first[:FEW])


def _by_what_to_do(stand: Stand, findings: Sequence[Finding]) -> tuple[Group, ...]:
    kinds = dict.fromkeys(kind_of(finding) for finding in findings)
    return tuple(
        Group(kind, KINDS[kind].heading, _blocks(stand, [each for each in findings if kind_of(each) == kind]))
        for kind in kinds
    )


def _by_instrument(stand: Stand, findings: Sequence[Finding]) -> tuple[Group, ...]:
    named = {rules()[finding.rule].instrument for finding in findings}
    order = [name for name in dict.fromkeys(rule.instrument for rule in rules().values()) if name in named]
    return tuple(
        Group("", name, _blocks(stand, [each for each in findings if rules()[each.rule].instrument == name]))
        for name in order
    )


def _blocks(stand: Stand, findings: Iterable[Finding]) -> tuple[Block, ...]:
    order = list(rules())
    ranked = sorted(findings, key=lambda found: (URGENCY.index(found.verdict), order.index(found.rule)))
    return tuple(
        Block(
            rule=rules()[rule],
            verdict=verdict,
            lines=(lines := tuple(_line(stand, finding) for finding in found)),
            is_to_be_confirmed=is_to_be_confirmed(lines[0].finding, stand.confirmed),
        )
        for (verdict, rule), found in groupby(ranked, key=lambda each: (each.verdict, each.rule))
    )


def _line(stand: Stand, finding: Finding) -> Line:
    return Line(finding, step(finding, stand.as_at), facts_in_sentences(finding.facts), stand.as_at.body.name)
