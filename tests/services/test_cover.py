"""Cover: one's own role, lent for some days, never more of it and never longer."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.domain.permissions import Role
from shp_gov.services.cover import CoverRefused
from tests.factories import a_body, a_chair, a_user, an_officer, viewer
from tests.services.acting import audited, told

FIRST, LAST = date(2026, 9, 14), date(2026, 9, 27)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def helen(body):
    return an_officer(body=body)


def lend(giver, to, *, body, role=Role.OFFICER, first=FIRST, last=LAST):
    actor = Actor(giver.name, giver.id)
    return services.cover.give(giver, role, body=body, to=to, from_on=first, until_on=last, actor=actor)


def test_a_colleague_has_the_role_on_the_days_of_the_cover_only(body, helen):
    tom = a_user("Tom Reddy")

    held = lend(helen, tom, body=body)

    days = [date(2026, 9, 13), FIRST, LAST, date(2026, 9, 28)]
    assert [Role.OFFICER in viewer(tom, on=day).roles(body.id) for day in days] == [False, True, True, False]
    assert told(tom) == ["cover_given"]
    assert audited(held) == ["cover.given"]


def test_a_chair_lends_the_chair_and_no_other_role(body):
    ruth, grace = a_chair(body=body), a_user("Grace Holloway")

    with pytest.raises(CoverRefused, match="Only the officer of Safer Seaborough Partnership can lend"):
        lend(ruth, grace, body=body)
    lend(ruth, grace, body=body, role=Role.CHAIR)

    assert Role.CHAIR in viewer(grace, on=FIRST).roles(body.id)


def test_a_role_of_another_body_is_not_lent_here(helen):
    with pytest.raises(CoverRefused, match="can lend that role"):
        lend(helen, a_user(), body=a_body("Fish Quay Board"))


def test_cover_lasts_no_longer_than_ones_own_role(body, helen):
    helen.roles[0].until_on = date(2026, 9, 20)

    with pytest.raises(CoverRefused, match="Your own role ends on Sunday 20 September 2026"):
        lend(helen, a_user(), body=body)
    assert lend(helen, a_user(), body=body, last=date(2026, 9, 20)).until_on == date(2026, 9, 20)


def test_cover_does_not_begin_before_ones_own_role(body, helen):
    helen.roles[0].from_on = date(2026, 9, 20)

    with pytest.raises(CoverRefused, match="Cover cannot begin before"):
        lend(helen, a_user(), body=body)


def test_cover_is_not_passed_on(body, helen):
    tom = a_user("Tom Reddy")
    lend(helen, tom, body=body)

    with pytest.raises(CoverRefused, match="can lend that role"):
        lend(tom, a_user(), body=body)


def test_nobody_covers_for_themselves_without_an_account_in_the_past_or_twice(body, helen):
    tom = a_user("Tom Reddy")
    lend(helen, tom, body=body)

    with pytest.raises(CoverRefused, match="You cannot cover for yourself"):
        lend(helen, helen, body=body)
    with pytest.raises(CoverRefused, match="is closed"):
        lend(helen, a_user(is_enabled=False), body=body)
    with pytest.raises(CoverRefused, match="These days have passed"):
        lend(helen, a_user(), body=body, first=date(2026, 8, 1), last=date(2026, 8, 14))
    with pytest.raises(CoverRefused, match="must not be before its first"):
        lend(helen, a_user(), body=body, first=LAST, last=FIRST)
    with pytest.raises(CoverRefused, match="is officer of Safer Seaborough Partnership on Sunday 20"):
        lend(helen, tom, body=body, first=date(2026, 9, 20))


def test_cover_ends_sooner_when_asked_and_with_the_role_that_was_lent(body, helen):
    tom = a_user("Tom Reddy")
    held = lend(helen, tom, body=body)

    services.cover.end(held, last_day=date(2026, 9, 25), actor=Actor("Helen Ashby"))
    assert held.until_on == date(2026, 9, 25)
    with pytest.raises(CoverRefused, match="ends on Friday 25 September 2026 already"):
        services.cover.end(held, last_day=LAST, actor=Actor("Helen Ashby"))

    services.accounts.end_role(helen.roles[0], last_day=date(2026, 9, 18), actor=Actor("Pat Lowe"))
    assert held.until_on == date(2026, 9, 18)
    assert audited(held) == ["cover.given", "cover.ended", "cover.ended"]
    assert told(tom) == ["cover_given", "cover_ended", "cover_ended"]


def test_cover_is_for_some_days_and_not_for_who_manages_accounts(body, helen):
    tom, pat = a_user("Tom Reddy"), a_user("Pat Lowe", is_administrator=True)

    with pytest.raises(CoverRefused, match="92 at most"):
        lend(helen, tom, body=body, last=FIRST + timedelta(days=93))
    with pytest.raises(CoverRefused, match="sees no private papers"):
        lend(helen, pat, body=body)
    assert lend(helen, tom, body=body, last=FIRST + timedelta(days=92))
