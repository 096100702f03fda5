"""Who sits where, and what happens to the actions of a seat that changes hands."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import queries, services
from shp_gov.domain.workflows import ActionState
from shp_gov.models import AppointmentKind
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


def test_another_term_keeps_the_days_of_the_one_before_and_hands_nothing_over(seat, jo, term, action):
    again = services.appointments.reappoint(term, from_=date(2026, 10, 1), until=date(2028, 9, 30), actor=CLERK)

    assert (term.until_on, term.ended_because) == (date(2026, 9, 30), "Appointed again.")
    assert (again.person, again.from_on, again.until_on) == (jo, date(2026, 10, 1), date(2028, 9, 30))
    assert (told(jo), story(action)) == ([], [])


def test_another_term_begins_after_the_one_before(term):
    with pytest.raises(WrongTerm, match="must begin after Thursday 1 January 2015"):
        services.appointments.reappoint(term, from_=date(2015, 1, 1), actor=CLERK)


def test_somebody_held_over_stays_the_day_after_the_term_and_the_term_keeps_its_end(seat, term):
    term.until_on = date(2026, 8, 31)

    held = services.appointments.hold_over(term, because="No nomination came.", actor=CLERK)

    assert (term.until_on, held.from_on, held.until_on) == (date(2026, 8, 31), date(2026, 9, 1), None)
    assert (held.kind, held.reason) == (AppointmentKind.HOLD_OVER, "No nomination came.")
    assert audited(held) == ["appointment.made"]


def test_who_follows_ends_the_holding_over(seat, jo, term, action):
    services.appointments.end(term, last_day=date(2026, 8, 31), because="Over.", actor=CLERK)
    held = services.appointments.hold_over(term, because="No nomination came.", actor=CLERK)
    ann = a_person("Ann Lee")

    services.appointments.appoint(ann, to=seat, from_=date(2026, 10, 1), actor=CLERK)

    assert (held.until_on, held.ended_because) == (date(2026, 9, 30), "Somebody was appointed to the seat.")
    assert queries.actions.holders(action, on=date(2026, 9, 30)) == [jo]
    assert queries.actions.holders(action, on=date(2026, 10, 1)) == [ann]


def test_only_a_term_with_an_end_is_held_over_and_only_once(seat, jo, term):
    with pytest.raises(WrongTerm, match="has no last day"):
        services.appointments.hold_over(term, because="-", actor=CLERK)
    services.appointments.end(term, last_day=date(2026, 8, 31), because="Over.", actor=CLERK)
    held = services.appointments.hold_over(term, because="-", until=date(2026, 12, 31), actor=CLERK)
    with pytest.raises(WrongTerm, match="holding over already"):
        services.appointments.hold_over(held, because="-", actor=CLERK)
    with pytest.raises(WrongTerm, match="End the holding over instead"):
        services.appointments.end(term, last_day=date(2026, 7, 31), because="-", actor=CLERK)


def test_who_left_when_a_term_ran_out_is_told_when_somebody_follows(seat, jo, term, action):
    term.until_on = date(2026, 8, 31)

    services.appointments.appoint(a_person("Ann Lee"), to=seat, from_=date(2026, 9, 10), actor=CLERK)

    assert told(jo) == ["action_handed_on"]


def test_nobody_is_appointed_to_a_seat_that_has_ended(seat):
    seat.active_until = date(2026, 8, 31)

    with pytest.raises(WrongTerm, match="The seat ended on Monday 31 August 2026"):
        services.appointments.appoint(a_person(), to=seat, from_=date(2026, 9, 1), actor=CLERK)


def test_two_terms_one_after_the_other_do_not_fill_two_places(seat):
    seat.places = 2
    an_appointment(a_person("Al"), seat=seat, from_on=date(2026, 1, 1), until_on=date(2026, 6, 30))
    an_appointment(a_person("Bo"), seat=seat, from_on=date(2026, 7, 1))

    made = services.appointments.appoint(a_person("Cy"), to=seat, from_=date(2026, 1, 1), actor=CLERK)

    assert made.from_on == date(2026, 1, 1)
