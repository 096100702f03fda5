"""The quorum of each item as the checks see it: at the moment it was taken, without who was out of the room."""

from datetime import date, time

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import ItemOutcome
from shp_gov.queries import compliance
from tests.sittings import CLERK, NOON, a_sitting


@pytest.fixture
def sitting(app):
    return a_sitting(quorum=2).open(here=("police", "fire"))


def line_of(sitting, name):
    return next(line for line in sitting.meeting.attendances if line.person is sitting.people[name])


def decide(sitting, title, at):
    minute = sitting.minute(title)
    services.minuting.begin(minute, at=at, actor=CLERK)
    services.rulings.decide(minute, words="That it be noted.", actor=CLERK)
    return minute


def verdicts(sitting):
    for title in ("Apologies for absence", "Taxi marshals", "Case review"):
        services.minuting.settle(sitting.minute(title), outcome=ItemOutcome.NOT_REACHED, actor=CLERK)
    services.room.close(sitting.meeting, at=NOON, actor=CLERK)
    sitting.meeting.minutes_state = MinutesState.DRAFT_PUBLISHED
    db.session.flush()
    db.session.expire_all()
    found = compliance.of_body(sitting.body, on=date(2026, 10, 1))
    return [each.verdict for each in found if each.rule == "TOR-QUORUM"]


def test_who_left_after_an_item_counts_for_it(sitting):
    decide(sitting, "Taxi marshals", time(10, 30))
    services.comings.leave(sitting.meeting, line_of(sitting, "fire"), at=time(11, 30), actor=CLERK)

    assert verdicts(sitting) == [Verdict.PASS]


def test_who_was_out_of_the_room_for_an_item_does_not(sitting):
    minute = decide(sitting, "Taxi marshals", time(10, 30))
    services.declarations.take_out(line_of(sitting, "fire"), minute.agenda_item, reason="telephone", actor=CLERK)

    assert verdicts(sitting) == [Verdict.FAIL]
