"""The day before, and the day of, every change of every rule: nothing is judged by what is not in force."""

from datetime import date, timedelta

import pytest

from shp_gov.domain.checks import check_of, facts_asked_by
from shp_gov.domain.findings import Verdict
from shp_gov.domain.rulebook import rules
from tests.domain.checks.given import FACTS_OF

DAY = timedelta(days=1)
JUDGED = {Verdict.PASS, Verdict.FAIL, Verdict.LATE}
VERSIONS = [
    pytest.param(rule, version, id=f"{rule.id}-{version.number}")
    for rule in rules().values()
    for version in rule.versions
    if version.in_force > date.min
]
# The dates of this one are themselves what it judges by: outside them a meeting at a distance was not lawful.
A_WINDOW = "REMOTE-WINDOW"
JUDGES = [rule for rule in rules().values() if rule.id != A_WINDOW]
DATED = [pytest.param(rule, id=rule.id) for rule in JUDGES if rule.versions[0].in_force > date.min]
REPEALED = [pytest.param(rule, id=rule.id) for rule in JUDGES if rule.versions[-1].until]


def judged(rule, on):
    """Tell which cases a rule judges when their facts are those of another day."""
    facts = [FACTS_OF[facts_asked_by(rule)](on, case.given) for case in rule.cases]
    found = [each for some in facts for each in check_of(rule)(rule, some)]
    return [each.sentence for each in found if each.verdict in JUDGED and each.as_at == on]


@pytest.mark.parametrize(("rule", "version"), VERSIONS)
def test_a_version_is_in_force_from_its_first_day_to_its_last(rule, version):
    assert rule.on(version.in_force) is version
    assert rule.on(version.in_force - DAY) is not version
    if version.until:
        assert rule.on(version.until) is version
        assert rule.on(version.until + DAY) is not version


@pytest.mark.parametrize("rule", DATED)
def test_nothing_is_judged_by_a_rule_on_the_day_before_it_began(rule):
    assert judged(rule, rule.versions[0].in_force - DAY) == []


@pytest.mark.parametrize("rule", REPEALED)
def test_nothing_is_judged_by_a_rule_on_the_day_after_it_ended(rule):
    assert judged(rule, rule.versions[-1].until + DAY) == []
