"""The meeting cycle

Agendas in versions, reports on their way, the forward plan, replies, what happens in the room, every save of a minute, versions of the minutes,
what a body always does. Nothing of what is there is lost: items and reports that are there were printed; they are business, and ready.

Columns are added and dropped by the same words on both databases: SQLite would otherwise copy whole tables and forget their conditions.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002_meeting_cycle"
down_revision = "0001_first_tables"

MOMENT = {"sqlite": "DATETIME", "postgresql": "TIMESTAMP WITH TIME ZONE"}
ADDED = (
    (
        "agenda_item",
        "kind",
        "VARCHAR(40)",
        "DEFAULT 'business' NOT NULL CONSTRAINT ck_agenda_item_itemkind CHECK (kind IN ('business', 'apologies', 'declarations', 'minutes', 'action log', 'decisions between meetings', 'urgent business', 'exclusion of the public', 'presentation'))",
    ),
    (
        "agenda_item",
        "origin",
        "VARCHAR(40)",
        "DEFAULT 'printed' NOT NULL CONSTRAINT ck_agenda_item_itemorigin CHECK (origin IN ('written here', 'standing item', 'last agenda', 'carried here by itself', 'forward plan', 'deferred', 'offered', 'printed'))",
    ),
    ("agenda_item", "seat_id", "INTEGER", "CONSTRAINT fk_agenda_item_seat_id_seat REFERENCES seat (id)"),
    ("agenda_item", "minutes_allowed", "INTEGER", ""),
    ("agenda_item", "needs_report", "BOOLEAN", "DEFAULT false NOT NULL"),
    ("agenda_item", "public_interest_reason", "TEXT", ""),
    (
        "agenda_item",
        "confirms_meeting_id",
        "INTEGER",
        "CONSTRAINT fk_agenda_item_confirms_meeting_id_meeting REFERENCES meeting (id)",
    ),
    (
        "agenda_item",
        "forward_plan_entry_id",
        "INTEGER",
        "CONSTRAINT fk_agenda_item_forward_plan_entry_id_forward_plan_entry REFERENCES forward_plan_entry (id)",
    ),
    ("agenda_item", "in_supplement", "INTEGER", ""),
    ("agenda_item", "withdrawn_because", "TEXT", ""),
    (
        "agenda_item",
        "outcome",
        "VARCHAR(40)",
        "CONSTRAINT ck_agenda_item_itemoutcome CHECK (outcome IN ('decided', 'noted', 'discussed', 'nothing raised', 'deferred', 'withdrawn', 'not reached'))",
    ),
    ("agenda_item", "outcome_words", "TEXT", ""),
    ("agenda_item", "started_at", "TIME", ""),
    ("agenda_item", "ended_at", "TIME", ""),
    ("appendix", "is_exempt", "BOOLEAN", "DEFAULT false NOT NULL"),
    ("appendix", "document_id", "INTEGER", "CONSTRAINT fk_appendix_document_id_document REFERENCES document (id)"),
    (
        "body",
        "minute_numbering",
        "VARCHAR(40)",
        "DEFAULT 'each municipal year' NOT NULL CONSTRAINT ck_body_minutenumbering CHECK (minute_numbering IN ('each municipal year', 'never'))",
    ),
    ("body", "always_checks_twice", "BOOLEAN", "DEFAULT false NOT NULL"),
    ("document", "inspected_at", "MOMENT", ""),
    (
        "document",
        "cleaned_from_id",
        "INTEGER",
        "CONSTRAINT fk_document_cleaned_from_id_document REFERENCES document (id)",
    ),
    ("interest", "is_ahead", "BOOLEAN", "DEFAULT false NOT NULL"),
    ("meeting", "ends_at", "TIME", ""),
    ("meeting", "joining", "TEXT", ""),
    ("meeting", "postponed_to_id", "INTEGER", "CONSTRAINT fk_meeting_postponed_to_id_meeting REFERENCES meeting (id)"),
    ("minute", "version", "INTEGER", "DEFAULT 0 NOT NULL"),
    ("recommendation", "is_confirmed", "BOOLEAN", "DEFAULT true NOT NULL"),
    (
        "recommendation",
        "ruling",
        "VARCHAR(40)",
        "CONSTRAINT ck_recommendation_ruling CHECK (ruling IN ('agreed', 'amended', 'refused'))",
    ),
    ("recommendation", "ruled_words", "TEXT", ""),
    (
        "report",
        "state",
        "VARCHAR(40)",
        "DEFAULT 'ready' NOT NULL CONSTRAINT ck_report_reportstate CHECK (state IN ('requested', 'drafted', 'submitted', 'returned', 'cleared', 'ready'))",
    ),
    (
        "report",
        "source",
        "VARCHAR(40)",
        "CONSTRAINT ck_report_reportsource CHECK (source IN ('written here', 'Word file', 'PDF file', 'spoken report'))",
    ),
    ("report", "author_id", "INTEGER", "CONSTRAINT fk_report_author_id_person REFERENCES person (id)"),
    ("report", "asked_for", "TEXT", ""),
    ("report", "requested_on", "DATE", ""),
    ("report", "due_on", "DATE", ""),
    ("report", "submitted_at", "MOMENT", ""),
    ("report", "returned_because", "TEXT", ""),
    ("report", "document_id", "INTEGER", "CONSTRAINT fk_report_document_id_document REFERENCES document (id)"),
    ("report", "version", "INTEGER", "DEFAULT 0 NOT NULL"),
)
INDEXED = (("agenda_item", "forward_plan_entry_id"), ("report", "author_id"))
MADE = (
    "back_plan_step",
    "hidden_content",
    "house_text",
    "standing_item",
    "agenda_version",
    "call_for_items",
    "meeting_change",
    "minutes_version",
    "reply",
    "agenda_remark",
    "item_absence",
    "meeting_event",
    "pack_read",
    "signature",
    "clearance",
    "minute_revision",
    "minutes_correction",
    "report_section",
    "report_version",
    "suggestion",
    "dissent",
    "forward_plan_entry",
    "interim_decision",
    "referral",
    "vote",
    "item_offer",
    "vote_cast",
)


def upgrade() -> None:
    _make_tables()
    moment = MOMENT[op.get_bind().dialect.name]
    for table, name, kind, rest in ADDED:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind.replace('MOMENT', moment)} {rest}".strip())
    for table, name in INDEXED:
        op.create_index(f"ix_{table}_{name}", table, [name])


def downgrade() -> None:
    for table, name in INDEXED:
        op.drop_index(f"ix_{table}_{name}", table)
    for table, name, _, _ in reversed(ADDED):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    for table in reversed(MADE):
        op.drop_table(table)


def _make_tables() -> None:
    op.create_table(
        "back_plan_step",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "call for items",
                "draft agenda to the chair",
                "reports in",
                "clearance",
                "chair's briefing",
                "second officer's check",
                "publish",
                "decision list",
                "draft minutes to the chair",
                "draft minutes published",
                name="stage",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("working_days", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_back_plan_step_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_back_plan_step")),
        sa.UniqueConstraint("body_id", "stage", name=op.f("uq_back_plan_step_body_id_stage")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "hidden_content",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("where", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.Text(), nullable=True),
        sa.Column("accepted_because", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "accepted_at IS NULL OR accepted_because IS NOT NULL", name=op.f("ck_hidden_content_accepted_for_a_reason")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_hidden_content_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hidden_content")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_hidden_content_document_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "house_text",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column(
            "key",
            sa.Enum(
                "admission of the public",
                "questions from the public",
                "contact",
                "substitution rule",
                "exclusion resolution",
                "opening words of the chair",
                name="housetextkey",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_house_text_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_text")),
        sa.UniqueConstraint("body_id", "key", name=op.f("uq_house_text_body_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "standing_item",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "business",
                "apologies",
                "declarations",
                "minutes",
                "action log",
                "decisions between meetings",
                "urgent business",
                "exclusion of the public",
                "presentation",
                name="itemkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("presenter", sa.Text(), nullable=True),
        sa.Column(
            "purpose",
            sa.Enum(
                "for decision",
                "for discussion",
                "for information",
                "not stated",
                name="itempurpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("minutes_allowed", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_standing_item_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_item")),
        sa.UniqueConstraint("body_id", "position", name=op.f("uq_standing_item_body_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "agenda_version",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("agenda", "supplement", name="agendakind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "with the chair",
                "changes asked for",
                "agreed",
                "checked",
                "published",
                name="agendastate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_by_id", sa.Integer(), nullable=True),
        sa.Column("check_asked_of_id", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by_id", sa.Integer(), nullable=True),
        sa.Column("check_note", sa.Text(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by_id", sa.Integer(), nullable=True),
        sa.Column("public_document_id", sa.Integer(), nullable=True),
        sa.Column("restricted_document_id", sa.Integer(), nullable=True),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'published') = (published_at IS NOT NULL)", name=op.f("ck_agenda_version_published_at_a_moment")
        ),
        sa.CheckConstraint(
            "kind <> 'supplement' OR reason IS NOT NULL", name=op.f("ck_agenda_version_a_supplement_has_a_reason")
        ),
        sa.CheckConstraint(
            "checked_by_id IS NULL OR checked_by_id <> made_by_id",
            name=op.f("ck_agenda_version_checked_by_somebody_else"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_agenda_version_number_from_one")),
        sa.ForeignKeyConstraint(["agreed_by_id"], ["user.id"], name=op.f("fk_agenda_version_agreed_by_id_user")),
        sa.ForeignKeyConstraint(
            ["check_asked_of_id"], ["user.id"], name=op.f("fk_agenda_version_check_asked_of_id_user")
        ),
        sa.ForeignKeyConstraint(["checked_by_id"], ["user.id"], name=op.f("fk_agenda_version_checked_by_id_user")),
        sa.ForeignKeyConstraint(["made_by_id"], ["user.id"], name=op.f("fk_agenda_version_made_by_id_user")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_version_meeting_id_meeting")),
        sa.ForeignKeyConstraint(
            ["public_document_id"], ["document.id"], name=op.f("fk_agenda_version_public_document_id_document")
        ),
        sa.ForeignKeyConstraint(["published_by_id"], ["user.id"], name=op.f("fk_agenda_version_published_by_id_user")),
        sa.ForeignKeyConstraint(
            ["restricted_document_id"], ["document.id"], name=op.f("fk_agenda_version_restricted_document_id_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_version")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_agenda_version_meeting_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "call_for_items",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_call_for_items_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_for_items")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_call_for_items_meeting_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "meeting_change",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column(
            "change",
            sa.Enum(
                "moved",
                "postponed",
                "cancelled",
                name="diarychange",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_before", sa.Date(), nullable=False),
        sa.Column("starts_before", sa.Time(), nullable=True),
        sa.Column("venue_before", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_change_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_meeting_change_meeting_id"), "meeting_change", ["meeting_id"], unique=False)

    op.create_table(
        "minutes_version",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "for the chair",
                "draft published",
                "approved",
                "corrected",
                name="minutesversionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("what_changed", sa.Text(), nullable=True),
        sa.Column("at_meeting_id", sa.Integer(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_by_id", sa.Integer(), nullable=True),
        sa.Column("agreed_by", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind <> 'corrected' OR what_changed IS NOT NULL",
            name=op.f("ck_minutes_version_a_correction_says_what_changed"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_minutes_version_number_from_one")),
        sa.ForeignKeyConstraint(["agreed_by_id"], ["user.id"], name=op.f("fk_minutes_version_agreed_by_id_user")),
        sa.ForeignKeyConstraint(
            ["at_meeting_id"], ["meeting.id"], name=op.f("fk_minutes_version_at_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_version_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_version")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_minutes_version_meeting_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reply",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column(
            "answer",
            sa.Enum(
                "attending",
                "joining remotely",
                "apologies",
                name="answer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("substitute_id", sa.Integer(), nullable=True),
        sa.Column("has_no_interest", sa.Boolean(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replied_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "substitute_id IS NULL OR answer = 'apologies'", name=op.f("ck_reply_a_substitute_with_apologies")
        ),
        sa.CheckConstraint(
            "substitute_id IS NULL OR substitute_id <> person_id", name=op.f("ck_reply_not_their_own_substitute")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_reply_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_reply_person_id_person")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_reply_seat_id_seat")),
        sa.ForeignKeyConstraint(["substitute_id"], ["person.id"], name=op.f("fk_reply_substitute_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_reply_meeting_id_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reply_person_id"), "reply", ["person_id"], unique=False)

    op.create_table(
        "agenda_remark",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_agenda_remark_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["agenda_version.id"], name=op.f("fk_agenda_remark_version_id_agenda_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_remark")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_agenda_remark_version_id"), "agenda_remark", ["version_id"], unique=False)

    op.create_table(
        "item_absence",
        sa.Column("attendance_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_item_absence_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendance.id"], name=op.f("fk_item_absence_attendance_id_attendance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_absence")),
        sa.UniqueConstraint(
            "attendance_id", "agenda_item_id", name=op.f("uq_item_absence_attendance_id_agenda_item_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_item_absence_agenda_item_id"), "item_absence", ["agenda_item_id"], unique=False)

    op.create_table(
        "meeting_event",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "adjourned",
                "resumed",
                "public excluded",
                "public readmitted",
                "quorum lost",
                "quorum regained",
                "proceeded informally",
                name="roomevent",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_meeting_event_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_event_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_event")),
        sa.UniqueConstraint("meeting_id", "position", name=op.f("uq_meeting_event_meeting_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pack_read",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_pack_read_user_id_user")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["agenda_version.id"], name=op.f("fk_pack_read_version_id_agenda_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_read")),
        sa.UniqueConstraint("user_id", "version_id", name=op.f("uq_pack_read_user_id_version_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pack_read_version_id"), "pack_read", ["version_id"], unique=False)

    op.create_table(
        "signature",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["signed_by_id"], ["user.id"], name=op.f("fk_signature_signed_by_id_user")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["minutes_version.id"], name=op.f("fk_signature_version_id_minutes_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
        sa.UniqueConstraint("version_id", name=op.f("uq_signature_version_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "clearance",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column(
            "of",
            sa.Enum(
                "legal",
                "finance",
                "monitoring officer",
                name="clearanceof",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("given_by", sa.Text(), nullable=True),
        sa.Column("refused_because", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("given_on IS NULL OR refused_because IS NULL", name=op.f("ck_clearance_given_or_refused")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_clearance_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearance")),
        sa.UniqueConstraint("report_id", "of", name=op.f("uq_clearance_report_id_of")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "minute_revision",
        sa.Column("minute_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("is_clash", sa.Boolean(), nullable=False),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("based_on < number", name=op.f("ck_minute_revision_based_on_an_earlier_one")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_minute_revision_number_from_one")),
        sa.ForeignKeyConstraint(["made_by_id"], ["user.id"], name=op.f("fk_minute_revision_made_by_id_user")),
        sa.ForeignKeyConstraint(["minute_id"], ["minute.id"], name=op.f("fk_minute_revision_minute_id_minute")),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["minute_revision.id"], name=op.f("fk_minute_revision_settled_by_id_minute_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minute_revision")),
        sa.UniqueConstraint("minute_id", "number", name=op.f("uq_minute_revision_minute_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "minutes_correction",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("at_meeting_id", sa.Integer(), nullable=False),
        sa.Column("minute_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("words_before", sa.Text(), nullable=True),
        sa.Column("words_after", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["at_meeting_id"], ["meeting.id"], name=op.f("fk_minutes_correction_at_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_correction_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["minute_id"], ["minute.id"], name=op.f("fk_minutes_correction_minute_id_minute")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_correction")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_minutes_correction_at_meeting_id"), "minutes_correction", ["at_meeting_id"], unique=False)
    op.create_index(op.f("ix_minutes_correction_meeting_id"), "minutes_correction", ["meeting_id"], unique=False)

    op.create_table(
        "report_section",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_section_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_section")),
        sa.UniqueConstraint("report_id", "key", name=op.f("uq_report_section_report_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "report_version",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_report_version_document_id_document")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_version_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_version")),
        sa.UniqueConstraint("report_id", "number", name=op.f("uq_report_version_report_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "suggestion",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("minute_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("words_before", sa.Text(), nullable=True),
        sa.Column("words_after", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "accepted",
                "refused",
                name="suggestionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("state <> 'refused' OR answer IS NOT NULL", name=op.f("ck_suggestion_refused_for_a_reason")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_suggestion_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["minute_id"], ["minute.id"], name=op.f("fk_suggestion_minute_id_minute")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_suggestion_meeting_id"), "suggestion", ["meeting_id"], unique=False)

    op.create_table(
        "dissent",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_dissent_decision_id_decision")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_dissent_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dissent")),
        sa.UniqueConstraint("decision_id", "person_id", name=op.f("uq_dissent_decision_id_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_dissent_person_id"), "dissent", ["person_id"], unique=False)

    op.create_table(
        "forward_plan_entry",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("public_title", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("exempt_paragraph", sa.Text(), nullable=True),
        sa.Column(
            "purpose",
            sa.Enum(
                "for decision",
                "for discussion",
                "for information",
                "not stated",
                name="itempurpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("presenter", sa.Text(), nullable=True),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "decision",
                "deferred at a meeting",
                "not ready for its meeting",
                "report of a sub-group",
                "offered",
                "written here",
                name="planorigin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("from_item_id", sa.Integer(), nullable=True),
        sa.Column("sub_group_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "on an agenda",
                "considered",
                "dropped",
                name="planstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("dropped_because", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state <> 'dropped' OR dropped_because IS NOT NULL", name=op.f("ck_forward_plan_entry_dropped_for_a_reason")
        ),
        sa.CheckConstraint(
            "NOT is_exempt OR public_title IS NOT NULL", name=op.f("ck_forward_plan_entry_exempt_with_a_public_title")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_forward_plan_entry_body_id_body")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_forward_plan_entry_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["from_item_id"], ["agenda_item.id"], name=op.f("fk_forward_plan_entry_from_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_forward_plan_entry_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_forward_plan_entry_seat_id_seat")),
        sa.ForeignKeyConstraint(["sub_group_id"], ["body.id"], name=op.f("fk_forward_plan_entry_sub_group_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forward_plan_entry")),
        sa.UniqueConstraint(
            "sub_group_id", "month", "body_id", name=op.f("uq_forward_plan_entry_sub_group_id_month_body_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_forward_plan_entry_body_id_state", "forward_plan_entry", ["body_id", "state", "id"], unique=False
    )
    op.create_index(op.f("ix_forward_plan_entry_decision_id"), "forward_plan_entry", ["decision_id"], unique=False)
    op.create_index(op.f("ix_forward_plan_entry_meeting_id"), "forward_plan_entry", ["meeting_id"], unique=False)

    op.create_table(
        "interim_decision",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("exempt_paragraph", sa.Text(), nullable=True),
        sa.Column("public_title", sa.Text(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "waits",
                "ratified",
                "not ratified",
                name="ratification",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'waits') = (decision_id IS NULL)", name=op.f("ck_interim_decision_answered_by_a_decision")
        ),
        sa.CheckConstraint(
            "NOT is_exempt OR public_title IS NOT NULL", name=op.f("ck_interim_decision_exempt_with_a_public_title")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_interim_decision_body_id_body")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_interim_decision_decision_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interim_decision")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_interim_decision_body_id"), "interim_decision", ["body_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("to_body_id", sa.Integer(), nullable=True),
        sa.Column("to_organisation_id", sa.Integer(), nullable=True),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "answered_on IS NULL OR answered_on >= sent_on", name=op.f("ck_referral_answered_after_it_was_sent")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_referral_body_id_body")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_referral_decision_id_decision")),
        sa.ForeignKeyConstraint(["to_body_id"], ["body.id"], name=op.f("fk_referral_to_body_id_body")),
        sa.ForeignKeyConstraint(
            ["to_organisation_id"], ["organisation.id"], name=op.f("fk_referral_to_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_referral_body_id"), "referral", ["body_id"], unique=False)
    op.create_index(op.f("ix_referral_decision_id"), "referral", ["decision_id"], unique=False)
    op.create_index(op.f("ix_referral_to_body_id"), "referral", ["to_body_id"], unique=False)

    op.create_table(
        "vote",
        sa.Column("minute_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("recommendation_id", sa.Integer(), nullable=True),
        sa.Column("motion", sa.Text(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=False),
        sa.Column("votes_against", sa.Integer(), nullable=False),
        sa.Column("abstentions", sa.Integer(), nullable=False),
        sa.Column("is_named", sa.Boolean(), nullable=False),
        sa.Column("is_carried", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "votes_for >= 0 AND votes_against >= 0 AND abstentions >= 0", name=op.f("ck_vote_counts_from_nought")
        ),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_vote_decision_id_decision")),
        sa.ForeignKeyConstraint(["minute_id"], ["minute.id"], name=op.f("fk_vote_minute_id_minute")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_vote_recommendation_id_recommendation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_vote_decision_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_vote_minute_id"), "vote", ["minute_id"], unique=False)

    op.create_table(
        "item_offer",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("offered_by", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column(
            "purpose",
            sa.Enum(
                "for decision",
                "for discussion",
                "for information",
                "not stated",
                name="itempurpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "offered",
                "accepted",
                "declined",
                name="offerstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("forward_plan_entry_id", sa.Integer(), nullable=True),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forward_plan_entry_id"],
            ["forward_plan_entry.id"],
            name=op.f("fk_item_offer_forward_plan_entry_id_forward_plan_entry"),
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_item_offer_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_item_offer_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_offer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_item_offer_meeting_id"), "item_offer", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_item_offer_person_id"), "item_offer", ["person_id"], unique=False)

    op.create_table(
        "vote_cast",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "cast",
            sa.Enum("for", "against", "abstained", name="cast", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_vote_cast_person_id_person")),
        sa.ForeignKeyConstraint(["vote_id"], ["vote.id"], name=op.f("fk_vote_cast_vote_id_vote")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_cast")),
        sa.UniqueConstraint("vote_id", "person_id", name=op.f("uq_vote_cast_vote_id_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_vote_cast_person_id"), "vote_cast", ["person_id"], unique=False)
