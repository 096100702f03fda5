"""The printed register of members says who sits for whom on its day, and what is vacant."""

from datetime import date

from shp_gov.documents import register
from shp_gov.documents.content import text
from shp_gov.domain.register_paper import (
    RegisteredMember,
    RegisteredOffice,
    RegisteredSeat,
    RegisterGroup,
    RegisterPaper,
)
from tests.documents import examples

MARSH = RegisteredMember(
    name="Daniel Marsh", since=date(2026, 5, 16), until=date(2028, 5, 15), by="Letter of 9 May 2026"
)
HELD_OVER = RegisteredMember(name="Jo Tranter", post="Director", since=date(2026, 9, 1), note="Held over: Nobody came.")
EMPTY = RegisteredMember(vacant_since=date(2026, 9, 24))


def lines(*members, substitutes=(), offices=()):
    seat = RegisteredSeat(
        seat="Head of Policing", organisation="Northshire Police", members=members, substitutes=substitutes
    )
    groups = (RegisterGroup("Responsible authority members", (seat,)),) if members else ()
    imprint = examples.action_log().imprint
    paper = RegisterPaper(imprint=imprint, on=date(2026, 11, 22), groups=groups, offices=offices)
    assert register.render(paper).startswith(b"%PDF")
    return text(register.story(paper))


def test_a_member_stands_with_seat_term_and_by_what_right():
    told = lines(MARSH)

    assert told[1:4] == ["Register of members", "As at Sunday 22 November 2026", "1 seat. No place is vacant."]
    assert "Responsible authority members (1)" in told
    term = "Since 16 May 2026\nUntil 15 May 2028\nLetter of 9 May 2026"
    assert told[-1] == f"Head of Policing, Northshire Police | Daniel Marsh | {term}"


def test_an_empty_place_is_counted_and_says_since_when():
    told = lines(EMPTY)

    assert "1 seat. 1 place vacant." in told
    assert told[-1].endswith("| Vacant since Thursday 24 September 2026 | ")


def test_holding_over_ones_own_post_and_substitutes_are_said_once_for_the_seat():
    told = lines(HELD_OVER, MARSH, substitutes=("Nadia Frost",))

    assert "Jo Tranter\nDirector\nHeld over: Nobody came.\nSubstitute: Nadia Frost" in told[-2]
    assert "Substitute" not in told[-1]


def test_offices_come_first():
    office = RegisteredOffice(office="Vice-chair", name="Daniel Marsh", since=date(2026, 6, 25), until=date(2027, 5, 1))

    told = lines(MARSH, offices=(office,))

    said = "Vice-chair: Daniel Marsh, since Thursday 25 June 2026 until Saturday 1 May 2027"
    assert told.index(said) < told.index("Responsible authority members (1)")


def test_a_day_without_seats_says_so():
    assert lines()[-1] == "No seat is on record for this day."
