"""Which version of the terms is in force on a day."""

from datetime import date

import pytest
from sqlalchemy.exc import NoResultFound

from shp_gov import queries
from tests.factories import a_body, a_chair, a_decision, a_meeting, a_member, a_minute, a_seat, an_officer, viewer
from tests.terms import a_draft, a_seat_in_terms, terms_in_force
from tests.web.statements import counted


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2024, 3, 31), None),
        (date(2024, 4, 1), 1),
        (date(2026, 4, 30), 1),
        (date(2026, 5, 1), 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_the_version_in_force_is_the_newest_that_has_begun(app, on, number):
    body = a_body()
    terms_in_force(body, from_on=date(2024, 4, 1), number=1)
    terms_in_force(body, from_on=date(2026, 5, 1), number=2)
    terms_in_force(a_body("Another"), from_on=date(2020, 5, 1), number=7)
    a_draft(body, number=3)

    version = queries.terms.in_force(body, on=on)

    assert (version.number if version else None) == number


def test_a_whole_version_is_read_in_seven_statements(app):
    body = a_body()
    terms_in_force(body, from_on=date(2024, 4, 1), seats=[a_seat_in_terms(a_seat(body=body)) for _ in range(9)])

    with counted() as sent:
        version = queries.terms.in_force_in_full(body, on=date(2026, 1, 1))

    assert version
    assert len(version.seats) == 9
    assert len(sent) <= 7


def test_a_draft_does_not_exist_for_members_the_public_or_another_partnership(app):
    body, elsewhere = a_body(), a_body("Another")
    terms_in_force(body, from_on=date(2024, 4, 1), number=1)
    a_draft(body, number=2)
    seen = {who: viewer(user) for who, user in _people(body, elsewhere).items()}

    for who in ("officer", "chair"):
        assert [each.number for each in queries.terms.versions(body, viewer=seen[who])] == [2, 1]
        assert queries.terms.get(body.slug, 2, viewer=seen[who]) is queries.terms.draft(body.slug, viewer=seen[who])
    for who in ("public", "member", "officer elsewhere"):
        assert [each.number for each in queries.terms.versions(body, viewer=seen[who])] == [1]
        assert queries.terms.get(body.slug, 1, viewer=seen[who]).number == 1
        with pytest.raises(NoResultFound):
            queries.terms.get(body.slug, 2, viewer=seen[who])
        with pytest.raises(NoResultFound):
            queries.terms.draft(body.slug, viewer=seen[who])


def _people(body, elsewhere):
    return {
        "officer": an_officer(body=body),
        "chair": a_chair(body=body),
        "member": a_member(body=body),
        "officer elsewhere": an_officer(body=elsewhere),
        "public": None,
    }


def test_the_decision_that_adopted_a_version_is_named_only_to_those_who_may_see_it(app):
    body = a_body()
    minute = a_minute(meeting=a_meeting(body=body), is_exempt=True, exempt_paragraph="3")
    version = terms_in_force(body, from_on=date(2026, 8, 1), decision_id=a_decision(minute=minute).id)

    assert list(queries.terms.adopted_by([version], viewer=viewer(an_officer(body=body)))) == [version.id]
    assert queries.terms.adopted_by([version], viewer=viewer(None)) == {}
