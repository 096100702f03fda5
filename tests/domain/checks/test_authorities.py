"""Is the list of members right about who owes the duty? The day before, and the day of, each change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.areas import Area, AreaBody, areas
from shp_gov.domain.areas.standing import StandingException
from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.authorities import everyone_shown_is_one, nobody_listed_after_its_end, right_body_listed
from shp_gov.domain.checks.facts import ListedBody, Listing
from shp_gov.domain.findings import Verdict
from shp_gov.domain.rulebook import rules

PASS, FAIL, NOT_KNOWN = Verdict.PASS, Verdict.FAIL, Verdict.NOT_KNOWN
NEEDS_A_PERSON, NOT_APPLICABLE = Verdict.NEEDS_A_PERSON, Verdict.NOT_APPLICABLE

COUNCIL, POLICE, FIRE = "Seaborough Borough Council", "Northshire Police", "Northshire Fire and Rescue Service"
POLICE_AUTHORITY = "Northshire Police Authority"
PCT, CCG, ICB = "Seaborough PCT", "NHS Seaborough CCG", "NHS Northshire Integrated Care Board"
TRUST, NPS, CRC = "Northshire Probation Trust", "National Probation Service", "Northshire CRC"
PROBATION = "Probation Service"
OTHER = "Harbour Homes"


def a_listing(on, *names, area="seaborough", **details):
    bodies = tuple(name if isinstance(name, ListedBody) else ListedBody(name) for name in names)
    return Listing("Safer Seaborough Partnership", on, bodies, areas().get(area), **details)


def verdicts(findings):
    return [finding.verdict for finding in findings]


@pytest.mark.parametrize(
    ("rule", "on", "listed", "expected"),
    [
        ("LA", date(1998, 9, 29), {COUNCIL}, [NOT_APPLICABLE]),
        ("LA", date(1998, 9, 30), {COUNCIL}, [PASS]),
        ("LA", date(2018, 6, 22), {COUNCIL, OTHER}, [PASS]),
        ("LA", date(2018, 6, 22), {OTHER}, [FAIL]),
        ("POLICE", date(1998, 9, 29), {POLICE}, [NOT_APPLICABLE]),
        ("POLICE", date(1998, 9, 30), {POLICE}, [PASS]),
        ("POLICE", date(2015, 11, 20), {POLICE, OTHER}, [PASS]),
        ("POLICE", date(2018, 6, 22), {OTHER}, [FAIL]),
        ("POLICEAUTH", date(2003, 3, 31), {POLICE_AUTHORITY}, [NOT_APPLICABLE]),
        ("POLICEAUTH", date(2003, 4, 1), {POLICE_AUTHORITY}, [PASS]),
        ("POLICEAUTH", date(2012, 11, 21), {POLICE}, [FAIL]),
        ("POLICEAUTH", date(2012, 11, 22), {POLICE}, [NOT_APPLICABLE]),
        ("POLICEAUTH", date(2012, 11, 22), {POLICE_AUTHORITY}, [NEEDS_A_PERSON]),
        ("FIRE", date(2003, 3, 31), {FIRE}, [NOT_APPLICABLE]),
        ("FIRE", date(2003, 4, 1), {OTHER}, [FAIL]),
        ("FIRE", date(2021, 7, 19), {FIRE}, [PASS]),
        ("HEALTH", date(2004, 4, 29), {PCT}, [NOT_APPLICABLE]),
        ("HEALTH", date(2004, 4, 30), {PCT}, [PASS]),
        ("HEALTH", date(2013, 3, 31), {PCT}, [PASS]),
        ("HEALTH", date(2013, 3, 31), {CCG}, [NEEDS_A_PERSON]),
        ("HEALTH", date(2013, 4, 1), {CCG}, [PASS]),
        ("HEALTH", date(2013, 4, 1), {PCT}, [NEEDS_A_PERSON]),
        ("HEALTH", date(2022, 6, 30), {CCG}, [PASS]),
        ("HEALTH", date(2022, 7, 1), {CCG}, [NEEDS_A_PERSON]),
        ("HEALTH", date(2022, 7, 1), {ICB}, [PASS]),
        ("HEALTH", date(2022, 7, 1), set(), [FAIL]),
        ("PROB", date(2010, 3, 31), {TRUST}, [NOT_APPLICABLE]),
        ("PROB", date(2010, 4, 1), {TRUST}, [PASS]),
        ("PROB", date(2014, 5, 31), {TRUST}, [PASS]),
        ("PROB", date(2014, 6, 1), {NPS, CRC}, [PASS, PASS]),
        ("PROB", date(2018, 6, 22), {NPS}, [PASS, FAIL]),
        ("PROB", date(2018, 6, 22), {NPS, CRC}, [PASS, PASS]),
        ("PROB", date(2015, 11, 20), {TRUST, CRC}, [NEEDS_A_PERSON, PASS]),
        ("PROB", date(2021, 6, 25), {NPS, CRC}, [PASS, PASS]),
        ("PROB", date(2021, 6, 26), {PROBATION}, [PASS]),
        ("PROB", date(2021, 7, 19), {NPS, CRC}, [NEEDS_A_PERSON]),
    ],
)
def test_the_right_body_is_listed_for_the_day(rule, on, listed, expected):
    assert verdicts(right_body_listed(rules()[f"CDA98-S5-{rule}"], a_listing(on, *sorted(listed)))) == expected


def test_in_two_tiers_of_council_both_owe_the_duty():
    two_tier = Area(
        "moorland",
        "Moorland",
        tuple(AreaBody(name, "council", name) for name in ("Moorland District Council", "Wold County Council")),
    )
    listing = Listing("Moorland Partnership", date(2018, 6, 22), (ListedBody("Wold County Council"),), two_tier)

    found = right_body_listed(rules()["CDA98-S5-LA"], listing)

    assert [(finding.subject, finding.verdict) for finding in found] == [
        ("Moorland District Council", FAIL),
        ("Wold County Council", PASS),
    ]


def test_an_authority_listed_among_the_others_needs_a_person():
    listing = a_listing(date(2018, 6, 22), ListedBody(FIRE, is_responsible=False))

    (finding,) = right_body_listed(rules()["CDA98-S5-FIRE"], listing)

    assert finding.verdict is NEEDS_A_PERSON
    assert finding.sentence == (
        "Northshire Fire and Rescue Service is listed, but not as a responsible authority. "
        "Move it to that part of the list."
    )


def test_a_finding_names_its_rule_version_source_and_what_to_do():
    (finding,) = right_body_listed(rules()["CDA98-S5-HEALTH"], a_listing(date(2022, 7, 1), CCG))

    assert finding.as_json() == {
        "rule": "CDA98-S5-HEALTH",
        "verdict": "needs a person",
        "subject": ICB,
        "sentence": f"The list shows {CCG}, not {ICB}. Ask whether the list is out of date.",
        "citation": rules()["CDA98-S5-HEALTH"].versions[2].citation,
        "facts": {"rule_version": 3, "expected": ICB, "listed": (CCG,)},
        "as_at": "2022-07-01",
    }


@pytest.mark.parametrize(
    ("rule", "listed", "expected"),
    [
        ("HEALTH", ["NHS Wold Integrated Care Board"], PASS),
        ("HEALTH", ["NHS Wold Clinical Commissioning Group"], NEEDS_A_PERSON),
        ("HEALTH", ["Harbour Homes"], FAIL),
        ("POLICE", ["Wold Police"], PASS),
        ("POLICE", ["Office of the Police and Crime Commissioner for Wold"], FAIL),
        ("PROB", ["Probation Service"], NOT_KNOWN),
    ],
)
def test_in_an_area_we_do_not_hold_only_the_kind_of_body_can_be_told(rule, listed, expected):
    listing = a_listing(date(2024, 1, 10), *listed, area="atlantis")

    assert verdicts(right_body_listed(rules()[f"CDA98-S5-{rule}"], listing)) == [expected]


def test_a_type_from_the_register_is_used_where_a_name_says_nothing():
    listing = a_listing(date(2024, 1, 10), ListedBody("Wold Force", type="chief officer of police"), area="atlantis")

    assert verdicts(right_body_listed(rules()["CDA98-S5-POLICE"], listing)) == [PASS]


def test_without_a_list_nothing_is_known():
    nothing = Listing("Safer Seaborough Partnership", date(2018, 6, 22), None, areas()["seaborough"])

    assert set(verdicts(findings_of(nothing))) == {NOT_KNOWN}


@pytest.mark.parametrize(
    ("on", "listed", "expected"),
    [
        (date(2014, 5, 31), TRUST, PASS),
        (date(2014, 6, 1), TRUST, NEEDS_A_PERSON),
        (date(2015, 11, 20), TRUST, NEEDS_A_PERSON),
        (date(2018, 6, 22), CRC, PASS),
        (date(2021, 6, 25), CRC, PASS),
        (date(2021, 6, 26), CRC, NEEDS_A_PERSON),
        (date(2021, 7, 19), NPS, NEEDS_A_PERSON),
        (date(2022, 6, 30), CCG, PASS),
        (date(2022, 7, 1), CCG, NEEDS_A_PERSON),
        (date(2024, 1, 1), OTHER, PASS),
    ],
)
def test_no_body_is_listed_after_its_end(on, listed, expected):
    assert verdicts(nobody_listed_after_its_end(rules()["CDA98-S5-STALE"], a_listing(on, listed))) == [expected]


def test_a_stale_body_is_named_with_its_last_day_and_who_has_its_place_now():
    (finding,) = nobody_listed_after_its_end(rules()["CDA98-S5-STALE"], a_listing(date(2021, 7, 19), TRUST))

    assert finding.sentence == (
        "Northshire Probation Trust stopped being a responsible authority on 31 May 2014. "
        "Name Probation Service instead."
    )


def test_a_stale_body_among_the_others_is_no_matter():
    listing = a_listing(date(2021, 7, 19), ListedBody(CRC, is_responsible=False))

    assert verdicts(nobody_listed_after_its_end(rules()["CDA98-S5-STALE"], listing)) == [PASS]


@pytest.mark.parametrize(
    ("name", "is_responsible", "expected"),
    [
        ("Chair of Youth Offending Board", True, NEEDS_A_PERSON),
        ("Office of the Police and Crime Commissioner for Northshire", True, NEEDS_A_PERSON),
        ("Office of the Police and Crime Commissioner for Northshire", False, NOT_APPLICABLE),
        (POLICE, True, PASS),
        ("Wold Police", True, NEEDS_A_PERSON),
        ("Friends of the Pier", True, NOT_KNOWN),
        (POLICE, None, NOT_KNOWN),
    ],
)
def test_a_body_shown_as_a_responsible_authority_is_one(name, is_responsible, expected):
    listing = a_listing(date(2018, 6, 22), ListedBody(name, is_responsible))

    assert verdicts(everyone_shown_is_one(rules()["CDA98-S5-NOTRA"], listing)) == [expected]


def test_a_provider_whose_contract_makes_it_co_operate_only_is_not_expected_and_not_one():
    only_co_operates = StandingException("Northshire CRC", False, date(2014, 6, 1), None, "Contract")
    listing = a_listing(date(2018, 6, 22), ListedBody(CRC, True), NPS, exceptions=(only_co_operates,))

    assert verdicts(right_body_listed(rules()["CDA98-S5-PROB"], listing)) == [PASS]
    assert verdicts(everyone_shown_is_one(rules()["CDA98-S5-NOTRA"], listing)) == [NEEDS_A_PERSON]


NAMES = st.sampled_from([COUNCIL, POLICE, POLICE_AUTHORITY, FIRE, PCT, CCG, ICB, TRUST, NPS, CRC, PROBATION, OTHER, ""])
LISTED = st.lists(st.builds(ListedBody, NAMES | st.text(max_size=20), st.none() | st.booleans()), max_size=8).map(tuple)


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.none() | LISTED, st.sampled_from(["seaborough", "atlantis"]))
def test_every_list_on_every_day_gets_a_finding_with_a_sentence_and_a_source(on, listed, area):
    found = findings_of(Listing("A partnership", on, listed, areas().get(area)))

    assert {finding.rule for finding in found} >= {"CDA98-S5-LA", "CDA98-S5-STALE", "CDA98-S5-NOTRA"}
    assert all(finding.sentence.endswith(".") and finding.citation and finding.as_at == on for finding in found)
    assert listed is not None or not {PASS, FAIL} & set(verdicts(found))
