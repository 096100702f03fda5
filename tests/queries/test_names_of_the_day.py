"""An organisation that took another name is called on each day what it was called then, and is known by all of them."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from shp_gov import queries, services
from shp_gov.domain.workflows import ActionState, MeetingState
from shp_gov.models import Capacity, Office, PersonPost, SeatCategory, Sighting
from shp_gov.queries import bodies, compliance, papers, room, seating, standings, turnout
from shp_gov.services import by_hand, organisation_changes
from tests import factories as make
from tests.factories import SYSTEM
from tests.terms import a_seat_in_terms, terms_in_force

OLD, NEW = "Northshire Police", "Moors and Coast Police"
RENAMED = date(2026, 5, 1)
BEFORE = RENAMED - timedelta(days=1)
DAYS = pytest.mark.parametrize(("on", "called"), [(BEFORE, OLD), (RENAMED, NEW)])


class World:
    """A partnership with the police on it, who took another name, and a meeting on each side of that day."""

    def __init__(self, *, area: str | None = None) -> None:
        self.body = make.a_body(area=area)
        self.police = by_hand.add_organisation(OLD, actor=SYSTEM)
        self.person = make.a_person("Daniel Marsh", post="Superintendent", organisation=self.police)
        said = {"post": "Head of Policing", "category": SeatCategory.RESPONSIBLE_AUTHORITY}
        self.seat = make.a_seat(body=self.body, organisation=self.police, held_by=self.person, **said)
        self.meetings = [make.a_meeting(body=self.body, on=on) for on in (BEFORE, RENAMED)]
        organisation_changes.rename(self.police, name=NEW, from_on=RENAMED, actor=SYSTEM)
        for meeting in self.meetings:
            make.an_attendance(self.person, meeting=meeting, seat=self.seat)
        make.db.session.expire_all()


@pytest.fixture
def world(app):
    return World()


@DAYS
@pytest.mark.parametrize("in_terms", [False, True])
def test_every_list_of_members_has_the_name_of_its_day(world, on, called, in_terms):
    if in_terms:
        terms_in_force(world.body, from_on=date(2020, 1, 1), seats=[a_seat_in_terms(world.seat)])
    register = queries.members.register(world.body, on=on)
    printed = papers.register(world.body, on=on, viewer=make.viewer())

    assert [seat.organisation for seat in bodies.members(world.body, on=on)] == [called]
    assert [seat.organisation for seat in seating.of_bodies([world.body.id]).members(world.body.id, on=on)] == [called]
    assert [line.organisation for line in register.lines] == [called]
    assert [term.post for line in register.lines for term in line.holders] == [f"Superintendent, {called}"]
    assert [seat.organisation for group in printed.groups for seat in group.seats] == [called]


@DAYS
def test_the_agenda_and_the_attendance_of_a_meeting_have_the_name_of_its_day(world, on, called):
    meeting = next(meeting for meeting in world.meetings if meeting.on == on)
    members, lines = bodies.members(world.body, on=on), queries.meetings.attendance(meeting, viewer=make.viewer())
    agenda = papers.agenda(meeting, viewer=make.viewer())

    assert [row.organisation for row in queries.attendance.by_organisation(members, lines)] == [called]
    assert [member.organisation for group in agenda.members for member in group.members] == [called]


@DAYS
def test_who_is_put_down_as_present_has_the_post_of_that_day(world, on, called):
    details = {"state": MeetingState.IN_PROGRESS, "minutes_state": None, "starts_at": time(14)}
    meeting = make.a_meeting(body=world.body, on=on, **details)

    line = services.meeting_steps.record_attendance(meeting, world.person, capacity=Capacity.PRESENT, actor=SYSTEM)

    assert line.role_printed == f"Superintendent, {called}"


def test_the_attendance_of_members_has_the_last_name_of_its_days(world):
    for last, called in ((BEFORE, OLD), (RENAMED, NEW)):
        (row,) = turnout.between(world.body, date(2026, 1, 1), last).members
        assert row.seat == f"Head of Policing, {called}"


def test_an_authority_is_recognised_by_any_name_it_ever_had(app):
    world = World(area="seaborough")
    area = standings.area_of(world.body)

    found = room.authorities(world.body, world.meetings, seating.of_bodies([world.body.id]), area=area, on=RENAMED)
    police = next(row for row in found if row.known_as == OLD)

    assert police.kinds == ("member", "member")
    for on in (BEFORE, RENAMED):
        said = compliance.of_members(world.body, bodies.members(world.body, on=on), {}, on=on, area=area)
        assert {finding.verdict for finding in said if finding.subject == OLD} == {"pass"}


@pytest.mark.parametrize("area", [None, "seaborough"])
def test_an_authority_that_took_another_name_is_one_authority_through_time(app, area):
    world = World(area=area)
    known_as = OLD if area else NEW

    rows = [row for row in turnout.between(world.body, date(2026, 1, 1), RENAMED).authorities if row.name in (OLD, NEW)]
    shown = {one.known_as: one for one in compliance.authorities.of(compliance.AsAt(world.body, RENAMED))}

    assert [(row.name, row.tally.words) for row in rows] == [(known_as, "2 of 2")]
    assert [span.state for span in shown[known_as].spans] == ["held"]


@DAYS
def test_minutes_and_decision_notice_name_the_owner_of_an_action_as_on_the_day_of_the_meeting(world, on, called):
    meeting = next(meeting for meeting in world.meetings if meeting.on == on)
    decision = make.a_decision(minute=make.a_minute(meeting=meeting))
    for owner in (world.seat, world.police):
        make.an_action(decision=decision, owner=owner)
    owners = [f"Head of Policing, {called}", called]

    (entry,) = papers.minutes(meeting, viewer=make.viewer()).entries
    notice = papers.decision_notice(decision, viewer=make.viewer())

    assert [action.owner for said in entry.decisions for action in said.actions] == owners
    assert [action.owner for action in notice.actions] == [(owner,) for owner in owners]


def test_an_owner_is_called_what_the_terms_of_the_day_call_the_seat(world):
    terms_in_force(world.body, from_on=date(2020, 1, 1), seats=[a_seat_in_terms(world.seat, post="Chief of Police")])
    action = make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=world.meetings[0])), owner=world.seat)

    titles = [queries.owners.of_actions([action], on=on).of(action).title for on in (date(2019, 12, 31), RENAMED)]

    assert titles == [f"Head of Policing, {OLD}", f"Chief of Police, {NEW}"]


def logged(world, on, **asked):
    officer = make.viewer(make.an_officer(body=world.body), on=on)
    return queries.action_log.of_body(world.body, queries.action_log.Asked(**asked), viewer=officer).lines


def test_who_answers_for_an_action_is_named_with_the_rank_of_the_day(world):
    make.db.session.add(PersonPost(person=world.person, name="Superintendent Daniel Marsh", from_on=RENAMED))
    make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=world.meetings[0])), owner=world.seat)

    for on, name, called in ((BEFORE, "Daniel Marsh", OLD), (RENAMED, "Superintendent Daniel Marsh", NEW)):
        (line,) = logged(world, on)
        (printed,) = papers.action_log(world.body, viewer=make.viewer(on=on)).actions
        assert (line.holders, line.owner.title) == ((name,), f"Head of Policing, {called}")
        assert (printed.owner, printed.organisation) == (f"Head of Policing: {name}", called)


@pytest.mark.parametrize("owner", ["seat", "police", "body"])
def test_a_finished_action_names_who_answered_for_it_when_it_ended(world, owner):
    ended = make.a_meeting(body=world.body, on=date(2026, 6, 11))
    decision = make.a_decision(minute=make.a_minute(meeting=world.meetings[0]))
    details = {"state": ActionState.CLOSED, "closed_at": ended, "owner": getattr(world, owner)}
    make.an_action(decision=decision, **details)
    make.a_chair_in_office(world.person, body=world.body)
    for row in (world.seat.appointments[0], *make.db.session.scalars(sa.select(Office))):
        row.until_on = date(2026, 6, 30)
    make.an_appointment(make.a_person("Ines Carr"), seat=world.seat, from_on=date(2026, 7, 1))

    (line,) = logged(world, date(2026, 9, 1), show=queries.action_log.Show.FINISHED)
    (row,) = queries.action_log.every_line(
        world.body, queries.action_log.Asked(show=queries.action_log.Show.FINISHED), viewer=make.viewer()
    )

    assert line.holders == row.holders == ("Daniel Marsh",)


def test_a_list_that_a_pack_printed_is_held_against_the_name_of_its_own_day(world):
    pack = make.a_pack(by=make.an_officer(body=world.body), body=world.body)
    for on in (BEFORE, RENAMED):
        details = {"body_id": world.body.id, "seat": world.seat, "name_printed": world.person.name, "on": on}
        make.db.session.add(Sighting(import_id=pack.id, **details))
    make.db.session.flush()

    listed = compliance.AsAt(world.body, RENAMED).lists

    assert [row.organisation for row in listed] == [OLD, NEW]
