"""The facts of a finding, as sentences that a chair can read out."""

import re

import pytest

from shp_gov.domain.checks import check_of, facts_asked_by
from shp_gov.domain.fact_sentences import FOR_PROGRAMS, SENTENCES, WHOLE, fact_in_a_sentence, facts_in_sentences
from shp_gov.domain.rulebook import rules
from tests.domain.checks.given import FACTS_OF

FOR_A_MACHINE = re.compile(r"_|\b(?:True|False|None)\b|\d{4}-\d{2}-\d{2}|:|[{}\[\]]")
FOUND = [
    finding
    for rule in rules().values()
    for case in rule.cases
    for finding in check_of(rule)(rule, FACTS_OF[facts_asked_by(rule)](case.on, case.given))
]
SAID = [(name, value) for finding in FOUND for name, value in finding.facts.items() if name not in FOR_PROGRAMS]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("chair", "Ruth Adeyemi", "The chair is Ruth Adeyemi."),
        ("chair", None, "No chair is recorded."),
        ("owners", ("District Manager",), "The owner is District Manager."),
        ("owners", ("District Manager", "Leader"), "The owners are District Manager and Leader."),
        ("clear_days", 1, "There was 1 clear day."),
        ("clear_days", 4, "There were 4 clear days."),
        ("until", "2024-06-21", "They must be open until 21 June 2024."),
        ("vacant", True, "The seat is vacant."),
        ("basis", "mon-sat", "The days from Monday to Saturday are counted."),
        ("type", "integrated care board", "It is an integrated care board."),
        ("never_heard_of", "this", "The never heard of is this."),
        ("never_heard_of", None, "The never heard of is not recorded."),
    ],
)
def test_a_fact_is_said_in_a_sentence(name, value, words):
    assert fact_in_a_sentence(name, value) == words


def test_facts_are_said_one_after_another_without_the_numbers_of_rows():
    facts = {"chair": "Ruth Adeyemi", "person": 7, "terms": None}

    assert facts_in_sentences(facts) == "The chair is Ruth Adeyemi. No terms of reference are recorded."


def test_every_fact_of_every_case_has_a_sentence_of_its_own():
    assert len(SAID) > 200
    assert {name for name, _ in SAID} - set(SENTENCES) - set(WHOLE) == set()


def test_no_fact_of_any_case_reads_like_a_field():
    for name, value in SAID:
        words = fact_in_a_sentence(name, value)

        assert not FOR_A_MACHINE.search(words), (name, words)
        assert re.fullmatch(r"[A-Z0-9“].* .*\.", words), (name, words)
