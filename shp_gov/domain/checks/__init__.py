"""Rules that report and never stop: which function is which kind of check, and what facts it asks for."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from shp_gov.domain.checks import attendance, authorities, composition, duties, meetings_kept, records, stated, terms
from shp_gov.domain.checks.composition import Composition
from shp_gov.domain.checks.facts import DecisionFacts, Listing, MeetingFacts, OfficesHeld, YearOfMinutes
from shp_gov.domain.checks.facts_of_duties import DutyFacts
from shp_gov.domain.checks.on_access import ON_ACCESS
from shp_gov.domain.checks.on_terms import ON_TERMS
from shp_gov.domain.checks.stated import NumbersStated
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import BadRulebook, Rule, rules

Check = Callable[[Rule, Any], list[Finding]]

CHECKS_OF: Mapping[type[Any], Mapping[str, Check]] = {
    Listing: {
        "the right body is listed": authorities.right_body_listed,
        "nobody is listed after its end": authorities.nobody_listed_after_its_end,
        "everyone shown is one": authorities.everyone_shown_is_one,
    },
    NumbersStated: {"the number of authorities is right": stated.number_of_authorities},
    MeetingFacts: {
        "the authorities are represented": attendance.authorities_represented,
        "nobody is present and in apologies": attendance.nobody_present_and_in_apologies,
        "every member is explained": attendance.every_member_explained,
        "substitutes are linked": meetings_kept.substitutes_are_linked,
    },
    OfficesHeld: {"chair and vice-chair differ": terms.chair_and_vice_chair_differ},
    YearOfMinutes: {"minute numbers run on": records.minute_numbers_run_on},
    DecisionFacts: {"a decision has its action": records.decision_has_its_action},
    **ON_ACCESS,
    **ON_TERMS,
    DutyFacts: duties.CHECKS,
    Composition: {
        "at least two are appointed": composition.at_least_two_appointed,
        "each authority appoints": composition.each_authority_appoints,
        "the lead councillor sits": composition.elected_member_sits,
    },
}


def findings_of(facts: Any) -> list[Finding]:
    """Run every rule that these facts can answer."""
    return [finding for rule, check in _asked_by()[type(facts)] for finding in check(rule, facts)]


def facts_asked_by(rule: Rule) -> type[Any]:
    """Tell what facts a rule looks at; refuse a rule whose kind of check there is not."""
    found = next((facts for facts, checks in CHECKS_OF.items() if rule.check in checks), None)
    if found is None:
        raise BadRulebook(f"Rule {rule.id}: there is no check “{rule.check}”.")
    return found


def check_of(rule: Rule) -> Check:
    """Find the function that tells a rule."""
    return CHECKS_OF[facts_asked_by(rule)][rule.check]


@cache
def _asked_by() -> Mapping[type[Any], list[tuple[Rule, Check]]]:
    asked: dict[type[Any], list[tuple[Rule, Check]]] = {facts: [] for facts in CHECKS_OF}
    for rule in rules().values():
        asked[facts_asked_by(rule)].append((rule, check_of(rule)))
    return asked
