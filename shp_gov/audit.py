"""One chained line in the audit trail for every act, in the transaction of the act."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session, object_session

from shp_gov import clock
from shp_gov.domain import audit_chain
from shp_gov.models import AuditEvent, AuditHead, AuditWords, Base

GENESIS = audit_chain.GENESIS


@dataclass(frozen=True)
class Actor:
    """Whoever acts: an account, or the system on behalf of an operating-system user."""

    name: str
    user_id: int | None = None


def record(
    event_name: str,
    subject: Base,
    *,
    actor: Actor,
    body_id: int | None = None,
    words: dict[str, str | None] | None = None,
    **facts: Any,
) -> None:
    """Write one line: who did what to what. Words are kept apart, so that exempt ones can lawfully be removed."""
    session = object_session(subject)
    assert session is not None, "an act is recorded in the session of what it changed"
    session.flush()
    line = AuditEvent(
        at=clock.now(),
        actor=actor.name,
        user_id=actor.user_id,
        event=event_name,
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        body_id=body_id,
        facts={name: _plain(value) for name, value in facts.items()},
        words=[_salted(field, text) for field, text in sorted((words or {}).items()) if text is not None],
    )
    session.info.setdefault("audit_lines", []).append(line)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _salted(field: str, text: str) -> AuditWords:
    salt = secrets.token_hex(16)
    return AuditWords(field=field, salt=salt, text=text, hash=audit_chain.words_hash(field, salt, text))


def line_hash(line: AuditEvent) -> str:
    """Hash a line with everything it says and the hash of the line before."""
    return audit_chain.line_hash(
        audit_chain.Line(
            sequence=line.sequence,
            at=line.at,
            actor=line.actor,
            user_id=line.user_id,
            event=line.event,
            subject_type=line.subject_type,
            subject_id=line.subject_id,
            body_id=line.body_id,
            facts=line.facts,
            words=tuple((words.field, words.hash) for words in line.words),
            previous=line.previous,
        )
    )


def _number(line: AuditEvent, sequence: int) -> None:
    """Give a line and its words their numbers: they follow from its place in the chain."""
    line.id = line.sequence = sequence
    numbers = audit_chain.words_ids(sequence, [words.field for words in line.words])
    for words in line.words:
        words.id = numbers[words.field]


def _chain(session: Session) -> None:
    """Add the lines of this transaction to the chain as the last thing it does, holding the head locked."""
    lines: list[AuditEvent] = session.info.pop("audit_lines", [])
    if not lines:
        return
    session.flush()
    lock = sa.update(AuditHead).values(sequence=AuditHead.sequence + len(lines))
    lock = lock.returning(AuditHead.sequence, AuditHead.hash)
    end, previous = session.execute(lock, execution_options={"synchronize_session": False}).one()
    for sequence, line in enumerate(lines, start=end - len(lines) + 1):
        _number(line, sequence)
        line.previous = previous
        line.hash = previous = line_hash(line)
    session.add_all(lines)
    session.flush()
    session.execute(sa.update(AuditHead).values(hash=previous), execution_options={"synchronize_session": False})


def _forget(session: Session) -> None:
    session.info.pop("audit_lines", None)


event.listen(Session, "before_commit", _chain)
event.listen(Session, "after_rollback", _forget)
