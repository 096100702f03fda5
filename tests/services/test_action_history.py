"""Whatever is tried in whatever order, an action's state is what its history says."""

from datetime import UTC, date, datetime

import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import ActionState
from shp_gov.models import Happening
from tests.factories import a_body, a_decision, a_meeting, a_minute, a_seat
from tests.services.acting import CLERK, audited

REACHES = {
    Happening.ASSIGNED: ActionState.OPEN,
    Happening.STARTED: ActionState.IN_PROGRESS,
    Happening.COMPLETION_PROPOSED: ActionState.PROPOSED,
    Happening.RETURNED: ActionState.RETURNED,
    Happening.VERIFIED: ActionState.VERIFIED,
    Happening.CLOSED: ActionState.CLOSED,
    Happening.NOT_PROCEEDING: ActionState.NOT_PROCEEDING,
    Happening.REOPENED: ActionState.OPEN,
}
STEPS = ("start", "note", "propose", "return", "verify", "agree", "drop", "reopen", "owner", "due", "wait")


class Scene:
    """One action, and everything that a step on it could need."""

    def __init__(self):
        body = a_body()
        minute = a_minute(meeting=a_meeting(body=body, on=date(2026, 7, 16)))
        self.later = a_meeting(body=body, on=date(2026, 9, 10))
        self.dropping = a_decision(minute=a_minute(meeting=self.later))
        self.seats = [a_seat(body=body), a_seat(body=body)]
        usual = {"owner": self.seats[0], "due_on": date(2026, 9, 30), "actor": CLERK}
        self.action = services.actions.assign(a_decision(minute=minute), what="This", **usual)
        self.other = services.actions.assign(a_decision(minute=minute), what="That", **usual)

    def take(self, step: str, number: int) -> None:
        """Try a step."""
        action, acts, changes, ends = (
            self.action,
            services.actions,
            services.action_changes,
            services.action_endings,
        )
        {
            "start": lambda: acts.start(action, actor=CLERK),
            "note": lambda: acts.report_progress(action, note="Note", actor=CLERK),
            "propose": lambda: acts.propose_completion(action, note="Done" * (number % 2), actor=CLERK),
            "return": lambda: acts.return_(action, reason="Why" * (number % 2), actor=CLERK),
            "verify": lambda: acts.verify(action, actor=CLERK),
            "agree": lambda: ends.agree_closure([action], meeting=self.later, actor=CLERK),
            "drop": lambda: ends.not_proceed(action, decision=self.dropping, actor=CLERK),
            "reopen": lambda: ends.reopen(action, reason="Why", actor=CLERK),
            "owner": lambda: changes.change_owner(action, owner=self.seats[number % 2], reason="Why", actor=CLERK),
            "due": lambda: changes.change_due_date(
                action, due_on=date(2026, 10, 1 + number), reason="Why", actor=CLERK
            ),
            "wait": lambda: changes.wait_for(action, [None, self.other][number % 2], actor=CLERK),
        }[step]()


def refused(scene: Scene, step: str, number: int) -> str:
    """Try a step, and give the sentence of its refusal if it was refused."""
    try:
        scene.take(step, number)
    except DomainError as refusal:
        return str(refusal)
    return ""


def told_by(history) -> tuple[ActionState, bool, bool]:
    """Work out from a history where the action is, and what ended it."""
    state = next(REACHES[event.happening] for event in history if event.happening in REACHES)
    return state, state is ActionState.CLOSED, state is ActionState.NOT_PROCEEDING


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tried=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=14))
def test_state_and_history_agree_whatever_is_tried(app, tried):
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        scene = Scene()
        action = scene.action
        for step, number in tried:
            before = (action.state, action.owner, action.due_on, action.waits_for)
            if refusal := refused(scene, step, number):
                assert refusal.endswith(".")
                assert (action.state, action.owner, action.due_on, action.waits_for) == before
            db.session.flush()
            db.session.refresh(action, ["history"])
            state = (action.state, action.closed_at is not None, action.dropped_by is not None)
            assert state == told_by(action.history)
        assert len(audited(action)) == len(action.history)
