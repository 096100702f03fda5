"""Let no one change approved minutes, in the database either; keep what the chair says of a decision list

Minutes, their decisions, votes, attendance and declarations stay as a meeting approved them, and a version of minutes
stays as it was kept. This binds minutes of which an approved version is kept: those that were imported or approved
before this step have none, and stay as they were. Who a line means may still be put right, when two people turn out to
be one; what it says may not.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009_approved_minutes"
down_revision = "0008_entered_on"

FINAL = "approved minutes never change"
KEPT = "a version of minutes never changes"
WORDS = "number, number_printed, position, title, public_title, presenter, purpose, narrative, urgent_ruling, "
PARTS = {
    "minute": f"meeting_id, {WORDS}is_urgent, is_exempt, exempt_paragraph, public_summary",
    "decision": "minute_id, ordinal, words, agreement, reasons",
    "vote": "minute_id, decision_id, motion, votes_for, votes_against, abstentions, is_carried",
    "attendance": "meeting_id, capacity, name_printed, role_printed, for_printed, is_in_the_chair, is_remote, "
    "arrived_at, left_at",
    "interest": "meeting_id, words, left_the_meeting",
}
VERSION = "meeting_id, number, kind, contents, sha256, what_changed, at_meeting_id, made_at, made_by"
SIGNED = "version_id, name, office, signed_on, sha256, signed_at, signed_by_id"


def _is_final(meeting: str) -> str:
    return f"EXISTS (SELECT 1 FROM minutes_version WHERE meeting_id = {meeting} AND kind IN ('approved', 'corrected'))"  # noqa: S608


def _meeting_of(table: str, row: str) -> str:
    if table in ("decision", "vote"):
        return f"(SELECT meeting_id FROM minute WHERE id = {row}.minute_id)"  # noqa: S608
    return f"{row}.meeting_id"


def _of_sqlite() -> list[str]:
    made = [
        f"CREATE TRIGGER {table}_no_{act.split()[0].lower()} BEFORE {act} ON {table} "
        f"WHEN {_is_final(_meeting_of(table, row))} BEGIN SELECT RAISE(ABORT, '{FINAL}'); END"
        for table, columns in PARTS.items()
        for act, row in (("INSERT", "NEW"), (f"UPDATE OF {columns}", "OLD"), ("DELETE", "OLD"))
    ]
    for table, columns in (("minutes_version", VERSION), ("signature", SIGNED)):
        made += [
            f"CREATE TRIGGER {table}_no_{act.split()[0].lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
            for act in (f"UPDATE OF {columns}", "DELETE")
        ]
    was = f"WHEN OLD.minutes_state = 'approved' AND {_is_final('OLD.id')}"
    return [
        *made,
        f"CREATE TRIGGER meeting_stays_approved BEFORE UPDATE OF minutes_state, minutes_approved_at_id ON meeting {was} "
        f"BEGIN SELECT RAISE(ABORT, '{FINAL}'); END",
    ]


def _of_postgresql() -> list[str]:
    made = []
    for table, columns in PARTS.items():
        function = (
            f"CREATE FUNCTION {table}_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE part record; BEGIN "
            "IF TG_OP = 'INSERT' THEN part := NEW; ELSE part := OLD; END IF; "
            f"IF {_is_final(_meeting_of(table, 'part'))} THEN RAISE EXCEPTION '{FINAL}'; END IF; "
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
        )
        trigger = (
            f"CREATE TRIGGER {table}_no_change BEFORE INSERT OR DELETE OR UPDATE OF {columns} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_is_final()"
        )
        made += [function, trigger]
    made.append(
        "CREATE FUNCTION version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{KEPT}'; END $$"
    )
    made += [
        f"CREATE TRIGGER {table}_no_change BEFORE DELETE OR UPDATE OF {columns} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION version_is_kept()"
        for table, columns in (("minutes_version", VERSION), ("signature", SIGNED))
    ]
    return [
        *made,
        "CREATE FUNCTION meeting_stays_approved() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF OLD.minutes_state = 'approved' AND {_is_final('OLD.id')} THEN RAISE EXCEPTION '{FINAL}'; END IF; "
        "RETURN NEW; END $$",
        "CREATE TRIGGER meeting_stays_approved BEFORE UPDATE OF minutes_state, minutes_approved_at_id ON meeting "
        "FOR EACH ROW EXECUTE FUNCTION meeting_stays_approved()",
    ]


def upgrade() -> None:
    """Put the guards on, and make the table of decision lists."""
    for statement in _of_sqlite() if op.get_bind().dialect.name == "sqlite" else _of_postgresql():
        op.execute(statement)
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "decision_list",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("sent_at", moment, nullable=False),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("answered_at", moment, nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("correction", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "answered_at IS NOT NULL OR correction IS NULL", name=op.f("ck_decision_list_corrected_in_an_answer")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_decision_list_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_list")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decision_list_meeting_id"), "decision_list", ["meeting_id"])


def downgrade() -> None:
    """Take the guards off, and the table away."""
    op.drop_table("decision_list")
    if op.get_bind().dialect.name == "sqlite":
        for statement in _of_sqlite():
            op.execute(f"DROP TRIGGER {statement.split()[2]}")
    else:
        for table in (*PARTS, "minutes_version", "signature"):
            op.execute(f"DROP TRIGGER {table}_no_change ON {table}")
        op.execute("DROP TRIGGER meeting_stays_approved ON meeting")
        functions = (*(f"{table}_is_final" for table in PARTS), "version_is_kept", "meeting_stays_approved")
        for function in functions:
            op.execute(f"DROP FUNCTION {function}()")
