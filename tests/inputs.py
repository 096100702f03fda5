"""What people and programs may send that nobody expects, and how much of it a run tries."""

import io
import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.importers.pack.samples import a_paragraph, a_printed_file, a_word_file, an_archive

TOTAL = int(os.environ.get("SHP_GOV_FUZZ", "200"))
USUAL = 200
PACKS = sorted((Path(__file__).parent / "importers" / "pack" / "packs").glob("*.txt"))
NUMBERS = ("0", "-1", "1", "2", "999999", str(2**31), str(2**63), str(10**20), "1e3", "½", "٣", "1.5", " 1")
ODD_WORDS = (
    "",
    "\0",
    "a\0b",
    "\x01\x1b\x7f\x85",
    "\ud800",
    "\ufffe\uffff",
    "\u202eabc",
    "e\u0301" * 50,
    "👩‍🚒" * 20,
    "%",
    "%s%n{0}{{7*7}}",
    "\\",
    "_",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "\r\nSet-Cookie: a=b",
    "../../etc/passwd",
    "//elsewhere.example/",
    "javascript:alert(1)",
    "None",
    "nan",
    "inf",
    "x" * 5_000,
    "a b " * 20_000,
    "\n" * 3_000,
)
PARTS_OF_DATES = ("31", "2", "2026", "30", "13", "0", "00", "99", "1899", "2200", "29", "february", "Sept", "10000")
TIMES = ("25:00", "10am", "noon", "24.00", "1.75pm", "99:99")


class TookTooLong(AssertionError):
    """One input took longer than anybody waits."""


def inputs(share: float) -> Callable[[Any], Any]:
    """Try this share of the run's inputs: the same in every usual run, new ones in a long run."""
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
    return settings(
        max_examples=max(2, ceil(TOTAL * share)),
        derandomize=TOTAL <= USUAL,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=checks,
    )


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Break off what hangs, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def break_off(number: int, frame: object) -> None:
        raise TookTooLong(f"It took longer than {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, break_off)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def words() -> st.SearchStrategy[str]:
    """Draw words of every sort: odd, long, out of range, or anything at all, half characters included."""
    anything = st.text(st.characters(exclude_categories=()), max_size=60)
    return st.one_of(st.sampled_from(ODD_WORDS), st.sampled_from(NUMBERS + PARTS_OF_DATES + TIMES), anything)


def as_sent(text: str) -> bytes:
    """Write words as a program without manners would send them."""
    return text.encode("utf-8", "surrogatepass")


@st.composite
def torn_packs(draw: st.DrawFn) -> str:
    """Draw the text of an invented pack with lines lost, doubled, moved, joined or spoilt."""
    lines = draw(st.sampled_from(PACKS)).read_text().splitlines()
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(lines)))
        far = min(len(lines), place + draw(st.integers(0, 40)))
        change = draw(st.sampled_from(CHANGES))
        lines = change(lines, place, far) or ["?"]
        if draw(st.booleans()):
            lines.insert(min(place, len(lines)), draw(words()))
    return "\n".join(lines)


CHANGES: tuple[Callable[[list[str], int, int], list[str]], ...] = (
    lambda lines, a, b: lines[:a] + lines[b:],
    lambda lines, a, b: lines[:b] + lines[a:b] + lines[b:],
    lambda lines, a, b: lines[a:b] + lines[:a] + lines[b:],
    lambda lines, a, b: [*lines[:a], " ".join(lines[a:b]), *lines[b:]],
    lambda lines, a, b: lines[:a] + lines[a:b][::-1] + lines[b:],
    lambda lines, a, b: lines[:a] + [line.upper() for line in lines[a:b]] + lines[b:],
    lambda lines, a, b: lines[:a] + [line.replace(" ", "\t") for line in lines[a:b]] + lines[b:],
    lambda lines, a, b: lines[:a] + [word for line in lines[a:b] for word in line.split()] + lines[b:],
    lambda lines, a, b: lines[:b],
    lambda lines, a, b: lines[a:],
)


@cache
def a_word_pack() -> bytes:
    """Give an invented pack as a Word file."""
    return a_word_file("".join(a_paragraph(line.replace("&", "and")) for line in PACKS[0].read_text().splitlines()))


@cache
def a_printed_pack() -> bytes:
    """Give an invented pack as a PDF."""
    return a_printed_file(*(line.replace("&", "and") for line in PACKS[0].read_text().splitlines() if line))


@cache
def bombs() -> tuple[bytes, ...]:
    """Give files that unpack to far more than they hold."""
    huge = b"<w:p/>" * 30_000_000
    deep = "<w:tbl>" * 5_000 + "</w:tbl>" * 5_000
    return a_word_file("", more={"word/media/zeros.bin": huge}), a_word_file(deep), an_archive({"0.txt": huge})


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a file cut short, with a piece lost, doubled or overwritten."""
    start = draw(st.integers(0, len(content)))
    end = min(len(content), start + draw(st.integers(0, 2_000)))
    piece = draw(st.sampled_from([b"", content[start:end] * 2, b"\0" * 40, b"\xff" * 40]) | st.binary(max_size=60))
    return draw(st.sampled_from([content[:start], content[:start] + piece + content[end:], content[start:]]))


@st.composite
def rewritten_words(draw: st.DrawFn) -> bytes:
    """Draw a Word file whose archive is whole and whose markup is spoilt."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(a_word_pack())) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    chosen = draw(st.sampled_from(sorted(parts)))
    return an_archive(parts | {chosen: draw(spoilt(parts[chosen]))})


def files() -> st.SearchStrategy[tuple[bytes, str]]:
    """Draw a file and its name: a torn pack of any kind, a bomb, or anything at all; the name may lie."""
    torn = st.tuples(torn_packs().map(as_sent), st.just("pack.txt"))
    word = st.tuples(st.deferred(lambda: spoilt(a_word_pack())) | rewritten_words(), st.just("pack.docx"))
    printed = st.tuples(st.deferred(lambda: spoilt(a_printed_pack())), st.just("pack.pdf"))
    bomb = st.tuples(st.deferred(lambda: st.sampled_from(bombs())), st.just("pack.docx"))
    anything = st.tuples(st.binary(max_size=3_000), names())
    renamed = st.tuples(torn_packs().map(as_sent), names())
    return st.one_of(torn, word, anything, renamed, torn, word, anything, st.one_of(printed, bomb))


def names() -> st.SearchStrategy[str]:
    """Draw the name of a file: a usual one, one that lies, or anything that can stand in a header."""
    usual = st.sampled_from(
        ["pack.txt", "pack.pdf", "pack.docx", "pack", "a/b\\c.txt", "…", "\0.txt", "\x85\u202e.txt", "x" * 400]
    )
    return usual | st.text(st.characters(exclude_categories=("Cs",), exclude_characters='\r\n"'), max_size=30)
