"""The work on many meetings at once: how far each is, in as many statements as for one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from shp_gov.database import db
from shp_gov.domain.back_plan import USUAL, Stage, due_on
from shp_gov.domain.bank_holidays import FIRST_YEAR
from shp_gov.domain.cycle import AgendaStands, RepliesStand, Work
from shp_gov.domain.workflows import SuggestionState
from shp_gov.models import (
    AgendaItem,
    AgendaKind,
    AgendaVersion,
    Answer,
    Appointment,
    BackPlanStep,
    CallForItems,
    ItemOffer,
    Meeting,
    MinutesVersion,
    Reply,
    Seat,
    Suggestion,
)
from shp_gov.queries import agendas, cycle, decision_lists, diary
from shp_gov.queries.actions import NOT_HELD


@dataclass(frozen=True)
class Stand:
    """The work on one meeting, and who was asked to check its agenda."""

    meeting: Meeting
    work: Work
    checker_id: int | None = None


def of_meetings(meetings: Sequence[Meeting], *, on: date) -> list[Stand]:
    """Gather the work on some meetings, in their order, in ten statements at most."""
    ids = [meeting.id for meeting in meetings]
    if not ids:
        return []
    items, reports = _by_meeting(_items(ids)), _by_meeting(cycle.report_rows(ids), place=0)
    versions = {row.meeting_id: row for row in _newest(AgendaVersion, ids, AgendaVersion.kind == AgendaKind.AGENDA)}
    now = agendas.hashes(
        [each for each in meetings if each.id in versions and cycle.must_be_compared(versions[each.id])]
    )
    minutes = {row.meeting_id: row for row in _newest(MinutesVersion, ids, sa.true())}
    counts = {row.id: row for row in _counts(ids)}
    plans = _plans({meeting.body_id for meeting in meetings})
    return [
        Stand(
            meeting,
            _work(
                meeting,
                on,
                items=items[meeting.id],
                reports=reports[meeting.id],
                agenda=cycle.agenda_stands(versions.get(meeting.id), now.get(meeting.id)),
                kept=minutes.get(meeting.id),
                counts=counts[meeting.id],
                plan=plans.get(meeting.body_id) or USUAL,
            ),
            _checker(versions.get(meeting.id), now.get(meeting.id)),
        )
        for meeting in meetings
    ]


def _checker(version: AgendaVersion | None, now: str | None) -> int | None:
    if version is None or version.checked_at is not None or now not in (None, version.sha256):
        return None
    return version.check_asked_of_id


def _work(
    meeting: Meeting,
    on: date,
    *,
    items: Sequence[AgendaItem],
    reports: Sequence[Any],
    agenda: AgendaStands | None,
    kept: MinutesVersion | None,
    counts: Any,
    plan: Any,
) -> Work:
    taken = [item for item in items if item.withdrawn_because is None]
    return Work(
        on=meeting.on,
        today=on,
        state=meeting.state,
        due={stage: due_on(meeting.on, days) for stage, days in plan.items()} if meeting.on.year > FIRST_YEAR else {},
        publish_by=diary.publish_by(meeting.body, meeting.on),
        published_on=meeting.agenda_published_on,
        items=len(taken),
        private=sum(item.is_exempt for item in taken),
        agenda=agenda,
        always_checks_twice=meeting.body.always_checks_twice,
        reports=[cycle.report_stands(*row) for row in reports],
        without_report=cycle.without_report(taken, {row[0].agenda_item_id for row in reports}),
        **_counted(counts),
        minutes=cycle.minutes_stand(meeting, taken, kept, counts),
    )


def _counted(counts: Any) -> dict[str, Any]:
    """Give what one row of counts says of the work on its meeting."""
    return {
        "call": cycle.call_stands(counts),
        "replies": RepliesStand(counts.seats, counts.replied, counts.coming, counts.replied - counts.coming),
        "next_on": counts.next_on,
        "made_on": diary.day_of(counts.made_at),
    }


def _by_meeting(rows: Iterable[Any], *, place: int | None = None) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[(row if place is None else row[place]).meeting_id].append(row)
    return found


def _items(ids: Sequence[int]) -> Sequence[AgendaItem]:
    found = sa.select(AgendaItem).where(AgendaItem.meeting_id.in_(ids))
    return db.session.scalars(found.order_by(AgendaItem.meeting_id, AgendaItem.position)).all()


def _newest(model: Any, ids: Sequence[int], which: sa.ColumnElement[bool]) -> Sequence[Any]:
    """Fetch the newest version of each meeting."""
    newest = sa.select(model.meeting_id, sa.func.max(model.number).label("number")).where(model.meeting_id.in_(ids))
    latest = newest.where(which).group_by(model.meeting_id).subquery()
    found = sa.select(model).join(
        latest, sa.and_(model.meeting_id == latest.c.meeting_id, model.number == latest.c.number)
    )
    found = found.options(joinedload(AgendaVersion.check_asked_of)) if model is AgendaVersion else found
    return db.session.scalars(found).all()


def _plans(body_ids: set[int]) -> dict[int, dict[Stage, int]]:
    found: dict[int, dict[Stage, int]] = defaultdict(dict)
    for row in db.session.scalars(sa.select(BackPlanStep).where(BackPlanStep.body_id.in_(body_ids))):
        found[row.body_id][row.stage] = row.working_days
    return found


def _counts(ids: Sequence[int]) -> Sequence[Any]:
    """Count what stands in other tables, a row for each meeting."""
    seated = sa.select(Appointment.person_id).join(Appointment.seat).where(Seat.body_id == Meeting.body_id)
    seated = seated.where(Appointment.from_on <= Meeting.on)
    seated = seated.where(sa.or_(Appointment.until_on.is_(None), Appointment.until_on >= Meeting.on)).correlate(Meeting)
    replies = sa.select(sa.func.count(Reply.id)).where(Reply.meeting_id == Meeting.id, Reply.person_id.in_(seated))
    offers = sa.select(sa.func.count(sa.distinct(ItemOffer.person_id))).where(ItemOffer.meeting_id == Meeting.id)
    offered = sa.select(sa.func.count(ItemOffer.title)).where(ItemOffer.meeting_id == Meeting.id)
    open_ = sa.select(sa.func.count(Suggestion.id)).where(Suggestion.meeting_id == Meeting.id)
    found = {
        "seats": seated.with_only_columns(sa.func.count(sa.distinct(Appointment.person_id))),
        "replied": replies,
        "coming": replies.where(Reply.answer != Answer.APOLOGIES),
        "answered": offers,
        "offered": offered,
        "suggestions": open_.where(Suggestion.state == SuggestionState.OPEN),
        "decided": decision_lists.standing(Meeting.id),
        "made_at": diary.calling(Meeting.id),
        **_later(),
    }
    columns = (each.correlate(Meeting).scalar_subquery().label(name) for name, each in found.items())
    asked = sa.select(Meeting.id, CallForItems.asked, CallForItems.reply_by, *columns)
    asked = asked.outerjoin(CallForItems, CallForItems.meeting_id == Meeting.id)
    return db.session.execute(asked.where(Meeting.id.in_(ids))).all()


def _later() -> dict[str, sa.Select[Any]]:
    """Select the day of the next meeting, of the one that has these minutes on its agenda, and that approved them."""
    later, comes, approving = aliased(Meeting), aliased(Meeting), aliased(Meeting)
    following = sa.select(sa.func.min(later.on)).where(later.body_id == Meeting.body_id, later.on > Meeting.on)
    confirms = sa.select(sa.func.min(comes.on)).join(AgendaItem, AgendaItem.meeting_id == comes.id)
    confirms = confirms.where(AgendaItem.confirms_meeting_id == Meeting.id, comes.state.not_in(NOT_HELD))
    approved = sa.select(approving.on).where(approving.id == Meeting.minutes_approved_at_id)
    return {
        "next_on": following.where(later.state.not_in(NOT_HELD)),
        "comes_to": confirms,
        "approved_on": approved,
    }
