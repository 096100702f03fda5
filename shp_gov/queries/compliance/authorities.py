"""The responsible authorities of a day: who is represented by a seat, which seats are vacant, and since when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.models import SeatCategory
from shp_gov.queries.bodies import Membership
from shp_gov.queries.compliance.as_at import AsAt, a_year_before

Days = Sequence[tuple[date, Sequence[Membership]]]
HELD, PART, VACANT, NO_SEAT = "held", "partly vacant", "vacant", "no seat"


@dataclass(frozen=True)
class Span:
    """Some days on end through which the seats of an authority were held, partly vacant, vacant or not there."""

    from_on: date
    until_on: date
    state: str


@dataclass(frozen=True)
class Authority:
    """A responsible authority, its seats on the day, and since when one of them is vacant, where that is known."""

    name: str
    known_as: str
    seats: tuple[Membership, ...]
    vacant_since: date | None
    spans: tuple[Span, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """Name who sits for it."""
        return tuple(holder.name for seat in self.seats for holder in seat.holders)

    @property
    def state(self) -> str:
        """Say whether its seats are held."""
        return _state(self.seats)


def of(as_at: AsAt) -> list[Authority]:
    """List the authorities: by the law where the area is known, otherwise as the list of members shows them."""
    if as_at.area is None:
        seats = [seat for seat in as_at.members if seat.category == SeatCategory.RESPONSIBLE_AUTHORITY]
        names = {seat.organisation or seat.title: seat.organisation or seat.title for seat in seats}
    else:
        names = {body.organisation: body.known_as for body in responsible_authorities(as_at.area, as_at.on)}
    first = a_year_before(as_at.since)
    days = [first, *(day for day in as_at.seating.turning_days() if first < day <= as_at.on)] if names else []
    through = [(day, as_at.members_on(day)) for day in days]
    return [_authority(as_at, name, known_as, through) for name, known_as in names.items()]


def _state(seats: Sequence[Membership]) -> str:
    if not seats:
        return NO_SEAT
    if not sum(seat.vacancies for seat in seats):
        return HELD
    return PART if any(seat.holders for seat in seats) else VACANT


def _authority(as_at: AsAt, name: str, known_as: str, through: Days) -> Authority:
    seats = tuple(seat for seat in as_at.members if is_of(as_at, seat, name, on=as_at.on))
    empty = [as_at.seating.vacant_since(seat.seat_id, on=as_at.on) for seat in seats if seat.vacancies]
    spans = tuple(_spans(as_at, name, through))
    return Authority(name, known_as, seats, min((day for day in empty if day), default=None), spans)


def _spans(as_at: AsAt, name: str, through: Days) -> Iterator[Span]:
    """Give the runs of days through which the state of its seats stayed the same, oldest first."""
    states = [_state([seat for seat in seats if is_of(as_at, seat, name, on=day)]) for day, seats in through]
    ends = [*(day - timedelta(days=1) for day, _ in through[1:]), as_at.on]
    starts = [day for day, _ in through]
    for state, run in groupby(zip(starts, ends, states, strict=True), key=lambda each: each[2]):
        days = list(run)
        yield Span(days[0][0], days[-1][1], state)


def is_of(as_at: AsAt, seat: Membership, name: str, *, on: date) -> bool:
    """Tell whether a seat is one of this authority's."""
    organisation = as_at.seating.called(seat.organisation_id, seat.organisation, on=as_at.on) or seat.title
    known = as_at.area.body(organisation, on) if as_at.area else None
    return (known.name if known else organisation) == name
