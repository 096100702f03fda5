"""What the screen in the room of a meeting shows: nothing private, whoever looks; no names, no notes.

Words that are not published yet, such as a recommendation as amended, are for who may read the draft minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, Body, Meeting, Minute, MinuteRevision, Recommendation, Report, Ruling
from shp_gov.queries import proceedings
from shp_gov.queries.visibility import report_is_published

PRIVATE = "A private item"
SHOWN = (MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, MeetingState.CLOSED)


@dataclass(frozen=True)
class Put:
    """A recommendation on the screen: its number, its words, and what was ruled on it."""

    ordinal: int
    words: str
    ruling: Ruling | None


@dataclass(frozen=True)
class Shown:
    """An item on the screen: by its public title where it is private."""

    number: str
    title: str
    is_private: bool
    presenter: str | None = None
    recommendations: tuple[Put, ...] = ()


@dataclass(frozen=True)
class Display:
    """The whole screen."""

    meeting_id: int
    body: Body
    on: date
    starts_at: time | None
    state: MeetingState
    is_adjourned: bool
    is_public_out: bool
    now: Shown | None
    following: Shown | None

    @property
    def body_id(self) -> int:
        """Give the number of the body that meets."""
        return self.body.id


def of(meeting_id: int, *, viewer: Viewer) -> Display:
    """Gather the screen of a meeting whose agenda is out; before that there is none."""
    asked = sa.select(Meeting).where(Meeting.id == meeting_id, Meeting.state.in_(SHOWN))
    meeting = db.session.scalars(asked.options(joinedload(Meeting.body))).unique().one()
    happened = proceedings.so_far(meeting)
    items = _items(meeting)
    place = _in_hand(items, _written(meeting)) if meeting.state is MeetingState.IN_PROGRESS else None
    sees_drafts = not viewer.roles(meeting.body_id).isdisjoint({Role.OFFICER, Role.CHAIR})
    return Display(
        meeting_id=meeting.id,
        body=meeting.body,
        on=meeting.on,
        starts_at=meeting.starts_at,
        state=meeting.state,
        is_adjourned=happened.is_adjourned,
        is_public_out=happened.is_public_out,
        now=_shown(items[place], sees_drafts=sees_drafts, whole=True) if place is not None else None,
        following=_following(items, place),
    )


def _items(meeting: Meeting) -> list[AgendaItem]:
    """List the items in the order in which they are taken."""
    asked = sa.select(AgendaItem).outerjoin(Minute, Minute.agenda_item_id == AgendaItem.id)
    asked = asked.where(AgendaItem.meeting_id == meeting.id, AgendaItem.withdrawn_because.is_(None))
    order = sa.func.coalesce(Minute.position, AgendaItem.position)
    return list(db.session.scalars(asked.order_by(order, AgendaItem.position)))


def _written(meeting: Meeting) -> dict[int | None, time]:
    """Tell at what time each item was last written on."""
    asked = sa.select(Minute.agenda_item_id, sa.func.max(MinuteRevision.made_at))
    asked = asked.join(MinuteRevision, MinuteRevision.minute_id == Minute.id)
    asked = asked.where(Minute.meeting_id == meeting.id).group_by(Minute.agenda_item_id)
    return {row[0]: row[1].astimezone(LONDON).time() for row in db.session.execute(asked)}


def _in_hand(items: list[AgendaItem], written: Mapping[int | None, time]) -> int | None:
    """Find the item in hand: the last one begun, ended or, while it is open, written on; before any, the first open."""
    if all(item.outcome is not None for item in items):
        return None

    def last(place: int) -> tuple[time, int]:
        item = items[place]
        spoken = written.get(item.id) if item.outcome is None else None
        return max(filter(None, (item.started_at, item.ended_at, spoken)), default=time.min), place

    latest, place = max(map(last, range(len(items))))
    return place if latest > time.min else next(at for at, item in enumerate(items) if item.outcome is None)


def _following(items: list[AgendaItem], place: int | None) -> Shown | None:
    if place is None:
        return None
    later = next((item for item in items[place + 1 :] if item.outcome is None), None)
    return _shown(later, sees_drafts=False, whole=False) if later else None


def _shown(item: AgendaItem, *, sees_drafts: bool, whole: bool) -> Shown:
    number = item.number or str(item.position)
    if item.is_exempt:
        return Shown(number, item.public_title or PRIVATE, is_private=True)
    put = _recommended(item, sees_drafts=sees_drafts) if whole else ()
    return Shown(number, item.title, is_private=False, presenter=item.presenter, recommendations=put)


def _recommended(item: AgendaItem, *, sees_drafts: bool) -> tuple[Put, ...]:
    asked = sa.select(Recommendation).join(Report, Report.id == Recommendation.report_id)
    asked = asked.where(Report.agenda_item_id == item.id, ~Report.is_exempt)
    asked = asked if sees_drafts else asked.where(report_is_published())
    rows = db.session.scalars(asked.order_by(Report.position, Recommendation.ordinal))
    return tuple(Put(row.ordinal, (row.ruled_words if sees_drafts else None) or row.words, row.ruling) for row in rows)
