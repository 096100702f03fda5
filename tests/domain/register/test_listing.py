"""Lists of members become terms of office, whatever order the lists came in."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.register.listing import (
    Listed,
    Spell,
    designated_post,
    post_key,
    seat_key,
    seats_listed,
    spells,
)

JANUARY, MARCH, JUNE, SEPTEMBER = date(2018, 1, 12), date(2018, 3, 9), date(2018, 6, 15), date(2018, 9, 14)
FIRE, POLICE = 1, 2
ANN, BEN = 11, 12


def test_a_term_runs_from_the_first_list_until_the_day_before_the_first_that_lacks_them():
    lists = [Listed(MARCH, FIRE, ANN), Listed(JUNE, FIRE, ANN), Listed(SEPTEMBER, FIRE, BEN)]

    assert spells(lists, {}) == [
        Spell(FIRE, ANN, MARCH, date(2018, 9, 13), MARCH, JUNE),
        Spell(FIRE, BEN, SEPTEMBER, None, SEPTEMBER, SEPTEMBER),
    ]


def test_who_comes_back_has_two_terms():
    lists = [Listed(MARCH, FIRE, ANN), Listed(JUNE, FIRE, None), Listed(SEPTEMBER, FIRE, ANN)]

    assert [(spell.from_on, spell.until_on) for spell in spells(lists, {})] == [
        (MARCH, date(2018, 6, 14)),
        (SEPTEMBER, None),
    ]


def test_whoever_sat_at_the_meetings_before_the_first_list_sat_there_from_then():
    lists = [Listed(MARCH, FIRE, ANN)]

    assert spells(lists, {ANN: [JANUARY]}) == [Spell(FIRE, ANN, JANUARY, None, MARCH, MARCH)]


def test_a_meeting_before_a_list_that_lacks_them_says_nothing():
    lists = [Listed(MARCH, FIRE, BEN), Listed(JUNE, FIRE, ANN)]

    assert [spell.from_on for spell in spells(lists, {ANN: [JANUARY]}) if spell.person == ANN] == [JUNE]


def test_who_moves_to_another_seat_holds_it_from_the_list_that_says_so():
    lists = [Listed(MARCH, FIRE, ANN), Listed(JUNE, POLICE, ANN)]

    assert [spell.from_on for spell in spells(lists, {ANN: [date(2018, 4, 1)]})] == [MARCH, JUNE]


def test_a_name_that_is_a_question_does_not_end_the_term_of_whoever_it_may_be():
    lists = [Listed(MARCH, FIRE, ANN), Listed(JUNE, FIRE, None, frozenset([ANN]))]

    assert [spell.until_on for spell in spells(lists, {})] == [None]


def test_a_seat_ends_before_the_first_list_without_it_and_counts_its_places():
    lists = [Listed(MARCH, FIRE, ANN), Listed(MARCH, FIRE, BEN), Listed(MARCH, POLICE, None), Listed(JUNE, FIRE, ANN)]

    found = seats_listed(lists, spells(lists, {}))

    assert (found[FIRE].places, found[FIRE].until_on, found[FIRE].position) == (2, None, 0)
    assert (found[POLICE].from_on, found[POLICE].until_on, found[POLICE].position) == (MARCH, date(2018, 6, 14), 1)


LINES = st.lists(
    st.builds(
        Listed,
        st.sampled_from([MARCH, JUNE, SEPTEMBER]),
        st.sampled_from([FIRE, POLICE]),
        st.sampled_from([None, ANN, BEN]),
    ),
    max_size=10,
)


@given(LINES, st.randoms(use_true_random=False))
def test_the_order_of_the_lists_says_nothing(lines, random):
    shuffled = list(lines)
    random.shuffle(shuffled)

    assert spells(shuffled, {ANN: [JANUARY]}) == spells(lines, {ANN: [JANUARY]})


@given(LINES)
def test_the_terms_of_one_person_in_one_seat_never_overlap(lines):
    for one in spells(lines, {ANN: [JANUARY], BEN: [date(2018, 4, 1)]}):
        assert one.until_on is None or one.until_on >= one.from_on
        for other in spells(lines, {ANN: [JANUARY], BEN: [date(2018, 4, 1)]}):
            same = (one.seat, one.person) == (other.seat, other.person) and one != other
            assert not same or other.from_on > (one.until_on or date.max) or one.from_on > (other.until_on or date.max)


def test_interim_says_something_of_the_holder_and_nothing_of_the_seat():
    assert designated_post("Interim Director of Public Health") == "Director of Public Health"
    assert post_key("Acting Director of Public Health") == post_key("Director of Public Health")
    assert designated_post("Interim") == "Interim"
    assert designated_post(None) is None


def test_a_seat_is_known_by_its_post_and_the_longest_name_of_its_organisation():
    short, full = "SBC", "Seaborough Borough Council"

    assert seat_key("Chief Executive", [short, full]) == seat_key("Chief Executive", [full, short])
