"""By what right the access rules bind a body: the same for every check on access."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Protocol, TypeVar

from shp_gov.domain.checks.facts_of_access import BodyAccessFacts, Regime
from shp_gov.domain.findings import About, Finding, failed, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.rulebook import Rule, Source
from shp_gov.domain.words import day_words


class _Dated(Protocol):
    @property
    def reference(self) -> str: ...

    @property
    def on(self) -> date: ...


class _OnAccess(_Dated, Protocol):
    @property
    def regime(self) -> Regime: ...

    @property
    def mend(self) -> str: ...


OnADay = TypeVar("OnADay", bound=_Dated)
OnAccess = TypeVar("OnAccess", bound=_OnAccess)
ADOPTED = ", which this partnership has adopted"


def where_it_binds(check: Callable[[Rule, OnAccess], list[Finding]]) -> Callable[[Rule, OnAccess], list[Finding]]:
    """Ask only where the rules bind: by statute, or because the body adopted them; and say which."""

    @wraps(check)
    def asked(rule: Rule, facts: OnAccess) -> list[Finding]:
        about = About(facts.reference, facts.on)
        if facts.regime is Regime.NONE:
            words = "The access rules do not bind this body, and it has not adopted them."
            return [not_applicable(rule, about, words)]
        return [_worded(finding, rule, facts) for finding in check(rule, facts)]

    return asked


def while_in_force(check: Callable[[Rule, OnADay], list[Finding]]) -> Callable[[Rule, OnADay], list[Finding]]:
    """Ask only on days when a version of the rule is in force."""

    @wraps(check)
    def asked(rule: Rule, facts: OnADay) -> list[Finding]:
        if rule.on(facts.on) is None:
            about = About(facts.reference, facts.on)
            return [not_applicable(rule, about, f"The rule was not in force on {day_words(facts.on)}.")]
        return check(rule, facts)

    return asked


def _worded(finding: Finding, rule: Rule, facts: _OnAccess) -> Finding:
    adopted = ADOPTED if facts.regime is Regime.ADOPTED and rule.source is Source.ADOPTED else ""
    return replace(finding, citation=f"{finding.citation}{adopted}", mend=finding.mend or facts.mend)


def regime_fits_the_body(rule: Rule, facts: BodyAccessFacts) -> list[Finding]:
    """Does the regime the body keeps fit the sort of body it is?"""
    about = About(facts.body, facts.on)
    is_bound = facts.regime is Regime.STATUTORY_COMMITTEE
    words = f"It is recorded as a {facts.kind}, and its regime as: {facts.regime.value}."
    if facts.kind in rule.parameters_on(facts.on)["bound"]:
        if is_bound:
            return [passed(rule, about, f"{words} The law binds a committee.", regime=facts.regime.value)]
        advice = "A committee of councils is bound by statute. Change the regime, or the kind of body."
        return [_mended(failed(rule, about, f"{words} {advice}", regime=facts.regime.value), facts)]
    if not is_bound:
        words = f"{words} The law does not bind it of its own force."
        return [passed(rule, about, words, regime=facts.regime.value)]
    advice = (
        "The law binds committees of councils. Look whether a council appointed it, or record the rules as adopted."
    )
    make = failed if facts.kind in rule.parameters_on(facts.on)["not_bound"] else needs_a_person
    return [_mended(make(rule, about, f"{words} {advice}", regime=facts.regime.value), facts)]


@where_it_binds
@while_in_force
def days_that_count_are_chosen(rule: Rule, facts: BodyAccessFacts) -> list[Finding]:
    """Has the body said which days count as clear days?"""
    about = About(facts.body, facts.on)
    if facts.basis is None:
        words = (
            "No statute says which days count as clear days, and this body has not said. "
            "Working days, the safest, are counted until it does."
        )
        return [not_known(rule, about, words)]
    rolled = "on their own day" if facts.as_is else "on the next day that counts"
    words = f"It counts {facts.basis.value} days; papers put out on a day that does not count are out {rolled}."
    return [passed(rule, about, words, basis=facts.basis.value, as_is=facts.as_is)]


def _mended(finding: Finding, facts: BodyAccessFacts) -> Finding:
    return replace(finding, mend=facts.mend)
