"""Without a list of members, those whom the minutes name sat there."""

from datetime import date

from shp_gov.domain.register.listing import Listed, Spell
from shp_gov.domain.register.sitting import seats_sat_in, sittings

MARCH, JUNE, SEPTEMBER = date(2018, 3, 9), date(2018, 6, 15), date(2018, 9, 14)
FIRE, COUNCIL = 1, 2
ANN, BEN = 11, 12


def test_who_is_named_sits_from_the_first_meeting_on():
    lines = [Listed(JUNE, FIRE, ANN), Listed(MARCH, FIRE, ANN)]

    assert sittings(lines) == [Spell(FIRE, ANN, MARCH, None, None)]


def test_who_is_followed_by_another_in_the_seat_has_left():
    lines = [Listed(MARCH, FIRE, ANN), Listed(JUNE, FIRE, ANN), Listed(SEPTEMBER, FIRE, BEN)]

    assert sittings(lines)[0].until_on == date(2018, 9, 13)
    assert seats_sat_in(lines, sittings(lines))[FIRE].places == 1


def test_two_who_come_together_have_two_places():
    lines = [
        Listed(MARCH, COUNCIL, ANN),
        Listed(MARCH, FIRE, None),
        Listed(JUNE, COUNCIL, BEN),
        Listed(JUNE, COUNCIL, ANN),
    ]
    lines = [line for line in lines if line.person]

    found = seats_sat_in(lines, sittings(lines))

    assert (found[COUNCIL].places, found[COUNCIL].from_on, found[COUNCIL].until_on) == (2, MARCH, None)
