"""How a line of the audit trail is hashed: with everything it says, and the hash of the line before."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64
MOST_WORDS = 64


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says. Of its words it holds the field and the salted hash, not the words."""

    sequence: int
    at: datetime
    actor: str
    user_id: int | None
    event: str
    subject_type: str
    subject_id: int
    body_id: int | None
    facts: Mapping[str, Any]
    words: tuple[tuple[str, str], ...]
    previous: str


def line_hash(line: Line) -> str:
    """Hash a line: 64 hexadecimal figures of SHA-256."""
    said: list[Any] = [line.sequence, line.at.astimezone(UTC).isoformat(), line.actor, line.user_id, line.event]
    said += [line.subject_type, line.subject_id, line.body_id, line.facts, sorted(line.words), line.previous]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def words_hash(field: str, salt: str, text: str) -> str:
    """Hash words with their salt, so that the chain holds when they are lawfully removed."""
    return hashlib.sha256(f"{field}\n{salt}\n{text}".encode()).hexdigest()


def words_ids(sequence: int, fields: Iterable[str]) -> dict[str, int]:
    """Number the words of a line: each number follows from the line's, so that none can be changed unseen."""
    return {field: sequence * MOST_WORDS + place for place, field in enumerate(sorted(fields))}
