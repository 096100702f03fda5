"""What the page of one action shows to whoever is looking."""

from dataclasses import dataclass
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov.domain.action_steps import Step, is_blocked, is_overdue, steps
from shp_gov.domain.guards import require_unchanged
from shp_gov.domain.permissions import Permission, Role, allowed
from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models import Action, Evidence, Happening, Person
from shp_gov.queries import actions, evidence, owners
from shp_gov.services.action_history import take
from shp_gov.web.access import viewer
from shp_gov.web.actions.forms import ActionForm, AnswerForm, ProgressForm
from shp_gov.web.actions.story import TITLES, Told, tell
from shp_gov.web.filters import clock_time

INSIDERS = frozenset({Role.OFFICER, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.OWNER})


@dataclass(frozen=True)
class Page:
    """One action as one person may see it."""

    action: Action
    today: date
    due_on: date | None
    owner: str
    holders: list[Person]
    is_mine: bool
    may: frozenset[Permission]
    steps: dict[str, Step]
    story: list[Told]
    evidence: list[Evidence]
    returned: Told | None
    waits_for: Action | None
    next_meeting_on: date | None

    @property
    def names(self) -> list[str]:
        """Name who answers for it, with the rank of the day."""
        return [person.name_on(self.today) for person in self.holders]

    @property
    def is_overdue(self) -> bool:
        """Tell whether its day has passed while the owner still has it."""
        return is_overdue(self.action.state, self.due_on, self.today)

    @property
    def is_blocked(self) -> bool:
        """Tell whether it must wait for another action."""
        return is_blocked(self.action.state, self.waits_for.state if self.waits_for else None)

    @property
    def is_with_owner(self) -> bool:
        """Tell whether the owner has the next step."""
        return self.action.state in WITH_THE_OWNER


def gather(action: Action) -> Page:
    """Find out everything that the page of an action shows."""
    looking = viewer()
    holders = actions.holders(action, on=looking.on)
    is_mine = looking.person_id is not None and looking.person_id in {person.id for person in holders}
    roles = looking.roles(action.body_id) | ({Role.OWNER} if is_mine else set())
    may = allowed(roles)
    told, returned = _story(action, reads_notes=bool(roles & INSIDERS) or action.state is ActionState.CLOSED)
    return Page(
        action=action,
        today=looking.on,
        due_on=actions.due_day(action),
        owner=owners.of_actions([action], on=looking.on).of(action).title,
        holders=holders,
        is_mine=is_mine,
        may=may,
        steps=steps(action.state, may),
        story=told,
        evidence=list(evidence.of_action(action)) if Permission.SEE_EVIDENCE in may else [],
        returned=returned,
        waits_for=actions.find(action.waits_for_id, viewer=looking) if action.waits_for_id else None,
        next_meeting_on=None if action.state in FINISHED else _next_meeting(action, looking.on),
    )


def _story(action: Action, *, reads_notes: bool) -> tuple[list[Told], Told | None]:
    events = actions.history(action)
    told = tell(events, user_id=viewer().user_id, today=viewer().on, with_notes=reads_notes)
    returns = [line for event, line in zip(events, told, strict=True) if event.happening is Happening.RETURNED]
    return told, returns[0] if returns and action.state is ActionState.RETURNED else None


def _next_meeting(action: Action, on: date) -> date | None:
    return actions.day_of_next_meeting(action.body_id, after=on)


def render(
    action: Action, *, progress: ProgressForm | None = None, answer: AnswerForm | None = None
) -> ResponseReturnValue:
    """Show an action, with the form that was refused if there is one."""
    page = gather(action)
    progress = progress or ProgressForm(formdata=None)
    answer = answer or AnswerForm(formdata=None)
    for form in (progress, answer):
        form.version.data = str(action.version)
    refused = next((form for form in (progress, answer) if form.errors), None)
    unsaved = refused.note.data if refused and refused is not _shown(page, progress, answer) else ""
    return render_template(
        "actions/show.html", page=page, action=action, progress=progress, answer=answer, form=refused, unsaved=unsaved
    )


def _shown(page: Page, progress: ProgressForm, answer: AnswerForm) -> ActionForm | None:
    """Tell which of the two forms the page offers now."""
    if page.is_with_owner and Permission.UPDATE_ACTION in page.may:
        return progress
    is_to_answer = page.action.state in (ActionState.PROPOSED, ActionState.VERIFIED)
    return answer if is_to_answer and Permission.VERIFY_ACTION in page.may else None


def require_fresh(action: Action, form: ActionForm) -> None:
    """Refuse a form that was opened before somebody else changed the action, and say what they did."""
    take(action)
    seen = form.version.data or ""
    newest = actions.history(action)[:1]
    news = "Somebody changed this action meanwhile."
    if newest:
        did = TITLES[newest[0].happening][0]
        news = f"{newest[0].by_name} changed this action at {clock_time(newest[0].at)}: {did}."
    require_unchanged(int(seen) if seen.isdecimal() and len(seen) < 10 else None, action.version, news=news)
