"""What is announced without a day: told from when it was known, and never a rule."""

from datetime import date

from shp_gov.domain.announcements import announced, announcements
from shp_gov.domain.rulebook import rules
from tests.domain.rulebook.test_catalogue import not_rules


def test_what_is_announced_is_told_from_the_day_it_was_known():
    assert [each.id for each in announced(date(2025, 11, 12))] == ["DARDR24"]
    assert [each.id for each in announced(date(2025, 11, 13))] == ["PCC-ABOLITION", "DARDR24"]
    assert announced(date(2024, 5, 1)) == []


def test_what_is_announced_is_no_rule_yet_and_the_document_says_why():
    assert {each.id for each in announcements()} <= not_rules()


def test_the_rules_that_will_change_are_in_force_until_then():
    changing = {rule for each in announcements() for rule in each.rules}

    assert changing
    assert all(rules()[rule].on(date(2026, 11, 28)) for rule in changing)
