"""Votes, as far as the record holds them: who voted how, and whether their seats vote."""

import pytest

from shp_gov.models import Agreement, Cast, Vote, VoteCast, Voting
from shp_gov.queries import compliance
from tests import factories as make
from tests import terms
from tests.queries.test_under_terms import FAIL, JULY, NOT_KNOWN, ON, PASS, a_member, body

__all__ = ["body"]


@pytest.fixture
def decided(body):
    return make.a_decision(
        minute=make.a_minute(meeting=make.a_meeting(body=body, on=JULY), position=3), agreement=Agreement.VOTE
    )


def members(body, meeting, *, voting):
    people = []
    for name, is_voting in voting.items():
        person, seat = a_member(body, name)
        make.an_attendance(person, meeting=meeting, seat=seat)
        people.append((person, terms.a_seat_in_terms(seat, is_voting=is_voting)))
    version = {"voting": Voting.ONE_VOTE_A_SEAT, "seats": [seat for _, seat in people]}
    terms.terms_in_force(body, from_on=make.LONG_AGO, **version)
    return [person for person, _ in people]


def a_vote(decision, *names):
    counts = {"votes_for": len(names), "votes_against": 0, "is_named": bool(names), "is_carried": True}
    vote = make._kept(Vote(minute=decision.minute, decision=decision, motion="The grant", **counts))
    for person, cast in names:
        make._kept(VoteCast(vote=vote, person=person, cast=cast))


def verdicts(body):
    make.db.session.commit()
    return [each.verdict for each in compliance.of_body(body, ON) if each.rule == "TOR-VOTE"]


@pytest.mark.parametrize(("votes", "verdict"), [(True, PASS), (False, FAIL), (None, NOT_KNOWN)])
def test_those_who_voted_are_held_against_the_seats_that_vote(body, decided, votes, verdict):
    people = members(body, decided.minute.meeting, voting={"Anna Reed": True, "Tom Hale": votes})
    a_vote(decided, *[(person, Cast.FOR) for person in people])

    assert verdicts(body) == [verdict]


def test_who_abstained_did_not_vote(body, decided):
    anna, tom = members(body, decided.minute.meeting, voting={"Anna Reed": True, "Tom Hale": False})
    a_vote(decided, (anna, Cast.AGAINST), (tom, Cast.ABSTAINED))

    assert verdicts(body) == [PASS]


def test_a_vote_that_is_only_counted_or_only_said_is_not_known(body, decided):
    members(body, decided.minute.meeting, voting={"Anna Reed": True})
    assert verdicts(body) == [NOT_KNOWN]

    a_vote(decided)

    assert verdicts(body) == [NOT_KNOWN]
