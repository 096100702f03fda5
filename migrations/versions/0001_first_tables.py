"""The first tables

An empty record: nothing is there yet, so no row changes. The audit trail refuses change and deletion from the
first line on; of its words only the text may be taken out. An adopted version of the terms of reference stays as it is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001_first_tables"
down_revision = None

GENESIS = "0" * 64
FINAL = "the audit trail is never changed"
SQLITE_TRIGGERS = (
    f"CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, '{FINAL}'); END",
    f"CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, '{FINAL}'); END",
    f"CREATE TRIGGER audit_words_no_update BEFORE UPDATE OF audit_event_id, field, salt, hash ON audit_words "
    f"BEGIN SELECT RAISE(ABORT, '{FINAL}'); END",
    f"CREATE TRIGGER audit_words_no_delete BEFORE DELETE ON audit_words BEGIN SELECT RAISE(ABORT, '{FINAL}'); END",
)
POSTGRESQL_TRIGGERS = (
    f"CREATE FUNCTION audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{FINAL}'; END $$",
    "CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final()",
    "CREATE TRIGGER audit_words_no_change BEFORE DELETE OR TRUNCATE OR UPDATE OF audit_event_id, field, salt, hash "
    "ON audit_words FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final()",
)


# The terms of reference: an adopted version and its parts stay as they are. Which organisation, seat or group a row means
# may be put right, when two turn out to be one; what the row says may not.
ADOPTED = "an adopted version of the terms never changes"
PARTS_OF_TERMS = {
    "terms_section": "version_id, position, key, heading, words",
    "terms_seat": "version_id, position, post, organisation_words, category, places, is_voting, is_elected, "
    "appointed_by, tag",
    "terms_office": "version_id, kind, held_by, is_yearly, is_from_responsible_authority, "
    "is_from_another_organisation, barred_words",
    "terms_sub_group": "version_id, position, name, chair_words, months_due, tolerance_days, times_a_year",
}
STATE_OF = {
    "NEW": "(SELECT state FROM terms_version WHERE id = NEW.version_id)",
    "OLD": "(SELECT state FROM terms_version WHERE id = OLD.version_id)",
    "part": "(SELECT state FROM terms_version WHERE id = part.version_id)",
}
SQLITE_TRIGGERS_OF_TERMS = (
    *(
        f"CREATE TRIGGER terms_version_no_{act} BEFORE {act.upper()} ON terms_version WHEN OLD.state = 'adopted' "
        f"BEGIN SELECT RAISE(ABORT, '{ADOPTED}'); END"
        for act in ("update", "delete")
    ),
    *(
        f"CREATE TRIGGER {table}_no_{act.split()[0].lower()} BEFORE {act} ON {table} "
        f"WHEN {STATE_OF[row]} = 'adopted' "
        f"BEGIN SELECT RAISE(ABORT, '{ADOPTED}'); END"
        for table, columns in PARTS_OF_TERMS.items()
        for act, row in (("INSERT", "NEW"), (f"UPDATE OF {columns}", "OLD"), ("DELETE", "OLD"))
    ),
)
POSTGRESQL_TRIGGERS_OF_TERMS = (
    "CREATE FUNCTION terms_are_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION '{ADOPTED}'; END $$",
    "CREATE FUNCTION terms_part_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE part record; BEGIN "
    "IF TG_OP = 'INSERT' THEN part := NEW; ELSE part := OLD; END IF; "
    f"IF {STATE_OF['part']} = 'adopted' THEN "
    f"RAISE EXCEPTION '{ADOPTED}'; END IF; "
    "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER terms_version_no_change BEFORE UPDATE OR DELETE ON terms_version "
    "FOR EACH ROW WHEN (OLD.state = 'adopted') EXECUTE FUNCTION terms_are_final()",
    *(
        f"CREATE TRIGGER {table}_no_change BEFORE INSERT OR DELETE OR UPDATE OF {columns} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION terms_part_is_final()"
        for table, columns in PARTS_OF_TERMS.items()
    ),
)


def upgrade() -> None:
    _create_tables()
    op.execute(
        sa.text("INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, :genesis)").bindparams(genesis=GENESIS)
    )
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    of_terms = SQLITE_TRIGGERS_OF_TERMS if on_sqlite else POSTGRESQL_TRIGGERS_OF_TERMS
    for trigger in (*(SQLITE_TRIGGERS if on_sqlite else POSTGRESQL_TRIGGERS), *of_terms):
        op.execute(trigger)


def _create_tables() -> None:
    op.create_table(
        "audit_event",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
        sa.UniqueConstraint("sequence", name=op.f("uq_audit_event_sequence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_audit_event_body_id"), "audit_event", ["body_id"], unique=False)
    op.create_index(
        "ix_audit_event_subject_type_subject_id", "audit_event", ["subject_type", "subject_id"], unique=False
    )
    op.create_index(op.f("ix_audit_event_user_id"), "audit_event", ["user_id"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "body",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "strategy group",
                "sub-group",
                "task and finish group",
                "local partnership board",
                "committee",
                name="bodykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "access_regime",
            sa.Enum(
                "statutory committee",
                "adopted",
                "none",
                name="accessregime",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "clear_days_basis",
            sa.Enum(
                "working", "mon-sat", "calendar", name="basis", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("papers_count_as_is", sa.Boolean(), nullable=False),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("active_from", sa.Date(), nullable=True),
        sa.Column("active_until", sa.Date(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name=op.f("ck_body_not_its_own_parent")),
        sa.ForeignKeyConstraint(["parent_id"], ["body.id"], name=op.f("fk_body_parent_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body")),
        sa.UniqueConstraint("slug", name=op.f("uq_body_slug")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_body_parent_id"), "body", ["parent_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("size >= 0", name=op.f("ck_document_size_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_document_sha256"), "document", ["sha256"], unique=False)
    op.create_table(
        "organisation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("named_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("named_on", sa.Date(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sign_in_attempt_key_failed_at", "sign_in_attempt", ["key", "failed_at"], unique=False)
    op.create_table(
        "audit_words",
        sa.Column("audit_event_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_event_id"], ["audit_event.id"], name=op.f("fk_audit_words_audit_event_id_audit_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_words")),
        sa.UniqueConstraint("audit_event_id", "field", name=op.f("uq_audit_words_audit_event_id_field")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "known_as",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_settled", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_known_as_body_id_body")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_known_as_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_as")),
        sa.UniqueConstraint("body_id", "key", name=op.f("uq_known_as_body_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_known_as_person_id"), "known_as", ["person_id"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("started_at", sa.Time(), nullable=True),
        sa.Column("ended_at", sa.Time(), nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column(
            "mode",
            sa.Enum(
                "in person",
                "remote",
                "hybrid",
                name="meetingmode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "scheduled",
                "agenda published",
                "in progress",
                "closed",
                "postponed",
                "cancelled",
                name="meetingstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("noticed_on", sa.Date(), nullable=True),
        sa.Column("agenda_published_on", sa.Date(), nullable=True),
        sa.Column("convened_on", sa.Date(), nullable=True),
        sa.Column("link_published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "recording",
            sa.Enum(
                "allowed",
                "stopped in private session",
                "stopped in public session",
                name="recording",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("is_open_record_coherent", sa.Boolean(), nullable=True),
        sa.Column(
            "minutes_state",
            sa.Enum(
                "draft",
                "with the chair",
                "draft published",
                "approved",
                name="minutesstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("confirms_minutes_of", sa.Date(), nullable=True),
        sa.Column("minutes_approved_at_id", sa.Integer(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_starts_at", sa.Time(), nullable=True),
        sa.Column("next_venue", sa.Text(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            'agenda_published_on IS NULL OR agenda_published_on <= "on"', name=op.f("ck_meeting_published_by_its_day")
        ),
        sa.CheckConstraint('convened_on IS NULL OR convened_on <= "on"', name=op.f("ck_meeting_convened_by_its_day")),
        sa.CheckConstraint(
            "ended_at IS NULL OR started_at IS NULL OR ended_at >= started_at",
            name=op.f("ck_meeting_ends_after_it_starts"),
        ),
        sa.CheckConstraint('noticed_on IS NULL OR noticed_on <= "on"', name=op.f("ck_meeting_noticed_by_its_day")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_meeting_body_id_body")),
        sa.ForeignKeyConstraint(
            ["minutes_approved_at_id"], ["meeting.id"], name=op.f("fk_meeting_minutes_approved_at_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("body_id", "on", "starts_at", name=op.f("uq_meeting_body_id_on_starts_at")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "merge",
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("into", sa.Text(), nullable=False),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merged_by", sa.Text(), nullable=False),
        sa.Column("taken_apart_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_apart_by", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_merge_of_one_kind"),
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_merge_body_id_body")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_merge_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_merge_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_merge_body_id"), "merge", ["body_id"], unique=False)
    op.create_index(op.f("ix_merge_organisation_id"), "merge", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_merge_person_id"), "merge", ["person_id"], unique=False)
    op.create_table(
        "municipal_year",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_municipal_year_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipal_year")),
        sa.UniqueConstraint("body_id", "starts_on", name=op.f("uq_municipal_year_body_id_starts_on")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "organisation_name",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_organisation_name_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_name")),
        sa.UniqueConstraint("key", name=op.f("uq_organisation_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_organisation_name_organisation_id"), "organisation_name", ["organisation_id"], unique=False
    )
    op.create_table(
        "organisation_type",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("statutory_type", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_organisation_type_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_organisation_type_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_type")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_organisation_type_organisation_id"), "organisation_type", ["organisation_id"], unique=False
    )
    op.create_table(
        "person_post",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_on IS NULL OR from_on IS NULL OR until_on >= from_on",
            name=op.f("ck_person_post_ends_after_it_starts"),
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_person_post_body_id_body")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_person_post_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_post_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_post")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_person_post_body_id"), "person_post", ["body_id"], unique=False)
    op.create_index(op.f("ix_person_post_organisation_id"), "person_post", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_person_post_person_id"), "person_post", ["person_id"], unique=False)
    op.create_table(
        "registered_interest",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "employment, office or trade",
                "sponsorship",
                "contract",
                "land",
                "licence to occupy land",
                "corporate tenancy",
                "securities",
                "membership or trusteeship",
                "gift or hospitality",
                "other interest",
                name="interestkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("is_sensitive", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_registered_interest_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_registered_interest_body_id_body")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_registered_interest_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registered_interest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_registered_interest_body_id"), "registered_interest", ["body_id"], unique=False)
    op.create_index(op.f("ix_registered_interest_person_id"), "registered_interest", ["person_id"], unique=False)
    op.create_table(
        "rule_setting",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "source confirmed",
                "switched off",
                name="settingkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_note", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(until_on IS NULL) = (ended_at IS NULL)", name=op.f("ck_rule_setting_an_end_says_when")),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_rule_setting_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_rule_setting_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_setting")),
        sa.UniqueConstraint(
            "body_id", "rule", "kind", "from_on", name=op.f("uq_rule_setting_body_id_rule_kind_from_on")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "seat",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column(
            "category",
            sa.Enum(
                "responsible authority",
                "other",
                "co-opted",
                "adviser",
                "not stated",
                name="seatcategory",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("is_voting", sa.Boolean(), nullable=True),
        sa.Column("is_elected", sa.Boolean(), nullable=False),
        sa.Column("worded_on", sa.Date(), nullable=True),
        sa.Column("active_from", sa.Date(), nullable=True),
        sa.Column("active_until", sa.Date(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "active_until IS NULL OR active_from IS NULL OR active_until >= active_from",
            name=op.f("ck_seat_ends_after_it_starts"),
        ),
        sa.CheckConstraint("places >= 1", name=op.f("ck_seat_at_least_one_place")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_seat_body_id_body")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_seat_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sa.UniqueConstraint("body_id", "key", name=op.f("uq_seat_body_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_seat_organisation_id"), "seat", ["organisation_id"], unique=False)
    op.create_table(
        "standing",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("is_responsible_authority", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name=op.f("ck_standing_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_standing_body_id_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_standing_body_id"), "standing", ["body_id"], unique=False)
    op.create_table(
        "succession",
        sa.Column("before_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("before_id <> after_id", name=op.f("ck_succession_not_its_own_successor")),
        sa.ForeignKeyConstraint(["after_id"], ["organisation.id"], name=op.f("fk_succession_after_id_organisation")),
        sa.ForeignKeyConstraint(["before_id"], ["organisation.id"], name=op.f("fk_succession_before_id_organisation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
        sa.UniqueConstraint("before_id", "after_id", name=op.f("uq_succession_before_id_after_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_succession_after_id"), "succession", ["after_id"], unique=False)
    op.create_table(
        "user",
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("is_administrator", sa.Boolean(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("last_signed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_user_email_in_lower_case")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_user_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email", name=op.f("uq_user_email")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_user_person_id"), "user", ["person_id"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("public_title", sa.Text(), nullable=True),
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
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("exempt_paragraph", sa.Text(), nullable=True),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("urgency_reason", sa.Text(), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_agenda_item_position_from_one")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("meeting_id", "position", name=op.f("uq_agenda_item_meeting_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "attendance",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column(
            "capacity",
            sa.Enum(
                "present",
                "substitute",
                "apologies",
                "absent",
                "also present",
                "officer",
                name="capacity",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_in_the_chair", sa.Boolean(), nullable=False),
        sa.Column("is_remote", sa.Boolean(), nullable=False),
        sa.Column("arrived_at", sa.Time(), nullable=True),
        sa.Column("left_at", sa.Time(), nullable=True),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("for_person_id", sa.Integer(), nullable=True),
        sa.Column("for_printed", sa.Text(), nullable=True),
        sa.Column("name_printed", sa.Text(), nullable=False),
        sa.Column("role_printed", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "capacity = 'substitute' OR for_person_id IS NULL",
            name=op.f("ck_attendance_only_a_substitute_is_for_someone"),
        ),
        sa.CheckConstraint(
            "left_at IS NULL OR arrived_at IS NULL OR left_at > arrived_at",
            name=op.f("ck_attendance_leaves_after_arriving"),
        ),
        sa.ForeignKeyConstraint(["for_person_id"], ["person.id"], name=op.f("fk_attendance_for_person_id_person")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_person_id_person")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_attendance_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "meeting_id", "person_id", "capacity", name=op.f("uq_attendance_meeting_id_person_id_capacity")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"], unique=False)
    op.create_index(op.f("ix_attendance_seat_id"), "attendance", ["seat_id"], unique=False)
    op.create_table(
        "duty_plan",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=True),
        sa.Column("report_of", sa.Text(), nullable=True),
        sa.Column("year", sa.Date(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN duty IS NULL THEN 0 ELSE 1 END) + (CASE WHEN report_of IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_duty_plan_one_subject"),
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_duty_plan_body_id_body")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_duty_plan_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_plan")),
        sa.UniqueConstraint("body_id", "duty", "year", name=op.f("uq_duty_plan_body_id_duty_year")),
        sa.UniqueConstraint("body_id", "report_of", "year", name=op.f("uq_duty_plan_body_id_report_of_year")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_duty_plan_meeting_id"), "duty_plan", ["meeting_id"], unique=False)
    op.create_table(
        "form_token",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_form_token_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_token")),
        sa.UniqueConstraint("token", name=op.f("uq_form_token_token")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "read", "accepted", "undone", name="importstate", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.Column("lines_sha256", sa.Text(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_by_id", sa.Integer(), nullable=True),
        sa.Column("read_by", sa.Text(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_because", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_import_body_id_body")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_import_document_id_document")),
        sa.ForeignKeyConstraint(["read_by_id"], ["user.id"], name=op.f("fk_import_read_by_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import")),
        sa.UniqueConstraint("sha256", name=op.f("uq_import_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_import_body_id"), "import", ["body_id"], unique=False)
    op.create_index(op.f("ix_import_read_by_id"), "import", ["read_by_id"], unique=False)
    op.create_table(
        "message",
        sa.Column("recipient_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("try_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_settled", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_to", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN recipient_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN user_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_message_one_recipient"),
        ),
        sa.ForeignKeyConstraint(["recipient_id"], ["person.id"], name=op.f("fk_message_recipient_id_person")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_message_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint(
            "recipient_id",
            "event",
            "subject_type",
            "subject_id",
            "due",
            name=op.f("uq_message_recipient_id_event_subject_type_subject_id_due"),
        ),
        sa.UniqueConstraint(
            "user_id",
            "event",
            "subject_type",
            "subject_id",
            "due",
            name=op.f("uq_message_user_id_event_subject_type_subject_id_due"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_message_sent_at_settled", "message", ["is_settled", "id"], unique=False)
    op.create_table(
        "role_held",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "officer",
                "chair",
                "member",
                "substitute",
                "owner of the action",
                "system administrator",
                "anyone signed in",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("covers_for_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name=op.f("ck_role_held_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_role_held_body_id_body")),
        sa.ForeignKeyConstraint(["covers_for_id"], ["user.id"], name=op.f("fk_role_held_covers_for_id_user")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_role_held_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_role_held_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_held")),
        sa.UniqueConstraint(
            "user_id", "body_id", "role", "from_on", name=op.f("uq_role_held_user_id_body_id_role_from_on")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_role_held_body_id"), "role_held", ["body_id"], unique=False)
    op.create_index(op.f("ix_role_held_covers_for_id"), "role_held", ["covers_for_id"], unique=False)
    op.create_table(
        "substitution",
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_substitution_ends_after_it_starts")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_substitution_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_substitution_person_id_person")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_substitution_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution")),
        sa.UniqueConstraint(
            "seat_id",
            "person_id",
            "from_on",
            "meeting_id",
            name=op.f("uq_substitution_seat_id_person_id_from_on_meeting_id"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_substitution_meeting_id"), "substitution", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_substitution_person_id"), "substitution", ["person_id"], unique=False)
    op.create_index(op.f("ix_substitution_seat_id"), "substitution", ["seat_id"], unique=False)
    op.create_table(
        "correction",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["import.id"], name=op.f("fk_correction_import_id_import")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("import_id", "path", name=op.f("uq_correction_import_id_path")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "minute",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("number_printed", sa.Text(), nullable=True),
        sa.Column("year_starts_on", sa.Date(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("public_title", sa.Text(), nullable=True),
        sa.Column("presenter", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("narrative", sa.Text(), nullable=True),
        sa.Column("urgent_ruling", sa.Text(), nullable=True),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("exempt_paragraph", sa.Text(), nullable=True),
        sa.Column("public_interest_reason", sa.Text(), nullable=True),
        sa.Column("public_summary", sa.Text(), nullable=True),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("public_was_excluded", sa.Boolean(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("number IS NULL OR number >= 1", name=op.f("ck_minute_number_from_one")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_minute_position_from_one")),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_minute_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minute_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minute")),
        sa.UniqueConstraint("meeting_id", "position", name=op.f("uq_minute_meeting_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "question",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "person", "organisation", name="questionkind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["import.id"], name=op.f("fk_question_import_id_import")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint(
            "import_id", "kind", "printed", "about", name=op.f("uq_question_import_id_kind_printed_about")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "report",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("report_of", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("is_marked", sa.Boolean(), nullable=True),
        sa.Column("background_papers", sa.Text(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_report_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_report_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("meeting_id", "position", name=op.f("uq_report_meeting_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_report_agenda_item_id"), "report", ["agenda_item_id"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name_printed", sa.Text(), nullable=False),
        sa.Column("post_printed", sa.Text(), nullable=True),
        sa.Column("organisation_printed", sa.Text(), nullable=True),
        sa.Column(
            "category",
            sa.Enum(
                "responsible authority",
                "other",
                "co-opted",
                "adviser",
                "not stated",
                name="seatcategory",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_invited", sa.Boolean(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("last_line", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_sighting_body_id_body")),
        sa.ForeignKeyConstraint(["import_id"], ["import.id"], name=op.f("fk_sighting_import_id_import")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sighting_person_id_person")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_sighting_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sighting")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sighting_body_id_on", "sighting", ["body_id", "on"], unique=False)
    op.create_index(op.f("ix_sighting_import_id"), "sighting", ["import_id"], unique=False)
    op.create_index(op.f("ix_sighting_person_id"), "sighting", ["person_id"], unique=False)
    op.create_index(op.f("ix_sighting_seat_id"), "sighting", ["seat_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "number of authorities",
                "chair of a sub-group",
                name="statementkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_statement_body_id_body")),
        sa.ForeignKeyConstraint(["import_id"], ["import.id"], name=op.f("fk_statement_import_id_import")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statement_body_id_on", "statement", ["body_id", "on"], unique=False)
    op.create_index(op.f("ix_statement_import_id"), "statement", ["import_id"], unique=False)
    op.create_table(
        "appendix",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_appendix_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appendix")),
        sa.UniqueConstraint("report_id", "position", name=op.f("uq_appendix_report_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact_officer",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_contact_officer_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_officer")),
        sa.UniqueConstraint("report_id", "position", name=op.f("uq_contact_officer_report_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "interest",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("minute_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("left_the_meeting", sa.Boolean(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"], ["agenda_item.id"], name=op.f("fk_interest_agenda_item_id_agenda_item")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_interest_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["minute_id"], ["minute.id"], name=op.f("fk_interest_minute_id_minute")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_interest_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
        sa.UniqueConstraint("meeting_id", "position", name=op.f("uq_interest_meeting_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_interest_minute_id"), "interest", ["minute_id"], unique=False)
    op.create_index(op.f("ix_interest_person_id"), "interest", ["person_id"], unique=False)
    op.create_table(
        "recommendation",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_recommendation_report_id_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("report_id", "ordinal", name=op.f("uq_recommendation_report_id_ordinal")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "decision",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("minute_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "noted",
                "approved",
                "action",
                "referral",
                "appointment",
                "deferral",
                "forward plan",
                "closure of an action",
                name="decisionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "agreement",
            sa.Enum(
                "consensus",
                "no dissent",
                "vote",
                "not stated",
                name="agreement",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("recommendation_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("ordinal >= 1", name=op.f("ck_decision_ordinal_from_one")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_decision_body_id_body")),
        sa.ForeignKeyConstraint(["minute_id"], ["minute.id"], name=op.f("fk_decision_minute_id_minute")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_decision_recommendation_id_recommendation")
        ),
        sa.ForeignKeyConstraint(["supersedes_id"], ["decision.id"], name=op.f("fk_decision_supersedes_id_decision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("minute_id", "ordinal", name=op.f("uq_decision_minute_id_ordinal")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_body_id_on", "decision", ["body_id", "on", "id"], unique=False)
    op.create_index("ix_decision_on", "decision", ["on", "id"], unique=False)
    op.create_table(
        "action",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("owner_body_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("is_due_by_next_meeting", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "in progress",
                "returned",
                "completion proposed",
                "verified",
                "closed",
                "not proceeding",
                name="actionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_exempt", sa.Boolean(), nullable=False),
        sa.Column("waits_for_id", sa.Integer(), nullable=True),
        sa.Column("assigned_on", sa.Date(), nullable=False),
        sa.Column("closed_at_id", sa.Integer(), nullable=True),
        sa.Column("dropped_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at_id IS NOT NULL)", name=op.f("ck_action_closed_at_a_meeting")
        ),
        sa.CheckConstraint(
            "(state = 'not proceeding') = (dropped_by_id IS NOT NULL)",
            name=op.f("ck_action_not_proceeding_by_a_decision"),
        ),
        sa.CheckConstraint(
            "(CASE WHEN seat_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN owner_body_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_action_one_lead"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_action_number_from_one")),
        sa.CheckConstraint("waits_for_id IS NULL OR waits_for_id <> id", name=op.f("ck_action_waits_for_another")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_action_body_id_body")),
        sa.ForeignKeyConstraint(["closed_at_id"], ["meeting.id"], name=op.f("fk_action_closed_at_id_meeting")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_action_decision_id_decision")),
        sa.ForeignKeyConstraint(["dropped_by_id"], ["decision.id"], name=op.f("fk_action_dropped_by_id_decision")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_action_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["owner_body_id"], ["body.id"], name=op.f("fk_action_owner_body_id_body")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_action_seat_id_seat")),
        sa.ForeignKeyConstraint(["waits_for_id"], ["action.id"], name=op.f("fk_action_waits_for_id_action")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("body_id", "number", name=op.f("uq_action_body_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_action_body_id_due_on", "action", ["body_id", "due_on", "id"], unique=False)
    op.create_index("ix_action_body_id_state_due_on", "action", ["body_id", "state", "due_on", "id"], unique=False)
    op.create_index(op.f("ix_action_closed_at_id"), "action", ["closed_at_id"], unique=False)
    op.create_index(op.f("ix_action_decision_id"), "action", ["decision_id"], unique=False)
    op.create_index(op.f("ix_action_organisation_id"), "action", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_action_owner_body_id"), "action", ["owner_body_id"], unique=False)
    op.create_index(op.f("ix_action_seat_id"), "action", ["seat_id"], unique=False)
    op.create_table(
        "appointment",
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "term",
                "hold-over",
                "co-option",
                name="appointmentkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("last_listed_on", sa.Date(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind <> 'hold-over' OR reason IS NOT NULL", name=op.f("ck_appointment_held_over_for_a_reason")
        ),
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name=op.f("ck_appointment_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_appointment_decision_id_decision")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_appointment_person_id_person")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_appointment_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("seat_id", "person_id", "from_on", name=op.f("uq_appointment_seat_id_person_id_from_on")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appointment_person_id"), "appointment", ["person_id"], unique=False)
    op.create_index(
        "ix_appointment_seat_id_from_on_until_on", "appointment", ["seat_id", "from_on", "until_on"], unique=False
    )
    op.create_table(
        "duty_entry",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("year", sa.Date(), nullable=True),
        sa.Column("entered", sa.JSON(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_because", sa.Text(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_because IS NULL)", name=op.f("ck_duty_entry_withdrawn_with_a_reason")
        ),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_duty_entry_body_id_body")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_duty_entry_decision_id_decision")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_duty_entry_document_id_document")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_duty_entry_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_duty_entry_body_id_duty_year", "duty_entry", ["body_id", "duty", "year"], unique=False)
    op.create_index(op.f("ix_duty_entry_decision_id"), "duty_entry", ["decision_id"], unique=False)
    op.create_index(op.f("ix_duty_entry_meeting_id"), "duty_entry", ["meeting_id"], unique=False)
    op.create_table(
        "office",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "chair",
                "vice-chair",
                "secretary",
                name="officekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("ended_because", sa.Text(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name=op.f("ck_office_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_office_body_id_body")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_office_decision_id_decision")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_office_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint(
            "body_id", "kind", "person_id", "from_on", name=op.f("uq_office_body_id_kind_person_id_from_on")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_office_person_id"), "office", ["person_id"], unique=False)
    op.create_table(
        "terms_version",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("draft", "adopted", name="termsstate", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("drafted_from_id", sa.Integer(), nullable=True),
        sa.Column("edits", sa.Integer(), nullable=False),
        sa.Column(
            "provenance",
            sa.Enum(
                "recorded",
                "imported",
                "derived from sightings",
                name="provenance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("quorum", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("meetings_per_year", sa.Integer(), nullable=True),
        sa.Column("max_gap_days", sa.Integer(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("review_months", sa.Integer(), nullable=True),
        sa.Column("has_substitutes", sa.Boolean(), nullable=True),
        sa.Column("substitute_notice_hours", sa.Integer(), nullable=True),
        sa.Column("substitute_elected_for_elected", sa.Boolean(), nullable=True),
        sa.Column("absences_to_review", sa.Integer(), nullable=True),
        sa.Column("apologies_count_as_absence", sa.Boolean(), nullable=True),
        sa.Column("elected_members", sa.Integer(), nullable=True),
        sa.Column("new_members_agreed", sa.Boolean(), nullable=True),
        sa.Column(
            "voting",
            sa.Enum(
                "consensus",
                "one vote for each seat",
                "one vote for each organisation",
                name="voting",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("chair_has_casting_vote", sa.Boolean(), nullable=True),
        sa.Column("performance_months", sa.Integer(), nullable=True),
        sa.Column("plan_years", sa.Integer(), nullable=True),
        sa.Column("consultation_days", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state = 'adopted' OR in_force_from IS NULL", name=op.f("ck_terms_version_a_draft_is_not_in_force")
        ),
        sa.CheckConstraint(
            "state = 'draft' OR (in_force_from IS NOT NULL AND (decision_id IS NOT NULL OR basis IS NOT NULL))",
            name=op.f("ck_terms_version_adopted_on_a_basis_from_a_day"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_terms_version_number_from_one")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_terms_version_body_id_body")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_terms_version_decision_id_decision")),
        sa.ForeignKeyConstraint(
            ["drafted_from_id"], ["terms_version.id"], name=op.f("fk_terms_version_drafted_from_id_terms_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms_version")),
        sa.UniqueConstraint("body_id", "in_force_from", name=op.f("uq_terms_version_body_id_in_force_from")),
        sa.UniqueConstraint("body_id", "number", name=op.f("uq_terms_version_body_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_terms_version_one_draft",
        "terms_version",
        ["body_id"],
        unique=True,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_table(
        "action_event",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column(
            "happening",
            sa.Enum(
                "assigned",
                "started",
                "note",
                "completion proposed",
                "returned",
                "verified",
                "closed",
                "not proceeding",
                "reopened",
                "owner changed",
                "due date changed",
                "waits for another action",
                "handed over",
                name="happening",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("holder_name", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_event_action_id_action")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_action_event_by_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_event_action_id"), "action_event", ["action_id"], unique=False)
    op.create_table(
        "action_supporter",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("supporting_body_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN seat_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN supporting_body_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_action_supporter_one_supporter"),
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_supporter_action_id_action")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_action_supporter_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_action_supporter_seat_id_seat")),
        sa.ForeignKeyConstraint(
            ["supporting_body_id"], ["body.id"], name=op.f("fk_action_supporter_supporting_body_id_body")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_supporter")),
        sa.UniqueConstraint("action_id", "organisation_id", name=op.f("uq_action_supporter_action_id_organisation_id")),
        sa.UniqueConstraint("action_id", "seat_id", name=op.f("uq_action_supporter_action_id_seat_id")),
        sa.UniqueConstraint(
            "action_id", "supporting_body_id", name=op.f("uq_action_supporter_action_id_supporting_body_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_supporter_seat_id"), "action_supporter", ["seat_id"], unique=False)
    op.create_table(
        "proposed_action",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "noted",
                "approved",
                "action",
                "referral",
                "appointment",
                "deferral",
                "forward plan",
                "closure of an action",
                name="decisionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_hint", sa.Text(), nullable=True),
        sa.Column("due_hint", sa.Text(), nullable=True),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("is_due_by_next_meeting", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "confirmed",
                "dismissed",
                name="proposalstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'confirmed') = (action_id IS NOT NULL)", name=op.f("ck_proposed_action_confirmed_by_an_action")
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_proposed_action_action_id_action")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_proposed_action_body_id_body")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_proposed_action_decision_id_decision")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_proposed_action_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_proposed_action_seat_id_seat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_action")),
        sa.UniqueConstraint("decision_id", "ordinal", name=op.f("uq_proposed_action_decision_id_ordinal")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposed_action_body_id_state", "proposed_action", ["body_id", "state", "id"], unique=False)
    op.create_table(
        "terms_office",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "chair",
                "vice-chair",
                "secretary",
                name="officekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("held_by", sa.Text(), nullable=True),
        sa.Column("is_yearly", sa.Boolean(), nullable=True),
        sa.Column("is_from_responsible_authority", sa.Boolean(), nullable=True),
        sa.Column("is_from_another_organisation", sa.Boolean(), nullable=True),
        sa.Column("barred_organisation_id", sa.Integer(), nullable=True),
        sa.Column("barred_words", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["barred_organisation_id"],
            ["organisation.id"],
            name=op.f("fk_terms_office_barred_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["terms_version.id"], name=op.f("fk_terms_office_version_id_terms_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms_office")),
        sa.UniqueConstraint("version_id", "kind", name=op.f("uq_terms_office_version_id_kind")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_terms_office_barred_organisation_id"), "terms_office", ["barred_organisation_id"], unique=False
    )
    op.create_table(
        "terms_seat",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("organisation_words", sa.Text(), nullable=True),
        sa.Column(
            "category",
            sa.Enum(
                "responsible authority",
                "other",
                "co-opted",
                "adviser",
                "not stated",
                name="seatcategory",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("is_voting", sa.Boolean(), nullable=True),
        sa.Column("is_elected", sa.Boolean(), nullable=False),
        sa.Column("appointed_by", sa.Text(), nullable=True),
        sa.Column("tag", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("places >= 1", name=op.f("ck_terms_seat_at_least_one_place")),
        sa.CheckConstraint("post IS NOT NULL OR organisation_words IS NOT NULL", name=op.f("ck_terms_seat_has_a_name")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_terms_seat_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_terms_seat_seat_id_seat")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["terms_version.id"], name=op.f("fk_terms_seat_version_id_terms_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms_seat")),
        sa.UniqueConstraint("version_id", "seat_id", name=op.f("uq_terms_seat_version_id_seat_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_terms_seat_organisation_id"), "terms_seat", ["organisation_id"], unique=False)
    op.create_index("ix_terms_seat_seat_id", "terms_seat", ["seat_id"], unique=False)
    op.create_table(
        "terms_section",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["terms_version.id"], name=op.f("fk_terms_section_version_id_terms_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms_section")),
        sa.UniqueConstraint("version_id", "key", name=op.f("uq_terms_section_version_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "terms_sub_group",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("chair_words", sa.Text(), nullable=True),
        sa.Column("months_due", sa.JSON(), nullable=False),
        sa.Column("tolerance_days", sa.Integer(), nullable=True),
        sa.Column("times_a_year", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "tolerance_days IS NULL OR tolerance_days >= 0", name=op.f("ck_terms_sub_group_tolerance_from_nought")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["body.id"], name=op.f("fk_terms_sub_group_group_id_body")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["terms_version.id"], name=op.f("fk_terms_sub_group_version_id_terms_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms_sub_group")),
        sa.UniqueConstraint("version_id", "name", name=op.f("uq_terms_sub_group_version_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_terms_sub_group_group_id"), "terms_sub_group", ["group_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("document_id IS NOT NULL OR note IS NOT NULL", name=op.f("ck_evidence_a_file_or_a_note")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_evidence_action_id_action")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_evidence_document_id_document")),
        sa.ForeignKeyConstraint(["event_id"], ["action_event.id"], name=op.f("fk_evidence_event_id_action_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_evidence_action_id"), "evidence", ["action_id"], unique=False)
    op.create_index(op.f("ix_evidence_event_id"), "evidence", ["event_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_evidence_event_id"), table_name="evidence")
    op.drop_index(op.f("ix_evidence_action_id"), table_name="evidence")
    op.drop_table("evidence")
    op.drop_index(op.f("ix_terms_sub_group_group_id"), table_name="terms_sub_group")
    op.drop_table("terms_sub_group")
    op.drop_table("terms_section")
    op.drop_index("ix_terms_seat_seat_id", table_name="terms_seat")
    op.drop_index(op.f("ix_terms_seat_organisation_id"), table_name="terms_seat")
    op.drop_table("terms_seat")
    op.drop_index(op.f("ix_terms_office_barred_organisation_id"), table_name="terms_office")
    op.drop_table("terms_office")
    op.drop_index("ix_proposed_action_body_id_state", table_name="proposed_action")
    op.drop_table("proposed_action")
    op.drop_index(op.f("ix_action_supporter_seat_id"), table_name="action_supporter")
    op.drop_table("action_supporter")
    op.drop_index(op.f("ix_action_event_action_id"), table_name="action_event")
    op.drop_table("action_event")
    op.drop_index(
        "ix_terms_version_one_draft",
        table_name="terms_version",
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.drop_table("terms_version")
    op.drop_index(op.f("ix_office_person_id"), table_name="office")
    op.drop_table("office")
    op.drop_index(op.f("ix_duty_entry_meeting_id"), table_name="duty_entry")
    op.drop_index(op.f("ix_duty_entry_decision_id"), table_name="duty_entry")
    op.drop_index("ix_duty_entry_body_id_duty_year", table_name="duty_entry")
    op.drop_table("duty_entry")
    op.drop_index("ix_appointment_seat_id_from_on_until_on", table_name="appointment")
    op.drop_index(op.f("ix_appointment_person_id"), table_name="appointment")
    op.drop_table("appointment")
    op.drop_index(op.f("ix_action_seat_id"), table_name="action")
    op.drop_index(op.f("ix_action_owner_body_id"), table_name="action")
    op.drop_index(op.f("ix_action_organisation_id"), table_name="action")
    op.drop_index(op.f("ix_action_decision_id"), table_name="action")
    op.drop_index(op.f("ix_action_closed_at_id"), table_name="action")
    op.drop_index("ix_action_body_id_state_due_on", table_name="action")
    op.drop_index("ix_action_body_id_due_on", table_name="action")
    op.drop_table("action")
    op.drop_index("ix_decision_on", table_name="decision")
    op.drop_index("ix_decision_body_id_on", table_name="decision")
    op.drop_table("decision")
    op.drop_table("recommendation")
    op.drop_index(op.f("ix_interest_person_id"), table_name="interest")
    op.drop_index(op.f("ix_interest_minute_id"), table_name="interest")
    op.drop_table("interest")
    op.drop_table("contact_officer")
    op.drop_table("appendix")
    op.drop_index(op.f("ix_statement_import_id"), table_name="statement")
    op.drop_index("ix_statement_body_id_on", table_name="statement")
    op.drop_table("statement")
    op.drop_index(op.f("ix_sighting_seat_id"), table_name="sighting")
    op.drop_index(op.f("ix_sighting_person_id"), table_name="sighting")
    op.drop_index(op.f("ix_sighting_import_id"), table_name="sighting")
    op.drop_index("ix_sighting_body_id_on", table_name="sighting")
    op.drop_table("sighting")
    op.drop_index(op.f("ix_report_agenda_item_id"), table_name="report")
    op.drop_table("report")
    op.drop_table("question")
    op.drop_table("minute")
    op.drop_table("correction")
    op.drop_index(op.f("ix_substitution_seat_id"), table_name="substitution")
    op.drop_index(op.f("ix_substitution_person_id"), table_name="substitution")
    op.drop_index(op.f("ix_substitution_meeting_id"), table_name="substitution")
    op.drop_table("substitution")
    op.drop_index(op.f("ix_role_held_covers_for_id"), table_name="role_held")
    op.drop_index(op.f("ix_role_held_body_id"), table_name="role_held")
    op.drop_table("role_held")
    op.drop_index("ix_message_sent_at_settled", table_name="message")
    op.drop_table("message")
    op.drop_index(op.f("ix_import_read_by_id"), table_name="import")
    op.drop_index(op.f("ix_import_body_id"), table_name="import")
    op.drop_table("import")
    op.drop_table("form_token")
    op.drop_index(op.f("ix_duty_plan_meeting_id"), table_name="duty_plan")
    op.drop_table("duty_plan")
    op.drop_index(op.f("ix_attendance_seat_id"), table_name="attendance")
    op.drop_index(op.f("ix_attendance_person_id"), table_name="attendance")
    op.drop_table("attendance")
    op.drop_table("agenda_item")
    op.drop_index(op.f("ix_user_person_id"), table_name="user")
    op.drop_table("user")
    op.drop_index(op.f("ix_succession_after_id"), table_name="succession")
    op.drop_table("succession")
    op.drop_index(op.f("ix_standing_body_id"), table_name="standing")
    op.drop_table("standing")
    op.drop_index(op.f("ix_seat_organisation_id"), table_name="seat")
    op.drop_table("seat")
    op.drop_table("rule_setting")
    op.drop_index(op.f("ix_registered_interest_person_id"), table_name="registered_interest")
    op.drop_index(op.f("ix_registered_interest_body_id"), table_name="registered_interest")
    op.drop_table("registered_interest")
    op.drop_index(op.f("ix_person_post_person_id"), table_name="person_post")
    op.drop_index(op.f("ix_person_post_organisation_id"), table_name="person_post")
    op.drop_index(op.f("ix_person_post_body_id"), table_name="person_post")
    op.drop_table("person_post")
    op.drop_index(op.f("ix_organisation_type_organisation_id"), table_name="organisation_type")
    op.drop_table("organisation_type")
    op.drop_index(op.f("ix_organisation_name_organisation_id"), table_name="organisation_name")
    op.drop_table("organisation_name")
    op.drop_table("municipal_year")
    op.drop_index(op.f("ix_merge_person_id"), table_name="merge")
    op.drop_index(op.f("ix_merge_organisation_id"), table_name="merge")
    op.drop_index(op.f("ix_merge_body_id"), table_name="merge")
    op.drop_table("merge")
    op.drop_table("meeting")
    op.drop_index(op.f("ix_known_as_person_id"), table_name="known_as")
    op.drop_table("known_as")
    op.drop_table("audit_words")
    op.drop_index("ix_sign_in_attempt_key_failed_at", table_name="sign_in_attempt")
    op.drop_table("sign_in_attempt")
    op.drop_table("person")
    op.drop_table("organisation")
    op.drop_index(op.f("ix_document_sha256"), table_name="document")
    op.drop_table("document")
    op.drop_index(op.f("ix_body_parent_id"), table_name="body")
    op.drop_table("body")
    op.drop_table("audit_head")
    op.drop_index(op.f("ix_audit_event_user_id"), table_name="audit_event")
    op.drop_index("ix_audit_event_subject_type_subject_id", table_name="audit_event")
    op.drop_index(op.f("ix_audit_event_body_id"), table_name="audit_event")
    op.drop_table("audit_event")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_is_final()")
        op.execute("DROP FUNCTION terms_are_final()")
        op.execute("DROP FUNCTION terms_part_is_final()")
