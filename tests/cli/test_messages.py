"""messages send: deliver the outbox over real SMTP, reminders included."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.cli.messages import run
from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Message
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_member,
    a_minute,
    a_person,
    a_seat,
    an_action,
    an_appointment,
    an_officer,
)
from tests.notifications.letter_box import Box, mail_of, mail_server

CLERK = Actor("Helen Ashby")
NOW = datetime(2026, 9, 10, 9, tzinfo=UTC)


@pytest.fixture
def clock_on():
    with time_machine.travel(NOW) as travelling:
        yield travelling


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def post(app, box, clock_on, monkeypatch):
    with mail_server(box) as running:
        monkeypatch.setitem(app.config, "MAIL", mail_of(running))
        monkeypatch.setitem(app.config, "BASE_URL", "https://partnership.example.org")
        yield app


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def seat(body):
    return a_seat(body=body)


@pytest.fixture
def owner(body, seat):
    return a_member(body=body, seat=seat)


def assigned(body, seat, what="Share the data", *, due_on=date(2026, 12, 1), **minute):
    state = minute.pop("minutes_state", MinutesState.DRAFT_PUBLISHED)
    meeting = a_meeting(body=body, starts_at=None, minutes_state=state)
    decision = a_decision(minute=a_minute(meeting=meeting, **minute))
    action = services.actions.assign(decision, what=what, owner=seat, due_on=due_on, actor=CLERK)
    db.session.commit()
    return action


def send(app):
    counts, problem = run(app)
    return counts["sent"], counts["failed"], counts["waiting"], problem


def outcomes():
    return [message.outcome for message in db.session.query(Message).order_by(Message.id)]


def text_of(letter) -> str:
    return f"{letter['Subject']}\n{letter.get_content()}"


def test_the_owner_is_told_once(post, box, body, seat, owner):
    action = assigned(body, seat)

    assert send(post) == (1, 0, 0, "")
    assert send(post) == (0, 0, 0, "")

    [letter] = box.letters
    assert letter["To"] == f"Jo Tranter <{owner.email}>"
    assert letter["Subject"] == "Your action: Share the data, by Tuesday 1 December 2026"
    assert f"https://partnership.example.org/my-actions/{action.id}" in letter.get_content()
    [message] = db.session.query(Message).all()
    assert (message.outcome, message.sent_to, message.attempts) == ("sent", owner.email, 1)
    assert message.sent_at == NOW.replace(tzinfo=UTC) or message.sent_at >= NOW


def test_a_refused_letter_does_not_stop_the_rest_and_goes_later(post, box, body, seat, owner):
    assigned(body, seat, "First")
    assigned(body, seat, "Second")
    box.answers = ["451 Try later"]

    assert send(post) == (1, 1, 1, "")
    assert [letter["Subject"][:20] for letter in box.letters] == ["Your action: Second,"]
    assert outcomes() == ["failed: 451 Try later", "sent"]
    assert send(post) == (1, 0, 0, "")
    assert box.letters[-1]["Subject"].startswith("Your action: First")


def test_a_server_that_hangs_up_fails_one_letter_only(post, box, body, seat, owner):
    assigned(body, seat, "First")
    assigned(body, seat, "Second")
    box.answers = ["hang up"]

    assert send(post)[:3] == (1, 1, 1)
    assert send(post)[:3] == (1, 0, 0)


def test_a_letter_that_is_always_refused_is_given_up(post, box, body, seat, owner, clock_on):
    assigned(body, seat)
    box.answers = ["550 No such user"] * 20
    for _ in range(12):
        send(post)
        clock_on.shift(timedelta(days=1, minutes=1))

    [message] = db.session.query(Message).all()
    assert (message.is_settled, message.attempts) == (True, 8)
    assert message.outcome == "given up after 8 tries: 550 No such user"


def test_while_the_server_is_away_nothing_is_lost_or_counted(app, clock_on, body, seat, owner, monkeypatch, box):
    assigned(body, seat)
    with mail_server(box) as gone:
        pass
    monkeypatch.setitem(app.config, "MAIL", mail_of(gone))

    for _ in range(20):
        sent, failed, waiting, problem = send(app)

    assert (sent, failed, waiting) == (0, 0, 1)
    assert problem.startswith("The mail server cannot be reached.")
    assert db.session.query(Message).one().attempts == 0
    with mail_server(box) as back:
        monkeypatch.setitem(app.config, "MAIL", mail_of(back))
        assert send(app) == (1, 0, 0, "")


def test_without_mail_set_up_it_says_so(app, clock_on, body, seat, owner):
    assert send(app) == (0, 0, 0, "")

    assigned(body, seat)

    assert send(app)[3].startswith("Mail is not set up.")


def test_what_is_no_longer_so_is_not_said(post, box, body, seat, owner):
    action = assigned(body, seat)
    officer = an_officer(body=body)
    services.actions.propose_completion(action, note="Done.", actor=Actor("Jo Tranter", owner.id))
    services.actions.return_(action, reason="Not yet.", actor=Actor(officer.name, officer.id))
    db.session.commit()

    send(post)

    assert [letter["Subject"] for letter in box.letters] == [
        "Your action: Share the data, by Tuesday 1 December 2026",
        "Sent back: Share the data",
    ]
    assert outcomes() == ["sent", "not sent: it is no longer so", "sent"]


def test_a_draft_is_not_told_before_it_is_published(post, box, body, seat, owner):
    action = assigned(body, seat, minutes_state=MinutesState.DRAFT)

    assert send(post) == (0, 0, 1, "")
    assert outcomes() == ["waits: the minutes are a draft"]

    action.decision.minute.meeting.minutes_state = MinutesState.DRAFT_PUBLISHED
    db.session.commit()
    assert send(post) == (1, 0, 0, "")


def test_an_exempt_action_leaves_no_exempt_word(post, box, body, seat, owner):
    action = assigned(body, seat, "Xylophone contract", is_exempt=True, title="Xylophone", exempt_paragraph="3")
    services.actions.propose_completion(action, note="Xylophone bought.", actor=CLERK)
    services.actions.return_(action, reason="Which xylophone?", actor=CLERK)
    services.action_changes.change_due_date(action, due_on=date(2026, 9, 12), reason="Xylophone late", actor=CLERK)
    db.session.commit()

    send(post)

    subjects = [letter["Subject"] for letter in box.letters]
    assert subjects == [
        f"Your action: Private action {action.number}, by Saturday 12 September 2026",
        f"Sent back: Private action {action.number}",
        f"New date, Saturday 12 September 2026: Private action {action.number}",
        f"Due Saturday 12 September 2026: Private action {action.number}",
    ]
    assert not [letter for letter in box.letters if "xylophone" in str(letter).lower()]
    assert not [letter for letter in box.letters if "xylophone" in text_of(letter).lower()]


def test_whoever_may_not_know_is_not_told(post, box, body, seat):
    stranger = a_person("Ash Cole", email="ash@seaborough.example")
    action = an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=body), is_exempt=True)), owner=seat)
    an_appointment(stranger, seat=seat, from_on=date(2026, 9, 1))
    services.actions.propose_completion(action, note="Done", actor=CLERK)
    services.actions.return_(action, reason="No", actor=CLERK)
    db.session.commit()

    assert send(post) == (0, 0, 0, "")
    assert outcomes() == ["not sent: no longer theirs to know"]


def test_reminders_go_once_for_each_due_date_as_one_letter(post, box, body, seat, owner, clock_on):
    soon = assigned(body, seat, "Due next week", due_on=date(2026, 9, 15))
    late = assigned(body, seat, "Due last week", due_on=date(2026, 9, 3))
    db.session.query(Message).delete()
    db.session.commit()

    assert send(post) == (1, 0, 0, "")
    assert send(post) == (0, 0, 0, "")

    [letter] = box.letters
    assert letter["Subject"] == "1 action overdue, 1 due soon"
    assert "Due Thursday 3 September 2026, 7 days overdue." in letter.get_content()
    clock_on.move_to(datetime(2026, 9, 16, 9, tzinfo=UTC))
    assert send(post) == (1, 0, 0, "")
    assert "Due next week" in box.letters[-1].get_content()
    services.action_changes.change_due_date(late, due_on=date(2026, 9, 18), reason="Agreed", actor=CLERK)
    db.session.query(Message).filter_by(event="due_date_changed").delete()
    db.session.commit()
    assert send(post) == (1, 0, 0, "")
    assert box.letters[-1]["Subject"] == "Due Friday 18 September 2026: Due last week"
    assert soon.what not in box.letters[-1].get_content()


def test_a_reminder_is_not_sent_for_what_was_done_a_moment_ago(post, box, body, seat, owner):
    action = assigned(body, seat, due_on=date(2026, 9, 3))
    send(post)
    db.session.query(Message).delete()
    services.reminders.remind()
    services.actions.propose_completion(action, note="Done", actor=CLERK)
    db.session.commit()

    assert send(post) == (0, 0, 0, "")


def test_two_at_once_send_a_letter_once(post, box, body, seat, owner):
    assigned(body, seat)
    [number] = services.deliveries.waiting()

    first, second = services.deliveries.take(number), services.deliveries.take(number)

    assert [len(first), len(second)] == [1, 0]


def test_whoever_takes_a_seat_is_told_on_the_first_day_of_the_term(post, box, body, seat, clock_on):
    assigned(body, seat)
    ann = a_person("Ann Lee", email="ann@seaborough.example")
    services.appointments.appoint(ann, to=seat, from_=date(2026, 10, 1), actor=CLERK)
    db.session.commit()

    assert send(post) == (1, 0, 1, "")
    assert outcomes() == ["waits: the term begins on Thursday 1 October 2026", "sent"]
    clock_on.move_to(datetime(2026, 10, 1, 9, tzinfo=UTC))
    assert send(post) == (1, 0, 0, "")
    assert box.letters[1]["Subject"] == "Handed to you: Share the data"


def test_words_are_sent_as_they_were_typed(post, box, body, seat, owner):
    assigned(body, seat, "Ask <all> Tom & Ann's \N{LEFT DOUBLE QUOTATION MARK}team\N{RIGHT DOUBLE QUOTATION MARK}")

    send(post)

    assert "Ask <all> Tom & Ann's “team”" in text_of(box.letters[0])


def test_a_message_older_than_30_days_is_not_sent(post, box, body, seat, owner, clock_on):
    action = assigned(body, seat, minutes_state=MinutesState.DRAFT)
    clock_on.shift(timedelta(days=31))
    action.decision.minute.meeting.minutes_state = MinutesState.DRAFT_PUBLISHED
    db.session.commit()

    assert send(post) == (0, 0, 0, "")
    assert outcomes() == ["not sent: it waited for 30 days"]


def test_a_closed_account_gets_nothing(post, box, body, seat, owner):
    assigned(body, seat)
    owner.is_enabled = False
    db.session.commit()

    assert send(post) == (0, 0, 1, "")
    assert outcomes() == ["waits: no address is known"]
