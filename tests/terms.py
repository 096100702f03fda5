"""Versions of terms of reference, made for a test."""

from datetime import date

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import (
    Body,
    OfficeKind,
    Seat,
    SeatCategory,
    TermsOffice,
    TermsSeat,
    TermsSection,
    TermsState,
    TermsVersion,
)

CLERK = Actor("Helen Ashby")


def a_draft(body: Body, *, number: int = 1, **details) -> TermsVersion:
    """Make a draft of terms of reference."""
    version = TermsVersion(body=body, number=number, **details)
    db.session.add(version)
    db.session.flush()
    return version


def terms_in_force(body: Body, *, from_on: date, number: int = 1, **details) -> TermsVersion:
    """Make terms of reference that are in force from a day on. Give its parts with it: nothing is added later."""
    basis = details.pop("basis", "As agreed long ago")
    version = a_draft(body, number=number, **details)
    version.state, version.in_force_from, version.basis = TermsState.ADOPTED, from_on, basis
    db.session.flush()
    return version


def a_seat_in_terms(seat: Seat, **details) -> TermsSeat:
    """Word a seat as it is."""
    said = {"post": seat.post, "organisation": seat.organisation, "category": seat.category, "places": seat.places}
    name = seat.organisation.name if seat.organisation else None
    return TermsSeat(**({"seat": seat, "position": seat.position, "organisation_words": name} | said | details))


def arguments(body: Body) -> dict[str, int | str]:
    """Make an adopted version and a draft with one of everything, and say what to put into an address about them."""
    parts = {
        "sections": [TermsSection(position=1, key="purpose", heading="Purpose", words="To work together.\nTo tell.")],
        "offices": [TermsOffice(kind=OfficeKind.CHAIR, held_by="Leader of the Council")],
    }
    terms_in_force(body, from_on=date(2019, 4, 1), review_months=12, **parts)
    return draft_arguments(body)


def draft_arguments(body: Body) -> dict[str, int | str]:
    """Make a draft from the last version, with one of everything more, and say what to put into an address about it."""
    draft = services.terms.start(body, on=date(2026, 1, 1), actor=CLERK)
    for number in range(12):
        seat = services.terms_edits.word_seat(
            draft, post=f"Director {number}", organisation=None, category=SeatCategory.OTHER, actor=CLERK
        )
    group = services.terms_edits.write_sub_group(draft, name="Harbour Group", months_due=[3], actor=CLERK)
    db.session.commit()
    return {
        "number": draft.number - 1,
        "section_id": draft.sections[0].id,
        "terms_seat_id": seat.id,
        "sub_group_id": group.id,
        "office": "vice-chair",
    }
