"""The rules commands: what they print, and how they refuse."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from shp_gov import clock
from shp_gov.cli.rules import group
from shp_gov.domain.rulebook import rules

COUNCIL, POLICE = "Hartlepool Borough Council", "Chief Constable of Cleveland"
POLICE_AUTHORITY, FIRE = "Cleveland Police Authority", "Cleveland Fire Authority"
PCT, CCG = "Hartlepool Primary Care Trust", "NHS Hartlepool and Stockton-on-Tees Clinical Commissioning Group"
LATER_CCG = "NHS Tees Valley Clinical Commissioning Group"
ICB = "NHS North East and North Cumbria Integrated Care Board"
TRUST, NPS = "Durham Tees Valley Probation Trust", "National Probation Service"
CRC, PROBATION = "Durham Tees Valley Community Rehabilitation Company", "Probation Service"


def run(*words):
    return CliRunner().invoke(group, words)


def printed(*words):
    return json.loads(run(*words, "--json").output)


def test_the_authorities_of_a_day_are_listed_with_their_basis():
    result = run("authorities", "--on", "2018-06-22")

    assert result.exit_code == 0
    assert result.output.startswith("6 responsible authorities of Hartlepool on Friday 22 June 2018\n")
    assert "Cleveland Fire Authority\n    fire and rescue authority, from 1 April 2003\n" in result.output


def test_the_authorities_as_json_have_the_promised_shape():
    rows = printed("authorities", "--area", "hartlepool", "--on", "2021-06-26")

    assert {tuple(row) for row in rows} == {("organisation", "type", "from", "to", "basis", "rule")}
    assert [row["organisation"] for row in rows][-1] == "Probation Service"
    assert (rows[0]["from"], rows[0]["to"]) == ("1998-09-30", None)


def test_before_the_act_there_are_none():
    assert printed("authorities", "--on", "1998-09-29") == []
    assert run("authorities", "--on", "1998-09-29").exit_code == 0


def test_the_day_is_today_unless_another_is_given(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: clock.datetime(2014, 6, 1, 12, tzinfo=clock.UTC))

    assert clock.today() == date(2014, 6, 1)
    assert len(printed("authorities")) == 6


def test_only_rules_in_force_on_the_day_are_listed():
    listed = {row["rule"] for row in printed("list", "--on", "2003-03-31")}

    assert "CDA98-S5-LA" in listed
    assert not listed & {"CDA98-S5-FIRE", "CDA98-S5-HEALTH"}
    in_force = {rule.id for rule in rules().values() if rule.on(date(2012, 11, 21))}
    assert {row["rule"] for row in printed("list", "--on", "2012-11-21")} == in_force > listed


def test_a_rule_is_shown_with_every_version_and_its_source():
    output = run("show", "cda98-s5-health", "--on", "2013-03-31").output

    assert "Version 1: From 30 April 2004 until 31 March 2013  <- in force on 31 March 2013" in output
    assert output.count("Crime and Disorder Act 1998, s. 5(1)(e)") == 3
    assert printed("show", "CDA98-S5-HEALTH", "--on", "2013-04-01")["version_in_force"] == 2
    assert printed("show", "CDA98-S5-HEALTH", "--on", "2004-04-29")["version_in_force"] is None


def test_a_rule_without_a_date_prints_none():
    (version,) = printed("show", "REC-MINNUM")["versions"]

    assert (version["in_force"], version["until"]) == (None, None)
    assert "Version 1: Every day" in run("show", "REC-MINNUM").output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "NO-SUCH-RULE"), "there is no rule NO-SUCH-RULE"),
        (("authorities", "--area", "atlantis"), "is not an area we hold. We hold hartlepool, middlesbrough, "),
        (("list", "--on", "2018-02-30"), "is not a date. Write year, month and day"),
    ],
)
def test_a_wrong_word_is_wrong_use_and_says_what_to_do(words, sentence):
    result = run(*words)

    assert result.exit_code == 2
    assert sentence in result.output


@pytest.mark.parametrize("rule_id", sorted(rules()))
def test_every_rule_can_be_shown(rule_id):
    assert run("show", rule_id).exit_code == 0


def test_who_must_co_operate_and_who_is_invited_can_be_asked():
    rows = printed("authorities", "--area", "seaborough", "--on", "2024-01-10", "--standing", "invited")
    landlord = next(row for row in rows if row["description"] == "a registered social landlord")

    assert (landlord["organisations"], landlord["applicable"], landlord["from"]) == (
        ["Harbour Homes"],
        True,
        "2004-02-23",
    )
    output = run("authorities", "--area", "seaborough", "--standing", "co-operating", "--on", "2024-01-10").output
    assert output.startswith(
        "Who must co-operate with the responsible authorities of Seaborough on Wednesday 10 January"
    )
    assert "every parish council in the area\n    does not apply here. Seaborough has no parishes." in output
    assert "local probation board" not in output


@pytest.mark.parametrize(
    ("first", "last", "bodies"),
    [
        ("1998-09-30", "2003-03-31", [COUNCIL, POLICE]),
        ("2003-04-01", "2004-04-29", [COUNCIL, POLICE, POLICE_AUTHORITY, FIRE]),
        ("2004-04-30", "2010-03-31", [COUNCIL, POLICE, POLICE_AUTHORITY, FIRE, PCT]),
        ("2010-04-01", "2012-11-21", [COUNCIL, POLICE, POLICE_AUTHORITY, FIRE, PCT, TRUST]),
        ("2012-11-22", "2013-03-31", [COUNCIL, POLICE, FIRE, PCT, TRUST]),
        ("2013-04-01", "2014-05-31", [COUNCIL, POLICE, FIRE, CCG, TRUST]),
        ("2014-06-01", "2020-03-31", [COUNCIL, POLICE, FIRE, CCG, NPS, CRC]),
        ("2020-04-01", "2021-06-25", [COUNCIL, POLICE, FIRE, LATER_CCG, NPS, CRC]),
        ("2021-06-26", "2022-06-30", [COUNCIL, POLICE, FIRE, LATER_CCG, PROBATION]),
        ("2022-07-01", "2026-06-30", [COUNCIL, POLICE, FIRE, ICB, PROBATION]),
    ],
)
def test_the_authorities_of_hartlepool_are_right_on_both_edges_of_each_period(first, last, bodies):
    for on in (first, last):
        named = [row["organisation"] for row in printed("authorities", "--area", "hartlepool", "--on", on)]
        assert named == bodies
