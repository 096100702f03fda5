"""The bodies of an area, by all their names and on their days."""

from datetime import date

import pytest

from shp_gov.domain.areas import BadArea, area_called, areas, read
from shp_gov.domain.areas.types import type_of

ON = date(2018, 6, 22)


@pytest.mark.parametrize(
    ("printed", "on", "name"),
    [
        ("Cleveland Fire and Rescue Authority", ON, "Cleveland Fire Authority"),
        ("Cleveland Police", ON, "Chief Constable of Cleveland"),
        (
            "NHS Hartlepool and Stockton on Tees CCG",
            ON,
            "NHS Hartlepool and Stockton-on-Tees Clinical Commissioning Group",
        ),
        ("Tees Valley Community Rehabilitation Co Ltd", ON, "Durham Tees Valley Community Rehabilitation Company"),
        ("Cleveland National Probation Service", ON, "National Probation Service"),
        ("Tees Valley Probation Trust", ON, "Durham Tees Valley Probation Trust"),
    ],
)
def test_a_body_is_known_by_the_names_that_papers_print(printed, on, name):
    assert areas()["hartlepool"].body(printed, on).name == name


@pytest.mark.parametrize("printed", ["Thirteen Group", "Office of the Police and Crime Commissioner for Cleveland", ""])
def test_who_is_no_body_of_the_area_is_not_found(printed):
    assert areas()["hartlepool"].body(printed, ON) is None


def test_one_name_means_whoever_bore_it_on_the_day():
    hartlepool = areas()["hartlepool"]

    assert hartlepool.body("Probation Service", date(2021, 6, 25)).name == "National Probation Service"
    assert hartlepool.body("Probation Service", date(2021, 6, 26)).name == "Probation Service"


def test_an_area_is_found_by_its_slug_or_its_name():
    assert area_called("Hartlepool") is area_called("hartlepool") is areas()["hartlepool"]
    assert area_called("Atlantis") is None
    assert area_called(None) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slug", "not TOML"),
        ('slug = "x"\nname = "X"', "'body' is missing"),
        (
            'slug = "x"\nname = "X"\n[[body]]\nname = "A"\ntype = "t"\nfrom = 2002-01-02\nto = 2002-01-01',
            "A ends before",
        ),
        ('slug = "x"\nname = "X"\n[[body]]\nname = "A"\ntype = "t"\nfollowed_by = ["B"]', "followed by B, who is not"),
        (
            'slug = "x"\nname = "X"\n[[body]]\nname = "A"\ntype = "provider of probation services"',
            "A needs a first day",
        ),
    ],
)
def test_an_area_that_cannot_be_right_is_refused_by_name(text, words):
    with pytest.raises(BadArea, match=r"x\.toml") as refusal:
        read("x.toml", text)

    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Northshire Police", "chief officer of police"),
        ("Office of the Police and Crime Commissioner for Northshire", "police and crime commissioner"),
        ("Northshire Police Authority", "police authority"),
        ("British Transport Police", "special police force"),
        ("Northshire Fire and Rescue Service", "fire and rescue authority"),
        ("NHS Seaborough CCG", "clinical commissioning group"),
        ("Chair of Youth Offending Board", "youth offending board"),
        ("Seaborough Borough Council", "council"),
        ("Harbour Homes", "housing provider"),
        ("Friends of the Pier", None),
    ],
)
def test_a_plain_name_says_what_kind_of_body_it_is(name, kind):
    assert type_of(name) == kind
