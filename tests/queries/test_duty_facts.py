"""What the checks are told of a body's duties as at a day: what was done by then, whenever it was written down."""

from datetime import UTC, date, datetime

import pytest

from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.queries.compliance import AsAt, duties
from tests import factories as make
from tests.web.statements import counted

WRITTEN = datetime(2026, 6, 20, 9, tzinfo=UTC)


@pytest.fixture
def body(app):
    return make.a_body(area="hartlepool")


def records(body, on):
    (facts,) = duties.gather(AsAt(body, on))
    return facts.records


@pytest.mark.parametrize("on", [date(2026, 5, 31), date(2026, 6, 1)])
def test_what_was_done_is_told_with_its_day_though_it_was_recorded_later(body, on):
    make.a_duty_entry(body=body, recorded_at=WRITTEN)

    assert records(body, on) == (
        DutyRecord("strategic-assessment", {"prepared_on": date(2026, 6, 1)}, date(2026, 4, 1)),
    )


def test_what_came_later_is_left_out_and_the_rest_stays(body):
    entered = {"prepared_on": "2026-06-01", "presented_on": "2026-06-18", "headings": ["changes since then"]}
    make.a_duty_entry(body=body, entered=entered)

    (record,) = records(body, date(2026, 6, 17))

    assert set(record.entered) == {"prepared_on", "headings"}


def test_an_occasion_is_told_from_its_first_day_on_with_the_day_it_ended(body):
    entered = {"reported_on": "2026-03-01", "answered_on": "2026-03-20"}
    make.a_duty_entry("scrutiny-response", body=body, entered=entered)

    assert records(body, date(2026, 2, 28)) == ()
    assert [set(record.entered) for record in records(body, date(2026, 3, 1))] == [{"reported_on", "answered_on"}]


def test_the_day_set_for_an_answer_is_known_before_it_comes(body):
    make.a_duty_entry(
        "commissioner-report", body=body, entered={"required_on": "2026-03-01", "answer_by": "2026-05-01"}
    )

    assert [set(record.entered) for record in records(body, date(2026, 3, 1))] == [{"required_on", "answer_by"}]
    assert records(body, date(2026, 2, 28)) == ()


def test_what_was_not_done_is_told_once_its_year_began(body):
    make.a_duty_entry(body=body, entered={}, is_done=False, recorded_at=WRITTEN)

    assert records(body, date(2026, 3, 31)) == ()
    assert [record.is_done for record in records(body, date(2026, 4, 1))] == [False]


def test_what_names_no_day_counts_from_its_meeting_or_from_when_it_was_written_down(body):
    meeting = make.a_meeting(body=body, on=date(2026, 2, 1))
    register = {"entered": {"description": "faith body", "applies": False}, "recorded_at": WRITTEN}
    make.a_duty_entry("invitation-register", body=body, meeting=meeting, **register)
    make.a_duty_entry("invitation-register", body=body, **register)

    assert [len(records(body, day)) for day in (date(2026, 1, 31), date(2026, 2, 1), date(2026, 6, 20))] == [0, 1, 2]


def test_what_was_withdrawn_or_is_asked_no_more_is_not_told(body):
    make.a_duty_entry(body=body, withdrawn_at=WRITTEN, withdrawn_because="It was the draft.")
    make.a_duty_entry("a-duty-of-long-ago", body=body, entered={"done_on": "2026-01-01"})

    assert records(body, date(2026, 7, 1)) == ()


def test_the_decision_is_named_once_it_was_taken(body):
    meeting = make.a_meeting(body=body, on=date(2026, 6, 18))
    decision = make.a_decision(minute=make.a_minute(meeting=meeting))
    make.a_duty_entry(body=body, decision=decision)

    assert [record.reference for record in records(body, date(2026, 6, 17))] == [""]
    assert [record.reference for record in records(body, date(2026, 6, 18))] == [f"decision {decision.reference}"]


def test_it_takes_three_statements_however_much_there_is(body):
    for year in range(2008, 2026):
        make.a_duty_entry(body=body, year=date(year, 4, 1), entered={"prepared_on": f"{year}-06-01"})

    with counted() as statements:
        assert len(records(body, date(2026, 7, 1))) == 18

    assert len(statements) <= 3
