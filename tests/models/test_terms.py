"""What the database itself keeps true of terms of reference."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from shp_gov.database import db
from shp_gov.models import TermsOffice, TermsSeat, TermsSection, TermsState, TermsSubGroup, TermsVersion
from tests.factories import a_body, a_seat, an_organisation
from tests.terms import a_draft, a_seat_in_terms, terms_in_force

SPRING = date(2026, 4, 1)


def test_a_body_has_each_number_once(app):
    body = a_body()
    terms_in_force(body, from_on=SPRING, number=1)

    with pytest.raises(IntegrityError):
        a_draft(body, number=1)


def test_a_body_has_one_draft_at_a_time(app):
    body = a_body()
    a_draft(body, number=1)

    with pytest.raises(IntegrityError):
        a_draft(body, number=2)


def test_two_bodies_may_each_have_a_draft(app):
    assert [a_draft(a_body(name)).number for name in ("The Board", "The Group")] == [1, 1]


def test_two_versions_do_not_begin_on_one_day(app):
    body = a_body()
    terms_in_force(body, from_on=SPRING, number=1)

    with pytest.raises(IntegrityError):
        terms_in_force(body, from_on=SPRING, number=2)


@pytest.mark.parametrize(
    "details",
    [
        {"state": TermsState.ADOPTED},
        {"state": TermsState.ADOPTED, "in_force_from": SPRING},
        {"state": TermsState.ADOPTED, "basis": "A letter"},
        {"in_force_from": SPRING},
    ],
)
def test_what_is_adopted_has_a_day_and_a_basis_and_a_draft_has_no_day(app, details):
    with pytest.raises(IntegrityError):
        a_draft(a_body(), **details)


def test_an_adopted_version_never_changes(app):
    version = terms_in_force(a_body(), from_on=SPRING)

    for change in (sa.update(TermsVersion).values(notice_days=9), sa.delete(TermsVersion)):
        with pytest.raises(DBAPIError, match="never changes"), db.session.begin_nested():
            db.session.execute(change.where(TermsVersion.id == version.id))


PARTS = {
    TermsSection: {"position": 1, "key": "purpose", "heading": "Purpose", "words": "To work together."},
    TermsSeat: {"position": 1, "post": "Chief Executive"},
    TermsOffice: {"kind": "chair", "held_by": "the Leader of the Council"},
    TermsSubGroup: {"position": 1, "name": "Harbour Group", "months_due": [3]},
}


@pytest.mark.parametrize("part", PARTS)
def test_no_part_of_an_adopted_version_is_added_changed_or_taken_out(app, part):
    kept = part(**PARTS[part])
    names = {TermsSection: "sections", TermsSeat: "seats", TermsOffice: "offices", TermsSubGroup: "sub_groups"}
    version = terms_in_force(a_body(), from_on=SPRING, **{names[part]: [kept]})
    column = next(name for name in PARTS[part] if name not in ("position", "kind"))

    acts = (
        sa.insert(part).values(version_id=version.id, **{**PARTS[part], "key": "b"})
        if part is TermsSection
        else sa.insert(part).values(version_id=version.id, **PARTS[part]),
        sa.update(part).values({column: "Otherwise"}).where(part.id == kept.id),
        sa.delete(part).where(part.id == kept.id),
    )

    for act in acts:
        with pytest.raises(DBAPIError, match="never changes"), db.session.begin_nested():
            db.session.execute(act)


def test_what_a_seat_of_an_adopted_version_means_may_be_put_right(app):
    body = a_body()
    worded = a_seat_in_terms(a_seat(body=body))
    terms_in_force(body, from_on=SPRING, seats=[worded])

    worded.organisation_id, worded.seat_id = an_organisation().id, a_seat(body=body).id
    db.session.flush()

    assert worded.title == "District Manager"


def test_a_draft_may_change_in_every_part(app):
    draft = a_draft(a_body(), sections=[TermsSection(**PARTS[TermsSection])])

    draft.notice_days, draft.sections[0].words = 7, "Otherwise"
    db.session.flush()
    draft.sections.clear()
    db.session.flush()
    db.session.delete(draft)
    db.session.flush()

    assert db.session.scalars(sa.select(TermsVersion)).all() == []
