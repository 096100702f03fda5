"""The chair's running script: what to say, in large words, and what to know, in small ones."""

from collections.abc import Iterator

from shp_gov.documents.content import Block, Notice, Numeral, Numerals, Room, Story, Text, Together, bold, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import clock, day, exempt_because, joined
from shp_gov.domain.numbering import roman
from shp_gov.domain.script import AGREED, LEAVE
from shp_gov.domain.script_paper import ScriptItem, ScriptPaper

TITLE = "Chair’s script"
AN_ITEM = 110


def render(paper: ScriptPaper) -> bytes:
    """Print the script as a PDF."""
    return print_pdf(
        story(paper), paper.imprint, title=f"{TITLE}, {day(paper.on)}", running=f"{TITLE}, {day(paper.on)}"
    )


def story(paper: ScriptPaper) -> Story:
    """Tell what the chair says, in its order."""
    at = clock(paper.starts_at) if paper.starts_at else ""
    where = joined(at, paper.venue)
    made = masthead(paper.imprint.body, TITLE, day(paper.on), where, joined("In the chair:", paper.chair, by=" "))
    made += [Text("Opening", "part"), *map(_said, paper.opening), *map(_note, paper.notes)]
    made += [block for item in paper.items for block in _item(item)]
    return [*made, Together((Text("Close", "part"), *map(_said, paper.closing)))]


def _said(words: str) -> Block:
    return Text(words, "indent")


def _note(words: str) -> Block:
    return Text(words, "indentnote")


def _item(item: ScriptItem) -> Iterator[Block]:
    yield from map(_said, item.before)
    if item.resolution:
        yield from _excluded(item.resolution)
    yield Room(AN_ITEM)
    yield Text(item.title, "titled" if item.presenter else "minute", label=item.number)
    if item.presenter:
        yield Text(item.presenter, "by")
    if item.exemption is not None:
        why = exempt_because(item.exemption, "It")
        yield Notice(((bold("Private item. "), bold("The public are not in the room.")), why), is_indented=True)
    if item.minutes_allowed:
        yield _note(f"{item.minutes_allowed} minutes.")
    yield from map(_note, item.notes)
    yield from map(_said, item.says)
    yield from _recommended(item)


def _excluded(resolution: str) -> Iterator[Block]:
    yield Text("Excluding the public", "part")
    yield Notice((resolution, AGREED, LEAVE))


def _recommended(item: ScriptItem) -> Iterator[Block]:
    """Read each recommendation word for word, and ask for agreement."""
    if item.recommendations:
        heading = "Recommendations" if len(item.recommendations) > 1 else "Recommendation"
        rows = tuple(Numeral(f"({roman(place)})", words) for place, words in enumerate(item.recommendations, 1))
        yield Numerals(heading, rows)
        yield _said(AGREED)
