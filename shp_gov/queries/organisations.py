"""Organisations by their names, looked up in bulk."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.names import organisation_key
from shp_gov.models import Merge, Organisation, OrganisationName, Provenance
from shp_gov.queries import links


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
