"""Organisations through time on screen: everybody reads, officers change."""

from datetime import date

import pytest

from shp_gov.services import by_hand, organisation_changes, standings
from tests import factories as make
from tests.factories import SYSTEM

CRC = "Northshire Community Rehabilitation Company"


@pytest.fixture
def body(app):
    return make.a_body("Safer Seaborough Partnership", area="seaborough")


@pytest.fixture
def company(body):
    return by_hand.add_organisation("Northshire CRC", actor=SYSTEM)


def day(name, on):
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_the_page_says_what_an_organisation_was_on_a_day_and_by_which_rule(client, company):
    page = client.get(f"/organisations/{company.id}?on=22+6+2018").text

    assert "Responsible authority" in page
    assert "Sunday 1 June 2014 to Friday 25 June 2021" in page
    assert "CDA98-S5-PROB" in page
    assert "Not one" in client.get(f"/organisations/{company.id}?on=26+6+2021").text


def test_a_recorded_standing_shows_on_the_page(client, body, company):
    standings.record(
        body,
        organisation=CRC,
        is_responsible_authority=False,
        from_on=date(2018, 1, 1),
        until_on=None,
        basis="Contract",
        actor=SYSTEM,
    )

    assert "Sunday 1 June 2014 to Sunday 31 December 2017" in client.get(f"/organisations/{company.id}").text


def test_an_organisation_is_found_by_part_of_any_name(client, company):
    organisation_changes.rename(company, name="Coast Rehabilitation", from_on=date(2020, 1, 1), actor=SYSTEM)

    assert "Coast Rehabilitation" in client.get("/organisations?words=northshire").text
    assert "No organisation fits" in client.get("/organisations?words=tideway").text


def test_an_officer_renames_types_and_ends_an_organisation(sign_in, body, company):
    client, here = sign_in(make.an_officer(body=body)), f"/organisations/{company.id}"
    follower = by_hand.add_organisation("Probation Service", actor=SYSTEM)
    make.a_seat(body=body, organisation=company)

    client.post(f"{here}/rename", data={"name": "Coast Rehabilitation", **day("from_on", date(2015, 1, 1))})
    client.post(f"{here}/type", data={"statutory_type": "provider of probation services"})
    end = {"successor": str(follower.id), **day("last_day", date(2021, 6, 25))}
    page = client.post(f"{here}/end", data=end, follow_redirects=True).text

    assert "Ended on Friday 25 June 2021" in page
    assert "Provider of probation services" in page
    assert "Next: 1 seat of an organisation that ended" in page
    assert "Has the place of" in client.get(f"/organisations/{follower.id}").text


def test_what_cannot_be_is_said_and_nothing_changes(sign_in, body, company):
    client = sign_in(make.an_officer(body=body))
    by_hand.add_organisation("Harbour Homes", actor=SYSTEM)

    sent = {"name": "Harbour Homes", **day("from_on", date(2015, 1, 1))}
    page = client.post(f"/organisations/{company.id}/rename", data=sent).text

    assert "Merge the two if they are one" in page
    assert "Northshire CRC" in client.get(f"/organisations/{company.id}").text


def test_an_officer_records_and_withdraws_a_standing(sign_in, body):
    client, here = sign_in(make.an_officer(body=body)), f"/bodies/{body.slug}/standings"
    sent = {"organisation": CRC, "standing": "no", "basis": "Contract, clause 4", **day("from_on", date(2016, 1, 1))}

    recorded = client.post(here, data=sent, follow_redirects=True).text
    row = body.standings[0]
    withdrawn = client.post(f"/standings/{row.id}/withdraw", follow_redirects=True).text

    assert "Co-operating body only" in recorded
    assert "The standing is withdrawn" in withdrawn
    assert "Nothing is recorded" in withdrawn


def test_a_standing_without_a_basis_is_refused(sign_in, body):
    client = sign_in(make.an_officer(body=body))

    assert "Enter the basis" in client.post(f"/bodies/{body.slug}/standings", data={"standing": "no"}).text


def test_a_body_of_no_known_area_has_no_form(sign_in):
    body = make.a_body("A Board", area=None)

    assert "not one we hold" in sign_in(make.an_officer(body=body)).get(f"/bodies/{body.slug}/standings").text


def test_the_name_of_a_successor_is_not_taken_for_the_one_before(client, body):
    service = by_hand.add_organisation("Probation Service", actor=SYSTEM)

    page = client.get(f"/organisations/{service.id}").text

    assert "Saturday 26 June 2021 to now" in page
    assert "Friday 25 June 2021" not in page
