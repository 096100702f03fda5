"""What a pack states in passing is read with its line, kept once, and looked at on its day."""

from shp_gov import queries
from shp_gov.domain.findings import Verdict
from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.rows import rows_of
from shp_gov.importers.pack.statements import statements_of
from shp_gov.models import Statement
from tests.importers.pack.readings import CHAIN, every, import_files

PASSAGES = """The group has senior people from the five responsible authorities and from others.

Sub Group	Chair	Reports in
Harbour Safety	Harbour Master	May
Beaches	To be confirmed	June

The venue is to be confirmed."""


def stated(text):
    rows = rows_of([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)])
    return [(each.about, each.words, each.value, each.source.first) for each in statements_of(rows)]


def test_numbers_and_open_chairs_are_read_with_their_lines():
    assert stated(PASSAGES) == [
        ("responsible authorities", "five", "5", 1),
        ("Beaches", "To be confirmed", None, 5),
    ]


def test_a_pack_keeps_what_it_states_once_and_the_check_looks_at_it_on_its_day(app, tmp_path):
    text = CHAIN[0].read_text(encoding="utf-8")
    files = [tmp_path / "pack.txt", tmp_path / "pack-again.txt"]
    for gap, file in enumerate(files, start=2):
        file.write_text(text + "\n" * gap + PASSAGES, encoding="utf-8")

    import_files(*files)

    rows = every(Statement)
    assert [(row.words, row.value) for row in rows] == [("five", "5"), ("To be confirmed", None)]
    (body,) = queries.bodies.all_bodies()
    body.area = "seaborough"
    (found,) = [each for each in queries.compliance.of_body(body, rows[0].on) if each.rule == "CDA98-S5-COUNT"]
    assert (found.verdict, found.facts["line"]) == (Verdict.NEEDS_A_PERSON, rows[0].line)
    assert "there were 6 responsible authorities" in found.sentence
