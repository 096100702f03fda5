"""Who came over time: only meetings in somebody's time count, and substitutes are shown."""

from datetime import date

import pytest

from shp_gov.domain.attendance_tally import Came
from shp_gov.models import Capacity, SeatCategory
from shp_gov.queries import turnout
from tests import factories as make
from tests.web.statements import counted

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
DAYS = [date(2025, month, 10) for month in (1, 4, 7, 10)]


class Board:
    """A partnership of no known area with two authorities and four meetings; at each somebody of the fire came."""

    def __init__(self):
        self.body = make.a_body()
        self.police, self.fire = (self.seat(name) for name in ("Northshire Police", "Northshire Fire"))
        self.meetings = [make.a_meeting(body=self.body, on=day) for day in DAYS]
        self.always = make.a_person("Carl Whitby")
        make.an_appointment(self.always, seat=self.fire)
        for meeting in self.meetings:
            make.an_attendance(self.always, meeting=meeting, seat=self.fire)

    def seat(self, name):
        return make.a_seat(
            body=self.body,
            organisation=make.an_organisation(name),
            category=SeatCategory.RESPONSIBLE_AUTHORITY,
            post=f"Head of {name}",
        )

    def row(self, name):
        found = turnout.between(self.body, FIRST, LAST)
        return [row for row in (*found.authorities, *found.members) if row.name == name]


@pytest.fixture
def board(app):
    return Board()


def test_only_meetings_in_office_count_and_a_term_that_was_left_and_taken_up_again_is_one(board):
    person = make.a_person("Daniel Marsh")
    make.an_appointment(person, seat=board.police, from_on=DAYS[0], until_on=DAYS[0])
    make.an_appointment(person, seat=board.police, from_on=DAYS[2])
    make.an_attendance(person, meeting=board.meetings[0])
    make.an_attendance(person, meeting=board.meetings[3])

    (row,) = board.row("Daniel Marsh")

    assert row.kinds == (Came.MEMBER, Came.NOT_THEN, Came.NOBODY, Came.MEMBER)
    assert (row.tally.words, row.tally.percent) == ("2 of 3", 67)


def test_somebody_who_moves_to_another_seat_has_a_line_for_each(board):
    person = make.a_person("Daniel Marsh")
    make.an_appointment(person, seat=board.police, until_on=DAYS[1])
    make.an_appointment(person, seat=board.seat("Seaborough Council"), from_on=DAYS[2])
    for meeting in board.meetings[:3]:
        make.an_attendance(person, meeting=meeting)

    before, after = board.row("Daniel Marsh")

    assert (before.tally.words, after.tally.words) == ("2 of 2", "1 of 2")


def test_a_substitute_counts_as_having_come_and_is_shown(board):
    person, other = make.a_person("Daniel Marsh"), make.a_person("Inspector Hale")
    make.an_appointment(person, seat=board.police)
    make.an_attendance(other, meeting=board.meetings[0], capacity=Capacity.SUBSTITUTE, for_person=person)
    make.an_attendance(person, meeting=board.meetings[1], capacity=Capacity.APOLOGIES)

    (row,) = board.row("Daniel Marsh")

    assert row.kinds == (Came.SUBSTITUTE, Came.APOLOGIES, Came.NOBODY, Came.NOBODY)
    assert row.tally.words == "1 of 4, 1 by a substitute"


def test_a_meeting_of_which_nobody_knows_who_came_is_no_meeting_missed(board):
    make.a_meeting(body=board.body, on=date(2025, 11, 10))

    (row,) = board.row("Carl Whitby")

    assert (row.tally.words, row.tally.not_known) == ("4 of 4", 1)


def test_an_authority_is_represented_by_whoever_holds_its_seats(board):
    person = make.a_person("Daniel Marsh")
    make.an_appointment(person, seat=board.police)
    make.an_attendance(person, meeting=board.meetings[1], seat=board.police)

    (police,), (fire,) = board.row("Northshire Police"), board.row("Northshire Fire")

    assert police.kinds[1] == Came.MEMBER
    assert (police.tally.came, fire.tally.words) == (1, "4 of 4")


def test_many_meetings_ask_no_more_of_the_database(board):
    def asked() -> int:
        with counted() as statements:
            turnout.between(board.body, FIRST, LAST)
        return len(statements)

    few = asked()
    for day in range(1, 28):
        meeting = make.a_meeting(body=board.body, on=date(2025, 5, day))
        make.an_attendance(board.always, meeting=meeting, seat=board.fire)
    make.db.session.expire_all()
    assert board.body.id

    assert asked() == few
