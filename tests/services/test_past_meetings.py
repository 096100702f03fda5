"""A meeting of the past is entered by hand, recorded like any other, and stands at the end as its paper did."""

from datetime import date, time, timedelta

import pytest

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.diary import CannotArrange, MeetingThere
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import AgendaItem, ItemOutcome, MinutesVersionKind, Provenance
from shp_gov.queries import minutes_versions
from shp_gov.services import minute_steps, past_meetings
from shp_gov.services.minute_steps import WrongApproval
from shp_gov.services.minutes_versions import NotReady
from shp_gov.services.past_meetings import Considered, Held
from tests import factories as make
from tests.trail import events

CLERK = Actor("Helen Ashby")
DAY = date(2015, 11, 20)
HELD = Held(DAY, time(9, 30), time(11, 10), "Committee Room B")
BUSINESS = (Considered("Apologies for absence"), Considered("Taxi marshals"), Considered("A contract", "3"))


def entered(body=None, held=HELD, business=BUSINESS, **details):
    meeting = past_meetings.enter(body or make.a_body(), held, business, actor=CLERK, **details)
    db.session.flush()
    db.session.refresh(meeting)
    return meeting


def test_it_has_a_minute_for_each_item_and_is_recorded_here(app):
    meeting = entered()

    assert [(minute.title, minute.number_printed) for minute in meeting.minutes] == [
        ("Apologies for absence", "1"),
        ("Taxi marshals", "2"),
        ("A contract", "3"),
    ]
    assert [minute.is_exempt for minute in meeting.minutes] == [False, False, True]
    assert (meeting.provenance, meeting.entered_on) == (Provenance.RECORDED, clock.today())
    assert (meeting.state, meeting.minutes_state) == (MeetingState.IN_PROGRESS, MinutesState.DRAFT)


def test_its_minutes_have_the_numbers_that_are_printed(app):
    assert [minute.number for minute in entered(first_number=27).minutes] == [27, 28, 29]


@pytest.mark.parametrize(
    ("held", "business", "says"),
    [
        (Held(date(2999, 1, 1)), BUSINESS, "Put the meeting into the diary instead"),
        (Held(DAY, time(10), time(9)), BUSINESS, "cannot end at 9.00am"),
        (HELD, (), "one item on each line"),
        (HELD, [Considered("Taxis")] * 61, "at most 60 items"),
    ],
)
def test_what_cannot_be_is_refused(app, held, business, says):
    with pytest.raises(CannotArrange, match=says):
        entered(held=held, business=business)


def test_a_meeting_is_on_record_once(app):
    body = make.a_body()
    make.a_meeting(body=body, on=DAY, starts_at=time(9, 30))

    with pytest.raises(MeetingThere, match="on record already"):
        entered(body)


def test_a_meeting_of_the_diary_is_taken_up_when_its_day_has_passed(app):
    passed = {"on": date(2026, 7, 16), "state": MeetingState.SCHEDULED, "minutes_state": None}
    meeting = make.a_meeting(**passed)
    make._kept(AgendaItem(meeting=meeting, position=1, title="Patrols"))
    db.session.refresh(meeting)
    held = Held(meeting.on, time(10), time(12))

    past_meetings.take_up(meeting, held, [Considered("Taxi marshals")], actor=CLERK)
    db.session.flush()
    db.session.refresh(meeting)

    assert [minute.title for minute in meeting.minutes] == ["Patrols", "Taxi marshals"]
    assert (meeting.state, meeting.entered_on) == (MeetingState.IN_PROGRESS, clock.today())
    with pytest.raises(CannotArrange, match="You cannot record this meeting: it is in progress"):
        past_meetings.take_up(meeting, held, [], actor=CLERK)


def test_a_meeting_to_come_or_with_no_business_is_not_taken_up(app):
    waiting = {"state": MeetingState.SCHEDULED, "minutes_state": None}
    coming = make.a_meeting(on=clock.today() + timedelta(days=9), **waiting)

    today = make.a_meeting(on=clock.today(), **waiting)

    for meeting in (coming, today):
        with pytest.raises(CannotArrange, match="when its day has passed"):
            past_meetings.take_up(meeting, Held(meeting.on), BUSINESS, actor=CLERK)
    with pytest.raises(CannotArrange, match="Enter what the meeting considered"):
        past_meetings.take_up(make.a_meeting(**waiting), Held(DAY), [], actor=CLERK)


def finished(meeting, **details):
    usual = {"ended_at": time(11, 10), "is_approved": True, "approved_at": None}
    past_meetings.finish(meeting, **(usual | details), actor=CLERK)
    db.session.flush()
    return meeting


def test_at_the_end_it_is_closed_and_its_minutes_are_approved_by_a_later_meeting(app):
    body = make.a_body()
    meeting, later = entered(body), make.a_meeting(body=body, on=date(2016, 1, 15))
    minute_steps.decide(meeting.minutes[1], words="That the report be noted.", actor=CLERK)
    db.session.flush()

    finished(meeting, approved_at=later)

    assert (meeting.state, meeting.minutes_state) == (MeetingState.CLOSED, MinutesState.APPROVED)
    assert meeting.minutes_approved_at is later
    items = sorted(db.session.query(AgendaItem), key=lambda item: item.position)
    assert [item.outcome for item in items] == [ItemOutcome.NOTED, ItemOutcome.DECIDED, ItemOutcome.NOTED]
    db.session.commit()
    assert events(meeting) == ["meeting.entered", "meeting.entry_finished"]
    kept = minutes_versions.newest(meeting, MinutesVersionKind.APPROVED)
    assert (kept.at_meeting, kept.sha256) == (later, minutes_versions.hash_of(meeting))


def test_two_texts_of_a_minute_are_put_together_before_all_is_entered(app):
    meeting = entered()
    make.a_clash(meeting.minutes[1])

    with pytest.raises(NotReady, match="two texts of minute 2"):
        finished(meeting)


def test_minutes_that_were_never_approved_stay_a_draft(app):
    assert finished(entered(), is_approved=False).minutes_state is MinutesState.DRAFT_PUBLISHED


def test_only_a_meeting_that_is_being_entered_is_finished_and_only_once(app):
    with pytest.raises(CannotArrange, match="not being entered by hand"):
        finished(make.a_meeting(state=MeetingState.IN_PROGRESS))

    meeting = finished(entered())
    with pytest.raises(CannotArrange, match="not being entered by hand"):
        finished(meeting)


def test_minutes_are_approved_by_a_later_meeting_of_the_same_body(app):
    body = make.a_body()
    meeting = entered(body)
    earlier, elsewhere = make.a_meeting(body=body, on=DAY - timedelta(days=60)), make.a_meeting(on=date(2016, 1, 15))

    for wrong in (earlier, elsewhere):
        with pytest.raises(WrongApproval, match="held after Friday 20 November 2015"):
            finished(meeting, approved_at=wrong)
    with pytest.raises(CannotArrange, match="cannot end before it begins"):
        finished(meeting, ended_at=time(9))
