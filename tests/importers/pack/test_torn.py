"""Packs cut short, shuffled and made hostile: they may read as little, but they never fail and never hang."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.read import parse
from shp_gov.importers.pack.schema import as_json

SHARED = Path(__file__).parents[4] / "shared" / "packs"
OWN = Path(__file__).parent / "packs"


def packs() -> list[Path]:
    return sorted(SHARED.glob("*.txt")) or sorted(OWN.glob("sea*.txt"))


def read(rows: list[str]) -> None:
    as_json(parse([Line(number, text) for number, text in enumerate(rows, 1)]))


def prefixes(content: bytes) -> Iterator[str]:
    for end in range(0, len(content), 1024):
        yield content[:end].decode("utf-8", "replace")


@pytest.mark.parametrize("path", packs(), ids=lambda path: path.stem)
def test_a_pack_cut_at_any_kilobyte_is_read(path):
    for text in prefixes(path.read_bytes()):
        read(text.split("\n"))


@pytest.mark.parametrize("path", packs(), ids=lambda path: path.stem)
def test_a_pack_with_its_lines_shuffled_is_read(path):
    rows = path.read_text(encoding="utf-8").split("\n")
    for seed in range(67):
        read(random.Random(seed).sample(rows, len(rows)))


def test_the_longest_pack_is_read_in_half_a_second():
    rows = max((path.read_text(encoding="utf-8") for path in packs()), key=len).split("\n")
    begun = time.process_time()

    read(rows)

    assert time.process_time() - begun < 0.5


PIECES = st.sampled_from(
    """Present: | Also present: | Officers: | Decision | RESOLVED – | - (i) That | 1. | 61. Apologies | 4.1 | Item 3: |
    MEMBERS: SAFER SEABOROUGH PARTNERSHIP AGENDA | MINUTES AND DECISION RECORD | The meeting commenced at 10.00 am |
    The meeting concluded at 9am | Report of: | Subject: | 31 June 2018 | Friday 22 June | Councillor |
    Chief Inspector |
    Jane Smith | , | ( | ) | (In the Chair) | as substitute for | and | Head of Community Safety | Eastshire Police |
    (vacant) | RECOMMENDATIONS | CONTACT OFFICER | 01632 960201 | a@b.example | Appendix A | ** | * | | | – |
    Purpose of report |
    Minute 10 – exempt (para 7) | Date of next meeting | . | : | ; | \t | 10.00 | at | in the | NHS | | a | A""".split(
        "|"
    )
)
HOSTILE = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=20).map(" ".join),
    st.tuples(
        st.sampled_from(["a ", "(", "A", "1.", "*", "- ", "of ", "Ab ", ", ", "I", "be ", "0 "]), st.integers(1, 4000)
    ).map(lambda pair: pair[0] * pair[1]),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(HOSTILE, max_size=30))
def test_any_text_is_read_in_good_time(rows):
    begun = time.process_time()

    read(rows)

    assert time.process_time() - begun < 2
