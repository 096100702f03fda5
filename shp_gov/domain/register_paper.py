"""What the register of members prints, as plain values."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.papers import Imprint


@dataclass(frozen=True, kw_only=True)
class RegisteredMember:
    """Somebody in a seat on the day, or an empty place; `note` says what is not usual."""

    name: str = ""
    post: str = ""
    since: date | None = None
    until: date | None = None
    is_from_a_list: bool = False
    by: str = ""
    note: str = ""
    vacant_since: date | None = None


@dataclass(frozen=True, kw_only=True)
class RegisteredSeat:
    """A seat on the day, with its members and who may stand in for them."""

    seat: str
    organisation: str
    members: tuple[RegisteredMember, ...]
    substitutes: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegisterGroup:
    """Seats under one heading, such as "Responsible authority members"."""

    heading: str
    seats: tuple[RegisteredSeat, ...]


@dataclass(frozen=True, kw_only=True)
class RegisteredOffice:
    """Who holds an office on the day."""

    office: str
    name: str
    since: date
    until: date | None = None
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterPaper:
    """The register of members of a body, as at a day."""

    imprint: Imprint
    on: date
    groups: tuple[RegisterGroup, ...] = ()
    offices: tuple[RegisteredOffice, ...] = ()
