"""The audit trail is one chain, and nobody can bend it."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from shp_gov import audit
from shp_gov.database import db
from shp_gov.models import AuditEvent, AuditHead
from tests.factories import SYSTEM, a_body


def test_each_line_holds_the_hash_of_the_line_before(app):
    body = a_body()
    audit.record("body.founded", body, actor=SYSTEM)
    audit.record("body.renamed", body, actor=SYSTEM, words={"name": "Safer Seaborough"})

    db.session.commit()

    first, second = db.session.scalars(sa.select(AuditEvent).order_by(AuditEvent.sequence)).all()
    assert (first.previous, second.previous) == (audit.GENESIS, first.hash)
    assert db.session.get_one(AuditHead, 1).hash == second.hash == audit.line_hash(second)


def test_what_is_rolled_back_leaves_no_line(app):
    audit.record("body.founded", a_body(), actor=SYSTEM)

    db.session.rollback()
    db.session.commit()

    assert db.session.scalars(sa.select(AuditEvent)).all() == []


@pytest.mark.parametrize("change", ["UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event"])
def test_the_database_refuses_to_change_a_line(app, change):
    audit.record("body.founded", a_body(), actor=SYSTEM)
    db.session.commit()

    with pytest.raises(DBAPIError, match="never changed"):
        db.session.execute(sa.text(change))
