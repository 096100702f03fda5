"""One byte of any column of any audit row is changed, and the first bad line is named."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DataError, IntegrityError, StatementError

from shp_gov import audit, clock
from shp_gov.database import db
from shp_gov.models import AuditEvent
from shp_gov.queries import audit_trail
from shp_gov.queries.audit_trail import Checkpoint
from tests.factories import SYSTEM, a_body

TARGET = 3
WORDLESS = 2
REMOVED = 4
TEXTS = {
    "audit_event": ("actor", "event", "subject_type", "facts", "previous", "hash"),
    "audit_words": ("field", "salt", "text", "hash"),
}
NUMBERS = {
    "audit_event": ("sequence", "user_id", "subject_id", "body_id"),
    "audit_words": ("id", "audit_event_id"),
}
TRIGGERS = {
    "sqlite": [
        f"DROP TRIGGER {table}_no_{act}" for table in ("audit_event", "audit_words") for act in ("update", "delete")
    ],
    "postgresql": [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in ("audit_event", "audit_words")],
}


@pytest.fixture
def trail(app):
    """Write five lines: the third has words, those of the fourth were lawfully removed. Nothing guards them now."""
    body = a_body()
    audit.record("body.founded", body, actor=SYSTEM)
    audit.record("body.renamed", body, actor=SYSTEM, body_id=body.id, from_on=clock.today())
    actor = audit.Actor("Helen Ashby", 7)
    audit.record("body.closed", body, actor=actor, body_id=8, words={"why": "Déjà vu", "how": "At once"}, ok="é", n=1.5)
    db.session.commit()
    audit.record("body.opened", body, actor=SYSTEM, words={"why": "A secret"})
    audit.record("body.merged", body, actor=SYSTEM)
    db.session.commit()
    run(f"UPDATE audit_words SET text = NULL WHERE audit_event_id = {REMOVED}")
    for statement in TRIGGERS[db.engine.dialect.name]:
        run(statement)


def run(statement, **values):
    return db.session.execute(sa.text(statement), values)


def stored(column, table="audit_event", where=f"sequence = {TARGET}"):
    return run(f"SELECT CAST({column} AS TEXT) FROM {table} WHERE {where}").scalars().first()


def tampered(statement, **values):
    """Say which line is named after a change, and undo it; nothing where the database itself refuses."""
    savepoint = db.session.begin_nested()
    try:
        run(statement, **values)
        fault = audit_trail.verify().fault
        return fault.sequence if fault else "unseen"
    except (DataError, IntegrityError, StatementError):
        return None
    finally:
        savepoint.rollback()
        db.session.expire_all()


def one_byte_changed(text):
    """Give the text with each of its characters in turn changed into its neighbour."""
    return [text[:at] + chr(ord(letter) ^ 1) + text[at + 1 :] for at, letter in enumerate(text)]


def cast(column):
    """Say how text is put into a column: on PostgreSQL facts are JSON and take nothing else."""
    return "CAST(:new AS JSON)" if (column, db.engine.dialect.name) == ("facts", "postgresql") else ":new"


def test_a_trail_as_it_was_written_is_whole_though_words_were_removed(trail):
    assert audit_trail.verify() == audit_trail.Verdict(5)


def test_an_empty_trail_is_whole(app):
    assert audit_trail.verify() == audit_trail.Verdict(0)


def test_a_trail_longer_than_what_is_read_at_a_time_is_whole(trail, monkeypatch):
    monkeypatch.setattr(audit_trail, "AT_A_TIME", 2)

    assert audit_trail.verify().lines == 5


@pytest.mark.parametrize("column", TEXTS["audit_event"])
def test_one_character_of_any_text_of_a_line_names_the_line(trail, column):
    changed = one_byte_changed(stored(column))
    named = {
        tampered(f"UPDATE audit_event SET {column} = {cast(column)} WHERE sequence = {TARGET}", new=new)
        for new in changed
    }

    assert named - {None} == {TARGET}


@pytest.mark.parametrize("column", TEXTS["audit_words"])
@pytest.mark.parametrize("field", ["why", "how"])
def test_one_character_of_any_words_names_their_line(trail, column, field):
    where = f"audit_event_id = {TARGET} AND field = '{field}'"
    changed = one_byte_changed(stored(column, "audit_words", where))
    named = {tampered(f"UPDATE audit_words SET {column} = :new WHERE {where}", new=new) for new in changed}

    assert named == {TARGET}


@pytest.mark.parametrize("column", ["field", "hash"])
def test_what_is_left_of_removed_words_is_guarded_too(trail, column):
    where = f"audit_event_id = {REMOVED}"
    changed = one_byte_changed(stored(column, "audit_words", where))

    assert {tampered(f"UPDATE audit_words SET {column} = :new WHERE {where}", new=new) for new in changed} == {REMOVED}


@pytest.mark.parametrize("column", NUMBERS["audit_event"])
def test_one_bit_of_any_number_of_a_line_names_the_line(trail, column):
    old = int(stored(column))
    named = {
        tampered(f"UPDATE audit_event SET {column} = {old ^ 1 << bit} WHERE sequence = {TARGET}") for bit in range(16)
    }
    emptied = tampered(f"UPDATE audit_event SET {column} = NULL WHERE sequence = {TARGET}")

    assert named - {None} == {TARGET}
    assert emptied in (TARGET, None)


def test_the_number_of_a_line_in_its_table_cannot_be_changed_unseen(trail):
    changed = [WORDLESS ^ 1 << bit for bit in range(16)]

    assert {tampered(f"UPDATE audit_event SET id = {new} WHERE id = {WORDLESS}") for new in changed} == {None, WORDLESS}


@pytest.mark.parametrize("column", NUMBERS["audit_words"])
def test_words_cannot_be_numbered_anew_nor_moved_to_another_line_unseen(trail, column):
    where = f"audit_event_id = {TARGET} AND field = 'why'"
    old = int(stored(column, "audit_words", where))
    named = {
        new: tampered(f"UPDATE audit_words SET {column} = {new} WHERE {where}")
        for new in (old ^ 1 << bit for bit in range(12))
    }
    seen = {new: line for new, line in named.items() if line is not None}

    assert seen
    assert all(line == (min(TARGET, new) if column == "audit_event_id" else TARGET) for new, line in seen.items())


@pytest.mark.parametrize("microseconds", [1, -1, 60_000_000, 86_400_000_000])
def test_the_moment_of_a_line_cannot_be_moved(trail, microseconds):
    at = db.session.scalar(sa.select(AuditEvent.at).where(AuditEvent.sequence == TARGET))
    new = at.astimezone(UTC) + timedelta(microseconds=microseconds)
    new = new.strftime(audit_trail.EXACTLY) if db.engine.dialect.name == "sqlite" else new

    assert tampered(f"UPDATE audit_event SET at = :new WHERE sequence = {TARGET}", new=new) == TARGET


@pytest.mark.parametrize(("column", "named"), [("sequence", {5, 6}), ("hash", {5})])
def test_the_head_cannot_be_changed_unseen(trail, column, named):
    old = stored(column, "audit_head", "id = 1")
    changed = [5 ^ 1 << bit for bit in range(8)] if column == "sequence" else one_byte_changed(old)

    found = {tampered(f"UPDATE audit_head SET {column} = :new", new=new) for new in changed}

    assert found <= named | {1, 2, 3, 4}
    assert "unseen" not in found


def test_without_its_head_nobody_can_tell_where_the_trail_ended(trail):
    run("DELETE FROM audit_head")

    assert "head of the trail is gone" in audit_trail.verify().fault.sentence


@pytest.mark.parametrize(("gone", "named"), [(1, 1), (2, 2), (5, 5)])
def test_a_line_that_is_gone_is_named(trail, gone, named):
    assert tampered(f"DELETE FROM audit_event WHERE sequence = {gone}") == named


def test_two_lines_that_changed_places_are_named(trail):
    run("UPDATE audit_event SET sequence = 99 WHERE sequence = 1")
    run("UPDATE audit_event SET sequence = 1 WHERE sequence = 2")
    run("UPDATE audit_event SET sequence = 2 WHERE sequence = 99")

    assert audit_trail.verify().fault.sequence == 1


def test_a_line_put_in_after_the_end_is_named(trail):
    columns = "at, actor, event, subject_type, subject_id, facts, previous, hash"
    run(f"INSERT INTO audit_event (id, sequence, {columns}) SELECT 6, 6, {columns} FROM audit_event WHERE sequence = 5")

    fault = audit_trail.verify().fault

    assert fault.sequence == 6
    assert "stands after the end" in fault.sentence


def test_words_put_in_later_are_named(trail):
    run(
        f"INSERT INTO audit_words (id, audit_event_id, field, salt, text, hash) "
        f"SELECT 999, {WORDLESS}, field, salt, text, hash FROM audit_words WHERE audit_event_id = {REMOVED}"
    )

    assert audit_trail.verify().fault.sequence == WORDLESS


@pytest.mark.parametrize(
    ("column", "value"),
    [("actor", "CAST(x'ff' AS TEXT)"), ("actor", "x'4142'"), ("facts", "'{'"), ("at", "'last week'"), ("id", "'x'")],
)
def test_on_sqlite_what_cannot_be_read_is_named(trail, monkeypatch, column, value):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL refuses such values itself")
    monkeypatch.setattr(audit_trail, "AT_A_TIME", 4)

    assert tampered(f"UPDATE audit_event SET {column} = {value} WHERE sequence = {WORDLESS}") in (WORDLESS, None)


def test_on_sqlite_the_letters_round_a_moment_and_facts_are_guarded(trail):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL keeps no letters here")
    at = stored("at")
    facts = stored("facts")
    changed = [("at", new) for new in one_byte_changed(at)] + [("at", at.replace(" ", "T")), ("at", f"{at}Z")]
    changed += [("facts", facts.replace(": ", ":")), ("facts", facts.replace(" ", "\n")), ("facts", f"{facts} ")]

    assert {
        tampered(f"UPDATE audit_event SET {column} = :new WHERE sequence = {TARGET}", new=new)
        for column, new in changed
    } == {TARGET}


def test_on_postgresql_the_zone_of_the_reader_does_not_matter(trail):
    if db.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no zones")
    run("SET LOCAL TIME ZONE 'Asia/Kathmandu'")

    assert audit_trail.verify().fault is None


def rewritten(until=5):
    """Write the whole trail anew, up to a line, as somebody who owns the database could."""
    run("UPDATE audit_event SET actor = 'Somebody else' WHERE sequence = 1")
    run(f"DELETE FROM audit_words WHERE audit_event_id > {until}")
    run(f"DELETE FROM audit_event WHERE sequence > {until}")
    db.session.expire_all()
    previous = audit.GENESIS
    for line in db.session.scalars(sa.select(AuditEvent).order_by(AuditEvent.sequence)).all():
        with db.session.no_autoflush:
            line.previous = previous
            previous = audit.line_hash(line)
            run(
                "UPDATE audit_event SET previous = :before, hash = :hash WHERE sequence = :sequence",
                before=line.previous,
                hash=previous,
                sequence=line.sequence,
            )
            db.session.expire(line)
    run("UPDATE audit_head SET sequence = :sequence, hash = :hash", sequence=until, hash=previous)


def test_a_checkpoint_is_contained_in_the_trail_and_in_what_follows(trail):
    before = audit_trail.head(clock.now())
    audit.record("body.founded", a_body(), actor=SYSTEM)
    db.session.commit()

    assert audit_trail.verify([before, audit_trail.head(clock.now())]) == audit_trail.Verdict(6)


@pytest.mark.parametrize(("until", "named"), [(5, 5), (4, 5)])
def test_a_trail_written_anew_or_cut_off_is_whole_but_not_the_one_of_the_checkpoint(trail, until, named):
    kept = audit_trail.head(datetime(2026, 9, 1, tzinfo=UTC))
    rewritten(until)

    assert audit_trail.verify().fault is None
    fault = audit_trail.verify([kept]).fault
    assert fault.sequence == named
    assert "checkpoint of 1 September 2026" in fault.sentence


def test_a_checkpoint_of_nothing_is_contained_in_every_trail(trail):
    assert audit_trail.verify([Checkpoint(0, audit.GENESIS, clock.now())]).fault is None
