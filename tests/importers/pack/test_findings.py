"""What the checks find in three published packs is what a careful reader finds there, and nothing else.

Each finding stands in pack_findings.toml with its day, rule, verdict, lines and why it is true. No other is allowed.
"""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from shp_gov import queries
from shp_gov.domain.findings import Verdict
from tests.importers.pack.readings import import_files

PACKS = Path(__file__).resolve().parents[4] / "shared" / "packs"
REVIEWED = tomllib.loads((Path(__file__).parent / "pack_findings.toml").read_text(encoding="utf-8"))["finding"]
CLAIMS = (Verdict.FAIL, Verdict.LATE, Verdict.NEEDS_A_PERSON)
ABOUT_WHAT_NO_PACK_SAYS = {"TOR-VC-ANNUAL"}
DAYS = [
    date(2015, 10, 16),
    date(2015, 11, 20),
    date(2017, 6, 16),
    date(2017, 8, 11),
    date(2018, 4, 13),
    date(2018, 6, 22),
]

pytestmark = pytest.mark.skipif(not PACKS.is_dir(), reason="the published packs are not here")


@pytest.fixture
def body(app):
    import_files(*sorted(PACKS.glob("*.txt")))
    (body,) = queries.bodies.all_bodies()
    body.area = "hartlepool"
    return body


def key(row) -> tuple[object, ...]:
    return row["as_at"], row["rule"], row["verdict"], tuple(row["lines"])


def claimed(body, day) -> list[tuple[object, ...]]:
    found = (each for each in queries.compliance.of_body(body, day) if each.verdict in CLAIMS)
    return sorted((each.as_at, each.rule, each.verdict.value, each.lines) for each in found)


def test_every_finding_on_a_meetings_day_was_reviewed_and_every_reviewed_one_is_found(body):
    for day in DAYS:
        found = claimed(body, day)

        assert set(found) <= set(map(key, REVIEWED)), f"on {day}: not reviewed"
        assert [each for each in found if each[0] == day] == sorted(
            key(row) for row in REVIEWED if row["as_at"] == day
        ), f"on {day}"


def test_every_finding_names_its_lines_and_why_it_is_true(body):
    assert all(row["lines"] or row["rule"] in ABOUT_WHAT_NO_PACK_SAYS for row in REVIEWED)
    assert all(len(row["why"]) > 30 for row in REVIEWED)
    assert {row["as_at"] for row in REVIEWED} == set(DAYS)
