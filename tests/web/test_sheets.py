"""Rows for a spreadsheet: no cell is taken for a formula, whatever page they come from."""

import csv
import io
from pathlib import Path

import pytest

from shp_gov.web import sheets

WEB = Path(sheets.__file__).parent


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+44 1632 960960", "-1", "@risk", "\tindented", "\rreturned"])
def test_no_cell_is_taken_for_a_formula(app, cell):
    with app.test_request_context():
        answer = sheets.csv_file([["What"], [cell], [f"a{cell}"]], name="log")

    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))
    assert rows == [["What"], [f"'{cell}"], [f"a{cell}"]]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="log.csv"'


def test_commas_quotes_and_lines_stay_in_their_cell(app):
    with app.test_request_context():
        answer = sheets.csv_file([['a, "b"\nc', "d"]], name="log")

    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))
    assert rows == [['a, "b"\nc', "d"]]


def test_every_page_writes_its_rows_in_one_place():
    assert [path.name for path in WEB.rglob("*.py") if "\nimport csv" in path.read_text("utf-8")] == ["sheets.py"]
