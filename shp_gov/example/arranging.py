"""What the officer of the example arranges: the back-plan and contact of the partnership, a room that changed,
a decision that could not wait for the next meeting, and an answer that is awaited."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.back_plan import USUAL, Stage
from shp_gov.domain.months import months_after
from shp_gov.example.acts import Act
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import Decision, DecisionKind, HouseTextKey, ItemPurpose, Meeting, Minute
from shp_gov.services import between_meetings, body_settings, diary, forward_plan
from shp_gov.services.between_meetings import Asked, Taken
from shp_gov.services.forward_plan import Plan

PLAN, OTHER = "partnership", "domestic-abuse"
CONTACT = "Helen Ashby, Democratic Services, Civic Centre, Harbour Road, Seaborough. Telephone 01632 960 114."
SETTLED, TAKEN, SENT, MOVED = 300, 9, 12, 1
ROOM = "Council Chamber, Civic Centre, Harbour Road, Seaborough"
WRITTEN = 8
PLANNED: tuple[tuple[int | None, Plan], ...] = (
    (
        5,
        Plan(
            title="Community safety plan: what the consultation said",
            about="Asked for in the terms of reference: the plan is revised every year.",
            purpose=ItemPurpose.DECISION,
            presenter="Partnership Analyst",
        ),
    ),
    (
        7,
        Plan(
            title="Serious violence strategy: the yearly refresh",
            purpose=ItemPurpose.DECISION,
            presenter="Chief Superintendent",
        ),
    ),
    (
        None,
        Plan(
            title="CCTV at the Fish Quay: what it costs to keep",
            purpose=ItemPurpose.DISCUSSION,
            presenter="Director of Neighbourhoods",
        ),
    ),
)
GRANT = "That the grant of £12,000 for lighting at the Fish Quay be accepted."


def acts(world: World) -> Iterator[Act]:
    """List what is arranged, each thing on its day."""
    yield Act(moment(world.today - timedelta(days=SETTLED), 10), lambda: _settle(world))
    yield Act(moment(world.today - timedelta(days=SENT), 10), lambda: _refer(world))
    yield Act(moment(world.today - timedelta(days=TAKEN), 15), lambda: _decide(world))
    yield Act(moment(world.today - timedelta(days=WRITTEN), 11), lambda: _plan(world))
    yield Act(moment(world.today - timedelta(days=MOVED), 9), lambda: _move(world))


def _settle(world: World) -> None:
    body, officer = world.bodies[PLAN], world.officer(PLAN)
    body_settings.keep_back_plan(body, {**USUAL, Stage.PUBLISH: -7, Stage.SECOND_CHECK: -8}, actor=officer)
    body_settings.keep_texts(body, {HouseTextKey.CONTACT: CONTACT}, actor=officer)


def _decide(world: World) -> None:
    taken = Taken(
        taken_on=clock.today(),
        words=GRANT,
        taken_by="the chair, after asking the vice-chair",
        authority="Terms of reference, urgent decisions between meetings",
        reasons="The offer of the Home Office ended before the next meeting.",
    )
    between_meetings.record(world.bodies[PLAN], taken, actor=world.officer(PLAN))


def _refer(world: World) -> None:
    """Ask the board about the latest decision that refers something, or about the latest of all."""
    found = sa.select(Decision).join(Decision.minute).where(Decision.body_id == world.bodies[PLAN].id)
    refers = Decision.kind == DecisionKind.REFERRAL
    found = found.where(~Minute.is_exempt).order_by(refers.desc(), Decision.on.desc(), Decision.id.desc())
    decision = db.session.scalars(found.limit(1)).one()
    due = clock.today() + timedelta(days=30)
    asked = Asked(world.bodies[OTHER], "Say what the board can offer, and from when.", clock.today(), due)
    between_meetings.refer(decision, asked, actor=world.officer(PLAN))


def _plan(world: World) -> None:
    """Write down what must come: by a month after the next meeting, or some day."""
    for ahead, plan in PLANNED:
        month = None if ahead is None else months_after(world.today.replace(day=1), ahead)
        forward_plan.write(world.bodies[PLAN], replace(plan, month=month), actor=world.officer(PLAN))


def _move(world: World) -> None:
    meeting: Meeting = world.meetings[OTHER, 1]
    assert meeting.starts_at is not None, "the example says when it begins"
    diary.move(
        meeting,
        on=meeting.on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=diary.Place(ROOM),
        reason="More people are expected than the room holds.",
        seen=0,
        actor=world.officer(OTHER),
    )
