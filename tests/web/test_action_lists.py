"""Lists of actions: the log of a body, its CSV, and my own."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from shp_gov import queries
from shp_gov.database import db
from shp_gov.domain.workflows import ActionState
from shp_gov.web.actions import lists
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_member,
    a_minute,
    a_person,
    a_seat,
    an_action,
)

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def decision(body):
    return a_decision(minute=a_minute(meeting=a_meeting(body=body)))


def words(response) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.text, "html5lib").main.get_text(" ").split())


def log(client, body, **asked):
    db.session.commit()
    return client.get(f"/bodies/{body.slug}/actions", query_string=asked)


def test_the_log_says_what_is_in_it(client, body, decision):
    an_action(decision=decision, what="Write the plan", due_on=date(2026, 9, 6))
    an_action(decision=decision, what="Send the plan", state=ActionState.VERIFIED)

    shown = words(log(client, body))

    assert "2 actions not yet closed on Thursday 10 September 2026. 1 is overdue." in shown
    assert "1 waits for the partnership to agree." in shown
    assert "Sunday 6 September 2026 4 days overdue" in shown
    assert "Overdue (1)" in shown


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "No action is on record yet."),
        ({"show": "overdue"}, "No action is on record yet."),
        ({"words": "plan"}, "No action matches."),
    ],
)
def test_an_empty_log_says_what_to_do(client, body, asked, sentence):
    assert sentence in words(log(client, body, **asked))


@pytest.mark.parametrize(
    "asked", [{"show": "nonsense"}, {"group": "x"}, {"authority": "' OR 1=1"}, {"words": "%" * 300}]
)
def test_odd_questions_are_answered_quietly(client, body, decision, asked):
    an_action(decision=decision)

    assert log(client, body, **asked).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "9" * 30, "\u0663"])
def test_a_page_that_cannot_be_is_not_found(client, body, page):
    assert log(client, body, page=page).status_code == 404


@pytest.mark.parametrize("group", ["authority", "due date", "meeting"])
def test_the_log_is_grouped_as_asked(client, body, decision, group):
    an_action(decision=decision, what="Write the plan")

    shown = words(log(client, body, group=group))

    assert "Write the plan" in shown
    assert ("Meeting of Thursday 16 July 2026" in shown) == (group == "meeting")
    assert ("No authority 1 action" in shown) == (group == "authority")


def test_a_long_log_leads_on_page_after_page(client, body, decision, monkeypatch):
    monkeypatch.setattr(queries.action_log, "MOST", 30)
    monkeypatch.setattr(lists, "MOST", 30)
    for number in range(60):
        an_action(decision=decision, what=f"Number {number:02}", due_on=TODAY + timedelta(days=number))

    pages = [log(client, body, page=page) for page in (1, 2, 3)]

    assert "More than 30 actions not yet closed" in words(pages[0])
    assert [response.text.count("Number ") for response in pages] == [25, 25, 10]
    assert "Next" in words(pages[1])
    assert "Next" not in words(pages[2])


def table_of(response) -> list[list[str]]:
    assert response.mimetype == "text/csv"
    return list(csv.reader(io.StringIO(response.data.decode("utf-8-sig"))))


def test_the_log_is_downloaded_as_it_is_filtered(client, body, decision):
    seat = a_seat(body=body, held_by=a_person("Ann Lee"))
    late = an_action(decision=decision, what="Write the plan", owner=seat, due_on=date(2026, 9, 6))
    an_action(decision=decision, what="Later", due_on=date(2026, 12, 1))
    db.session.commit()

    answer = client.get(f"/bodies/{body.slug}/actions.csv", query_string={"show": "overdue"})

    heads, row = table_of(answer)
    assert dict(zip(heads, row, strict=True)) == {
        "Action": str(late.number),
        "What is to be done": "Write the plan",
        "Decision": decision.reference,
        "Decided on": "2026-07-16",
        "Authority": "No authority",
        "Owner": "District Manager",
        "Who answers for it": "Ann Lee",
        "Due": "2026-09-06",
        "State": "Open",
        "Days overdue": "4",
        "Blocked": "",
        "Exempt": "",
    }
    assert answer.headers["Content-Disposition"] == f'attachment; filename="actions-{body.slug}.csv"'


def test_no_exempt_action_is_downloaded_by_the_public(client, body, decision):
    private = a_decision(minute=a_minute(meeting=decision.minute.meeting, is_exempt=True))
    an_action(decision=private, what="Xylophone")
    db.session.commit()

    assert b"Xylophone" not in client.get(f"/bodies/{body.slug}/actions.csv?show=all").data


def test_my_actions_come_from_every_partnership(client, sign_in, body, decision):
    seat, board = a_seat(body=body), a_body("Youth Justice Board")
    me = a_member(body=body, seat=seat)
    theirs = a_seat(body=board, held_by=me.person)
    elsewhere = a_decision(minute=a_minute(meeting=a_meeting(body=board)))
    an_action(decision=decision, what="Write the plan", owner=seat, due_on=date(2026, 9, 6))
    an_action(decision=elsewhere, what="Name an inspector", owner=theirs, due_on=date(2026, 9, 21))
    an_action(decision=elsewhere, what="Sent", owner=theirs, state=ActionState.PROPOSED)

    shown = words(sign_in(me).get("/my-actions"))

    assert "3 actions in 2 partnerships. 1 is overdue." in shown
    assert "Write the plan 4 days overdue. It was due on Sunday 6 September 2026." in shown
    assert "Still to do (1)" in shown
    assert "You have done your part (1)" in shown


def test_who_owes_nothing_is_told_so(client, sign_in, body):
    me = a_member(body=body)

    assert "You owe nothing today." in words(sign_in(me).get("/my-actions"))
    assert "None of your actions is finished yet." in words(client.get("/my-actions/finished"))


def test_my_finished_actions_are_listed_apart(client, sign_in, body, decision):
    seat = a_seat(body=body)
    me = a_member(body=body, seat=seat)
    an_action(decision=decision, what="Old", owner=seat, state=ActionState.CLOSED, closed_at=decision.minute.meeting)

    assert "1 finished action" in words(sign_in(me).get("/my-actions"))
    assert "Old" in words(client.get("/my-actions/finished"))
