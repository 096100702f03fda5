"""The rules as dated data: read, refused, and in force on a day."""

import runpy
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.checks import CHECKS_OF, check_of
from shp_gov.domain.rulebook import BadRulebook, read, rules

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 12, 31))
ROOT = Path(__file__).parents[3]
A_FILE = """
instrument = "Act"
[[rule]]
id = "A-1"
title = "A title"
source = "statute"
binds = "council"
confidence = "read"
check = "a check"
[[rule.case]]
on = 2018-06-22
verdict = "pass"
[[rule.version]]
in_force = 2003-04-01
until = 2012-11-21
citation = "Act, s. 1"
"""


def test_every_rule_has_a_check_and_every_check_a_rule():
    known = {name for checks in CHECKS_OF.values() for name in checks}

    assert {rule.check for rule in rules().values()} == known
    assert all(check_of(rule) for rule in rules().values())


def test_the_document_says_what_the_rulebook_says():
    written = runpy.run_path(str(ROOT / "scripts" / "write_rulebook.py"))["written"]
    document = (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8")

    assert document == written(document), "Run scripts/write_rulebook.py"


def test_every_version_is_cited_and_its_dates_run_forward():
    for rule in rules().values():
        ends = [version.until for version in rule.versions[:-1]]
        assert [version.number for version in rule.versions] == list(range(1, len(rule.versions) + 1))
        assert all(version.citation.strip() and version.rule == rule.id for version in rule.versions)
        assert all(version.until is None or version.in_force <= version.until for version in rule.versions)
        assert all(end < later.in_force for end, later in zip(ends, rule.versions[1:], strict=True))


@given(DAYS, st.sampled_from(sorted(rules())))
def test_at_most_one_version_is_in_force_on_any_day(day, rule_id):
    rule = rules()[rule_id]
    covering = [version for version in rule.versions if version.covers(day)]

    assert covering == ([rule.on(day)] if rule.on(day) else [])
    assert not (covering and rule.ended_before(day))


@pytest.mark.parametrize(
    ("rule_id", "starts", "ends"),
    [
        ("CDA98-S5-LA", [date(1998, 9, 30)], None),
        ("CDA98-S5-POLICE", [date(1998, 9, 30)], None),
        ("CDA98-S5-POLICEAUTH", [date(2003, 4, 1)], date(2012, 11, 21)),
        ("CDA98-S5-FIRE", [date(2003, 4, 1)], None),
        ("CDA98-S5-HEALTH", [date(2004, 4, 30), date(2013, 4, 1), date(2022, 7, 1)], None),
        ("CDA98-S5-PROB", [date(2010, 4, 1)], None),
        ("CDA98-S5-STALE", [date(1998, 9, 30)], None),
        ("CDA98-S5-NOTRA", [date(1998, 9, 30)], None),
        ("CDA98-S5-COVER", [date(1998, 9, 30), date(2011, 6, 1)], None),
    ],
)
def test_each_change_of_a_dated_rule_is_on_its_day(rule_id, starts, ends):
    rule = rules()[rule_id]

    assert rule.on(starts[0] - timedelta(days=1)) is None
    for number, start in enumerate(starts, start=1):
        assert rule.on(start) is rule.versions[number - 1]
        assert rule.on(start - timedelta(days=1)) is not rule.on(start)
    assert rule.versions[-1].until == ends


def test_a_repealed_rule_is_in_force_on_its_last_day_and_not_on_the_next():
    rule = rules()["CDA98-S5-POLICEAUTH"]

    assert rule.on(date(2012, 11, 21))
    assert not rule.ended_before(date(2012, 11, 21))
    assert rule.on(date(2012, 11, 22)) is None
    assert rule.ended_before(date(2012, 11, 22))


def test_a_rule_without_a_date_is_in_force_on_every_day():
    assert rules()["REC-MINNUM"].on(date.min)
    assert rules()["REC-MINNUM"].on(date.max)


def test_a_good_file_is_read():
    (rule,) = read("act.toml", A_FILE)

    assert (rule.id, rule.instrument, rule.source) == ("A-1", "Act", "statute")
    assert rule.citation == "Act, s. 1"


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ('citation = "Act, s. 1"', "", "the citation is missing"),
        ('citation = "Act, s. 1"', 'citation = " "', "the citation is missing"),
        ('title = "A title"', "", "the title is missing"),
        ('source = "statute"', 'source = "rumour"', "must be one of: statute"),
        ('binds = "council"', 'binds = "the moon"', "must be one of: strategy group"),
        ('confidence = "read"', "", "the confidence is None"),
        ('check = "a check"', "", "the check is missing"),
        ('verdict = "pass"', 'verdict = "perhaps"', "must be one of: pass"),
        ("on = 2018-06-22", "", "a case has no day"),
        ("until = 2012-11-21", "until = 2003-03-31", "outside its own dates"),
        ("in_force = 2003-04-01", 'in_force = "2003-04-01"', "without quotation marks"),
        ("in_force = 2003-04-01", "in_force = 2003-04-31", "not TOML"),
        ("in_force", "inforce", "does not know inforce"),
        ('instrument = "Act"', "", "the instrument is missing"),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_by_name(good, bad, words):
    with pytest.raises(BadRulebook, match=r"act\.toml") as refusal:
        read("act.toml", A_FILE.replace(good, bad))

    assert words in str(refusal.value)


def test_versions_out_of_order_or_missing_are_refused():
    earlier = '[[rule.version]]\nin_force = 2001-01-01\ncitation = "Act, s. 2"\n'
    without = A_FILE[: A_FILE.index("[[rule.version]]")]
    caseless = A_FILE.replace('[[rule.case]]\non = 2018-06-22\nverdict = "pass"\n', "")

    with pytest.raises(BadRulebook, match="not in the order"):
        read("act.toml", A_FILE + earlier)
    with pytest.raises(BadRulebook, match="no version"):
        read("act.toml", without)
    with pytest.raises(BadRulebook, match="no case"):
        read("act.toml", caseless)


@given(st.lists(DAYS, min_size=1, max_size=5, unique=True), DAYS)
def test_a_rule_whose_versions_follow_each_other_has_one_on_every_day_since_the_first(starts, day):
    versions = "".join(f'[[rule.version]]\nin_force = {start}\ncitation = "Act"\n' for start in sorted(starts))
    (rule,) = read("act.toml", A_FILE[: A_FILE.index("[[rule.version]]")] + versions)

    version = rule.on(day)

    assert (version is not None) == (day >= min(starts))
    assert version is None or version.in_force == max(start for start in starts if start <= day)
