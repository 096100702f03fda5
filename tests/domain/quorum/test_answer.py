"""Are the people in the room enough?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.quorum import (
    AtLeast,
    Fraction,
    Includes,
    InRoom,
    Kind,
    Met,
    Of,
    PerBody,
    Quorum,
    Rounding,
    either,
    evaluate,
    every,
)
from tests.domain.quorum.rooms import (
    CHARITY,
    COUNCIL,
    PEOPLE,
    POLICE,
    QUORUMS,
    SEATS,
    a_room,
    a_seat,
    certainly,
)

MET, NOT_MET, NOT_KNOWN = Met.MET, Met.NOT_MET, Met.NOT_KNOWN
RANK = [NOT_MET, NOT_KNOWN, MET]
EIGHT_AND_THREE_EACH = every(AtLeast(8), PerBody(3, (COUNCIL, POLICE)))
SEVEN_FROM_FOUR = every(AtLeast(7), AtLeast(4, Of.ORGANISATIONS))


def met(needs, room, seats=(), **switches):
    return evaluate(Quorum(needs, **switches), room, seats).met


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ([COUNCIL] * 5 + [POLICE] * 3, MET),
        ([COUNCIL] * 6 + [POLICE] * 2, NOT_MET),
        ([COUNCIL] * 4 + [POLICE] * 3, NOT_MET),
    ],
)
def test_eight_with_three_from_each_of_two_councils(room, expected):
    assert met(EIGHT_AND_THREE_EACH, a_room(*room)) is expected


def test_seven_members_from_three_organisations_are_not_seven_from_four():
    room = a_room(*[COUNCIL] * 3, *[POLICE] * 3, CHARITY)

    answer = evaluate(Quorum(SEVEN_FROM_FOUR), room, ())

    assert answer.met is NOT_MET
    assert answer.words == "3 organisations represented, 4 needed."


def test_a_quorum_that_nobody_set_is_not_known():
    answer = evaluate(None, a_room(COUNCIL), ())

    assert answer.met is NOT_KNOWN
    assert answer.words.startswith("These terms of reference set no quorum.")


def test_a_room_that_nobody_recorded_is_not_known_and_an_empty_one_is_not_enough():
    assert evaluate(Quorum(AtLeast(1)), None, ()).met is NOT_KNOWN
    assert met(AtLeast(1), []) is NOT_MET


@pytest.mark.parametrize(("rounding", "needed"), [(Rounding.UP, 5), (Rounding.DOWN, 4), (Rounding.NEAREST, 4)])
def test_a_third_of_thirteen_members_by_each_rounding(rounding, needed):
    seats = [a_seat(number) for number in range(1, 14)]
    third = Fraction(1, 3, rounding=rounding)

    assert met(third, a_room(*[COUNCIL] * needed), seats) is MET
    assert met(third, a_room(*[COUNCIL] * (needed - 1)), seats) is NOT_MET


def test_a_fraction_is_of_all_seats_or_of_those_that_somebody_holds():
    seats = [a_seat(number, held=number <= 4) for number in range(1, 9)]

    assert met(Fraction(1, 2), a_room(COUNCIL, POLICE), seats) is NOT_MET
    assert met(Fraction(1, 2), a_room(COUNCIL, POLICE), seats, vacant_seats_count=False) is MET


def test_a_fraction_of_what_is_not_known_is_not_known():
    seats = [a_seat(1), a_seat(2, is_voting=None)]

    assert met(Fraction(1, 2, Of.VOTING), a_room(COUNCIL), seats) is NOT_KNOWN
    assert met(Fraction(1, 2), a_room(COUNCIL), ()) is NOT_KNOWN


def test_responsible_authorities_voting_members_and_tags_are_counted_apart():
    lay = a_seat(9, POLICE, is_voting=False, tags=frozenset({"lay"}))
    room = [*a_room(COUNCIL, COUNCIL, CHARITY), InRoom(9, "Kay Lowe", lay)]

    assert met(AtLeast(2, Of.AUTHORITIES), room) is MET
    assert met(AtLeast(3, Of.AUTHORITIES), room) is NOT_MET
    assert met(AtLeast(3, Of.VOTING), room) is MET
    assert met(AtLeast(4, Of.VOTING), room) is NOT_MET
    assert met(AtLeast(1, Of.TAGGED, "lay"), room) is MET
    assert met(AtLeast(1, Of.TAGGED, "independent"), room) is NOT_MET


def test_somebody_must_be_there_by_post_organisation_or_tag():
    room = [InRoom(1, "Anna Reed", a_seat(post="Leader", tags=frozenset({"elected"})))]

    assert met(Includes(Kind.POST, "leader"), room) is MET
    assert met(Includes(Kind.ORGANISATION, "Seaborough BC"), room) is MET
    assert met(Includes(Kind.TAG, "elected"), room) is MET
    assert met(Includes(Kind.POST, "Chief Executive"), room) is NOT_MET
    assert met(either(Includes(Kind.POST, "Chief Executive"), Includes(Kind.TAG, "elected")), room) is MET


def test_substitutes_and_remote_members_count_only_where_the_terms_say_so():
    substitutes, remote = a_room(COUNCIL, is_substitute=True), a_room(COUNCIL, is_remote=True)

    assert met(AtLeast(1), substitutes) is MET
    assert met(AtLeast(1), substitutes, substitutes_count=False) is NOT_MET
    assert met(AtLeast(1), remote) is MET
    assert met(AtLeast(1), remote, remote_counts=False) is NOT_MET


def test_a_substitute_beside_the_member_and_a_person_in_two_seats_count_once():
    beside = [InRoom(1, "Anna Reed", a_seat(1)), InRoom(2, "Lee Marsh", a_seat(1), instead_of=1, is_substitute=True)]
    twice = [InRoom(1, "Anna Reed", a_seat(1)), InRoom(1, "Anna Reed", a_seat(2, POLICE))]

    assert met(AtLeast(2), beside) is NOT_MET
    assert met(AtLeast(2), twice) is NOT_MET
    assert met(AtLeast(2, Of.ORGANISATIONS), twice) is MET


def test_somebody_whose_seat_is_not_known_may_be_a_member():
    room = [*a_room(COUNCIL), InRoom(7, "Joan Pike", None)]

    answer = evaluate(Quorum(AtLeast(2)), room, ())

    assert answer.met is NOT_KNOWN
    assert answer.words == "between 1 and 2 members present, 2 needed."
    assert met(AtLeast(3), room) is NOT_MET


@given(QUORUMS, st.lists(PEOPLE, max_size=6), PEOPLE, st.lists(SEATS, max_size=6))
def test_another_person_in_the_room_never_breaks_a_quorum(quorum, room, another, seats):
    before, after = evaluate(quorum, room, seats), evaluate(quorum, [*room, another], seats)

    assert RANK.index(after.met) >= RANK.index(before.met)


@given(QUORUMS, st.lists(PEOPLE, max_size=6), st.lists(SEATS, max_size=6))
def test_knowing_that_somebody_was_there_never_takes_a_quorum_away(quorum, room, seats):
    before, after = evaluate(quorum, room, seats), evaluate(quorum, [certainly(one) for one in room], seats)

    assert RANK.index(after.met) >= RANK.index(before.met)


@given(QUORUMS, st.lists(PEOPLE, max_size=6), st.lists(SEATS, max_size=6))
def test_an_answer_gives_its_reason(quorum, room, seats):
    answer = evaluate(quorum, room, seats)

    assert answer.words.endswith(".")
    assert answer.why
