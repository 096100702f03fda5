"""The items of a meeting as they are taken: what has an outcome, what is left to decide, which one is in hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Viewer
from shp_gov.models import (
    Action,
    AgendaItem,
    Body,
    Decision,
    Dissent,
    HouseText,
    HouseTextKey,
    Interest,
    ItemOutcome,
    Meeting,
    Minute,
    ProposedAction,
    Recommendation,
    Report,
    Seat,
    Vote,
    VoteCast,
)
from shp_gov.queries.actions import NOT_HELD
from shp_gov.queries.visibility import declared_in_item, entitled, visible_decisions, visible_minutes


@dataclass(frozen=True)
class Line:
    """An item in the list beside the one in hand. `minute_id` is empty for one that is not taken, or not to be seen."""

    number: str
    title: str
    minute_id: int | None
    outcome: ItemOutcome | None
    undecided: int
    decided: int
    is_exempt: bool
    exempt_paragraph: str | None

    @property
    def state(self) -> str:
        """Say how it stands, in a few words."""
        if self.outcome is not None:
            return OUTCOMES[self.outcome]
        if self.undecided:
            return f"{self.undecided} left to decide" if self.decided else f"{self.undecided} to decide"
        return f"Paragraph {self.exempt_paragraph}" if self.exempt_paragraph and self.is_exempt else "To come"


TAKEN = (ItemOutcome.DECIDED, ItemOutcome.NOTED, ItemOutcome.DISCUSSED)
OUTCOMES = {
    ItemOutcome.DECIDED: "Done. Decided",
    ItemOutcome.NOTED: "Done. Noted",
    ItemOutcome.DISCUSSED: "Done. Discussed",
    ItemOutcome.NOTHING_RAISED: "Done. Nothing raised",
    ItemOutcome.DEFERRED: "Deferred",
    ItemOutcome.WITHDRAWN: "Withdrawn",
    ItemOutcome.NOT_REACHED: "Not reached",
}


def items_of(meeting: Meeting) -> Sequence[AgendaItem]:
    """List the items of an agenda in their order."""
    asked = sa.select(AgendaItem).where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position)
    return db.session.scalars(asked).all()


def minutes_of(meeting: Meeting) -> Sequence[Minute]:
    """List the minutes of a meeting in their order."""
    asked = sa.select(Minute).where(Minute.meeting_id == meeting.id).order_by(Minute.position)
    return db.session.scalars(asked.options(joinedload(Minute.agenda_item))).all()


def waiting(meeting: Meeting) -> list[str]:
    """Number the items that have no outcome yet."""
    return [label(item) for item in items_of(meeting) if item.outcome is None]


def taken_in_public(meeting: Meeting) -> list[str]:
    """Number the private items that were taken without a word that the public had left."""
    taken = [each for each in minutes_of(meeting) if each.is_exempt and not each.public_was_excluded]
    items = [each.agenda_item for each in taken if each.agenda_item and each.agenda_item.outcome in TAKEN]
    return [label(item) for item in items]


def label(item: AgendaItem) -> str:
    """Name an item by its number, or by its place where it has none."""
    return item.number or str(item.position)


def lines(meeting: Meeting, *, viewer: Viewer) -> list[Line]:
    """List the items of a meeting with how each stands. A private one has its public title for who may not see it."""
    left = _recommended(Recommendation.ruling.is_(None))
    taken = sa.select(sa.func.count(Decision.id)).where(Decision.minute_id == Minute.id).scalar_subquery()
    asked = sa.select(AgendaItem, Minute.id, Minute.position, left, taken, declared_in_item(viewer), entitled(viewer))
    asked = asked.join(AgendaItem.meeting).outerjoin(Minute, Minute.agenda_item_id == AgendaItem.id)
    rows = db.session.execute(asked.where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position))
    return [
        _line(item, minute_id, undecided, decided, is_private=item.is_exempt and (barred or not may_see))
        for item, minute_id, _, undecided, decided, barred, may_see in _as_minuted(rows)
    ]


def _as_minuted(rows: Iterable[Any]) -> list[Any]:
    """Put the items in the order of their minutes; one without a minute stays after the item before it."""
    last, placed = 0, []
    for row in rows:
        last = row[2] or last
        placed.append((last, row))
    return [row for _, row in sorted(placed, key=lambda pair: pair[0])]


def _line(item: AgendaItem, minute_id: int | None, undecided: int, decided: int, *, is_private: bool) -> Line:
    return Line(
        number=label(item),
        title=(item.public_title or "Private item") if is_private else item.title,
        minute_id=None if is_private else minute_id,
        outcome=item.outcome,
        undecided=undecided,
        decided=decided,
        is_exempt=item.is_exempt,
        exempt_paragraph=item.exempt_paragraph,
    )


def _recommended(which: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    count = sa.select(sa.func.count(Recommendation.id)).join(Report, Report.id == Recommendation.report_id)
    return count.where(Report.agenda_item_id == AgendaItem.id, which).correlate(AgendaItem).scalar_subquery()


def minute(meeting_id: int, minute_id: int, *, viewer: Viewer) -> Minute:
    """Fetch a minute of this meeting that the viewer may read, with its item and its decisions."""
    asked = visible_minutes(viewer).where(Minute.id == minute_id, Meeting.id == meeting_id)
    decisions = selectinload(Minute.decisions)
    leads = decisions.selectinload(Decision.actions).options(
        joinedload(Action.seat).joinedload(Seat.organisation),
        joinedload(Action.organisation),
        joinedload(Action.owner_body),
    )
    proposals = decisions.selectinload(Decision.proposals).joinedload(ProposedAction.seat)
    of = (joinedload(Minute.meeting).joinedload(Meeting.body), joinedload(Minute.agenda_item))
    return db.session.scalars(asked.options(*of, leads, proposals)).unique().one()


def recommendations(minute: Minute) -> Sequence[Recommendation]:
    """List what the reports to an item recommend, in their order."""
    asked = sa.select(Recommendation).join(Report, Report.id == Recommendation.report_id)
    asked = asked.where(Report.agenda_item_id == minute.agenda_item_id, Report.meeting_id == minute.meeting_id)
    return db.session.scalars(asked.order_by(Report.position, Recommendation.ordinal)).all()


def seen_of(row: Recommendation | Decision, decision: Decision | None = None) -> str:
    """Give the fingerprint of a decision, or of what was made of a recommendation, by which a page knows of changes."""
    if isinstance(row, Decision):
        return fingerprint([row.words, row.agreement, row.reasons or ""])
    return fingerprint([row.ruling, row.ruled_words, decision.agreement if decision else None])


def coming_days(meeting: Meeting) -> list[date]:
    """List the days of the meetings of the body after this one."""
    later = sa.select(Meeting.on).where(Meeting.body_id == meeting.body_id, Meeting.on > meeting.on)
    return list(db.session.scalars(later.where(Meeting.state.not_in(NOT_HELD)).order_by(Meeting.on).limit(12)))


def next_meeting(meeting: Meeting) -> Meeting | None:
    """Find the meeting of the body after this one, if it is in the diary."""
    later = sa.select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.on > meeting.on)
    later = later.where(Meeting.state.not_in(NOT_HELD)).order_by(Meeting.on, Meeting.starts_at, Meeting.id)
    return db.session.scalars(later.limit(1)).first()


def interests(minute: Minute) -> Sequence[Interest]:
    """List what was declared in the item of a minute, ahead of the meeting or at it."""
    asked = sa.select(Interest).where(Interest.meeting_id == minute.meeting_id, is_about(minute))
    return db.session.scalars(asked.options(joinedload(Interest.person)).order_by(Interest.position)).all()


def is_about(minute: Minute) -> sa.ColumnElement[bool]:
    """Tell whether an interest is in the item of a minute, in SQL."""
    if minute.agenda_item_id is None:
        return Interest.minute_id == minute.id
    return sa.or_(Interest.minute_id == minute.id, Interest.agenda_item_id == minute.agenda_item_id)


def house_text(body: Body, key: HouseTextKey) -> str | None:
    """Find a body's own words for one place of its papers."""
    asked = sa.select(HouseText.words).where(HouseText.body_id == body.id, HouseText.key == key)
    return db.session.scalars(asked).first()


def decision(meeting_id: int, minute_id: int, decision_id: int, *, viewer: Viewer) -> Decision:
    """Fetch a decision of a minute of this meeting that the viewer may read."""
    asked = visible_decisions(viewer).where(Decision.id == decision_id, Minute.id == minute_id)
    of = contains_eager(Decision.minute).options(
        contains_eager(Minute.meeting).joinedload(Meeting.body), joinedload(Minute.agenda_item)
    )
    return db.session.scalars(asked.where(Meeting.id == meeting_id).options(of)).one()


def is_there(decision_id: int) -> bool:
    """Tell whether a decision is on record still."""
    return db.session.scalar(sa.select(Decision.id).where(Decision.id == decision_id)) is not None


def votes(minute: Minute) -> Sequence[Vote]:
    """List the votes taken on an item, with the names where they were by name."""
    asked = sa.select(Vote).where(Vote.minute_id == minute.id).order_by(Vote.id)
    return db.session.scalars(asked.options(selectinload(Vote.names).joinedload(VoteCast.person))).all()


def dissents(minute: Minute) -> Sequence[Dissent]:
    """List who did not agree with a decision of a minute and asked that it be recorded."""
    asked = sa.select(Dissent).join(Dissent.decision).where(Decision.minute_id == minute.id)
    return db.session.scalars(asked.options(joinedload(Dissent.person)).order_by(Dissent.id)).all()
