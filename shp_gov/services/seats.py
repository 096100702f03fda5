"""Seats and who sat in them, worked out from every list of members together. What was recorded by hand stays."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.register.listing import (
    Listed,
    SeatListed,
    Spell,
    designated_post,
    post_key,
    seat_key,
    seats_listed,
    spells,
)
from shp_gov.domain.register.sitting import seats_sat_in, sittings
from shp_gov.domain.words import day_words
from shp_gov.models import (
    Action,
    ActionSupporter,
    Appointment,
    Attendance,
    Body,
    Capacity,
    Organisation,
    ProposedAction,
    Provenance,
    Seat,
    SeatCategory,
    Sighting,
    Substitution,
    TermsSeat,
)
from shp_gov.queries import printed as queries
from shp_gov.queries.organisations import Names
from shp_gov.queries.printed import Printed
from shp_gov.services.people import People

PLAIN_MEMBER = "Member"
ELECTED = ("elected member", "councillor")
OF_A_SEAT = (Action, ActionSupporter, Appointment, Attendance, ProposedAction, Sighting, Substitution, TermsSeat)
SITS = (Capacity.PRESENT, Capacity.APOLOGIES, Capacity.ABSENT)
Place = tuple[str, int | None]


def derive(body: Body, lines: Printed, people: People, names: Names, *, actor: Actor) -> None:
    """Work out the seats of a body, the terms of those in them, and whose seat each attendance is for."""
    by_place = _by_place(body, actor=actor)
    for row in lines.sightings:
        row.seat = None if row.is_invited else _seat_of(body, row, by_place, names, actor=actor)
    listed = [_listed(row, people) for row in lines.sightings if row.seat is not None]
    if listed:
        found = spells(listed, _attended(lines))
        said = seats_listed(listed, found)
    else:
        came = _came(body, lines, by_place, names, actor=actor)
        found = sittings(came)
        said = seats_sat_in(came, found)
    seats = {seat.id: seat for seat in by_place.values()}
    _word(seats, lines, said, names)
    _appoint(body, found, actor=actor)
    _seat_attendances(lines, queries.appointments(body))
    _withdraw([seat for seat in seats.values() if seat.id not in said], actor=actor)


def _by_place(body: Body, *, actor: Actor) -> dict[Place, Seat]:
    by_place: dict[Place, Seat] = {}
    for seat in queries.seats(body):
        place = (post_key(seat.post), seat.organisation_id)
        if by_place.setdefault(place, seat) is not seat and seat.provenance is Provenance.IMPORTED:
            _unite(seat, by_place[place], actor=actor)
    return by_place


def _unite(seat: Seat, into: Seat, *, actor: Actor) -> None:
    """Make two seats one, when their organisations turned out to be one. What was the one's is the other's."""
    audit.record("seat.united", seat, actor=actor, body_id=seat.body_id, into=into.id, title=seat.title)
    derived = sa.delete(Appointment).where(Appointment.seat_id == seat.id)
    quietly = {"synchronize_session": False}
    db.session.execute(derived.where(Appointment.provenance == Provenance.DERIVED), execution_options=quietly)
    named = sa.select(TermsSeat.version_id).where(TermsSeat.seat_id == into.id)
    twice = sa.delete(TermsSeat).where(TermsSeat.seat_id == seat.id, TermsSeat.version_id.in_(named))
    db.session.execute(twice, execution_options=quietly)
    for model in OF_A_SEAT:
        moved = sa.update(model).where(model.seat_id == seat.id).values(seat_id=into.id)
        db.session.execute(moved, execution_options=quietly)
    db.session.delete(seat)
    db.session.flush()
    db.session.expire_all()


def _seat_of(body: Body, row: Sighting, by_place: dict[Place, Seat], names: Names, *, actor: Actor) -> Seat:
    organisation = names.by_key(row.organisation_printed)
    return _seat_at(body, row.post_printed, organisation, by_place, names, actor=actor)


def _seat_at(
    body: Body,
    printed: str | None,
    organisation: Organisation | None,
    by_place: dict[Place, Seat],
    names: Names,
    *,
    actor: Actor,
) -> Seat:
    post = designated_post(printed) or (None if organisation else PLAIN_MEMBER)
    place = (post_key(post), organisation.id if organisation else None)
    if place not in by_place:
        by_place[place] = _add(body, post, organisation, names, actor=actor)
    return by_place[place]


def _came(body: Body, lines: Printed, by_place: dict[Place, Seat], names: Names, *, actor: Actor) -> list[Listed]:
    """Take those whom the minutes name as present or away for the members, where no list says who they are."""
    found = []
    for line in lines.attendances:
        person = line.person if line.capacity in SITS else line.for_person
        if person is not None and line.provenance is Provenance.IMPORTED:
            post = person.post_on(line.meeting.on)
            named = (post.post, post.organisation) if post else (None, None)
            seat = _seat_at(body, *named, by_place, names, actor=actor)
            found.append(Listed(line.meeting.on, seat.id, person.id))
    return found


def _add(body: Body, post: str | None, organisation: Organisation | None, names: Names, *, actor: Actor) -> Seat:
    key = seat_key(post, names.of(organisation) if organisation else [])
    elected = any(words in (post or "").casefold() for words in ELECTED)
    seat = Seat(body=body, key=key, post=post, organisation=organisation, is_elected=elected)
    seat.provenance = Provenance.IMPORTED
    db.session.add(seat)
    audit.record("seat.added", seat, actor=actor, body_id=body.id, title=seat.title)
    return seat


def _listed(row: Sighting, people: People) -> Listed:
    assert row.seat is not None
    may_be = frozenset(person.id for person in people.may_be(row.name_printed))
    return Listed(row.on, row.seat.id, row.person.id if row.person else None, may_be)


def _attended(lines: Printed) -> dict[int, set[date]]:
    """List the days on which each person was at a meeting as a member, or expected as one."""
    days: dict[int, set[date]] = defaultdict(set)
    for line in lines.attendances:
        if line.capacity in SITS and line.person is not None:
            days[line.person.id].add(line.meeting.on)
        if line.for_person is not None:
            days[line.for_person.id].add(line.meeting.on)
    return days


def _word(seats: dict[int, Seat], lines: Printed, said: dict[int, SeatListed], names: Names) -> None:
    rows: dict[int, list[Sighting]] = defaultdict(list)
    for row in lines.sightings:
        if row.seat is not None:
            rows[row.seat.id].append(row)
    for seat_id, listed in said.items():
        if seats[seat_id].provenance is Provenance.IMPORTED:
            _reword(seats[seat_id], rows[seat_id])
            _place(seats[seat_id], listed, names)
    db.session.flush()


def _reword(seat: Seat, rows: list[Sighting]) -> None:
    if not rows:
        return
    newest = max(rows, key=lambda row: (row.on, row.post_printed or ""))
    stated = [row for row in rows if row.category is not SeatCategory.NOT_STATED]
    seat.post, seat.worded_on = designated_post(newest.post_printed) or seat.post, newest.on
    seat.category = max(stated, key=lambda row: row.on).category if stated else seat.category


def _place(seat: Seat, listed: SeatListed, names: Names) -> None:
    seat.places, seat.position = listed.places, listed.position
    seat.active_from, seat.active_until = listed.from_on, listed.until_on
    seat.key = seat_key(seat.post, names.of(seat.organisation) if seat.organisation else [])


def _withdraw(seats: list[Seat], *, actor: Actor) -> None:
    """Take out seats that only minutes showed, once a list says who the members are, unless somebody relies on them."""
    for seat in seats:
        if seat.provenance is Provenance.IMPORTED and not queries.is_relied_on(seat):
            audit.record("seat.withdrawn", seat, actor=actor, body_id=seat.body_id, title=seat.title)
            for proposal in queries.proposed_to(seat):
                proposal.seat_id = None
            db.session.flush()
            db.session.delete(seat)
    db.session.flush()


def _appoint(body: Body, found: list[Spell], *, actor: Actor) -> None:
    held = queries.appointments(body)
    recorded = {(row.seat_id, row.person_id) for row in held if row.provenance is not Provenance.DERIVED}
    by_list = [row for row in held if row.provenance is Provenance.DERIVED]
    derived = {(row.seat_id, row.person_id, row.from_on): row for row in by_list}
    missing = [each for each in found if (each.seat, each.person) not in recorded]
    wanted = {(each.seat, each.person, each.from_on): each for each in missing}
    for place in derived.keys() - wanted.keys():
        audit.record("appointment.withdrawn", derived[place], actor=actor, body_id=body.id, from_on=place[2])
        db.session.delete(derived[place])
    db.session.flush()
    for place, spell in wanted.items():
        _derive_term(body, derived.get(place), spell, actor=actor)


def _derive_term(body: Body, row: Appointment | None, spell: Spell, *, actor: Actor) -> None:
    found = (spell.until_on, _basis(spell), spell.last_listed_on)
    if row is not None and (row.until_on, row.basis, row.last_listed_on) == found:
        return
    row = row or Appointment(seat_id=spell.seat, person_id=spell.person, from_on=spell.from_on)
    row.until_on, row.basis, row.last_listed_on = found
    row.provenance = Provenance.DERIVED
    db.session.add(row)
    term = [day.isoformat() if day else None for day in (spell.from_on, spell.until_on)]
    audit.record("appointment.derived", row, actor=actor, body_id=body.id, term=term, seat=spell.seat)


def _basis(spell: Spell) -> str:
    said = f"At the meeting of {day_words(spell.from_on)}"
    if spell.listed_on is None:
        return f"{said}. No list of members was printed"
    listed = f"In the list of members of {day_words(spell.listed_on)}"
    return listed if spell.from_on == spell.listed_on else f"{said}. {listed}"


def _seat_attendances(lines: Printed, held: Sequence[Appointment]) -> None:
    terms: dict[int, list[Appointment]] = defaultdict(list)
    for appointment in sorted(held, key=lambda row: row.seat.position):
        terms[appointment.person_id].append(appointment)
    for line in lines.attendances:
        if line.provenance is Provenance.IMPORTED:
            line.seat_id = _seat_on(line, terms)
    db.session.flush()


def _seat_on(line: Attendance, terms: dict[int, list[Appointment]]) -> int | None:
    sits = line.for_person if line.capacity is Capacity.SUBSTITUTE else line.person
    if sits is None or line.capacity not in (*SITS, Capacity.SUBSTITUTE):
        return None
    on = line.meeting.on
    covering = (row for row in terms[sits.id] if row.from_on <= on and (row.until_on is None or row.until_on >= on))
    return next((row.seat_id for row in covering), None)
