"""Two officers do the same at the same moment: one of them is refused."""

from datetime import date, time
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from config import Settings
from shp_gov import schema, services
from shp_gov.app import create_app
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.rulebook import rules
from shp_gov.models import Appointment, Meeting, Person, RuleSetting, Seat
from tests.databases import a_database
from tests.factories import a_body, a_person, a_seat
from tests.services.acting import CLERK

POLICE = rules()["CDA98-S5-POLICE"]


@pytest.fixture
def place(tmp_path, worker_id):
    """Give an app on a database of its own, where two transactions can meet."""
    url = a_database(tmp_path, f"{worker_id}_places")
    app = create_app(Settings(database_url=url, storage=tmp_path, secret_key="tests only " * 4))
    with db.engine.begin() as connection:
        schema.move(connection)
    with app.app_context():
        seat, people = a_seat(body=a_body()), [a_person("Al"), a_person("Bo")]
        db.session.commit()
        numbers = seat.id, [person.id for person in people]
    yield app, *numbers
    db.engine.dispose()


def at_once(app, act, each):
    """Do something for each of two at the same moment, each in a session of its own, and say what came of it."""
    barrier, outcomes = Barrier(2), []

    def one(number):
        with app.app_context():
            barrier.wait(timeout=10)
            try:
                act(number)
                db.session.commit()
                outcomes.append("done")
            except DomainError:
                db.session.rollback()
                outcomes.append("refused")

    threads = [Thread(target=one, args=(number,)) for number in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(outcomes)


def counted(model) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(model))


def test_one_place_takes_one_of_two_who_come_at_once(place):
    app, seat_id, people = place

    def appoint(person_id):
        seat, person = db.session.get_one(Seat, seat_id), db.session.get_one(Person, person_id)
        services.appointments.appoint(person, to=seat, from_=date(2026, 9, 10), actor=CLERK)

    assert at_once(app, appoint, people) == ["done", "refused"]
    with app.app_context():
        assert counted(Appointment) == 1


def test_one_meeting_is_put_into_the_diary_by_one_of_two_who_do_it_at_once(place):
    app, seat_id, _ = place

    def call(_):
        body = db.session.get_one(Seat, seat_id).body
        services.diary.call(body, on=date(2027, 3, 11), starts_at=time(10), venue=None, actor=CLERK)

    assert at_once(app, call, (1, 2)) == ["done", "refused"]
    with app.app_context():
        assert counted(Meeting) == 1


def test_a_rule_is_switched_off_by_one_of_two_who_do_it_at_once(place):
    app, seat_id, _ = place

    def switch_off(day):
        body = db.session.get_one(Seat, seat_id).body
        services.rule_settings.switch_off(POLICE, of=body, from_on=date(2026, 6, day), note="Not ours.", actor=CLERK)

    assert at_once(app, switch_off, [1, 2]) == ["done", "refused"]
    with app.app_context():
        assert counted(RuleSetting) == 1
