"""Two days side by side: what turned, what is new, and whether the law or the record made it so."""

from datetime import date

from shp_gov.domain.comparing import compare
from shp_gov.domain.findings import About, failed, needs_a_person, passed
from shp_gov.domain.rulebook import rules

BEFORE, AFTER = date(2022, 6, 30), date(2022, 7, 1)
HEALTH, CHAIRS = rules()["CDA98-S5-HEALTH"], rules()["TOR-VC-DIFFORG"]


def compared(before, after):
    return compare(before, after, on=BEFORE, later=AFTER)


def test_a_change_of_the_law_is_named_with_its_source():
    was = passed(HEALTH, About("NHS", BEFORE), "It is listed.")
    now = needs_a_person(HEALTH, About("NHS", AFTER), "It ended.")

    found = compared([was], [now])

    assert found.turned[0].cause.startswith("Law: version 3 of the rule is in force from Friday 1 July 2022.")
    assert "SI 2022/734" in found.turned[0].cause


def test_a_change_of_the_record_is_named_fact_by_fact():
    was = passed(CHAIRS, About("Board", BEFORE), "They differ.", chair="Jo", vice_chair="Sam")
    now = failed(CHAIRS, About("Board", AFTER), "They do not.", chair="Jo", vice_chair=None)

    assert compared([was], [now]).turned[0].cause == (
        "Record. Earlier: The vice-chair is Sam. Later: No vice-chair is recorded."
    )


def test_what_stays_as_it_was_is_only_counted():
    was, now = (passed(CHAIRS, About("Board", day), "They differ.") for day in (BEFORE, AFTER))

    found = compared([was], [now])

    assert (found.turned, found.new, found.gone, found.unchanged) == ((), (), (), 1)


def test_what_is_about_a_day_since_is_new():
    found = compared([], [passed(CHAIRS, About("Board", AFTER), "They differ.")])

    assert [turn.finding.sentence for turn in found.new] == ["They differ."]


def test_a_meeting_no_longer_looked_back_on_did_not_go_away():
    long_ago = passed(CHAIRS, About("Board", date(2021, 7, 1)), "They differ.")
    today = passed(CHAIRS, About("Board", BEFORE), "They differ.")

    assert [turn.before for turn in compared([long_ago, today], []).gone] == [today]


def test_two_findings_about_one_thing_are_told_apart():
    first, second = (passed(CHAIRS, About("Board", BEFORE), words) for words in ("One.", "Two."))
    now = [passed(CHAIRS, About("Board", AFTER), "One."), failed(CHAIRS, About("Board", AFTER), "Not two.")]

    found = compared([first, second], now)

    assert [(turn.before, turn.after) for turn in found.turned] == [(second, now[1])]
