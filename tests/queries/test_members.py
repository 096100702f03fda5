"""Somebody moves from the police to the council mid-year, is vice-chair before and after, leaves a seat and returns.

Every list, percentage and paper is right for each day.
"""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import documents, queries, services
from shp_gov.database import db
from shp_gov.documents.content import text
from shp_gov.domain.checks.attendance import NO_SEAT
from shp_gov.models import Capacity, OfficeKind, SeatCategory
from shp_gov.queries import room, seating
from shp_gov.services.posts import NewPost
from shp_gov.web.members.sheet import rows
from tests.factories import (
    a_body,
    a_meeting,
    a_person,
    a_seat,
    an_appointment,
    an_organisation,
    viewer,
)
from tests.services.acting import CLERK

FIRST, LEFT, MOVED, RETURNED = date(2025, 5, 1), date(2025, 9, 30), date(2025, 10, 1), date(2026, 3, 1)
BEFORE, AFTER, BACK = date(2025, 7, 10), date(2025, 11, 13), date(2026, 4, 16)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 6, 1, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def world(app):
    body = a_body("Partnership of Elsewhere")
    police, council = an_organisation("Eastshire Police"), an_organisation("Elsewhere Council")
    ann = a_person("Superintendent Ann Lisle", post="Head of Policing", organisation=police)
    right = {"body": body, "category": SeatCategory.RESPONSIBLE_AUTHORITY}
    head = a_seat(post="Head of Policing", organisation=police, position=1, **right)
    director = a_seat(post="Director", organisation=council, position=2, **right)
    meetings = [a_meeting(body=body, on=on) for on in (BEFORE, AFTER, BACK)]
    _moves(body, ann, police, council, head, director)
    _attends(meetings, ann)
    db.session.flush()
    return {"body": body, "ann": ann, "head": head, "director": director, "meetings": meetings}


def _moves(body, ann, police, council, head, director):
    term = services.appointments.appoint(ann, to=head, from_=FIRST, basis="Letter", actor=CLERK)
    vice = services.by_hand.elect(ann, OfficeKind.VICE_CHAIR, body=body, from_on=FIRST, actor=CLERK)
    services.by_hand.leave_office(vice, last_day=LEFT, because="Left the police.", actor=CLERK)
    services.appointments.end(term, last_day=LEFT, because="Moved to the council.", actor=CLERK)
    services.posts.change(ann, NewPost("Ann Lisle", "Director", council), from_=MOVED, actor=CLERK)
    away = services.appointments.appoint(ann, to=director, from_=MOVED, basis="Letter", actor=CLERK)
    services.by_hand.elect(ann, OfficeKind.VICE_CHAIR, body=body, from_on=MOVED, actor=CLERK)
    services.appointments.end(away, last_day=date(2026, 2, 28), because="Back to the police.", actor=CLERK)
    back = NewPost("Chief Superintendent Ann Lisle", "Head of Policing", police)
    services.posts.change(ann, back, from_=RETURNED, actor=CLERK)
    services.appointments.appoint(ann, to=head, from_=RETURNED, basis="Letter", actor=CLERK)


def _attends(meetings, ann):
    for meeting in meetings:
        services.meeting_steps.record_attendance(meeting, ann, Capacity.PRESENT, actor=CLERK)


def holders(body, on):
    return {seat.title: [holder.name for holder in seat.holders] for seat in queries.bodies.members(body, on=on)}


@pytest.mark.parametrize(
    ("on", "police", "council"),
    [
        (date(2025, 4, 30), [], []),
        (FIRST, ["Superintendent Ann Lisle"], []),
        (LEFT, ["Superintendent Ann Lisle"], []),
        (MOVED, [], ["Ann Lisle"]),
        (date(2026, 2, 28), [], ["Ann Lisle"]),
        (RETURNED, ["Chief Superintendent Ann Lisle"], []),
    ],
)
def test_every_list_is_that_of_its_day(world, on, police, council):
    expected = {"Head of Policing, Eastshire Police": police, "Director, Elsewhere Council": council}
    seats = seating.of_bodies([world["body"].id]).members(world["body"].id, on=on)
    register = queries.members.register(world["body"], on=on)

    assert holders(world["body"], on) == expected
    assert {seat.title: [holder.name for holder in seat.holders] for seat in seats} == expected
    assert {line.seat.title: [term.name for term in line.holders] for line in register.lines} == expected


def test_the_vice_chair_is_the_same_person_before_and_after(world):
    for on in (BEFORE, AFTER, BACK):
        held = queries.bodies.offices(world["body"], on=on)[OfficeKind.VICE_CHAIR]
        assert held.person is world["ann"]
    assert [office.from_on for office in queries.members.register(world["body"], on=AFTER).offices] == [MOVED]


def test_each_authority_is_credited_with_the_meetings_of_its_own_member_only(world):
    seats = seating.of_bodies([world["body"].id])
    found = room.authorities(world["body"], world["meetings"], seats, area=None, on=AFTER)

    assert {row.name: row.kinds for row in found} == {
        "Eastshire Police": ("member", "nobody", "member"),
        "Elsewhere Council": ("nobody", "member", "nobody"),
    }
    assert NO_SEAT not in {kind for row in found for kind in row.kinds}


def test_minutes_and_agenda_print_the_rank_and_post_of_their_own_day(world):
    before, after, back = world["meetings"]

    attending = [
        [(line.name, line.organisation_or_post) for line in queries.papers.minutes(meeting, viewer=viewer()).present]
        for meeting in (before, after, back)
    ]
    fronts = [
        [member.name for group in queries.papers.agenda(meeting, viewer=viewer()).members for member in group.members]
        for meeting in (before, after, back)
    ]

    assert attending == [
        [("Superintendent Ann Lisle", "Head of Policing, Eastshire Police")],
        [("Ann Lisle", "Director, Elsewhere Council")],
        [("Chief Superintendent Ann Lisle", "Head of Policing, Eastshire Police")],
    ]
    assert fronts == [["Superintendent Ann Lisle", ""], ["", "Ann Lisle"], ["Chief Superintendent Ann Lisle", ""]]


def test_the_printed_register_and_the_sheet_are_those_of_their_day(world):
    paper = queries.papers.register(world["body"], on=AFTER, viewer=viewer())
    told = " ".join(text(documents.register.story(paper)))

    assert "As at Thursday 13 November 2025" in told
    assert "Vacant since Wednesday 1 October 2025" in told
    assert "Vice-chair: Ann Lisle, since Wednesday 1 October 2025" in told
    assert "Superintendent" not in told
    assert documents.register.render(paper).startswith(b"%PDF")

    heads, *told = rows(queries.members.register(world["body"], on=BEFORE))
    by_head = [dict(zip(heads, row, strict=True)) for row in told]
    assert [(row["Seat"], row["Held by"], row["Note"], row["Office"]) for row in by_head] == [
        ("Head of Policing", "Superintendent Ann Lisle", "", "Vice-chair"),
        ("Director", "", "Vacant", ""),
    ]


def test_somebody_who_leaves_a_seat_and_returns_has_it_twice(world):
    history = queries.seats.history(world["head"], on=date(2026, 6, 1))

    assert [(term.name, term.row.from_on, term.row.until_on) for term in (*history.holders, *history.past)] == [
        ("Chief Superintendent Ann Lisle", RETURNED, None),
        ("Superintendent Ann Lisle", FIRST, LEFT),
    ]


def test_a_vacancy_begins_the_day_after_and_ends_with_the_return(world):
    def vacant(on):
        line = next(row for row in queries.members.register(world["body"], on=on).lines if row.seat is world["head"])
        return line.vacancies, line.vacant_since

    assert vacant(LEFT) == (0, None)
    assert vacant(MOVED) == (1, MOVED)
    assert vacant(date(2026, 2, 28)) == (1, MOVED)
    assert vacant(RETURNED) == (0, None)


def test_the_story_of_a_person_keeps_every_post(world):
    story = queries.people.story(world["ann"], viewer=viewer())

    assert [(post.title, post.from_on) for post in story.posts] == [
        ("Head of Policing, Eastshire Police", RETURNED),
        ("Director, Elsewhere Council", MOVED),
        ("Head of Policing, Eastshire Police", None),
    ]
    assert world["ann"].name == "Chief Superintendent Ann Lisle"


def test_a_term_that_ends_within_60_days_is_said_unless_somebody_follows(world):
    bo = a_person("Bo")
    ending = an_appointment(bo, seat=world["director"], from_on=RETURNED, until_on=date(2026, 7, 31))

    def soon(on):
        return [term.name for term in queries.members.register(world["body"], on=on).ending]

    assert soon(date(2026, 6, 1)) == ["Bo"]
    assert soon(date(2026, 5, 31)) == []
    services.appointments.reappoint(ending, from_=date(2026, 8, 1), actor=CLERK)
    assert soon(date(2026, 6, 1)) == []


def test_a_term_in_a_seat_of_two_places_ends_with_nobody_to_follow(world):
    world["director"].places = 2
    for name, until in (("Bo", date(2026, 7, 31)), ("Cy", None)):
        an_appointment(a_person(name), seat=world["director"], from_on=RETURNED, until_on=until)
    body, on = world["body"], date(2026, 6, 15)
    db.session.flush()

    assert [term.name for term in queries.members.register(body, on=on).ending] == ["Bo"]
    ending = seating.of_bodies([body.id]).ending(body.id, on=on, within=queries.members.SOON)
    assert [holder.name for _, holder in ending] == ["Bo"]
