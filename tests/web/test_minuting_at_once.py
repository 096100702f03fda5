"""Two officers at once, on a real database: a meeting is opened once, closed once, and no number is given twice."""

from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.models import Decision, ItemOutcome, Meeting, Minute
from shp_gov.queries import minuting
from tests import factories as make
from tests.sittings import CLERK, a_sitting
from tests.web.everything import Place, a_place


@pytest.fixture(scope="module")
def place(tmp_path_factory, worker_id):
    """Give a record of its own, that what happens at once happens in for good."""
    made = a_place(tmp_path_factory.mktemp("at_once"), f"{worker_id}_at_once", actions=10)
    yield made
    made.engine.dispose()


def two_officers(place: Place, *, is_open: bool) -> tuple[list[str], int]:
    """Make a meeting with two officers, and give their sessions and its number."""
    with place.opened(), place.app.app_context():
        sitting = a_sitting()
        if is_open:
            sitting.open()
        officers = [make.an_officer(body=sitting.body) for _ in range(2)]
        db.session.commit()
        return [officer.get_id() for officer in officers], sitting.meeting.id


def at_once(place: Place, sessions: list[str], requests: list[dict]) -> list[int]:
    """Let each officer send a request at the same moment, and give the answers."""
    ready, answers = Barrier(len(requests)), []

    def send(session: str, request: dict) -> None:
        browser = place.app.test_client()
        with browser.session_transaction() as cookie:
            cookie["_user_id"], cookie["_fresh"] = session, True
        ready.wait()
        answers.append(browser.post(**request).status_code)

    threads = [Thread(target=send, args=pair) for pair in zip(sessions, requests, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(answers)


def test_a_meeting_opened_by_two_at_once_has_its_minutes_once(place):
    sessions, meeting = two_officers(place, is_open=False)
    with place.opened():
        path = f"/meetings/{meeting}/minuting"

        answers = at_once(place, sessions, [{"path": path, "data": {"at": "10am"}}] * 2)

        with place.app.app_context():
            numbers = list(db.session.scalars(sa.select(Minute.number).where(Minute.meeting_id == meeting)))
    assert answers == [200, 302], "the second is told that it is in progress"
    assert len(numbers) == len(set(numbers)) == 3


def test_two_decisions_at_once_have_two_numbers(place):
    sessions, meeting = two_officers(place, is_open=True)
    with place.opened():
        with place.app.app_context():
            row = minuting.minutes_of(db.session.get_one(Meeting, meeting))[1]
            path = f"/meetings/{meeting}/minuting/items/{row.id}"
            number = row.id
        typed = [{"path": path, "data": {"decision": f"That {what}.", "stay": "y", "version": "0"}} for what in "ab"]

        answers = at_once(place, sessions, typed)

        with place.app.app_context():
            ordinals = list(db.session.scalars(sa.select(Decision.ordinal).where(Decision.minute_id == number)))
    assert answers == [302, 302]
    assert sorted(ordinals) == [1, 2]


def test_a_meeting_closed_by_two_at_once_is_closed_once(place):
    sessions, meeting = two_officers(place, is_open=True)
    with place.opened():
        with place.app.app_context():
            for row in minuting.minutes_of(db.session.get_one(Meeting, meeting)):
                services.minuting.settle(row, outcome=ItemOutcome.NOT_REACHED, actor=CLERK)
            db.session.commit()
        path = f"/meetings/{meeting}/minuting/close"

        answers = at_once(place, sessions, [{"path": path, "data": {"at": "11.30am"}}] * 2)

    assert answers in ([200, 302], [302, 302]), "the second is told, or led to the meeting that is closed"
