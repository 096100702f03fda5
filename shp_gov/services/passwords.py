"""Passwords: made, hashed and compared. The hash is all that is kept."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from shp_gov.domain import passwords
from shp_gov.models import User

HASHER = PasswordHasher()
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS = 4
GROUP = 5


def made_up() -> str:
    """Make a first password that can be read out on the telephone: "kx7mq-9trvw-hd4pz-m2ncb"."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def hash_of(password: str, *, email: str) -> str:
    """Hash a new password, or refuse one that can be guessed."""
    passwords.require_strong(password, email=email)
    return HASHER.hash(password)


def opens(user: User | None, password: str) -> bool:
    """Tell whether a password opens an account; it takes as long where there is none."""
    nobody = of_nobody()
    matches = _matches(user.password_hash if user else nobody, password)
    return matches and user is not None and user.is_enabled


def keep_up_to_date(user: User, password: str) -> None:
    """Hash the password anew where the hash was made with weaker settings than today's."""
    if HASHER.check_needs_rehash(user.password_hash):
        user.password_hash = HASHER.hash(password)


def _matches(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def of_nobody() -> str:
    """Give a hash that no password opens, made with today's settings."""
    return HASHER.hash(secrets.token_hex())
