"""What turned between two days: the findings of both side by side, with what made the difference where it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shp_gov.domain.fact_sentences import FOR_PROGRAMS, fact_in_a_sentence
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import rules
from shp_gov.domain.words import long_day

Key = tuple[str, str, date | None, int]


@dataclass(frozen=True)
class Turn:
    """One thing that is not as it was: what was found before and after, either of which may be nothing, and why."""

    before: Finding | None
    after: Finding | None
    cause: str

    @property
    def finding(self) -> Finding:
        """Give what was found later, or what was found before where nothing was later."""
        found = self.after or self.before
        assert found is not None, "there is a finding on one of the days"
        return found


@dataclass(frozen=True)
class Comparison:
    """What turned, what is new, and what is no longer there."""

    turned: tuple[Turn, ...]
    new: tuple[Turn, ...]
    gone: tuple[Turn, ...]
    unchanged: int


def compare(before: Sequence[Finding], after: Sequence[Finding], *, on: date, later: date) -> Comparison:
    """Put the findings of two days side by side. A meeting no longer looked back on is nothing that went away."""
    old, new = dict(_keyed(before, on)), dict(_keyed(after, later))
    both = [(old[key], new[key]) for key in old if key in new]
    turned = [(was, now) for was, now in both if was.verdict != now.verdict]
    arrived = [found for key, found in new.items() if key not in old]
    gone = [found for key, found in old.items() if key not in new and found.as_at == on]
    return Comparison(
        turned=tuple(Turn(was, now, _why_turned(was, now)) for was, now in turned),
        new=tuple(Turn(None, found, _why_new(found, on)) for found in arrived),
        gone=tuple(Turn(found, None, _why_gone(found, later)) for found in gone),
        unchanged=len(both) - len(turned),
    )


def _keyed(findings: Sequence[Finding], on: date) -> Iterator[tuple[Key, Finding]]:
    """Name each finding by its rule, what it is about and, where that is an earlier event, its day."""
    seen: dict[tuple[str, str, date | None], int] = {}
    for finding in findings:
        about = (finding.rule, finding.subject, finding.as_at if finding.as_at != on else None)
        seen[about] = seen.get(about, 0) + 1
        yield (*about, seen[about]), finding


def _why_turned(was: Finding, now: Finding) -> str:
    if was.version != now.version:
        return _of_the_law(now) or f"Law: no version of the rule is in force on {long_day(now.as_at)}."
    if changed := _changed(was.facts, now.facts):
        return f"Record. {' '.join(changed)}"
    return "Between the days something was recorded, or fell due."


def _why_new(found: Finding, on: date) -> str:
    if found.version and found.version != _number_on(found.rule, on):
        return _of_the_law(found)
    if found.as_at > on:
        return f"Record: it is about {long_day(found.as_at)}."
    return "Record: there was nothing of this kind to look at on the earlier day."


def _why_gone(found: Finding, later: date) -> str:
    number = _number_on(found.rule, later)
    if number is None:
        return "Law: the rule is not in force on the later day."
    if found.version and found.version != number:
        return _of_the_law(replace(found, version=number))
    return "Record: there is nothing of this kind to look at on the later day."


def _number_on(rule: str, on: date) -> int | None:
    version = rules()[rule].on(on)
    return version.number if version else None


def _of_the_law(found: Finding) -> str:
    version = next((each for each in rules()[found.rule].versions if each.number == found.version), None)
    if version is None:
        return ""
    return (
        f"Law: version {version.number} of the rule is in force from {long_day(version.in_force)}. {version.citation}."
    )


def _changed(was: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    names = [name for name in dict.fromkeys((*was, *now)) if was.get(name) != now.get(name)]
    return [f"Earlier: {_of(name, was)} Later: {_of(name, now)}" for name in names if name not in FOR_PROGRAMS]


def _of(name: str, facts: Mapping[str, object]) -> str:
    return fact_in_a_sentence(name, facts.get(name))
