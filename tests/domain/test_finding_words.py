"""The facts of a finding, in words."""

from datetime import date

import pytest

from shp_gov.domain.finding_words import fact_in_words, facts_in_words


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (None, "not recorded"),
        ((), "not recorded"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        ("2022-06-30", "Thursday 30 June 2022"),
        (date(2022, 6, 30), "Thursday 30 June 2022"),
        (("police", "fire"), "police and fire"),
        ([{"done_on": date(2022, 6, 30)}, {"done_on": None}], "done on Thursday 30 June 2022; done on not recorded"),
    ],
)
def test_a_fact_is_said_in_words(fact, words):
    assert fact_in_words(fact) == words


def test_facts_are_said_one_after_another():
    assert facts_in_words({"vice_chair": "Jo Tranter", "terms": None}) == "Vice chair: Jo Tranter. Terms: not recorded."
