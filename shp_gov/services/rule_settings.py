"""Rules for one body: confirming a source, switching a rule off from a day and on again. Each with a note."""

from datetime import date, timedelta

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.rulebook import Confidence, Rule
from shp_gov.domain.words import long_day
from shp_gov.models import Body, RuleSetting, SettingKind
from shp_gov.queries.compliance import settings


class SettingRefused(DomainError):
    """A rule cannot be settled like this."""


def confirm_source(rule: Rule, *, of: Body, note: str, actor: Actor) -> RuleSetting:
    """Say that somebody looked the source of a rule up, and found it right."""
    if rule.confidence is Confidence.READ:
        raise SettingRefused("The source of this rule was read. There is nothing to confirm.")
    if done := settings.of_bodies([of.id]).confirmed(of.id).get(rule.id):
        raise SettingRefused(f"{done.by} confirmed the source on {long_day(done.from_on)}.")
    return _settle(SettingKind.CONFIRMED, rule, of=of, from_on=clock.today(), note=note, actor=actor)


def switch_off(rule: Rule, *, of: Body, from_on: date, note: str, actor: Actor) -> RuleSetting:
    """Leave a rule out of the checks of a body from a day, and say why."""
    for row in settings.of_bodies([of.id]).of_rule(rule.id):
        if row.kind == SettingKind.SWITCHED_OFF and (row.until_on is None or row.until_on >= from_on):
            until = f" until {long_day(row.until_on)}" if row.until_on else ""
            raise SettingRefused(f"The rule is switched off from {long_day(row.from_on)}{until}. Choose another day.")
    return _settle(SettingKind.SWITCHED_OFF, rule, of=of, from_on=from_on, note=note, actor=actor)


def switch_on(rule: Rule, *, of: Body, from_on: date, note: str, actor: Actor) -> RuleSetting:
    """Take a rule into the checks of a body again from a day, and say why. The days before stay as they were."""
    row = _open(rule, of)
    if row is None:
        raise SettingRefused("The rule is not switched off.")
    if from_on <= row.from_on:
        raise SettingRefused(f"The rule is switched off from {long_day(row.from_on)}. Choose a later day.")
    row.until_on = from_on - timedelta(days=1)
    row.ended_note, row.ended_by, row.ended_at = _required(note), actor.name, clock.now()
    audit.record(
        "rule.switched_on",
        row,
        actor=actor,
        body_id=of.id,
        rule=rule.id,
        until_on=row.until_on,
        words={"note": row.ended_note},
    )
    return row


def _open(rule: Rule, body: Body) -> RuleSetting | None:
    rows = settings.of_bodies([body.id]).of_rule(rule.id)
    return next((row for row in rows if row.kind == SettingKind.SWITCHED_OFF and row.until_on is None), None)


def _settle(kind: SettingKind, rule: Rule, *, of: Body, from_on: date, note: str, actor: Actor) -> RuleSetting:
    row = RuleSetting(body=of, rule=rule.id, kind=kind, from_on=from_on, note=_required(note))
    row.by, row.at = actor.name, clock.now()
    db.session.add(row)
    name = {SettingKind.CONFIRMED: "rule.source_confirmed", SettingKind.SWITCHED_OFF: "rule.switched_off"}[kind]
    audit.record(name, row, actor=actor, body_id=of.id, rule=rule.id, from_on=from_on, words={"note": row.note})
    return row


def _required(note: str) -> str:
    if not note.strip():
        raise SettingRefused("Say why in a note. Whoever asks later will want to know.")
    return note.strip()
