"""Every page, for everybody, by every method: as the reviewed table says, and what is refused changes nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest
import sqlalchemy as sa

from config import Settings
from shp_gov import services
from shp_gov.app import create_app
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import AuditHead, FormToken
from shp_gov.web.actions import views
from tests import factories as make
from tests.web.permission_table import ACTORS, HIDDEN, NOBODY, OPENS, REFUSED, SIGN_IN, TABLE, Row
from tests.web.permission_world import World, a_world

ASKED = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
INSTEAD = {"imports.part": {"slug": "minutes"}}


@pytest.fixture
def world(app):
    return a_world()


def rules(app):
    return {rule.endpoint: rule for rule in app.url_map.iter_rules()}


def methods(rule):
    return rule.methods & ASKED


@contextmanager
def undone() -> Iterator[None]:
    """Undo what a request committed, so that each finds the same record."""
    db.session.commit()
    savepoint = db.session.get_bind().begin_nested()
    try:
        yield
    finally:
        db.session.rollback()
        savepoint.rollback()
        db.session.expire_all()


def address(app, endpoint: str, values: dict, query: str = "") -> str:
    rule = rules(app)[endpoint]
    known = values | INSTEAD.get(endpoint, {})
    unknown = sorted(rule.arguments - set(known))
    assert not unknown, f"{rule.rule}: say in tests/web/permission_world.py what {', '.join(unknown)} is"
    with app.test_request_context():
        return app.url_for(endpoint, **{name: known[name] for name in rule.arguments}) + query


def outcome(response, row: Row) -> str:
    """Tell what somebody got. Signing out leads to signing in, and opens all the same."""
    assert response.status_code < 500, response.text
    if response.status_code == 302 and response.location.startswith("/sign-in") and not row.is_public:
        return SIGN_IN
    return {403: REFUSED, 404: HIDDEN}.get(response.status_code, OPENS)


def state() -> tuple:
    tokens = db.session.scalar(sa.select(sa.func.count()).select_from(FormToken))
    return db.session.scalar(sa.select(AuditHead.hash)), tokens


def asked(app, world: World) -> Iterator[tuple[str, str, Row, bool, str]]:
    """Give every request of the table: its page, method, line, whether it is about something exempt, its address."""
    for endpoint, lines in TABLE.items():
        for method, row in lines.items():
            yield endpoint, method, row, False, address(app, endpoint, world.open, row.query)
            if row.exempt:
                yield endpoint, method, row, True, address(app, endpoint, world.exempt, row.query)


@pytest.mark.parametrize("actor", ACTORS)
def test_everybody_gets_what_the_table_says_and_what_is_refused_changes_nothing(app, client, sign_in, world, actor):
    wrong, session = [], world.people[actor].get_id() if actor != NOBODY else None
    for endpoint, method, row, of_exempt, path in asked(app, world):
        with undone():
            before = state()
            with client.session_transaction() as cookie:
                cookie.clear()
                cookie.update({"_user_id": session, "_fresh": True} if session else {})
            with closing(client.open(path, method=method)) as response:
                got, expected = outcome(response, row), row.outcome(actor, of_exempt=of_exempt)
            kept = got == OPENS or state() == before
        if (got, kept) != (expected, True):
            said = got if kept else f"{got}, but something was changed"
            wrong.append(f"{method} {endpoint}{' (exempt)' if of_exempt else ''}: {said}, not {expected}")

    assert wrong == []


def test_every_page_and_method_has_its_line_and_no_line_is_left_over(app):
    there = {(endpoint, method) for endpoint, rule in rules(app).items() for method in methods(rule)}
    reviewed = {(endpoint, method) for endpoint, lines in TABLE.items() for method in lines}

    assert sorted(there - reviewed) == [], "say in tests/web/permission_table.py who may open these"
    assert sorted(reviewed - there) == [], "these pages are gone; take their lines out of the table"


def test_every_line_agrees_with_the_mark_on_its_view(app):
    """A view that says @requires names a permission; those the table opens it for hold it."""
    for endpoint, lines in TABLE.items():
        permission = getattr(app.view_functions[endpoint], "access", None)
        for row in lines.values():
            assert row.is_public == (permission is None), endpoint
            assert permission is None or isinstance(permission, Permission)


def test_other_methods_are_refused_everywhere(app, client, sign_in, world):
    sign_in(world.people["officer"])
    for endpoint, rule in rules(app).items():
        for method in ASKED - methods(rule):
            assert client.open(address(app, endpoint, world.open), method=method).status_code == 405, endpoint


def test_what_may_not_be_seen_is_the_page_for_what_does_not_exist(app, client, sign_in, world):
    sign_in(world.people["member elsewhere"])
    for endpoint in ("actions.show", "decisions.show", "files.evidence", "papers.notice", "accounts.show"):
        hidden = client.get(address(app, endpoint, world.exempt))
        nowhere = client.get(address(app, endpoint, dict.fromkeys(world.exempt, 987654)))
        assert (hidden.status_code, nowhere.status_code) == (404, 404)
        assert hidden.data == nowhere.data


def test_a_session_dies_with_its_account_between_two_clicks(client, sign_in, world):
    officer = world.people["officer"]
    sign_in(officer)
    assert client.get("/today").status_code == 200

    services.accounts.disable(officer, actor=make.SYSTEM)

    assert client.get("/today").location.startswith("/sign-in")


def test_a_role_ends_with_its_last_day(client, sign_in, world):
    officer = world.people["officer"]
    sign_in(officer)
    officer.roles[0].until_on = make.viewer().on

    assert client.get("/today").status_code == 200

    officer.roles[0].until_on = make.viewer().on - timedelta(days=1)
    assert client.get("/today").status_code == 403


def test_the_app_does_not_start_without_the_mark_of_a_view(tmp_path, monkeypatch):
    monkeypatch.delattr(views.progress, "access")

    with pytest.raises(RuntimeError, match=r"actions\.progress must say @requires"):
        create_app(Settings(database_url=f"sqlite:///{tmp_path}/r.sqlite3", storage=tmp_path, secret_key="k"))
