"""Two officers appoint to one place at the same moment: one of them is refused."""

from datetime import date
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from config import Settings
from shp_gov import schema, services
from shp_gov.app import create_app
from shp_gov.database import db
from shp_gov.models import Appointment, Person, Seat
from shp_gov.services.appointments import SeatTaken
from tests.databases import a_database
from tests.factories import a_body, a_person, a_seat
from tests.services.acting import CLERK


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


def test_one_place_takes_one_of_two_who_come_at_once(place):
    app, seat_id, people = place
    barrier, outcomes = Barrier(2), []

    def appoint(person_id):
        with app.app_context():
            seat, person = db.session.get_one(Seat, seat_id), db.session.get_one(Person, person_id)
            db.session.rollback()
            barrier.wait(timeout=10)
            try:
                services.appointments.appoint(person, to=seat, from_=date(2026, 9, 10), actor=CLERK)
                db.session.commit()
                outcomes.append("in")
            except SeatTaken:
                db.session.rollback()
                outcomes.append("refused")

    threads = [Thread(target=appoint, args=(number,)) for number in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(outcomes) == ["in", "refused"]
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Appointment)) == 1
