"""A finding keeps its rule, version, source and day, whatever it says."""

from datetime import date

import pytest

from shp_gov.domain import findings
from shp_gov.domain.findings import About, Verdict
from shp_gov.domain.rulebook import rules

HEALTH = rules()["CDA98-S5-HEALTH"]


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_has_its_own_words_to_report_it(verdict):
    constructors = {
        Verdict.PASS: findings.passed,
        Verdict.FAIL: findings.failed,
        Verdict.LATE: findings.late,
        Verdict.NEEDS_A_PERSON: findings.needs_a_person,
        Verdict.NOT_KNOWN: findings.not_known,
        Verdict.NOT_APPLICABLE: findings.not_applicable,
    }

    finding = constructors[verdict](HEALTH, About("The NHS", date(2013, 4, 1)), "A sentence.", expected="CCG")

    assert finding.verdict is verdict
    assert (finding.rule, finding.version, finding.subject) == (HEALTH.id, 2, "The NHS")
    assert finding.as_at == date(2013, 4, 1)
    assert finding.facts == {"expected": "CCG"}


def test_there_are_six_verdicts():
    assert [str(verdict) for verdict in Verdict] == [
        "pass",
        "fail",
        "late",
        "needs a person",
        "not known",
        "not applicable",
    ]


def test_a_rule_not_in_force_is_cited_all_the_same():
    finding = findings.not_applicable(HEALTH, About("The NHS", date(2004, 4, 29)), "Not in force.")

    assert finding.version is None
    assert finding.citation == HEALTH.versions[-1].citation


def test_a_version_may_stand_for_its_rule():
    finding = findings.passed(HEALTH.versions[0], About("The NHS", date(2013, 3, 31)), "Listed.")

    assert (finding.rule, finding.version, finding.citation) == (HEALTH.id, 1, HEALTH.versions[0].citation)
