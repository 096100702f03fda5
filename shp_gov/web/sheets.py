"""Rows for a spreadsheet: written so that no cell is taken for a formula, and sent as a file, row by row."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from flask import Response, stream_with_context

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(rows: Iterable[Sequence[str]], *, name: str) -> Response:
    """Send rows as a CSV file of this name."""
    answer = Response(stream_with_context(_encoded(rows)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _encoded(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    yield "\N{BYTE ORDER MARK}".encode()
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow(map(_harmless, row))
        yield line.getvalue().encode()


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
