"""Minutes by hand: numbered through the municipal year, put out as a draft, approved at a later meeting."""

from datetime import date

import pytest

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.guards import WordsMissing
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import DecisionKind, MinuteNumbering, MunicipalYear
from shp_gov.services import minute_steps
from tests.factories import a_body, a_meeting, a_minute, a_seat
from tests.trail import events

CLERK = Actor("Helen Ashby")


def a_draft(body=None, on=date(2026, 9, 10), **details):
    usual = {"minutes_state": MinutesState.DRAFT}
    return a_meeting(body=body or a_body(), on=on, **(usual | details))


def taken(meeting, title="Promenade"):
    return minute_steps.take(meeting, minute_steps.NewMinute(title), actor=CLERK)


def test_minutes_are_numbered_through_the_municipal_year(app):
    body = a_body()
    numbers = [taken(meeting).number for meeting in (a_draft(body), a_draft(body, date(2027, 3, 11))) for _ in range(2)]

    assert numbers == [1, 2, 3, 4]


def test_minutes_start_again_at_1_when_the_body_says_its_year_starts(app):
    body = a_body()
    body.years.append(MunicipalYear(starts_on=date(2027, 5, 20)))
    taken(a_draft(body))

    before, after = taken(a_draft(body, date(2027, 5, 19))), taken(a_draft(body, date(2027, 5, 20)))

    assert (before.reference, after.reference) == ("2 of 2026/27", "1 of 2027/28")


def test_a_body_that_never_starts_again_numbers_its_minutes_on_over_the_years(app):
    body = a_body(minute_numbering=MinuteNumbering.NEVER)
    another = a_body()
    days = (date(2026, 9, 10), date(2027, 6, 3), date(2028, 6, 1))

    numbers = [taken(a_draft(body, day)).number for day in days]
    taken(a_draft(another))

    assert numbers == [1, 2, 3]


def test_a_minute_has_a_title(app):
    with pytest.raises(WordsMissing, match="Give a title"):
        taken(a_draft(), title=" ")


def test_a_meeting_that_has_not_begun_has_no_minutes(app):
    with pytest.raises(minute_steps.NotHeld, match="Open it first"):
        taken(a_draft(minutes_state=None))


def test_approved_minutes_take_no_more_minutes(app):
    with pytest.raises(minute_steps.MinutesFixed, match="are approved and cannot change"):
        taken(a_draft(minutes_state=MinutesState.APPROVED))


def test_approved_minutes_take_no_more_decisions(app):
    minute = a_minute(meeting=a_draft(minutes_state=MinutesState.APPROVED))

    with pytest.raises(minute_steps.MinutesFixed, match="are approved and cannot change"):
        minute_steps.decide(minute, words="That it be noted.", actor=CLERK)


def test_decisions_are_numbered_within_their_minute(app):
    minute = taken(a_draft())
    first = minute_steps.decide(minute, words="That the report be noted.", actor=CLERK)
    second = minute_steps.decide(minute, words="That a plan be made.", kind=DecisionKind.ACTION, actor=CLERK)

    assert (first.reference, second.reference) == ("1 (i) of 2026/27", "1 (ii) of 2026/27")


def test_a_decision_proposes_what_its_words_seem_to_ask(app):
    decision = minute_steps.decide(taken(a_draft()), words="That a plan be made.", actor=CLERK)
    seat = a_seat()

    proposal = minute_steps.propose(
        decision, what="Make a plan", kind=DecisionKind.ACTION, seat=seat, by_next_meeting=True, actor=CLERK
    )

    assert (proposal.decision, proposal.ordinal, proposal.seat) == (decision, 1, seat)


def test_minutes_go_to_the_chair_then_out_as_a_draft_then_to_a_later_meeting(app):
    body = a_body()
    meeting, later = a_draft(body), a_draft(body, date(2026, 11, 12))
    minute_steps.send_to_the_chair(meeting, actor=CLERK)
    minute_steps.publish_as_a_draft(meeting, actor=CLERK)

    minute_steps.approve(meeting, at=later, actor=CLERK)
    db.session.commit()

    assert (meeting.minutes_state, meeting.minutes_approved_at) == (MinutesState.APPROVED, later)
    assert later.confirms_minutes_of == meeting.on
    assert events(meeting) == ["minutes.sent_to_the_chair", "minutes.published_as_a_draft", "minutes.approved"]


def test_minutes_that_are_not_out_are_not_approved(app):
    body = a_body()

    with pytest.raises(TransitionRefused, match="You cannot approve this set of minutes: it is draft"):
        minute_steps.approve(a_draft(body), at=a_draft(body, date(2026, 11, 12)), actor=CLERK)


def test_minutes_are_approved_only_at_a_later_meeting_of_the_same_body_that_was_held(app):
    body = a_body()
    meeting = a_draft(body, minutes_state=MinutesState.DRAFT_PUBLISHED)
    wrong = [
        meeting,
        a_draft(body, date(2026, 7, 16)),
        a_draft(a_body(), date(2026, 11, 12)),
        a_draft(body, date(2026, 11, 12), state=MeetingState.SCHEDULED),
    ]

    for at in wrong:
        with pytest.raises(minute_steps.WrongApproval, match="Choose a meeting"):
            minute_steps.approve(meeting, at=at, actor=CLERK)


def test_there_is_nothing_to_send_before_the_meeting(app):
    with pytest.raises(minute_steps.NotHeld, match="no minutes of this meeting yet"):
        minute_steps.send_to_the_chair(a_draft(minutes_state=None), actor=CLERK)
