"""rules check: what it finds, how it says it, and its exit status."""

import json

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from shp_gov.cli.__main__ import main
from tests.importers.pack.readings import CHAIN

BODY = "safer-seaborough-partnership"
SWITCHED_OFF = """
    INSERT INTO rule_setting (body_id, rule, kind, from_on, note, "by", at)
    VALUES (1, 'REC-MINNUM', 'switched off', '2018-01-01', 'Kept by hand.', 'test', '2018-01-01 00:00:00')
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Give the settings of a record with one pack in it."""
    folder = tmp_path_factory.mktemp("record")
    settings = {"SHP_GOV_DATABASE_URL": f"sqlite:///{folder}/record.sqlite3", "SHP_GOV_STORAGE": str(folder / "files")}
    said = CliRunner().invoke(main, ["packs", "import", str(CHAIN[1])], env=settings)
    assert said.exit_code == 0, said.output
    return settings


def run(record, *words):
    return CliRunner().invoke(main, ["rules", "check", *words], env=record)


def test_it_leads_with_what_needs_someone_and_exits_with_1(record):
    said = run(record, BODY, "--on", "2018-03-09")

    assert said.exit_code == 1
    assert said.output.startswith("Safer Seaborough Partnership on Friday 9 March 2018\n")
    verdicts = [line.split("  ")[0] for line in said.output.splitlines() if line[:4].isupper() and "  " in line]
    assert verdicts
    assert set(verdicts) <= {"FAIL", "LATE", "NEEDS A PERSON", "NOT KNOWN"}


def test_every_finding_is_there_as_json(record):
    said = run(record, BODY, "--on", "2018-03-09", "--json")

    rows = json.loads(said.stdout)
    assert rows
    assert all(set(row) == {"rule", "verdict", "subject", "sentence", "citation", "facts", "as_at"} for row in rows)
    assert {"pass", "needs a person"} <= {row["verdict"] for row in rows}


def test_what_passes_is_printed_when_asked_for(record):
    assert "\nPASS  " not in run(record, BODY, "--on", "2018-03-09").output
    assert "\nPASS  " in run(record, BODY, "--on", "2018-03-09", "--all").output


def test_where_nothing_is_found_the_status_is_0(record):
    said = run(record, BODY, "--on", "1990-01-01")

    assert said.exit_code == 0, said.output


def test_a_body_that_is_not_there_gets_a_sentence(record):
    said = run(record, "safer-nowhere")

    assert said.exit_code == 1
    assert f"There is no body safer-nowhere. The bodies on record are: {BODY}" in said.output


def test_a_rule_that_is_switched_off_is_named_and_not_checked(record):
    assert "REC-MINNUM" in run(record, BODY, "--on", "2018-03-09", "--all").output
    with sa.create_engine(record["SHP_GOV_DATABASE_URL"]).begin() as connection:
        connection.execute(sa.text(SWITCHED_OFF))

    said = run(record, BODY, "--on", "2018-03-09", "--all")
    as_json = run(record, BODY, "--on", "2018-03-09", "--json")

    assert "1 rule switched off: REC-MINNUM (Kept by hand.)" in said.output
    assert "REC-MINNUM: " not in said.output
    assert "REC-MINNUM" not in as_json.stdout
    assert "REC-MINNUM" in as_json.stderr
