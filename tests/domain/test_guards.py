"""Rules that stop an act, each with its sentence."""

from dataclasses import replace
from datetime import date

import pytest

from shp_gov.domain import guards
from shp_gov.domain.guards import ForAgreement, HeldMeeting
from shp_gov.domain.workflows import ActionState, MeetingState

DAY = date(2026, 9, 10)
VERIFIED = ForAgreement(
    number=5, body_id=1, state=ActionState.VERIFIED, assigned_on=date(2026, 7, 16), verified_on=date(2026, 9, 1)
)
HELD = HeldMeeting(body_id=1, on=DAY, state=MeetingState.CLOSED)


def test_a_body_agrees_at_a_meeting_it_held_after_the_action_was_verified():
    guards.require_agreeable([VERIFIED], HELD, today=DAY)
    guards.require_agreeable([VERIFIED], replace(HELD, state=MeetingState.IN_PROGRESS), today=DAY)
    guards.require_agreeable([replace(VERIFIED, verified_on=DAY)], HELD, today=DAY)


@pytest.mark.parametrize(
    ("action", "meeting", "sentence"),
    [
        ({"body_id": 2}, {}, "Choose a meeting of the partnership whose actions these are."),
        ({}, {"state": MeetingState.SCHEDULED}, "was not held"),
        ({}, {"state": MeetingState.CANCELLED}, "was not held"),
        ({}, {"on": date(2026, 9, 11)}, "was not held"),
        ({"state": ActionState.PROPOSED}, {}, "Action 5 is not verified"),
        ({"state": ActionState.CLOSED}, {}, "Action 5 is not verified"),
        ({"verified_on": date(2026, 9, 11)}, {}, "only after the meeting of Thursday 10 September 2026"),
        ({"verified_on": None, "assigned_on": date(2026, 9, 11)}, {}, "only after the meeting"),
    ],
)
def test_a_body_cannot_have_agreed_otherwise(action, meeting, sentence):
    with pytest.raises(guards.WrongMeeting, match=sentence):
        guards.require_agreeable([replace(VERIFIED, **action)], replace(HELD, **meeting), today=DAY)


def test_a_body_agrees_to_something():
    with pytest.raises(guards.WordsMissing, match="Choose the actions"):
        guards.require_agreeable([], HELD, today=DAY)


@pytest.mark.parametrize("words", ["", "  \n ", None])
def test_a_reason_is_words(words):
    with pytest.raises(guards.WordsMissing, match="Give a reason"):
        guards.require_words(words, what="a reason")


def test_words_have_an_end():
    assert guards.require_words(f" {'x' * 4000} ", what="a note") == "x" * 4000
    with pytest.raises(guards.WordsMissing, match=r"4,000 characters or fewer\. It is 1 too long"):
        guards.require_words("x" * 4001, what="a note")


@pytest.mark.parametrize(("note", "files"), [("Done.", 0), ("", 1), ("Done.", 2)])
def test_a_note_or_a_file_is_evidence(note, files):
    guards.require_evidence(note, files)


@pytest.mark.parametrize("note", ["", "   ", None])
def test_nothing_is_no_evidence(note):
    with pytest.raises(guards.WordsMissing, match="Show that it is complete"):
        guards.require_evidence(note, 0)


def test_an_action_is_due_on_a_day_that_can_be():
    guards.require_due(DAY, by_next_meeting=False, decided_on=DAY)
    guards.require_due(None, by_next_meeting=True, decided_on=DAY)
    with pytest.raises(guards.WrongDay, match="Give the day"):
        guards.require_due(None, by_next_meeting=False, decided_on=DAY)
    with pytest.raises(guards.WrongDay, match="it was decided on Thursday 10 September 2026"):
        guards.require_due(date(2026, 9, 9), by_next_meeting=False, decided_on=DAY)


@pytest.mark.parametrize("chain", [[3], [4, 3], [9, 4, 3]])
def test_actions_do_not_wait_in_a_circle(chain):
    with pytest.raises(guards.WaitsInACircle, match="Action 3 cannot wait for"):
        guards.require_no_circle(3, chain)
    guards.require_no_circle(7, chain)


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"is_its_own": True}, "cannot also end it"),
        ({"body_id": 2}, "decision of the partnership"),
        ({"decided_on": date(2026, 7, 15)}, "before the action was made"),
    ],
)
def test_only_a_later_decision_of_the_body_ends_an_action(details, sentence):
    right = {
        "body_id": 1,
        "decided_on": DAY,
        "is_its_own": False,
        "action_body_id": 1,
        "assigned_on": date(2026, 7, 16),
    }
    guards.require_ending_decision(**right)
    with pytest.raises(guards.WrongDecision, match=sentence):
        guards.require_ending_decision(**(right | details))


def test_a_page_older_than_the_record_is_refused_with_the_news():
    guards.require_unchanged(3, 3, news="")
    with pytest.raises(guards.ChangedMeanwhile, match=r"Ann changed it\. What you typed is kept"):
        guards.require_unchanged(2, 3, news="Ann changed it.")
    with pytest.raises(guards.ChangedMeanwhile):
        guards.require_unchanged(None, 3, news="")
