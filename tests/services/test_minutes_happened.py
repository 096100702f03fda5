"""What happened in the room is in the minutes when a meeting closes, and nothing that was written is lost."""

from datetime import time

import pytest

from shp_gov import queries, services
from shp_gov.domain.voting import Counts
from shp_gov.models import ItemOutcome
from shp_gov.queries import attending
from shp_gov.services.voting import Motion
from tests.minutes import say
from tests.sittings import CLERK, NOON, a_sitting, at


@pytest.fixture
def sitting(app):
    """Give a meeting of three that needs two, with an item in hand since a quarter past ten."""
    made = a_sitting(quorum=2).open()
    with at(10, 15):
        services.minuting.begin(made.minute("Taxi marshals"), at=time(10, 15), actor=CLERK)
    return made


def close(sitting):
    with at(12):
        for minute in sitting.meeting.minutes:
            if minute.agenda_item.outcome is None:
                reason = "There was no time."
                services.minuting.settle(minute, outcome=ItemOutcome.DEFERRED, reason=reason, actor=CLERK)
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)


def leaves(sitting, key, when):
    line = next(each for each in sitting.meeting.attendances if each.person is sitting.people[key])
    with at(when.hour, when.minute):
        services.comings.leave(sitting.meeting, line, at=when, minute=sitting.minute("Taxi marshals"), actor=CLERK)


def comes_back(sitting, key, when):
    person = sitting.people[key]
    who = next(each for each in attending.expected(sitting.meeting) if each.person_id == person.id)
    with at(when.hour, when.minute):
        services.comings.arrive(sitting.meeting, who, at=when, actor=CLERK)


def test_a_quorum_that_was_lost_is_in_the_minute_of_its_item_after_what_was_written(sitting):
    say(sitting, "Taxi marshals", "They spoke of the rank.")
    leaves(sitting, "police", time(10, 20))
    leaves(sitting, "fire", time(10, 30))
    with at(10, 31):
        services.room_events.go_on_informally(
            sitting.meeting, at=time(10, 31), minute=sitting.minute("Taxi marshals"), actor=CLERK
        )

    close(sitting)

    written, happened = sitting.minute("Taxi marshals").narrative.split("\n\n")
    assert written == "They spoke of the rank."
    assert happened == (
        "The quorum was lost at 10.30am. 1 member present, 2 needed. "
        "The meeting went on informally from 10.31am and decided nothing."
    )


def test_who_left_early_stands_with_the_apologies(sitting):
    leaves(sitting, "police", time(10, 20))

    close(sitting)

    assert sitting.minute("Apologies for absence").narrative.endswith("Holder 1 Police left at 10.20am.")


def test_who_left_and_came_back_is_minuted_with_both_times(sitting):
    leaves(sitting, "police", time(10, 20))
    comes_back(sitting, "police", time(10, 40))
    leaves(sitting, "police", time(11, 30))

    close(sitting)

    said = "Holder 1 Police left at 10.20am and returned at 10.40am. Holder 1 Police left at 11.30am."
    assert sitting.minute("Apologies for absence").narrative.endswith(said)


def test_a_vote_stands_with_its_decision_and_not_a_second_time_in_what_was_said(sitting):
    minute = sitting.minute("Taxi marshals")
    with at(10, 40):
        motion = Motion(words="That the marshals stay.")
        services.voting.by_counts(minute, motion, Counts(2, 1, 0), casting=None, actor=CLERK)

    close(sitting)

    assert "For:" not in (minute.narrative or "")
    assert queries.rulings.of_decision(minute.decisions[0]) == ("For: 2. Against: 1.",)
