"""The same pack printed another way reads the same: bullets, wrapping, spacing, marks and capitals are only dress."""

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.read import parse
from shp_gov.importers.pack.schema import as_json
from tests.importers.pack.score import assert_read_as

PACKS = Path(__file__).parent / "packs"
CHAIN = ("seaborough-2018-03-09", "seaborough-2018-06-15", "seaborough-2018-09-14")


def wrapped(text: str, width: int = 72) -> str:
    rows = [
        textwrap.wrap(row, width, break_long_words=False, break_on_hyphens=False) or [""] for row in text.split("\n")
    ]
    return "\n".join(line for row in rows for line in row)


def single_spaced(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", text)


def unmarked(text: str) -> str:
    return re.sub(r"^\s*- |\*", "", text, flags=re.MULTILINE)


def furnished(text: str) -> str:
    rows = text.split("\n")
    pages = ["\n".join([*rows[at : at + 40], "", f"Page {at // 40 + 1} of 9", ""]) for at in range(0, len(rows), 40)]
    return "\n".join(pages)


STYLES: dict[str, Callable[[str], str]] = {
    "single spaced": single_spaced,
    "double spaced": lambda text: text.replace("\n", "\n\n"),
    "wrapped": wrapped,
    "wrapped and single spaced": lambda text: single_spaced(wrapped(text)),
    "round bullets": lambda text: re.sub(r"^(\s*)- ", r"\1• ", text, flags=re.MULTILINE),
    "without marks": unmarked,
    "indented": lambda text: textwrap.indent(text, "   "),
    "page numbers": furnished,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "headings marked": lambda text: re.sub(r"^(\d{1,2}\. .*|Decision)$", r"### \1", text, flags=re.MULTILINE),
    "resolved": lambda text: re.sub(r"^Decision$", "RESOLVED:", text, flags=re.MULTILINE),
    "labels in capitals": lambda text: re.sub(
        r"^(Decision|Purpose of report|Present:)$", lambda m: m[1].upper(), text, flags=re.M
    ),
    "numbers without stops": lambda text: re.sub(r"^(- )?(\d{1,2})\. ", r"\1\2 ", text, flags=re.MULTILINE),
    "numbers in a column": lambda text: re.sub(
        r"^(- )?(\d{1,2}(?:\.\d)?)\.? (?=[A-Z])", "\\2\t", text, flags=re.MULTILINE
    ),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", CHAIN)
def test_a_pack_reads_the_same_however_it_is_dressed(name, style):
    expected = json.loads((PACKS / f"{name}.json").read_text(encoding="utf-8"))
    dressed = STYLES[style]((PACKS / f"{name}.txt").read_text(encoding="utf-8"))

    found = as_json(parse([Line(number, text) for number, text in enumerate(dressed.split("\n"), 1)]))

    assert_read_as(found, expected)
