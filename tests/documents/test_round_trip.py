"""What we print we can read: our own minutes, read again as a pack, give back what the record holds."""

from datetime import date, time

import pytest

from shp_gov.documents import docx, minutes
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.schema import as_json
from tests.documents import examples
from tests.documents.examples import ENTRIES, PRIVATE, imprint

WAYS = {
    "minutes.pdf": minutes.render,
    "minutes.docx": docx.minutes,
}
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
