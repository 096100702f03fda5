"""Six invented packs, printed as different partnerships print theirs, and what a careful person reads in each."""

import json
from pathlib import Path

import pytest

from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.reading import PackReading
from shp_gov.importers.pack.schema import as_json
from tests.importers.pack.score import assert_read_as

PACKS = Path(__file__).parent / "packs"


def reading_of(name: str) -> PackReading:
    return read_pack((PACKS / f"{name}.txt").read_bytes(), f"{name}.txt")


@pytest.mark.parametrize("name", sorted(path.stem for path in PACKS.glob("*.txt")))
def test_a_pack_reads_as_a_careful_person_reads_it(name):
    expected = json.loads((PACKS / f"{name}.json").read_text(encoding="utf-8"))

    found = as_json(reading_of(name))

    assert_read_as(found, expected)


def about(name: str) -> dict[str, list[int]]:
    doubts: dict[str, list[int]] = {}
    for doubt in reading_of(name).doubts:
        doubts.setdefault(doubt.about, []).append(doubt.line)
    return doubts


def test_what_is_odd_in_a_pack_is_a_doubt_with_its_line():
    doubts = about("seaborough-2018-06-15")

    assert doubts["people run together"] == [16, 78]
    assert doubts["present and apologies"] == [108]
    assert doubts["page break"] == [143]
    assert doubts["minute number"] == [146]
    assert doubts["another body's report"] == [223]


def test_an_inferred_year_and_a_missing_minute_are_doubts():
    doubts = about("seaborough-2018-09-14")

    assert doubts["year inferred"] == [171]
    assert doubts["minute number"] == [165]


def test_numbered_discussion_is_not_read_as_decisions():
    reading = reading_of("seaborough-2018-03-09")

    charter = reading.minutes.minutes[4]

    assert charter.title == "Town Centre Safety Charter"
    assert len(charter.decisions) == 2
    assert "taxi trade wanted one marshal" in charter.narrative
    assert about("seaborough-2018-03-09")["numbered discussion"] == [148]


def test_a_minute_without_its_number_keeps_its_place_and_says_which_would_fit():
    lighting = reading_of("seaborough-2018-06-15").minutes.minutes[5]

    assert (lighting.number, lighting.position, lighting.inferred_number) == (None, 6, 45)


def test_every_reading_has_its_lines_and_a_confidence():
    reading = reading_of("seaborough-2018-06-15")

    decision = reading.minutes.minutes[4].decisions[0]

    assert (decision.source.first, decision.source.last) == (141, 143)
    assert decision.confidence == "certain"
    assert {member.confidence for member in reading.agenda.members} == {"certain", "likely"}


def test_an_exempt_minute_names_its_paragraph():
    exempt = [minute for minute in reading_of("seaborough-2018-06-15").minutes.minutes if minute.is_exempt]

    assert [(minute.number, minute.exempt_paragraph) for minute in exempt] == [("47", "7")]


def test_the_urgent_ruling_is_kept_in_its_words():
    ruling = reading_of("seaborough-2018-03-09").minutes.minutes[6]

    assert ruling.is_urgent
    assert "as a matter of urgency" in ruling.urgent_ruling
