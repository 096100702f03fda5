"""Terms of reference: the version in force on a day. A new version never re-judges an old meeting."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain import quorum
from shp_gov.domain.permissions import Permission, Viewer
from shp_gov.domain.terms.version import Figures, OfficeSaid, SeatSaid, Section, SubGroupSaid, Terms
from shp_gov.models import (
    Body,
    Decision,
    Minute,
    Sighting,
    TermsOffice,
    TermsSeat,
    TermsSection,
    TermsState,
    TermsSubGroup,
    TermsVersion,
)
from shp_gov.queries.visibility import visible_decisions

EVERY_PART = (
    selectinload(TermsVersion.sections),
    selectinload(TermsVersion.seats),
    selectinload(TermsVersion.offices),
    selectinload(TermsVersion.sub_groups),
)
WITH_MEETING = contains_eager(Decision.minute).contains_eager(Minute.meeting)


def in_force(body: Body, *, on: date) -> TermsVersion | None:
    """Find the adopted version in force on a day: the newest that began on or before it."""
    begun = sa.select(TermsVersion).where(
        TermsVersion.body_id == body.id, TermsVersion.state == TermsState.ADOPTED, TermsVersion.in_force_from <= on
    )
    return db.session.scalars(begun.order_by(TermsVersion.in_force_from.desc()).limit(1)).one_or_none()


def in_force_in_full(body: Body, *, on: date) -> TermsVersion | None:
    """Find the version in force on a day, with its sections, seats, offices and sub-groups."""
    version = in_force(body, on=on)
    return in_full(version.id) if version else None


def in_full(version_id: int) -> TermsVersion:
    """Fetch a version with everything it says, in five statements."""
    whole = sa.select(TermsVersion).where(TermsVersion.id == version_id)
    whole = whole.options(joinedload(TermsVersion.body), *EVERY_PART)
    return db.session.scalars(whole).one()


def versions(body: Body, *, viewer: Viewer, whole: bool = False) -> Sequence[TermsVersion]:
    """List the versions of a body, newest first. A draft is there for officers and the chair only."""
    found = sa.select(TermsVersion).where(TermsVersion.body_id == body.id, _seen_by(viewer))
    found = found.options(*EVERY_PART) if whole else found
    return db.session.scalars(found.order_by(TermsVersion.number.desc())).all()


def get(slug: str, number: int, *, viewer: Viewer) -> TermsVersion:
    """Fetch one version of a body. A draft does not exist for those who may not see it."""
    found = sa.select(TermsVersion).join(TermsVersion.body).options(contains_eager(TermsVersion.body))
    return db.session.scalars(found.where(Body.slug == slug, TermsVersion.number == number, _seen_by(viewer))).one()


def draft(slug: str, *, viewer: Viewer) -> TermsVersion:
    """Fetch the draft of a body. It does not exist for those who may not see it."""
    return db.session.scalars(_of_draft(slug, viewer, Permission.SEE_DRAFT_TERMS)).one()


def _of_draft(slug: str, viewer: Viewer, permission: Permission) -> sa.Select[TermsVersion]:
    found = sa.select(TermsVersion).join(TermsVersion.body).options(contains_eager(TermsVersion.body))
    found = found.where(Body.slug == slug, TermsVersion.state == TermsState.DRAFT)
    return found.where(TermsVersion.body_id.in_(_theirs(viewer, permission)))


def _seen_by(viewer: Viewer) -> sa.ColumnElement[bool]:
    theirs = _theirs(viewer, Permission.SEE_DRAFT_TERMS)
    return sa.or_(TermsVersion.state == TermsState.ADOPTED, TermsVersion.body_id.in_(theirs))


def _theirs(viewer: Viewer, permission: Permission) -> set[int]:
    return {term.body_id for term in viewer.terms if viewer.may(permission, term.body_id)}


def adopted_by(versions: Sequence[TermsVersion], *, viewer: Viewer) -> dict[int, Decision]:
    """Find the decisions that adopted these versions, as far as the viewer may see them, by version."""
    ids = [version.decision_id for version in versions if version.decision_id]
    found = visible_decisions(viewer).where(Decision.id.in_(ids)).options(WITH_MEETING) if ids else None
    seen = {decision.id: decision for decision in db.session.scalars(found)} if found is not None else {}
    return {version.id: seen[version.decision_id] for version in versions if version.decision_id in seen}


def draft_to_change(slug: str, *, viewer: Viewer) -> TermsVersion:
    """Fetch the draft of a body for those who may change it; for others this page does not exist."""
    return db.session.scalars(_of_draft(slug, viewer, Permission.CHANGE_TERMS)).one()


def section(slug: str, section_id: int, *, viewer: Viewer) -> TermsSection:
    """Fetch a section of a draft for those who may change it."""
    version_id = draft_to_change(slug, viewer=viewer).id
    found = sa.select(TermsSection).where(TermsSection.id == section_id, TermsSection.version_id == version_id)
    return db.session.scalars(found).one()


def seat(slug: str, terms_seat_id: int, *, viewer: Viewer) -> TermsSeat:
    """Fetch a seat of a draft for those who may change it."""
    version_id = draft_to_change(slug, viewer=viewer).id
    found = sa.select(TermsSeat).where(TermsSeat.id == terms_seat_id, TermsSeat.version_id == version_id)
    return db.session.scalars(found).one()


def sub_group(slug: str, sub_group_id: int, *, viewer: Viewer) -> TermsSubGroup:
    """Fetch a sub-group of a draft for those who may change it."""
    version_id = draft_to_change(slug, viewer=viewer).id
    found = sa.select(TermsSubGroup).where(TermsSubGroup.id == sub_group_id, TermsSubGroup.version_id == version_id)
    return db.session.scalars(found).one()


def find_draft(body: Body) -> TermsVersion | None:
    """Find the draft of a body."""
    found = sa.select(TermsVersion).where(TermsVersion.body_id == body.id, TermsVersion.state == TermsState.DRAFT)
    return db.session.scalars(found).one_or_none()


def last_adopted(body: Body) -> TermsVersion | None:
    """Find the newest adopted version of a body, in force already or not."""
    found = sa.select(TermsVersion).where(TermsVersion.body_id == body.id, TermsVersion.state == TermsState.ADOPTED)
    return db.session.scalars(found.order_by(TermsVersion.in_force_from.desc()).limit(1)).one_or_none()


def next_number(body: Body) -> int:
    """Give the number of the next version."""
    highest = sa.select(sa.func.coalesce(sa.func.max(TermsVersion.number), 0))
    return 1 + (db.session.scalar(highest.where(TermsVersion.body_id == body.id)) or 0)


def decisions(body: Body, *, viewer: Viewer, most: int = 60) -> Sequence[Decision]:
    """List the newest decisions of a body, of which one may have adopted its terms."""
    found = visible_decisions(viewer).where(Decision.body_id == body.id)
    found = found.options(WITH_MEETING)
    return db.session.scalars(found.order_by(Decision.on.desc(), Decision.id.desc()).limit(most)).all()


def days_listed(body: Body, *, most: int = 40) -> Sequence[date]:
    """List the days of which a pack printed a list of members, newest first."""
    found = sa.select(Sighting.on).where(Sighting.body_id == body.id, ~Sighting.is_invited).distinct()
    return db.session.scalars(found.order_by(Sighting.on.desc()).limit(most)).all()


def listed(body: Body, *, on: date) -> Sequence[Sighting]:
    """Give the lines of the list of members that a pack of a day printed, in its order."""
    found = sa.select(Sighting).where(Sighting.body_id == body.id, Sighting.on == on, ~Sighting.is_invited)
    found = found.options(joinedload(Sighting.seat)).where(Sighting.seat_id.is_not(None))
    return db.session.scalars(found.order_by(Sighting.id)).all()


def as_terms(version: TermsVersion) -> Terms:
    """Say what a version says, as plain values."""
    return Terms(
        number=version.number,
        sections=tuple(Section(key=each.key, heading=each.heading, words=each.words) for each in version.sections),
        seats=tuple(map(_seat, version.seats)),
        offices=tuple(map(_office, version.offices)),
        sub_groups=tuple(map(_sub_group, version.sub_groups)),
        figures=Figures(**{field.name: getattr(version, field.name) for field in fields(Figures)}),
        quorum=quorum.sentence_of(quorum.from_plain(version.quorum)) if version.quorum else None,
    )


def _seat(seat: TermsSeat) -> SeatSaid:
    return SeatSaid(
        key=str(seat.seat_id) if seat.seat_id else f"new {seat.id}",
        post=seat.post,
        organisation=seat.organisation_words,
        category=seat.category,
        places=seat.places,
        is_voting=seat.is_voting,
        is_elected=seat.is_elected,
        appointed_by=seat.appointed_by,
        tag=seat.tag,
    )


def _office(office: TermsOffice) -> OfficeSaid:
    return OfficeSaid(
        kind=office.kind,
        held_by=office.held_by,
        is_yearly=office.is_yearly,
        is_from_responsible_authority=office.is_from_responsible_authority,
        is_from_another_organisation=office.is_from_another_organisation,
        barred=office.barred_words,
    )


def _sub_group(group: TermsSubGroup) -> SubGroupSaid:
    return SubGroupSaid(
        name=group.name,
        key=str(group.group_id or ""),
        chair=group.chair_words,
        months_due=tuple(group.months_due),
        tolerance_days=group.tolerance_days,
        times_a_year=group.times_a_year,
    )
