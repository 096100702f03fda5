"""The sentences that minutes have from the record."""

from datetime import date, time

import pytest

from shp_gov.domain import minutes_words as words
from shp_gov.domain.minutes_words import Declared
from shp_gov.domain.voting import Counts

ON = date(2026, 7, 16)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([], "None."),
        (["Jo Tranter"], "Apologies for absence were submitted on behalf of Jo Tranter."),
        (["Jo Tranter", "Ivo Tide"], "Apologies for absence were submitted on behalf of Jo Tranter and Ivo Tide."),
        (
            ["Jo Tranter, Healthwatch", "Ivo Tide"],
            "Apologies for absence were submitted on behalf of Jo Tranter, Healthwatch; and Ivo Tide.",
        ),
    ],
)
def test_apologies_are_one_sentence(people, said):
    assert words.apologies(people) == said


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (
            Declared("Jo Tranter", "She chairs the charity", "minute 5", left=True),
            "Jo Tranter declared an interest in minute 5: She chairs the charity. "
            "Jo Tranter left the meeting while it was considered.",
        ),
        (
            Declared("Jo Tranter", "Jo Tranter declared an interest as a trustee.", "minute 5"),
            "Jo Tranter declared an interest as a trustee.",
        ),
        (
            Declared("Jo Tranter", "Jo Tranter is a trustee", left=False),
            "Jo Tranter is a trustee. Jo Tranter remained in the meeting while it was considered.",
        ),
    ],
)
def test_a_declaration_says_who_what_and_whether_they_left(declared, said):
    assert words.declaration(declared) == said


def test_no_declaration_is_none():
    assert words.declarations([]) == "None."


def test_a_correction_is_told_by_the_words_that_differ():
    before, after = "A trial of six weeks at the rank.", "A trial of eight weeks at the rank."

    assert words.correction("minute 16", before, after) == "In minute 16, “six” became “eight”."
    assert words.correction("minute 16", "A trial.", "A short trial.") == "In minute 16, “short” was added."
    assert words.correction("minute 16", "A short trial.", "A trial.") == "In minute 16, “short” was taken out."


def test_minutes_are_confirmed_with_or_without_corrections():
    assert words.confirmation(ON) == (
        "The minutes of the meeting held on 16 July 2026 were confirmed as a correct record."
    )
    assert words.confirmation(ON, ["In minute 16, “six” became “eight”."]) == (
        "The minutes of the meeting held on 16 July 2026 were confirmed as a correct record, with a correction. "
        "In minute 16, “six” became “eight”."
    )


@pytest.mark.parametrize(
    ("counts", "is_carried", "said"),
    [
        (Counts(7, 2, 1), True, "For: 7. Against: 2. Abstained: 1."),
        (Counts(2, 5), False, "For: 2. Against: 5."),
        (Counts(3), True, "For: 3. Against: 0."),
        (Counts(4, 4), True, "For: 4. Against: 4. Carried by the casting vote of the chair."),
        (Counts(4, 4), False, "For: 4. Against: 4. The votes were equal, and it fell."),
    ],
)
def test_a_vote_is_told_by_its_counts(counts, is_carried, said):
    assert words.vote(counts, is_carried=is_carried) == said


@pytest.mark.parametrize(
    ("motion", "decided", "said"),
    [
        ("That the rank moves.", "That the rank moves.", ""),
        ("that  the rank moves;", "That the rank moves.", ""),
        ("That the rank moves.", "That the rank stays.", "The vote was on other words."),
    ],
)
def test_a_vote_says_that_it_was_on_other_words_where_they_are_no_longer_those_of_the_decision(motion, decided, said):
    assert words.voted_on(motion, decided) == said


def test_a_vote_by_name_tells_who_voted_how():
    names = {"for": ["Councillor Jo Tranter", "Ivo Tide"], "abstained": ["Ada Shore"]}

    assert words.vote(Counts(2, 0, 1), names, is_carried=True) == (
        "For: Councillor Jo Tranter, Ivo Tide. Against: none. Abstained: Ada Shore."
    )


@pytest.mark.parametrize(
    ("reason", "cast", "said"),
    [
        ("", "against", "Ivo Tide asked that their vote against the decision be recorded."),
        ("", "abstained", "Ivo Tide asked that their abstention be recorded."),
        ("", "", "Ivo Tide asked that it be recorded that they did not agree with the decision."),
        (
            "It costs too much",
            "against",
            "Ivo Tide asked that their vote against the decision be recorded. Their reason: It costs too much.",
        ),
    ],
)
def test_dissent_is_told_by_how_it_was_cast(reason, cast, said):
    assert words.dissent("Ivo Tide", reason, cast=cast) == said


@pytest.mark.parametrize(
    ("put", "is_recommended", "said"),
    [
        ("That marshals be tried.", True, "The recommendation that marshals be tried was not agreed."),
        ("That £2.5m be spent;", False, "The motion that £2.5m be spent was not agreed."),
        ("To note the report.", True, "The recommendation “To note the report” was not agreed."),
        (
            "That bins be bought. They are to be green.",
            False,
            "The motion “That bins be bought. They are to be green” was not agreed.",
        ),
    ],
)
def test_what_was_not_agreed_is_said_in_its_own_words(put, is_recommended, said):
    assert words.not_agreed(put, is_recommended=is_recommended) == said


def test_what_fell_in_a_vote_says_how():
    assert words.not_agreed("That it go on.", is_recommended=True, voted="For: 1. Against: 2.") == (
        "The recommendation that it go on was not agreed. For: 1. Against: 2."
    )


def test_who_came_late_and_left_early_is_told_by_the_clock():
    assert words.came_and_went("Jo Tranter", time(10, 20), time(11, 5)) == (
        "Jo Tranter arrived at 10.20am and left at 11.05am."
    )
