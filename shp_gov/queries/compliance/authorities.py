"""The responsible authorities of a day: who is represented by a seat, which seats are vacant, and since when."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.models import SeatCategory
from shp_gov.queries.bodies import Membership
from shp_gov.queries.compliance.as_at import AsAt

HELD, PART, VACANT, NO_SEAT = "held", "partly vacant", "vacant", "no seat"


@dataclass(frozen=True)
class Authority:
    """A responsible authority, its seats on the day, and since when one of them is vacant, where that is known."""

    name: str
    known_as: str
    seats: tuple[Membership, ...]
    vacant_since: date | None

    @property
    def holders(self) -> tuple[str, ...]:
        """Name who sits for it."""
        return tuple(holder.name for seat in self.seats for holder in seat.holders)

    @property
    def state(self) -> str:
        """Say whether its seats are held."""
        if not self.seats:
            return NO_SEAT
        vacancies = sum(seat.vacancies for seat in self.seats)
        if not vacancies:
            return HELD
        return PART if self.holders else VACANT


def of(as_at: AsAt) -> list[Authority]:
    """List the authorities: by the law where the area is known, otherwise as the list of members shows them."""
    if as_at.area is None:
        seats = [seat for seat in as_at.members if seat.category == SeatCategory.RESPONSIBLE_AUTHORITY]
        names = {seat.organisation or seat.title: seat.organisation or seat.title for seat in seats}
    else:
        names = {body.organisation: body.known_as for body in responsible_authorities(as_at.area, as_at.on)}
    return [_authority(as_at, name, known_as) for name, known_as in names.items()]


def _authority(as_at: AsAt, name: str, known_as: str) -> Authority:
    seats = tuple(seat for seat in as_at.members if is_of(as_at, seat, name, on=as_at.on))
    empty = [as_at.seating.vacant_since(seat.seat_id, on=as_at.on) for seat in seats if seat.vacancies]
    return Authority(name, known_as, seats, min((day for day in empty if day), default=None))


def is_of(as_at: AsAt, seat: Membership, name: str, *, on: date) -> bool:
    """Tell whether a seat is one of this authority's."""
    organisation = seat.organisation or seat.title
    known = as_at.area.body(organisation, on) if as_at.area else None
    return (known.name if known else organisation) == name
