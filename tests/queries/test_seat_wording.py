"""A seat that was renamed is called on each day what the terms of that day call it."""

from datetime import date, timedelta

from shp_gov import queries
from tests import factories as make
from tests.terms import a_seat_in_terms, terms_in_force

FROM = date(2026, 4, 1)


def test_the_register_words_a_renamed_seat_as_the_terms_of_each_day(app):
    body = make.a_body()
    seat = make.a_seat(body=body, post="Head of Neighbourhoods", held_by=make.a_person())
    for number, post in enumerate(["Neighbourhood Manager", "Head of Neighbourhoods"], start=1):
        said = [a_seat_in_terms(seat, post=post)]
        terms_in_force(body, from_on=FROM - timedelta(days=365 * (2 - number)), number=number, seats=said)

    said = [queries.members.register(body, on=day).lines[0].worded.post for day in (FROM - timedelta(days=1), FROM)]

    assert said == ["Neighbourhood Manager", "Head of Neighbourhoods"]
