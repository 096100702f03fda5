"""What changes in law between two days."""

from datetime import date

from shp_gov.domain.rulebook import rules
from shp_gov.domain.rulebook.coming import changes


def found(after, until):
    wanted = [rules()[name] for name in ("CDA98-S5-HEALTH", "CDA98-S5-POLICEAUTH")]
    return [(change.day, change.rule.id, change.words) for change in changes(wanted, after=after, until=until)]


def test_a_new_version_is_a_change_on_its_first_day():
    assert found(date(2022, 6, 30), date(2022, 7, 1)) == [
        (date(2022, 7, 1), "CDA98-S5-HEALTH", "changes: version 3 is in force from this day")
    ]


def test_on_the_day_itself_it_has_changed_already():
    assert found(date(2022, 7, 1), date(2023, 7, 1)) == []


def test_a_rule_ends_on_the_day_after_its_last():
    ends = (date(2012, 11, 22), "CDA98-S5-POLICEAUTH", "ends: it asks nothing from this day")

    assert found(date(2012, 11, 21), date(2012, 11, 22)) == [ends]


def test_a_rule_begins():
    assert (date(2003, 4, 1), "CDA98-S5-POLICEAUTH", "begins") in found(date(2003, 1, 1), date(2003, 12, 31))
