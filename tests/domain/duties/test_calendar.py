"""Where each duty stands on a day: due, met, late, missing; standing, ended, to be done again; open and ended."""

from datetime import date

import pytest

from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import duties
from shp_gov.domain.duties.calendar import Group, lines

YEAR = date(2025, 4, 1)
TO_RECORD, DUE, MET, STANDING = Group


def done(duty, *, year=None, until=None, is_done=True, **entered):
    return DutyRecord(duty, entered, year, is_done, until)


def line(duty, *records, on, year=YEAR, authorities=()):
    found = lines([duties()[duty]], records, year=year, on=on, authorities=authorities)
    return next(each for each in found if each.span is None or each.span.starts_on == year)


@pytest.mark.parametrize(
    ("records", "on", "group", "is_late", "missing"),
    [
        ([], date(2025, 4, 1), DUE, False, ""),
        ([], date(2026, 3, 31), DUE, False, ""),
        ([], date(2026, 4, 1), TO_RECORD, True, "Nothing is recorded."),
        ([{"prepared_on": date(2025, 9, 1)}], date(2026, 4, 1), MET, False, ""),
        ([{"prepared_on": date(2026, 3, 31)}], date(2026, 4, 1), MET, False, ""),
        ([{"prepared_on": date(2026, 4, 1)}], date(2026, 4, 1), MET, True, ""),
        ([{"is_done": False}], date(2026, 1, 1), TO_RECORD, False, "It is recorded as not done."),
        ([{"is_done": False}], date(2026, 4, 1), TO_RECORD, True, "It is recorded as not done."),
        ([{"is_done": False}, {"prepared_on": date(2026, 5, 1)}], date(2026, 6, 1), MET, True, ""),
    ],
)
def test_a_duty_of_the_year(records, on, group, is_late, missing):
    found = line("strategic-assessment", *(done("strategic-assessment", year=YEAR, **one) for one in records), on=on)

    assert (found.group, found.is_late, found.missing) == (group, is_late, missing)
    assert found.due_on == date(2026, 3, 31)


def test_what_was_done_for_another_year_does_not_count():
    other = done("strategic-assessment", year=date(2024, 4, 1), prepared_on=date(2025, 5, 1))

    assert line("strategic-assessment", other, on=date(2026, 4, 1)).group is TO_RECORD


def test_the_revision_of_the_plan_for_the_next_year_is_due_in_this_one():
    found = lines([duties()["plan-revision"]], [], year=YEAR, on=date(2025, 6, 1))

    assert [(each.span.name, each.due_on, each.group) for each in found] == [
        ("2025-26", date(2025, 3, 31), TO_RECORD),
        ("2026-27", date(2026, 3, 31), DUE),
    ]


def test_a_duty_without_a_day_of_its_own_waits_until_the_year_is_over():
    assert line("plan-summary", on=date(2026, 3, 31)).group is DUE
    after = line("plan-summary", on=date(2026, 4, 1))
    assert (after.group, after.is_late) == (TO_RECORD, False)


def test_quarters_are_listed_once_they_begin():
    found = lines([duties()["quarterly-data"]], [], year=YEAR, on=date(2025, 8, 1))

    assert [(each.span.name, each.group) for each in found] == [
        ("January to March 2025", TO_RECORD),
        ("April to June 2025", DUE),
        ("July to September 2025", DUE),
    ]


def test_a_duty_that_was_repealed_is_asked_no_more():
    assert lines([duties()["knowledge-and-skills"]], [], year=date(2012, 4, 1), on=date(2012, 6, 1)) == []


@pytest.mark.parametrize(
    ("records", "group", "missing"),
    [
        ([], TO_RECORD, "Nothing is recorded."),
        ([{"in_force_from": date(2020, 1, 1)}], STANDING, ""),
        ([{"in_force_from": date(2020, 1, 1), "until": date(2025, 6, 1)}], STANDING, ""),
        ([{"in_force_from": date(2020, 1, 1), "until": date(2025, 5, 31)}], TO_RECORD, "It ended on 31 May 2025."),
        ([{"in_force_from": date(2025, 6, 2)}], TO_RECORD, "Nothing is recorded."),
        ([{"is_done": False}], TO_RECORD, "It is recorded as not done."),
    ],
)
def test_an_arrangement_stands_from_its_day_until_its_end(records, group, missing):
    protocol = "information-sharing-protocol"

    found = line(protocol, *(done(protocol, **one) for one in records), on=date(2025, 6, 1))

    assert (found.group, found.missing) == (group, missing)


def test_an_authority_without_a_contact_is_named():
    named = done("information-contact", authority="The Council", named_on=date(2020, 1, 1))

    without = line("information-contact", named, on=date(2025, 6, 1), authorities=["The Council", "The Police"])
    whole = line("information-contact", named, on=date(2025, 6, 1), authorities=["The Council"])

    assert (without.group, without.missing) == (TO_RECORD, "Nothing is recorded for The Police.")
    assert whole.group is STANDING


def test_a_register_that_grows_is_never_said_to_be_missing():
    assert line("cooperating-register", on=date(2025, 6, 1)).group is STANDING


@pytest.mark.parametrize(
    ("on", "group"),
    [(date(2024, 6, 1), STANDING), (date(2024, 10, 1), DUE), (date(2024, 12, 1), TO_RECORD)],
)
def test_what_is_to_be_done_again_is_due_in_time(on, group):
    strategy = done("domestic-abuse-strategy", published_on=date(2021, 12, 1))

    found = line("domestic-abuse-strategy", strategy, on=on, year=date(2024, 4, 1))

    assert (found.group, found.due_on) == (group, date(2024, 11, 30))


def test_an_occasion_is_open_until_it_ends():
    report = {"reported_on": date(2025, 6, 1)}

    opened = line("scrutiny-response", done("scrutiny-response", **report), on=date(2025, 6, 29))
    late = line("scrutiny-response", done("scrutiny-response", **report), on=date(2025, 6, 30))
    ended = done("scrutiny-response", **report, answered_on=date(2025, 6, 30))
    answered = line("scrutiny-response", ended, on=date(2025, 7, 1))

    assert (opened.group, opened.due_on) == (DUE, date(2025, 6, 29))
    assert (late.group, late.missing) == (TO_RECORD, "Its end is not recorded.")
    assert (answered.group, answered.is_late) == (MET, True)


def test_what_nobody_recorded_of_an_occasion_is_no_failing():
    assert line("commissioner-report", on=date(2025, 6, 1)).group is STANDING


def test_the_most_pressing_comes_first():
    found = lines(duties().values(), [], year=YEAR, on=date(2025, 6, 1))
    order = [list(Group).index(each.group) for each in found]

    assert order == sorted(order)
    assert {each.duty.id for each in found} == {one.id for one in duties().values() if one.is_asked(YEAR)}
