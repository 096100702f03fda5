"""Accounts: who may sign in, and what they are to each body."""

from datetime import date

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Meeting, Person, RoleHeld, User
from shp_gov.queries import users
from shp_gov.services import cover, passwords, throttle

GIVEN = (Role.OFFICER, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE)
LONGEST_ADDRESS = 254
WRONG = "The e-mail address or the password is not right. Check both, or ask your officer to reset your password."


class SignInRefused(DomainError):
    """These words open no account."""


class AccountRefused(DomainError):
    """An account cannot be made or changed like this."""


def sign_in(email: str, password: str, *, address: str) -> User:
    """Open an account, or refuse in the same words and the same time whether or not it exists."""
    throttle.require_tries_left(email, address)
    user = users.find_by_email(email)
    if not passwords.opens(user, password) or user is None:
        throttle.count_failure(email, address)
        raise SignInRefused(WRONG)
    throttle.forget_failures(email, address)
    passwords.keep_up_to_date(user, password)
    user.last_signed_in_at = clock.now()
    audit.record("account.signed_in", user, actor=Actor(user.name, user.id))
    return user


def invite(
    *,
    email: str,
    name: str,
    password: str,
    actor: Actor,
    person: Person | None = None,
    is_administrator: bool = False,
) -> User:
    """Make an account."""
    address = _address(email)
    if users.find_by_email(address):
        raise AccountRefused(f"{address} has an account already.")
    if person is not None and users.find_by_person(person):
        raise AccountRefused(f"{person.name} has an account already.")
    hashed = passwords.hash_of(password, email=address)
    user = User(email=address, name=name, password_hash=hashed, person=person, is_administrator=is_administrator)
    db.session.add(user)
    audit.record(
        "account.created", user, actor=actor, is_administrator=is_administrator, person=person.id if person else None
    )
    return user


def change(user: User, *, name: str, email: str, person: Person | None, is_administrator: bool, actor: Actor) -> None:
    """Change whose an account is, its address, or whether it manages accounts."""
    address = _address(email)
    if (other := users.find_by_email(address)) and other is not user:
        raise AccountRefused(f"{address} has an account already.")
    if person is not None and (other := users.find_by_person(person)) and other is not user:
        raise AccountRefused(f"{person.name} has an account already.")
    if user.id == actor.user_id and (is_administrator, person) != (user.is_administrator, user.person):
        raise AccountRefused("You cannot change what you may do yourself. Ask another administrator.")
    user.name, user.email, user.person, user.is_administrator = name, address, person, is_administrator
    number = person.id if person else None
    audit.record("account.changed", user, actor=actor, is_administrator=is_administrator, person=number)


def _address(email: str) -> str:
    address = email.strip().lower()
    name, at, site = address.rpartition("@")
    if not (name and at and site) or any(letter.isspace() for letter in address) or len(address) > LONGEST_ADDRESS:
        raise AccountRefused("Enter an e-mail address, like name@example.org.")
    return address


def give_role(
    user: User,
    role: Role,
    *,
    body: Body,
    from_on: date,
    actor: Actor,
    until_on: date | None = None,
    meeting: Meeting | None = None,
) -> RoleHeld:
    """Give an account a role in a body, from one day to another; a substitute's is for one meeting."""
    _require_can_be_given(role, to=user, actor=actor)
    _require_new(role, to=user, body=body, from_on=from_on)
    _require_span(from_on, until_on)
    _require_meeting(role, meeting, body=body, from_on=from_on, until_on=until_on)
    held = RoleHeld(user=user, body=body, role=role, from_on=from_on, until_on=until_on)
    held.meeting_id = meeting.id if meeting else None
    db.session.add(held)
    audit.record(
        "role.given",
        held,
        actor=actor,
        body_id=body.id,
        account=user.id,
        role=role,
        from_on=from_on,
        until_on=until_on,
        meeting=held.meeting_id,
    )
    return held


def _require_can_be_given(role: Role, *, to: User, actor: Actor) -> None:
    if role not in GIVEN:
        raise AccountRefused(f"The role of {role} is not given to anybody.")
    if to.id is not None and to.id == actor.user_id:
        raise AccountRefused("You cannot give a role to yourself. Ask another administrator.")


def _require_new(role: Role, *, to: User, body: Body, from_on: date) -> None:
    if any((held.role, held.body_id, held.from_on) == (role, body.id, from_on) for held in to.roles):
        raise AccountRefused(f"{to.name} has this role from {long_day(from_on)} already.")


def _require_span(from_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < from_on:
        raise AccountRefused("The last day of a role must not be before its first.")


def _require_meeting(role: Role, meeting: Meeting | None, *, body: Body, from_on: date, until_on: date | None) -> None:
    if (role == Role.SUBSTITUTE) != (meeting is not None):
        raise AccountRefused("A substitute comes to one meeting: say which. Other roles are for every meeting.")
    if meeting is None:
        return
    if meeting.body_id != body.id:
        raise AccountRefused(f"That is not a meeting of the {body.name}.")
    if meeting.on < from_on or (until_on is not None and meeting.on > until_on):
        raise AccountRefused(f"The meeting is on {long_day(meeting.on)}. The role must cover that day.")


def end_role(held: RoleHeld, *, last_day: date, actor: Actor) -> None:
    """End a role after its last day."""
    _require_span(held.from_on, last_day)
    if held.until_on is not None and held.until_on < clock.today():
        raise AccountRefused(f"This role ended on {long_day(held.until_on)} already.")
    if held.until_on is not None and last_day > held.until_on:
        raise AccountRefused(f"This role ends on {long_day(held.until_on)}. To go on after that day, give it anew.")
    held.until_on = last_day
    cover.end_with(held, actor=actor)
    account, body_id = held.user_id, held.body_id
    audit.record("role.ended", held, actor=actor, body_id=body_id, account=account, role=held.role, until_on=last_day)


def disable(user: User, *, actor: Actor) -> None:
    """Close an account: its next click is refused."""
    if user.id == actor.user_id:
        raise AccountRefused("You cannot disable your own account. Ask another administrator.")
    if not user.is_enabled:
        raise AccountRefused(f"The account of {user.name} is disabled already.")
    user.is_enabled = False
    user.epoch += 1
    audit.record("account.disabled", user, actor=actor)


def enable(user: User, *, actor: Actor) -> None:
    """Open an account again."""
    if user.is_enabled:
        raise AccountRefused(f"The account of {user.name} is open already.")
    user.is_enabled = True
    audit.record("account.enabled", user, actor=actor)


def reset_password(user: User, *, password: str, actor: Actor) -> None:
    """Set a new password and end every session of the account."""
    user.password_hash = passwords.hash_of(password, email=user.email)
    user.epoch += 1
    audit.record("account.password_reset", user, actor=actor)


def change_password(user: User, *, old: str, new: str, address: str, actor: Actor) -> None:
    """Let someone change their own password, who knows the old one; every other session of theirs ends."""
    throttle.require_tries_left(user.email, address)
    if not passwords.opens(user, old):
        throttle.count_failure(user.email, address)
        raise SignInRefused("The old password is not right. Type it again, or ask for your password to be reset.")
    user.password_hash = passwords.hash_of(new, email=user.email)
    user.epoch += 1
    audit.record("account.password_changed", user, actor=actor)
