"""The example loads through the services, on any day, and shows every state."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.action_steps import is_overdue
from shp_gov.domain.duties import reg_year
from shp_gov.domain.duties.calendar import Group
from shp_gov.domain.permissions import Role, Term, Viewer
from shp_gov.domain.workflows import ActionState, ImportState, MeetingState, MinutesState, ProposalState
from shp_gov.example import loading
from shp_gov.models import (
    Action,
    ActionEvent,
    AgendaItem,
    Appointment,
    Attendance,
    AuditEvent,
    Body,
    Capacity,
    Decision,
    DutyEntry,
    DutyPlan,
    Evidence,
    Happening,
    Import,
    Interest,
    Meeting,
    Minute,
    OfficeKind,
    ProposedAction,
    Reply,
    User,
)
from shp_gov.queries import bodies, duties, meetings, planner, terms, users
from shp_gov.services import passwords

SYSTEM = Actor("test")
AWKWARD_DAYS = [date(2028, 2, 29), date(2026, 6, 25), date(2027, 5, 20), date(2027, 1, 3)]


@pytest.fixture
def quick_hashing(monkeypatch):
    """Hash passwords quickly: how slowly is not what is tested here."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(params=AWKWARD_DAYS, ids=str)
def world(request, app, quick_hashing):
    """Give the example as loaded on a leap day, soon after the municipal year began, and just after Christmas."""
    made = loading.load(actor=SYSTEM, on=request.param)
    db.session.commit()
    return made


def rows(model, *conditions):
    return db.session.scalars(sa.select(model).where(*conditions)).all()


def test_the_example_has_everything_on_any_day(world):
    actions_are_in_every_state(world)
    something_is_late_and_something_is_due_soon(world)
    everything_has_happened_to_an_action(world)
    the_partnership_is_a_living_one(world)
    meetings_follow_one_another_and_their_minutes_are_approved(world)
    minutes_start_again_at_1_in_the_municipal_year(world)
    a_private_item_is_private(world)
    something_waits_for_the_officer(world)
    the_governance_calendar_has_gaps(world)
    the_third_version_of_the_terms_was_adopted_by_a_meeting(world)
    the_audit_trail_is_whole_and_in_order(world)


def actions_are_in_every_state(world):
    states = Counter(action.state for action in rows(Action))

    assert set(states) == set(ActionState)
    assert sum(states.values()) >= 75
    assert len(rows(Decision)) >= 60


def something_is_late_and_something_is_due_soon(world):
    late = [action for action in rows(Action) if is_overdue(action.state, action.due_on, world.today)]
    week = world.today + timedelta(days=7)
    soon = [action for action in rows(Action) if action.due_on and world.today <= action.due_on <= week]

    assert 4 <= len(late) <= 12
    assert len([action for action in soon if not action.is_finished]) >= 2
    assert any(action.is_due_by_next_meeting for action in rows(Action))
    assert any(action.waits_for and not action.is_finished for action in rows(Action))


def everything_has_happened_to_an_action(world):
    happened = {event.happening for event in rows(ActionEvent)}
    assigned = rows(ActionEvent, ActionEvent.happening == Happening.ASSIGNED)

    assert happened == set(Happening)
    assert len(assigned) == len(rows(Action))
    assert {bool(row.document_id) for row in rows(Evidence)} == {True, False}
    leads = [(row.seat_id, row.organisation_id, row.owner_body_id) for row in rows(Action)]
    assert all(any(lead) for lead in zip(*leads, strict=True)), "seats, organisations and bodies all own actions"


def the_partnership_is_a_living_one(world):
    body = world.bodies["partnership"]
    seats = bodies.members(body, on=world.today)
    offices = bodies.offices(body, on=world.today)
    held = rows(Appointment, Appointment.person_id == world.people["donnelly"].id)

    assert sum(seat.vacancies for seat in seats) == 1
    assert set(offices) == {OfficeKind.CHAIR, OfficeKind.VICE_CHAIR}
    assert body.area == "seaborough"
    assert [group.parent for group in rows(Body, Body.parent_id.is_not(None))] == [body, body]
    assert {term.seat.body for term in held} == {body, world.bodies["domestic-abuse"]}


def the_governance_calendar_has_gaps(world):
    body, officer = world.bodies["partnership"], world.users["ashby"]
    viewer = users.viewer_of(officer, on=world.today)
    found = duties.calendar(body, year=reg_year(world.today), viewer=viewer)
    waiting = {line.duty.id for line in found.lines if line.group is Group.TO_RECORD}

    planned = planner.of_body(body, starting=None, viewer=viewer)

    assert {line.group for line in found.lines} == set(Group)
    assert planned.unscheduled
    assert len(rows(DutyPlan)) == 2
    assert {"information-contact", "domestic-homicide-review"} <= waiting
    assert len(waiting) <= 14
    assert all(entry.recorded_by == officer.name for entry in rows(DutyEntry))


def meetings_follow_one_another_and_their_minutes_are_approved(world):
    body = world.bodies["partnership"]
    held = rows(Meeting, Meeting.body_id == body.id, Meeting.state == MeetingState.CLOSED)
    held = sorted(held, key=lambda meeting: meeting.on)
    coming = meetings.around(body, on=world.today).coming

    assert len(held) == 13
    assert [meeting.minutes_state for meeting in held] == [MinutesState.APPROVED] * 12 + [MinutesState.DRAFT_PUBLISHED]
    assert all(held[place].minutes_approved_at is held[place + 1] for place in range(12))
    assert (held[-1].on - held[0].on).days > 700
    assert not {(meeting.on.month, meeting.on.day) for meeting in held} & {(12, 25), (12, 26), (1, 1)}
    assert coming
    assert len(coming.agenda_items) >= 8
    assert {row.capacity for row in rows(Attendance)} == set(Capacity)


def minutes_start_again_at_1_in_the_municipal_year(world):
    for body in world.bodies.values():
        numbers: dict[date, list[int]] = {}
        found = sa.select(Minute).join(Minute.meeting).where(Meeting.body_id == body.id)
        for minute in db.session.scalars(found.order_by(Meeting.on, Minute.position)):
            numbers.setdefault(minute.year_starts_on, []).append(minute.number)

        assert all(each == list(range(1, len(each) + 1)) for each in numbers.values())


def a_private_item_is_private(world):
    body = world.bodies["partnership"]
    private = rows(AgendaItem, AgendaItem.is_exempt)
    public, officer = Viewer(on=world.today), Viewer(on=world.today, terms=(Term(Role.OFFICER, body.id, date.min),))
    words = "Northern Lifeline"

    assert all(item.exempt_paragraph and item.public_title for item in private)
    assert len(rows(Minute, Minute.is_urgent)) == 1
    assert [interest.is_ahead for interest in rows(Interest)].count(False) == 1
    assert len(rows(Reply)) == 5
    meeting = world.meetings["partnership", 0]
    assert not any(words in str(vars(minute)) for minute in meetings.minutes(meeting, viewer=public).minutes)
    assert any(words in str(vars(minute)) for minute in meetings.minutes(meeting, viewer=officer).minutes)


def something_waits_for_the_officer(world):
    proposed = Counter(proposal.state for proposal in rows(ProposedAction))

    assert proposed == {ProposalState.PROPOSED: 3, ProposalState.DISMISSED: 1}
    assert [pack.state for pack in rows(Import)] == [ImportState.READ]
    assert MinutesState.WITH_THE_CHAIR in {meeting.minutes_state for meeting in rows(Meeting)}


def the_third_version_of_the_terms_was_adopted_by_a_meeting(world):
    body = world.bodies["partnership"]
    adopted_on = world.decisions["new-terms"].on
    days = (adopted_on - timedelta(days=1), adopted_on, world.today)

    assert [terms.in_force(body, on=day).number for day in days] == [2, 3, 3]
    assert terms.in_force(body, on=world.today).quorum is None
    assert terms.in_force(world.bodies["domestic-abuse"], on=world.today).quorum
    assert world.seats["harbour-homes"].post == "Head of Tenancies"


def the_audit_trail_is_whole_and_in_order(world):
    lines = db.session.scalars(sa.select(AuditEvent).order_by(AuditEvent.sequence)).all()
    previous = [audit.GENESIS, *(line.hash for line in lines[:-1])]

    assert [line.sequence for line in lines] == list(range(1, len(lines) + 1))
    assert [line.previous for line in lines] == previous
    assert all(audit.line_hash(line) == line.hash for line in lines)
    assert all(earlier.at <= later.at for earlier, later in pairwise(lines))
    assert all(line.at.date() <= world.today for line in lines)


def test_it_never_goes_into_a_database_that_holds_a_record(app):
    db.session.add(Body(slug="safer-hartlepool-partnership", name="Safer Hartlepool Partnership"))
    db.session.flush()

    with pytest.raises(loading.RecordThere, match="only into an empty one"):
        loading.load(actor=SYSTEM)

    assert rows(User) == []
