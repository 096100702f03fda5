"""What needs an officer today, across the bodies they serve. Worked out, never stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.findings import Finding
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import ActionState, ImportState, MeetingState, MinutesState, ProposalState
from shp_gov.models import (
    Action,
    Body,
    Decision,
    Document,
    Import,
    InterimDecision,
    Meeting,
    Office,
    OfficeKind,
    ProposedAction,
    Question,
    Ratification,
    Referral,
)
from shp_gov.queries import between_meetings, compliance, packs, seating, works
from shp_gov.queries.action_log import overdue
from shp_gov.queries.actions import NOT_HELD, due_expression, needs_owner
from shp_gov.queries.bodies import Holder, Membership
from shp_gov.queries.members import SOON
from shp_gov.queries.standings import areas_of
from shp_gov.queries.visibility import Condition, visible_actions, visible_decisions
from shp_gov.queries.works import Stand

NOT_HELD_YET = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS)
UNAPPROVED = (MinutesState.DRAFT, MinutesState.WITH_THE_CHAIR, MinutesState.DRAFT_PUBLISHED)
LATEST = 25
A_YEAR = timedelta(days=365)
# The first step of a meeting, its call for items, is due some six weeks before it: so far ahead every meeting has work.
AT_WORK = timedelta(days=120)
# An officer runs about nine partnerships. Where each of these stands costs what its own page costs; of any more
# only the membership and the offices are looked at, which costs one question for all of them together.
IN_FULL = 9


@dataclass(frozen=True)
class Actions:
    """How many actions of a body wait for its officer or its agreement, have no owner or are late, and since when."""

    to_verify: int = 0
    to_agree: int = 0
    ownerless: int = 0
    overdue: int = 0
    oldest_due: date | None = None


@dataclass(frozen=True)
class Vacancy:
    """A seat that nobody holds, and since when, where that is known."""

    seat: Membership
    since: date | None


@dataclass(frozen=True)
class Pack:
    """A pack that waits: to be accepted, or for answers."""

    id: int
    name: str
    body_id: int | None
    is_accepted: bool
    questions: int


@dataclass(frozen=True)
class BodyToday:
    """What one body asks of its officer."""

    body: Body
    actions: Actions
    proposals: int
    to_ratify: int
    coming: Meeting | None
    vacancies: Sequence[Vacancy]
    ending: Sequence[tuple[Membership, Holder]]
    findings: Sequence[Finding]


@dataclass(frozen=True)
class Today:
    """Everything on the page, as at a day."""

    on: date
    bodies: Sequence[BodyToday]
    packs: Sequence[Pack]
    meetings: Sequence[Meeting]
    stands: Sequence[Stand] = ()
    answers: Sequence[Referral] = ()

    @property
    def coming(self) -> list[Meeting]:
        """List the next meeting of each body, soonest first."""
        first: dict[int, Meeting] = {}
        for meeting in self.meetings:
            if _is_coming(meeting, self.on):
                first.setdefault(meeting.body_id, meeting)
        return list(first.values())

    @property
    def unrecorded(self) -> list[Meeting]:
        """List the meetings whose day has passed without minutes."""
        return [m for m in self.meetings if m.on < self.on and m.state in NOT_HELD_YET and m.minutes_state is None]

    @property
    def unapproved(self) -> list[Meeting]:
        """List the meetings whose minutes are not approved."""
        return [meeting for meeting in self.meetings if meeting.minutes_state in UNAPPROVED]


def today(viewer: Viewer) -> Today:
    """Gather the day of an officer in some statements, and where the nine bodies stand that meet soonest."""
    meetings = _meetings(viewer.bodies(Role.OFFICER), viewer.on)
    return Today(
        on=viewer.on,
        bodies=_each(meetings, viewer),
        packs=_packs(viewer),
        meetings=meetings,
        stands=works.of_meetings([m for m in meetings if viewer.on - m.on <= A_YEAR], on=viewer.on),
        answers=between_meetings.awaited(viewer),
    )


def _each(meetings: Sequence[Meeting], viewer: Viewer) -> list[BodyToday]:
    """Tell what each body asks of its officer."""
    ids = viewer.bodies(Role.OFFICER)
    bodies, areas = _bodies(ids)
    actions, proposals, to_ratify = _actions(ids, viewer), _proposals(ids, viewer), _to_ratify(ids)
    coming = {meeting.body_id: meeting for meeting in reversed(meetings) if _is_coming(meeting, viewer.on)}
    seats, offices = seating.of_bodies(ids), _offices(ids, viewer.on)
    soonest = sorted(bodies, key=lambda body: coming[body.id].on if body.id in coming else date.max)
    found: dict[int, Sequence[Finding]] = {}
    found |= {body.id: compliance.stand(body, viewer.on).for_someone for body in soonest[:IN_FULL]}
    for body in soonest[IN_FULL:]:
        found[body.id] = _of_members(body, areas.get(body.id), seats, offices.get(body.id, {}), viewer.on)
    return [
        BodyToday(
            body=body,
            actions=actions.get(body.id, Actions()),
            proposals=proposals.get(body.id, 0),
            to_ratify=to_ratify.get(body.id, 0),
            coming=coming.get(body.id),
            vacancies=_vacancies(body, seats, viewer.on),
            ending=seats.ending(body.id, on=viewer.on, within=SOON),
            findings=found[body.id],
        )
        for body in bodies
    ]


def _bodies(ids: Sequence[int]) -> tuple[Sequence[Body], dict[int, Area]]:
    """Fetch the bodies with what officers settled about their rules, and the area of each."""
    asked = sa.select(Body).where(Body.id.in_(ids)).order_by(Body.name)
    asked = asked.options(joinedload(Body.rule_settings), joinedload(Body.standings))
    bodies = db.session.scalars(asked).unique().all()
    return bodies, areas_of(bodies)


def _actions(ids: Sequence[int], viewer: Viewer) -> dict[int, Actions]:
    late = overdue(viewer.on)
    counted = visible_actions(viewer).where(Action.body_id.in_(ids)).group_by(Action.body_id)
    states = (Action.state == ActionState.PROPOSED, Action.state == ActionState.VERIFIED, needs_owner(viewer.on), late)
    oldest = sa.func.min(sa.case((late, due_expression())), type_=Action.due_on.type)
    rows = db.session.execute(counted.with_only_columns(Action.body_id, *map(_sum, states), oldest))
    return {row[0]: Actions(*row[1:]) for row in rows}


def _sum(condition: Condition) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def _proposals(ids: Sequence[int], viewer: Viewer) -> dict[int, int]:
    seen = visible_decisions(viewer).with_only_columns(Decision.id)
    waiting = sa.select(ProposedAction.body_id, sa.func.count()).where(ProposedAction.body_id.in_(ids))
    waiting = waiting.where(ProposedAction.state == ProposalState.PROPOSED, ProposedAction.decision_id.in_(seen))
    return {row[0]: row[1] for row in db.session.execute(waiting.group_by(ProposedAction.body_id))}


def _to_ratify(ids: Sequence[int]) -> dict[int, int]:
    """Count the decisions between meetings that wait for their body."""
    waiting = sa.select(InterimDecision.body_id, sa.func.count()).where(InterimDecision.body_id.in_(ids))
    waiting = waiting.where(InterimDecision.state == Ratification.WAITS)
    return {row[0]: row[1] for row in db.session.execute(waiting.group_by(InterimDecision.body_id))}


def _packs(viewer: Viewer) -> list[Pack]:
    """List the latest packs that wait to be accepted or answered, without what was read in them."""
    asked = sa.select(sa.func.count()).where(Question.import_id == Import.id, Question.answer.is_(None))
    questions = asked.correlate(Import).scalar_subquery()
    is_accepted = Import.state == ImportState.ACCEPTED
    waiting = sa.select(Import.id, Document.filename, Import.body_id, is_accepted, questions).join(Import.document)
    waiting = waiting.where(packs.is_for(viewer), sa.or_(~is_accepted, questions > 0))
    rows = db.session.execute(waiting.order_by(Import.read_at.desc(), Import.id.desc()).limit(LATEST))
    return [Pack(*row) for row in rows]


def _meetings(ids: Sequence[int], on: date) -> Sequence[Meeting]:
    """Fetch the next meeting of each body and those at work, the latest without minutes or with minutes unapproved."""
    mine = Meeting.body_id.in_(ids)
    place = sa.func.row_number().over(partition_by=Meeting.body_id, order_by=(Meeting.on, Meeting.id))
    ahead = sa.select(Meeting.id, Meeting.on, place.label("place")).where(
        mine, Meeting.on >= on, Meeting.state.not_in(NOT_HELD)
    )
    coming = ahead.subquery()
    past = sa.select(Meeting.id).where(mine, Meeting.on < on).order_by(Meeting.on.desc(), Meeting.id.desc())
    missed = past.where(Meeting.state.in_(NOT_HELD_YET), Meeting.minutes_state.is_(None)).limit(LATEST).subquery()
    drafts = past.where(Meeting.minutes_state.in_(UNAPPROVED)).limit(LATEST).subquery()
    wanted = sa.or_(
        Meeting.id.in_(sa.select(coming.c.id).where(sa.or_(coming.c.place == 1, coming.c.on <= on + AT_WORK))),
        Meeting.id.in_(sa.select(missed.c.id)),
        Meeting.id.in_(sa.select(drafts.c.id)),
    )
    return db.session.scalars(sa.select(Meeting).where(wanted).order_by(Meeting.on, Meeting.id)).all()


def _is_coming(meeting: Meeting, on: date) -> bool:
    return meeting.on >= on and meeting.state not in NOT_HELD


def _offices(ids: Iterable[int], on: date) -> dict[int, dict[OfficeKind, Office]]:
    held = sa.select(Office).where(Office.body_id.in_(ids), Office.from_on <= on)
    held = held.where(sa.or_(Office.until_on.is_(None), Office.until_on >= on)).order_by(Office.from_on)
    found: dict[int, dict[OfficeKind, Office]] = {}
    for office in db.session.scalars(held.options(joinedload(Office.person))):
        found.setdefault(office.body_id, {})[office.kind] = office
    return found


def _vacancies(body: Body, seats: seating.Seating, on: date) -> list[Vacancy]:
    empty = (seat for seat in seats.members(body.id, on=on) if seat.vacancies)
    return [Vacancy(seat, seats.vacant_since(seat.seat_id, on=on)) for seat in empty]


def _of_members(
    body: Body, area: Area | None, seats: seating.Seating, offices: dict[OfficeKind, Office], on: date
) -> Sequence[Finding]:
    """Give what somebody is needed for in the membership and the offices."""
    found = compliance.of_members(body, seats.members(body.id, on=on), offices, on=on, area=area)
    return [each for each in compliance.switched_on(found, of=body, on=on) if each.verdict in compliance.FOR_SOMEONE]
