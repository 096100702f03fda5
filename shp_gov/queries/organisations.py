"""Organisations by their names, looked up in bulk."""

from collections.abc import Collection, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.names import organisation_key
from shp_gov.domain.permissions import Viewer
from shp_gov.models import Body, Merge, Organisation, OrganisationName, Provenance, Seat
from shp_gov.queries import links

Day = date | sa.SQLColumnExpression[date]
PAGE = 25
WITH_DATED_NAMES = joinedload(Organisation.dated_names)


def name_on(on: Day) -> sa.ColumnElement[str]:
    """Give the name that an organisation had on a day, in SQL. Needs Organisation in the query."""
    borne = sa.select(OrganisationName.name).where(OrganisationName.organisation_id == Organisation.id)
    borne = borne.where(OrganisationName.is_dated, _begun(on), _not_over(on))
    newest = borne.order_by(OrganisationName.from_on.is_(None), OrganisationName.from_on.desc()).limit(1)
    return sa.func.coalesce(newest.correlate_except(OrganisationName).scalar_subquery(), Organisation.name)


def _begun(on: Day) -> sa.ColumnElement[bool]:
    return sa.or_(OrganisationName.from_on.is_(None), OrganisationName.from_on <= on)


def _not_over(on: Day) -> sa.ColumnElement[bool]:
    return sa.or_(OrganisationName.until_on.is_(None), OrganisationName.until_on >= on)


class Names:
    """Every name of every organisation, fetched once for a whole pack."""

    def __init__(self, rows: Collection[OrganisationName]) -> None:
        self._rows = {row.key: row for row in rows}

    def by_key(self, name: str | None) -> Organisation | None:
        """Find the organisation of a name, however its known variants are written."""
        row = self.row(name)
        return row.organisation if row else None

    def row(self, name: str | None) -> OrganisationName | None:
        """Find the name itself, as it is kept."""
        return self._rows.get(organisation_key(name)) if name else None

    def all(self) -> list[OrganisationName]:
        """List the names."""
        return list(self._rows.values())

    def add(self, row: OrganisationName) -> None:
        """Take in a name that was just given."""
        self._rows[row.key] = row

    def by_organisation(self) -> dict[int, list[str]]:
        """List the names of every organisation."""
        found: dict[int, list[str]] = {}
        for row in self._rows.values():
            found.setdefault(row.organisation_id, []).append(row.name)
        return found

    def of(self, organisation: Organisation) -> list[str]:
        """List the names of one organisation."""
        return [row.name for row in self._rows.values() if row.organisation is organisation]


def names() -> Names:
    """Fetch every name of every organisation."""
    rows = sa.select(OrganisationName).order_by(OrganisationName.id)
    return Names(db.session.scalars(rows.options(joinedload(OrganisationName.organisation))).all())


def get(organisation_id: int, *, viewer: Viewer) -> Organisation:
    """Fetch an organisation with its names, its types, who came before it and who has its place. All are public."""
    links = (Organisation.names, Organisation.predecessors, Organisation.successors)
    whole = [joinedload(Organisation.types), *map(selectinload, links)]
    found = sa.select(Organisation).where(Organisation.id == organisation_id)
    return db.session.scalars(found.options(*whole)).unique().one()


def listing(*, words: str = "", page: int = 1) -> tuple[Sequence[Organisation], int]:
    """List a page of the organisations that bear these words in one of their names, and count them all."""
    found = sa.select(Organisation)
    if words:
        called = OrganisationName.name.icontains(words, autoescape=True)
        found = found.where(sa.or_(Organisation.name.icontains(words, autoescape=True), Organisation.names.any(called)))
    total = db.session.scalar(found.with_only_columns(sa.func.count(Organisation.id))) or 0
    by_name = found.order_by(Organisation.name, Organisation.id).limit(PAGE).offset((page - 1) * PAGE)
    return db.session.scalars(by_name.options(selectinload(Organisation.types))).all(), total


def every() -> Sequence[Organisation]:
    """List every organisation, by name."""
    return db.session.scalars(sa.select(Organisation).order_by(Organisation.name, Organisation.id)).all()


def all_but(organisation: Organisation) -> Sequence[Organisation]:
    """List every other organisation that has not ended, by name."""
    return [each for each in every() if each is not organisation and each.ended_on is None]


def seats(organisation: Organisation, *, page: int = 1) -> tuple[Sequence[Seat], int]:
    """List a page of the seats of an organisation, body by body, and count them all."""
    found = sa.select(Seat).join(Seat.body).where(Seat.organisation_id == organisation.id)
    total = db.session.scalar(found.with_only_columns(sa.func.count(Seat.id))) or 0
    by_body = found.options(contains_eager(Seat.body)).order_by(Body.name, Seat.position, Seat.id)
    return db.session.scalars(by_body.limit(PAGE).offset((page - 1) * PAGE)).all(), total


def find(organisation_id: int) -> Organisation | None:
    """Find an organisation."""
    return db.session.get(Organisation, organisation_id)


def unused() -> Sequence[Organisation]:
    """List the organisations that came from papers, have no name left and are held by nothing."""
    held = [~sa.exists().where(column == Organisation.id) for column in links.to(Organisation)]
    found = sa.select(Organisation).where(Organisation.provenance == Provenance.IMPORTED, *held)
    return db.session.scalars(found.order_by(Organisation.id)).all()


def was_merged(organisation: Organisation) -> bool:
    """Tell whether an officer said of a name that it means this organisation."""
    made = sa.select(Merge.id).where(Merge.organisation_id == organisation.id, Merge.taken_apart_at.is_(None))
    return db.session.scalar(made.limit(1)) is not None
