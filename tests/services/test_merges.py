"""Two are made one when an officer says so, and two again, even after later changes."""

from datetime import date

import pytest

from shp_gov.database import db
from shp_gov.models import Appointment, Capacity, KnownAs, Organisation, OrganisationType, Person
from shp_gov.queries import merges as queries
from shp_gov.services import merges, organisation_changes, people
from shp_gov.services.merges import AlreadyApart, CannotMerge
from tests import factories as make
from tests.factories import SYSTEM
from tests.importers.pack.readings import every, the


def known(name, body):
    person = make.a_person(name)
    people.introduce(body, person)
    return person


def test_a_merge_of_people_is_taken_apart_into_what_each_had(app):
    body = make.a_body()
    one, into = known("A Lisle", body), known("Ann Lisle", body)
    seat, other = make.a_seat(body=body, held_by=one), make.a_seat(body=body, held_by=into, key="other")
    number, meeting = one.id, make.a_meeting(body=body)
    line = make.an_attendance(one, meeting=meeting)

    merge = merges.merge_people(one, into=into, name="A Lisle", actor=SYSTEM)
    assert (the(Person).name, line.person) == ("A Lisle", into)
    undecided = merges.take_apart(merge, actor=SYSTEM)

    back = db.session.get(Person, number)
    assert [(person.name, person.id) for person in every(Person)] == [("A Lisle", number), ("Ann Lisle", into.id)]
    assert (seat.appointments[0].person, other.appointments[0].person, line.person) == (back, into, back)
    assert {row.name: row.person for row in every(KnownAs)} == {"A Lisle": back, "Ann Lisle": into}
    assert undecided == []


def test_what_was_done_since_the_merge_stays_and_is_named(app):
    body = make.a_body()
    one, into = known("A Lisle", body), known("Ann Lisle", body)
    seat = make.a_seat(body=body)

    merge = merges.merge_people(one, into=into, actor=SYSTEM)
    make.an_appointment(into, seat=seat)
    undecided = merges.take_apart(merge, actor=SYSTEM)

    assert undecided == ["1 appointment stayed with Ann Lisle"]
    assert the(Appointment).person is into


def test_what_stayed_is_named_in_words_and_not_by_its_table(app):
    body = make.a_body()
    one, into = known("A Lisle", body), known("Ann Lisle", body)

    merge = merges.merge_people(one, into=into, actor=SYSTEM)
    make.a_user("Ann Lisle", person=into)

    assert merges.take_apart(merge, actor=SYSTEM) == ["1 account stayed with Ann Lisle"]


def test_what_both_had_comes_back_to_both(app):
    body = make.a_body()
    one, into, meeting = known("A Lisle", body), known("Ann Lisle", body), make.a_meeting(body=body)
    for person in (one, into):
        make.an_attendance(person, meeting=meeting, capacity=Capacity.APOLOGIES)

    merge = merges.merge_people(one, into=into, actor=SYSTEM)
    assert len(meeting.attendances) == 1
    merges.take_apart(merge, actor=SYSTEM)

    db.session.refresh(meeting)
    assert {line.person.name for line in meeting.attendances} == {"A Lisle", "Ann Lisle"}


def test_a_merge_of_what_was_merged_is_taken_apart_step_by_step_in_either_order(app):
    body = make.a_body()
    first, second, third = (known(name, body) for name in ("A Lisle", "Ann Lisle", "Ann M Lisle"))
    seat = make.a_seat(body=body, held_by=first)
    one = merges.merge_people(first, into=second, actor=SYSTEM)
    two = merges.merge_people(second, into=third, actor=SYSTEM)

    merges.take_apart(one, actor=SYSTEM)
    merges.take_apart(two, actor=SYSTEM)

    assert {person.name for person in every(Person)} == {"A Lisle", "Ann Lisle", "Ann M Lisle"}
    assert seat.appointments[0].person.name == "A Lisle"


def test_two_who_were_at_one_meeting_are_two(app):
    one, other, meeting = make.a_person("Ann Lisle"), make.a_person("A Lisle"), make.a_meeting()
    make.an_attendance(one, meeting=meeting)
    make.an_attendance(other, meeting=meeting, capacity=Capacity.OFFICER)

    with pytest.raises(CannotMerge, match="were both at the meeting of 16 July 2026, so they are two people"):
        merges.merge_people(one, into=other, actor=SYSTEM)


def test_two_with_accounts_are_not_made_one(app):
    one, other = make.a_user("Ann Lisle"), make.a_user("A Lisle")

    with pytest.raises(CannotMerge, match="both have an account"):
        merges.merge_people(one.person or _person(one), into=other.person or _person(other), actor=SYSTEM)


def _person(user):
    user.person = make.a_person(user.name)
    db.session.flush()
    return user.person


def test_a_merge_is_taken_apart_once(app):
    merge = merges.merge_people(make.a_person("Ann Lisle"), into=make.a_person("A Lisle"), actor=SYSTEM)
    merges.take_apart(merge, actor=SYSTEM)

    with pytest.raises(AlreadyApart, match="was taken apart on"):
        merges.take_apart(merge, actor=SYSTEM)


def test_a_merge_of_organisations_is_taken_apart_with_their_names_and_successors(app):
    one, into = make.an_organisation("Tideway Homes"), make.an_organisation("Harbour Homes")
    follower = make.an_organisation("Coast Homes")
    organisation_changes.end(one, last_day=date(2020, 3, 31), successors=[follower], actor=SYSTEM)
    seat = make.a_seat(organisation=one)

    merge = merges.merge_organisations(one, into=into, actor=SYSTEM)
    db.session.expire_all()
    assert (seat.organisation, into.successors) == (into, [follower])
    merges.take_apart(merge, actor=SYSTEM)

    back = seat.organisation
    assert (back.name, back.successors, into.successors) == ("Tideway Homes", [follower], [])
    assert {name.name for name in back.names} == {"Tideway Homes"}


def test_a_council_and_a_police_force_are_not_one(app):
    one, other = make.an_organisation("Seaborough"), make.an_organisation("Northshire")
    for organisation, kind in ((one, "council"), (other, "chief officer of police")):
        db.session.add(OrganisationType(organisation=organisation, statutory_type=kind))
    db.session.flush()

    with pytest.raises(CannotMerge, match="Seaborough is a council and Northshire a chief officer of police"):
        merges.merge_organisations(one, into=other, actor=SYSTEM)


def test_who_may_be_one_is_suggested_with_a_reason(app):
    body = make.a_body(area="seaborough")
    for name in ("Ann Lisle", "A Lisle", "Ann Carrow", "Ann Carow", "Peter Lound"):
        known(name, body)
    for name in ("Northshire CRC", "Northshire Community Rehabilitation Co Ltd of Seaborough", "Harbour Homes"):
        make.an_organisation(name)

    pairs = {(pair.one.name, pair.other.name) for pair in queries.alike_people(body)}

    assert pairs == {("A Lisle", "Ann Lisle"), ("Ann Carow", "Ann Carrow")}
    assert [pair.why for pair in queries.alike_organisations(body)] == ["One name has a word more: “seaborough”."]
    assert len(every(Organisation)) == 3
