"""Terms of reference: start a draft from the last version, a starter text or a printed list of members; discard it."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import TypeVar

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.areas import area_called
from shp_gov.domain.register.listing import designated_post
from shp_gov.domain.terms.guards import TermsRefused, require_draft, require_no_draft
from shp_gov.domain.terms.starter import Starter, StarterOffice, StarterSeat, starter
from shp_gov.domain.terms.version import Figures
from shp_gov.domain.words import day_words
from shp_gov.models import (
    Body,
    OfficeKind,
    Organisation,
    Provenance,
    Seat,
    SeatCategory,
    Sighting,
    TermsOffice,
    TermsSeat,
    TermsSection,
    TermsSubGroup,
    TermsVersion,
)
from shp_gov.queries import bodies, organisations
from shp_gov.queries import terms as queries
from shp_gov.queries.bodies import Membership
from shp_gov.queries.organisations import Names

COPIED = (*(field.name for field in fields(Figures)), "quorum")
COUNCIL = "council"
NOT_COPIED = frozenset({"id", "version_id"})
Part = TypeVar("Part", TermsSection, TermsSeat, TermsOffice, TermsSubGroup)


def start(body: Body, *, on: date, actor: Actor) -> TermsVersion:
    """Draft the next version from the last one. A seat that has ended meanwhile is left out."""
    last = queries.last_adopted(body)
    if last is None:
        raise TermsRefused(f"{body.name} has no adopted terms yet. Start from the starter text or a list of members.")
    draft = _begin(body, drafted_from=last)
    for name in COPIED:
        setattr(draft, name, getattr(last, name))
    draft.sections = [_copied(section) for section in last.sections]
    draft.seats = [_copied(seat) for seat in last.seats if not _has_ended(seat, on)]
    draft.offices = [_copied(office) for office in last.offices]
    draft.sub_groups = [_copied(group) for group in last.sub_groups]
    return _begun(draft, actor, source=last.title)


def start_from_starter(body: Body, *, on: date, actor: Actor) -> TermsVersion:
    """Draft from the starter text. The seats on the register stay; without any, the starter's own are proposed."""
    draft, text, names = _begin(body), starter(), organisations.names()
    council, council_words = _authority(body, COUNCIL, "the council", names, on=on)
    draft.sections = [
        TermsSection(position=place, key=said.key, heading=said.heading, words=said.words)
        for place, said in enumerate(text.sections_for(body.name, council_words), start=1)
    ]
    draft.offices = [_starter_office(office, council, council_words) for office in text.offices]
    for name, value in asdict(text.figures).items():
        setattr(draft, name, value)
    seats = _of_register(body, on=on)
    draft.seats = _in_order(seats or _starter_seats(body, text, names, on=on))
    return _begun(draft, actor, source=text.name)


def start_from_list(body: Body, *, listed_on: date, actor: Actor) -> TermsVersion:
    """Draft from the list of members that the pack of a day printed, to look at before it is adopted."""
    rows = queries.listed(body, on=listed_on)
    if not rows:
        raise TermsRefused(f"No pack on record prints a list of members of {day_words(listed_on)}.")
    draft = _begin(body, provenance=Provenance.IMPORTED)
    words = f"The members are as printed in the pack of {day_words(listed_on)}."
    draft.sections = [TermsSection(position=1, key="membership", heading="Membership", words=words)]
    seats: dict[int | None, TermsSeat] = {}
    for row in rows:
        if row.seat_id in seats:
            seats[row.seat_id].places += 1
        else:
            seats[row.seat_id] = _as_printed(row)
    draft.seats = _in_order(seats.values())
    return _begun(draft, actor, source=f"list of members of {day_words(listed_on)}")


def discard(draft: TermsVersion, *, actor: Actor) -> None:
    """Throw a draft away. What was adopted stays."""
    require_draft(draft.is_draft)
    audit.record("terms.discarded", draft, actor=actor, body_id=draft.body_id, number=draft.number)
    db.session.delete(draft)


def _begin(
    body: Body, *, drafted_from: TermsVersion | None = None, provenance: Provenance = Provenance.RECORDED
) -> TermsVersion:
    open_draft = queries.find_draft(body)
    require_no_draft(open_draft.number if open_draft else None)
    number = queries.next_number(body)
    return TermsVersion(body=body, number=number, edits=0, drafted_from=drafted_from, provenance=provenance)


def _begun(draft: TermsVersion, actor: Actor, *, source: str) -> TermsVersion:
    db.session.add(draft)
    seats = len(draft.seats)
    body_id, number = draft.body.id, draft.number
    audit.record("terms.drafted", draft, actor=actor, body_id=body_id, number=number, source=source, seats=seats)
    return draft


def _copied(part: Part) -> Part:
    columns = (column.key for column in type(part).__table__.columns if column.key not in NOT_COPIED)
    return type(part)(**{name: getattr(part, name) for name in columns})


def _has_ended(seat: TermsSeat, on: date) -> bool:
    return seat.seat is not None and seat.seat.active_until is not None and seat.seat.active_until < on


def _in_order(seats: Iterable[TermsSeat]) -> list[TermsSeat]:
    found = list(seats)
    for position, seat in enumerate(found, start=1):
        seat.position = position
    return found


def _of_register(body: Body, *, on: date) -> list[TermsSeat]:
    seats = {seat.id: seat for seat in db.session.scalars(sa.select(Seat).where(Seat.body_id == body.id))}
    return [_as_registered(member, seats[member.seat_id]) for member in bodies.members(body, on=on)]


def _as_registered(member: Membership, seat: Seat) -> TermsSeat:
    return TermsSeat(
        seat_id=member.seat_id,
        post=member.post,
        organisation_id=member.organisation_id,
        organisation_words=member.organisation,
        category=member.category,
        places=member.places,
        is_voting=seat.is_voting,
        is_elected=seat.is_elected,
    )


def _as_printed(row: Sighting) -> TermsSeat:
    seat = row.seat
    assert seat is not None, "lines without a seat are left out"
    return TermsSeat(
        seat_id=seat.id,
        post=designated_post(row.post_printed) or seat.post,
        organisation_id=seat.organisation_id,
        organisation_words=row.organisation_printed,
        category=row.category,
        places=1,
        is_voting=seat.is_voting,
        is_elected=seat.is_elected,
    )


def _starter_seats(body: Body, text: Starter, names: Names, *, on: date) -> Iterable[TermsSeat]:
    for said in text.seats:
        organisation, words = _authority(body, said.type, said.named, names, on=on)
        yield _starter_seat(said, organisation, words)


def _starter_seat(said: StarterSeat, organisation: Organisation | None, words: str) -> TermsSeat:
    return TermsSeat(
        post=said.post,
        organisation=organisation,
        organisation_words=words or None,
        category=SeatCategory(said.category),
        places=1,
        is_elected=said.is_elected,
    )


def _starter_office(said: StarterOffice, council: Organisation | None, words: str) -> TermsOffice:
    return TermsOffice(
        kind=OfficeKind(said.kind),
        is_yearly=said.is_yearly,
        is_from_responsible_authority=said.is_from_responsible_authority,
        is_from_another_organisation=said.is_from_another_organisation,
        barred_organisation=council if said.bars_council else None,
        barred_words=words if said.bars_council else None,
    )


def _authority(body: Body, kind: str, otherwise: str, names: Names, *, on: date) -> tuple[Organisation | None, str]:
    """Find which organisation of the area is of this kind on a day; where that is not known, keep the plain words."""
    area = area_called(body.area)
    found = [each for each in area.bodies if each.type == kind and each.exists(on)] if area and kind else []
    if len(found) != 1:
        return None, otherwise
    organisation = names.by_key(found[0].name) or names.by_key(found[0].known_as)
    return organisation, organisation.name if organisation else found[0].known_as
