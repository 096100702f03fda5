"""What falls due in a municipal year, and the meeting to suggest for it."""

from datetime import date

import pytest

from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import duties
from shp_gov.domain.duties.planning import (
    CannotPlan,
    Item,
    Kind,
    Reporting,
    Year,
    duty_items,
    report_items,
    require_plannable,
    suggested,
)

YEAR = Year(date(2025, 5, 1), date(2026, 4, 30), date(2025, 6, 1))
MARCH = date(2026, 3, 31)


def items(*ids, records=()):
    return list(duty_items([duties()[one] for one in ids], records, YEAR))


def test_what_is_due_in_the_municipal_year_is_planned_in_it():
    found = {(item.subject, item.year, item.due_on) for item in items("strategic-assessment", "plan-revision")}

    assert found == {
        ("strategic-assessment", date(2025, 4, 1), MARCH),
        ("plan-revision", date(2026, 4, 1), MARCH),
    }


def test_what_is_met_is_known_to_be():
    record = DutyRecord("strategic-assessment", {"prepared_on": date(2025, 5, 9)}, date(2025, 4, 1))

    assert [item.is_met for item in items("strategic-assessment", records=[record])] == [True]


def test_what_is_to_be_done_again_in_the_year_is_planned_once():
    record = DutyRecord("scrutiny", {"held_on": date(2024, 9, 1)})

    assert [(item.key, item.due_on) for item in items("scrutiny", records=[record])] == [
        ("duty:scrutiny:2025-05-01", date(2025, 9, 1))
    ]
    assert items("scrutiny") == []


def test_a_sub_group_reports_by_the_end_of_its_month():
    found = list(report_items([Reporting("Drug and Alcohol Group", [1, 8], tolerance_days=14)], YEAR))

    assert [(item.title, item.due_on) for item in found] == [
        ("Report of Drug and Alcohol Group, August 2025", date(2025, 9, 14)),
        ("Report of Drug and Alcohol Group, January 2026", date(2026, 2, 14)),
    ]


def test_a_sub_group_that_reports_so_often_a_year_has_its_reports_spread_over_it():
    found = list(report_items([Reporting("Prevent Group", times_a_year=2, tolerance_days=7)], YEAR))

    assert [(item.title, item.year, item.due_on) for item in found] == [
        ("Report of Prevent Group, 1st of 2 in the year", date(2025, 5, 1), date(2025, 11, 7)),
        ("Report of Prevent Group, 2nd of 2 in the year", date(2025, 11, 1), date(2026, 5, 7)),
    ]
    assert list(report_items([Reporting("Working Group")], YEAR)) == []


def test_a_year_has_its_months_even_when_it_begins_within_one():
    assert len(YEAR.months()) == 12
    assert Year(date(2025, 5, 22), date(2026, 5, 13), date(2025, 6, 1)).months()[0] == date(2025, 5, 1)
    assert Year(date(2025, 5, 22), date(2026, 5, 13), date(2025, 6, 1)).months()[-1] == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("days", "meeting"),
    [
        ([], None),
        ([date(2025, 5, 1)], None),
        ([date(2025, 7, 1), date(2026, 3, 31), date(2026, 4, 1)], MARCH),
        ([date(2026, 4, 1), date(2026, 4, 20)], date(2026, 4, 1)),
    ],
)
def test_the_last_meeting_in_time_is_suggested_or_the_first_after(days, meeting):
    item = Item(Kind.DUTY, "public-meeting", date(2025, 4, 1), "Public meeting", MARCH)

    assert suggested(item, days, on=YEAR.on) == meeting


@pytest.mark.parametrize(
    ("its_body", "on", "called_off", "says"),
    [
        (2, MARCH, False, "the partnership whose duty"),
        (1, MARCH, True, "does not take place"),
        (1, date(2025, 5, 31), False, "is over"),
    ],
)
def test_a_meeting_that_cannot_deal_with_it_is_refused(its_body, on, called_off, says):
    with pytest.raises(CannotPlan, match=says):
        require_plannable(its_body, on, is_called_off=called_off, body_id=1, today=YEAR.on)
