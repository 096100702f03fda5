"""The pages of accounts."""

import re
from datetime import date

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.models import User
from tests import factories as make

GOOD = "harbour kettle tram"
DAY = {"from_on-day": "1", "from_on-month": "9", "from_on-year": "2026"}


@pytest.fixture
def admin(sign_in):
    return sign_in(make.an_administrator())


def the_account(name):
    return db.session.query(User).filter_by(name=name).one()


def test_the_list_is_paged_and_found_by_words(admin):
    for number in range(30):
        make.a_user(f"Person {number:02}")

    first, second = admin.get("/accounts").text, admin.get("/accounts?page=2").text
    found = admin.get("/accounts?words=PERSON 07").text

    assert "31 accounts" in first
    assert "Person 00" in first
    assert "Person 29" not in first
    assert "Person 29" in second
    assert "Person 07" in found
    assert "Person 08" not in found
    assert "No account fits" in admin.get("/accounts?words=%25").text


def test_a_first_password_is_made_shown_once_and_works(admin, client):
    page = admin.post("/accounts/new", data={"name": "Jo Tranter", "email": "Jo@x.example", "form_token": "t1"})
    password = re.search(r"<code>(.+?)</code>", page.text)[1]
    again = admin.post("/accounts/new", data={"name": "Jo Tranter", "email": "Jo@x.example", "form_token": "t1"})
    jo = the_account("Jo Tranter")

    assert again.location == f"/accounts/{jo.id}"
    assert password not in admin.get(f"/accounts/{jo.id}").text
    assert services.accounts.sign_in("jo@x.example", password, address="here") is jo


def test_a_password_that_was_typed_is_kept_to_the_rules(admin):
    refused = admin.post("/accounts/new", data={"name": "Jo", "email": "jo@x.example", "password": "short"}).text

    assert "12 characters or more" in refused
    assert "jo@x.example" in refused


def test_an_account_is_linked_to_the_person_that_a_partnership_knows(admin):
    body = make.a_body()
    make.a_seat(body=body, held_by=make.a_person("Nadia Frost"))
    typed = {"name": "Nadia", "email": "n@x.example", "body": body.slug}

    unknown = admin.post("/accounts/new", data=typed | {"person": "Nadya Frost"}).text
    alone = admin.post("/accounts/new", data=typed | {"person": ""}).text
    admin.post("/accounts/new", data=typed | {"person": "nadia frost"})

    assert "knows nobody called Nadya Frost" in unknown
    assert "Enter the name as the list of members has it" in alone
    assert the_account("Nadia").person.name == "Nadia Frost"


def test_a_person_is_found_without_their_title(admin):
    body = make.a_body()
    make.a_seat(body=body, held_by=make.a_person("Chief Superintendent Nadia Frost"))
    typed = {"name": "Nadia", "email": "n@x.example", "body": body.slug, "person": "Nadia Frost"}

    admin.post("/accounts/new", data=typed)

    assert the_account("Nadia").person.name == "Chief Superintendent Nadia Frost"


def test_a_name_two_people_have_is_a_question(admin):
    body = make.a_body()
    for _ in range(2):
        make.a_seat(body=body, held_by=make.a_person("Nadia Frost"))

    page = admin.post(
        "/accounts/new", data={"name": "N", "email": "n@x.example", "body": body.slug, "person": "Nadia Frost"}
    ).text

    assert "2 people called Nadia Frost" in page


def test_an_account_changes_its_address_and_its_person(admin):
    body, user = make.a_body(), make.a_user("Sam Wren", is_administrator=True)
    make.a_seat(body=body, held_by=make.a_person("Nadia Frost"))
    page = f"/accounts/{user.id}/edit"
    typed = {"name": "Nadia Frost", "email": "N@x.example"}

    shown = admin.get(page).text
    admin.post(page, data=typed | {"body": body.slug, "person": "Nadia Frost"})
    linked = the_account("Nadia Frost").person.name
    admin.post(page, data=typed)
    kept = the_account("Nadia Frost").person.name
    admin.post(page, data=typed | {"is_nobody": "y"})
    account = the_account("Nadia Frost")

    assert 'value="Sam Wren"' in shown
    assert (linked, kept, account.person) == ("Nadia Frost", "Nadia Frost", None)
    assert (account.email, account.is_administrator) == ("n@x.example", False)


def test_an_address_or_a_person_that_has_an_account_is_refused(admin):
    person, body = make.a_person("Nadia Frost"), make.a_body()
    make.a_seat(body=body, held_by=person)
    taken, user = make.a_user("Nadia", person=person), make.a_user("Sam Wren")
    page, typed = f"/accounts/{user.id}/edit", {"name": "Sam", "email": user.email}

    assert "has an account already" in admin.post(page, data=typed | {"email": taken.email}).text
    assert "Nadia Frost has an account already" in (
        admin.post(page, data=typed | {"body": body.slug, "person": "Nadia Frost"}).text
    )


def test_an_administrator_does_not_change_what_they_may_do_themselves(sign_in):
    me = make.an_administrator()
    admin = sign_in(me)
    page, typed = f"/accounts/{me.id}/edit", {"name": "Pat Lowe-Hall", "email": me.email}

    refused = admin.post(page, data=typed).text
    done = admin.post(page, data=typed | {"is_administrator": "y"})

    assert "Ask another administrator" in refused
    assert done.location == f"/accounts/{me.id}"


def test_a_role_is_given_and_ended(admin):
    user, body = make.a_user("Sam Wren"), make.a_body()
    page = f"/accounts/{user.id}"

    given = admin.post(f"{page}/roles/new", data={"role": "officer", "body": body.slug} | DAY)
    shown = admin.get(page).text
    role = the_account("Sam Wren").roles[0]
    ended = admin.post(
        f"{page}/roles/{role.id}/end", data={"last_day-day": "2", "last_day-month": "9", "last_day-year": "2026"}
    )

    assert given.location == ended.location == page
    assert "Sam Wren is officer of the Safer Seaborough Partnership from Tuesday 1 September 2026." in shown
    assert the_account("Sam Wren").roles[0].until_on == date(2026, 9, 2)


def test_a_substitute_needs_a_meeting_that_there_is(admin):
    user, body = make.a_user(), make.a_body()
    make.a_meeting(body=body, on=date(2026, 9, 10))
    typed = {"role": "substitute", "body": body.slug} | DAY
    on = {"meeting_on-month": "9", "meeting_on-year": "2026"}

    without = admin.post(f"/accounts/{user.id}/roles/new", data=typed).text
    none = admin.post(f"/accounts/{user.id}/roles/new", data=typed | on | {"meeting_on-day": "11"}).text
    given = admin.post(f"/accounts/{user.id}/roles/new", data=typed | on | {"meeting_on-day": "10"})

    assert "say which" in without
    assert "has no meeting on Friday 11 September 2026" in none
    assert given.status_code == 302


def test_a_role_of_another_account_is_not_found_under_this_one(admin):
    body = make.a_body()
    officer, other = make.an_officer(body=body), make.a_user()
    role = officer.roles[0]

    assert admin.get(f"/accounts/{other.id}/roles/{role.id}/end").status_code == 404
    assert admin.get(f"/accounts/{officer.id}/roles/{role.id}/end").status_code == 200


def test_an_account_is_disabled_and_enabled_and_a_second_click_is_harmless(admin):
    user = make.a_user("Sam Wren")
    page = f"/accounts/{user.id}"

    first = admin.post(f"{page}/disable", data={"form_token": "a"})
    again = admin.post(f"{page}/disable", data={"form_token": "a"})
    twice = admin.post(f"{page}/disable", data={"form_token": "b"}).text
    admin.post(f"{page}/enable", data={"form_token": "c"})

    assert first.location == again.location == page
    assert "disabled already" in twice
    assert the_account("Sam Wren").is_enabled


def test_an_administrator_cannot_lock_themselves_out_nor_take_a_role(sign_in):
    me, body = make.an_administrator(), make.a_body()
    admin = sign_in(me)

    shown = admin.get(f"/accounts/{me.id}").text
    disabled = admin.post(f"/accounts/{me.id}/disable").text
    given = admin.post(f"/accounts/{me.id}/roles/new", data={"role": "chair", "body": body.slug} | DAY).text

    assert "Disable the account" not in shown
    assert "You cannot disable your own account" in disabled
    assert "You cannot give a role to yourself" in given


def test_a_password_is_reset_and_shown_once(admin):
    user = make.a_user("Sam Wren")

    page = admin.post(f"/accounts/{user.id}/password", data={"password": GOOD}).text

    assert GOOD in page
    assert services.accounts.sign_in(user.email, GOOD, address="here") is user


def test_my_account_says_what_i_am(sign_in):
    body = make.a_body()
    seat = make.a_seat(body=body, post="District Manager")

    page = sign_in(make.a_member(body=body, seat=seat)).get("/account").text

    assert "District Manager" in page
    assert "Safer Seaborough Partnership" in page


def test_somebody_without_a_role_is_told_so(sign_in):
    assert "You have no role in any partnership today" in sign_in(make.a_user()).get("/account").text


def test_i_change_my_own_password_and_stay_signed_in(sign_in):
    user = make.a_user()
    services.accounts.reset_password(user, password=GOOD, actor=make.SYSTEM)
    me = sign_in(user)

    wrong = me.post("/account/password", data={"old": "wrong", "new": "another kettle tram"}).text
    weak = me.post("/account/password", data={"old": GOOD, "new": "short"}).text
    done = me.post("/account/password", data={"old": GOOD, "new": "another kettle tram"})

    assert "The old password is not right" in wrong
    assert "12 characters or more" in weak
    assert done.location == "/account"
    assert me.get("/account").status_code == 200


def test_the_menu_of_each_follows_what_they_are(client, sign_in):
    body = make.a_body()
    expected = {
        make.an_officer(body=body): ["Today", "Import"],
        make.a_chair(body=body): ["Board health", "My actions"],
        make.a_member(body=body): ["My actions"],
        make.an_administrator(): ["Accounts"],
    }
    special = {"Today", "Board health", "My actions", "Import", "Accounts"}

    for user, words in expected.items():
        page = sign_in(user).get("/").text
        menu = re.findall(r'service-navigation__link"[^>]*>([^<]+)', page)
        assert [word for word in menu if word in special] == words
        assert menu[-1] == "Partnerships"
        assert f'<a href="/account">{user.name}<' in page


def test_in_a_partnership_the_menu_has_its_pages(client):
    body = make.a_body()

    page = client.get(f"/bodies/{body.slug}").text

    for path in ("meetings", "actions"):
        assert f'class="govuk-service-navigation__link" href="/bodies/{body.slug}/{path}"' in page
    assert f'href="/decisions?body={body.slug}"' in page


def test_a_role_given_lets_in_at_once(sign_in):
    body, user = make.a_body(), make.a_user()
    client = sign_in(user)
    before = client.get("/today").status_code

    services.accounts.give_role(user, Role.OFFICER, body=body, from_on=date(2020, 1, 1), actor=make.SYSTEM)
    db.session.commit()

    assert (before, client.get("/today").status_code) == (403, 200)
