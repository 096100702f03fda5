"""What a pack states in passing: how many responsible authorities there are, and sub-groups without a settled chair."""

import re
from collections.abc import Iterator, Sequence

from shp_gov.domain.statements import StatementKind, authorities_stated, unsettled_in_row
from shp_gov.importers.pack.reading import Confidence, Source, StatementReading
from shp_gov.importers.pack.rows import Row

_TABLE_OF_GROUPS = re.compile(r"^(?:task|sub|working)?[ -]?(?:task |sub[ -]?)?groups?\b.{0,40}\bchair", re.IGNORECASE)


def statements_of(rows: Sequence[Row]) -> tuple[StatementReading, ...]:
    """Read what the rows of a pack state about the authorities and the sub-groups."""
    return (*_numbers_of_authorities(rows), *_chairs_not_settled(rows))


def _numbers_of_authorities(rows: Sequence[Row]) -> Iterator[StatementReading]:
    for row in rows:
        if stated := authorities_stated(row.text):
            words, numbers = stated
            value = ",".join(map(str, numbers))
            yield _statement(StatementKind.NUMBER_OF_AUTHORITIES, "responsible authorities", words, row, value)


def _chairs_not_settled(rows: Sequence[Row]) -> Iterator[StatementReading]:
    is_in_table = False
    for row in rows:
        is_head = bool(_TABLE_OF_GROUPS.search(row.text.replace("\t", " ")))
        is_in_table = is_head or (is_in_table and row.gap == 0)
        if is_in_table and not is_head and (stated := unsettled_in_row(row.text)):
            yield _statement(StatementKind.SUB_GROUP_CHAIR, stated.group, stated.chair, row)


def _statement(kind: StatementKind, about: str, words: str, row: Row, value: str | None = None) -> StatementReading:
    return StatementReading(kind, about, words, Source(row.number, row.number, row.page), Confidence.LIKELY, value)
