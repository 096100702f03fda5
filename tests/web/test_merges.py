"""Officers make two one, of people they serve and of organisations, and take them apart again."""

import pytest

from shp_gov.database import db
from shp_gov.models import Capacity, Person
from shp_gov.queries import merges as queries
from shp_gov.services import people
from tests import factories as make


@pytest.fixture
def body(app):
    return make.a_body("Safer Seaborough Partnership", area="seaborough")


def known(name, body):
    person = make.a_person(name)
    people.introduce(body, person)
    return person


def test_two_alike_are_suggested_made_one_and_taken_apart(sign_in, body):
    client, here = sign_in(make.an_officer(body=body)), f"/bodies/{body.slug}/same"
    one, other = known("A Lisle", body), known("Ann Lisle", body)

    assert "A Lisle and Ann Lisle" in client.get(here).text
    sent = {"one": one.id, "other": other.id, "name": "other"}
    made = client.post(f"{here}/people", data=sent, follow_redirects=True).text
    assert "A Lisle and Ann Lisle are one now: Ann Lisle." in made
    merge = queries.listing(body)[0]
    apart = client.post(f"/merges/{merge.id}/take-apart", follow_redirects=True).text

    assert "A Lisle and Ann Lisle are two again." in apart
    assert {person.name for person in queries.people(body)} == {"A Lisle", "Ann Lisle"}


def test_two_at_one_meeting_are_refused_with_the_reason(sign_in, body):
    client, meeting = sign_in(make.an_officer(body=body)), make.a_meeting(body=body)
    one, other = known("A Lisle", body), known("Ann Lisle", body)
    for person in (one, other):
        make.an_attendance(person, meeting=meeting, capacity=Capacity.PRESENT)

    sent = {"one": one.id, "other": other.id, "name": "one"}
    page = client.post(f"/bodies/{body.slug}/same/people", data=sent).text

    assert "were both at the meeting of 16 July 2026, so they are two people" in page


def test_whom_another_body_knows_is_merged_only_by_who_serves_both(sign_in, body):
    client, there = sign_in(make.an_officer(body=body)), make.a_body("Fish Quay Board")
    one, other = known("A Lisle", body), known("Ann Lisle", body)
    people.introduce(there, other)

    sent = {"one": one.id, "other": other.id, "name": "one"}
    page = client.post(f"/bodies/{body.slug}/same/people", data=sent).text

    assert "They are known to Fish Quay Board too, which you do not serve." in page
    assert db.session.get(Person, one.id) is not None


def test_people_of_another_body_are_not_offered(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    stranger = known("Una Elsewhere", make.a_body("Fish Quay Board"))

    assert "Una Elsewhere" not in client.get(f"/bodies/{body.slug}/same/people").text
    sent = {"one": stranger.id, "other": stranger.id, "name": "one"}
    assert "Choose from the list" in client.post(f"/bodies/{body.slug}/same/people", data=sent).text


def test_organisations_are_made_one_and_two_again(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    one, other = make.an_organisation("Tideway Homes"), make.an_organisation("Harbour Homes")
    seat = make.a_seat(body=body, organisation=one)

    sent = {"one": one.id, "other": other.id, "name": "one"}
    page = client.post(f"/bodies/{body.slug}/same/organisations", data=sent, follow_redirects=True).text
    assert "are one now: Tideway Homes" in page
    client.post(f"/merges/{queries.listing(body)[0].id}/take-apart")

    db.session.expire_all()
    assert seat.organisation.name == "Tideway Homes"
    assert db.session.get(type(other), other.id).name == "Harbour Homes"


def test_a_merge_is_taken_apart_once(sign_in, body):
    client, merge = sign_in(make.an_officer(body=body)), make.a_merge(body=body)
    client.post(f"/merges/{merge.id}/take-apart")

    assert "taken apart on" in client.post(f"/merges/{merge.id}/take-apart", follow_redirects=True).text
