"""Prove the audit trail: read it from its first line to its last, and name the first that is not as it was written."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from shp_gov.database import db
from shp_gov.domain.audit_chain import GENESIS, Line, line_hash, words_hash, words_ids
from shp_gov.domain.words import day_words
from shp_gov.models import AuditEvent, AuditHead, AuditWords

AT_A_TIME = 1000
EXACTLY = "%Y-%m-%d %H:%M:%S.%f"
COLUMNS = (
    AuditEvent.id,
    AuditEvent.sequence,
    sa.type_coerce(AuditEvent.at, sa.Text).label("at"),
    AuditEvent.actor,
    AuditEvent.user_id,
    AuditEvent.event,
    AuditEvent.subject_type,
    AuditEvent.subject_id,
    AuditEvent.body_id,
    sa.cast(AuditEvent.facts, sa.Text).label("facts"),
    AuditEvent.previous,
    AuditEvent.hash,
)
WORDS = (
    AuditWords.id,
    AuditWords.audit_event_id,
    AuditWords.field,
    AuditWords.salt,
    AuditWords.text,
    AuditWords.hash,
)


@dataclass(frozen=True)
class Checkpoint:
    """The end of the trail as it stood at a moment, kept elsewhere."""

    sequence: int
    hash: str
    at: datetime


@dataclass(frozen=True)
class Fault:
    """The first line that is not as it was written, and what is wrong with it."""

    sequence: int
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What reading the trail told: how many lines are whole, and the first fault, if there is one."""

    lines: int
    fault: Fault | None = None


@dataclass(frozen=True)
class Read:
    """A line as the database holds it, with its words."""

    row: Any
    words: Sequence[Any]


class Faulty(Exception):
    """Reading stops at the first fault."""

    def __init__(self, sequence: int, sentence: str) -> None:
        super().__init__(sentence)
        self.fault = Fault(sequence, sentence)


def head(at: datetime) -> Checkpoint:
    """Give the end of the trail, to be kept out of the building."""
    sequence, hash_ = _head()
    return Checkpoint(sequence, hash_, at)


def verify(checkpoints: Iterable[Checkpoint] = ()) -> Verdict:
    """Read the whole trail in bounded memory. Words that were lawfully removed are no fault."""
    whole = 0
    try:
        ends_at, end_hash = _head()
        known = sorted(checkpoints, key=lambda checkpoint: checkpoint.sequence)
        previous = GENESIS
        _require_checkpoints(known, 0, GENESIS)
        for read in _lines():
            previous = _require_whole(read, whole + 1, previous, ends_at)
            whole += 1
            _require_checkpoints(known, whole, previous)
        _require_end(whole, previous, ends_at, end_hash)
        _require_reached(known, whole)
        _require_no_strays()
    except Faulty as found:
        return Verdict(whole, found.fault)
    return Verdict(whole)


def _head() -> tuple[int, str]:
    row = db.session.execute(sa.select(AuditHead.sequence, AuditHead.hash).where(AuditHead.id == 1)).one_or_none()
    if row is None:
        raise Faulty(0, "The head of the trail is gone. Nobody can tell where the trail ended.")
    return row.sequence, row.hash


def _lines() -> Iterator[Read]:
    last = 0
    while batch := _batch(last, AT_A_TIME):
        yield from batch
        last = batch[-1].row.sequence


def _batch(after: int, size: int) -> list[Read]:
    """Fetch the next lines with their words; where one cannot be read, those before it come one by one."""
    try:
        rows = db.session.execute(
            sa.select(*COLUMNS).where(AuditEvent.sequence > after).order_by(AuditEvent.sequence).limit(size)
        ).all()
        asked = sa.select(*WORDS).where(AuditWords.audit_event_id.in_([row.id for row in rows]))
        words: dict[int, list[Any]] = {}
        for word in db.session.execute(asked):
            words.setdefault(word.audit_event_id, []).append(word)
    except OperationalError as unreadable:
        if size == 1:
            raise Faulty(after + 1, f"Line {after + 1} cannot be read: {unreadable.orig}.") from unreadable
        return _batch(after, 1)
    return [Read(row, words.get(row.id, ())) for row in rows]


def _require_whole(read: Read, expected: int, previous: str, ends_at: int) -> str:
    """Refuse a line that is out of place, changed, or does not follow the one before. Give its hash."""
    row = read.row
    if row.sequence != expected:
        raise Faulty(expected, f"Line {expected} is missing.")
    if expected > ends_at:
        raise Faulty(expected, f"Line {expected} stands after the end of the trail, which is line {ends_at}.")
    if row.id != expected:
        raise Faulty(expected, f"Line {expected} has another number in its table ({row.id}).")
    _require_words(read, expected)
    if _hash_of(read, expected) != row.hash:
        raise Faulty(expected, f"Line {expected} does not match its hash. It was changed after it was written.")
    if row.previous != previous:
        raise Faulty(expected, f"Line {expected} does not follow line {expected - 1}. One of them was written anew.")
    return str(row.hash)


def _require_words(read: Read, sequence: int) -> None:
    numbers = words_ids(sequence, [str(words.field) for words in read.words])
    for words in read.words:
        if words.text is not None and words_hash(words.field, words.salt, words.text) != words.hash:
            raise Faulty(sequence, f"Line {sequence}: the words of “{words.field}” do not match their hash.")
    for words in read.words:
        if words.id != numbers[str(words.field)]:
            raise Faulty(sequence, f"Line {sequence}: words were added, taken away or moved.")


def _hash_of(read: Read, sequence: int) -> str:
    row = read.row
    try:
        line = Line(
            sequence=row.sequence,
            at=_moment(row.at),
            actor=row.actor,
            user_id=row.user_id,
            event=row.event,
            subject_type=row.subject_type,
            subject_id=row.subject_id,
            body_id=row.body_id,
            facts=_facts(row.facts),
            words=tuple((words.field, words.hash) for words in read.words),
            previous=row.previous,
        )
        return line_hash(line)
    except (TypeError, ValueError) as unreadable:
        raise Faulty(sequence, f"Line {sequence} holds what nobody wrote there: {unreadable}.") from unreadable


def _moment(stored: Any) -> datetime:
    """Read a moment as the database holds it; on SQLite, only as it was written, to the last character."""
    if isinstance(stored, datetime):
        return stored
    moment = datetime.fromisoformat(stored)
    if moment.strftime(EXACTLY) != stored:
        raise ValueError(f"{stored} is not a moment as we write it")
    return moment.replace(tzinfo=UTC)


def _facts(stored: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(stored)
    if json.dumps(facts) != stored:
        raise ValueError("its facts are not as we write them")
    return facts


def _require_checkpoints(known: Sequence[Checkpoint], sequence: int, hash_: str) -> None:
    for checkpoint in known:
        if checkpoint.sequence == sequence and checkpoint.hash != hash_:
            raise Faulty(
                sequence,
                f"Line {sequence} is not the one that the checkpoint of {day_words(checkpoint.at)} knows. "
                "The trail was written anew.",
            )


def _require_end(whole: int, previous: str, ends_at: int, end_hash: str) -> None:
    if whole < ends_at:
        raise Faulty(whole + 1, f"Line {whole + 1} is missing: the trail should end with line {ends_at}.")
    if previous != end_hash:
        raise Faulty(whole, f"The head of the trail does not hold the hash of line {whole}, its last.")


def _require_reached(known: Sequence[Checkpoint], whole: int) -> None:
    beyond = [checkpoint for checkpoint in known if checkpoint.sequence > whole]
    if beyond:
        day, line = day_words(beyond[0].at), beyond[0].sequence
        raise Faulty(
            whole + 1,
            f"Line {whole + 1} is missing: the checkpoint of {day} knows line {line}. The end was cut off.",
        )


def _require_no_strays() -> None:
    strays = sa.select(sa.func.min(AuditWords.audit_event_id)).outerjoin(
        AuditEvent, AuditEvent.id == AuditWords.audit_event_id
    )
    stray = db.session.scalar(strays.where(AuditEvent.id.is_(None)))
    if stray is not None:
        raise Faulty(stray, f"There are words of line {stray}, which is not there.")
