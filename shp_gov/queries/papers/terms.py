"""What a version of the terms of reference prints."""

from dataclasses import replace

from shp_gov.domain.papers import TermsPaper
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.terms.clauses import parts
from shp_gov.domain.words import long_day
from shp_gov.models import Decision, TermsVersion
from shp_gov.queries.papers.imprint import imprint, sealed
from shp_gov.queries.terms import adopted_by, as_terms


def terms(version: TermsVersion, *, viewer: Viewer) -> TermsPaper:
    """Gather one version: its sections and clauses, and by what it is in force."""
    begun = version.in_force_from
    decision = adopted_by([version], viewer=viewer).get(version.id)
    return sealed(
        TermsPaper(
            imprint=replace(imprint(version.body, on=viewer.on, is_draft=version.is_draft), version=version.number),
            number=version.number,
            in_force=f"In force from {long_day(begun)}" if begun else "A draft, not in force",
            adopted=_adopted(version, decision),
            parts=parts(as_terms(version)),
        )
    )


def _adopted(version: TermsVersion, decision: Decision | None) -> str:
    if decision:
        return f"Adopted by decision {decision.reference} of {long_day(decision.on)}"
    return version.basis or ""
