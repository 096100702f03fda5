"""An organisation is known by all its names, found once, and merged when an officer says so."""

from datetime import date
from itertools import permutations

import pytest

from shp_gov import services
from shp_gov.models import Organisation, OrganisationName, Provenance
from shp_gov.queries import organisations as queries
from shp_gov.services.merges import CannotMerge
from tests.factories import SYSTEM, a_person, a_seat, an_action, an_organisation
from tests.importers.pack.readings import every, the

MARCH, JUNE = date(2018, 3, 9), date(2018, 6, 15)


def recognise(*names: str, on: date = MARCH) -> list[Organisation]:
    known = queries.names()
    return [services.organisations.recognise(name, on=on, actor=SYSTEM, known=known) for name in names]


@pytest.mark.parametrize(
    "names",
    [
        ("Seaborough Fire Authority", "Seaborough Fire and Rescue Authority"),
        ("NHS Seaborough Clinical Commissioning Group", "Seaborough CCG"),
        ("Seaborough Borough Council", "SBC"),
        ("SBC", "Seaborough Borough Council"),
        ("Eastshire Community Rehabilitation Company", "Eastshire Community Rehabilitation Co"),
        ("Seaborough Voluntary Action", "Seaborouhg Voluntary Action"),
        ("Office of the Police and Crime Commissioner for Eastshire", "Eastshire PCC"),
    ],
)
def test_known_variants_are_one_organisation(app, names):
    one, other = recognise(*names)

    assert one is other is the(Organisation)


@pytest.mark.parametrize(
    "names",
    [
        ("Eastshire Police", "Office of the Police and Crime Commissioner for Eastshire"),
        ("North Vale Council", "South Vale Council"),
        ("Harbour Homes", "Harbour Housing"),
        ("Ward 12 Residents", "Ward 13 Residents"),
    ],
)
def test_different_organisations_stay_apart(app, names):
    recognise(*names)

    assert len(every(Organisation)) == 2


def test_initials_that_fit_two_organisations_are_neither(app):
    recognise("Seaborough Borough Council", "Southwick Borough Council", "SBC")

    assert len(every(Organisation)) == 3


PAPERS = [("Seaborough Council", MARCH), ("Seaborough Borough Council", JUNE), ("SBC", date(2019, 1, 1))]


@pytest.mark.parametrize("papers", list(permutations(PAPERS)), ids=lambda papers: ", ".join(name for name, _ in papers))
def test_the_newest_wording_is_shown_and_never_mere_initials_in_any_order(app, papers):
    for name, on in papers:
        recognise(name, on=on)

    assert the(Organisation).name == "Seaborough Borough Council"
    assert sorted(name.key for name in every(OrganisationName)) == ["council seaborough", "sbc"]


def test_the_name_entered_by_hand_stays(app):
    organisation = an_organisation("Seaborough Council")
    organisation.names[0].key = "council seaborough"

    recognise("Seaborough Borough Council")

    assert (the(Organisation).name, organisation.provenance) == ("Seaborough Council", Provenance.RECORDED)


def test_what_was_the_ones_is_the_others_after_a_merge(app):
    one, into = an_organisation("Tideway Homes"), an_organisation("Harbour Homes")
    person, seat, action = a_person(organisation=one), a_seat(organisation=one), an_action(owner=one)

    services.merges.merge_organisations(one, into=into, actor=SYSTEM)

    assert {person.posts[0].organisation, seat.organisation, action.organisation} == {into}
    assert {name.organisation for name in every(OrganisationName)} == {into}
    assert every(Organisation) == [into]


def test_an_organisation_is_not_merged_into_itself(app):
    one = an_organisation()

    with pytest.raises(CannotMerge, match="Choose two different organisations"):
        services.merges.merge_organisations(one, into=one, actor=SYSTEM)
