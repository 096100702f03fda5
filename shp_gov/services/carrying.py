"""Carried by itself: what the next agenda already holds when a meeting closes, or when the next meeting is made."""

from collections.abc import Iterator

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState, PlanState
from shp_gov.models import (
    AgendaItem,
    InterimDecision,
    ItemKind,
    ItemOrigin,
    ItemOutcome,
    ItemPurpose,
    Meeting,
    PlanOrigin,
    Ratification,
    TermsSubGroup,
)
from shp_gov.queries import agendas
from shp_gov.queries import forward_plan as plans
from shp_gov.services import agenda, forward_plan
from shp_gov.services.agenda import BUSINESS, Wording
from shp_gov.services.agenda_starts import LOG, confirm_minutes, opening_heading
from shp_gov.services.forward_plan import Plan

TO_RATIFY = "Decisions taken between meetings, to be ratified"
COMES_AGAIN = {
    ItemOutcome.DEFERRED: "Deferred at the meeting.",
    ItemOutcome.NOT_REACHED: "The meeting did not reach it.",
}


def on_close(meeting: Meeting, *, actor: Actor) -> None:
    """Let what a meeting considered rest, and put what must come on the next agenda, if there is one yet."""
    for item in agendas.items(meeting):
        _settle(item, actor)
    following = plans.next_after(meeting)
    if following is not None:
        on_call(following, actor=actor)


def _settle(item: AgendaItem, actor: Actor) -> None:
    """Say of what came from the plan that it was considered; what was put off comes again."""
    entry = plans.of_item(item)
    came_from_it = entry is not None and entry.state is PlanState.ON_AN_AGENDA and entry.meeting_id == item.meeting_id
    if item.outcome in COMES_AGAIN and item.kind in BUSINESS and (entry is None or came_from_it):
        reason = item.outcome_words or COMES_AGAIN[item.outcome]
        forward_plan.come_again(item, reason=reason, actor=actor)
    elif entry is not None and came_from_it:
        entry.state = PlanState.CONSIDERED


def on_call(meeting: Meeting, *, actor: Actor) -> None:
    """Put on the agenda of a meeting what must come to it, where it is the next and its agenda is not published yet."""
    if meeting.state is not MeetingState.SCHEDULED or not plans.is_the_next(meeting):
        return
    carried = list(_carried(meeting, actor))
    if carried:
        audit.record("agenda.carried", meeting, actor=actor, body_id=meeting.body_id, items=len(carried))


def _carried(meeting: Meeting, actor: Actor) -> Iterator[AgendaItem]:
    heading = opening_heading(meeting)
    minutes = Wording(title="Minutes", section=heading, presenter="Chair", purpose=ItemPurpose.DECISION)
    yield from confirm_minutes(meeting, minutes, origin=ItemOrigin.CARRIED, actor=actor)
    kinds = {item.kind for item in agendas.items(meeting)}
    if ItemKind.ACTION_LOG not in kinds and agendas.last_with_an_agenda(meeting) is not None:
        log = Wording(title=LOG, section=heading, purpose=ItemPurpose.DECISION)
        yield agenda.add(meeting, log, kind=ItemKind.ACTION_LOG, origin=ItemOrigin.CARRIED, actor=actor)
    yield from _to_ratify(meeting, heading, actor)
    _expect_reports(meeting, actor)
    for entry in plans.due_at(meeting):
        yield forward_plan.put_on(entry, meeting, actor=actor)


def _to_ratify(meeting: Meeting, heading: str, actor: Actor) -> Iterator[AgendaItem]:
    """Put the decisions taken between meetings on the agenda: the open ones as one item, each private one by itself."""
    waiting = sa.select(InterimDecision).where(InterimDecision.body_id == meeting.body_id)
    waiting = waiting.where(InterimDecision.state == Ratification.WAITS, InterimDecision.taken_on <= meeting.on)
    taken = db.session.scalars(waiting.order_by(InterimDecision.taken_on, InterimDecision.id)).all()
    there = agendas.items(meeting)
    has_open = any(item.kind is ItemKind.BETWEEN_MEETINGS for item in there)
    if not has_open and any(not each.is_exempt for each in taken):
        wording = Wording(title=TO_RATIFY, section=heading, presenter="Chair", purpose=ItemPurpose.DECISION)
        yield agenda.add(meeting, wording, kind=ItemKind.BETWEEN_MEETINGS, origin=ItemOrigin.CARRIED, actor=actor)
    titles = {item.title for item in there}
    for each in taken:
        title = f"To ratify: decision taken on {long_day(each.taken_on)}, {each.public_title}"
        if each.is_exempt and title not in titles:
            yield agenda.add(meeting, _privately(each, title), origin=ItemOrigin.CARRIED, actor=actor)


def _privately(taken: InterimDecision, title: str) -> Wording:
    return Wording(
        title=title,
        presenter="Chair",
        purpose=ItemPurpose.DECISION,
        is_exempt=True,
        exempt_paragraph=taken.exempt_paragraph,
        public_title=taken.public_title,
    )


def _expect_reports(meeting: Meeting, actor: Actor) -> None:
    """Plan the reports of sub-groups whose month is that of the meeting, or passed since the one before it."""
    groups = plans.sub_groups(meeting.body, on=meeting.on)
    before = agendas.last_with_an_agenda(meeting)
    known = plans.reports_planned(meeting.body)
    for group in groups:
        plan = _report_of(group, meeting, before)
        if plan and not {(group.group_id, plan.month), (plan.title, plan.month)} & known:
            of = {"sub_group_id": group.group_id}
            forward_plan.write(meeting.body, plan, actor=actor, origin=PlanOrigin.SUB_GROUP, **of)


def _report_of(group: TermsSubGroup, meeting: Meeting, before: Meeting | None) -> Plan | None:
    month = plans.month_due(group, since=before.on if before else None, by=meeting.on)
    if month is None:
        return None
    return Plan(
        title=f"Report of the {group.name}",
        about=f"Due each {month:%B}, as the terms of reference say.",
        purpose=ItemPurpose.INFORMATION,
        presenter=group.chair_words,
        month=month,
    )
