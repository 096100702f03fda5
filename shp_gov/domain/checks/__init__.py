"""Rules that report and never stop: which function tells each rule, and what facts it asks for."""

from collections.abc import Callable, Mapping
from typing import Any

from shp_gov.domain.checks import attendance, authorities, records, terms
from shp_gov.domain.checks.facts import DecisionFacts, Listing, MeetingFacts, OfficesHeld, YearOfMinutes
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import Rule, rules

Check = Callable[[Rule, Any], list[Finding]]
Facts = Listing | MeetingFacts | OfficesHeld | YearOfMinutes | DecisionFacts

CHECKS_OF: Mapping[type[Facts], Mapping[str, Check]] = {
    Listing: {
        "CDA98-S5-LA": authorities.right_body_listed,
        "CDA98-S5-POLICE": authorities.right_body_listed,
        "CDA98-S5-POLICEAUTH": authorities.right_body_listed,
        "CDA98-S5-FIRE": authorities.right_body_listed,
        "CDA98-S5-HEALTH": authorities.right_body_listed,
        "CDA98-S5-PROB": authorities.right_body_listed,
        "CDA98-S5-STALE": authorities.nobody_listed_after_its_end,
        "CDA98-S5-NOTRA": authorities.everyone_shown_is_one,
    },
    MeetingFacts: {
        "CDA98-S5-COVER": attendance.authorities_represented,
        "REC-PRESENT-APOL": attendance.nobody_present_and_in_apologies,
        "REC-UNEXPLAINED": attendance.every_member_explained,
    },
    OfficesHeld: {"TOR-VC-DIFFORG": terms.chair_and_vice_chair_differ},
    YearOfMinutes: {"REC-MINNUM": records.minute_numbers_run_on},
    DecisionFacts: {"REC-ACTION": records.decision_has_its_action},
}
CHECKS: Mapping[str, Check] = {rule: check for checks in CHECKS_OF.values() for rule, check in checks.items()}


def findings_of(facts: Facts) -> list[Finding]:
    """Run every check that these facts can answer."""
    return [finding for rule, check in CHECKS_OF[type(facts)].items() for finding in check(rules()[rule], facts)]
