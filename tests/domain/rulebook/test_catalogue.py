"""Every id of the catalogue that the rules were written from is a rule, or the document says why it is not."""

import re
from pathlib import Path

import pytest

from shp_gov.domain.rulebook import Source, rules

ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT.parent / "shared" / "law" / "law.md"
ROW = re.compile(
    r"^\| (?P<id>[A-Z0-9-]+) \|[^|]*\|[^|]*\| (?P<from>[0-9-]{10})( – (?P<until>[0-9-]{10})| →)[^|]*\|", re.M
)
NO_CATALOGUE = pytest.mark.skipif(not CATALOGUE.exists(), reason="the catalogue is not beside the project")
IN_THE_CATALOGUE = re.compile(r"^\| ([A-Z]+[0-9]*-[A-Z0-9-]+|[A-Z]+[0-9]{2}) \|", re.MULTILINE)
NOT_A_RULE = re.compile(r"^\| `([A-Z0-9-]+)` \| (.{20,}) \|$", re.MULTILINE)


def not_rules():
    document = (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8")
    section = document.split("## In the catalogue and not a rule here")[1].split("\n## ")[0]
    return {found.group(1) for found in NOT_A_RULE.finditer(section)}


def test_what_is_said_not_to_be_a_rule_is_none():
    assert not_rules()
    assert not not_rules() & set(rules())


def catalogue():
    return CATALOGUE.read_text(encoding="utf-8").split("## 8. RULE CATALOGUE")[1].split("\n## 9.")[0]


@NO_CATALOGUE
def test_every_id_of_the_catalogue_is_a_rule_or_its_absence_is_explained():
    wanted = set(IN_THE_CATALOGUE.findall(catalogue()))

    assert len(wanted) > 100
    assert wanted - set(rules()) - not_rules() == set()


@NO_CATALOGUE
def test_each_rule_begins_and_ends_on_the_days_of_the_catalogue():
    law = {rule.id for rule in rules().values() if rule.source != Source.TERMS}  # terms begin when a body adopts them
    rows = [row for row in ROW.finditer(catalogue()) if row["id"] in law]

    assert len(rows) > 40
    for row in rows:
        versions = rules()[row["id"]].versions
        until = versions[-1].until
        assert (row["id"], versions[0].in_force.isoformat()) == (row["id"], row["from"])
        assert (row["id"], until and until.isoformat()) == (row["id"], row["until"])
