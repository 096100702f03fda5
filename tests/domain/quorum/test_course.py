"""A quorum through a meeting."""

from dataclasses import replace
from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.quorum import AtLeast, Item, Met, Quorum, course_words, evaluate, for_item, spells
from shp_gov.domain.quorum.course import in_room_at
from tests.domain.quorum.rooms import COUNCIL, PEOPLE, POLICE, QUORUMS, SEATS, a_room

THREE = Quorum(AtLeast(3))
TEN, ELEVEN, NOON = time(10), time(11), time(12)
TIMES = st.none() | st.sampled_from([TEN, ELEVEN, NOON])
COMERS = st.builds(lambda who, came, left: replace(who, arrived_at=came, left_at=left), PEOPLE, TIMES, TIMES)


def three(**last):
    *others, one = a_room(COUNCIL, POLICE, COUNCIL)
    return [*others, replace(one, **last)]


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (three(), "There was a quorum at the start: 3 members present, 3 needed. It held to the end."),
        (
            three(left_at=ELEVEN),
            "There was a quorum at the start: 3 members present, 3 needed. "
            "It was lost at 11.00am: 2 members present, 3 needed.",
        ),
        (
            three(arrived_at=ELEVEN),
            "There was no quorum at the start: 2 members present, 3 needed. "
            "From 11.00am there was one: 3 members present, 3 needed.",
        ),
        (
            three(outings=((ELEVEN, NOON),)),
            "There was a quorum at the start: 3 members present, 3 needed. "
            "It was lost at 11.00am: 2 members present, 3 needed. "
            "From 12.00pm there was one: 3 members present, 3 needed.",
        ),
        (a_room(COUNCIL), "There was no quorum at the start: 1 member present, 3 needed. None was reached later."),
        (None, "Whether the meeting had a quorum is not known. Who was in the room is not recorded."),
    ],
)
def test_the_course_of_a_meeting_is_told(room, words):
    assert course_words(spells(THREE, room, ())) == words


def test_a_meeting_whose_terms_set_no_quorum_is_not_known_throughout():
    told = course_words(spells(None, three(left_at=ELEVEN), ()))

    assert told.startswith("Whether the meeting had a quorum is not known. These terms")


def test_who_leaves_as_another_arrives_keeps_the_quorum():
    room = [*three(left_at=ELEVEN), replace(a_room(*[COUNCIL] * 4)[3], arrived_at=ELEVEN)]

    assert [spell.answer.met for spell in spells(THREE, room, ())] == [Met.MET]


def test_an_interest_takes_somebody_out_of_one_item():
    room = three()

    assert for_item(THREE, Item(), room, ()).met is Met.MET
    assert for_item(THREE, Item(out=frozenset({1})), room, ()).met is Met.NOT_MET
    assert for_item(THREE, Item(perhaps_out=frozenset({1})), room, ()).met is Met.NOT_KNOWN
    assert for_item(THREE, Item(), None, ()).met is Met.NOT_KNOWN


def test_an_item_without_its_time_is_not_known_where_it_hangs_on_who_left_early():
    room = three(left_at=ELEVEN)

    assert for_item(THREE, Item(), room, ()).met is Met.NOT_KNOWN
    assert for_item(THREE, Item(taken_at=TEN), room, ()).met is Met.MET
    assert for_item(THREE, Item(taken_at=ELEVEN), room, ()).met is Met.NOT_MET
    assert for_item(Quorum(AtLeast(2)), Item(), room, ()).met is Met.MET


@given(QUORUMS, st.lists(COMERS, max_size=5), st.lists(SEATS, max_size=4))
def test_the_spells_of_a_meeting_agree_with_the_room_at_each_moment(quorum, people, seats):
    found = spells(quorum, people, seats)

    for moment in [TEN, ELEVEN, NOON]:
        spell = [spell for spell in found if spell.since is None or spell.since <= moment][-1]
        if any(moment in (one.arrived_at, one.left_at) for one in people):
            assert spell.answer.met is evaluate(quorum, in_room_at(moment, people), seats).met
    assert course_words(found)
    assert all(one.answer.met is not two.answer.met for one, two in pairwise(found))


@given(QUORUMS, st.lists(COMERS, max_size=5), st.lists(SEATS, max_size=4), st.frozensets(st.integers(1, 8)))
def test_an_interest_never_makes_a_quorum(quorum, people, seats, out):
    rank = [Met.NOT_MET, Met.NOT_KNOWN, Met.MET]
    with_all, without = for_item(quorum, Item(), people, seats), for_item(quorum, Item(out=out), people, seats)

    assert rank.index(without.met) <= rank.index(with_all.met)
