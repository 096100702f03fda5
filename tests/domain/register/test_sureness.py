"""How far lists of members tell who sat on a day."""

from datetime import date, timedelta

import pytest

from shp_gov.domain.register.sureness import A_YEAR, Listed, tells_of

MARCH, JUNE = date(2018, 3, 9), date(2018, 6, 15)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("listed_on", "on", "tells"),
    [
        (None, JUNE, False),
        (JUNE, JUNE, True),
        (MARCH, JUNE, True),
        (JUNE - A_YEAR, JUNE, True),
        (JUNE - A_YEAR - DAY, JUNE, False),
    ],
)
def test_a_list_tells_who_belongs_for_a_year(listed_on, on, tells):
    assert tells_of(listed_on, on) is tells


@pytest.mark.parametrize(
    ("last", "until", "on", "sure"),
    [
        (None, None, JUNE, True),
        (MARCH, JUNE - DAY, MARCH, True),
        (MARCH, JUNE - DAY, MARCH + DAY, False),
        (MARCH, None, MARCH + A_YEAR, True),
        (MARCH, None, MARCH + A_YEAR + DAY, False),
        (JUNE, None, MARCH, True),
    ],
)
def test_somebody_surely_sat_up_to_their_last_list_and_after_it_while_no_list_says_otherwise(last, until, on, sure):
    assert Listed(last).is_sure(on, until=until) is sure
