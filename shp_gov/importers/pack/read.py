"""A pack, from its file to what it says. Touches no database."""

from collections.abc import Sequence
from dataclasses import replace

from shp_gov.importers.pack.agenda import agenda_of
from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.doubts import doubts_about
from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.minutes import minutes_of
from shp_gov.importers.pack.reader import read_lines
from shp_gov.importers.pack.reading import PackReading
from shp_gov.importers.pack.reports import reports_of
from shp_gov.importers.pack.rows import rows_of, width_of
from shp_gov.importers.pack.sections import sections_of
from shp_gov.importers.pack.statements import statements_of


def read_pack(content: bytes, filename: str) -> PackReading:
    """Read a published pack; a file that cannot be read is refused with a sentence."""
    return parse(read_lines(content, filename))


def parse(lines: Sequence[Line]) -> PackReading:
    """Read what the lines of a pack say."""
    rows = rows_of(lines)
    context = Context(width_of(rows))
    parts = sections_of(rows)
    agenda = agenda_of(rows[slice(*parts.agenda)], context) if parts.agenda else None
    minutes = minutes_of(rows[slice(*parts.minutes)], context) if parts.minutes else None
    reports = reports_of(rows[slice(*parts.reports)], agenda, context)
    reading = PackReading(agenda, minutes, reports, statements=statements_of(rows))
    doubts = sorted([*context.doubts, *doubts_about(reading)], key=lambda doubt: doubt.line)
    return replace(reading, doubts=tuple(doubts))
