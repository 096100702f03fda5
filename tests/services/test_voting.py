"""Votes by counts and by name, dissent, and what is carried."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.voting import Counts, WrongCount
from shp_gov.models import Agreement, Cast, Dissent, Ruling, Vote
from shp_gov.services.voting import Motion, WrongVote
from tests import factories as make
from tests.sittings import CLERK, RECOMMENDED, a_sitting, recommended
from tests.terms import a_seat_in_terms, terms_in_force
from tests.votes import an_adviser


@pytest.fixture
def sitting(app):
    return a_sitting().open()


@pytest.fixture
def taxis(sitting):
    return sitting.minute("Taxi marshals")


def vote(taxis, motion, votes_for=0, against=0, abstained=0, **details):
    return services.voting.by_counts(taxis, motion, Counts(votes_for, against, abstained), actor=CLERK, **details)


def decided(taxis):
    db.session.refresh(taxis, ["decisions"])
    return [(decision.words, decision.agreement) for decision in taxis.decisions]


def test_a_recommendation_that_is_carried_becomes_the_decision(sitting, taxis):
    row = vote(taxis, Motion(recommendation=recommended(sitting)[0]), 2, 1)

    assert decided(taxis) == [(RECOMMENDED[0], Agreement.VOTE)]
    assert (row.is_carried, row.decision_id, row.motion) == (True, taxis.decisions[0].id, RECOMMENDED[0])


def test_one_that_is_not_carried_is_refused(sitting, taxis):
    row = vote(taxis, Motion(recommendation=recommended(sitting)[0]), 1, 2)

    assert (decided(taxis), row.is_carried, row.decision_id) == ([], False, None)
    assert recommended(sitting)[0].ruling is Ruling.REFUSED


def test_other_words_that_are_carried_are_a_decision_of_the_meetings_own(taxis):
    vote(taxis, Motion(words="That the traders be thanked."), 3)

    assert decided(taxis) == [("That the traders be thanked.", Agreement.VOTE)]


def test_a_decision_voted_down_is_taken_back(taxis):
    decision = services.rulings.decide(taxis, words="That it go on.", actor=CLERK)

    vote(taxis, Motion(decision=decision), 0, 3)

    assert decided(taxis) == []


@pytest.mark.parametrize(
    ("counts", "casting", "words"),
    [
        ((0, 0, 3), None, "Nobody voted for or against"),
        ((3, 1), None, "4 votes were counted, and 3 members can vote here"),
        ((1, 1), None, "The votes are equal"),
    ],
)
def test_a_vote_that_cannot_have_been_is_refused_and_nothing_is_kept(taxis, counts, casting, words):
    with pytest.raises(WrongCount, match=words):
        vote(taxis, Motion(words="That it go on."), *counts, casting=casting)

    assert (decided(taxis), db.session.query(Vote).count()) == ([], 0)


@pytest.mark.parametrize(("casting", "carried"), [(True, True), (False, False)])
def test_the_chair_settles_a_tie(taxis, casting, carried):
    assert vote(taxis, Motion(words="That it go on."), 1, 1, casting=casting).is_carried is carried


def test_a_vote_by_name_counts_its_names(sitting, taxis):
    ids = {name: person.id for name, person in sitting.people.items()}
    casts = {ids["director"]: Cast.FOR, ids["police"]: Cast.FOR, ids["fire"]: Cast.ABSTAINED}

    row = services.voting.by_names(taxis, Motion(words="That it go on."), casts, actor=CLERK)

    db.session.refresh(row)
    assert (row.votes_for, row.votes_against, row.abstentions, row.is_named) == (2, 0, 1, True)
    assert {cast.person_id: cast.cast for cast in row.names} == casts


def test_only_who_is_in_the_room_votes(sitting, taxis):
    line = next(line for line in sitting.meeting.attendances if line.person is sitting.people["fire"])
    services.declarations.at_item(taxis, line, words="I own it.", leaves=True, actor=CLERK)

    with pytest.raises(WrongVote, match="in the room for this item"):
        services.voting.by_names(
            taxis, Motion(words="That it go on."), {sitting.people["fire"].id: Cast.FOR}, actor=CLERK
        )


def test_voting_again_on_the_same_replaces_the_vote(sitting, taxis):
    vote(taxis, Motion(recommendation=recommended(sitting)[0]), 2, 1)

    vote(taxis, Motion(decision=taxis.decisions[0]), 3)

    rows = db.session.query(Vote).all()
    assert [(row.votes_for, row.votes_against) for row in rows] == [(3, 0)]


@pytest.mark.parametrize(("again", "stands"), [((3,), ["That it go on."]), ((0, 3), [])])
def test_voting_again_on_other_words_changes_the_decision_that_they_made(taxis, again, stands):
    vote(taxis, Motion(words="That it go on."), 2, 1)

    vote(taxis, Motion(words="That it go on."), *again)

    assert [words for words, _ in decided(taxis)] == stands
    assert [row.is_carried for row in db.session.query(Vote)] == [bool(stands)]


def test_neither_an_adviser_nor_a_seat_that_the_terms_give_no_vote_counts_or_votes(app):
    sitting = a_sitting()
    sitting.people["adviser"] = an_adviser(sitting)
    fire = a_seat_in_terms(sitting.seats["fire"], is_voting=False)
    terms_in_force(sitting.body, from_on=date(2026, 1, 1), seats=[fire])
    taxis = sitting.open().minute("Taxi marshals")

    with pytest.raises(WrongCount):
        vote(taxis, Motion(words="That it go on."), 3)
    for name in ("adviser", "fire"):
        with pytest.raises(WrongVote, match="may vote"):
            services.voting.by_names(
                taxis, Motion(words="That it go on."), {sitting.people[name].id: Cast.FOR}, actor=CLERK
            )
    assert vote(taxis, Motion(words="That it go on."), 2).is_carried


def test_taking_a_decision_back_takes_its_vote_back_and_leaves_the_recommendation_to_decide(sitting, taxis):
    vote(taxis, Motion(recommendation=recommended(sitting)[0]), 2, 1)
    services.voting.dissent(taxis.decisions[0], sitting.people["fire"], actor=CLERK)

    services.rulings.take_back(taxis.decisions[0], actor=CLERK)

    assert (decided(taxis), db.session.query(Vote).count(), db.session.query(Dissent).count()) == ([], 0, 0)
    assert recommended(sitting)[0].ruling is None


def test_dissent_is_recorded_once_at_the_wish_of_somebody_who_is_here(sitting, taxis):
    decision = services.rulings.decide(taxis, words="That it go on.", actor=CLERK)

    services.voting.dissent(decision, sitting.people["fire"], actor=CLERK)
    services.voting.dissent(decision, sitting.people["fire"], words="Too dear.", actor=CLERK)

    assert [(row.person_id, row.words) for row in db.session.query(Dissent)] == [
        (sitting.people["fire"].id, "Too dear.")
    ]
    with pytest.raises(WrongVote, match="not in the room"):
        services.voting.dissent(decision, make.a_person("Somebody Else"), actor=CLERK)
