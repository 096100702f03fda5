"""What we print we can read: our own minutes, read again as a pack, give back what the record holds."""

from dataclasses import replace
from datetime import date, time

import pytest

from shp_gov.documents import agenda, docx, minutes
from shp_gov.domain.papers import MinuteAction, MinuteDecision
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.schema import as_json
from tests.documents import examples
from tests.documents.examples import ENTRIES, PRIVATE, imprint

WAYS = {
    "minutes.pdf": minutes.render,
    "minutes.docx": docx.minutes,
}
AGENDAS = {"agenda.pdf": agenda.render, "agenda.docx": docx.agenda}
PAPER = examples.minutes(entries=(*(entry for entry in ENTRIES if entry.number), PRIVATE))


def read(name, paper):
    return as_json(read_pack(WAYS[name](paper), name))["minutes"]


@pytest.fixture(params=WAYS, scope="module")
def seen(request):
    return read(request.param, PAPER)


def test_the_head_of_the_minutes_comes_back(seen):
    assert seen["meeting_date"] == "2026-07-16"
    assert (seen["start"], seen["end"]) == ("10:00", "11:52")
    assert seen["venue"] == "Civic Centre, Seaborough"
    assert seen["chair"] == "Councillor Ruth Adeyemi"
    assert seen["minutes_confirmed_of"] == "2026-06-18"
    assert seen["next_meeting_date"] == "2026-09-10"


def test_who_was_there_comes_back_with_posts_and_for_whom(seen):
    def told(people, key="organisation_or_post"):
        return [(each["name"], each[key] or "") for each in people]

    assert told(seen["present"]) == [(each.name, each.organisation_or_post) for each in PAPER.present]
    assert told(seen["substitutes"], "for") == [(each.name, each.for_name) for each in PAPER.substitutes]
    assert told(seen["also_present"]) == [(each.name, each.organisation_or_post) for each in PAPER.also_present]
    assert told(seen["officers"]) == [(each.name, each.organisation_or_post) for each in PAPER.officers]


def test_apologies_and_declarations_come_back(seen):
    assert [each["name"] for each in seen["apologies"]] == ["Martin Hale", "Carl Whitby"]
    assert seen["declarations"] == list(PAPER.declarations)


def test_every_minute_comes_back_with_number_presenter_and_marks(seen):
    assert [(each["number"], each["title"], each["presenter"]) for each in seen["items"]] == [
        (int(each.number) if each.number else None, each.title, each.presenter or None) for each in PAPER.entries
    ]
    assert [each["number"] for each in seen["items"] if each["urgent"]] == [18]
    assert [each["number"] for each in seen["items"] if each["exempt"]] == [20]


def test_every_decision_comes_back_under_its_minute_without_the_actions_noted_beneath_it(seen):
    assert [each["decisions"] for each in seen["items"]] == [
        [decision.words for decision in entry.decisions] for entry in PAPER.entries
    ]


def test_actions_noted_between_two_decisions_and_after_words_without_an_end_part_nothing():
    action = MinuteAction(owner="Director of Neighbourhoods and all who help her", due_on=date(2026, 9, 10))
    words = ("That marshals be tried", "That bins be placed on Beach Lane", "That the rest be surveyed")
    decisions = tuple(
        MinuteDecision(words=each, numeral=f"({numeral})", actions=(action, action))
        for each, numeral in zip(words, ("i", "ii", "iii"), strict=True)
    )
    paper = examples.minutes(entries=(replace(ENTRIES[3], decisions=decisions), ENTRIES[-1]))

    for name in WAYS:
        assert read(name, paper)["items"][0]["decisions"] == list(words)


NAMES = "For: " + ", ".join(f"Councillor J. Smith-Holloway {number:02}" for number in range(18))
DISSENT = "Councillor Peter Lound asked that their vote against the decision be recorded. Their reason: It costs much."
RULED = (f"{NAMES}. Against: Councillor Peter Lound, D. Marsh. Abstained: The Revd Ivo Tide.", DISSENT)
DISAGREED = "The Revd Ivo Tide asked that it be recorded that they did not agree with the decision."
FELL = "The recommendation that the rank be moved to Fish Quay was not agreed. For: 2. Against: 7."


def test_votes_dissent_and_what_was_not_agreed_are_no_decisions():
    action = MinuteAction(owner="Director of Neighbourhoods", due_on=date(2026, 9, 10))
    three = (
        MinuteDecision(words="That marshals be tried", numeral="(i)", ruled=RULED, actions=(action,)),
        MinuteDecision(words="That bins be placed on Beach Lane.", numeral="(ii)", ruled=("For: 7. Against: 2.",)),
        MinuteDecision(words="That the rest be surveyed.", numeral="(iii)", ruled=RULED, actions=(action,)),
    )
    one = (MinuteDecision(words="That each authority put forward a speaker.", ruled=(DISAGREED,), actions=(action,)),)
    entries = (
        replace(ENTRIES[3], decisions=three, not_agreed=(FELL,)),
        replace(ENTRIES[5], decisions=one),
        replace(ENTRIES[5], number="19", title="Fish Quay", decisions=(), not_agreed=(FELL, FELL)),
        ENTRIES[-1],
    )

    for name in WAYS:
        items = read(name, examples.minutes(entries=entries))["items"]
        assert [item["decisions"] for item in items] == [
            [decision.words.rstrip() for decision in entry.decisions] for entry in entries
        ]


def test_a_sentence_that_confirms_minutes_is_no_heading():
    said = "The minutes of the meeting held on 18 June 2026 were confirmed as a correct record, with one correction."
    paper = examples.minutes(entries=(*ENTRIES[:2], replace(ENTRIES[2], narrative=said), *ENTRIES[3:]))

    for name in WAYS:
        assert [item["title"] for item in read(name, paper)["items"]] == [entry.title for entry in ENTRIES]


@pytest.mark.parametrize("name", AGENDAS)
def test_the_head_of_an_agenda_comes_back_without_what_is_said_beside_it(name):
    paper = examples.agenda()

    seen = as_json(read_pack(AGENDAS[name](paper), name))["pack"]

    assert (seen["time"], seen["venue"]) == ("10:00", paper.venue)
    assert seen["next_meeting"]["date"] == "2026-11-12"


def test_the_members_of_an_agenda_come_back_without_their_offices_and_since_when_a_seat_is_vacant():
    paper = examples.agenda()

    seen = as_json(read_pack(docx.agenda(paper), "agenda.docx"))["pack"]

    assert [(each["name"], each["post"]) for each in seen["members"]] == [
        (member.name or "(vacant)", member.post or None) for group in paper.members for member in group.members
    ]


@pytest.mark.parametrize(
    "marks",
    [{"is_draft": True}, {"is_restricted": True, "exempt_paragraphs": ("3",)}],
    ids=["draft", "restricted"],
)
def test_a_marked_paper_reads_the_same(marks):
    paper = examples.minutes(imprint=imprint(**marks), approve_on=date(2026, 9, 10), starts_at=time(10))

    usual, marked = read("minutes.pdf", examples.minutes()), read("minutes.pdf", paper)

    assert {**marked, "items": None} == {**usual, "items": None}
    assert [each["decisions"] for each in marked["items"]] == [each["decisions"] for each in usual["items"]]
