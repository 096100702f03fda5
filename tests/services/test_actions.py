"""Actions, from their assignment to the body's agreement."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import services, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.guards import WordsMissing, WrongDay
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import ACTION, ActionState, MinutesState
from shp_gov.models import DecisionKind, Evidence, Happening
from shp_gov.services.actions import OwnerRefused
from shp_gov.services.evidence import FileRefused, Upload
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_minute,
    a_person,
    a_seat,
    an_action,
    an_officer,
    an_organisation,
)
from tests.services.acting import CLERK, audited, last, story, told

TODAY = date(2026, 9, 10)
TABLE = {(step.name, step.source): step.target for step in ACTION.transitions}


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def decision(body):
    return a_decision(minute=a_minute(meeting=a_meeting(body=body, on=date(2026, 7, 16))))


@pytest.fixture
def owner(body):
    return a_person("Jo Tranter")


@pytest.fixture
def seat(body, owner):
    return a_seat(body=body, held_by=owner)


def assign(decision, seat, **details):
    usual = {"what": "Share the data", "owner": seat, "due_on": date(2026, 9, 30), "actor": CLERK}
    return services.actions.assign(decision, **(usual | details))


def test_an_action_goes_the_whole_way(body, decision, seat, owner):
    officer = an_officer(body=body)
    me, clerk = Actor(owner.name), Actor(officer.name, officer.id)
    action = assign(decision, seat, actor=clerk)

    services.actions.propose_completion(action, note="Shared on Monday.", actor=me)
    services.actions.return_(action, reason="June is missing.", actor=clerk)
    services.actions.propose_completion(action, files=[Upload("june.pdf", b"%PDF-1.7 june")], actor=me)
    services.actions.verify(action, actor=clerk)
    later = a_meeting(body=body, on=TODAY)
    services.action_endings.agree_closure([action], meeting=later, actor=clerk)

    assert action.state is ActionState.CLOSED
    assert action.closed_at is later
    steps = ["assigned", "completion proposed", "returned", "completion proposed", "verified", "closed"]
    assert story(action) == steps
    assert told(owner) == ["action_assigned", "action_returned", "action_verified", "action_closed"]
    assert told(officer) == ["completion_proposed", "completion_proposed"]
    assert {event.holder_name for event in action.history} == {"Jo Tranter"}
    assert audited(action) == [
        "action.assigned",
        "action.completion_proposed",
        "action.returned",
        "action.completion_proposed",
        "action.verified",
        "action.closed",
    ]


def test_actions_of_a_body_are_numbered_one_after_the_other(decision, seat):
    numbers = [assign(decision, seat).number for _ in range(3)]

    assert numbers == [1, 2, 3]
    assert assign(a_decision(), an_organisation()).number == 1


@pytest.mark.parametrize(
    "owner_of", [lambda body: a_seat(body=body), lambda body: an_organisation(), lambda body: body]
)
def test_a_seat_an_organisation_or_a_body_can_own_an_action(body, decision, owner_of):
    new = owner_of(body)

    assert assign(decision, new).owner is new


def test_an_action_says_who_helps(body, decision, seat):
    helper, board = an_organisation(), a_body("Youth Justice Board")

    action = assign(decision, seat, supporters=[helper, board])

    assert [row.organisation or row.supporting_body for row in action.supporters] == [helper, board]


@pytest.mark.parametrize(
    ("details", "refusal", "sentence"),
    [
        ({"what": " "}, WordsMissing, "Give what is to be done"),
        ({"what": "x" * 501}, WordsMissing, "500 characters"),
        ({"due_on": None}, WrongDay, "Give the day it is due"),
        ({"due_on": date(2026, 7, 15)}, WrongDay, "it was decided on Thursday 16 July 2026"),
    ],
)
def test_an_action_needs_its_words_and_its_day(decision, seat, details, refusal, sentence):
    with pytest.raises(refusal, match=sentence):
        assign(decision, seat, **details)


def test_a_seat_of_another_body_cannot_own_it(decision):
    with pytest.raises(OwnerRefused, match="Choose a seat"):
        assign(decision, a_seat())


def test_an_action_of_an_exempt_decision_is_exempt(body, seat):
    private = a_decision(minute=a_minute(meeting=a_meeting(body=body), is_exempt=True))

    assert assign(private, seat).is_exempt


def act(step, action, body):
    """Take a step, with everything it needs apart from the right state."""
    later = a_meeting(body=body, on=TODAY, starts_at=None)
    dropping = a_decision(minute=a_minute(meeting=later))
    {
        "start": lambda: services.actions.start(action, actor=CLERK),
        "propose_completion": lambda: services.actions.propose_completion(action, note="Done", actor=CLERK),
        "return": lambda: services.actions.return_(action, reason="Why", actor=CLERK),
        "verify": lambda: services.actions.verify(action, actor=CLERK),
        "agree_closure": lambda: services.action_endings.agree_closure([action], meeting=later, actor=CLERK),
        "not_proceed": lambda: services.action_endings.not_proceed(action, decision=dropping, actor=CLERK),
        "reopen": lambda: services.action_endings.reopen(action, reason="Why", actor=CLERK),
    }[step]()


def put_into(state, decision, seat):
    """Make an action in a state, as the database demands it."""
    ends = {
        ActionState.CLOSED: {"closed_at": a_meeting(body=seat.body, on=date(2026, 9, 1), starts_at=None)},
        ActionState.NOT_PROCEEDING: {"dropped_by": a_decision(minute=decision.minute)},
    }
    return an_action(decision=decision, owner=seat, state=state, **ends.get(state, {}))


@pytest.mark.parametrize("state", ActionState)
@pytest.mark.parametrize("step", sorted({name for name, _ in TABLE}))
def test_every_step_from_every_state_is_as_the_table_says(body, decision, seat, owner, step, state):
    action = put_into(state, decision, seat)

    if (step, state) in TABLE:
        act(step, action, body)
        assert action.state is TABLE[step, state]
        assert len(story(action)) == 1
        return
    with pytest.raises((TransitionRefused, services.action_endings.WrongMeeting)):
        act(step, action, body)
    assert action.state is state
    assert story(action) == []
    assert told(owner) == []


def test_a_first_note_says_that_work_has_begun(decision, seat):
    action = assign(decision, seat)

    services.actions.report_progress(action, note="Asked both legal teams.", actor=CLERK)
    services.actions.report_progress(action, note="Signed.", files=[Upload("letter.txt", b"signed")], actor=CLERK)

    assert action.state is ActionState.IN_PROGRESS
    assert story(action) == ["assigned", "started", "note", "note"]
    assert last(action).note == "Signed."
    [shown] = db.session.query(Evidence).all()
    assert storage.fetch(shown.document.sha256) == b"signed"


@pytest.mark.parametrize("state", [ActionState.PROPOSED, ActionState.VERIFIED, ActionState.CLOSED])
def test_once_it_is_handed_in_its_owner_adds_no_note(decision, seat, state):
    action = put_into(state, decision, seat)

    with pytest.raises(TransitionRefused):
        services.actions.report_progress(action, note="One more thing.", actor=CLERK)


@pytest.mark.parametrize(("note", "files"), [("", []), ("  ", [])])
def test_completion_is_not_proposed_without_evidence(decision, seat, note, files):
    action = assign(decision, seat)

    with pytest.raises(WordsMissing, match="Show that it is complete"):
        services.actions.propose_completion(action, note=note, files=files, actor=CLERK)
    assert action.state is ActionState.OPEN


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "“plan.pdf” is empty"), (b"x" * 20_000_001, "“plan.pdf” is larger than 20 MB")]
)
def test_a_file_that_cannot_be_evidence_is_refused(decision, seat, content, sentence):
    with pytest.raises(FileRefused, match=sentence):
        services.actions.propose_completion(assign(decision, seat), files=[Upload("plan.pdf", content)], actor=CLERK)


def test_an_action_is_returned_with_a_reason_only(decision, seat):
    action = put_into(ActionState.PROPOSED, decision, seat)

    with pytest.raises(WordsMissing, match="Give a reason"):
        services.actions.return_(action, reason=" ", actor=CLERK)
    assert action.state is ActionState.PROPOSED


def test_several_actions_are_closed_at_one_meeting_by_one_decision(body, decision, seat):
    actions = [put_into(ActionState.VERIFIED, decision, seat) for _ in range(3)]
    minute = a_minute(meeting=a_meeting(body=body, on=TODAY), title="Action log")

    closing = services.action_endings.agree_closure(actions, meeting=minute.meeting, minute=minute, actor=CLERK)

    assert closing.kind is DecisionKind.CLOSURE
    first, second, third = (action.number for action in actions)
    assert closing.words == f"That actions {first}, {second} and {third} be closed as complete."
    assert {action.state for action in actions} == {ActionState.CLOSED}
    assert {last(action).facts["decision_id"] for action in actions} == {closing.id}


def test_a_decision_already_minuted_can_be_the_one_that_closes(body, decision, seat):
    action = put_into(ActionState.VERIFIED, decision, seat)
    meeting = a_meeting(body=body, on=TODAY)
    minuted = a_decision(minute=a_minute(meeting=meeting), kind=DecisionKind.CLOSURE)

    services.action_endings.agree_closure([action], meeting=meeting, decision=minuted, actor=CLERK)

    assert last(action).facts["decision_id"] == minuted.id


def test_approved_minutes_take_no_new_decision(body, decision, seat):
    action = put_into(ActionState.VERIFIED, decision, seat)
    minute = a_minute(meeting=a_meeting(body=body, on=TODAY, minutes_state=MinutesState.APPROVED))

    with pytest.raises(services.action_endings.WrongMeeting, match="approved and cannot change"):
        services.action_endings.agree_closure([action], meeting=minute.meeting, minute=minute, actor=CLERK)
    with pytest.raises(services.action_endings.WrongMeeting, match="a minute of the meeting that agreed"):
        services.action_endings.agree_closure(
            [action], meeting=a_meeting(body=body, on=TODAY, starts_at=None), minute=minute, actor=CLERK
        )


def test_a_meeting_before_the_check_cannot_have_agreed(body, decision, seat):
    action = put_into(ActionState.PROPOSED, decision, seat)
    services.actions.verify(action, actor=CLERK)

    with pytest.raises(services.action_endings.WrongMeeting, match="verified only after the meeting of"):
        services.action_endings.agree_closure([action], meeting=a_meeting(body=body, on=date(2026, 9, 9)), actor=CLERK)


def test_reopening_keeps_the_chain(body, decision, seat, owner):
    action = put_into(ActionState.VERIFIED, decision, seat)
    meeting = a_meeting(body=body, on=TODAY)
    services.action_endings.agree_closure([action], meeting=meeting, actor=CLERK)

    services.action_endings.reopen(action, reason="It was not done after all.", actor=CLERK)

    assert action.state is ActionState.OPEN
    assert action.closed_at is None
    assert story(action) == ["closed", "reopened"]
    assert last(action).facts == {"meeting_id": meeting.id}
    assert told(owner)[-1] == "action_reopened"


def test_an_action_ends_by_a_later_decision_only(body, decision, seat, owner):
    action = assign(decision, seat)
    with pytest.raises(services.action_endings.guards.WrongDecision, match="cannot also end it"):
        services.action_endings.not_proceed(action, decision=decision, actor=CLERK)
    later = a_decision(minute=a_minute(meeting=a_meeting(body=body, on=TODAY)))

    services.action_endings.not_proceed(action, decision=later, reason="No money.", actor=CLERK)

    assert action.state is ActionState.NOT_PROCEEDING
    assert action.dropped_by is later
    assert (last(action).happening, last(action).note) == (Happening.NOT_PROCEEDING, "No money.")
    assert told(owner)[-1] == "action_dropped"
