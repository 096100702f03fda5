"""Which version of the terms is in force on a day."""

from datetime import date

import pytest

from shp_gov import queries
from tests.factories import a_body, a_seat
from tests.terms import a_draft, a_seat_in_terms, terms_in_force
from tests.web.statements import counted


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2024, 3, 31), None),
        (date(2024, 4, 1), 1),
        (date(2026, 4, 30), 1),
        (date(2026, 5, 1), 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_the_version_in_force_is_the_newest_that_has_begun(app, on, number):
    body = a_body()
    terms_in_force(body, from_on=date(2024, 4, 1), number=1)
    terms_in_force(body, from_on=date(2026, 5, 1), number=2)
    terms_in_force(a_body("Another"), from_on=date(2020, 5, 1), number=7)
    a_draft(body, number=3)

    version = queries.terms.in_force(body, on=on)

    assert (version.number if version else None) == number


def test_a_whole_version_is_read_in_seven_statements(app):
    body = a_body()
    terms_in_force(body, from_on=date(2024, 4, 1), seats=[a_seat_in_terms(a_seat(body=body)) for _ in range(9)])

    with counted() as sent:
        version = queries.terms.in_force_in_full(body, on=date(2026, 1, 1))

    assert version
    assert len(version.seats) == 9
    assert len(sent) <= 7
