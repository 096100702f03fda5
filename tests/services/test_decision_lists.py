"""What a meeting decided goes to its chair on the same evening, who says whether it is right."""

import pytest

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import ItemOutcome
from shp_gov.queries import decision_lists as queries
from shp_gov.services.minutes_versions import ChangedSince, NotReady
from tests.minutes import a_closed_meeting, a_held_meeting, chair_and_officer
from tests.services.acting import told
from tests.sittings import CLERK, NOON, RECOMMENDED, a_sitting, at
from tests.trail import events

lists = services.decision_lists
CHAIR = Actor("Councillor Ruth Adeyemi")


def closed_with_a_chair():
    sitting = a_held_meeting()
    chair, officer = chair_and_officer(sitting)
    with at(12):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)
    return sitting, chair, officer


def answer(sitting, correction="", sha256=None):
    sha256 = sha256 or queries.hash_of(sitting.meeting)
    with at(13):
        return lists.answer(sitting.meeting, sha256=sha256, correction=correction, actor=CHAIR)


def reword(sitting):
    decision = sitting.minute("Taxi marshals").decisions[0]
    decision.words = "That marshals work until 30 April 2027."


def test_closing_sends_the_chair_what_was_decided_in_its_words(app):
    sitting, chair, officer = closed_with_a_chair()

    assert queries.contents(sitting.meeting) == [["2", 1, RECOMMENDED[0], "consensus"]]
    assert (told(chair.person), told(officer)) == (["decision_list_sent"], [])
    db.session.commit()
    assert events(queries.newest(sitting.meeting)) == ["decision_list.sent"]


def test_a_meeting_that_decided_nothing_sends_no_list(app):
    sitting = a_sitting().open()
    for title in ("Apologies for absence", "Taxi marshals", "Case review"):
        minute = sitting.minute(title)
        services.minuting.settle(minute, outcome=ItemOutcome.NOT_REACHED, actor=CLERK)
    with at(12):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)

    assert queries.newest(sitting.meeting) is None
    with pytest.raises(NotReady, match="decided nothing"):
        lists.send(sitting.meeting, actor=CLERK)


def test_the_chair_says_that_it_is_right_and_the_officer_is_told(app):
    sitting, _, officer = closed_with_a_chair()

    sent = answer(sitting)

    assert (sent.answered_by, sent.correction) == (CHAIR.name, None)
    assert told(officer) == ["decision_list_answered"]
    with pytest.raises(NotReady, match="No list of decisions waits"):
        answer(sitting)


def test_what_is_not_right_is_changed_and_the_list_sent_again(app):
    sitting, chair, _ = closed_with_a_chair()

    answer(sitting, "It was April, not March.")
    reword(sitting)
    with at(14):
        again = lists.send(sitting.meeting, actor=CLERK)

    assert queries.newest(sitting.meeting) is again
    assert told(chair.person) == ["decision_list_sent", "decision_list_sent"]


def test_an_answer_to_words_that_changed_since_is_refused(app):
    sitting, *_ = closed_with_a_chair()
    seen = queries.hash_of(sitting.meeting)
    reword(sitting)

    with pytest.raises(ChangedSince, match="have changed since you opened this page"):
        answer(sitting, sha256=seen)


def test_the_same_list_is_not_sent_twice_and_none_after_the_minutes_themselves(app):
    sitting = a_closed_meeting()
    with pytest.raises(NotReady, match="has this list already"):
        lists.send(sitting.meeting, actor=CLERK)

    with at(13):
        services.minutes_versions.send_to_the_chair(sitting.meeting, actor=CLERK)

    with pytest.raises(NotReady, match="has read the minutes themselves since"):
        lists.send(sitting.meeting, actor=CLERK)
