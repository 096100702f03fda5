"""Whether the numbers that papers print are those of the day."""

from dataclasses import dataclass, replace
from datetime import date

from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import StandingException, responsible_authorities
from shp_gov.domain.findings import About, Fact, Finding, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, day_words, plural


@dataclass(frozen=True, slots=True)
class NumberStated:
    """How many responsible authorities a paper says there are: its words, what they mean, and their line."""

    words: str
    numbers: tuple[int, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class NumbersStated:
    """Every number of responsible authorities that the papers of a day state."""

    body: str
    on: date
    stated: tuple[NumberStated, ...]
    area: Area | None = None
    exceptions: tuple[StandingException, ...] = ()


def number_of_authorities(rule: Rule, facts: NumbersStated) -> list[Finding]:
    """Is each number of responsible authorities that a paper states the number there were on its day?"""
    about = About(facts.body, facts.on)
    if not facts.stated:
        words = f"No paper of {day_words(facts.on)} states how many responsible authorities there are."
        return [not_applicable(rule, about, words)]
    if facts.area is None:
        return [not_known(rule, about, f"Which authorities {facts.body} has is not known. Record its area.")]
    names = tuple(row.known_as for row in responsible_authorities(facts.area, facts.on, facts.exceptions))
    return [_one(rule, facts, stated, names) for stated in facts.stated]


def _one(rule: Rule, facts: NumbersStated, stated: NumberStated, names: tuple[str, ...]) -> Finding:
    about = About(f"“{stated.words} responsible authorities”", facts.on)
    known: dict[str, Fact] = {"stated": stated.words, "counted": len(names), "authorities": names, "line": stated.line}
    there_were = f"On {day_words(facts.on)} there were {plural(len(names), 'responsible authority')}: {and_list(names)}"
    if set(stated.numbers) == {len(names)}:
        return passed(rule, about, f"{there_were}.", **known)
    where = f" (line {stated.line} of the pack)" if stated.line else ""
    words = f"A paper says “{stated.words}”{where}. {there_were}. Correct the paper when it is next printed."
    return replace(needs_a_person(rule, about, words, **known), mend="terms")
