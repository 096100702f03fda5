"""Weekdays that papers name."""

import pytest

from shp_gov.models import AgendaItem
from shp_gov.queries import compliance
from tests import factories as make
from tests.queries.test_under_terms import JULY, NEEDS_A_PERSON, ON, PASS, body

__all__ = ["body"]


def found(body):
    make.db.session.commit()
    return [each for each in compliance.of_body(body, ON) if each.rule == "REC-WEEKDAY"]


def a_minute(body, **said):
    return make.a_minute(meeting=make.a_meeting(body=body, on=JULY), position=4, **said)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The next meeting is on Thursday 10 September 2026.", PASS),
        ("The next meeting is on Friday, 10th of September 2026.", NEEDS_A_PERSON),
        ("The next meeting is on FRIDAY THE 10TH SEPTEMBER 2026.", NEEDS_A_PERSON),
    ],
)
def test_a_weekday_in_the_minutes_is_held_against_its_date(body, words, verdict):
    a_minute(body, narrative=words)

    (finding,) = found(body)

    assert (finding.subject, finding.verdict) == ("Minute 4 of 2026/27", verdict)
    assert finding.mend == (None if verdict is PASS else "meeting:2026-07-16")


def test_decisions_and_agendas_are_read_too(body):
    minute = a_minute(body)
    make.a_decision(minute=minute, words="That the group meet on Monday 3 August 2026.")
    title = "Minutes of the meeting held on Friday 16 April 2026"
    make._kept(AgendaItem(meeting=minute.meeting, position=1, number="3", title=title))

    assert {(each.subject, each.verdict) for each in found(body)} == {
        ("Item 3 of the agenda of 16 July 2026", NEEDS_A_PERSON),
        ("Minute 4 of 2026/27", PASS),
    }


def test_what_is_private_or_no_day_at_all_is_not_looked_at(body):
    a_minute(body, narrative="We raid it on Friday 10 September 2026.", is_exempt=True)
    make.a_minute(meeting=make.a_meeting(body=body, on=JULY, starts_at=None), narrative="On Friday 31 June 2026.")

    assert found(body) == []
