"""Two officers work on one agenda at the same moment: nobody's change is lost, and no two items share a place."""

from threading import Barrier, Thread

import pytest

from config import Settings
from shp_gov import schema
from shp_gov.app import create_app
from shp_gov.database import db
from shp_gov.domain.agenda_numbers import numbers
from shp_gov.models import Meeting
from shp_gov.queries import agendas
from shp_gov.services import agenda
from tests.agendas import CLERK, COLLEAGUE, PRIVATELY, with_items, wording
from tests.databases import a_database

ROUNDS = 12


@pytest.fixture
def place(tmp_path, worker_id):
    """Give an app on a database of its own, where two transactions can meet, with an agenda of six items."""
    url = a_database(tmp_path, f"{worker_id}_agendas")
    app = create_app(Settings(database_url=url, storage=tmp_path, secret_key="tests only " * 4))
    with db.engine.begin() as connection:
        schema.move(connection)
    with app.app_context():
        meeting = with_items(*"ABCDEF")
        db.session.commit()
        number = meeting.id
    yield app, number
    db.engine.dispose()


def at_once(app, *acts):
    """Let several people act at the same moment, each again and again, and give what went wrong."""
    barrier, wrong = Barrier(len(acts)), []

    def one(act):
        barrier.wait(timeout=10)
        for turn in range(ROUNDS):
            with app.app_context():
                try:
                    act(turn)
                    db.session.commit()
                except Exception as error:  # noqa: BLE001 - whatever it is, the test says it
                    wrong.append(repr(error))

    threads = [Thread(target=one, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return wrong


def test_two_who_move_and_add_at_once_lose_nothing(place):
    app, number = place

    def move(turn):
        rows = agendas.items(db.session.get_one(Meeting, number))
        agenda.move(rows[turn % len(rows)], up=turn % 2 == 0, actor=CLERK)

    def add(turn):
        said = PRIVATELY if turn % 3 == 0 else {}
        agenda.add(db.session.get_one(Meeting, number), wording(f"New {turn}", **said), actor=COLLEAGUE)

    assert at_once(app, move, add) == []
    with app.app_context():
        rows = agendas.items(db.session.get_one(Meeting, number))
        assert sorted(row.title for row in rows) == sorted(
            [*"ABCDEF", *(f"New {turn}" for turn in range(ROUNDS)), "Exclusion of the public"]
        )
        assert [row.position for row in rows] == list(range(1, len(rows) + 1))
        assert [row.number for row in rows] == numbers([agendas.place(row) for row in rows])


def test_of_two_who_change_one_item_at_once_each_round_keeps_one_and_tells_the_other(place):
    app, number = place
    kept, both_opened = [], Barrier(2)

    def change(actor):
        def once(turn):
            row = agendas.items(db.session.get_one(Meeting, number))[0]
            seen = agendas.seen(row)
            db.session.rollback()
            both_opened.wait(timeout=60)
            agenda.change(row, wording(f"{actor.name} {turn}"), seen=seen, actor=actor)
            kept.append(f"{actor.name} {turn}")

        return once

    wrong = at_once(app, change(CLERK), change(COLLEAGUE))

    assert all("ChangedMeanwhile" in error for error in wrong)
    assert (len(kept), len(wrong)) == (ROUNDS, ROUNDS)
    with app.app_context():
        assert agendas.items(db.session.get_one(Meeting, number))[0].title in kept
