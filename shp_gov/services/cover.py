"""Cover: an officer or a chair lends a colleague their role in a body for some days. It ends by itself."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role
from shp_gov.domain.words import long_day
from shp_gov.models import Body, RoleHeld, User
from shp_gov.notifications import outbox

LENT = (Role.OFFICER, Role.CHAIR)
LONGEST = timedelta(days=92)


class CoverRefused(DomainError):
    """A role cannot be lent like this."""


def give(giver: User, role: Role, *, body: Body, to: User, from_on: date, until_on: date, actor: Actor) -> RoleHeld:
    """Lend a colleague one's own role in a body, from one day to another, and never for longer than one has it."""
    if until_on < from_on:
        raise CoverRefused("The last day of cover must not be before its first.")
    if until_on < clock.today():
        raise CoverRefused("These days have passed. Cover is for days to come.")
    if until_on - from_on > LONGEST:
        raise CoverRefused(f"Cover is for some days, {LONGEST.days} at most. For longer, ask for a role of their own.")
    _require_colleague(giver, to)
    _require_own(giver, role, body, from_on, until_on)
    _require_new(to, role, body, from_on, until_on)
    held = RoleHeld(user=to, body=body, role=role, from_on=from_on, until_on=until_on, covers_for=giver)
    db.session.add(held)
    days: dict[str, Any] = {"from_on": from_on, "until_on": until_on}
    audit.record(
        "cover.given", held, actor=actor, body_id=body.id, account=to.id, covers_for=giver.id, role=role, **days
    )
    outbox.cover_given(held)
    return held


def end(held: RoleHeld, *, last_day: date, actor: Actor) -> None:
    """End cover sooner, after its last day."""
    if held.until_on is not None and last_day >= held.until_on:
        raise CoverRefused(f"This cover ends on {long_day(held.until_on)} already.")
    if last_day < held.from_on:
        raise CoverRefused(f"The last day cannot be before the first, {long_day(held.from_on)}.")
    _cut_short(held, last_day, actor=actor)


def end_with(own: RoleHeld, *, actor: Actor) -> None:
    """Let no cover outlast the role that was lent."""
    if own.until_on is None or own.covers_for_id is not None:
        return
    lent = sa.select(RoleHeld).where(RoleHeld.covers_for_id == own.user_id, RoleHeld.body_id == own.body_id)
    lent = lent.where(RoleHeld.role == own.role, RoleHeld.until_on > own.until_on)
    for held in db.session.scalars(lent):
        _cut_short(held, max(own.until_on, held.from_on), actor=actor)


def _cut_short(held: RoleHeld, last_day: date, *, actor: Actor) -> None:
    held.until_on = last_day
    audit.record(
        "cover.ended", held, actor=actor, body_id=held.body_id, account=held.user_id, role=held.role, until_on=last_day
    )
    outbox.cover_ended(held)


def _require_colleague(giver: User, to: User) -> None:
    if to.id == giver.id:
        raise CoverRefused("You cannot cover for yourself. Choose a colleague.")
    if to.is_administrator:
        raise CoverRefused(f"{to.name} manages accounts and sees no private papers. Choose a colleague who may.")
    if not to.is_enabled:
        raise CoverRefused(f"The account of {to.name} is closed. Choose somebody who can sign in.")


def _require_own(giver: User, role: Role, body: Body, first: date, last: date) -> None:
    """One's own role, not one that was lent: cover is not passed on."""
    own = [held for held in giver.roles if held.covers_for_id is None and (held.role, held.body_id) == (role, body.id)]
    if role not in LENT or not own:
        raise CoverRefused(f"Only the {role} of {body.name} can lend that role.")
    if any(held.covers(first) and held.covers(last) for held in own):
        return
    ends = [held.until_on for held in own if held.until_on is not None and held.until_on < last]
    if ends:
        raise CoverRefused(f"Your own role ends on {long_day(max(ends))}. Cover cannot last longer.")
    raise CoverRefused(f"You do not have this role yourself on {long_day(first)}. Cover cannot begin before.")


def _require_new(to: User, role: Role, body: Body, first: date, last: date) -> None:
    same = [held for held in to.roles if (held.role, held.body_id) == (role, body.id)]
    for held in same:
        if held.from_on <= last and (held.until_on is None or held.until_on >= first):
            raise CoverRefused(f"{to.name} is {role} of {body.name} on {long_day(max(first, held.from_on))} already.")
