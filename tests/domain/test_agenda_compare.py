"""What differs between two versions of an agenda, in sentences."""

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.agenda_compare import SAID, changes, without_reports

ITEM = {**dict.fromkeys(SAID), "is_exempt": False, "is_urgent": False, "withdrawn_because": None, "reports": []}


def agenda(*titles, **meeting):
    items = [{**ITEM, "id": hash(title), "title": title, "number": str(at)} for at, title in enumerate(titles, start=1)]
    return {"on": "2026-09-10", "starts_at": "10:00", "venue": None, "mode": "in person", **meeting, "items": items}


def with_(contents, which, **said):
    items = [each | said if each["title"] == which else each for each in contents["items"]]
    return {**contents, "items": items}


def test_the_same_agenda_differs_in_nothing():
    assert changes(agenda("One", "Two"), agenda("One", "Two")) == []


def test_what_is_new_gone_and_moved_is_said_once():
    assert changes(agenda("One", "Two", "Three"), agenda("Three", "One", "Four")) == [
        "Item 3, “Four”, is new.",
        "“Two”, which was item 2, is gone.",
        "“Three” moved from 3 to 1.",
    ]


def test_what_an_item_says_otherwise_is_said_with_what_it_was():
    old = agenda("One")

    assert changes(old, with_(old, "One", presenter="Grace Holloway", is_exempt=True, title="Uno")) == [
        "Item 1 was called “One”. It is now “Uno”.",
        "Item 1 is now private.",
        "Item 1: the presenter is Grace Holloway. It was nothing.",
    ]
    assert changes(agenda(venue="Civic Centre"), agenda()) == ["The place was Civic Centre."]


def test_a_report_handed_in_is_told_but_is_no_other_agenda():
    old = agenda("One")
    new = with_(old, "One", reports=[{"id": 1, "subject": "Marshals", "version": 1}])

    assert changes(old, new) == ["Item 1 has a report: “Marshals”."]
    assert without_reports(old) == without_reports(new)


@given(st.permutations(["One", "Two", "Three", "Four", "Five"]))
def test_only_another_order_is_told_as_moves(order):
    told = changes(agenda("One", "Two", "Three", "Four", "Five"), agenda(*order))

    assert all("moved from" in words for words in told)
    assert bool(told) == (order != ["One", "Two", "Three", "Four", "Five"])
    assert len(told) < 5
