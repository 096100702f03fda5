"""What the register of members of a body prints, as at a day."""

from datetime import date

from shp_gov.domain.permissions import Viewer
from shp_gov.domain.register_paper import (
    RegisteredMember,
    RegisteredOffice,
    RegisteredSeat,
    RegisterGroup,
    RegisterPaper,
)
from shp_gov.domain.words import day_words
from shp_gov.models import Body, Office, Provenance
from shp_gov.queries import members
from shp_gov.queries.members import Line, Term
from shp_gov.queries.papers.agenda import HEADINGS
from shp_gov.queries.papers.imprint import imprint, sealed


def register(body: Body, *, on: date, viewer: Viewer) -> RegisterPaper:
    """Gather the register: what everybody may see, without anybody's address."""
    found = members.register(body, on=on)
    return sealed(
        RegisterPaper(
            imprint=imprint(body, on=viewer.on),
            on=on,
            groups=tuple(
                RegisterGroup(HEADINGS[category], tuple(_seat(line) for line in lines))
                for category, lines in found.groups
            ),
            offices=tuple(_office(office, on) for office in found.offices),
        )
    )


def _office(office: Office, on: date) -> RegisteredOffice:
    return RegisteredOffice(
        office=office.kind.value.capitalize(),
        name=office.person.name_on(on),
        since=office.from_on,
        until=office.until_on,
        by=members.basis_of(office),
    )


def _seat(line: Line) -> RegisteredSeat:
    empty = [RegisteredMember(vacant_since=line.vacant_since) for _ in range(line.vacancies)]
    return RegisteredSeat(
        seat=line.worded.post or "",
        organisation=line.organisation or "",
        members=(*(_member(term) for term in line.holders), *empty),
        substitutes=tuple(
            f"{row.person.name_on(row.meeting.on)}, {day_words(row.meeting.on)}"
            if row.meeting
            else row.person.name_on(line.on)
            for row in line.substitutes
        ),
    )


def _member(term: Term) -> RegisteredMember:
    is_from_a_list = term.row.provenance is Provenance.DERIVED
    return RegisteredMember(
        name=term.name,
        post=term.post,
        since=term.row.from_on,
        until=term.row.until_on,
        is_from_a_list=is_from_a_list,
        by="" if is_from_a_list else term.basis,
        note=_note(term),
    )


def _note(term: Term) -> str:
    """Say for what somebody was co-opted. Why somebody is held over is for officers only."""
    if term.is_held_over:
        return "Held over"
    return f"Co-opted for: {term.row.reason}" if term.row.reason else ""
