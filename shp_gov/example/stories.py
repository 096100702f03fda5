"""What happened to an action of the example after it was given: notes, evidence, answers, changes."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.example.acts import Act
from shp_gov.example.content import FOLDER, ActionPlan, MeetingPlan, Step
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import Action
from shp_gov.queries import actions as queries
from shp_gov.services import action_changes, action_endings, actions
from shp_gov.services.evidence import Upload

BY_THE_OWNER = ("note", "done")
HOURS = {"note": 10, "done": 15, "returned": 11, "checked": 12}
AN_HOUR = timedelta(hours=1)


def acts(world: World, meeting: MeetingPlan) -> Iterator[Act]:
    """List the steps of every action of a meeting, each after the one before."""
    for item in meeting.items:
        for decision in item.decisions:
            for plan in decision.actions:
                yield from _story(world, meeting, plan)


def _story(world: World, meeting: MeetingPlan, plan: ActionPlan) -> Iterator[Act]:
    met_on = world.day(meeting.body, meeting.place)
    last = moment(met_on, 16)
    for step in plan.story:
        day = world.step_day(met_on, after=step.after, ago=step.ago)
        last = max(moment(day, HOURS.get(step.deed, 14)), last + AN_HOUR)
        yield Act(last, _deed(world, meeting, plan, step))


def _deed(world: World, meeting: MeetingPlan, plan: ActionPlan, step: Step) -> Callable[[], None]:
    def do() -> None:
        action = world.actions[plan.key or plan.what]
        officer = world.officer(meeting.body)
        actor = _actor(world, action, officer, step)
        TAKE[step.deed](world, action, step, actor)

    return do


def _actor(world: World, action: Action, officer: Actor, step: Step) -> Actor:
    """Tell who takes a step: the one named, the owner if they have an account, or the officer."""
    if step.by:
        return world.actor(step.by)
    if step.deed not in BY_THE_OWNER:
        return officer
    answering = {person.id for person in queries.holders(action, on=clock.today())}
    return next((world.actor(key) for key, user in world.users.items() if user.person_id in answering), officer)


def _note(world: World, action: Action, step: Step, actor: Actor) -> None:
    actions.report_progress(action, note=step.words, actor=actor)


def _done(world: World, action: Action, step: Step, actor: Actor) -> None:
    files = [Upload(name, (FOLDER / "evidence" / name).read_bytes()) for name in step.files]
    actions.propose_completion(action, note=step.words, files=files, actor=actor)


def _returned(world: World, action: Action, step: Step, actor: Actor) -> None:
    actions.return_(action, reason=step.words, actor=actor)


def _checked(world: World, action: Action, step: Step, actor: Actor) -> None:
    actions.verify(action, note=step.words, actor=actor)


def _due(world: World, action: Action, step: Step, actor: Actor) -> None:
    day = world.step_day(action.assigned_on, after=int(step.words), ago=None)
    action_changes.change_due_date(action, due_on=day, reason=step.because, actor=actor)


def _due_in(world: World, action: Action, step: Step, actor: Actor) -> None:
    day: date = world.step_day(action.assigned_on, after=None, ago=-int(step.words))
    action_changes.change_due_date(action, due_on=day, reason=step.because, actor=actor)


def _owner(world: World, action: Action, step: Step, actor: Actor) -> None:
    action_changes.change_owner(action, owner=world.owner(step.words), reason=step.because, actor=actor)


def _waits_for(world: World, action: Action, step: Step, actor: Actor) -> None:
    action_changes.wait_for(action, world.actions[step.words], reason=step.because, actor=actor)


def _reopened(world: World, action: Action, step: Step, actor: Actor) -> None:
    action_endings.reopen(action, reason=step.words, actor=actor)


TAKE: dict[str, Callable[[World, Action, Step, Actor], None]] = {
    "note": _note,
    "done": _done,
    "returned": _returned,
    "checked": _checked,
    "due": _due,
    "due_in": _due_in,
    "owner": _owner,
    "waits_for": _waits_for,
    "reopened": _reopened,
}
