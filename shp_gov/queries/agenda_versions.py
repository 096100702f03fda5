"""Versions of an agenda: the latest, one of them, and what each said to whoever may read it."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.agenda_compare import without_reports
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import AgendaState
from shp_gov.models import AgendaItem, AgendaKind, AgendaVersion, Meeting, RoleHeld, User
from shp_gov.queries import agendas
from shp_gov.queries.visibility import declared_in_item

WITH_THE_CHAIR = (AgendaState.WITH_THE_CHAIR, AgendaState.CHANGES_ASKED_FOR)
KEPT_BACK = ("presenter", "public_interest_reason", "urgency_reason")


def of_meeting(meeting: Meeting) -> Sequence[AgendaVersion]:
    """List the versions of an agenda, newest first."""
    found = sa.select(AgendaVersion).where(AgendaVersion.meeting_id == meeting.id)
    return db.session.scalars(found.order_by(AgendaVersion.number.desc())).all()


def latest(meeting: Meeting) -> AgendaVersion | None:
    """Find the newest version of an agenda."""
    return next(iter(of_meeting(meeting)), None)


def has_it(version: AgendaVersion, now: dict[str, Any]) -> bool:
    """Tell whether the chair has, or agreed, a version that says what the agenda says now, its reports aside."""
    has = version.state is AgendaState.WITH_THE_CHAIR or version.agreed_at is not None
    return has and without_reports(version.contents) == without_reports(now)


def agreed(meeting: Meeting) -> AgendaVersion | None:
    """Find the version that the chair agreed and that says what the agenda says now, its reports aside."""
    now = without_reports(agendas.contents(meeting))
    found = [each for each in _agendas(meeting) if each.agreed_at is not None]
    return next((each for each in found if without_reports(each.contents) == now), None)


def _agendas(meeting: Meeting) -> list[AgendaVersion]:
    return [each for each in of_meeting(meeting) if each.kind is AgendaKind.AGENDA]


def agreement(meeting: Meeting) -> str:
    """Say whether the chair agreed the agenda as it stands now."""
    if version := agreed(meeting):
        return f"The chair agreed it: version {version.number}."
    seen = [each for each in _agendas(meeting) if each.agreed_at or each.state in WITH_THE_CHAIR]
    if not seen:
        return "The chair has not been sent it, and has not agreed it."
    if seen[0].agreed_at:
        return f"The chair agreed version {seen[0].number}. It has changed since, and the chair has not agreed that."
    return f"The chair has not agreed it: version {seen[0].number} is {seen[0].state}."


def get(meeting_id: int, agenda_number: int, *, viewer: Viewer) -> AgendaVersion:
    """Fetch a version of the agenda of this meeting, for those who build and agree it."""
    return _of(meeting_id, agenda_number, [*viewer.bodies(Role.OFFICER), *viewer.bodies(Role.CHAIR)])


def to_agree(meeting_id: int, agenda_number: int, *, viewer: Viewer) -> AgendaVersion:
    """Fetch a version for whoever agrees it."""
    return _of(meeting_id, agenda_number, viewer.bodies(Role.CHAIR))


def to_answer(meeting_id: int, agenda_number: int, *, viewer: Viewer) -> AgendaVersion:
    """Fetch a version for whoever deals with what was said of it."""
    return _of(meeting_id, agenda_number, viewer.bodies(Role.OFFICER))


def _of(meeting_id: int, agenda_number: int, body_ids: Sequence[int]) -> AgendaVersion:
    found = sa.select(AgendaVersion).join(AgendaVersion.meeting).where(Meeting.body_id.in_(body_ids))
    found = found.where(Meeting.id == meeting_id, AgendaVersion.number == agenda_number)
    whole = (joinedload(AgendaVersion.meeting).joinedload(Meeting.body), selectinload(AgendaVersion.remarks))
    return db.session.scalars(found.options(*whole)).one()


def seen(contents: dict[str, Any], meeting: Meeting, *, viewer: Viewer) -> dict[str, Any]:
    """Give contents as the viewer may read them: what is private and not theirs by its public title only."""
    declared = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id, declared_in_item(viewer))
    barred = set(db.session.scalars(declared))
    entitled = viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id)
    shown = [
        _kept_back(item) if item["is_exempt"] and (item["id"] in barred or not entitled) else item
        for item in contents["items"]
    ]
    return {**contents, "items": shown}


def as_the_public(contents: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the public may not read."""
    return {**contents, "items": [_kept_back(item) if item["is_exempt"] else item for item in contents["items"]]}


def _kept_back(item: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"title": item["public_title"] or "Private item", "reports": [], "is_kept_back": True}
    return item | dict.fromkeys(KEPT_BACK) | told


def chairs(meeting: Meeting, *, viewer: Viewer) -> list[User]:
    """List the accounts of whoever chairs a body today, or stands in for the chair."""
    return _accounts(meeting.body_id, Role.CHAIR, viewer)


def officers(meeting: Meeting, *, viewer: Viewer) -> list[User]:
    """List the accounts of a body's officers."""
    return _accounts(meeting.body_id, Role.OFFICER, viewer)


def _accounts(body_id: int, role: Role, viewer: Viewer) -> list[User]:
    held = sa.select(User).join(RoleHeld, RoleHeld.user_id == User.id).where(User.is_enabled)
    held = held.where(RoleHeld.body_id == body_id, RoleHeld.role == role, RoleHeld.from_on <= viewer.on)
    held = held.where(sa.or_(RoleHeld.until_on.is_(None), RoleHeld.until_on >= viewer.on))
    return list(db.session.scalars(held.distinct()))
