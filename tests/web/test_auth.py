"""Signing in: where it leads, what it leaves behind, and what ends it."""

from datetime import date, timedelta

import pytest
from flask import session

from config import Settings
from shp_gov import clock, services
from shp_gov.app import create_app
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from tests import factories as make

GOOD = "harbour kettle tram"


def an_account(**details):
    given = {"email": "helen@seaborough.example", "name": "Helen Ashby", "password": GOOD} | details
    return services.accounts.invite(actor=make.SYSTEM, **given)


def send(client, address="/sign-in", **typed):
    return client.post(address, data={"email": "helen@seaborough.example", "password": GOOD} | typed)


def test_a_wrong_password_says_so_without_saying_which_is_wrong_and_is_counted(client):
    an_account()

    answer = send(client, password="not this one at all")
    for _ in range(10):
        last = send(client, password="not this one at all")

    assert "The e-mail address or the password is not right" in answer.text
    assert "helen@seaborough.example" in answer.text
    assert "not this one at all" not in answer.text
    assert "too many tries" in last.text


def test_an_officer_starts_at_today(client):
    services.accounts.give_role(
        an_account(), Role.OFFICER, body=make.a_body(), from_on=date(2020, 1, 1), actor=make.SYSTEM
    )

    assert send(client).location == "/today"


def test_a_chair_starts_at_board_health(client):
    body = make.a_body()
    services.accounts.give_role(an_account(), Role.CHAIR, body=body, from_on=date(2020, 1, 1), actor=make.SYSTEM)

    assert send(client).location == f"/bodies/{body.slug}/board-health"


def test_a_member_starts_at_my_actions(client):
    person = make.a_person()
    make.a_seat(held_by=person)
    an_account(person=person)

    assert send(client).location == "/my-actions"


@pytest.mark.parametrize(("is_administrator", "start"), [(True, "/accounts"), (False, "/")])
def test_an_administrator_starts_at_accounts_and_anybody_else_at_the_partnerships(client, is_administrator, start):
    an_account(is_administrator=is_administrator)

    assert send(client).location == start


def test_signing_in_leads_where_you_were_going(client):
    an_account()

    asked = client.get("/account")
    back = send(client, asked.location)

    assert asked.location == "/sign-in?next=/account"
    assert back.location == "/account"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "///evil.example",
        "/%0d%0aLocation:x\r\n",
        "evil.example",
        "//evil.example@seaborough.example/",
        "\u2215\u2215evil.example",
    ],
)
def test_next_never_leaves_the_site(client, elsewhere):
    an_account()

    answer = client.post(
        "/sign-in",
        query_string={"next": elsewhere},
        data={"email": "helen@seaborough.example", "password": GOOD},
    )

    assert answer.location == "/"


def test_nothing_of_the_session_before_is_kept(client):
    an_account()
    with client.session_transaction() as before:
        before["planted"] = "by somebody else"

    send(client)

    with client.session_transaction() as after:
        assert "planted" not in after
        assert after["_user_id"]


def test_the_cookie_is_not_for_scripts_nor_other_sites(client):
    an_account()

    cookie = send(client).headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie


def test_over_https_the_cookie_is_for_this_host_alone(tmp_path, database_url):
    settings = Settings(database_url=database_url, storage=tmp_path, secret_key="k", base_url="https://record.example")
    safe = create_app(settings).test_client()

    cookie = safe.get("/sign-in", base_url="https://record.example").headers["Set-Cookie"]

    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_signing_out_ends_the_session(client, sign_in):
    sign_in(make.a_user())

    client.post("/sign-out")

    assert client.get("/account").status_code == 302


def test_the_next_click_of_a_disabled_account_is_refused(client, sign_in):
    user = make.a_user()
    sign_in(user)
    assert client.get("/account").status_code == 200

    services.accounts.disable(user, actor=make.SYSTEM)
    db.session.commit()

    assert client.get("/account").location == "/sign-in?next=/account"


def test_a_new_password_ends_sessions_elsewhere(client, sign_in):
    user = make.a_user()
    sign_in(user)

    services.accounts.reset_password(user, password=GOOD, actor=make.SYSTEM)
    db.session.commit()

    assert client.get("/account").status_code == 302


@pytest.mark.parametrize(("hours", "status"), [(11, 200), (13, 302)])
def test_a_session_is_over_after_half_a_day_however_busy(client, monkeypatch, hours, status):
    an_account()
    send(client)
    later = clock.now() + timedelta(hours=hours)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert client.get("/account").status_code == status


def test_a_role_that_ended_yesterday_opens_nothing_today(client, sign_in):
    user, body = make.a_user(), make.a_body()
    yesterday = clock.today() - timedelta(days=1)
    services.accounts.give_role(
        user, Role.CHAIR, body=body, from_on=date(2020, 1, 1), until_on=yesterday, actor=make.SYSTEM
    )

    assert sign_in(user).get(f"/bodies/{body.slug}/board-health").status_code == 403


def test_a_form_sent_after_the_session_ended_leads_to_signing_in_and_then_home(client):
    answer = client.post("/accounts/1/disable")

    assert answer.location == "/sign-in"
    assert session.get("_user_id") is None if session else True
