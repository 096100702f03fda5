"""The governance calendar: what was done about each duty, by when, and what shows it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.duties import Duty, Value, duties
from shp_gov.domain.duties.entered import (
    EntryRefused,
    as_kept,
    require_fitting,
    require_order,
    require_shown_by,
    require_year,
)
from shp_gov.domain.duties.years import spans_about
from shp_gov.models import Body, Decision, DutyEntry, Meeting
from shp_gov.services.evidence import Upload, keep


@dataclass(frozen=True)
class Account:
    """What is said of a duty: what it asks to know, whether it was done, until when it holds, and what shows it."""

    entered: Mapping[str, Value] = field(default_factory=dict)
    is_done: bool = True
    until_on: date | None = None
    decision: Decision | None = None
    meeting: Meeting | None = None
    note: str = ""
    file: Upload | None = None


def record(body: Body, duty: Duty, account: Account, *, year: date | None = None, actor: Actor) -> DutyEntry:
    """Record what was done about a duty, or that it was not done."""
    require_year(duty, year, [span.starts_on for span in spans_about(duty.cycle, year or clock.today(), before=0)])
    _require_right(body.id, duty, account)
    entry = DutyEntry(body_id=body.id, duty=duty.id, year=year, recorded_at=clock.now(), recorded_by=actor.name)
    _write(entry, account, actor)
    db.session.add(entry)
    _audited("duty.recorded", entry, actor)
    return entry


def correct(entry: DutyEntry, account: Account, *, actor: Actor) -> None:
    """Put right what was recorded. What it said before stays in the audit trail, and a file stays unless replaced."""
    take(entry)
    _require_standing(entry)
    _require_right(entry.body_id, duties()[entry.duty], account)
    before = _said(entry)
    _write(entry, account, actor)
    guards.require_change(_said(entry) == before, what="what is recorded")
    _audited("duty.corrected", entry, actor, was=before)


def withdraw(entry: DutyEntry, *, because: str, actor: Actor) -> None:
    """Take an entry out of the calendar, with the reason. It stays on record."""
    said = guards.require_words(because, what="a reason")
    take(entry)
    _require_standing(entry)
    entry.withdrawn_at, entry.withdrawn_because = clock.now(), said
    facts = {"duty": entry.duty, "year": entry.year}
    audit.record("duty.withdrawn", entry, actor=actor, body_id=entry.body_id, words={"because": said}, **facts)


def take(entry: DutyEntry) -> None:
    """Hold an entry until the transaction ends, and read it as it is now."""
    db.session.flush()
    db.session.execute(sa.select(DutyEntry.id).where(DutyEntry.id == entry.id).with_for_update())
    db.session.refresh(entry, [attribute.key for attribute in sa.inspect(DutyEntry).column_attrs])


def _require_standing(entry: DutyEntry) -> None:
    if entry.withdrawn_at is not None:
        raise EntryRefused("This entry was withdrawn. Record the duty again instead.")


def _require_right(body_id: int, duty: Duty, account: Account) -> None:
    require_fitting(duty, account.entered, is_done=account.is_done, today=clock.today())
    require_order(duty, account.entered, until=account.until_on)
    for shown_by in (account.decision, account.meeting):
        if shown_by is not None:
            require_shown_by(shown_by.body_id, shown_by.on, body_id=body_id, today=clock.today())


def _write(entry: DutyEntry, account: Account, actor: Actor) -> None:
    entry.entered, entry.is_done, entry.until_on = as_kept(account.entered), account.is_done, account.until_on
    entry.decision, entry.meeting = account.decision, account.meeting
    entry.note = guards.require_words(account.note, what="a note") if account.note.strip() else None
    if account.file is not None:
        is_exempt = account.decision is not None and account.decision.minute.is_exempt
        entry.document = keep(account.file, is_exempt=is_exempt, actor=actor)


def _said(entry: DutyEntry) -> dict[str, Any]:
    """Give everything that an entry says, plainly."""
    db.session.flush()
    return {
        "entered": entry.entered,
        "is_done": entry.is_done,
        "until_on": entry.until_on.isoformat() if entry.until_on else None,
        "decision": entry.decision_id,
        "meeting": entry.meeting_id,
        "document": entry.document_id,
        "note": entry.note,
    }


def _audited(event: str, entry: DutyEntry, actor: Actor, *, was: Mapping[str, Any] | None = None) -> None:
    says = _said(entry)
    words = {"says": json.dumps(says, ensure_ascii=False), "was": json.dumps(was, ensure_ascii=False) if was else None}
    facts = {"duty": entry.duty, "year": entry.year, "is_done": entry.is_done}
    audit.record(event, entry, actor=actor, body_id=entry.body_id, words=words, **facts)
