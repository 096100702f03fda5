"""A presenter in brackets under a heading, put back beside it as most papers print it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from shp_gov.importers.pack.lines import Line

PRESENTER = re.compile(r"\*\([^*]{3,200}\)\*")


def beside_headings(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Join a bracketed presenter in italics to the bold heading above it, and number the lines anew."""
    kept: list[Line] = []
    for line in lines:
        heading = next((place for place in (-1, -2) if len(kept) >= -place and kept[place].text), 0)
        if heading and kept[heading].text.endswith("**") and PRESENTER.fullmatch(line.text):
            del kept[heading + 1 or len(kept) :]
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text} {line.text}")
        else:
            kept.append(line)
    return tuple(replace(line, number=number) for number, line in enumerate(kept, start=1))
