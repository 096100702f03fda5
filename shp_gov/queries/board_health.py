"""The chair's one page: who is in the room, what is done on time, what is late, what waits for agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.board_health import Absent, Headline, Standing, headline
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.quarters import Quarter, Share, quarters_until
from shp_gov.domain.workflows import ActionState, MinutesState
from shp_gov.models import Action, ActionEvent, Body, Decision, Happening, Meeting, Minute, Seat
from shp_gov.queries import decision_lists, punctuality, room, seating
from shp_gov.queries.action_log import overdue
from shp_gov.queries.actions import NOT_HELD, due_expression
from shp_gov.queries.answering import Lead, names_of_holders
from shp_gov.queries.bodies import Membership
from shp_gov.queries.punctuality import Tally
from shp_gov.queries.room import NOT_KNOWN, Presence
from shp_gov.queries.standings import area_of
from shp_gov.queries.visibility import visible_actions

MEETINGS = 6
QUARTERS = 6
LISTED = 10
YEAR = 4
TO_AGREE = (MinutesState.WITH_THE_CHAIR, MinutesState.DRAFT_PUBLISHED)


@dataclass(frozen=True)
class Line:
    """An action in a list: whose it is and who answers for it, when it was due, and when it was verified."""

    action: Action
    due_on: date | None
    verified_on: date | None
    holders: tuple[str, ...]

    @property
    def owner(self) -> str:
        """Name the organisation that owns it, or the seat or body where there is none."""
        organisation = self.action.seat.organisation if self.action.seat else None
        return organisation.name if organisation else self.action.owner_title


@dataclass(frozen=True)
class Authority:
    """A responsible authority: its presence at the last meetings, and what it did on time in each quarter."""

    presence: Presence
    shares: tuple[Share, ...]
    overdue: int
    is_vacant: bool
    vacant_since: date | None


@dataclass(frozen=True)
class Came:
    """Of how many authorities somebody came to a meeting, from which nobody did, and whether it was the last."""

    meeting: Meeting
    number: int
    total: int
    absent: tuple[Authority, ...]
    is_last: bool


@dataclass(frozen=True)
class BoardHealth:
    """Everything on the page, as at a day, for a viewer."""

    on: date
    coming: Meeting | None
    meetings: Sequence[Meeting]
    quarters: Sequence[Quarter]
    authorities: Sequence[Authority]
    shares: tuple[Share, ...]
    unfinished: int
    overdue: int
    to_agree: int
    late: Sequence[Line]
    verified: Sequence[Line]
    minutes: Sequence[Meeting]
    decided: Meeting | None = None

    @property
    def last_known(self) -> Came | None:
        """Tell who came to the last meeting of which that is known, where there is one."""
        known = (self._came(place) for place in reversed(range(len(self.meetings))))
        return next((came for came in known if came), None)

    def _came(self, place: int) -> Came | None:
        there = {body: body.presence.kinds[place] for body in self.authorities}
        counted = {body: kind for body, kind in there.items() if kind != room.NOT_THEN}
        if not counted or NOT_KNOWN in counted.values():
            return None
        absent = tuple(body for body, kind in counted.items() if kind not in room.CAME)
        is_last = place == len(self.meetings) - 1
        return Came(self.meetings[place], len(counted) - len(absent), len(counted), absent, is_last)

    @property
    def was_due(self) -> bool:
        """Tell whether anything was due in these quarters."""
        return any(share.due for share in self.shares)

    @property
    def has_not_known(self) -> bool:
        """Tell whether it is not known, of some authority at some meeting, who came."""
        return any(NOT_KNOWN in body.presence.kinds for body in self.authorities)

    @property
    def headline(self) -> Headline:
        """Say how the board does."""
        known = self.last_known
        return headline(
            Standing(
                authorities=known.total if known else len(self.authorities),
                came=known.number if known else None,
                came_on=known.meeting.on if known and not known.is_last else None,
                absent=tuple(_absent(body) for body in known.absent) if known else (),
                overdue=self.overdue,
                unfinished=self.unfinished,
                oldest_days=(self.on - self.late[0].due_on).days if self.late and self.late[0].due_on else 0,
                now=self.shares[-1].percent,
                year_ago=self.shares[-1 - YEAR].percent,
            )
        )


def _absent(body: Authority) -> Absent:
    return Absent(body.presence.known_as, body.overdue, body.is_vacant, body.vacant_since)


def body_of(slug: str, *, viewer: Viewer) -> Body:
    """Fetch a body by its slug."""
    return (
        db.session.scalars(sa.select(Body).where(Body.slug == slug).options(joinedload(Body.standings))).unique().one()
    )


def of_body(body: Body, *, viewer: Viewer) -> BoardHealth:
    """Gather the page of a body in seven statements."""
    on = viewer.on
    quarters = quarters_until(on, QUARTERS)
    found = _meetings(body, on)
    meetings = [meeting for meeting, _ in found]
    held = [meeting for meeting in meetings if meeting.on < on and meeting.state not in NOT_HELD][-MEETINGS:]
    seats = seating.of_bodies([body.id])
    tallies = punctuality.of_body(body, quarters, viewer=viewer)
    area = area_of(body)
    present = room.authorities(body, held, seats, area=area, on=on)
    listed = lines(body, viewer)
    return BoardHealth(
        on=on,
        coming=next((meeting for meeting in meetings if meeting.on >= on and meeting.state not in NOT_HELD), None),
        meetings=held,
        quarters=quarters,
        authorities=[_authority(found, body, area, tallies, quarters, seats, on) for found in present],
        shares=punctuality.shares(tallies, quarters),
        unfinished=sum(tally.unfinished for tally in tallies),
        overdue=sum(tally.overdue for tally in tallies),
        to_agree=sum(tally.to_agree for tally in tallies),
        late=[line for line in listed if line.action.state != ActionState.VERIFIED],
        verified=[line for line in listed if line.action.state == ActionState.VERIFIED],
        minutes=[meeting for meeting in reversed(meetings) if meeting.minutes_state in TO_AGREE],
        decided=next((meeting for meeting, stands in reversed(found) if _waits(meeting, stands)), None),
    )


def _waits(meeting: Meeting, stands: str | None) -> bool:
    """Tell whether the chair is asked about the decisions of a meeting, and has not been sent its minutes yet."""
    return stands == decision_lists.ListStands.WAITS and meeting.minutes_state is MinutesState.DRAFT


def _meetings(body: Body, on: date) -> Sequence[Any]:
    """Fetch the last meetings, the next one and those whose minutes wait, oldest first, and how each's list stands."""
    of_body = sa.select(Meeting.id).where(Meeting.body_id == body.id)
    taken_place = of_body.where(Meeting.state.not_in(NOT_HELD))
    last = taken_place.where(Meeting.on < on).order_by(Meeting.on.desc(), Meeting.id.desc()).limit(MEETINGS)
    coming = taken_place.where(Meeting.on >= on).order_by(Meeting.on, Meeting.id).limit(1)
    waiting = of_body.where(Meeting.minutes_state.in_(TO_AGREE)).order_by(Meeting.on.desc()).limit(LISTED)
    wanted = sa.or_(*(Meeting.id.in_(sa.select(some.subquery().c.id)) for some in (last, coming, waiting)))
    stands = decision_lists.standing(Meeting.id).correlate(Meeting).scalar_subquery()
    return db.session.execute(sa.select(Meeting, stands).where(wanted).order_by(Meeting.on, Meeting.id)).all()


def _authority(
    presence: Presence,
    body: Body,
    area: Area | None,
    tallies: Sequence[Tally],
    quarters: Sequence[Quarter],
    seats: seating.Seating,
    on: date,
) -> Authority:
    own = [tally for tally in tallies if _is_of(tally.organisation, presence, area, on)]
    sits = [seat for seat in seats.members(body.id, on=on) if _is_of(seat.organisation, presence, area, on)]
    is_vacant = bool(sits) and not any(seat.holders for seat in sits)
    return Authority(
        presence=presence,
        shares=punctuality.shares(own, quarters),
        overdue=sum(tally.overdue for tally in own),
        is_vacant=is_vacant,
        vacant_since=_vacant_since(sits, seats, on) if is_vacant else None,
    )


def _is_of(organisation: str | None, presence: Presence, area: Area | None, on: date) -> bool:
    if organisation is None or area is None:
        return organisation == presence.name
    known = area.body(organisation, on)
    return known is not None and known.name == presence.name


def _vacant_since(sits: Sequence[Membership], seats: seating.Seating, on: date) -> date | None:
    days = [seats.vacant_since(seat.seat_id, on=on) for seat in sits]
    return max((day for day in days if day), default=None)


def lines(body: Body, viewer: Viewer) -> list[Line]:
    """Fetch the actions that are overdue longest, and those verified first, with who answers for them."""
    whole = _wanted(body, viewer).options(
        contains_eager(Action.decision).contains_eager(Decision.minute).contains_eager(Minute.meeting),
        joinedload(Action.seat).joinedload(Seat.organisation),
        joinedload(Action.organisation),
        joinedload(Action.owner_body),
    )
    verified = sa.select(sa.func.max(ActionEvent.at, type_=ActionEvent.at.type))
    verified = verified.where(ActionEvent.action_id == Action.id, ActionEvent.happening == Happening.VERIFIED)
    rows = db.session.execute(whole.add_columns(due_expression(), verified.scalar_subquery())).all()
    names = names_of_holders([Lead.of(action) for action, _, _ in rows], on=viewer.on)
    return [
        Line(action, due_on, at.astimezone(LONDON).date() if at else None, names.get(Lead.of(action), ()))
        for action, due_on, at in rows
    ]


def _wanted(body: Body, viewer: Viewer) -> sa.Select[Action]:
    seen = visible_actions(viewer).where(Action.body_id == body.id)
    ids = seen.with_only_columns(Action.id)
    late = ids.where(overdue(viewer.on)).order_by(due_expression(), Action.id).limit(LISTED).subquery()
    verified = ids.where(Action.state == ActionState.VERIFIED).order_by(Action.id).limit(LISTED).subquery()
    wanted = sa.or_(Action.id.in_(sa.select(late.c.id)), Action.id.in_(sa.select(verified.c.id)))
    return seen.where(wanted).order_by(due_expression().nulls_last(), Action.id)
