"""Who is on the list of members on a day, and who holds the offices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from shp_gov.domain.areas import Area
from shp_gov.domain.checks.facts import ListedBody, Listing, OfficeHolder, OfficesHeld
from shp_gov.models import Body, Office, OfficeKind, SeatCategory
from shp_gov.queries.bodies import Membership, are_known
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.compliance.terms_then import office_asks, said


def gather(as_at: AsAt) -> Iterator[Listing | OfficesHeld]:
    """Gather the list of members and the offices of the day."""
    for found in facts(as_at.body, as_at.members, as_at.offices, on=as_at.on, area=as_at.area):
        yield offices_held(as_at) if isinstance(found, OfficesHeld) else found


def offices_held(as_at: AsAt) -> OfficesHeld:
    """Give the offices of the day with what the terms of the day ask of them."""
    found = facts(as_at.body, as_at.members, as_at.offices, on=as_at.on, area=as_at.area)
    held = next(each for each in found if isinstance(each, OfficesHeld))
    version = as_at.terms.on_day(as_at.on)
    if version is None:
        return held
    asks, asked = said(version), office_asks(version, OfficeKind.VICE_CHAIR)
    return replace(
        held,
        terms_ask_for_different=bool(asked and asked.is_from_another_organisation),
        terms_bar_vice_chair_from=asked.barred_words if asked else None,
        terms_citation=asks.cite("vice-chair") if asks else None,
    )


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
