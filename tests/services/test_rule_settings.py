"""Rules for one body: sources confirmed, rules switched off and on, by whom and why."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine
from sqlalchemy.exc import IntegrityError

from shp_gov import clock
from shp_gov.domain.rulebook import Confidence, rules
from shp_gov.models import AuditEvent, RuleSetting, SettingKind
from shp_gov.queries import compliance
from shp_gov.services import rule_settings
from shp_gov.services.rule_settings import SettingRefused
from tests import factories as make

POLICE = rules()["CDA98-S5-POLICE"]
NOTE = "Legal looked at it."


def found_on(body, day) -> set[str]:
    return {finding.rule for finding in compliance.of_body(body, day)}


@pytest.fixture
def body(app):
    found = make.a_body(area="seaborough")
    make.a_seat(body=found, organisation=make.an_organisation("Northshire Police"))
    return found


def switch_off(body, day, note=NOTE):
    return rule_settings.switch_off(POLICE, of=body, from_on=day, note=note, actor=make.SYSTEM)


def test_a_rule_switched_off_is_left_out_from_its_day_and_the_page_can_say_so(body):
    switch_off(body, date(2026, 6, 1))

    assert POLICE.id in found_on(body, date(2026, 5, 31))
    assert POLICE.id not in found_on(body, date(2026, 6, 1))
    assert list(compliance.stand(body, date(2026, 6, 1)).off) == [POLICE.id]
    assert POLICE.id in found_on(make.a_body("Fish Quay Board", area="seaborough"), date(2026, 6, 1))


def test_a_rule_switched_on_again_is_checked_from_that_day_and_the_days_between_stay(body):
    switch_off(body, date(2026, 6, 1))

    rule_settings.switch_on(POLICE, of=body, from_on=date(2026, 7, 1), note="It was wrong.", actor=make.SYSTEM)

    assert POLICE.id not in found_on(body, date(2026, 6, 30))
    assert POLICE.id in found_on(body, date(2026, 7, 1))


def test_it_can_be_switched_off_a_second_time(body):
    switch_off(body, date(2026, 6, 1))
    rule_settings.switch_on(POLICE, of=body, from_on=date(2026, 7, 1), note=NOTE, actor=make.SYSTEM)

    switch_off(body, date(2026, 7, 1))

    assert POLICE.id not in found_on(body, date(2026, 7, 1))


@pytest.mark.parametrize("day", [date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)])
def test_a_rule_that_is_off_is_not_switched_off_again(body, day):
    switch_off(body, date(2026, 6, 1))

    with pytest.raises(SettingRefused, match="switched off from Monday 1 June 2026"):
        switch_off(body, day)


def test_a_rule_that_is_on_cannot_be_switched_on(body):
    with pytest.raises(SettingRefused, match="not switched off"):
        rule_settings.switch_on(POLICE, of=body, from_on=date(2026, 7, 1), note=NOTE, actor=make.SYSTEM)


def test_a_rule_cannot_come_on_before_it_was_off(body):
    switch_off(body, date(2026, 6, 1))

    with pytest.raises(SettingRefused, match="Choose a later day"):
        rule_settings.switch_on(POLICE, of=body, from_on=date(2026, 6, 1), note=NOTE, actor=make.SYSTEM)


@time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC))
def test_a_mistyped_day_to_come_is_taken_back_and_set_again(body):
    switch_off(body, date(2062, 6, 1))

    rule_settings.take_back(POLICE, of=body, note="The year was mistyped.", actor=make.SYSTEM)
    switch_off(body, date(2026, 6, 1))

    assert POLICE.id in found_on(body, date(2026, 5, 31))
    assert POLICE.id not in found_on(body, date(2026, 6, 1))


@time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC))
def test_what_was_taken_back_is_in_the_audit_trail_with_why(body):
    switch_off(body, date(2062, 6, 1))
    rule_settings.take_back(POLICE, of=body, note="The year was mistyped.", actor=make.SYSTEM)
    make.db.session.commit()

    line = make.db.session.query(AuditEvent).filter_by(event="rule.switching_off_withdrawn").one()
    assert (line.facts["rule"], line.facts["from_on"]) == (POLICE.id, "2062-06-01")
    assert {words.field: words.text for words in line.words} == {"note": "The year was mistyped.", "was": NOTE}
    assert not compliance.settings.of_bodies([body.id]).rows


@time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC))
@pytest.mark.parametrize("day", [date(2026, 6, 1), date(2026, 9, 10)])
def test_a_rule_that_was_off_already_is_not_taken_back(body, day):
    switch_off(body, day)

    with pytest.raises(SettingRefused, match="switch it on again"):
        rule_settings.take_back(POLICE, of=body, note=NOTE, actor=make.SYSTEM)


@time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC))
def test_a_mistyped_day_to_come_on_again_is_changed(body):
    switch_off(body, date(2026, 6, 1))
    rule_settings.switch_on(POLICE, of=body, from_on=date(2062, 7, 1), note=NOTE, actor=make.SYSTEM)

    rule_settings.switch_on(POLICE, of=body, from_on=date(2026, 7, 1), note="Mistyped.", actor=make.SYSTEM)

    assert POLICE.id not in found_on(body, date(2026, 6, 30))
    assert POLICE.id in found_on(body, date(2026, 7, 1))


def test_no_database_holds_a_rule_that_is_off_twice(body):
    switch_off(body, date(2026, 6, 1))
    row = RuleSetting(body=body, rule=POLICE.id, kind=SettingKind.SWITCHED_OFF, from_on=date(2026, 7, 1), note=NOTE)
    row.by, row.at = "test", clock.now()
    make.db.session.add(row)

    with pytest.raises(IntegrityError):
        make.db.session.flush()
    make.db.session.rollback()


def test_without_a_note_nothing_is_settled(body):
    with pytest.raises(SettingRefused, match="note"):
        switch_off(body, date(2026, 6, 1), note="  ")

    assert not compliance.settings.of_bodies([body.id]).rows


def test_a_source_that_was_read_needs_no_confirming(body):
    with pytest.raises(SettingRefused, match="nothing to confirm"):
        rule_settings.confirm_source(POLICE, of=body, note=NOTE, actor=make.SYSTEM)


def test_a_source_is_confirmed_once_with_who_and_why(body):
    unread = replace(POLICE, confidence=Confidence.FROM_MEMORY)

    rule_settings.confirm_source(unread, of=body, note=NOTE, actor=make.SYSTEM)

    row = compliance.stand(body, date(2026, 9, 1)).confirmed[unread.id]
    assert (row.by, row.note) == ("test", NOTE)
    with pytest.raises(SettingRefused, match="test confirmed the source"):
        rule_settings.confirm_source(unread, of=body, note=NOTE, actor=make.SYSTEM)


def test_every_act_is_in_the_audit_trail(body):
    switch_off(body, date(2026, 6, 1))
    rule_settings.switch_on(POLICE, of=body, from_on=date(2026, 7, 1), note="It was wrong.", actor=make.SYSTEM)
    make.db.session.commit()

    lines = make.db.session.query(AuditEvent).filter(AuditEvent.event.like("rule.%")).all()
    assert [line.event for line in lines] == ["rule.switched_off", "rule.switched_on"]
    assert [line.words[0].text for line in lines] == [NOTE, "It was wrong."]
