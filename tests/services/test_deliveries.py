"""A message waits for its time, however long that is, and says nothing that has become exempt."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Message, PersonPost
from shp_gov.services import deliveries
from tests import factories as make


@pytest.fixture
def body(app):
    return make.a_body()


def tried(*, in_days: int) -> deliveries.Prepared | None:
    """Try the first message on a later day."""
    with clock.at(clock.now() + timedelta(days=in_days)):
        prepared = deliveries.prepare(deliveries.take(db.session.scalar(sa.select(Message.id).order_by(Message.id))))
    db.session.flush()
    return prepared


def test_whoever_takes_a_seat_in_two_months_is_told_then(body):
    seat = make.a_seat(body=body)
    make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body))), owner=seat)
    successor = make.a_person(email="robin@seaborough.example")
    begins = clock.today() + timedelta(days=60)
    services.appointments.appoint(successor, to=seat, from_=begins, actor=make.SYSTEM)

    waiting = [tried(in_days=day) for day in (1, 25, 50)]
    told = tried(in_days=61)

    assert waiting == [None, None, None]
    assert told is not None
    assert told.letter.address == "robin@seaborough.example"


def test_an_owner_is_told_when_the_minutes_are_out_after_two_months(body):
    meeting = make.a_meeting(body=body, minutes_state=MinutesState.DRAFT)
    seat = make.a_seat(body=body, held_by=make.a_person(email="robin@seaborough.example"))
    decision = make.a_decision(minute=make.a_minute(meeting=meeting))
    due_on = clock.today() + timedelta(days=200)
    services.actions.assign(decision, what="Share it", owner=seat, due_on=due_on, actor=make.SYSTEM)

    waiting = [tried(in_days=day) for day in (1, 25, 50)]
    meeting.minutes_state = MinutesState.DRAFT_PUBLISHED

    assert waiting == [None, None, None]
    assert tried(in_days=61) is not None


def test_what_became_exempt_after_it_was_assigned_is_not_in_the_letter(body):
    minute = make.a_minute(meeting=make.a_meeting(body=body))
    seat = make.a_seat(body=body)
    make.a_member(body=body, seat=seat).person.email = "robin@seaborough.example"
    due_on = clock.today() + timedelta(days=200)
    services.actions.assign(
        make.a_decision(minute=minute), what="Buy the harbour", owner=seat, due_on=due_on, actor=make.SYSTEM
    )
    minute.is_exempt = True

    letter = tried(in_days=1).letter

    assert "harbour" not in letter.subject + letter.text
    assert "Private action" in letter.subject + letter.text


def test_whoever_is_appointed_is_told_where_to_read_the_register_and_nobody_is_told_what_is_over(body):
    seat = make.a_seat(body=body, post="Head of Area")
    person = make.a_person(email="robin@seaborough.example")
    days = {"from_": clock.today(), "until": clock.today() + timedelta(days=20), "actor": make.SYSTEM}
    services.appointments.appoint(person, to=seat, **days)

    letter = deliveries.prepare(deliveries.take(db.session.scalar(sa.select(Message.id).order_by(Message.id)))).letter

    assert letter.subject == "Your seat on Safer Seaborough Partnership"
    assert "Head of Area" in letter.text
    assert f"/bodies/{body.slug}/members" in letter.text
    assert tried(in_days=22) is None


def letter(*, in_days: int):
    prepared = tried(in_days=in_days)
    assert prepared is not None
    return prepared.letter


def test_a_letter_names_whom_it_is_for_with_the_rank_of_the_day_it_is_sent(body):
    person = make.a_person("Robin Ferris", email="robin@seaborough.example")
    person.posts.append(PersonPost(name="Inspector Robin Ferris", from_on=clock.today() + timedelta(days=5)))
    seat = make.a_seat(body=body, held_by=person)
    decision = make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body)))
    due_on = clock.today() + timedelta(days=200)
    services.actions.assign(decision, what="Share it", owner=seat, due_on=due_on, actor=make.SYSTEM)

    assert letter(in_days=4).name == "Robin Ferris"
    db.session.scalars(sa.select(Message)).one().sent_at = None
    assert letter(in_days=6).name == "Inspector Robin Ferris"


@pytest.mark.parametrize(("days_ago", "called"), [(10, "Northshire Police"), (9, "Moors and Coast Police")])
def test_a_letter_about_a_seat_names_it_as_on_the_day_it_speaks_of(body, days_ago, called):
    police = services.by_hand.add_organisation("Northshire Police", actor=make.SYSTEM)
    seat = make.a_seat(body=body, post="Head of Area", organisation=police)
    first = clock.today() - timedelta(days=days_ago)
    services.appointments.appoint(
        make.a_person(email="robin@seaborough.example"), to=seat, from_=first, actor=make.SYSTEM
    )

    renamed_on = clock.today() - timedelta(days=9)
    services.organisation_changes.rename(police, name="Moors and Coast Police", from_on=renamed_on, actor=make.SYSTEM)

    assert f"Head of Area, {called}" in letter(in_days=0).text
