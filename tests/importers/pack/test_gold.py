"""The three published packs that are kept beside the project, read and scored as whoever judges the importer will."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.schema import as_json

SHARED = Path(__file__).parents[4] / "shared" / "packs"
NAMES = ("2015-11-20", "2017-08-11", "2018-06-22")
CORE = {".txt": 0.98, ".docx": 0.97, ".pdf": 0.95}

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the published packs are not here (../shared/packs)")


def score(name: str, suffix: str, folder: Path) -> dict[str, Any]:
    found = folder / f"{name}.json"
    reading = read_pack((SHARED / f"{name}{suffix}").read_bytes(), f"{name}{suffix}")
    found.write_text(json.dumps(as_json(reading)), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / "gold" / f"{name}.json"), str(found), "--json"]
    scored: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return scored


@pytest.mark.parametrize("suffix", CORE)
@pytest.mark.parametrize("name", NAMES)
def test_the_core_of_a_published_pack_is_read(name, suffix, tmp_path):
    scored = score(name, suffix, tmp_path)

    assert scored["core_micro"]["f1"] >= CORE[suffix]


def test_every_other_field_is_read_over_the_three_packs(tmp_path):
    pooled: dict[str, list[int]] = {}
    for name in NAMES:
        for field, row in score(name, ".txt", tmp_path)["fields"].items():
            counts = pooled.setdefault(field, [0, 0, 0])
            for place, key in enumerate(("matched", "gold", "predicted")):
                counts[place] += row[key]

    poor = {
        field: round(2 * matched / (gold + found), 3)
        for field, (matched, gold, found) in pooled.items()
        if gold >= 10 and 2 * matched / (gold + found) < (0.80 if field == "actions" else 0.90)
    }

    assert poor == {}
