"""Due words become a day, or the next meeting, or nothing that is not said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.register.due import Due, due_of

DECIDED = date(2018, 4, 13)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (None, Due()),
        ("to a future meeting", Due()),
        ("once finalised", Due()),
        ("to the next meeting", Due(by_next_meeting=True)),
        ("following the meeting", Due(by_next_meeting=True)),
        ("by 31 July 2018", Due(date(2018, 7, 31))),
        ("on Thursday 22nd June", Due(date(2018, 6, 22))),
        ("by 2 February", Due(date(2019, 2, 2))),
        ("by 31 June", Due()),
        ("to the June meeting", Due(date(2018, 6, 30))),
        ("in February", Due(date(2019, 2, 28))),
        ("by the end of January 2020", Due(date(2020, 1, 31))),
        ("within two weeks", Due(date(2018, 4, 27))),
        ("within 5 working days", Due(date(2018, 4, 20))),
        ("in six months", Due(date(2018, 10, 13))),
        ("within 10 days", Due(date(2018, 4, 23))),
        ("within some weeks", Due()),
    ],
)
def test_due_words(words, due):
    assert due_of(words, DECIDED) == due


def test_a_month_from_the_last_day_of_january_is_the_last_of_february():
    assert due_of("within one month", date(2019, 1, 31)) == Due(date(2019, 2, 28))


@given(
    st.text(alphabet="0123456789 abcdefghijklmnoprstuvwy", max_size=60), st.dates(date(1998, 1, 1), date(2100, 1, 1))
)
def test_no_words_can_break_it(words, decided):
    assert isinstance(due_of(f"within {words} months by {words} june {words}", decided), Due)
