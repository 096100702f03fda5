"""A meeting by hand: called, put on paper, held and closed, each step in its turn."""

from datetime import date, time

import pytest

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.diary import MeetingThere
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import Capacity
from shp_gov.services import declarations, diary, meeting_steps
from tests.factories import a_body, a_person, a_seat
from tests.trail import events

CLERK = Actor("Helen Ashby")
DAY = date(2026, 9, 10)
TEN, NOON = time(10), time(12)


def called(body=None):
    return diary.call(body or a_body(), on=DAY, starts_at=TEN, venue="Civic Centre", actor=CLERK)


def with_an_item(meeting, **details):
    usual = {"number": "1", "section": "Apologies", "title": "Apologies for absence"}
    meeting_steps.add_item(meeting, meeting_steps.NewItem(**(usual | details)), actor=CLERK)
    return meeting


def opened(body=None):
    meeting = with_an_item(called(body))
    meeting_steps.publish_agenda(meeting, actor=CLERK)
    meeting_steps.open_(meeting, at=TEN, actor=CLERK)
    return meeting


def test_a_body_meets_once_at_a_time(app):
    body = a_body()
    called(body)

    with pytest.raises(MeetingThere, match="Thursday 10 September 2026"):
        called(body)


def test_items_stand_in_the_order_they_were_added(app):
    meeting = with_an_item(with_an_item(called()), number="2", title="Declarations of interest")
    db.session.refresh(meeting)

    assert [(item.position, item.number) for item in meeting.agenda_items] == [(1, "1"), (2, "2")]


def test_a_private_item_needs_a_title_that_the_public_may_read(app):
    with pytest.raises(meeting_steps.AgendaFixed, match="title that the public may read"):
        with_an_item(called(), exempt_paragraph="3")


def test_an_empty_agenda_is_not_published(app):
    with pytest.raises(meeting_steps.AgendaFixed, match="nothing on this agenda"):
        meeting_steps.publish_agenda(called(), actor=CLERK)


def test_a_published_agenda_takes_no_more_items(app):
    meeting = with_an_item(called())
    meeting_steps.publish_agenda(meeting, actor=CLERK)

    with pytest.raises(meeting_steps.AgendaFixed, match="supplement"):
        with_an_item(meeting, title="A late item")


def test_a_meeting_whose_agenda_is_not_out_does_not_begin(app):
    with pytest.raises(TransitionRefused, match="You cannot open this meeting: it is scheduled"):
        meeting_steps.open_(called(), at=TEN, actor=CLERK)


def test_a_meeting_that_begins_has_draft_minutes(app):
    meeting = opened()

    assert (meeting.state, meeting.minutes_state) == (MeetingState.IN_PROGRESS, MinutesState.DRAFT)


def test_a_member_who_comes_fills_the_seat_they_hold_that_day(app):
    body, person = a_body(), a_person()
    seat = a_seat(body=body, held_by=person)
    a_seat(held_by=person)

    line = meeting_steps.record_attendance(opened(body), person, Capacity.PRESENT, actor=CLERK)

    assert line.seat is seat


def test_a_substitute_fills_the_seat_of_whom_they_stand_in_for(app):
    body, member, substitute = a_body(), a_person("Martin Hale"), a_person("Łukasz Zieliński")
    seat = a_seat(body=body, held_by=member)

    line = meeting_steps.record_attendance(
        opened(body), substitute, Capacity.SUBSTITUTE, instead_of=member, actor=CLERK
    )

    assert (line.seat, line.for_person, line.for_printed) == (seat, member, "Martin Hale")


def test_nobody_is_recorded_twice_in_one_capacity(app):
    meeting, person = opened(), a_person("Carl Whitby")
    meeting_steps.record_attendance(meeting, person, Capacity.APOLOGIES, actor=CLERK)

    with pytest.raises(meeting_steps.RecordedBefore, match="Carl Whitby is recorded as apologies already"):
        meeting_steps.record_attendance(meeting, person, Capacity.APOLOGIES, actor=CLERK)


def test_declarations_stand_in_their_order(app):
    meeting = opened()
    first = declarations.declare(meeting, a_person(), words="declared an interest.", actor=CLERK)
    second = declarations.declare(meeting, a_person(), words="declared another.", left=True, actor=CLERK)

    assert (first.position, second.position) == (1, 2)


def test_a_meeting_does_not_end_before_it_begins(app):
    with pytest.raises(meeting_steps.EndBeforeStart, match=r"began at 10.00. It cannot end at 09.00"):
        meeting_steps.close(opened(), at=time(9), actor=CLERK)


def test_a_closed_meeting_says_when_the_next_one_is(app):
    meeting = opened()

    meeting_steps.close(meeting, at=NOON, next_on=date(2026, 11, 12), next_starts_at=TEN, actor=CLERK)

    assert (meeting.state, meeting.ended_at, meeting.next_on) == (MeetingState.CLOSED, NOON, date(2026, 11, 12))


def test_each_step_leaves_an_audit_line(app):
    meeting = opened()
    meeting_steps.close(meeting, at=NOON, actor=CLERK)
    db.session.commit()

    assert events(meeting) == ["meeting.called", "agenda.published", "meeting.opened", "meeting.closed"]
