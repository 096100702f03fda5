"""Votes and dissent that stand among the decisions are no decisions, and cost none."""

import pytest

from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.read import parse

HEAD = """\
SAFER SEABOROUGH PARTNERSHIP MINUTES AND DECISION RECORD
9 March 2018
The meeting commenced at 2.00 pm in the Guildhall, Seaborough
Present:
Councillor Morwenna Trelease (In the Chair)
1. Apologies for Absence
None.
2. Beach Fires
Decision"""
COUNTS = "For: 5. Against: 2."
DISSENT = "J. Tide asked that it be recorded that they did not agree with the decision."


def decided(*lines: str) -> list[str]:
    text = [*HEAD.split("\n"), *lines, "The meeting concluded at 3.30 pm"]
    minutes = parse([Line(number, line) for number, line in enumerate(text, 1)]).minutes
    return [decision.words for decision in minutes.minutes[-1].decisions]


def test_a_numbered_decision_may_say_that_somebody_asked_for_a_record():
    lines = (
        "(i) That the plan be agreed;",
        "(ii) That the Chair, having asked that it be recorded, be thanked; and",
        "(iii) That bins be bought.",
    )

    assert decided(*lines) == [
        "That the plan be agreed",
        "That the Chair, having asked that it be recorded, be thanked",
        "That bins be bought.",
    ]


def test_a_decision_without_a_numeral_may_say_so_too():
    lines = ("That the plan be agreed.", "That the Chair asked that it be recorded that bins were bought.")

    assert decided(*lines) == list(lines)


@pytest.mark.parametrize("between", [("For: Information",), (COUNTS,), (COUNTS, DISSENT), (DISSENT, COUNTS)])
@pytest.mark.parametrize(
    "numerals", [("1.", "2."), ("i.", "ii."), ("a)", "b)"), ("A.", "B."), ("(i)", "(ii)"), ("", "")]
)
def test_the_list_goes_on_after_what_is_said_between_two_decisions(numerals, between):
    words = ["That the plan be agreed.", "That the budget be noted."]
    first, second = (f"{numeral} {each}".strip() for numeral, each in zip(numerals, words, strict=True))

    assert decided(first, *between, second) == words


def test_the_list_goes_on_with_other_words_than_that():
    assert decided("1. To agree the plan.", COUNTS, "2. To note the budget.") == [
        "To agree the plan.",
        "To note the budget.",
    ]


def test_a_line_of_a_vote_that_begins_as_a_numeral_does_is_no_decision():
    by_name = ("For: A. Marsh, B. Lound,", "J. Tide, K. Holm. Against:", "L.P. Bragg. Abstained: M. Webb.")
    by_counts = ("For: 5. Against:", "2. Abstained: 1.")

    assert decided("1. That the plan be agreed.", *by_name, *by_counts, "2. That the budget be noted.") == [
        "That the plan be agreed.",
        "That the budget be noted.",
    ]
