"""A record of any size, the same each time: one partnership, its seats, meetings, decisions and actions."""

import hashlib
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import schema
from shp_gov.database import make_engine
from shp_gov.domain.workflows import ActionState
from shp_gov.models import Base

SEED = 20251122
SEATS = 12
PEOPLE = 200
DECISIONS_A_MEETING = 20
FIRST_MEETING = date(2016, 1, 14)
NEWEST_DAY = date(2026, 11, 12)
BODY = {"id": 1, "slug": "safer-seaborough-partnership", "name": "Safer Seaborough Partnership", "colour": "teal"}
USUAL = {"kind": "strategy group", "access_regime": "adopted", "provenance": "recorded"}
WORDS = (
    "harbour",
    "lighting",
    "patrol",
    "taxi",
    "marshal",
    "shelter",
    "youth",
    "outreach",
    "cycle",
    "theft",
    "night",
    "market",
    "bench",
    "river",
    "path",
)
Row = dict[str, Any]


def make(url: str, actions: int) -> str:
    """Fill an empty database with so many actions, and give the hash of what was made."""
    engine = make_engine(url)
    digest = hashlib.sha256()
    with engine.begin() as connection:
        schema.move(connection)
        for table, rows in _tables(actions):
            for batch in _batches(rows, 5_000):
                digest.update(repr(batch).encode())
                connection.execute(sa.insert(Base.metadata.tables[table]), batch)
            _count_on(connection, table)
    engine.dispose()
    return digest.hexdigest()


def _count_on(connection: sa.Connection, table: str) -> None:
    """Let PostgreSQL number the next row after ours; SQLite does by itself."""
    if connection.dialect.name == "postgresql":
        numbered = f"SELECT setval(pg_get_serial_sequence('\"{table}\"', 'id'), max(id)) FROM \"{table}\""
        connection.exec_driver_sql(numbered)


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _tables(actions: int) -> Iterator[tuple[str, Iterable[Row]]]:
    meetings = max(1, -(-actions // DECISIONS_A_MEETING))
    yield "body", [BODY | USUAL]
    yield (
        "organisation",
        ({"id": n, "name": f"Organisation {n}", "provenance": "recorded"} for n in range(1, SEATS + 1)),
    )
    yield "person", ({"id": n, "name": f"Person {n}", "provenance": "recorded"} for n in range(1, PEOPLE + 1))
    yield "seat", map(_seat, range(1, SEATS + 1))
    yield "appointment", map(_appointment, range(1, PEOPLE + 1))
    yield "user", map(_user, range(1, PEOPLE + 1))
    yield "role_held", [{"id": 1, "user_id": 1, "body_id": 1, "role": "officer", "from_on": FIRST_MEETING}]
    yield "meeting", (_meeting(n, meetings) for n in range(1, meetings + 1))
    yield "minute", (_minute(n, meetings) for n in range(1, meetings + 1))
    yield "decision", (_decision(n, meetings) for n in range(1, actions + 1))
    yield "action", (_action(n, meetings) for n in range(1, actions + 1))


def _seat(n: int) -> Row:
    fixed = {"category": "other", "places": 1, "is_elected": False, "provenance": "recorded"}
    return {"id": n, "body_id": 1, "key": f"post {n}", "post": f"Post {n}", "organisation_id": n, **fixed}


def _appointment(n: int) -> Row:
    until = None if n <= SEATS else FIRST_MEETING + timedelta(days=n)
    seat = (n - 1) % SEATS + 1
    dates = {"from_on": FIRST_MEETING, "until_on": until}
    return {"id": n, "seat_id": seat, "person_id": n, "provenance": "recorded", **dates}


def _user(n: int) -> Row:
    flags = {"is_enabled": True, "is_administrator": False, "epoch": 1, "password_hash": "-"}
    return {"id": n, "email": f"person{n}@seaborough.example", "name": f"Person {n}", "person_id": n, **flags}


def _day(meeting: int, meetings: int) -> date:
    """Spread the meetings evenly over the years, so that a larger record is a denser one."""
    days = (NEWEST_DAY - FIRST_MEETING).days
    return FIRST_MEETING + timedelta(days=days * meeting // meetings)


def _meeting(n: int, meetings: int) -> Row:
    at = (datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=n % 1440)).time()
    state = {"mode": "in person", "state": "closed", "minutes_state": "approved", "provenance": "recorded"}
    return {"id": n, "body_id": 1, "on": _day(n, meetings), "starts_at": at, **state}


def _minute(n: int, meetings: int) -> Row:
    flags = {"is_urgent": False, "is_exempt": n % 50 == 0, "provenance": "recorded"}
    numbers = {"position": 1, "number": n, "number_printed": str(n), "year_starts_on": _day(n, meetings)}
    return {"id": n, "meeting_id": n, "title": f"Report {n}", **numbers, **flags}


def _decision(n: int, meetings: int) -> Row:
    meeting = (n - 1) // DECISIONS_A_MEETING + 1
    place = {"minute_id": meeting, "ordinal": (n - 1) % DECISIONS_A_MEETING + 1, "on": _day(meeting, meetings)}
    kind = {"kind": "action", "agreement": "consensus", "provenance": "recorded"}
    return {"id": n, "body_id": 1, "words": f"That {_words(n)} be arranged.", **place, **kind}


def _action(n: int, meetings: int) -> Row:
    chance = random.Random(SEED + n)
    meeting = (n - 1) // DECISIONS_A_MEETING + 1
    on = _day(meeting, meetings)
    state = chance.choice(
        (ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.PROPOSED, ActionState.VERIFIED, ActionState.CLOSED)
    )
    closed = {"closed_at_id": meetings} if state is ActionState.CLOSED else {"closed_at_id": None}
    due = on + timedelta(days=chance.randint(10, 200))
    fixed = {"is_due_by_next_meeting": False, "is_exempt": meeting % 50 == 0, "provenance": "recorded", "version": 1}
    return {
        "id": n, "body_id": 1, "number": n, "decision_id": n, "what": f"Arrange {_words(n)}", "seat_id": n % SEATS + 1,
        "due_on": due, "state": state.value, "assigned_on": on, **closed, **fixed,
    }  # fmt: skip


def _words(n: int) -> str:
    chance = random.Random(SEED * 2 + n)
    return " ".join(chance.choice(WORDS) for _ in range(12))
