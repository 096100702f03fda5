"""Who came to a meeting, by capacity and by organisation."""

from collections.abc import Sequence
from dataclasses import dataclass

from shp_gov.domain.checks.attendance import NOT_RECORDED
from shp_gov.models import Attendance, Capacity, SeatCategory
from shp_gov.queries.bodies import Membership


@dataclass(frozen=True)
class Represented:
    """An organisation with a seat, and how it was represented at a meeting."""

    organisation: str
    category: SeatCategory
    how: str
    names: tuple[str, ...]


def by_capacity(lines: Sequence[Attendance]) -> dict[Capacity, list[Attendance]]:
    """Sort the lines of an attendance by capacity, in the order of the paper."""
    return {capacity: [line for line in lines if line.capacity == capacity] for capacity in Capacity}


def by_organisation(members: Sequence[Membership], lines: Sequence[Attendance]) -> list[Represented]:
    """Tell how each organisation with a seat was represented: by a member, by a substitute, or by nobody."""
    if not lines:
        return []
    seats: dict[str, list[Membership]] = {}
    for member in members:
        seats.setdefault(member.organisation or member.title, []).append(member)
    return [_represented(name, group, lines) for name, group in seats.items()]


def _represented(name: str, seats: Sequence[Membership], lines: Sequence[Attendance]) -> Represented:
    ids = {seat.seat_id for seat in seats}
    holders = {holder.person_id for seat in seats for holder in seat.holders}
    present = [line for line in lines if line.capacity == Capacity.PRESENT]
    came = [line for line in present if line.person_id in holders or line.seat_id in ids]
    sent = [
        line
        for line in lines
        if line.capacity == Capacity.SUBSTITUTE and (line.for_person_id in holders or line.seat_id in ids)
    ]
    away = any(line.person_id in holders for line in lines) or not holders
    how = "member" if came else "substitute" if sent else "nobody" if away else NOT_RECORDED
    return Represented(name, seats[0].category, how, tuple(line.name for line in came or sent))
