"""Who is on the list of members on a day, and who holds the offices."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from shp_gov.domain.areas import Area, area_called
from shp_gov.domain.checks.facts import ListedBody, Listing, OfficeHolder, OfficesHeld
from shp_gov.models import Body, Office, OfficeKind, SeatCategory
from shp_gov.queries.bodies import Membership, are_known
from shp_gov.queries.compliance.as_at import AsAt


def gather(as_at: AsAt) -> Iterator[Listing | OfficesHeld]:
    """Gather the list of members and the offices of the day."""
    return facts(as_at.body, as_at.members, as_at.offices, on=as_at.on, area=as_at.area)


def facts(
    body: Body,
    members: Sequence[Membership],
    offices: Mapping[OfficeKind, Office],
    *,
    on: date,
    area: Area | None,
) -> Iterator[Listing | OfficesHeld]:
    """Make the facts of a list of members and of offices that are already at hand."""
    listed = tuple(_listed(member) for member in members) if are_known(members, on=on) else ()
    yield Listing(body.name, on, listed or None, area)
    yield OfficesHeld(
        body=body.name,
        on=on,
        chair=_office_holder(offices.get(OfficeKind.CHAIR), members),
        vice_chair=_office_holder(offices.get(OfficeKind.VICE_CHAIR), members),
    )


def area_of(body: Body) -> Area | None:
    """Find the area a body works for, if we know its bodies."""
    return area_called(body.area)


def _listed(member: Membership) -> ListedBody:
    stated = member.category != SeatCategory.NOT_STATED
    responsible = member.category == SeatCategory.RESPONSIBLE_AUTHORITY if stated else None
    return ListedBody(member.organisation or member.title, responsible)


def _office_holder(office: Office | None, members: Sequence[Membership]) -> OfficeHolder | None:
    if office is None:
        return None
    seats = [member for member in members if office.person_id in {holder.person_id for holder in member.holders}]
    seat = seats[0] if seats else None
    responsible = _listed(seat).is_responsible if seat else None
    return OfficeHolder(office.person.name, seat.organisation if seat else None, responsible)
