"""messages send as cron runs it: several at once, and as a command with its exit status."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from click.testing import CliRunner

from config import Settings
from shp_gov import clock, schema, services
from shp_gov.app import create_app
from shp_gov.audit import Actor
from shp_gov.cli.__main__ import main
from shp_gov.cli.messages import run
from shp_gov.database import db, make_engine
from shp_gov.models import Decision, Message, Seat
from tests.databases import a_database
from tests.factories import a_body, a_decision, a_meeting, a_member, a_minute, a_seat
from tests.notifications.letter_box import Box, mail_of, mail_server

CLERK = Actor("Helen Ashby")
AT_ONCE, ACTIONS = 4, 12


@pytest.fixture
def url(tmp_path, worker_id):
    address = a_database(tmp_path, f"together_{worker_id}")
    engine = make_engine(address)
    with engine.begin() as connection:
        schema.move(connection)
    engine.dispose()
    return address


@pytest.fixture
def place(url, tmp_path):
    app = create_app(Settings(database_url=url, storage=tmp_path / "files", secret_key="tests only " * 4))
    with app.app_context():
        body = a_body()
        a_member(body=body, seat=a_seat(body=body))
        a_decision(minute=a_minute(meeting=a_meeting(body=body)))
        db.session.commit()
    yield app
    db.engine.dispose()


@pytest.fixture
def box():
    return Box()


def assign(app, number: int) -> int:
    with app.app_context():
        decision, seat = db.session.query(Decision).one(), db.session.query(Seat).one()
        due_on = clock.today() + timedelta(days=90)
        details = {"what": f"Number {number}", "owner": seat, "due_on": due_on, "actor": CLERK}
        action = services.actions.assign(decision, **details)
        db.session.commit()
        return action.number


def test_no_two_actions_get_the_same_number_and_no_letter_goes_twice(place, box):
    with ThreadPoolExecutor(AT_ONCE) as several:
        numbers = list(several.map(lambda number: assign(place, number), range(ACTIONS)))

    assert sorted(numbers) == list(range(1, ACTIONS + 1))

    def send(_):
        with place.app_context():
            return run(place)[0]["sent"]

    with mail_server(box) as running, ThreadPoolExecutor(AT_ONCE) as several:
        place.config["MAIL"] = mail_of(running)
        sent = list(several.map(send, range(AT_ONCE)))

    assert sum(sent) == len(box.letters) == ACTIONS
    assert len({letter["Message-ID"] for letter in box.letters}) == ACTIONS
    with place.app_context():
        assert {message.outcome for message in db.session.query(Message)} == {"sent"}


def command(url, tmp_path, mail, *words):
    environment = {
        "SHP_GOV_DATABASE_URL": url.replace("+psycopg", ""),
        "SHP_GOV_STORAGE": str(tmp_path / "files"),
        "SHP_GOV_MAIL_URL": mail,
        "SHP_GOV_SECRET_KEY": "",
        "SHP_GOV_ENV": "demo",
    }
    ours = db.engine, db.make
    try:
        return CliRunner().invoke(main, ["messages", "send", *words], env=environment)
    finally:
        db.engine.dispose()
        db.engine, db.make = ours


def test_the_command_says_what_it_did_and_ends_with_0(place, url, tmp_path, box):
    assign(place, 1)
    with mail_server(box) as running:
        first = command(url, tmp_path, f"smtp://127.0.0.1:{running.port}", "--json")
        second = command(url, tmp_path, f"smtp://127.0.0.1:{running.port}")

    assert (first.exit_code, second.exit_code) == (0, 0)
    told = {"sent": 1, "failed": 0, "not_sent": 0, "reminders": 0, "waiting": 0, "problem": ""}
    assert json.loads(first.stdout) == told
    assert second.stdout.startswith("0 sent, 0 failed, 0 not due or held back, 0 waiting.")
    assert len(box.letters) == 1


def test_a_refusal_ends_with_1(place, url, tmp_path, box):
    assign(place, 1)
    box.answers = ["550 No such user"]
    with mail_server(box) as running:
        refused = command(url, tmp_path, f"smtp://127.0.0.1:{running.port}", "--json")

    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["failed"] == 1


def test_a_server_that_is_away_ends_with_1_and_a_sentence(place, url, tmp_path, box):
    assign(place, 1)
    with mail_server(box) as gone:
        pass

    away = command(url, tmp_path, f"smtp://127.0.0.1:{gone.port}")

    assert away.exit_code == 1
    assert away.stdout.startswith("0 sent, 0 failed, 0 not due or held back, 1 waiting.")
    assert "The mail server cannot be reached." in away.stderr


def test_without_mail_set_up_it_ends_with_1_only_if_something_waits(place, url, tmp_path):
    assert command(url, tmp_path, "").exit_code == 0

    assign(place, 1)
    waiting = command(url, tmp_path, "")

    assert waiting.exit_code == 1
    assert "Set SHP_GOV_MAIL_URL" in waiting.stderr
