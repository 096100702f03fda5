"""The headline of Board health follows from the facts."""

from datetime import date

import pytest

from shp_gov.domain.board_health import Absent, Headline, Standing, headline


@pytest.mark.parametrize(
    ("standing", "bold", "rest"),
    [
        (
            Standing(5, 4, (Absent("NHS Northshire ICB", 2, True, date(2026, 7, 1)),), 5, 23, 46, now=79, year_ago=71),
            "Four of five authorities came, and more is done on time. NHS Northshire ICB was not there.",
            "It owns two of the five overdue actions. Its seat has been vacant since Wednesday 1 July 2026.",
        ),
        (
            Standing(5, 5, (), 0, 12, now=60, year_ago=71),
            "All five authorities came, but less is done on time.",
            "No action is overdue.",
        ),
        (
            Standing(5, 5, (), 1, 1, 4),
            "All five authorities came.",
            "The only open action is overdue, by 4 days.",
        ),
        (
            Standing(5, 5, (), 3, 8, 1, now=50, year_ago=50),
            "All five authorities came.",
            "Three of eight open actions are overdue, the oldest by 1 day.",
        ),
        (
            Standing(6, 4, (Absent("the NHS", 1, True), Absent("Probation Service", 1)), 4, 9, 9),
            "Four of six authorities came. the NHS and Probation Service were not there.",
            "They own two of the four overdue actions. The seat of the NHS is vacant.",
        ),
        (
            Standing(5, 4, (Absent("the NHS", 1, True),), 1, 9, 9),
            "Four of five authorities came. the NHS was not there.",
            "It owns the only overdue action. Its seat is vacant.",
        ),
        (Standing(5, None), "Who came to the last meeting is not known.", "No action is open."),
        (
            Standing(5, 4, (Absent("the NHS", 3),), 3, 9, 9),
            "Four of five authorities came. the NHS was not there.",
            "It owns all three overdue actions.",
        ),
        (Standing(5, 5, (), 1, 12, 9), "All five authorities came.", "One of 12 open actions is overdue, by 9 days."),
        (Standing(0, None), "Which members are responsible authorities is not recorded.", "No action is open."),
        (Standing(5, 0, (), 0, 3), "None of five authorities came.", "No action is overdue."),
    ],
)
def test_the_headline_says_who_came_what_is_done_and_whose_is_late(standing, bold, rest):
    assert headline(standing) == Headline(bold, rest)
