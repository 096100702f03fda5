"""People as packs print them: one a line, in a sentence, or run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.entries import entries_of, entry_of
from shp_gov.importers.pack.people import (
    head_person,
    is_person,
    people_apart,
    people_in_sentence,
    spell_out_councillors,
)
from shp_gov.importers.pack.reading import Source
from shp_gov.importers.pack.rows import Row

HERE = Source(1, 1)


@pytest.mark.parametrize(
    "words",
    ["Nadia Frost", "Councillor Trelease", "Dr S Rao", "Siobhan O'Dea", "Lars van der Berg", "Edwin Hart-Carrow OBE"],
)
def test_a_name_is_a_person(words):
    assert is_person(words)


@pytest.mark.parametrize(
    "words",
    [
        "Eastshire Police",
        "Head of Area",
        "Harbour Homes",
        "Trelease",
        "Room B",
        "Safe in Tees Dale",
        "NHS",
        "",
        "the Chair",
    ],
)
def test_a_post_or_an_organisation_is_not_a_person(words):
    assert not is_person(words)


@pytest.mark.parametrize(
    ("words", "name", "post", "organisation"),
    [
        (
            "Lionel Bragg, Head of Area, National Probation Service",
            "Lionel Bragg",
            "Head of Area",
            "National Probation Service",
        ),
        ("Lionel Bragg – Head of Area, Eastshire Probation", "Lionel Bragg", "Head of Area", "Eastshire Probation"),
        ("Lionel Bragg (National Probation Service)", "Lionel Bragg", None, "National Probation Service"),
        ("Lionel Bragg\tHead of Area\tEastshire Probation", "Lionel Bragg", "Head of Area", "Eastshire Probation"),
        ("Councillor: Morwenna Trelease (In the Chair)", "Councillor Morwenna Trelease", None, None),
        ("Samuel Ridout, Representative of Seaborough CCG", "Samuel Ridout", "Representative", "Seaborough CCG"),
        ("Rosa Whitlock, Chair of Youth Justice Board", "Rosa Whitlock", "Chair of Youth Justice Board", None),
        ("Priya Ramanathan Head of Community Safety", "Priya Ramanathan", "Head of Community Safety", None),
        ("Ann Lee, Assistant Director (Streets and Parks)", "Ann Lee", "Assistant Director (Streets and Parks)", None),
    ],
)
def test_an_entry_is_a_name_a_post_and_an_organisation(words, name, post, organisation):
    entry = entry_of(words, HERE)

    assert (entry.name, entry.post, entry.organisation) == (name, post, organisation)


def test_the_chair_and_the_vice_chair_are_marked_and_not_part_of_the_name():
    chair, vice = entry_of("Cllr A Smith (Chair)", HERE), entry_of("Dr Anil Bhandari (Vice-Chair)", HERE)

    assert (chair.name, chair.is_chair, chair.is_vice_chair) == ("Cllr A Smith", True, False)
    assert (vice.name, vice.is_chair, vice.is_vice_chair) == ("Dr Anil Bhandari", False, True)


def test_a_vacancy_has_a_seat_and_no_name():
    entry = entry_of("Seaborough Magistrates Court, Chair of Bench (vacant)", HERE)

    assert entry.is_vacant
    assert (entry.name, entry.post, entry.organisation) == ("", "Chair of Bench", "Seaborough Magistrates Court")


def test_people_run_together_are_parted_where_the_next_name_begins():
    words = (
        "Tobias Fenwick, Director of Streets and Parks Chief Superintendent Nadia Frost, Eastshire Police "
        "Lionel Bragg, Probation Service"
    )

    pieces = people_apart(words)

    assert [piece.text for piece in pieces] == [
        "Tobias Fenwick, Director of Streets and Parks",
        "Chief Superintendent Nadia Frost, Eastshire Police",
        "Lionel Bragg, Probation Service",
    ]
    assert [piece.is_parted for piece in pieces] == [True, False, False]


def test_a_sentence_of_people_keeps_and_within_a_post():
    words = "Priya Ramanathan, Head of Safety and Engagement, Juno Marchbanks (Harbour Homes) and Councillor Okafor"

    assert people_in_sentence(words) == [
        "Priya Ramanathan, Head of Safety and Engagement",
        "Juno Marchbanks (Harbour Homes)",
        "Councillor Okafor",
    ]


def test_councillors_named_together_each_get_their_title():
    words = "Councillors Trelease (In the Chair), Okafor and Vane, Seaborough Borough Council"

    assert spell_out_councillors(words) == (
        "Councillor Trelease (In the Chair), Councillor Okafor and Councillor Vane, Seaborough Borough Council"
    )


def test_a_post_before_its_holders_goes_to_each_of_them():
    row = Row(1, None, "Representatives of Healthwatch – Margaret Wrenn and Ruby Marsh")

    assert [(entry.name, entry.organisation) for entry in entries_of([row], Context(width=10_000))] == [
        ("Margaret Wrenn", "Healthwatch"),
        ("Ruby Marsh", "Healthwatch"),
    ]


def test_a_wrapped_organisation_belongs_to_the_line_above():
    rows = [Row(1, None, "Samuel Ridout, NHS Seaborough Clinical"), Row(2, None, "Commissioning Group")]

    (entry,) = entries_of(rows, Context(width=10_000))

    assert entry.organisation == "NHS Seaborough Clinical Commissioning Group"
    assert (entry.source.first, entry.source.last) == (1, 2)


@given(st.text(alphabet="AaBb ,;()–.'and\tChief", max_size=200))
def test_no_letter_is_lost_when_people_are_parted(words):
    letters = [c for piece in people_apart(words) for c in piece.text if c.isalpha()]

    assert len(letters) <= len([c for c in words if c.isalpha()])
    assert head_person(words) is None or is_person(head_person(words)[0])
