"""What the terms of reference of each day ask, as the checks take it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from shp_gov.database import db
from shp_gov.domain.checks.facts_of_terms import Terms
from shp_gov.domain.quorum import from_plain
from shp_gov.domain.terms.clauses import citations
from shp_gov.models import Body, OfficeKind, TermsOffice, TermsState, TermsVersion
from shp_gov.queries.quorums import WITH_NAMES
from shp_gov.queries.terms import as_terms

NAMED_ALIKE = frozenset(field.name for field in fields(Terms)) & frozenset(TermsVersion.__table__.columns.keys())


@dataclass(frozen=True)
class TermsThen:
    """Every version a body has adopted up to a day, newest first, with what each says."""

    body: Body
    on: date

    @cached_property
    def versions(self) -> Sequence[TermsVersion]:
        """Fetch them, in five statements."""
        seats = selectinload(TermsVersion.seats).options(WITH_NAMES)
        parts = (TermsVersion.sections, TermsVersion.offices, TermsVersion.sub_groups)
        adopted = sa.select(TermsVersion).where(
            TermsVersion.body_id == self.body.id, TermsVersion.state == TermsState.ADOPTED
        )
        whole = adopted.where(TermsVersion.in_force_from <= self.on).options(seats, *map(selectinload, parts))
        return db.session.scalars(whole.order_by(TermsVersion.in_force_from.desc())).all()

    def on_day(self, day: date) -> TermsVersion | None:
        """Find the version in force on a day."""
        return next((each for each in self.versions if each.in_force_from and each.in_force_from <= day), None)


def said(version: TermsVersion | None) -> Terms | None:
    """Say what a version asks."""
    if version is None:
        return None
    chair, vice = _office(version, OfficeKind.CHAIR), _office(version, OfficeKind.VICE_CHAIR)
    alike = {name: getattr(version, name) for name in NAMED_ALIKE - {"quorum", "voting"}}
    return Terms(
        citation=version.title,
        since=version.in_force_from,
        chair_held_by=chair.held_by if chair else None,
        vice_chair_is_yearly=vice.is_yearly if vice else None,
        vice_chair_from_authority=vice.is_from_responsible_authority if vice else None,
        elected_for_elected=version.substitute_elected_for_elected,
        apologies_count=version.apologies_count_as_absence,
        casting_vote=version.chair_has_casting_vote,
        voting=version.voting.value if version.voting else None,
        quorum=from_plain(version.quorum) if version.quorum else None,
        clauses=citations(as_terms(version)),
        **alike,
    )


def _office(version: TermsVersion, kind: OfficeKind) -> TermsOffice | None:
    return next((office for office in version.offices if office.kind is kind), None)


def office_asks(version: TermsVersion | None, kind: OfficeKind) -> TermsOffice | None:
    """Find what a version asks of an office."""
    return _office(version, kind) if version else None
