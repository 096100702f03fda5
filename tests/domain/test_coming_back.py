"""The month that the words of a decision name."""

from datetime import date

import pytest

from shp_gov.domain.coming_back import month_named


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("That a report be presented to the November meeting.", date(2026, 11, 1)),
        ("That it be brought back in March.", date(2027, 3, 1)),
        ("That it be brought back in July.", date(2027, 7, 1)),
        ("That it be presented in January 2028.", date(2028, 1, 1)),
        ("That the plan of January 2020 be noted.", None),
        ("That the Chief Executive may bring it back.", None),
        ("That it be presented to a future meeting.", None),
    ],
)
def test_the_first_month_of_that_name_after_the_day(words, month):
    assert month_named(words, after=date(2026, 7, 16)) == month
