"""Packs: kept by their hash, corrected by an officer, accepted into the register."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified

from shp_gov import audit, clock, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.workflows import ImportState
from shp_gov.models import Body, Correction, Document, Import, Organisation, Person, Question
from shp_gov.queries import imports as queries
from shp_gov.services import questions, register
from shp_gov.services.evidence import safe_name

ONE_AT_A_TIME = 7_215_011


def wait_for_turn() -> None:
    """Let one import work at a time, so that two of one new body do not found it twice."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_AT_A_TIME)))


def keep(
    content: bytes,
    filename: str,
    *,
    media_type: str,
    reading: dict[str, Any],
    actor: Actor,
    lines: Sequence[tuple[int, str]] = (),
) -> Import:
    """Keep a pack, its lines and what was read in it. The same bytes are the same import."""
    sha256 = storage.sha256(content)
    if (known := queries.find(sha256)) is not None:
        return known
    at = clock.now()
    document = Document(sha256=storage.keep(content), filename=safe_name(filename), media_type=media_type)
    document.size = len(content)
    document.is_exempt, document.stored_at, document.stored_by = True, at, actor.name
    pack = Import(sha256=sha256, document=document, reading=reading, read_at=at, read_by=actor.name)
    pack.read_by_id = actor.user_id
    pack.lines_sha256 = storage.keep(json.dumps(lines).encode()) if lines else None
    db.session.add(pack)
    audit.record("pack.read", pack, actor=actor, sha256=sha256, filename=document.filename)
    return pack


def correct(pack: Import, path: str, *, was: str | None, value: str | None, actor: Actor) -> Correction:
    """Put something in place of what was read. It is kept for ever and wins over every later reading."""
    row = next((row for row in pack.corrections if row.path == path), None)
    if row is None:
        row = Correction(path=path, was=was)
        pack.corrections.append(row)
    row.value, row.made_at, row.made_by = value, clock.now(), actor.name
    flag_modified(pack, "state")  # a correction is a new version of its pack, so that a stale page is noticed
    words = {"was": row.was, "value": value}
    audit.record("pack.corrected", pack, actor=actor, body_id=pack.body_id, words=words, path=path)
    return row


def accepted(pack: Import, *, body: Body, actor: Actor) -> None:
    """Say that a pack is in the register, once."""
    pack.body = body
    if pack.state is ImportState.ACCEPTED:
        return
    pack.state, pack.accepted_at, pack.accepted_by = ImportState.ACCEPTED, clock.now(), actor.name
    audit.record("pack.accepted", pack, actor=actor, body_id=body.id)


def answer(question: Question, *, person: Person | Organisation | None, actor: Actor) -> None:
    """Say whom, or which organisation, a name means; nobody given is somebody else. It takes effect at once."""
    wait_for_turn()
    db.session.refresh(question)
    questions.answer(question, means=person, actor=actor)
    pack = question.pack
    assert pack.body is not None, "a question is asked when a pack goes into the register of its body"
    register.bring_up_to_date(pack.body, pack=pack, actor=actor)
