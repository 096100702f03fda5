"""What is on record about what the terms of the day ask of a body: its seats, offices, reports and meetings."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.domain.checks.facts import Member
from shp_gov.domain.checks.facts_of_terms import (
    Addition,
    ChairSaid,
    GroupAsked,
    GroupChairs,
    SeatAsked,
    Sitter,
    TermsFacts,
)
from shp_gov.domain.register.titles import names_group
from shp_gov.domain.statements import StatementKind, chair_stated
from shp_gov.domain.words import day_words
from shp_gov.models import Appointment, AppointmentKind, SeatCategory, Statement, TermsSeat, TermsSubGroup, TermsVersion
from shp_gov.queries.bodies import Holder, Membership
from shp_gov.queries.compliance import absences, duties, vice_chairs
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.compliance.membership import offices_held
from shp_gov.queries.compliance.terms_then import said

PERFORMANCE = "performance"


def gather(as_at: AsAt) -> Iterator[TermsFacts | GroupChairs]:
    """Gather what the terms of the day ask, and what is on record about it."""
    version = as_at.terms.on_day(as_at.on)
    year = calendar.year_start(as_at.on)
    days = _days_held(as_at)
    yield TermsFacts(
        body=as_at.body.name,
        on=as_at.on,
        terms=said(version),
        seats=tuple(_seats(as_at, version)) if version else (),
        vice_chair=offices_held(as_at).vice_chair,
        additions=tuple(_additions(as_at)),
        groups=tuple(_group(group, as_at) for group in version.sub_groups) if version else (),
        performance_reports=_reported(PERFORMANCE, as_at),
        meetings=tuple(days) or None,
        meetings_in_year=_in_last_year(as_at, version, days),
        absences=tuple(absences.of_members(as_at)) if version and version.absences_to_review else (),
        area=as_at.area,
        **_of_the_plan(as_at, version),
        **vice_chairs.of_year(as_at, year),
    )
    chairs = (*_chairs_in_terms(version), *_chairs_decided(as_at), *_chairs_in_packs(as_at))
    yield GroupChairs(as_at.body.name, as_at.on, chairs)


def _of_the_plan(as_at: AsAt, version: TermsVersion | None) -> dict[str, Any]:
    """Give how many years the plan covers and how long its draft was out, as entered with the duties, where asked."""
    if version is None or (version.plan_years is None and version.consultation_days is None):
        return {}
    facts = next(duties.gather(as_at), None)
    if facts is None:
        return {}
    years = [record.entered.get("years_covered") for record in facts.of("plan-revision") if record.is_done]
    spans = [(record.day("opened_on"), record.day("closed_on")) for record in facts.of("plan-consultation")]
    out = [(first, last) for first, last in spans if first and last]
    known = [number for number in years if isinstance(number, int)]
    return {"plan_years": known[-1] if known else None, "consultation": max(out) if out else None}


def _seats(as_at: AsAt, version: TermsVersion) -> Iterator[SeatAsked]:
    held = {member.seat_id: member for member in as_at.members}
    listed = {row.id: row.post for row in as_at.seating.rows}
    reasons = _purposes(as_at)
    for seat in version.seats:
        member = held.get(seat.seat_id or 0)
        yield SeatAsked(
            seat.title,
            seat.post,
            seat.places,
            is_elected=seat.is_elected,
            is_co_opted=_is_co_opted(seat, member),
            category=seat.category,
            holders=tuple(_sitter(holder, member, reasons) for holder in member.holders) if member else None,
            vacant_since=as_at.seating.vacant_since(member.seat_id, on=as_at.on) if member else None,
            listed_as=listed.get(member.seat_id) if member else None,
        )


def _is_co_opted(seat: TermsSeat, member: Membership | None) -> bool:
    by_kind = member is not None and any(holder.kind is AppointmentKind.CO_OPTION for holder in member.holders)
    return seat.category == SeatCategory.CO_OPTED or by_kind


def _sitter(holder: Holder, member: Membership, reasons: dict[tuple[int, int], str | None]) -> Sitter:
    post = member.post if member.places == 1 else None
    purpose = reasons.get((member.seat_id, holder.person_id))
    return Sitter(Member(holder.person_id, holder.name), post, purpose, holder.until)


def _purposes(as_at: AsAt) -> dict[tuple[int, int], str | None]:
    """Fetch for what each co-opted member was asked, in one statement; in none where nobody is co-opted."""
    seats = [
        member.seat_id
        for member in as_at.members
        if member.category == SeatCategory.CO_OPTED
        or any(holder.kind is AppointmentKind.CO_OPTION for holder in member.holders)
    ]
    if not seats:
        return {}
    found = db.session.scalars(sa.select(Appointment).where(Appointment.seat_id.in_(seats)))
    return {(row.seat_id, row.person_id): row.reason or row.basis for row in found if row.covers(as_at.on)}


def _additions(as_at: AsAt) -> Iterator[Addition]:
    """Give the seats that began in the twelve months before, but for those the body began with."""
    begun = {row.id: row.active_from for row in as_at.seating.rows if row.active_from}
    first = min(begun.values(), default=None)
    agreed = {seat.seat_id: version.title for version in as_at.terms.versions for seat in version.seats}
    for member in as_at.members:
        day = begun.get(member.seat_id)
        is_own = member.category != SeatCategory.CO_OPTED
        if is_own and day is not None and day != first and as_at.since < day <= as_at.on:
            yield Addition(member.title, day, agreed.get(member.seat_id))


def _group(group: TermsSubGroup, as_at: AsAt) -> GroupAsked:
    months = tuple(group.months_due or ())
    return GroupAsked(group.name, months, group.tolerance_days, group.times_a_year, _reported(group.name, as_at))


def _reported(name: str, as_at: AsAt) -> tuple[date, ...]:
    """List the days of meetings held whose agenda or minutes have an item of this name."""
    days = as_at.days_held
    titles = [(row.meeting_id, row.title) for items in as_at.agendas.values() for row in items]
    titles += [(row.meeting_id, row.title) for row in as_at.minutes]
    return tuple(sorted({days[meeting] for meeting, title in titles if meeting in days and names_group(title, name)}))


def _days_held(as_at: AsAt) -> Sequence[date]:
    return sorted(set(as_at.days_held.values()))


def _in_last_year(as_at: AsAt, version: TermsVersion | None, days: Sequence[date]) -> dict[str, int]:
    """Count the meetings of the last whole municipal year, where these terms were in force all through it."""
    end = calendar.year_start(as_at.on)
    start = calendar.year_start(end.replace(year=end.year - 1))
    if version is None or not version.meetings_per_year or not version.in_force_from or version.in_force_from > start:
        return {}
    return {calendar.year_name(start): as_at.number_held(start, end)}


def _chairs_in_terms(version: TermsVersion | None) -> Iterator[ChairSaid]:
    asks = said(version)
    for group in version.sub_groups if version and asks else ():
        yield ChairSaid(group.name, group.chair_words, asks.cite(f"sub-group: {group.name}") if asks else "")


def _chairs_decided(as_at: AsAt) -> Iterator[ChairSaid]:
    """Read who is to chair a sub-group in the decisions of the twelve months before."""
    for minute in as_at.minutes:
        for decision in minute.decisions:
            if not minute.is_exempt and (found := chair_stated(decision.words)):
                yield ChairSaid(found.group, found.chair, f"Decision {decision.reference}", decision.line)


def _chairs_in_packs(as_at: AsAt) -> Iterator[ChairSaid]:
    asked = sa.select(Statement).where(Statement.body_id == as_at.body.id, Statement.on > as_at.since)
    asked = asked.where(Statement.on <= as_at.on, Statement.kind == StatementKind.SUB_GROUP_CHAIR)
    for row in db.session.scalars(asked.order_by(Statement.on, Statement.line, Statement.id)):
        yield ChairSaid(row.about, row.words, f"The pack of {day_words(row.on)}", row.line)
