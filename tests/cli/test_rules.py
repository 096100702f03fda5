"""The rules commands: what they print, and how they refuse."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from shp_gov import clock
from shp_gov.cli.rules import group
from shp_gov.domain.rulebook import rules


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
    assert {row["rule"] for row in printed("list", "--on", "2012-11-21")} == set(rules())


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
        (("authorities", "--area", "atlantis"), "is not an area we hold. We hold hartlepool and seaborough."),
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
