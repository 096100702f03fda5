"""Rules for one body: confirming a source, switching a rule off from a day and on again. Each with a note."""

from collections.abc import Sequence
from datetime import date, timedelta

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.rulebook import Confidence, Rule
from shp_gov.domain.words import long_day
from shp_gov.models import Body, RuleSetting, SettingKind


class SettingRefused(DomainError):
    """A rule cannot be settled like this."""


def confirm_source(rule: Rule, *, of: Body, note: str, actor: Actor) -> RuleSetting:
    """Say that somebody looked the source of a rule up, and found it right."""
    if rule.confidence is Confidence.READ:
        raise SettingRefused("The source of this rule was read. There is nothing to confirm.")
    if done := next((row for row in _held(rule, of) if row.kind is SettingKind.CONFIRMED), None):
        raise SettingRefused(f"{done.by} confirmed the source on {long_day(done.from_on)}.")
    return _settle(SettingKind.CONFIRMED, rule, of=of, from_on=clock.today(), note=note, actor=actor)


def switch_off(rule: Rule, *, of: Body, from_on: date, note: str, actor: Actor) -> RuleSetting:
    """Leave a rule out of the checks of a body from a day, and say why."""
    for row in _times_off(rule, of):
        if row.until_on is None or row.until_on >= from_on:
            until = f" until {long_day(row.until_on)}" if row.until_on else ""
            raise SettingRefused(f"The rule is switched off from {long_day(row.from_on)}{until}. Choose another day.")
    return _settle(SettingKind.SWITCHED_OFF, rule, of=of, from_on=from_on, note=note, actor=actor)


def switch_on(rule: Rule, *, of: Body, from_on: date, note: str, actor: Actor) -> RuleSetting:
    """Take a rule into the checks of a body again from a day, and say why. The days before stay as they were.

    A day that was set and has not come yet is changed by setting another.
    """
    row = next((row for row in _times_off(rule, of) if row.until_on is None or row.until_on >= clock.today()), None)
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


def take_back(rule: Rule, *, of: Body, note: str, actor: Actor) -> None:
    """Take a switching off back before its day, and say why. The rule was never off; the audit trail keeps both."""
    row = next((row for row in _times_off(rule, of) if row.from_on > clock.today()), None)
    if row is None:
        raise SettingRefused("No day is set for switching this rule off. Where it is off, switch it on again.")
    words: dict[str, str | None] = {"note": _required(note), "was": row.note}
    days = {"from_on": row.from_on, "until_on": row.until_on}
    audit.record("rule.switching_off_withdrawn", row, actor=actor, body_id=of.id, rule=rule.id, words=words, **days)
    db.session.delete(row)
    db.session.flush()


def _times_off(rule: Rule, body: Body) -> list[RuleSetting]:
    """List when a rule is off, the latest first."""
    return [row for row in _held(rule, body) if row.kind is SettingKind.SWITCHED_OFF]


def _held(rule: Rule, body: Body) -> Sequence[RuleSetting]:
    """Fetch what was settled about a rule, and let nobody else settle one of this body before the transaction ends."""
    db.session.flush()
    db.session.execute(sa.select(Body.id).where(Body.id == body.id).with_for_update())
    rows = sa.select(RuleSetting).where(RuleSetting.body_id == body.id, RuleSetting.rule == rule.id)
    latest_first = rows.order_by(RuleSetting.from_on.desc(), RuleSetting.id.desc())
    return db.session.scalars(latest_first, execution_options={"populate_existing": True}).all()


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
