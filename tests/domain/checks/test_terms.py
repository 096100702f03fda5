"""Are the chair and the vice-chair from different organisations?"""

from datetime import date

import pytest

from shp_gov.domain.checks.facts import OfficeHolder, OfficesHeld
from shp_gov.domain.checks.terms import chair_and_vice_chair_differ
from shp_gov.domain.findings import Verdict
from shp_gov.domain.rulebook import rules

PASS, FAIL, NOT_KNOWN = Verdict.PASS, Verdict.FAIL, Verdict.NOT_KNOWN
NEEDS_A_PERSON, NOT_APPLICABLE = Verdict.NEEDS_A_PERSON, Verdict.NOT_APPLICABLE

COUNCIL = "Seaborough Borough Council"
LEADER = OfficeHolder("Councillor Anna Reed", COUNCIL)
SUPERINTENDENT = OfficeHolder("Superintendent Tom Hale", "Northshire Police", sits_for_authority=True)
DIRECTOR = OfficeHolder("Dr Ines Cole", "Seaborough BC")
BOARD_CHAIR = OfficeHolder("Inspector Kim Ode", "Northshire Police", sits_for_authority=False)


def verdicts(chair, vice_chair, **terms):
    facts = OfficesHeld("Safer Seaborough Partnership", date(2026, 7, 16), chair, vice_chair, **terms)
    return [finding.verdict for finding in chair_and_vice_chair_differ(rules()["TOR-VC-DIFFORG"], facts)]


@pytest.mark.parametrize(
    ("chair", "vice_chair", "expected"),
    [
        (LEADER, SUPERINTENDENT, [PASS]),
        (LEADER, DIRECTOR, [FAIL]),
        (LEADER, BOARD_CHAIR, [PASS, NEEDS_A_PERSON]),
        (LEADER, None, [NOT_KNOWN]),
        (None, SUPERINTENDENT, [NOT_KNOWN]),
        (None, None, [NOT_KNOWN]),
        (LEADER, OfficeHolder("Lee Marsh", None), [NOT_KNOWN]),
    ],
)
def test_where_the_terms_ask_the_two_are_from_different_organisations(chair, vice_chair, expected):
    assert verdicts(chair, vice_chair, terms_ask_for_different=True) == expected


def test_terms_that_do_not_ask_leave_nothing_to_check():
    assert verdicts(LEADER, DIRECTOR, terms_ask_for_different=False) == [NOT_APPLICABLE]


def test_without_terms_two_of_one_organisation_need_a_person_and_two_apart_pass():
    assert verdicts(LEADER, DIRECTOR) == [NEEDS_A_PERSON]
    assert verdicts(LEADER, SUPERINTENDENT) == [PASS]


def test_terms_may_bar_a_vice_chair_from_the_council_whoever_is_in_the_chair():
    barred = {"terms_ask_for_different": True, "terms_bar_vice_chair_from": COUNCIL}

    assert verdicts(SUPERINTENDENT, DIRECTOR, **barred) == [FAIL]
    assert verdicts(LEADER, SUPERINTENDENT, **barred) == [PASS]


def test_terms_that_only_bar_the_council_do_not_ask_for_different_organisations():
    constable = OfficeHolder("Chief Inspector Lena Roe", "Northshire Police")
    barred = {"terms_ask_for_different": False, "terms_bar_vice_chair_from": COUNCIL}

    assert verdicts(constable, SUPERINTENDENT, **barred) == [PASS]
    assert verdicts(LEADER, DIRECTOR, **barred) == [FAIL]


def test_the_finding_says_who_and_what_is_missing():
    facts = OfficesHeld(
        "Safer Seaborough Partnership", date(2026, 7, 16), LEADER, None, terms_citation="Terms of 2025, 2.3"
    )

    (finding,) = chair_and_vice_chair_differ(rules()["TOR-VC-DIFFORG"], facts)

    assert finding.sentence == "No vice-chair is recorded on Thursday 16 July 2026. Record it."
    assert finding.citation == "Terms of 2025, 2.3"
    assert finding.facts["chair"] == "Councillor Anna Reed"
