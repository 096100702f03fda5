"""The forward plan: what must come is written down, put on an agenda, put off, or taken off for a reason."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import agenda_guards, guards
from shp_gov.domain.coming_back import month_named
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MeetingState, PlanState
from shp_gov.models import (
    AgendaItem,
    Body,
    Decision,
    ForwardPlanEntry,
    ItemOrigin,
    ItemPurpose,
    Meeting,
    PlanOrigin,
    Report,
    Seat,
)
from shp_gov.queries import agendas
from shp_gov.queries import forward_plan as queries
from shp_gov.services import agenda
from shp_gov.services.agenda import BUSINESS, Wording
from shp_gov.services.agenda_rows import AgendaFixed, hold, lock, take_out

ORIGINS = {
    PlanOrigin.DEFERRED: ItemOrigin.DEFERRED,
    PlanOrigin.NOT_READY: ItemOrigin.DEFERRED,
    PlanOrigin.OFFERED: ItemOrigin.OFFERED,
}
PRIVATE = "Private item"


class PlanRefused(DomainError):
    """The forward plan cannot change like this."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What must come, and when: to a meeting, by a month, or some day."""

    title: str
    about: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    seat: Seat | None = None
    presenter: str | None = None
    is_exempt: bool = False
    exempt_paragraph: str | None = None
    public_interest_reason: str | None = None
    public_title: str | None = None
    meeting: Meeting | None = None
    month: date | None = None


def write(
    body: Body, plan: Plan, *, actor: Actor, origin: PlanOrigin = PlanOrigin.WRITTEN, **of: Any
) -> ForwardPlanEntry:
    """Put something on the forward plan of a body."""
    title = guards.require_words(plan.title, what="a title", longest=agenda_guards.LONGEST_TITLE)
    if plan.is_exempt and not (plan.public_title or "").strip():
        raise PlanRefused("A private entry needs a title that the public may read.")
    _require_its_own(body.id, plan.meeting)
    said = {name: getattr(plan, name) for name in Plan.__dataclass_fields__} | {"title": title}
    said["month"] = plan.month.replace(day=1) if plan.month else None
    entry = ForwardPlanEntry(body=body, origin=origin, **said, **of)
    db.session.add(entry)
    _record("written", entry, actor)
    return entry


def _require_its_own(body_id: int, meeting: Meeting | None) -> None:
    if meeting is not None and (meeting.body_id != body_id or meeting.state is not MeetingState.SCHEDULED):
        raise PlanRefused("Choose a meeting of this partnership whose agenda is not published yet.")


def _record(event: str, entry: ForwardPlanEntry, actor: Actor, **words: str | None) -> None:
    said = {"title": entry.title, "public_title": entry.public_title, **words}
    meeting = entry.meeting.id if entry.meeting else None
    audit.record(
        f"forward_plan.{event}",
        entry,
        actor=actor,
        body_id=entry.body_id,
        words=said,
        meeting=meeting,
        month=entry.month,
    )


def put_on(entry: ForwardPlanEntry, meeting: Meeting, *, actor: Actor) -> AgendaItem:
    """Put an entry on an agenda. A report that waited with it comes along."""
    _take(entry)
    if entry.state is not PlanState.PLANNED:
        raise PlanRefused(f"“{entry.title}” is {entry.state} already.")
    _require_its_own(entry.body_id, meeting)
    origin = ORIGINS.get(entry.origin, ItemOrigin.FORWARD_PLAN)
    item = agenda.add(meeting, _wording(entry, meeting), origin=origin, entry=entry, actor=actor)
    entry.state, entry.meeting = PlanState.ON_AN_AGENDA, meeting
    for report in db.session.scalars(sa.select(Report).where(Report.forward_plan_entry_id == entry.id)):
        _hand_over(report, meeting)
        report.agenda_item, report.forward_plan_entry_id, report.is_exempt = item, None, item.is_exempt
    _record("put_on", entry, actor)
    return item


def _take(entry: ForwardPlanEntry) -> None:
    db.session.flush()
    db.session.refresh(entry, ["state", "meeting_id", "month"], with_for_update=True)


def _wording(entry: ForwardPlanEntry, meeting: Meeting) -> Wording:
    return Wording(
        title=entry.title,
        section=agendas.heading_for(meeting, entry.purpose),
        seat=entry.seat,
        presenter=entry.presenter,
        purpose=entry.purpose,
        needs_report=entry.origin is not PlanOrigin.OFFERED,
        is_exempt=entry.is_exempt,
        exempt_paragraph=entry.exempt_paragraph,
        public_title=entry.public_title,
        public_interest_reason=entry.public_interest_reason,
    )


def _hand_over(report: Report, meeting: Meeting) -> None:
    """Let a report belong to another meeting, after the reports that has."""
    if report.meeting_id != meeting.id:
        last = sa.select(sa.func.max(Report.position)).where(Report.meeting_id == meeting.id)
        report.position = (db.session.scalar(last) or 0) + 1
        report.meeting = meeting


def put_off(
    item: AgendaItem,
    *,
    reason: str,
    actor: Actor,
    to: Meeting | None = None,
    month: date | None = None,
    some_day: bool = False,
) -> ForwardPlanEntry:
    """Put an item off an agenda that is being built: to a meeting (the next, if none is named), a month or some day."""
    hold(item.meeting)
    return come_again(item, reason=reason, to=to, month=month, some_day=some_day, actor=actor)


def come_again(
    item: AgendaItem,
    *,
    reason: str,
    actor: Actor,
    to: Meeting | None = None,
    month: date | None = None,
    some_day: bool = False,
) -> ForwardPlanEntry:
    """Let an item come to another meeting: it was put off, was not reached, or its own meeting is not held.

    Before its agenda is published it leaves the agenda, and its report waits with it. After that it stays listed there.
    """
    _take_item(item)
    said = guards.require_words(reason, what="a reason", longest=agenda_guards.LONGEST_REASON)
    meeting = item.meeting
    known = queries.of_item(item)
    if known and known.state is PlanState.ON_AN_AGENDA and known.meeting_id != meeting.id:
        return known
    target, by = (None, None) if some_day else _when(meeting, to, month)
    entry, is_built = known or ForwardPlanEntry(body_id=meeting.body_id), meeting.state is MeetingState.SCHEDULED
    _as_item(entry, item)
    entry.origin, entry.from_item = (PlanOrigin.NOT_READY, None) if is_built else (PlanOrigin.DEFERRED, item)
    entry.about, entry.state, entry.meeting, entry.month = said, PlanState.PLANNED, target, by
    db.session.add(entry)
    if is_built:
        _leave(item, entry, actor)
    _record("put_off", entry, actor, reason=said)
    return entry


def _take_item(item: AgendaItem) -> None:
    """Hold the agenda of an item, and refuse an item that is no longer on it, or is on every agenda."""
    lock(item.meeting)
    if not agendas.is_there(item.id):
        raise AgendaFixed("Somebody else took this item off the agenda meanwhile.")
    if item.kind not in BUSINESS:
        raise AgendaFixed("Every agenda has this item. Only business is put off.")


def _when(meeting: Meeting, to: Meeting | None, month: date | None) -> tuple[Meeting | None, date | None]:
    """Find the meeting to put something off to. Where there is none yet, it is due at whichever comes."""
    target = None if month else to or queries.next_after(meeting)
    _require_its_own(meeting.body_id, target)
    return target, None if target else (month or meeting.on).replace(day=1)


def _as_item(entry: ForwardPlanEntry, item: AgendaItem) -> None:
    entry.title, entry.purpose = item.title, item.purpose
    entry.seat, entry.presenter = item.seat, item.presenter
    entry.is_exempt, entry.exempt_paragraph = item.is_exempt, item.exempt_paragraph
    entry.public_interest_reason = item.public_interest_reason
    entry.public_title = item.public_title or (PRIVATE if item.is_exempt else None)


def _leave(item: AgendaItem, entry: ForwardPlanEntry, actor: Actor) -> None:
    db.session.flush()
    for report in db.session.scalars(sa.select(Report).where(Report.agenda_item_id == item.id)):
        report.forward_plan_entry_id = entry.id
        if entry.meeting:
            _hand_over(report, entry.meeting)
    take_out(item, actor=actor)


def move(
    entry: ForwardPlanEntry,
    *,
    actor: Actor,
    meeting: Meeting | None = None,
    month: date | None = None,
    seen: str | None = None,
) -> None:
    """Plan an entry for another meeting or month; for neither, it waits in the pool. Nobody else's move is undone."""
    _take(entry)
    if seen is not None:
        news = "Somebody else moved this on the plan after you opened the page."
        guards.require_unchanged(seen, queries.seen(entry), news=news)
    if entry.state is not PlanState.PLANNED:
        raise PlanRefused(f"“{entry.title}” is {entry.state}. It no longer moves on the plan.")
    _require_its_own(entry.body_id, meeting)
    entry.meeting, entry.month = meeting, month.replace(day=1) if month and not meeting else None
    _record("moved", entry, actor)


def drop(entry: ForwardPlanEntry, *, because: str, actor: Actor) -> None:
    """Take something off the plan for good, with a reason. It stays listed among what was taken off."""
    said = guards.require_words(because, what="a reason", longest=agenda_guards.LONGEST_REASON)
    _take(entry)
    if entry.state is not PlanState.PLANNED:
        raise PlanRefused(f"“{entry.title}” is {entry.state}. It cannot be taken off the plan.")
    entry.state, entry.dropped_because = PlanState.DROPPED, said
    _record("dropped", entry, actor, because=said)


def from_decision(
    decision: Decision, *, actor: Actor, title: str | None = None, to: Meeting | None = None, month: date | None = None
) -> ForwardPlanEntry:
    """Plan what a decision asks to see again, once; as private as its minute, and for the time that its words name."""
    if known := queries.of_decision(decision):
        return known
    minute = decision.minute
    body = db.session.get_one(Body, decision.body_id)
    item = minute.agenda_item
    month = month or (None if to else month_named(decision.words, after=decision.on))
    following = to or (None if month else queries.next_after(minute.meeting))
    plan = Plan(
        title=title or minute.title,
        about=decision.words,
        purpose=item.purpose if item else ItemPurpose.NOT_STATED,
        seat=item.seat if item else None,
        presenter=minute.presenter,
        is_exempt=minute.is_exempt,
        exempt_paragraph=minute.exempt_paragraph,
        public_interest_reason=minute.public_interest_reason or (item.public_interest_reason if item else None),
        public_title=minute.public_title or (PRIVATE if minute.is_exempt else None),
        meeting=following,
        month=month if following is None else None,
    )
    return write(body, plan, actor=actor, origin=PlanOrigin.DECISION, decision=decision)
