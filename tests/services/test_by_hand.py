"""The register by hand: what is there already is refused with a sentence."""

from datetime import date

import pytest

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import OfficeKind, SeatCategory
from shp_gov.queries import bodies
from shp_gov.services import by_hand
from tests.factories import a_body, a_decision, a_person
from tests.trail import events

CLERK = Actor("Helen Ashby")
TODAY = date(2026, 9, 10)


def test_an_organisation_is_known_by_all_its_names(app):
    by_hand.add_organisation("Northshire Fire Authority", also=["Northshire Fire Brigade of Old"], actor=CLERK)

    with pytest.raises(by_hand.AlreadyRegistered, match="Northshire Fire Brigade of Old is in the register already"):
        by_hand.add_organisation("Northshire Fire Brigade of Old", actor=CLERK)


def test_known_variants_of_one_name_are_one_name(app):
    organisation = by_hand.add_organisation("Seaborough Council", also=["Seaborough Borough Council"], actor=CLERK)

    assert len(organisation.names) == 1


def test_seats_stand_in_the_order_they_were_added(app):
    body = a_body()
    for post in ("District Manager", "Head of Area"):
        by_hand.add_seat(body, post=post, category=SeatCategory.RESPONSIBLE_AUTHORITY, actor=CLERK)

    assert [seat.post for seat in bodies.members(body, on=TODAY)] == ["District Manager", "Head of Area"]


def test_a_body_has_a_seat_once(app):
    body = a_body()
    by_hand.add_seat(body, post="District Manager", category=SeatCategory.OTHER, actor=CLERK)

    with pytest.raises(by_hand.AlreadyRegistered, match="has the seat The District Manager already"):
        by_hand.add_seat(body, post="The District Manager", category=SeatCategory.OTHER, actor=CLERK)


def test_an_office_is_held_by_one_person_from_the_day_of_the_decision(app):
    body, decision = a_body(), a_decision()
    chair = by_hand.elect(
        a_person("Ruth Adeyemi"), OfficeKind.CHAIR, body=body, from_on=TODAY, decision=decision, actor=CLERK
    )

    assert bodies.offices(body, on=TODAY) == {OfficeKind.CHAIR: chair}
    assert chair.decision_id == decision.id
    with pytest.raises(by_hand.OfficeTaken, match="Ruth Adeyemi is chair"):
        by_hand.elect(a_person("Peter Lound"), OfficeKind.CHAIR, body=body, from_on=TODAY, actor=CLERK)


def test_an_office_that_was_left_can_be_taken(app):
    body = a_body()
    office = by_hand.elect(a_person(), OfficeKind.CHAIR, body=body, from_on=TODAY, actor=CLERK)

    by_hand.leave_office(office, last_day=date(2026, 12, 31), actor=CLERK)
    successor = by_hand.elect(a_person(), OfficeKind.CHAIR, body=body, from_on=date(2027, 1, 1), actor=CLERK)

    assert bodies.offices(body, on=date(2026, 12, 31)) == {OfficeKind.CHAIR: office}
    assert bodies.offices(body, on=date(2027, 1, 1)) == {OfficeKind.CHAIR: successor}


def test_a_term_of_office_does_not_end_before_it_begins(app):
    office = by_hand.elect(a_person(), OfficeKind.CHAIR, body=a_body(), from_on=TODAY, actor=CLERK)

    with pytest.raises(by_hand.OfficeTaken, match="must not be before its first"):
        by_hand.leave_office(office, last_day=date(2026, 9, 9), actor=CLERK)


def test_each_act_leaves_an_audit_line(app):
    body = a_body()
    organisation = by_hand.add_organisation("Harbour Homes", actor=CLERK)
    person = by_hand.add_person("Jo Tranter", organisation=organisation, actor=CLERK)
    seat = by_hand.add_seat(body, post="Head of Tenancies", category=SeatCategory.OTHER, actor=CLERK)
    office = by_hand.elect(person, OfficeKind.SECRETARY, body=body, from_on=TODAY, actor=CLERK)
    by_hand.leave_office(office, last_day=TODAY, actor=CLERK)
    db.session.commit()

    assert events(organisation, person, seat, office) == [
        "organisation.added",
        "person.added",
        "seat.added",
        "office.taken",
        "office.left",
    ]
