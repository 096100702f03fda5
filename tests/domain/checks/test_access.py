"""What the checks on access say: by what right a rule binds, what they name, and how they word it."""

from datetime import date

import pytest

from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.facts_of_access import ItemFacts, NoticeFacts, OpenPapersFacts, PrivateFacts, Regime
from shp_gov.domain.checks.open_papers import open_until
from shp_gov.domain.clear_days import days_required
from shp_gov.domain.findings import Verdict
from shp_gov.domain.rulebook import rules

MEETING = date(2018, 4, 6)


def about_notice(**facts):
    known = {"reference": "Meeting of Friday 6 April 2018", "on": MEETING, "regime": Regime.ADOPTED}
    found = findings_of(NoticeFacts(**known | {"mend": "meeting:2018-04-06"} | facts))
    return {finding.rule: finding for finding in found}


def test_papers_that_were_late_are_said_to_be_with_the_day_they_were_due():
    found = about_notice(published_on=date(2018, 3, 28))["LGA72-100B3-AGENDA"]

    assert found.sentence == (
        "The agenda and reports were put out on Wednesday 28 March 2018: 4 clear working days before. "
        "5 are asked for: the last day was Tuesday 27 March 2018. Say at the next meeting that it was late."
    )
    assert (found.facts["clear_days"], found.facts["last_day"]) == (4, "2018-03-27")


@pytest.mark.parametrize(
    ("regime", "ending"),
    [
        (Regime.ADOPTED, "art. 3, which this partnership has adopted"),
        (Regime.STATUTORY_COMMITTEE, "art. 3"),
        (Regime.NONE, "art. 3"),
    ],
)
def test_a_finding_says_by_what_right_the_rule_binds(regime, ending):
    found = about_notice(regime=regime, published_on=date(2018, 3, 27))["LGA72-100B3-AGENDA"]

    assert found.citation.endswith(ending)
    assert (found.verdict is Verdict.NOT_APPLICABLE) == (regime is Regime.NONE)


def test_every_finding_where_a_rule_binds_says_where_to_mend_it():
    assert {found.mend for found in about_notice().values()} == {"meeting:2018-04-06"}


@pytest.mark.parametrize("day", [date(1986, 4, 1), date(2002, 9, 30), date(2002, 10, 1), date(2026, 4, 10)])
@pytest.mark.parametrize("rule", ["LGA72-100A6-NOTICE", "LGA72-100B3-AGENDA", "LGA72-100B3-SHORT", "LGA72-100B4-ITEM"])
def test_the_rules_ask_for_as_many_days_as_the_calendar_counts(rule, day):
    assert rules()[rule].parameters_on(day)["days"] == days_required(day)


@pytest.mark.parametrize(
    ("meeting", "six", "four"),
    [
        ("2018-06-22", "2024-06-21", "2022-06-21"),
        ("2024-02-29", "2030-02-28", "2028-02-28"),
        ("2023-03-01", "2029-02-28", "2027-02-28"),
        ("2022-03-01", "2028-02-29", "2026-02-28"),
        ("2020-01-01", "2025-12-31", "2023-12-31"),
    ],
)
def test_papers_stay_open_until_the_day_before_the_anniversary(meeting, six, four):
    day = date.fromisoformat(meeting)

    assert open_until(day, years=6) == date.fromisoformat(six)
    assert open_until(day, years=4) == date.fromisoformat(four)


def test_a_private_item_is_found_in_a_resolution_by_any_of_its_names_and_never_by_part_of_one():
    def verdict(resolution, names=("minute 10", "item 6.1")):
        facts = PrivateFacts("Minute 10", date(2018, 6, 22), Regime.ADOPTED, "", names, "7", resolution)
        return next(f.verdict for f in findings_of(facts) if f.rule == "LGA72-100A5-RESN")

    assert verdict("The public were excluded for Item 6.1 (paragraph 7).") is Verdict.PASS
    assert verdict("The public were excluded for Minute 10 – paras 3 and 7.") is Verdict.PASS
    assert verdict("The public were excluded for minute 101 (paragraph 7).") is Verdict.FAIL
    assert verdict("The public were excluded for item 6.11 (paragraph 7).") is Verdict.FAIL


def test_what_a_resolution_lacks_is_named():
    facts = PrivateFacts("Minute 10", date(2018, 6, 22), Regime.ADOPTED, "", ("minute 10",), "7", "Public excluded.")
    found = next(f for f in findings_of(facts) if f.rule == "LGA72-100A5-RESN")

    assert "does not name the item and describe the exempt information" in found.sentence


def test_an_item_added_on_no_known_day_is_late():
    facts = ItemFacts("Minute 28", date(2015, 10, 16), Regime.ADOPTED, "", is_added=True, ruling="")

    assert [found.verdict for found in findings_of(facts)] == [Verdict.FAIL]


def test_reports_without_their_list_are_named():
    facts = OpenPapersFacts("M", MEETING, Regime.ADOPTED, "", reports=2, without_list=("Beach safety",))
    found = next(f for f in findings_of(facts) if f.rule == "LGA72-100D-BG")

    assert "listed for Beach safety" in found.sentence
