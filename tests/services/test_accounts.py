"""Accounts: opened with a password, given roles, closed at once."""

from datetime import date, timedelta
from statistics import median
from time import perf_counter

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher

from shp_gov import clock, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role
from shp_gov.models import AuditEvent, SignInAttempt
from shp_gov.services import passwords, throttle
from shp_gov.services.accounts import AccountRefused, SignInRefused
from tests import factories as make

GOOD = "harbour kettle tram"
OFFICE = "198.51.100.7"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Hash quickly, so that many tries are tried soon."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords.of_nobody.cache_clear()
    yield
    passwords.of_nobody.cache_clear()


@pytest.fixture
def helen(app):
    return services.accounts.invite(
        email="Helen@Seaborough.example", name="Helen Ashby", password=GOOD, actor=make.SYSTEM
    )


def fail(email, address=OFFICE, times=1):
    for _ in range(times):
        with pytest.raises(DomainError):
            services.accounts.sign_in(email, "not this one", address=address)


def test_an_account_opens_with_its_password_however_the_address_is_capitalised(helen):
    assert services.accounts.sign_in(" HELEN@seaborough.example", GOOD, address=OFFICE) is helen
    assert helen.last_signed_in_at is not None


def test_the_answer_is_the_same_for_a_wrong_password_nobody_and_a_disabled_account(helen):
    other = services.accounts.invite(email="jo@x.example", name="Jo", password=GOOD, actor=make.SYSTEM)
    services.accounts.disable(other, actor=make.SYSTEM)

    answers = set()
    for email, password in ((helen.email, "wrong"), ("nobody@x.example", GOOD), (other.email, GOOD)):
        with pytest.raises(SignInRefused) as refusal:
            services.accounts.sign_in(email, password, address=OFFICE)
        answers.add(str(refusal.value))

    assert len(answers) == 1


def test_somebody_unknown_is_answered_in_the_same_time(helen, monkeypatch):
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher())
    passwords.of_nobody.cache_clear()
    services.accounts.reset_password(helen, password=GOOD, actor=make.SYSTEM)
    took = {helen.email: [], "nobody@x.example": []}
    fail("nobody@x.example", address="198.51.100.1")

    for _ in range(3):
        for email, times in took.items():
            start = perf_counter()
            fail(email)
            times.append(perf_counter() - start)

    known, unknown = (median(times) for times in took.values())
    assert 0.4 < unknown / known < 2.5


def test_after_ten_tries_even_the_right_password_waits(helen):
    fail(helen.email, times=throttle.TRIES)

    with pytest.raises(throttle.TooManyTries, match="Wait 15 minutes"):
        services.accounts.sign_in(helen.email, GOOD, address=OFFICE)


def test_guessing_at_somebody_who_does_not_exist_is_slowed_down_alike(app):
    fail("nobody@x.example", times=throttle.TRIES)

    with pytest.raises(throttle.TooManyTries, match="Wait 15 minutes"):
        services.accounts.sign_in("nobody@x.example", GOOD, address=OFFICE)


def test_one_persons_mistakes_do_not_lock_out_the_council_behind_the_same_address(helen):
    fail("careless@x.example", times=throttle.TRIES + 5)

    assert services.accounts.sign_in(helen.email, GOOD, address=OFFICE)


def test_a_guesser_elsewhere_does_not_lock_the_owner_out(helen):
    fail(helen.email, address="203.0.113.9", times=throttle.TRIES + 5)

    assert services.accounts.sign_in(helen.email, GOOD, address=OFFICE)


@pytest.mark.parametrize("limit", ["TRIES_OF_ADDRESS", "TRIES_OF_ACCOUNT"])
def test_many_accounts_from_one_address_and_one_account_from_many_are_slowed_down(helen, monkeypatch, limit):
    monkeypatch.setattr(throttle, limit, 3)
    for number in range(3):
        own = limit == "TRIES_OF_ACCOUNT"
        fail(helen.email if own else f"a{number}@x.example", address=f"203.0.113.{number}" if own else OFFICE)

    with pytest.raises(throttle.TooManyTries):
        services.accounts.sign_in(helen.email, GOOD, address=OFFICE)


def test_an_address_has_more_tries_than_an_account():
    assert throttle.TRIES < throttle.TRIES_OF_ACCOUNT < throttle.TRIES_OF_ADDRESS


def test_failures_are_forgotten_after_a_while_and_do_not_pile_up(helen, monkeypatch):
    fail(helen.email, times=throttle.TRIES)
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)

    fail("other@x.example")

    assert services.accounts.sign_in(helen.email, GOOD, address=OFFICE)
    assert db.session.scalar(sa.select(sa.func.min(SignInAttempt.failed_at))) == later


def test_signing_in_forgets_the_mistakes_before_it(helen):
    for _ in range(2):
        fail(helen.email, times=throttle.TRIES - 1)
        services.accounts.sign_in(helen.email, GOOD, address=OFFICE)


def test_an_address_of_any_length_is_answered(app):
    fail("a" * 100_000 + "@x.example")


def test_a_hash_made_with_weaker_settings_is_made_anew_at_sign_in(helen):
    helen.password_hash = weak = PasswordHasher(time_cost=1, memory_cost=32, parallelism=1).hash(GOOD)

    services.accounts.sign_in(helen.email, GOOD, address=OFFICE)

    assert helen.password_hash != weak
    assert not passwords.HASHER.check_needs_rehash(helen.password_hash)
    assert services.accounts.sign_in(helen.email, GOOD, address=OFFICE)


def test_disabling_and_a_new_password_end_every_session(helen):
    before = helen.get_id()

    services.accounts.disable(helen, actor=make.SYSTEM)
    services.accounts.enable(helen, actor=make.SYSTEM)
    services.accounts.reset_password(helen, password="another kettle tram", actor=make.SYSTEM)

    assert helen.get_id() == f"{helen.id}.{int(before.split('.')[1]) + 2}"


def test_changing_ones_own_password_asks_for_the_old_one(helen):
    me = Actor(helen.name, helen.id)
    with pytest.raises(SignInRefused, match="old password is not right"):
        services.accounts.change_password(helen, old="wrong", new="another kettle tram", address=OFFICE, actor=me)

    services.accounts.change_password(helen, old=GOOD, new="another kettle tram", address=OFFICE, actor=me)

    assert services.accounts.sign_in(helen.email, "another kettle tram", address=OFFICE)


def test_guessing_the_old_password_is_slowed_down(helen):
    fail(helen.email, times=throttle.TRIES)

    with pytest.raises(throttle.TooManyTries):
        services.accounts.change_password(helen, old=GOOD, new="another kettle tram", address=OFFICE, actor=make.SYSTEM)


@pytest.mark.parametrize("email", ["", "helen", "@x.example", "helen@", "he len@x.example", "a" * 250 + "@x.example"])
def test_an_account_needs_an_address(app, email):
    with pytest.raises(AccountRefused, match="Enter an e-mail address"):
        services.accounts.invite(email=email, name="Helen", password=GOOD, actor=make.SYSTEM)


def test_one_address_and_one_person_have_one_account(helen):
    jo = make.a_person("Jo Tranter")
    services.accounts.invite(email="jo@x.example", name="Jo", password=GOOD, person=jo, actor=make.SYSTEM)

    with pytest.raises(AccountRefused, match="has an account already"):
        services.accounts.invite(email="HELEN@seaborough.example", name="H", password=GOOD, actor=make.SYSTEM)
    with pytest.raises(AccountRefused, match="Jo Tranter has an account already"):
        services.accounts.invite(email="jo2@x.example", name="Jo", password=GOOD, person=jo, actor=make.SYSTEM)


def test_nobody_gives_themselves_a_role_or_closes_their_own_account(helen):
    me = Actor(helen.name, helen.id)

    with pytest.raises(AccountRefused, match="yourself"):
        services.accounts.give_role(helen, Role.OFFICER, body=make.a_body(), from_on=date(2026, 1, 1), actor=me)
    with pytest.raises(AccountRefused, match="your own account"):
        services.accounts.disable(helen, actor=me)


def test_a_substitute_is_one_for_one_meeting(helen):
    body = make.a_body()
    meeting = make.a_meeting(body=body, on=date(2026, 7, 16))
    elsewhere = make.a_meeting(on=date(2026, 7, 16))

    def give(**details):
        given = {"body": body, "from_on": date(2026, 7, 1), "actor": make.SYSTEM} | details
        return services.accounts.give_role(helen, Role.SUBSTITUTE, **given)

    with pytest.raises(AccountRefused, match="say which"):
        give()
    with pytest.raises(AccountRefused, match="not a meeting of"):
        give(meeting=elsewhere)
    with pytest.raises(AccountRefused, match="must cover that day"):
        give(meeting=meeting, until_on=date(2026, 7, 15))
    assert give(meeting=meeting).meeting_id == meeting.id


@pytest.mark.parametrize("role", [Role.OWNER, Role.ADMINISTRATOR, Role.SIGNED_IN])
def test_what_is_worked_out_is_never_given(helen, role):
    with pytest.raises(AccountRefused, match="is not given"):
        services.accounts.give_role(helen, role, body=make.a_body(), from_on=date(2026, 1, 1), actor=make.SYSTEM)


def test_a_role_ends_once_and_not_before_it_began(helen):
    held = services.accounts.give_role(
        helen, Role.OFFICER, body=make.a_body(), from_on=date(2026, 1, 5), actor=make.SYSTEM
    )

    with pytest.raises(AccountRefused, match="must not be before its first"):
        services.accounts.end_role(held, last_day=date(2026, 1, 4), actor=make.SYSTEM)
    services.accounts.end_role(held, last_day=date(2026, 1, 5), actor=make.SYSTEM)
    with pytest.raises(AccountRefused, match="ended on Monday 5 January 2026 already"):
        services.accounts.end_role(held, last_day=date(2026, 6, 1), actor=make.SYSTEM)


def test_a_role_is_never_lengthened_by_ending_it(helen):
    last_day = clock.today() + timedelta(days=1)
    held = services.accounts.give_role(
        helen, Role.OFFICER, body=make.a_body(), from_on=date(2026, 1, 5), until_on=last_day, actor=make.SYSTEM
    )

    with pytest.raises(AccountRefused, match="give it anew"):
        services.accounts.end_role(held, last_day=date(2099, 1, 1), actor=make.SYSTEM)

    assert held.until_on == last_day


def test_every_act_leaves_its_line_without_the_password(helen):
    services.accounts.sign_in(helen.email, GOOD, address=OFFICE)
    services.accounts.reset_password(helen, password="another kettle tram", actor=make.SYSTEM)
    db.session.commit()

    lines = db.session.scalars(sa.select(AuditEvent).order_by(AuditEvent.sequence)).all()

    assert [line.event for line in lines] == ["account.created", "account.signed_in", "account.password_reset"]
    assert "kettle" not in "".join(str(line.facts) for line in lines)
