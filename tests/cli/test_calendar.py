"""The calendar command: what it prints, its options, and how it refuses."""

import json

import pytest
from click.testing import CliRunner

from shp_gov.cli.__main__ import main


def run(*words):
    return CliRunner().invoke(main, ("calendar", "notice", *words))


def test_it_says_the_day_and_what_it_counted():
    result = run("2018-04-06")

    assert result.exit_code == 0
    assert result.output == (
        "Publish by Tuesday 27 March 2018 for the meeting on Friday 6 April 2018.\n"
        "That leaves 5 clear days. Counted: working days, Monday to Friday without bank holidays.\n"
        "The days are 28 March 2018, 29 March 2018, 3 April 2018, 4 April 2018 and 5 April 2018.\n"
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("2018-04-06",), ("working", 5, "2018-03-27")),
        (("2002-09-27",), ("working", 3, "2002-09-23")),
        (("2018-04-06", "--basis", "calendar"), ("calendar", 5, "2018-03-31")),
        (("2018-04-06", "--basis", "mon-sat", "--days", "3"), ("mon-sat", 3, "2018-03-31")),
        (("2021-07-19", "--as-is"), ("working", 5, "2021-07-11")),
    ],
)
def test_its_json_has_the_promised_shape(words, found):
    basis, days, last = found

    assert json.loads(run(*words, "--json").output) == {
        "meeting": words[0],
        "basis": basis,
        "days": days,
        "last_publication": last,
    }


def test_a_long_notice_is_not_listed_day_by_day():
    assert "The days are" not in run("2018-04-06", "--days", "60").output


@pytest.mark.parametrize("words", [("22/06/2018",), (), ("2018-06-22", "--days", "0"), ("2018-06-22", "--basis", "x")])
def test_wrong_use_is_exit_status_2(words):
    assert run(*words).exit_code == 2


def test_a_day_too_long_ago_is_refused_in_a_sentence():
    result = run("0001-01-01")

    assert (result.exit_code, result.output) == (
        1,
        "Error: Clear days are counted here from 1978. Choose a later day.\n",
    )
