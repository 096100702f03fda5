"""Votes and dissent put right after the meeting, while its minutes are still being written."""

from datetime import time

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.guards import ChangedMeanwhile
from shp_gov.domain.voting import Counts, WrongCount
from shp_gov.models import Agreement, AuditEvent, Cast, Dissent, Vote
from shp_gov.queries import minutes_versions, rulings
from shp_gov.services.minute_steps import MinutesFixed
from shp_gov.services.voting import Motion, WrongVote
from tests.minutes import a_closed_meeting
from tests.sittings import CLERK, at, recommended
from tests.votes import DISSENT, FALLEN, REFUSED, a_divided_meeting, close, dissent, put_out, vote_by_name


@pytest.fixture
def sitting(app):
    divided = a_divided_meeting()
    close(divided)
    return divided


def decided(sitting):
    (decision,) = sitting.minute("Taxi marshals").decisions
    return decision


def vote(sitting, motion, *counts, **details):
    minute = sitting.minute("Taxi marshals")
    return services.voting.by_counts(minute, motion, Counts(*counts), actor=CLERK, **details)


def told(sitting):
    db.session.flush()
    db.session.expire_all()
    minute = sitting.minute("Taxi marshals")
    return rulings.of_decision(minute.decisions[0]), rulings.not_agreed(minute)


def last_told():
    db.session.commit()
    return db.session.scalars(sa.select(AuditEvent.event).order_by(AuditEvent.sequence.desc())).first()


def test_the_counts_of_a_decision_are_put_right_and_the_trail_tells_of_it(sitting):
    vote(sitting, Motion(decision=decided(sitting)), 3)

    assert told(sitting)[0][0] == "For: 3. Against: 0."
    assert last_told() == "vote.taken"


def test_the_names_are_put_right_too(sitting):
    vote_by_name(sitting, sitting.minute("Taxi marshals"), Motion(decision=decided(sitting)))
    casts = {person.id: Cast.FOR for person in sitting.people.values()}

    services.voting.by_names(sitting.minute("Taxi marshals"), Motion(decision=decided(sitting)), casts, actor=CLERK)

    assert told(sitting)[0][0] == "For: Holder 0 Director, Holder 1 Police, Holder 2 Fire. Against: none."


def test_the_counts_of_what_fell_are_put_right(sitting):
    vote(sitting, Motion(words=FALLEN), 0, 3)

    assert told(sitting)[1] == (
        REFUSED,
        "The motion that the rank be moved to Fish Quay was not agreed. For: 0. Against: 3.",
    )


def test_what_was_agreed_otherwise_was_by_a_vote_after_all(app):
    sitting = a_closed_meeting()
    assert decided(sitting).agreement is not Agreement.VOTE

    vote(sitting, Motion(decision=decided(sitting)), 2)

    assert told(sitting)[0] == ("For: 2. Against: 0.",)


def test_a_decision_that_stands_is_not_voted_down_and_the_officer_is_told_what_to_do(sitting):
    with pytest.raises(WrongVote, match="change the words of the decision first"):
        vote(sitting, Motion(decision=decided(sitting)), 1, 2)


def test_what_fell_is_not_carried_and_the_officer_is_told_what_to_do(sitting):
    for motion in (Motion(words=FALLEN), Motion(recommendation=recommended(sitting)[1])):
        with pytest.raises(WrongVote, match="no decision is added"):
            vote(sitting, motion, 2, 1)


def test_a_recommendation_that_was_agreed_does_not_fall(sitting):
    with pytest.raises(WrongVote, match="say that it was made"):
        vote(sitting, Motion(recommendation=recommended(sitting)[0]), 1, 2)


def test_a_vote_that_a_colleague_changed_meanwhile_is_not_overwritten_unread(sitting):
    (before,) = [row for row in db.session.query(Vote) if row.is_carried]
    vote(sitting, Motion(decision=decided(sitting), replaces=before.id), 3)

    with pytest.raises(ChangedMeanwhile):
        vote(sitting, Motion(decision=decided(sitting), replaces=before.id + 1000), 2, 1)


def test_who_left_before_the_item_could_not_vote_on_it_and_who_left_after_it_could(sitting):
    sitting.minute("Taxi marshals").agenda_item.started_at = time(10, 10)
    line = next(each for each in sitting.meeting.attendances if each.person is sitting.people["fire"])
    line.left_at = time(10, 5)
    with pytest.raises(WrongCount, match="2 members can vote"):
        vote(sitting, Motion(decision=decided(sitting)), 3)

    line.left_at = time(11, 5)

    assert vote(sitting, Motion(decision=decided(sitting)), 3).votes_for == 3


def test_a_vote_that_there_was_not_is_taken_back_and_the_decision_stays(sitting):
    for row in db.session.query(Vote).all():
        services.voting.take_back(sitting.minute("Taxi marshals"), row.id, actor=CLERK)

    said, not_agreed = told(sitting)
    assert [words for words in said if words.startswith("For:")] == []
    assert not_agreed == (REFUSED,), "a recommendation that was refused stays so; a motion is gone with its vote"
    assert decided(sitting).agreement is Agreement.NOT_STATED
    assert last_told() == "vote.withdrawn"
    assert db.session.query(AuditEvent).filter_by(event="decision.changed").one()
    with pytest.raises(ChangedMeanwhile):
        services.voting.take_back(sitting.minute("Taxi marshals"), 987654, actor=CLERK)


def test_a_vote_taken_back_leaves_how_the_decision_was_agreed_where_that_was_changed(sitting):
    decided(sitting).agreement = Agreement.CONSENSUS
    (row,) = db.session.query(Vote).filter_by(decision_id=decided(sitting).id)

    services.voting.take_back(sitting.minute("Taxi marshals"), row.id, actor=CLERK)

    assert decided(sitting).agreement is Agreement.CONSENSUS


def test_dissent_is_recorded_and_taken_back(sitting):
    vote(sitting, Motion(decision=decided(sitting)), 2, 1)
    dissent(sitting, decided(sitting), "police")
    services.voting.take_dissent_back(decided(sitting), sitting.people["fire"], actor=CLERK)

    said = told(sitting)[0]
    assert [DISSENT in said, "Holder 1 Police" in said[1]] == [False, True]
    assert last_told() == "dissent.withdrawn"
    with pytest.raises(ChangedMeanwhile):
        services.voting.take_dissent_back(decided(sitting), sitting.people["fire"], actor=CLERK)


def test_nobody_dissents_from_what_they_voted_for_by_name(sitting):
    with pytest.raises(WrongVote, match="Holder 1 Police voted for this by name"):
        dissent(sitting, decided(sitting), "police")


def test_dissent_stands_once_with_new_words_though_the_attendance_was_changed(sitting):
    next(each for each in sitting.meeting.attendances if each.person is sitting.people["fire"]).left_at = time(10, 1)

    dissent(sitting, decided(sitting), "fire", "It is too late")

    assert [(row.words, row.may_vote) for row in db.session.query(Dissent)] == [("It is too late", True)]


CHANGES = {
    "the vote": lambda sitting: vote(sitting, Motion(decision=decided(sitting)), 3),
    "other reasons of a dissent": lambda sitting: dissent(sitting, decided(sitting), "fire", "It is too late"),
    "a dissent taken back": lambda sitting: services.voting.take_dissent_back(
        decided(sitting), sitting.people["fire"], actor=CLERK
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_the_chair_agreed_is_not_what_the_minutes_say_then(sitting, change):
    with at(14):
        version = services.minutes_versions.send_to_the_chair(sitting.meeting, actor=CLERK)
        services.minutes_versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)

        change(sitting)
        db.session.flush()
        db.session.expire_all()

        assert minutes_versions.hash_of(sitting.meeting) != version.sha256
        with pytest.raises(services.minutes_versions.NotAgreed):
            services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_of_it_changes_once_the_draft_is_out(app, change):
    sitting = a_divided_meeting()
    put_out(sitting)

    with pytest.raises(MinutesFixed, match="The meeting that approves them corrects them"):
        change(sitting)
