"""What a paper says, in reading order, before anybody decides how it looks: the same for PDF and for Word."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Words with one mark: bold, italic, quiet, late, removed or added."""

    words: str
    mark: str = ""


Words = str | tuple[Run, ...]


def bold(words: str) -> Run:
    """Mark words as bold."""
    return Run(words, "bold")


def plain(words: Words) -> str:
    """Give the words without their marks."""
    return words if isinstance(words, str) else "".join(run.words for run in words)


@dataclass(frozen=True)
class Text:
    """A paragraph or a heading. `look` names its style; a label hangs at its left, a word at its right."""

    words: Words
    look: str = "body"
    label: str = ""
    right: str = ""

    def lines(self) -> list[str]:
        return [" ".join(filter(None, [self.label, plain(self.words), self.right]))]


@dataclass(frozen=True)
class Bullets:
    """Lines of a list, each with its depth: 0, or 1 for a list inside a list."""

    items: tuple[tuple[int, str], ...]

    def lines(self) -> list[str]:
        return [f"{'  ' * depth}– {words}" for depth, words in self.items]


@dataclass(frozen=True)
class Numeral:
    """One numbered sentence with the notes under it."""

    numeral: str
    words: str
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Numerals:
    """Numbered sentences under a heading; the bar beside them means that the meeting agreed these words."""

    heading: str
    rows: tuple[Numeral, ...]
    is_agreed: bool = False

    def lines(self) -> list[str]:
        made = [self.heading] if self.heading else []
        for row in self.rows:
            made += [" ".join(filter(None, [row.numeral, row.words])), *map(plain, row.notes)]
        return made


@dataclass(frozen=True)
class Attendance:
    """People under a label, one to a line."""

    label: str
    people: tuple[Words, ...]

    def lines(self) -> list[str]:
        return [self.label, *map(plain, self.people)]


@dataclass(frozen=True)
class Seat:
    """A member of the front page: the name over the post."""

    name: str
    post: str
    is_vacant: bool = False


@dataclass(frozen=True)
class Members:
    """Lists of members that stand side by side; the first is read to its end before the second."""

    lists: tuple[tuple[str, tuple[Seat, ...]], ...]

    def lines(self) -> list[str]:
        made: list[str] = []
        for heading, seats in self.lists:
            made += [heading, *(", ".join(filter(None, [seat.name, seat.post])) for seat in seats)]
        return made


@dataclass(frozen=True)
class Notice:
    """Words in an outline: they must not be missed."""

    paragraphs: tuple[Words, ...]
    is_indented: bool = False

    def lines(self) -> list[str]:
        return [plain(words) for words in self.paragraphs]


@dataclass(frozen=True)
class Grid:
    """A table; a group's name may stand over the first two columns of its heading row."""

    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]
    is_grouped: bool = False

    def lines(self) -> list[str]:
        return [" | ".join(plain(cell) for cell in row) for row in (self.heads, *self.rows)]


@dataclass(frozen=True)
class Facts:
    """Names at the side, what they stand for beside them."""

    rows: tuple[tuple[str, Words], ...]

    def lines(self) -> list[str]:
        return [f"{name}: {plain(words)}" for name, words in self.rows]


@dataclass(frozen=True)
class Signature:
    """The lines on which the chair signs and writes the day."""

    def lines(self) -> list[str]:
        return ["Chair", "Date"]


@dataclass(frozen=True)
class Room:
    """Go to the next page unless this much is left of this one; then leave a space."""

    needs: float = 0
    space: float = 0

    def lines(self) -> list[str]:
        return []


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page."""

    blocks: tuple["Block", ...]

    def lines(self) -> list[str]:
        return text(self.blocks)


Block = Text | Bullets | Numerals | Attendance | Members | Notice | Grid | Facts | Signature | Room | Together
Story = list[Block]


def text(story: Iterable[Block]) -> list[str]:
    """Give a story as lines of text, in reading order."""
    return [line for block in story for line in block.lines()]


def masthead(body: str, title: str, lead: str, *facts: Words) -> Story:
    """Open a paper: the body in capitals, what the paper is, its day, and the first facts."""
    return [
        Text(body.upper(), "masthead"),
        Text(title, "title"),
        Text(lead, "lead"),
        *(Text(fact, "facts") for fact in facts if plain(fact)),
    ]
