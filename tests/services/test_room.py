"""A meeting is opened with a minute for each item, and closed once each has an outcome."""

from datetime import time

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.coming_and_going import WrongTime
from shp_gov.domain.proceedings import ItemsWithoutOutcome, NotNow
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import ItemOutcome
from shp_gov.queries import minuting
from tests.sittings import CLERK, DAY, NOON, TEN, a_sitting, at


def settle_all(sitting, outcome=ItemOutcome.DISCUSSED):
    for item in minuting.items_of(sitting.meeting):
        services.minuting.settle(sitting.minute(item.title), outcome=outcome, actor=CLERK)


def test_opening_makes_a_minute_for_each_item_in_their_order(app):
    sitting = a_sitting().open()

    minutes = [(m.position, m.number, m.title, m.is_exempt) for m in sitting.meeting.minutes]

    assert minutes == [
        (1, 1, "Apologies for absence", False),
        (2, 2, "Taxi marshals", False),
        (3, 3, "Case review", True),
    ]
    assert (sitting.meeting.state, sitting.meeting.minutes_state) == (MeetingState.IN_PROGRESS, MinutesState.DRAFT)


def test_a_minute_begins_with_the_purpose_of_its_report_and_what_makes_it_private(app):
    sitting = a_sitting().open()

    assert sitting.minute("Taxi marshals").purpose == "To ask for marshals."
    private = sitting.minute("Case review")
    assert (private.exempt_paragraph, private.public_title) == ("7", "A private matter")
    assert private.public_interest_reason == "Somebody could be known by it."


def test_an_item_withdrawn_before_the_meeting_has_its_outcome_and_no_minute(app):
    sitting = a_sitting()
    minuting.items_of(sitting.meeting)[1].withdrawn_because = "The figures were wrong."

    sitting.open()

    item = minuting.items_of(sitting.meeting)[1]
    assert (item.outcome, item.outcome_words) == (ItemOutcome.WITHDRAWN, "The figures were wrong.")
    assert [minute.title for minute in sitting.meeting.minutes] == ["Apologies for absence", "Case review"]


def test_a_meeting_does_not_open_before_its_day(app):
    sitting = a_sitting()

    with at(10, day=DAY.replace(day=9)), pytest.raises(NotNow, match="Thursday 10 September 2026"):
        services.room.open_(sitting.meeting, at=TEN, actor=CLERK)

    assert sitting.meeting.minutes == []


def test_a_meeting_is_opened_once(app):
    sitting = a_sitting().open()

    with at(10), pytest.raises(TransitionRefused, match="it is in progress"):
        services.room.open_(sitting.meeting, at=TEN, actor=CLERK)

    assert len(sitting.meeting.minutes) == 3


def test_closing_names_the_items_without_an_outcome(app):
    sitting = a_sitting().open()
    services.minuting.settle(sitting.minute("Apologies for absence"), outcome=ItemOutcome.NOTED, actor=CLERK)

    with pytest.raises(ItemsWithoutOutcome, match="Record an outcome for items 2 and 3 before you close the meeting"):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)

    assert sitting.meeting.state is MeetingState.IN_PROGRESS


def test_a_meeting_closes_once_every_item_has_an_outcome(app):
    sitting = a_sitting().open()
    settle_all(sitting)

    services.room.close(sitting.meeting, at=NOON, actor=CLERK)

    assert (sitting.meeting.state, sitting.meeting.ended_at) == (MeetingState.CLOSED, NOON)


def test_a_meeting_is_not_closed_before_somebody_came_back(app):
    sitting = a_sitting().open()
    settle_all(sitting)
    police = next(each for each in sitting.meeting.attendances if each.person is sitting.people["police"])
    police.outings = ((time(11), time(11, 50)),)

    with pytest.raises(WrongTime, match=r"came or left at 11\.50am"):
        services.room.close(sitting.meeting, at=time(11, 45), actor=CLERK)
    services.room.close(sitting.meeting, at=time(11, 50), actor=CLERK)

    assert sitting.meeting.ended_at == time(11, 50)


def test_a_closed_meeting_is_not_closed_again_nor_minuted_on(app):
    sitting = a_sitting().open()
    settle_all(sitting)
    services.room.close(sitting.meeting, at=NOON, actor=CLERK)

    with pytest.raises(TransitionRefused, match="it is closed"):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)
    with pytest.raises(NotNow, match="closed"):
        services.rulings.decide(sitting.minute("Taxi marshals"), words="That it go on.", actor=CLERK)
    with pytest.raises(NotNow, match="closed"):
        sitting.tick("police")


def test_a_meeting_that_has_not_begun_takes_no_attendance(app):
    sitting = a_sitting()

    with pytest.raises(NotNow, match="Open it first"):
        sitting.tick("police")

    assert sitting.meeting.attendances == []


def test_the_time_an_item_was_begun_is_kept_once(app):
    sitting = a_sitting().open()
    minute = sitting.minute("Taxi marshals")

    services.minuting.begin(minute, at=time(10, 31), actor=CLERK)
    services.minuting.begin(minute, at=time(10, 40), actor=CLERK)

    db.session.refresh(minute.agenda_item)
    assert minute.agenda_item.started_at == time(10, 31)
