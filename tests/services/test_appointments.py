"""Who sits where, and what happens to the actions of a seat that changes hands."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import queries, services
from shp_gov.domain.workflows import ActionState
from shp_gov.services.appointments import SeatTaken, WrongTerm
from tests.factories import a_body, a_decision, a_meeting, a_minute, a_person, a_seat, an_action, an_appointment
from tests.services.acting import CLERK, audited, last, story, told


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def seat(app):
    return a_seat(body=a_body(), post="Superintendent")


@pytest.fixture
def jo(seat):
    return a_person("Jo Tranter")


@pytest.fixture
def term(seat, jo):
    return an_appointment(jo, seat=seat)


@pytest.fixture
def action(seat, term):
    return an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=seat.body))), owner=seat)


def test_an_action_stays_with_its_seat_when_the_holder_leaves(seat, jo, term, action):
    ann = a_person("Ann Lee")

    services.appointments.end(term, last_day=date(2026, 9, 9), because="Moved on.", actor=CLERK)
    services.appointments.appoint(ann, to=seat, from_=date(2026, 9, 10), actor=CLERK)

    assert action.owner is seat
    assert queries.actions.holders(action, on=date(2026, 9, 9)) == [jo]
    assert queries.actions.holders(action, on=date(2026, 9, 10)) == [ann]
    assert told(jo) == ["action_handed_on", "appointment_ended"]
    assert told(ann) == ["action_handed_over", "appointment_made"]
    assert story(action) == ["handed over", "handed over"]
    assert last(action).facts == {"from": "Jo Tranter", "to": "Ann Lee", "from_on": "2026-09-10"}
    assert last(action).holder_name == "Ann Lee"


def test_finished_actions_are_not_handed_over(seat, term, action):
    action.state, action.closed_at = ActionState.CLOSED, action.decision.minute.meeting

    services.appointments.end(term, last_day=date(2026, 9, 9), because="Moved on.", actor=CLERK)

    assert story(action) == []


def test_a_seat_has_only_its_places(seat, term):
    with pytest.raises(SeatTaken, match=r"The seat has 1 place, held by Jo Tranter\. End that term first"):
        services.appointments.appoint(a_person("Ann Lee"), to=seat, from_=date(2026, 9, 10), actor=CLERK)


def test_a_seat_with_two_places_takes_two(seat, term):
    seat.places = 2

    made = services.appointments.appoint(a_person("Ann Lee"), to=seat, from_=date(2026, 9, 10), actor=CLERK)

    assert audited(made) == ["appointment.made"]


def test_nobody_has_the_same_seat_twice_at_once(seat, jo, term):
    seat.places = 2
    with pytest.raises(SeatTaken, match="Jo Tranter has this seat already"):
        services.appointments.appoint(jo, to=seat, from_=date(2026, 9, 10), actor=CLERK)


def test_somebody_can_come_back(seat, jo, term):
    services.appointments.end(term, last_day=date(2026, 3, 31), because="Moved on.", actor=CLERK)

    again = services.appointments.appoint(jo, to=seat, from_=date(2026, 9, 1), actor=CLERK)

    assert again.until_on is None
    assert audited(term) == ["appointment.ended"]


def test_a_term_ends_after_it_begins_and_once(seat, term):
    with pytest.raises(WrongTerm, match="before the first day"):
        services.appointments.end(term, last_day=date(2014, 12, 31), because="Moved on.", actor=CLERK)
    with pytest.raises(WrongTerm, match="before the first day"):
        services.appointments.appoint(a_person(), to=seat, from_=date(2026, 9, 10), until=date(2026, 9, 9), actor=CLERK)
    services.appointments.end(term, last_day=date(2026, 9, 9), because="Moved on.", actor=CLERK)
    with pytest.raises(WrongTerm, match="ends on Wednesday 9 September 2026 already"):
        services.appointments.end(term, last_day=date(2026, 9, 30), because="Moved on.", actor=CLERK)


def test_on_the_last_day_of_the_term_the_holder_still_answers(seat, jo, term, action):
    services.appointments.end(term, last_day=date(2026, 9, 10), because="Moved on.", actor=CLERK)

    assert queries.actions.holders(action, on=date(2026, 9, 10)) == [jo]
    assert queries.actions.holders(action, on=date(2026, 9, 11)) == []
