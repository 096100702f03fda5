"""The year planner of a body: its meetings month by month, what is to come to each, and what is on none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.domain.duties.planning import Item, Kind, Reporting, Year, duty_items, report_items, suggested
from shp_gov.domain.permissions import Viewer
from shp_gov.models import Body, DutyPlan, Meeting, MunicipalYear, TermsState, TermsSubGroup, TermsVersion
from shp_gov.queries.duties import asked_of, records_of
from shp_gov.queries.meetings import NOT_HELD


@dataclass(frozen=True)
class Planned:
    """Something due, the meeting it is tied to, and the one to suggest where there is none."""

    item: Item
    meeting: Meeting | None
    suggested: Meeting | None

    @property
    def is_late(self) -> bool:
        """Tell whether the meeting comes after its day."""
        return self.meeting is not None and self.meeting.on > self.item.due_on


@dataclass(frozen=True)
class Month:
    """One month of the year with its meetings, and what is to come to each."""

    first: date
    meetings: Sequence[tuple[Meeting, Sequence[Planned]]]


@dataclass(frozen=True)
class Planner:
    """A municipal year: what is on no meeting yet, month by month what is, and what is done."""

    year: Year
    months: Sequence[Month]
    planned: Sequence[Planned]

    @property
    def unscheduled(self) -> list[Planned]:
        """List what is neither done nor on a meeting, soonest due first."""
        return [each for each in self.planned if each.meeting is None and not each.item.is_met]

    @property
    def met(self) -> list[Planned]:
        """List what is done and was on no meeting of the year."""
        return [each for each in self.planned if each.meeting is None and each.item.is_met]

    @property
    def elsewhere(self) -> list[Planned]:
        """List what is on a meeting of another year."""
        return [each for each in self.planned if each.meeting and not self.year.covers(each.meeting.on)]

    def find(self, key: str) -> Planned | None:
        """Find something by its key."""
        return next((each for each in self.planned if each.item.key == key), None)

    def coming(self) -> list[Meeting]:
        """List the meetings that are still to come."""
        found = (meeting for month in self.months for meeting, _ in month.meetings)
        return [meeting for meeting in found if meeting.on >= self.year.on and meeting.state not in NOT_HELD]


def of_body(body: Body, *, starting: int | None, viewer: Viewer) -> Planner:
    """Gather the planner of the municipal year that starts in a calendar year, or of today's."""
    year = year_of(body, starting, on=viewer.on)
    meetings = _meetings(body, year)
    items = sorted(_items(body, year), key=lambda item: (item.due_on, item.title))
    plans = {_key(plan): plan.meeting for plan in _plans(body)}
    days = {meeting.on: meeting for meeting in reversed(meetings) if meeting.state not in NOT_HELD}
    planned = [_planned(item, plans.get(item.key), days, on=viewer.on) for item in items]
    return Planner(year, [_month(first, meetings, planned) for first in year.months()], planned)


def year_of(body: Body, starting: int | None, *, on: date) -> Year:
    """Find a municipal year of a body by the calendar year it starts in."""
    known = sa.select(MunicipalYear.starts_on).where(MunicipalYear.body_id == body.id)
    starts = list(db.session.scalars(known))
    number = starting or calendar.year_start(on, starts).year
    first, following = (calendar.year_start(date(each, 12, 31), starts) for each in (number, number + 1))
    return Year(first, following - timedelta(days=1), on)


def _planned(item: Item, meeting: Meeting | None, days: dict[date, Meeting], *, on: date) -> Planned:
    day = None if meeting or item.is_met else suggested(item, list(days), on=on)
    return Planned(item, meeting, days[day] if day else None)


def _month(first: date, meetings: Sequence[Meeting], planned: Sequence[Planned]) -> Month:
    within = [meeting for meeting in meetings if (meeting.on.year, meeting.on.month) == (first.year, first.month)]
    rows = [(one, [each for each in planned if each.meeting and each.meeting.id == one.id]) for one in within]
    return Month(first, rows)


def _meetings(body: Body, year: Year) -> Sequence[Meeting]:
    within = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on.between(year.first, year.last))
    return db.session.scalars(within.order_by(Meeting.on, Meeting.starts_at, Meeting.id)).all()


def _items(body: Body, year: Year) -> list[Item]:
    records = records_of(body)
    asked = asked_of(body, on=min(max(year.on, year.first), year.last))
    return [*duty_items(asked, records, year), *report_items(_reporting(body, year), year)]


def _reporting(body: Body, year: Year) -> list[Reporting]:
    """List the sub-groups that the terms of the day name; the terms of its first day for a year to come."""
    day = min(max(year.on, year.first), year.last)
    newest = (
        sa.select(TermsVersion.id)
        .where(TermsVersion.body_id == body.id, TermsVersion.state == TermsState.ADOPTED)
        .where(TermsVersion.in_force_from <= day)
        .order_by(TermsVersion.in_force_from.desc())
        .limit(1)
    )
    groups = sa.select(TermsSubGroup).where(TermsSubGroup.version_id == newest.scalar_subquery())
    found = db.session.scalars(groups.order_by(TermsSubGroup.position))
    return [
        Reporting(group.name, group.months_due, group.times_a_year or 0, group.tolerance_days or 0) for group in found
    ]


def _plans(body: Body) -> Sequence[DutyPlan]:
    plans = sa.select(DutyPlan).where(DutyPlan.body_id == body.id)
    return db.session.scalars(plans.options(joinedload(DutyPlan.meeting))).all()


def _key(plan: DutyPlan) -> str:
    kind = Kind.DUTY if plan.duty else Kind.REPORT
    return f"{kind}:{plan.duty or plan.report_of}:{plan.year.isoformat()}"


def plan_of(body: Body, item: Item) -> DutyPlan | None:
    """Find the plan of something, where it is on a meeting."""
    subject = DutyPlan.duty if item.kind is Kind.DUTY else DutyPlan.report_of
    found = sa.select(DutyPlan).where(DutyPlan.body_id == body.id, DutyPlan.year == item.year)
    return db.session.scalars(found.where(subject == item.subject)).one_or_none()
