"""What can be done next with an action, and why the rest cannot: said before the button is pressed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.permissions import Permission
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import ACTION, FINISHED, WITH_THE_OWNER, ActionState

VERBS = {
    "start": "Say that it has started",
    "propose_completion": "Propose it is complete",
    "return": "Return it to its owner",
    "verify": "Verify it",
    "agree_closure": "Record that the partnership agreed",
    "not_proceed": "Record that it will not proceed",
    "reopen": "Reopen it",
}
NEEDS = {step.name: step.permission for step in ACTION.transitions}
WHO = {
    Permission.UPDATE_ACTION: "Only its owner or an officer can do this.",
    Permission.VERIFY_ACTION: "Only an officer of the partnership can do this.",
    Permission.RECORD_DECISION: "Only an officer of the partnership can do this.",
}
WAITS_FOR_THE_OWNER = "Its owner has not proposed that it is complete yet."
WHY_NOT: dict[tuple[str, ActionState], str] = {
    ("start", ActionState.IN_PROGRESS): "It has started already.",
    ("start", ActionState.PROPOSED): "Its owner says that it is complete.",
    ("start", ActionState.VERIFIED): "An officer has verified that it is complete.",
    ("propose_completion", ActionState.PROPOSED): "Completion is proposed already. An officer checks the evidence.",
    ("propose_completion", ActionState.VERIFIED): "An officer has verified it. The partnership agrees next.",
    ("verify", ActionState.VERIFIED): "It is verified already. The partnership agrees next.",
    ("agree_closure", ActionState.PROPOSED): "An officer must verify it before the partnership agrees.",
    **{("verify", state): WAITS_FOR_THE_OWNER for state in WITH_THE_OWNER},
    **{("return", state): "Its owner has it." for state in WITH_THE_OWNER},
    **{("agree_closure", state): WAITS_FOR_THE_OWNER for state in WITH_THE_OWNER},
    **{("reopen", state): "It is not finished." for state in ActionState if state not in FINISHED},
    **{(step, ActionState.CLOSED): "The partnership agreed that it is complete." for step in VERBS},
    **{(step, ActionState.NOT_PROCEEDING): "The partnership decided not to go on with it." for step in VERBS},
}


@dataclass(frozen=True)
class Step:
    """One step: its name, the words of its button and, where it cannot be taken, why."""

    name: str
    words: str
    refusal: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether the step can be taken now."""
        return not self.refusal


def steps(state: ActionState, allowed: Collection[Permission]) -> dict[str, Step]:
    """List every step of an action by its name, each open or with the reason why not."""
    return {name: Step(name, words, _refusal(name, state, allowed)) for name, words in VERBS.items()}


def _refusal(name: str, state: ActionState, allowed: Collection[Permission]) -> str:
    open_here = any(step.name == name and step.source == state for step in ACTION.transitions)
    if not open_here:
        return WHY_NOT[name, state]
    return "" if NEEDS[name] in allowed else WHO[NEEDS[name]]


def is_overdue(state: ActionState, due_on: date | None, on: date) -> bool:
    """Tell whether its day has passed while the owner still has it."""
    return state in WITH_THE_OWNER and due_on is not None and due_on < on


def is_blocked(state: ActionState, waits_for: ActionState | None) -> bool:
    """Tell whether the owner must wait for another action that is not finished."""
    return state in WITH_THE_OWNER and waits_for is not None and waits_for not in FINISHED


def target(name: str, state: ActionState) -> ActionState:
    """Tell the state that a step leads to, or refuse it with the reason."""
    for step in ACTION.transitions:
        if step.name == name and step.source == state:
            return ActionState(step.target)
    raise TransitionRefused(f"This cannot be done now. {WHY_NOT[name, state]}")
