"""History is never squeezed into one row: nobody is bound to one body, seat or office once and for all."""

import sqlalchemy as sa

from shp_gov.models import Base

WHO = {"person_id", "user_id"}
WHERE = {"body_id", "seat_id", "organisation_id", "kind", "role"}


def uniques(table: sa.Table) -> list[set[str]]:
    constraints = [rule for rule in table.constraints if isinstance(rule, sa.UniqueConstraint)]
    indexes = [index for index in table.indexes if index.unique]
    return [{column.name for column in rule.columns} for rule in (*constraints, *indexes)]


def test_no_unique_key_binds_a_person_to_a_body_alone():
    wrong = [
        f"{table.name}: {sorted(key)}"
        for table in Base.metadata.sorted_tables
        for key in uniques(table)
        if key & WHO and key & WHERE and not key - WHO - WHERE
    ]

    assert wrong == []


def test_what_is_so_of_a_person_has_its_days():
    dated = ("appointment", "office", "person_post", "role_held", "substitution")

    for name in dated:
        assert {"from_on", "until_on"} <= set(Base.metadata.tables[name].columns.keys()), name
    assert not {"post", "organisation_id", "body_id", "seat_id"} & set(Base.metadata.tables["person"].columns.keys())
