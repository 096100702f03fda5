"""Who owes the duty in an area, on the day before and the day of each change."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.areas import areas
from shp_gov.domain.areas.standing import StandingException, responsible_authorities, standings
from shp_gov.domain.rulebook import rules

COUNCIL = "council"
POLICE = "chief officer of police"
POLICE_AUTHORITY = "police authority"
FIRE = "fire and rescue authority"
PCT = "primary care trust"
CCG = "clinical commissioning group"
ICB = "integrated care board"
PROBATION = "provider of probation services"

SETS = [
    (date(1998, 9, 30), [COUNCIL, POLICE]),
    (date(2003, 4, 1), [COUNCIL, POLICE, POLICE_AUTHORITY, FIRE]),
    (date(2004, 4, 30), [COUNCIL, POLICE, POLICE_AUTHORITY, FIRE, PCT]),
    (date(2010, 4, 1), [COUNCIL, POLICE, POLICE_AUTHORITY, FIRE, PCT, PROBATION]),
    (date(2012, 11, 22), [COUNCIL, POLICE, FIRE, PCT, PROBATION]),
    (date(2013, 4, 1), [COUNCIL, POLICE, FIRE, CCG, PROBATION]),
    (date(2014, 6, 1), [COUNCIL, POLICE, FIRE, CCG, PROBATION, PROBATION]),
    (date(2021, 6, 26), [COUNCIL, POLICE, FIRE, CCG, PROBATION]),
    (date(2022, 7, 1), [COUNCIL, POLICE, FIRE, ICB, PROBATION]),
]
BEFORE = [(day - timedelta(days=1), types) for (day, _), (_, types) in zip(SETS[1:], SETS, strict=False)]


@pytest.mark.parametrize("slug", sorted(areas()))
@pytest.mark.parametrize(("on", "types"), [(date(1998, 9, 29), []), *SETS, *BEFORE])
def test_the_authorities_are_right_on_each_change_and_the_day_before(slug, on, types):
    assert [body.type for body in responsible_authorities(areas()[slug], on)] == types


@pytest.mark.parametrize(
    ("on", "count"), [(date(2018, 6, 22), 6), (date(2021, 6, 25), 6), (date(2021, 6, 26), 5), (date(2021, 7, 19), 5)]
)
def test_five_and_six_are_both_right_on_different_days(on, count):
    assert len(responsible_authorities(areas()["hartlepool"], on)) == count


def names(on):
    return {body.organisation for body in responsible_authorities(areas()["hartlepool"], on)}


@pytest.mark.parametrize(
    ("on", "gone", "come"),
    [
        (
            date(2013, 4, 1),
            "Hartlepool Primary Care Trust",
            "NHS Hartlepool and Stockton-on-Tees Clinical Commissioning Group",
        ),
        (date(2014, 6, 1), "Durham Tees Valley Probation Trust", "Durham Tees Valley Community Rehabilitation Company"),
        (
            date(2020, 4, 1),
            "NHS Hartlepool and Stockton-on-Tees Clinical Commissioning Group",
            "NHS Tees Valley Clinical Commissioning Group",
        ),
        (date(2021, 6, 26), "National Probation Service", "Probation Service"),
        (
            date(2022, 7, 1),
            "NHS Tees Valley Clinical Commissioning Group",
            "NHS North East and North Cumbria Integrated Care Board",
        ),
    ],
)
def test_a_body_gives_way_to_the_one_that_follows_it(on, gone, come):
    before = names(on - timedelta(days=1))

    assert gone in before
    assert come not in before
    assert gone not in names(on)
    assert come in names(on)


def test_a_standing_says_since_when_and_on_what_basis():
    (trust,) = [row for row in standings(areas()["hartlepool"]) if row.organisation == "Hartlepool Primary Care Trust"]

    assert trust.as_json() == {
        "organisation": "Hartlepool Primary Care Trust",
        "type": "primary care trust",
        "from": "2004-04-30",
        "to": "2013-03-31",
        "basis": rules()["CDA98-S5-HEALTH"].versions[0].citation,
        "rule": "CDA98-S5-HEALTH",
    }


def test_probation_owes_the_duty_by_its_arrangements_and_says_so():
    providers = [
        body for body in responsible_authorities(areas()["hartlepool"], date(2018, 6, 22)) if body.type == PROBATION
    ]

    assert [body.rule for body in providers] == ["CDA98-S5-PROB"] * 2
    assert "contract has not been seen" in providers[1].basis


def test_a_stored_row_settles_what_a_type_does_not():
    company = "Northshire Community Rehabilitation Company"
    not_one = StandingException(company, False, date(2014, 6, 1), None, "Its contract makes it co-operate only.")
    later = StandingException(company, True, date(2016, 1, 1), date(2016, 12, 31), "Contract varied in 2016.")

    def owe(on, *rows):
        return company in {body.organisation for body in responsible_authorities(areas()["seaborough"], on, rows)}

    assert owe(date(2015, 1, 1))
    assert not owe(date(2015, 1, 1), not_one)
    assert not owe(date(2015, 12, 31), not_one, later)
    assert owe(date(2016, 1, 1), not_one, later)
    assert owe(date(2016, 12, 31), later, not_one)
    assert not owe(date(2017, 1, 1), later, not_one)


def test_a_stored_row_settles_its_own_days_only():
    company = "Northshire CRC"
    not_one = StandingException(company, False, date(2015, 1, 1), date(2015, 12, 31), "Varied for 2015.")

    rows = [row for row in standings(areas()["seaborough"], [not_one]) if "Rehabilitation" in row.organisation]

    assert [(row.from_on, row.to_on) for row in rows] == [
        (date(2014, 6, 1), date(2014, 12, 31)),
        (date(2016, 1, 1), date(2021, 6, 25)),
    ]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 1, 1)))
def test_a_body_never_owes_the_duty_on_a_day_when_it_was_not_there(on):
    hartlepool = areas()["hartlepool"]
    there = {body.name for body in hartlepool.bodies if body.exists(on)}

    assert {body.organisation for body in responsible_authorities(hartlepool, on)} <= there


def test_a_body_is_recognised_by_every_name_of_the_organisation_that_bears_its_name():
    area = areas()["seaborough"].knowing([("Northshire Police", "Northshire and Moors Police"), ("Harbour Watch",)])

    for name in ("Northshire Police", "Northshire and Moors Police"):
        assert area.body(name, date(2026, 1, 1)).known_as == "Northshire Police"
    assert area.body("Harbour Watch", date(2026, 1, 1)) is None


def test_a_name_that_the_file_gives_to_a_body_stays_that_bodys():
    area = areas()["seaborough"].knowing([("Northshire Probation Trust", "Probation Service")])

    assert area.body("Northshire Probation Trust", date(2026, 1, 1)).name == "Northshire Probation Trust"
    assert area == areas()["seaborough"]
