"""Slow down guessing. Failures are counted in the database: by account from one address, by account, by address.

A whole council may share one address, so an address has more tries than an account. Somebody who guesses from
elsewhere does not lock the owner of an account out at once.
"""

import hashlib
from datetime import timedelta

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.models import SignInAttempt

WITHIN = timedelta(minutes=15)
TRIES = 10
TRIES_OF_ACCOUNT = 50
TRIES_OF_ADDRESS = 100
TOO_MANY = "There were too many tries. Wait 15 minutes, then try again."


class TooManyTries(DomainError):
    """Somebody is guessing."""


def require_tries_left(email: str, address: str) -> None:
    """Refuse a try where too many have failed in the last minutes, whether or not the account exists."""
    limits = _limits(email, address)
    recent = sa.select(SignInAttempt.key, sa.func.count()).where(SignInAttempt.failed_at > clock.now() - WITHIN)
    counted = db.session.execute(recent.where(SignInAttempt.key.in_(limits)).group_by(SignInAttempt.key))
    if any(failures >= limits[key] for key, failures in counted):
        raise TooManyTries(TOO_MANY)


def count_failure(email: str, address: str) -> None:
    """Remember a try that failed, and forget those that no longer count."""
    now = clock.now()
    _forget(SignInAttempt.failed_at <= now - WITHIN)
    db.session.add_all(SignInAttempt(key=key, failed_at=now) for key in _limits(email, address))


def forget_failures(email: str, address: str) -> None:
    """Forget the failures of somebody who knew the password in the end."""
    _forget(SignInAttempt.key == _key(email, address))


def _forget(which: sa.ColumnElement[bool]) -> None:
    db.session.execute(sa.delete(SignInAttempt).where(which), execution_options={"synchronize_session": False})


def _limits(email: str, address: str) -> dict[str, int]:
    return {
        _key(email, address): TRIES,
        _key(email, "anywhere"): TRIES_OF_ACCOUNT,
        _key("anybody", address): TRIES_OF_ADDRESS,
    }


def _key(email: str, address: str) -> str:
    return hashlib.sha256(f"{email.strip().lower()}\n{address}".encode()).hexdigest()
