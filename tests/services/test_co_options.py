"""Somebody whom the body chose itself: their seat lasts as long as they do."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.models import AppointmentKind, AuditEvent, Seat
from shp_gov.services import withdrawals
from shp_gov.services.appointments import WrongTerm
from tests.factories import a_body, a_decision, a_meeting, a_minute, a_person, an_action
from tests.importers.pack.readings import every, the
from tests.services.acting import CLERK

MAY = date(2026, 5, 1)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


def co_opt(body, *, who=None, from_=date(2026, 1, 1), until=date(2026, 12, 31)):
    return services.co_options.co_opt(
        who or a_person("Dr Ola Reed"),
        body=body,
        post="Adviser on needle exchange",
        purpose="The review of needle exchange.",
        from_=from_,
        until=until,
        actor=CLERK,
    )


def vacant(body, on) -> int:
    return queries.members.register(body, on=on).vacant


def test_the_seat_lasts_as_long_as_a_second_term(body):
    first = co_opt(body)

    again = services.appointments.reappoint(first, from_=date(2027, 1, 1), until=date(2027, 12, 31), actor=CLERK)

    assert the(Seat).active_until == date(2027, 12, 31)
    assert (again.kind, again.reason) == (AppointmentKind.CO_OPTION, "The review of needle exchange.")
    assert [line.holders[0].row for line in queries.members.register(body, on=date(2027, 6, 1)).lines] == [again]


def test_the_seat_lasts_while_they_are_held_over(body):
    services.appointments.hold_over(co_opt(body), because="The review goes on.", actor=CLERK)

    assert the(Seat).active_until is None


def test_a_co_option_that_ends_leaves_no_vacancy(body):
    first = co_opt(body, until=None)

    services.appointments.end(first, last_day=date(2026, 9, 30), because="The review is done.", actor=CLERK)

    assert the(Seat).active_until == date(2026, 9, 30)
    assert (vacant(body, date(2026, 9, 30)), vacant(body, date(2026, 10, 1))) == (0, 0)
    assert not queries.members.register(body, on=date(2026, 10, 1)).lines


def test_whoever_is_co_opted_the_day_after_as_the_same_has_the_same_seat(body):
    services.appointments.end(co_opt(body), last_day=date(2026, 3, 31), because="Moved on.", actor=CLERK)

    co_opt(body, who=a_person("Ann Lee"), from_=date(2026, 4, 1), until=date(2026, 8, 31))

    assert the(Seat).active_until == date(2026, 8, 31)


def test_whoever_is_co_opted_much_later_has_a_seat_of_their_own_and_between_there_was_none(body):
    services.appointments.end(co_opt(body), last_day=date(2026, 3, 31), because="Moved on.", actor=CLERK)

    co_opt(body, who=a_person("Ann Lee"), from_=date(2026, 8, 1), until=date(2026, 8, 31))

    lines = [len(queries.members.register(body, on=day).lines) for day in (date(2026, 3, 1), MAY, date(2026, 8, 1))]
    assert lines == [1, 0, 1]


def test_after_a_gap_somebody_is_co_opted_anew(body):
    first = co_opt(body, until=date(2026, 3, 31))

    with pytest.raises(WrongTerm, match="The seat ended on Tuesday 31 March 2026"):
        services.appointments.reappoint(first, from_=date(2026, 9, 1), actor=CLERK)


def test_a_co_option_withdrawn_takes_its_seat_with_it(body):
    withdrawals.withdraw_appointment(co_opt(body), because="Another Dr Reed.", actor=CLERK)

    assert every(Seat) == []
    db.session.commit()
    assert db.session.query(AuditEvent).filter_by(event="seat.withdrawn").count() == 1


def test_a_co_opted_seat_with_an_action_is_kept_and_ends(body):
    made = co_opt(body)
    seat = made.seat
    an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=body))), owner=seat)

    withdrawals.withdraw_appointment(made, because="Another Dr Reed.", actor=CLERK)

    assert seat.active_until == date(2026, 1, 1)
