"""The work on one meeting: everything its list of tasks is made from, in a bounded number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.clear_days import Basis, days_between, days_required
from shp_gov.domain.cycle import AgendaStands, CallStands, MinutesStand, RepliesStand, ReportStands, Work
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import UNFINISHED, ActionState, AgendaState, SuggestionState
from shp_gov.models import (
    Action,
    AgendaItem,
    AgendaKind,
    AgendaVersion,
    Answer,
    Appointment,
    Body,
    CallForItems,
    ForwardPlanEntry,
    HiddenContent,
    ItemKind,
    ItemOffer,
    ItemOrigin,
    Meeting,
    MinutesVersion,
    Office,
    OfficeKind,
    Person,
    PlanOrigin,
    Reply,
    Report,
    Seat,
    Suggestion,
)
from shp_gov.queries import agendas, body_settings, decision_lists, diary, minutes_versions, private
from shp_gov.queries.action_log import overdue
from shp_gov.queries.actions import NOT_HELD, held_on
from shp_gov.queries.visibility import visible_actions

COMPARED = (AgendaState.CHECKED, AgendaState.CHANGES_ASKED_FOR)
BY_ITSELF = (ItemOrigin.CARRIED, ItemOrigin.FORWARD_PLAN, ItemOrigin.DEFERRED)


@dataclass(frozen=True)
class Actions:
    """The actions that the log of the meeting will show: how many, how many late, how many to agree as closed."""

    total: int
    overdue: int
    to_agree: int


@dataclass(frozen=True)
class Carried:
    """What came to the agenda by itself."""

    minutes: Sequence[Meeting]
    actions: Actions | None
    planned: int
    deferred: int
    groups: Sequence[str]

    @property
    def is_any(self) -> bool:
        """Tell whether anything did."""
        return bool(self.minutes or self.actions or self.planned or self.deferred or self.groups)


@dataclass(frozen=True)
class ClearDay:
    """One day of the picture that counts the clear days."""

    on: date
    words: str
    is_end: bool


@dataclass(frozen=True)
class Found:
    """A meeting with all that its page needs."""

    work: Work
    chair: str
    carried: Carried
    days: Sequence[ClearDay]
    basis: Basis
    comes_to_id: int | None


def of_meeting(meeting: Meeting, *, viewer: Viewer) -> Found:
    """Gather the work on a meeting."""
    rows = _items(meeting)
    items = [row for row in (row[0] for row in rows) if row.withdrawn_because is None]
    counts = _counts(meeting)
    reports = report_rows([meeting.id])
    work = Work(
        on=meeting.on,
        today=viewer.on,
        state=meeting.state,
        due=body_settings.due_days(meeting.body, meeting.on),
        publish_by=diary.publish_by(meeting.body, meeting.on),
        published_on=meeting.agenda_published_on,
        call=call_stands(counts),
        items=len(items),
        private=sum(item.is_exempt for item in items),
        agenda=_agenda(meeting),
        always_checks_twice=meeting.body.always_checks_twice,
        reports=[report_stands(*row) for row in reports],
        without_report=without_report(items, {row[0].agenda_item_id for row in reports}),
        replies=RepliesStand(counts.seats, counts.replied, counts.coming, counts.replied - counts.coming),
        minutes=minutes_stand(meeting, items, minutes_versions.newest(meeting), counts),
        next_on=counts.next_on,
        is_by_hand=meeting.entered_on is not None,
        made_on=diary.day_of(counts.made_at),
    )
    carried = _carried(rows, meeting, viewer)
    basis = meeting.body.clear_days_basis or Basis.WORKING
    return Found(work, counts.chair or "", carried, _days(work, meeting.body, basis), basis, counts.comes_to_id)


def _items(meeting: Meeting) -> Sequence[Any]:
    found = sa.select(AgendaItem, ForwardPlanEntry.origin, Body.name).where(AgendaItem.meeting_id == meeting.id)
    found = found.outerjoin(ForwardPlanEntry, ForwardPlanEntry.id == AgendaItem.forward_plan_entry_id)
    found = found.outerjoin(Body, Body.id == ForwardPlanEntry.sub_group_id)
    found = found.options(joinedload(AgendaItem.confirms_meeting)).order_by(AgendaItem.position)
    return db.session.execute(found).all()


def without_report(items: Sequence[AgendaItem], reported: set[int | None]) -> list[str]:
    """Name the items that need a report and have none, a private one by its public title."""
    wanting = [item for item in items if item.needs_report and item.id not in reported]
    return [item.number or f"“{item.public_title if item.is_exempt else item.title}”" for item in wanting]


def _counts(meeting: Meeting) -> Any:
    """Count and find what stands in other tables, in one statement."""
    offers = sa.select(sa.func.count(sa.distinct(ItemOffer.person_id))).where(ItemOffer.meeting_id == meeting.id)
    offered = sa.select(sa.func.count(ItemOffer.title)).where(ItemOffer.meeting_id == meeting.id)
    members = sa.select(Appointment.person_id).join(Appointment.seat).where(Seat.body_id == meeting.body_id)
    members = members.where(Appointment.from_on <= meeting.on, held_on(meeting.on))
    replies = sa.select(sa.func.count(Reply.id)).where(Reply.meeting_id == meeting.id, Reply.person_id.in_(members))
    seated = sa.select(sa.func.count(sa.distinct(Appointment.person_id))).join(Appointment.seat)
    seated = seated.where(Seat.body_id == meeting.body_id, Appointment.from_on <= meeting.on, held_on(meeting.on))
    called = sa.select(CallForItems).where(CallForItems.meeting_id == meeting.id)
    open_ = sa.select(sa.func.count(Suggestion.id)).where(Suggestion.meeting_id == meeting.id)
    found = {
        "asked": called.with_only_columns(CallForItems.asked),
        "reply_by": called.with_only_columns(CallForItems.reply_by),
        "answered": offers,
        "offered": offered,
        "replied": replies,
        "coming": replies.where(Reply.answer != Answer.APOLOGIES),
        "seats": seated,
        "suggestions": open_.where(Suggestion.state == SuggestionState.OPEN),
        "decided": decision_lists.standing(meeting.id),
        "made_at": diary.calling(meeting.id),
        **_around(meeting),
    }
    return db.session.execute(sa.select(*(each.scalar_subquery().label(name) for name, each in found.items()))).one()


def _around(meeting: Meeting) -> dict[str, sa.Select[Any]]:
    """Select what is before and after a meeting: the next one, where its minutes are approved, who is in the chair."""
    later = sa.select(sa.func.min(Meeting.on)).where(Meeting.body_id == meeting.body_id, Meeting.on > meeting.on)
    comes = sa.select(Meeting).join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
    comes = comes.where(AgendaItem.confirms_meeting_id == meeting.id, Meeting.state.not_in(NOT_HELD))
    comes = comes.order_by(Meeting.on, Meeting.id).limit(1)
    chair = sa.select(Person.name).join(Office, Office.person_id == Person.id).where(Office.kind == OfficeKind.CHAIR)
    chair = chair.where(Office.body_id == meeting.body_id, Office.from_on <= meeting.on)
    chair = chair.where(sa.or_(Office.until_on.is_(None), Office.until_on >= meeting.on))
    approved = sa.select(Meeting.on).where(Meeting.id == (meeting.minutes_approved_at_id or 0))
    return {
        "next_on": later.where(Meeting.state.not_in(NOT_HELD)),
        "comes_to": comes.with_only_columns(Meeting.on),
        "comes_to_id": comes.with_only_columns(Meeting.id),
        "chair": chair.order_by(Office.from_on.desc()).limit(1),
        "approved_on": approved,
    }


def call_stands(counts: Any) -> CallStands | None:
    """Say how the call for items stands."""
    if counts.reply_by is None:
        return None
    return CallStands(counts.asked, counts.answered, counts.offered, counts.reply_by)


def _agenda(meeting: Meeting) -> AgendaStands | None:
    newest = sa.select(AgendaVersion).where(AgendaVersion.meeting_id == meeting.id)
    newest = newest.where(AgendaVersion.kind == AgendaKind.AGENDA).order_by(AgendaVersion.number.desc()).limit(1)
    row = db.session.scalars(newest.options(joinedload(AgendaVersion.check_asked_of))).first()
    now = agendas.hashes([meeting] if row and must_be_compared(row) else [])
    return agenda_stands(row, now.get(meeting.id))


def must_be_compared(row: AgendaVersion) -> bool:
    """Tell whether it matters that the agenda may have changed since a version of it."""
    return row.state in COMPARED or (row.check_asked_of_id is not None and row.state is not AgendaState.PUBLISHED)


def agenda_stands(row: AgendaVersion | None, now: str | None) -> AgendaStands | None:
    """Say how the newest version stands; `now` is the hash of the agenda where it must be compared."""
    if row is None:
        return None
    is_current = now is None or now == row.sha256
    agreed_on = row.agreed_at.astimezone(LONDON).date() if row.agreed_at else None
    checker = row.check_asked_of.name if row.check_asked_of and is_current else ""
    return AgendaStands(row.number, row.state, agreed_on, checker, is_current)


def report_rows(meeting_ids: Sequence[int]) -> Sequence[Any]:
    """Fetch the reports of meetings, each with what it hides and how many private papers it has."""
    hidden = sa.select(sa.func.count(HiddenContent.id)).where(HiddenContent.document_id == Report.document_id)
    hidden = hidden.where(HiddenContent.accepted_at.is_(None)).correlate(Report)
    found = sa.select(Report, hidden.scalar_subquery(), private.count()).where(Report.meeting_id.in_(meeting_ids))
    linked = (joinedload(Report.author), joinedload(Report.agenda_item), selectinload(Report.clearances))
    return db.session.execute(found.options(*linked).order_by(Report.meeting_id, Report.position)).all()


def report_stands(row: Report, hidden: int, private_papers: int) -> ReportStands:
    """Say how a report stands. A private one is named as the public may name it: whoever reads may have an interest."""
    item = row.agenda_item
    title = (item.public_title if item else None) or "Private item" if row.is_exempt else row.subject
    return ReportStands(
        number=(item.number if item else None) or "",
        title=title,
        state=row.state,
        author=row.author.name if row.author else "",
        due_on=row.due_on,
        waits_for=[str(each.of) for each in row.clearances if each.given_on is None],
        hidden=hidden,
        private_papers=private_papers,
    )


def minutes_stand(
    meeting: Meeting, items: Sequence[AgendaItem], row: MinutesVersion | None, counts: Any
) -> MinutesStand:
    """Say how the minutes stand, of which this is the newest version."""
    agreed_at = row.agreed_at if row else None
    return MinutesStand(
        state=meeting.minutes_state,
        number=row.number if row else 0,
        waiting=[item.number or str(item.position) for item in items if item.outcome is None],
        agreed_on=agreed_at.astimezone(LONDON).date() if agreed_at else None,
        suggestions=counts.suggestions,
        decided=counts.decided,
        comes_to=counts.comes_to,
        approved_on=counts.approved_on,
    )


def _carried(rows: Sequence[Any], meeting: Meeting, viewer: Viewer) -> Carried:
    came = [row for row in rows if row[0].origin in BY_ITSELF]
    has_log = any(row[0].kind is ItemKind.ACTION_LOG for row in rows)
    groups = [row[2] for row in came if row[1] is PlanOrigin.SUB_GROUP]
    planned = [row for row in came if row[0].origin is ItemOrigin.FORWARD_PLAN and row[1] is not PlanOrigin.SUB_GROUP]
    return Carried(
        minutes=[row[0].confirms_meeting for row in rows if row[0].confirms_meeting],
        actions=_actions(meeting, viewer) if has_log else None,
        planned=len(planned),
        deferred=sum(row[0].origin is ItemOrigin.DEFERRED for row in came),
        groups=groups,
    )


def _actions(meeting: Meeting, viewer: Viewer) -> Actions:
    mine = visible_actions(viewer).where(Action.body_id == meeting.body_id, Action.state.in_(UNFINISHED))
    late, verified = (
        sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
        for condition in (overdue(viewer.on), Action.state == ActionState.VERIFIED)
    )
    return Actions(*db.session.execute(mine.with_only_columns(sa.func.count(Action.id), late, verified)).one())


def _days(work: Work, body: Body, basis: Basis) -> list[ClearDay]:
    """Draw the days from the last on which papers can be put out, or were, to the meeting."""
    start = work.published_on if work.is_published else work.publish_by
    if start is None or work.publish_by is None or start >= work.on:
        return []
    clear = list(days_between(start, work.on, basis, as_is=body.papers_count_as_is))
    if len(clear) > days_required(work.on):
        return []
    first = ClearDay(start, "published" if work.is_published else "last day", is_end=True)
    counted = [ClearDay(day, f"day {place}", is_end=False) for place, day in enumerate(clear, start=1)]
    return [first, *counted, ClearDay(work.on, "meet", is_end=True)]
