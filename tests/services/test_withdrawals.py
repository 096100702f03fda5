"""What was recorded wrongly of seats and offices is withdrawn with a reason; the audit trail keeps it."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import clock, queries, services
from shp_gov.database import db
from shp_gov.domain.guards import WordsMissing, WrongDay
from shp_gov.models import Appointment, AuditEvent, Message, Office, OfficeKind, Provenance
from shp_gov.services import deliveries, withdrawals
from shp_gov.services.appointments import SeatTaken, WrongTerm
from shp_gov.services.withdrawals import CannotWithdraw
from tests.factories import (
    a_body,
    a_chair_in_office,
    a_decision,
    a_meeting,
    a_minute,
    a_person,
    a_seat,
    an_action,
    an_appointment,
)
from tests.importers.pack.readings import every, the
from tests.services.acting import CLERK, last, story, told

WRONG = {"because": "The letter names somebody else.", "actor": CLERK}
TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def seat(app):
    return a_seat(body=a_body(), post="Superintendent")


@pytest.fixture
def jo(seat):
    return a_person("Jo Tranter", email="jo@seaborough.example")


@pytest.fixture
def term(seat, jo):
    return an_appointment(jo, seat=seat)


@pytest.fixture
def action(seat, term):
    return an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=seat.body))), owner=seat)


def appoint(who, seat, from_=TODAY, **more):
    return services.appointments.appoint(who, to=seat, from_=from_, actor=CLERK, **more)


def end(term, last_day=date(2026, 9, 9)):
    services.appointments.end(term, last_day=last_day, because="Moved on.", actor=CLERK)


def sent(event) -> None:
    """Let the messages of a kind be sent."""
    db.session.flush()
    for message in db.session.query(Message).filter_by(event=event):
        message.sent_at, message.is_settled = clock.now(), True
    db.session.flush()


def lines(event) -> list[AuditEvent]:
    db.session.commit()
    return db.session.query(AuditEvent).filter_by(event=event).all()


def test_an_appointment_that_was_a_mistake_leaves_the_register_and_stays_in_the_audit_trail(seat):
    made = appoint(a_person("Ann Lee"), seat, basis="Letter of 3 September 2026")
    number = made.id

    withdrawals.withdraw_appointment(made, **WRONG)

    assert every(Appointment) == []
    (line,) = lines("appointment.withdrawn")
    assert (line.subject_id, line.facts["seat"], line.facts["from_on"]) == (number, "Superintendent", "2026-09-10")
    said = {"because": WRONG["because"], "basis": "Letter of 3 September 2026", "who": "Ann Lee"}
    assert {words.field: words.text for words in line.words} == said


def test_nothing_is_withdrawn_without_a_reason(seat, term):
    with pytest.raises(WordsMissing, match="a reason"):
        withdrawals.withdraw_appointment(term, because=" ", actor=CLERK)

    assert every(Appointment) == [term]


def test_open_actions_go_back_and_the_history_says_so(seat, jo, term, action):
    end(term)
    made = appoint(a_person("Ann Lee"), seat)

    withdrawals.withdraw_appointment(made, **WRONG)

    assert queries.actions.holders(action, on=TODAY) == []
    assert last(action).facts == {"from": "Ann Lee", "to": None, "from_on": "2026-09-10"}
    assert last(action).note == WRONG["because"]


def test_who_was_held_over_until_somebody_followed_is_held_over_again(seat, jo, term, action):
    end(term, date(2026, 8, 31))
    held = services.appointments.hold_over(term, because="No nomination came.", actor=CLERK)
    made = appoint(a_person("Ann Lee"), seat)
    assert held.until_on == date(2026, 9, 9)

    withdrawals.withdraw_appointment(made, **WRONG)

    assert (held.until_on, held.ended_because) == (None, None)
    assert queries.actions.holders(action, on=TODAY) == [jo]
    assert last(action).facts == {"from": "Ann Lee", "to": "Jo Tranter", "from_on": "2026-09-10"}


def test_a_second_term_withdrawn_lets_the_first_go_on_as_agreed_and_hands_nothing_over(seat, term, action):
    term.until_on = date(2026, 12, 31)
    again = services.appointments.reappoint(term, from_=date(2026, 10, 1), actor=CLERK)

    withdrawals.withdraw_appointment(again, **WRONG)

    assert (term.until_on, term.ended_because, term.agreed_until_on) == (date(2026, 12, 31), None, None)
    assert story(action) == []


def test_a_term_with_another_after_it_is_not_withdrawn_first(seat, term):
    services.appointments.reappoint(term, from_=date(2026, 10, 1), actor=CLERK)

    with pytest.raises(CannotWithdraw, match="another term from Thursday 1 October 2026"):
        withdrawals.withdraw_appointment(term, **WRONG)


def test_what_packs_say_is_not_withdrawn_by_hand(seat, term):
    term.provenance = Provenance.DERIVED

    with pytest.raises(CannotWithdraw, match="Undo the pack"):
        withdrawals.withdraw_appointment(term, **WRONG)


def test_the_actions_of_a_term_long_over_stay_with_whoever_has_them(seat, jo, term, action):
    end(term, date(2020, 12, 31))
    past = an_appointment(a_person("Al"), seat=seat, from_on=date(2021, 1, 1), until_on=date(2021, 12, 31))
    appoint(a_person("Ann Lee"), seat)
    before = story(action)

    withdrawals.withdraw_appointment(past, **WRONG)

    assert story(action) == before


def test_whoever_was_told_of_a_seat_is_told_that_it_was_a_mistake(seat):
    ann = a_person("Ann Lee", email="ann@seaborough.example")
    made = appoint(ann, seat)
    sent("appointment_made")

    withdrawals.withdraw_appointment(made, **WRONG)

    assert told(ann) == ["appointment_made", "appointment_withdrawn"]
    letter = deliveries.prepare([db.session.query(Message).filter_by(event="appointment_withdrawn").one()]).letter
    assert "We told you of a seat on Safer Seaborough Partnership from Thursday 10 September 2026." in letter.text
    assert "Superintendent" in letter.text


def test_whoever_was_not_told_yet_is_told_neither(seat):
    ann = a_person("Ann Lee", email="ann@seaborough.example")
    made = appoint(ann, seat)

    withdrawals.withdraw_appointment(made, **WRONG)

    assert told(ann) == ["appointment_made"]
    assert deliveries.prepare(db.session.query(Message).all()) is None
    assert the(Message).outcome == "not sent: it is no longer so"


def test_an_end_that_was_a_mistake_is_withdrawn_and_the_term_lasts_as_it_was_agreed(seat, jo, term, action):
    term.until_on = date(2027, 3, 31)
    end(term)
    sent("appointment_ended")

    withdrawals.withdraw_end(term, **WRONG)

    assert (term.until_on, term.ended_because) == (date(2027, 3, 31), None)
    assert queries.actions.holders(action, on=TODAY) == [jo]
    assert last(action).facts == {"from": None, "to": "Jo Tranter", "from_on": "2026-09-10"}
    assert told(jo) == ["action_handed_on", "appointment_ended", "action_handed_over", "appointment_goes_on"]
    (line,) = lines("appointment.end_withdrawn")
    assert (line.facts["was_until_on"], line.facts["until_on"]) == ("2026-09-09", "2027-03-31")
    letter = deliveries.prepare([db.session.query(Message).filter_by(event="appointment_goes_on").one()]).letter
    assert "It goes on until Wednesday 31 March 2027" in letter.text


def test_a_term_ended_twice_lasts_as_it_was_agreed_first(seat, term):
    end(term, date(2026, 12, 31))
    end(term, date(2026, 10, 31))

    withdrawals.withdraw_end(term, **WRONG)

    assert term.until_on is None


def test_an_end_is_not_withdrawn_once_somebody_follows(seat, term):
    end(term)
    appoint(a_person("Ann Lee"), seat)

    with pytest.raises(SeatTaken, match="held by Ann Lee"):
        withdrawals.withdraw_end(term, **WRONG)


def test_an_end_by_a_second_term_is_withdrawn_with_that_term(seat, term):
    services.appointments.reappoint(term, from_=date(2026, 10, 1), actor=CLERK)

    with pytest.raises(CannotWithdraw, match="Withdraw that one"):
        withdrawals.withdraw_end(term, **WRONG)


def test_a_term_that_nobody_ended_has_no_end_to_withdraw(seat, term):
    with pytest.raises(CannotWithdraw, match="No end was recorded"):
        withdrawals.withdraw_end(term, **WRONG)


def test_an_office_that_was_a_mistake_is_withdrawn_and_is_free_again(seat, jo):
    office = services.by_hand.elect(jo, OfficeKind.CHAIR, body=seat.body, from_on=TODAY, actor=CLERK)
    sent("office_taken")

    withdrawals.withdraw_office(office, **WRONG)
    services.by_hand.elect(a_person("Ann Lee"), OfficeKind.CHAIR, body=seat.body, from_on=TODAY, actor=CLERK)

    assert the(Office).person.name == "Ann Lee"
    assert told(jo) == ["office_taken", "office_withdrawn"]
    (line,) = lines("office.withdrawn")
    assert (line.facts["kind"], line.facts["from_on"]) == ("chair", "2026-09-10")
    letter = deliveries.prepare([db.session.query(Message).filter_by(event="office_withdrawn").one()]).letter
    assert "that you are chair of Safer Seaborough Partnership from Thursday 10 September 2026" in letter.text


def test_the_end_of_an_office_is_withdrawn(seat, jo):
    office = a_chair_in_office(jo, body=seat.body)
    services.by_hand.leave_office(office, last_day=TODAY, because="Left.", actor=CLERK)
    sent("office_left")

    withdrawals.withdraw_end_of_office(office, **WRONG)

    assert (office.until_on, office.ended_because) == (None, None)
    assert told(jo) == ["office_left", "office_goes_on"]
    letter = deliveries.prepare([db.session.query(Message).filter_by(event="office_goes_on").one()]).letter
    assert "your term as chair of Safer Seaborough Partnership ends. That was a mistake. It goes on." in letter.text


def test_the_end_of_an_office_is_not_withdrawn_once_somebody_has_it(seat, jo):
    office = a_chair_in_office(jo, body=seat.body)
    services.by_hand.leave_office(office, last_day=date(2026, 9, 9), because="Left.", actor=CLERK)
    services.by_hand.elect(a_person("Ann Lee"), OfficeKind.CHAIR, body=seat.body, from_on=TODAY, actor=CLERK)

    with pytest.raises(services.by_hand.OfficeTaken, match="Ann Lee is chair"):
        withdrawals.withdraw_end_of_office(office, **WRONG)


def test_what_begins_more_than_a_year_ahead_is_refused_with_a_sentence(seat, jo):
    far, near = date(2027, 9, 12), date(2027, 9, 11)

    with pytest.raises(WrongDay, match=r"Sunday 12 September 2027 is more than a year ahead\. Check the year"):
        appoint(jo, seat, from_=far)
    with pytest.raises(WrongDay, match="Check the year"):
        services.by_hand.elect(jo, OfficeKind.CHAIR, body=seat.body, from_on=far, actor=CLERK)
    assert every(Appointment) == []
    assert appoint(jo, seat, from_=near).from_on == near
    assert services.by_hand.elect(jo, OfficeKind.CHAIR, body=seat.body, from_on=near, actor=CLERK).from_on == near


def test_the_end_in_a_seat_that_the_terms_ended_stands(seat, term):
    end(term, date(2026, 8, 31))
    seat.active_until = date(2026, 8, 31)

    with pytest.raises(WrongTerm, match="The seat ended"):
        withdrawals.withdraw_end(term, **WRONG)
