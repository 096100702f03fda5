"""Two clicks at once, from two browsers, on a real database: what they ask for is done once."""

from threading import Barrier, Thread

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.models import Action
from tests.bad_files import BRACKWATER
from tests.counting import counted
from tests.factories import SYSTEM
from tests.web.everything import Place, a_place
from tests.web.sending import a_form_with, three_boxes


@pytest.fixture(scope="module")
def place(tmp_path_factory, worker_id):
    """Give a record of its own, that what happens at once happens in for good."""
    made = a_place(tmp_path_factory.mktemp("twice"), f"{worker_id}_twice", actions=10)
    yield made
    made.engine.dispose()


def at_once(place: Place, *requests: dict) -> list:
    """Send requests at the same moment, each from a browser of the same officer."""
    ready, answers = Barrier(len(requests)), []

    def send(request: dict) -> None:
        browser = place.browser("officer")
        ready.wait()
        answers.append(browser.post(**request))

    threads = [Thread(target=send, args=(request,)) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def rows_of(place: Place, table: str) -> int:
    with place.engine.connect() as connection:
        return counted(connection)[table]


@pytest.mark.parametrize("round_number", range(3))
def test_a_double_click_does_it_once(place, round_number):
    decision = place.record.arguments["decision_id"]
    typed = {"what": "Write to all members", "owner": "seat 1", "form_token": f"clicked twice {round_number}"}
    due = three_boxes("due_on", "1", "12", "2027")
    with place.opened():
        before = rows_of(place, "action")

        answers = at_once(place, *[{"path": f"/decisions/{decision}/actions/new", "data": typed | due}] * 2)

    assert [answer.status_code for answer in answers] == [302, 302]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert rows_of(place, "action") == before + 1


def test_a_double_click_on_a_step_leads_to_its_result_and_to_no_refusal(place):
    action = place.record.arguments["action_id"]
    with place.opened(), place.app.app_context():
        services.actions.propose_completion(db.session.get_one(Action, action), note="Done", actor=SYSTEM)
        db.session.commit()
        version = db.session.get_one(Action, action).version
    typed = {"version": str(version), "form_token": "verified twice", "note": "Seen"}
    with place.opened():
        before = rows_of(place, "action_event")

        answers = at_once(place, *[{"path": f"/actions/{action}/answer", "data": typed}] * 2)

    assert [answer.status_code for answer in answers] == [302, 302]
    assert rows_of(place, "action_event") == before + 1


def test_a_pack_uploaded_twice_at_once_is_one_import(place):
    requests = [{"path": "/imports", **a_form_with(BRACKWATER.encode(), "pack.txt")}] * 2
    with place.opened():
        before = rows_of(place, "import")

        answers = at_once(place, *requests)

    assert [answer.status_code for answer in answers] == [302, 302]
    assert rows_of(place, "import") == before + 1


def test_a_pack_accepted_twice_at_once_founds_one_body(place):
    with place.opened():
        pack = BRACKWATER.replace("Brackwater", "Twicemere").encode()
        upload = place.browser("officer").post("/imports", **a_form_with(pack, "pack.txt"))
        before = rows_of(place, "body")

        answers = at_once(
            place, *[{"path": upload.headers["Location"], "data": {"accept": "y", "form_token": "accepted"}}] * 2
        )

    assert [answer.status_code for answer in answers] == [302, 302]
    assert rows_of(place, "body") == before + 1
