"""Who a message goes to: at which address, and what they may see on the day it is sent."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.models import Message, Person, User
from shp_gov.queries import users


@dataclass(frozen=True)
class Recipient:
    """Somebody to write to."""

    name: str
    address: str
    viewer: Viewer


def of(message: Message, *, on: date) -> Recipient | None:
    """Tell whom a message goes to; nobody where no address is known or the account is closed."""
    user = message.user or _account_of(message.recipient)
    if user is not None:
        return Recipient(user.name, user.email, users.viewer_of(user, on=on)) if user.is_enabled else None
    person = message.recipient
    if person is None or not person.email:
        return None
    return Recipient(person.name_on(on), person.email, _without_account(person, on))


def _account_of(person: Person | None) -> User | None:
    if person is None:
        return None
    accounts = sa.select(User).where(User.person_id == person.id).order_by(User.is_enabled.desc(), User.id)
    return db.session.scalars(accounts.limit(1)).one_or_none()


def _without_account(person: Person, on: date) -> Viewer:
    """Tell what someone may see who sits on bodies and has no account."""
    return users.viewer_of(User(name=person.name, person_id=person.id, is_administrator=False), on=on)
