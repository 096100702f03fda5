"""What a meeting of the example decided: the resolution, who does what by when, and who is elected."""

from datetime import date, timedelta

from shp_gov.audit import Actor
from shp_gov.domain.words import day_words
from shp_gov.example.content import ActionPlan, DecisionPlan, ProposalPlan
from shp_gov.example.days import working_day
from shp_gov.example.world import World
from shp_gov.models import Agreement, Decision, DecisionKind, Minute, OfficeKind
from shp_gov.services import action_endings, actions, by_hand, minute_steps, proposals


def decide(world: World, minute: Minute, plan: DecisionPlan) -> None:
    """Record a decision, what it gives rise to and what it ends."""
    meeting = minute.meeting
    actor = world.officer(body_key(world, minute))
    decision = minute_steps.decide(
        minute,
        words=_with_days(world, plan, meeting.on),
        kind=DecisionKind(plan.kind),
        agreement=Agreement(plan.agreement),
        reasons=plan.reasons,
        supersedes=world.decisions[plan.supersedes] if plan.supersedes else None,
        actor=actor,
    )
    world.decisions[plan.key or decision.reference] = decision
    for action in plan.actions:
        _assign(world, decision, action)
    for proposal in plan.proposals:
        _propose(world, decision, proposal, actor)
    for key in plan.drops:
        action_endings.not_proceed(world.actions[key], decision=decision, actor=actor)
    for office, person in plan.elects.items():
        by_hand.elect(
            world.people[person],
            OfficeKind(office),
            body=meeting.body,
            from_on=meeting.on,
            decision=decision,
            actor=actor,
        )


def body_key(world: World, minute: Minute) -> str:
    """Tell the key of the body whose minute this is."""
    return next(key for key, body in world.bodies.items() if body is minute.meeting.body)


def due_day(world: World, plan: ActionPlan, met_on: date) -> date | None:
    """Tell the day an action is due; nothing where it is due by the next meeting."""
    if plan.due_in is not None:
        return max(met_on, working_day(world.today + timedelta(days=plan.due_in)))
    return working_day(met_on + timedelta(days=plan.due)) if plan.due is not None else None


def _with_days(world: World, plan: DecisionPlan, met_on: date) -> str:
    words = plan.words
    for number, action in enumerate(plan.actions, start=1):
        if due := due_day(world, action, met_on):
            words = words.replace(f"{{due {number}}}", day_words(due)).replace("{due}", day_words(due))
    return words


def _assign(world: World, decision: Decision, plan: ActionPlan) -> None:
    due_on = due_day(world, plan, decision.on)
    action = actions.assign(
        decision,
        what=plan.what,
        owner=world.owner(plan.owner),
        due_on=due_on,
        by_next_meeting=due_on is None,
        supporters=[world.owner(key) for key in plan.helped_by],
        actor=world.officer(body_key(world, decision.minute)),
    )
    world.actions[plan.key or plan.what] = action
    if plan.agreed:
        world.to_agree.add(action.id)


def _propose(world: World, decision: Decision, plan: ProposalPlan, actor: Actor) -> None:
    due_on = working_day(world.today + timedelta(days=plan.due_in)) if plan.due_in is not None else None
    proposal = minute_steps.propose(
        decision,
        what=plan.what,
        kind=DecisionKind(plan.kind),
        seat=world.seats[plan.owner] if plan.owner else None,
        owner_hint=plan.owner_hint,
        due_hint=plan.due_hint,
        due_on=due_on,
        by_next_meeting=plan.by_next_meeting,
        actor=actor,
    )
    if plan.dismissed:
        proposals.dismiss(proposal, reason=plan.dismissed, actor=actor)
