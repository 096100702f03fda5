"""Every case that the rulebook gives, told by its rule; and every rule has one in force and knows its check."""

import pytest

from shp_gov.domain.checks import check_of, facts_asked_by
from shp_gov.domain.rulebook import BadRulebook, read, rules
from tests.domain.checks.given import FACTS_OF

CASES = [
    pytest.param(rule, case, id=f"{rule.id}-{number}-{case.on}-{case.verdict}")
    for rule in rules().values()
    for number, case in enumerate(rule.cases, start=1)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_rule_says_of_its_case_what_the_rulebook_says(rule, case):
    facts = FACTS_OF[facts_asked_by(rule)](case.on, case.given)

    found = [each for each in check_of(rule)(rule, facts) if case.subject in (None, each.subject)]

    assert [each.verdict for each in found] == [case.verdict], [each.sentence for each in found]


@pytest.mark.parametrize("rule_id", sorted(rules()))
def test_a_rule_is_shown_kept_or_doubted_on_a_day_it_is_in_force(rule_id):
    rule = rules()[rule_id]

    assert any(rule.on(case.on) for case in rule.cases)


def test_a_rule_with_a_check_that_nobody_wrote_is_refused():
    file = """
instrument = "Act"
[[rule]]
id = "A-1"
title = "A title"
source = "statute"
binds = "every body"
confidence = "read"
check = "the moon is full"
[[rule.version]]
citation = "Act, s. 1"
[[rule.case]]
on = 2018-06-22
verdict = "pass"
"""
    (rule,) = read("act.toml", file)

    with pytest.raises(BadRulebook, match="no check “the moon is full”"):
        facts_asked_by(rule)
