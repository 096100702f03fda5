"""How many rows there are, to see that nothing changed."""

import sqlalchemy as sa

from shp_gov.models import Base


def counted(connection: sa.Connection) -> dict[str, int]:
    """Count the rows of every table."""
    tables = Base.metadata.sorted_tables
    return {table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) for table in tables}
