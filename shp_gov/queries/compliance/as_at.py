"""One body as at one day: what several gatherers need is fetched once, and only when somebody asks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.workflows import CALLED_OFF
from shp_gov.models import (
    Action,
    AgendaItem,
    Attendance,
    Body,
    Decision,
    DutyEntry,
    Meeting,
    Minute,
    Office,
    OfficeKind,
    Seat,
    Sighting,
)
from shp_gov.queries import bodies, organisations, seating, standings
from shp_gov.queries.bodies import Membership
from shp_gov.queries.compliance import settings
from shp_gov.queries.compliance.settings import Settings
from shp_gov.queries.compliance.terms_then import TermsThen
from shp_gov.queries.organisations import WITH_DATED_NAMES
from shp_gov.queries.people import WITH_POSTS
from shp_gov.queries.seating import Seating

COMING = timedelta(weeks=6)


@dataclass(frozen=True)
class AsAt:
    """A body on a day. Each part costs one or two statements the first time, however long the body's history."""

    body: Body
    on: date

    @cached_property
    def area(self) -> Area | None:
        """Find the area the body works for, if we know its bodies, with the standings that the body recorded."""
        return standings.area_of(self.body)

    @property
    def since(self) -> date:
        """Give the first of the twelve months that are looked back on."""
        return a_year_before(self.on)

    @cached_property
    def settings(self) -> Settings:
        """Fetch what officers settled about the rules of the body."""
        return settings.of_bodies([self.body.id])

    @cached_property
    def seating(self) -> Seating:
        """Fetch every seat of the body with everybody who ever held it."""
        return seating.of_bodies([self.body.id])

    @cached_property
    def members(self) -> list[Membership]:
        """List the seats of the day with their holders."""
        return self.members_on(self.on)

    def members_on(self, day: date) -> list[Membership]:
        """List the seats of another day with their holders."""
        listed_on = max((row.on for row in self.lists if row.on <= day), default=None)
        return [replace(seat, listed_on=listed_on) for seat in self.seating.members(self.body.id, on=day)]

    @cached_property
    def lists(self) -> Sequence[Any]:
        """Fetch the lines of the lists of members that packs printed in the two years up to the day."""
        organisation = organisations.name_on(Sighting.on).label("organisation")
        asked = sa.select(Sighting.on, Sighting.first_line, Sighting.organisation_printed, organisation)
        asked = asked.outerjoin(Sighting.seat).outerjoin(Seat.organisation)
        asked = asked.where(Sighting.body_id == self.body.id, Sighting.on > a_year_before(self.since))
        return db.session.execute(asked.where(Sighting.on <= self.on).order_by(Sighting.on, Sighting.id)).all()

    @cached_property
    def terms(self) -> TermsThen:
        """Give the terms of reference of every day up to this one."""
        return TermsThen(self.body, self.on)

    @cached_property
    def held_offices(self) -> Sequence[Office]:
        """Fetch every term of office up to the day, oldest first."""
        held = sa.select(Office).where(Office.body_id == self.body.id, Office.from_on <= self.on)
        return db.session.scalars(held.options(joinedload(Office.person)).order_by(Office.from_on, Office.id)).all()

    @cached_property
    def offices(self) -> dict[OfficeKind, Office]:
        """Tell who holds each office on the day."""
        return bodies.offices(self.body, on=self.on)

    @cached_property
    def called(self) -> Sequence[Meeting]:
        """Fetch the meetings of the twelve months up to the day and of the weeks after it, oldest first."""
        found = sa.select(Meeting).where(Meeting.body_id == self.body.id, Meeting.state.not_in(CALLED_OFF))
        found = found.where(Meeting.on > self.since, Meeting.on <= self.on + COMING)
        return db.session.scalars(found.order_by(Meeting.on, Meeting.id)).all()

    @property
    def meetings(self) -> Sequence[Meeting]:
        """Give those of them that were held by the day: no other counts as a meeting for any rule."""
        return [meeting for meeting in self.called if meeting.on <= self.on and meeting.took_place]

    @property
    def days_held(self) -> Mapping[int, date]:
        """Give the days of the meetings that were held, by meeting."""
        return {meeting.id: meeting.on for meeting in self.meetings}

    def number_held(self, start: date, end: date) -> int:
        """Count the meetings held from a day until before another, however long ago."""
        asked = sa.select(sa.func.count()).select_from(Meeting)
        asked = asked.where(Meeting.body_id == self.body.id, Meeting.took_place)
        return db.session.scalar(asked.where(Meeting.on >= start, Meeting.on < end)) or 0

    @cached_property
    def attendance(self) -> Mapping[int, Sequence[Attendance]]:
        """Fetch who came to those meetings, by meeting."""
        asked = sa.select(Attendance).where(Attendance.meeting_id.in_([meeting.id for meeting in self.meetings]))
        people = joinedload(Attendance.person).options(WITH_POSTS)
        seats = joinedload(Attendance.seat).joinedload(Seat.organisation).options(WITH_DATED_NAMES)
        asked = asked.options(people, seats, joinedload(Attendance.for_person)).order_by(Attendance.position)
        lines: dict[int, list[Attendance]] = {}
        for line in db.session.scalars(asked).unique():
            lines.setdefault(line.meeting_id, []).append(line)
        return lines

    @cached_property
    def agendas(self) -> Mapping[int, Sequence[AgendaItem]]:
        """Fetch the agendas of the meetings called, by meeting."""
        asked = sa.select(AgendaItem).where(AgendaItem.meeting_id.in_([meeting.id for meeting in self.called]))
        items: dict[int, list[AgendaItem]] = {}
        for item in db.session.scalars(asked.order_by(AgendaItem.position)):
            items.setdefault(item.meeting_id, []).append(item)
        return items

    @cached_property
    def duty_entries(self) -> Sequence[DutyEntry]:
        """Fetch what officers recorded of the duties, with the decisions and meetings that show it."""
        shown_by = joinedload(DutyEntry.decision).joinedload(Decision.minute).joinedload(Minute.meeting)
        standing = sa.select(DutyEntry).where(DutyEntry.body_id == self.body.id, DutyEntry.withdrawn_at.is_(None))
        standing = standing.options(shown_by, joinedload(DutyEntry.meeting)).order_by(DutyEntry.id)
        return db.session.scalars(standing).all()

    @cached_property
    def minutes(self) -> Sequence[Minute]:
        """Fetch the minutes of those meetings with their decisions and actions, in the order of the papers."""
        asked = sa.select(Minute).where(Minute.meeting_id.in_([meeting.id for meeting in self.meetings]))
        actions = joinedload(Minute.decisions).joinedload(Decision.actions)
        owners = (
            joinedload(Action.seat).joinedload(Seat.organisation),
            joinedload(Action.organisation),
            joinedload(Action.owner_body),
        )
        asked = asked.options(actions.options(*owners)).order_by(Minute.meeting_id, Minute.position)
        return db.session.scalars(asked).unique().all()


def a_year_before(day: date) -> date:
    """Give the same day of the year before; 28 February for a leap day."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if is_leap_day else day.replace(year=day.year - 1)
