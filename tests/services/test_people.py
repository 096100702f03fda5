"""People are merged only when an officer says so; those entered by hand are known to the papers."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.importers.pack import load
from shp_gov.models import Appointment, Attendance, Capacity, KnownAs, OfficeKind, Person, Provenance
from shp_gov.services.merges import CannotMerge
from tests.factories import (
    SYSTEM,
    a_body,
    a_chair_in_office,
    a_meeting,
    a_person,
    a_seat,
    a_user,
    an_appointment,
)
from tests.importers.pack.readings import JUNE, MARCH, a_pack, an_agenda, every, some_minutes, the


def a_partnership():
    return a_body("Safer Seaborough Partnership", slug="safer-seaborough-partnership")


def attended(person, meeting, capacity=Capacity.PRESENT) -> Attendance:
    line = Attendance(meeting=meeting, person=person, capacity=capacity, position=1, name_printed=person.name)
    db.session.add(line)
    db.session.flush()
    return line


def test_all_that_the_one_was_the_other_is(app):
    one, into = a_person("Ann Lisle"), a_person("Ann Carrow")
    account, office = a_user("Ann", person=one), a_chair_in_office(one, body=a_partnership())
    seat, line = a_seat(held_by=one), attended(one, a_meeting())

    services.merges.merge_people(one, into=into, actor=SYSTEM)

    assert {account.person, office.person, seat.appointments[0].person, line.person} == {into}
    assert every(Person) == [into]


def test_what_both_did_is_kept_once(app):
    one, into, meeting = a_person("Ann Lisle"), a_person("Ann Carrow"), a_meeting()
    seat = a_seat(held_by=one)
    an_appointment(into, seat=seat)
    attended(one, meeting, Capacity.APOLOGIES), attended(into, meeting, Capacity.APOLOGIES)

    services.merges.merge_people(one, into=into, actor=SYSTEM)

    assert (the(Appointment).person, the(Attendance).person) == (into, into)


def test_nobody_is_merged_into_themselves(app):
    person = a_person("Ann Lisle")

    with pytest.raises(CannotMerge, match="Choose two different people"):
        services.merges.merge_people(person, into=person, actor=SYSTEM)


@pytest.mark.parametrize("entered", ["appointed", "elected", "recorded as present"])
def test_somebody_entered_by_hand_is_not_added_again_by_a_pack(app, entered):
    body, person = a_partnership(), a_person("Ann Lisle")
    if entered == "appointed":
        a_seat(body=body, held_by=person)
    elif entered == "elected":
        a_chair_in_office(person, body=body, kind=OfficeKind.VICE_CHAIR)
    else:
        attended(person, a_meeting(body=body, on=MARCH))

    load.accept(a_pack(minutes=some_minutes(JUNE, present=["Station Manager Ann Lisle"])), actor=SYSTEM)

    assert every(Person) == [person]
    assert person.name == "Ann Lisle"


def test_a_term_entered_by_hand_is_never_touched_by_a_list(app):
    body, person = a_partnership(), a_person("Ann Lisle")
    seat = a_seat(body=body, held_by=person, post="District Manager", until=date(2018, 5, 1))

    load.accept(a_pack(agenda=an_agenda(JUNE, ["Ann Lisle, District Manager"])), actor=SYSTEM)

    term = the(Appointment)
    assert (term.seat, term.until_on, term.provenance) == (seat, date(2018, 5, 1), Provenance.RECORDED)


def test_a_body_knows_one_person_by_one_name(app):
    body, first, second = a_partnership(), a_person("Ann Lisle"), a_person("Ann Lisle")

    services.people.introduce(body, first)
    services.people.introduce(body, second)

    assert db.session.scalars(sa.select(KnownAs.person_id)).all() == [second.id]
