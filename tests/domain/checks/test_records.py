"""Are the minutes numbered without a gap, and has each decision somebody to do it?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.facts import ActionOf, DecisionFacts, NumbersOfMeeting, YearOfMinutes
from shp_gov.domain.checks.records import decision_has_its_action, minute_numbers_run_on
from shp_gov.domain.findings import Verdict
from shp_gov.domain.rulebook import rules

PASS, NOT_KNOWN = Verdict.PASS, Verdict.NOT_KNOWN
NEEDS_A_PERSON, NOT_APPLICABLE = Verdict.NEEDS_A_PERSON, Verdict.NOT_APPLICABLE
JUNE, AUGUST, APRIL = date(2017, 6, 16), date(2017, 8, 11), date(2018, 4, 13)


def a_year(*meetings, first=None):
    return YearOfMinutes("Safer Seaborough Partnership", "2017/18", meetings, first)


def found(year):
    return minute_numbers_run_on(rules()["REC-MINNUM"], year)


def verdicts(year):
    return [finding.verdict for finding in found(year)]


@pytest.mark.parametrize(
    ("numbers", "expected", "words"),
    [
        ((1, 2, 3), PASS, "Its numbers start at 1 and run on."),
        ((58, 59, 60), NOT_KNOWN, "The 57 minutes before 58 are not held here."),
        ((2, 3), NOT_KNOWN, "The 1 minute before 2 is not held here."),
        ((58, 60), NEEDS_A_PERSON, "Minute 59 is missing."),
        ((1, 5, 8), NEEDS_A_PERSON, "Minutes 2 to 4 and 6 to 7 are missing."),
        ((58, 59, 59, 60), NEEDS_A_PERSON, "Minute 59 is used twice."),
        ((1, 3, 2, 4), NEEDS_A_PERSON, "Minute 2 is out of order."),
        ((58, 59, 60, 61, None, 63), NEEDS_A_PERSON, "The 5th minute has no number."),
        ((1, 2_000_000_000), NEEDS_A_PERSON, "Minutes 2 to 1999999999 are missing."),
        ((None, None), NOT_KNOWN, "The minutes carry no numbers."),
        ((), NOT_KNOWN, "The minutes carry no numbers."),
    ],
)
def test_the_minutes_of_a_meeting_run_on(numbers, expected, words):
    (finding,) = found(a_year(NumbersOfMeeting(APRIL, numbers)))

    assert finding.verdict is expected
    assert finding.sentence.startswith(words)


def test_a_known_first_meeting_starts_at_1():
    assert verdicts(a_year(NumbersOfMeeting(JUNE, (1, 2)), first=JUNE)) == [PASS]
    assert verdicts(a_year(NumbersOfMeeting(JUNE, (3, 4)), first=JUNE)) == [NEEDS_A_PERSON]
    assert verdicts(a_year(NumbersOfMeeting(AUGUST, (3, 4)), first=JUNE)) == [NOT_KNOWN]


def test_a_meeting_goes_on_from_the_one_before():
    assert verdicts(a_year(NumbersOfMeeting(JUNE, (1, 2)), NumbersOfMeeting(AUGUST, (3, 4)))) == [PASS, PASS]


def test_a_gap_between_meetings_is_certain_only_if_no_meeting_came_between():
    first = NumbersOfMeeting(JUNE, (1, 2))

    assert verdicts(a_year(first, NumbersOfMeeting(AUGUST, (4, 5)))) == [PASS, NOT_KNOWN]
    assert verdicts(a_year(first, NumbersOfMeeting(AUGUST, (4, 5), confirmed=JUNE))) == [PASS, NEEDS_A_PERSON]


def test_a_number_used_at_an_earlier_meeting_is_reported():
    findings = found(a_year(NumbersOfMeeting(JUNE, (1, 2, 3)), NumbersOfMeeting(AUGUST, (3, 4))))

    assert [finding.verdict for finding in findings] == [PASS, NEEDS_A_PERSON]
    assert "Minute 3 is already used at an earlier meeting of the year." in findings[1].sentence


def test_a_year_without_minutes_says_nothing():
    assert found(a_year()) == []


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6))
def test_meetings_numbered_as_the_house_numbers_them_all_pass(lengths):
    meetings, following = [], 1
    for place, length in enumerate(lengths):
        day = JUNE + timedelta(days=30 * place)
        meetings.append(NumbersOfMeeting(day, tuple(range(following, following + length))))
        following += length

    assert set(verdicts(a_year(*meetings, first=JUNE))) == {PASS}


@given(st.lists(st.integers(1, 60), min_size=2, max_size=8))
def test_only_numbers_that_follow_one_another_pass(numbers):
    (verdict,) = verdicts(a_year(NumbersOfMeeting(JUNE, tuple(numbers)), first=JUNE))

    assert (verdict is PASS) == (numbers == list(range(1, len(numbers) + 1)))


def a_decision(*actions, asks=True, **details):
    return DecisionFacts("18 (ii) of 2026/27", date(2026, 7, 16), asks, actions, **details)


@pytest.mark.parametrize(
    ("decision", "expected", "words"),
    [
        (a_decision(ActionOf("Northshire Police", True)), PASS, "It has 1 action, with owner and due date."),
        (a_decision(), NEEDS_A_PERSON, "It asks for something to be done and has no action."),
        (a_decision(ActionOf(None, True)), NEEDS_A_PERSON, "It has 1 action with no owner."),
        (a_decision(ActionOf("Northshire Police", False)), NEEDS_A_PERSON, "It has 1 action with no due date."),
        (
            a_decision(ActionOf("A", True), ActionOf("", False)),
            NEEDS_A_PERSON,
            "It has 2 actions with no owner and no due date.",
        ),
        (a_decision(asks=False), NOT_APPLICABLE, "It asks nothing of anybody."),
        (
            a_decision(ActionOf(None, False), asks=False),
            NEEDS_A_PERSON,
            "It has 1 action with no owner and no due date.",
        ),
        (a_decision(is_dismissed=True), NOT_APPLICABLE, "An officer looked"),
        (a_decision(asks=None), NOT_KNOWN, "Nobody has said what this decision asks for."),
    ],
)
def test_a_decision_with_a_task_has_someone_to_do_it_by_a_day(decision, expected, words):
    (finding,) = decision_has_its_action(rules()["REC-ACTION"], decision)

    assert finding.verdict is expected
    assert finding.sentence.startswith(words)
    assert finding.subject == "Decision 18 (ii) of 2026/27"


def test_the_facts_of_a_decision_bring_their_check():
    assert [finding.rule for finding in findings_of(a_decision())] == ["REC-ACTION"]
