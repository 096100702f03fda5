"""Rows for a spreadsheet: written so that no cell is taken for a formula, and sent as a file."""

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(rows: Iterable[Sequence[str]], *, name: str) -> Response:
    """Send rows as a CSV file of this name."""
    page = io.StringIO()
    page.write("\N{BYTE ORDER MARK}")
    csv.writer(page).writerows([harmless(cell) for cell in row] for row in rows)
    answer = Response(page.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
