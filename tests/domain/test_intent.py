"""What the words of a decision ask for."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.intent import IntentKind, due_hint, intents_of

NOTED, APPROVED, ACTION = IntentKind.NOTED, IntentKind.APPROVED, IntentKind.ACTION
FORWARD_PLAN, REFERRAL = IntentKind.FORWARD_PLAN, IntentKind.REFERRAL
APPOINTMENT, DEFERRAL = IntentKind.APPOINTMENT, IntentKind.DEFERRAL


def kinds(words: str) -> set[IntentKind]:
    return {intent.kind for intent in intents_of(words)}


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("That the lighting report be noted.", {NOTED}),
        ("The film and the questions of Members were noted.", {NOTED}),
        ("That thanks be given to the beach patrol.", {NOTED}),
        ("That the charter be approved.", {APPROVED}),
        ("That the Partnership approves the new terms of reference.", {APPROVED}),
        ("That the bid for the shelter be supported.", {APPROVED}),
        ("That the Head of Community Safety circulate the patrol figures.", {ACTION}),
        ("Jonty Abara to contact the school.", {ACTION}),
        ("That the case for a second lorry be explored.", {ACTION}),
        ("That a proactive stance be adopted on beach fires.", {ACTION}),
        ("That a joint plan be presented to the September meeting.", {FORWARD_PLAN}),
        ("That an update on the gate scheme be provided quarterly.", {FORWARD_PLAN}),
        ("That hut thefts be included in the work programme.", {FORWARD_PLAN}),
        ("That the Partnership receives a report on the survey once it is complete.", {FORWARD_PLAN}),
        ("That the shortage of rooms be escalated to the Housing Board.", {REFERRAL}),
        ("That the radio channel be referred to the Communications Sub-Group.", {REFERRAL}),
        ("That Malcolm Threlfall be elected Vice-Chair.", {APPOINTMENT}),
        ("That the sub-group be chaired by the Director of Public Health.", {APPOINTMENT}),
        ("That a task group be set up.", {APPOINTMENT}),
        ("That the item be deferred so that the ward councillors can be consulted.", {DEFERRAL}),
    ],
)
def test_a_decision_asks_for_one_thing(words, asked):
    assert kinds(words) == asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("That the slides be noted and copies sent to every partner.", {NOTED, ACTION}),
        ("That the report be noted and a task group constituted.", {NOTED, APPOINTMENT}),
        ("That the plan be agreed and that progress be reported to the next meeting.", {APPROVED, FORWARD_PLAN}),
        ("That parents be told in the newsletter and the matter referred to the Youth Board.", {ACTION, REFERRAL}),
        ("That the pier be barricaded and the report noted.", {ACTION, NOTED}),
    ],
)
def test_a_compound_decision_asks_for_one_thing_of_each_kind(words, asked):
    assert kinds(words) == asked


def test_noted_and_actioned_as_necessary_assigns_nothing():
    assert kinds("That the update be noted and actioned as necessary.") == {NOTED}


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("That the Head of Community Safety circulate the figures.", "Head of Community Safety"),
        ("That the Communications Sub-Group be asked to draw up a survey.", "Communications Sub-Group"),
        ("That a notice be sent to every hut owner by the Tourism Manager.", "Tourism Manager"),
        ("That the matter be referred to the Licensing Committee for its views.", "Licensing Committee"),
        ("That copies be sent to everybody.", None),
    ],
)
def test_the_words_suggest_who_is_to_do_it(words, owner):
    assert intents_of(words)[0].owner_hint == owner


def test_what_comes_back_to_the_body_is_its_presenters():
    (intent,) = intents_of("That a further report be submitted to the next meeting.", presenter="Fire Authority")

    assert intent.owner_hint == "Fire Authority"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("That figures be circulated before the next meeting.", "before the next meeting"),
        ("That each partner name a lead by 31 July 2018.", "by 31 July 2018"),
        ("That a plan be presented to the September meeting.", "to the September meeting"),
        ("That slides be shared following the meeting.", "following the meeting"),
        ("That the website be updated.", None),
    ],
)
def test_the_words_suggest_by_when(words, due):
    assert due_hint(words) == due


@given(st.text(alphabet="Tthe andbrfo ,;.", max_size=4000))
def test_any_words_ask_for_something_in_good_time(words):
    begun = time.process_time()

    assert intents_of(words)
    assert time.process_time() - begun < 1
