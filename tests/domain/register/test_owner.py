"""The words of a decision suggest whose it is, and suggest nobody where they fit several."""

from datetime import date

import pytest

from shp_gov.domain.register.owner import Holder, Owner, SeatThere, owner_of

MARCH, JUNE = date(2018, 3, 9), date(2018, 6, 15)
COUNCIL = ("Seaborough Borough Council", "SBC")
POLICE = ("Eastshire Police",)
COMMISSIONER = ("Office of the Police and Crime Commissioner for Eastshire",)
SEATS = [
    SeatThere(1, "Director of Public Health", 10, COUNCIL),
    SeatThere(2, "Chief Executive", 10, COUNCIL),
    SeatThere(3, "District Command", 11, POLICE),
    SeatThere(4, None, 12, COMMISSIONER),
    SeatThere(5, "Chief Executive", 13, ("Seaborough Voluntary Action",)),
    SeatThere(6, "Representative", 14, ("NHS Seaborough CCG",)),
    SeatThere(7, "Head of Housing", 15, ("Harbour Homes",), until_on=date(2018, 5, 1)),
    SeatThere(8, "Head of Housing", 16, ("Tideway Homes",), from_on=date(2018, 5, 2)),
]
KNOWN = {10: COUNCIL, 20: ("Coastal Transport Police",)}


@pytest.mark.parametrize(
    ("hint", "owner"),
    [
        (None, Owner()),
        ("Interim Director of Public Health", Owner(seat=1)),
        ("Chief Executive", Owner()),
        ("Chief Executive of Seaborough Voluntary Action", Owner(seat=5)),
        ("Representatives from Eastshire Police", Owner(seat=3)),
        ("Seaborough Borough Council", Owner(organisation=10)),
        ("Office of the Police and Crime Commissioner", Owner(seat=4)),
        ("Representative from the Coastal Transport Police", Owner(organisation=20)),
        ("Communications Group", Owner()),
        ("Head of Housing", Owner(seat=8)),
    ],
)
def test_owner_words(hint, owner):
    assert owner_of(hint, SEATS, JUNE, KNOWN) == owner


@pytest.mark.parametrize(
    ("hint", "on", "owner"), [("Jonty Abara", JUNE, 9), ("Inspector Abara", JUNE, 9), ("Jonty Abara", MARCH, None)]
)
def test_a_person_is_named_for_the_seat_they_hold_on_the_day(hint, on, owner):
    held = SeatThere(9, "Clerk", None, holders=(Holder("Inspector Jonty Abara", JUNE),))

    assert owner_of(hint, [held, *SEATS], on, {}) == Owner(seat=owner)


def test_the_seats_of_the_day_come_first():
    assert owner_of("Head of Housing", SEATS, MARCH, {}) == Owner(seat=7)
