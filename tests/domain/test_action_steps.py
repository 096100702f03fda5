"""What can be done next with an action, and why the rest cannot."""

from datetime import date

import pytest

from shp_gov.domain.action_steps import NEEDS, VERBS, is_blocked, is_overdue, steps, target
from shp_gov.domain.permissions import Permission
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import ACTION, FINISHED, WITH_THE_OWNER, ActionState

EVERYTHING = frozenset(Permission)
TABLE = {(step.name, step.source): step.target for step in ACTION.transitions}


@pytest.mark.parametrize("state", ActionState)
@pytest.mark.parametrize("name", VERBS)
def test_a_step_is_open_exactly_where_the_table_has_it(name, state):
    step = steps(state, EVERYTHING)[name]

    assert step.is_open == ((name, state) in TABLE)
    assert step.is_open or step.refusal.endswith(".")


@pytest.mark.parametrize("state", ActionState)
@pytest.mark.parametrize("name", VERBS)
def test_a_step_leads_where_the_table_says_or_is_refused_with_its_reason(name, state):
    if (name, state) in TABLE:
        assert target(name, state) is TABLE[name, state]
        return
    with pytest.raises(TransitionRefused, match="This cannot be done now"):
        target(name, state)


@pytest.mark.parametrize("name", VERBS)
def test_without_its_permission_no_step_is_open(name):
    allowed = EVERYTHING - {NEEDS[name]}

    assert not any(steps(state, allowed)[name].is_open for state in ActionState)


def test_whoever_may_do_nothing_is_told_who_may():
    step = steps(ActionState.PROPOSED, ())["verify"]

    assert step.refusal == "Only an officer of the partnership can do this."


@pytest.mark.parametrize(("due_on", "late"), [(date(2026, 9, 9), True), (date(2026, 9, 10), False), (None, False)])
def test_an_action_is_overdue_the_day_after_its_day_while_its_owner_has_it(due_on, late):
    today = date(2026, 9, 10)

    assert [is_overdue(state, due_on, today) for state in WITH_THE_OWNER] == [late] * 3
    assert not any(is_overdue(state, due_on, today) for state in ActionState if state not in WITH_THE_OWNER)


@pytest.mark.parametrize("other", ActionState)
def test_an_action_is_blocked_while_what_it_waits_for_is_unfinished(other):
    assert is_blocked(ActionState.OPEN, other) == (other not in FINISHED)
    assert not is_blocked(ActionState.OPEN, None)
    assert not is_blocked(ActionState.CLOSED, other)
