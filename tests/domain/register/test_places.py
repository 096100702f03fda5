"""Who is followed in a seat with one place or several, and since when a place is empty."""

from datetime import date

import pytest

from shp_gov.domain.register.places import is_followed, vacant_since

BEGAN, LEFT, NEXT, ON = date(2025, 4, 1), date(2025, 9, 30), date(2025, 10, 1), date(2026, 3, 1)
STAYS, ENDS, FOLLOWS = (BEGAN, None), (BEGAN, LEFT), (NEXT, None)


@pytest.mark.parametrize(
    ("terms", "places", "followed"),
    [
        ([ENDS], 1, False),
        ([ENDS, FOLLOWS], 1, True),
        ([ENDS, (LEFT, None)], 1, True),
        ([ENDS, STAYS], 2, False),
        ([ENDS, STAYS, FOLLOWS], 2, True),
    ],
)
def test_a_term_is_followed_where_no_fewer_hold_the_seat_the_day_after(terms, places, followed):
    assert is_followed(LEFT, terms, places=places) is followed


def test_a_term_without_a_last_day_is_not_followed():
    assert is_followed(None, [STAYS], places=1) is False


@pytest.mark.parametrize(
    ("terms", "places", "since"),
    [
        ([ENDS], 1, NEXT),
        ([ENDS, STAYS], 2, NEXT),
        ([ENDS, (BEGAN, date(2025, 12, 31))], 2, NEXT),
        ([STAYS], 2, None),
        ([], 1, None),
    ],
)
def test_a_place_is_empty_since_the_day_after_all_were_held(terms, places, since):
    assert vacant_since(terms, places=places, on=ON) == since
