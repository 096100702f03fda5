"""The packs to try the importer on: one in three kinds of file, and the one before it with doubts to settle."""

from dataclasses import replace

import pytest

from shp_gov.example import guests, loading
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.saved import as_json

FOLDER = guests.PACK.parent


def read(name):
    return read_pack((FOLDER / name).read_bytes(), name)


def what_it_says(value):
    """Give what was read without where it stood."""
    if isinstance(value, dict):
        return {name: what_it_says(each) for name, each in value.items() if name not in ("source", "line", "page")}
    return [what_it_says(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_pack_says_the_same_in_every_kind_of_file(kind):
    text = replace(read("safer-kelby-partnership.txt"), doubts=())
    other = replace(read(f"safer-kelby-partnership.{kind}"), doubts=())

    assert what_it_says(as_json(other)) == what_it_says(as_json(text))


def test_the_demo_names_the_pack_that_a_partnership_would_publish():
    assert guests.PACK.suffix == ".pdf"
    assert len(read(guests.PACK.name).minutes.minutes) == 10


def test_the_two_packs_are_a_chain():
    earlier, later = read(loading.WAITING.name), read(guests.PACK.name)

    assert earlier.agenda.meeting_on == later.minutes.meeting_on
    assert earlier.agenda.body == later.agenda.body


def test_the_pack_that_waits_has_doubts_to_settle():
    assert len(read(loading.WAITING.name).doubts) >= 3
