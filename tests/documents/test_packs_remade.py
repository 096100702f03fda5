"""Packs are made again in the product, printed, and read: every fact comes back, in order, numbers and attendance."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shp_gov import documents, queries, storage
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.schema import as_json
from tests import factories as make
from tests.documents.remade import Remade, made_again
from tests.importers.pack.score import assert_read_as

SHARED = Path(__file__).parents[3] / "shared" / "packs"
OURS = Path(__file__).parent / "remade_pack.json"
REAL = ("2018-06-22", "2015-11-20")
Json = dict[str, Any]


def read(name: str, content: bytes) -> Json:
    """Read a paper as `packs read --json` does."""
    return as_json(read_pack(content, name))


def printed(made: Remade, suffix: str) -> Json:
    """Print the agenda and the minutes, and put together what is read in each."""
    agenda = queries.papers.agenda(made.called, viewer=make.viewer())
    minutes = queries.papers.minutes(made.minuted, viewer=make.viewer())
    makers = {".pdf": (documents.agenda.render, documents.minutes.render)}
    makers[".docx"] = (documents.docx.agenda, documents.docx.minutes)
    called, minuted = makers[suffix]
    found = read(f"minutes{suffix}", minuted(minutes))
    return {**found, "pack": read(f"agenda{suffix}", called(agenda))["pack"]}


def in_one_file(made: Remade) -> Json:
    """Read the pack that went out: its agenda, the minutes to be confirmed and its reports."""
    version = queries.publishing.published(made.called)[0]
    return read("pack.pdf", storage.fetch(version.public_document.sha256))


def every_reading(made: Remade) -> dict[str, Json]:
    """Read what was printed, each way."""
    return {"pdf": printed(made, ".pdf"), "docx": printed(made, ".docx"), "pack": in_one_file(made)}


def core(gold: Path, found: Json, folder: Path) -> Json:
    """Score a reading as whoever judges the importer will."""
    file = folder / "found.json"
    file.write_text(json.dumps(found), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(file), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def names(people: list[Json], key: str = "name") -> list[str]:
    return [person[key] for person in people]


def in_order(found: Json) -> dict[str, list[Any]]:
    """List what must stand as in the original: items with their numbers, minutes, and who was there as what."""
    minutes = found["minutes"]
    return {
        "items": [(item["number"], item["title"]) for item in found["pack"]["agenda_items"]],
        "minutes": [(item["number"] or item.get("inferred_number"), item["title"]) for item in minutes["items"]],
        "substitutes": [(person["name"], person["for"]) for person in minutes["substitutes"]],
        **{part: names(minutes[part]) for part in ("present", "apologies", "also_present", "officers")},
        "members": names(found["pack"]["members"]),
    }


@pytest.mark.skipif(not SHARED.exists(), reason="the published packs are not here (../shared/packs)")
@pytest.mark.parametrize("name", REAL)
def test_a_published_pack_made_again_reads_as_the_original_does(app, name, tmp_path):
    file = SHARED / "gold" / f"{name}.json"
    gold = json.loads(file.read_text(encoding="utf-8"))

    found = every_reading(made_again(gold))

    scores = {way: core(file, each, tmp_path)["core_micro"]["f1"] for way, each in found.items()}
    assert scores == {"pdf": 1.0, "docx": 1.0, "pack": 1.0}
    for each in found.values():
        assert in_order(each) == in_order(gold)


def test_a_pack_of_our_own_made_again_gives_every_fact_back(app):
    ours = json.loads(OURS.read_text(encoding="utf-8"))
    without_reports = {**ours, "pack": {**ours["pack"], "reports": []}}

    found = every_reading(made_again(ours))

    assert_read_as(found["pdf"], without_reports | {"expected_actions": found["pack"]["expected_actions"]})
    assert_read_as(found["docx"], without_reports | {"expected_actions": found["pack"]["expected_actions"]})
    assert_read_as(found["pack"], ours | {"expected_actions": found["pack"]["expected_actions"]})
