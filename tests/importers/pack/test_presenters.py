"""A bracketed presenter under a heading belongs beside it."""

import pytest

from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.presenters import beside_headings


def joined(*texts: str) -> list[str]:
    return [line.text for line in beside_headings(Line(number, text, 1) for number, text in enumerate(texts, start=1))]


@pytest.mark.parametrize("between", [(), ("",)])
def test_a_presenter_under_a_heading_is_set_beside_it(between):
    lines = joined("**17. Taxi marshals**", *between, "*(Director of Neighbourhoods)*", "", "Agreed.")

    assert lines == ["**17. Taxi marshals** *(Director of Neighbourhoods)*", "", "Agreed."]


@pytest.mark.parametrize(
    "texts",
    [
        ("17. Taxi marshals", "*(Director of Neighbourhoods)*"),
        ("**17. Taxi marshals**", "*Director of Neighbourhoods*"),
        ("**17. Taxi marshals**", "(see the plan)"),
        ("**17. Taxi marshals**", "", "", "*(Director)*"),
        ("*(Director)*",),
    ],
)
def test_other_lines_are_left_as_they_are(texts):
    assert joined(*texts) == list(texts)


def test_the_lines_are_numbered_anew():
    lines = beside_headings([Line(1, "**A**"), Line(2, "*(Director)*"), Line(3, "B")])

    assert [line.number for line in lines] == [1, 2]
