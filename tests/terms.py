"""Versions of terms of reference, made for a test."""

from datetime import date

from shp_gov.database import db
from shp_gov.models import Body, Seat, TermsSeat, TermsState, TermsVersion


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
