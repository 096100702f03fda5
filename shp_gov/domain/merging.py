"""Two texts that began as one, put together: what one of them changed is taken, what both changed is kept twice."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s*\S+|\s+")
MOST_PAIRS = 4_000_000  # beyond this, comparing every part of one text with every part of the other takes seconds
Parts = list[str]


@dataclass(frozen=True)
class Proposal:
    """The two texts as one, and in how many places both had changed the same words."""

    text: str
    overlaps: int


@dataclass(frozen=True)
class Edit:
    """What stands between two places of the first text was replaced by other parts."""

    start: int
    end: int
    parts: Parts

    def meets(self, other: "Edit") -> bool:
        """Tell whether both change the same parts, or put something into the same place."""
        overlaps = self.start < other.end and other.start < self.end
        return overlaps or (self.start, self.end) == (other.start, other.end)


@dataclass(frozen=True)
class Place:
    """Edits that meet, by whose they are."""

    yours: list[Edit]
    theirs: list[Edit]

    @property
    def start(self) -> int:
        """Tell where the first of them starts."""
        return min(edit.start for edit in (*self.yours, *self.theirs))

    @property
    def end(self) -> int:
        """Tell where the last of them ends."""
        return max(edit.end for edit in (*self.yours, *self.theirs))


@dataclass(frozen=True)
class Stretch:
    """A part of a text beside another: "same", "added" or "taken out"."""

    kind: str
    text: str


Settle = Callable[[Parts, Parts, Parts], tuple[Parts, int]]


def propose(base: str, yours: str, theirs: str) -> Proposal:
    """Put two texts that began as `base` together. No word that either of them added is left out."""
    lines = (base.splitlines(True), yours.splitlines(True), theirs.splitlines(True))
    merged, overlaps = _merge(*lines, settle=_word_by_word, gap="\n")
    return Proposal("".join(merged), overlaps)


def changes(base: str, text: str) -> list[Stretch]:
    """Show a text with what was added to another and what was taken out of it, word by word."""
    old, new = WORD.findall(base), WORD.findall(text)
    shown: list[Stretch] = []
    at = 0
    for edit in _edits(old, new):
        gap, gone, come = _gap_before("".join(old[edit.start : edit.end]), "".join(edit.parts))
        shown += [
            Stretch("same", "".join(old[at : edit.start]) + gap),
            Stretch("taken out", gone),
            Stretch("added", come),
        ]
        at = edit.end
    return [part for part in (*shown, Stretch("same", "".join(old[at:]))) if part.text]


def _gap_before(gone: str, come: str) -> tuple[str, str, str]:
    """Split the white space off that stands before what was taken out and before what came instead."""
    gap = gone[: len(gone) - len(gone.lstrip())]
    return (gap, gone[len(gap) :], come[len(gap) :]) if gap and come.startswith(gap) else ("", gone, come)


def count_changes(base: str, text: str) -> tuple[int, int]:
    """Count the words that were added to a text, and those that were taken out of it."""
    parts = changes(base, text)
    added, gone = (
        sum(len(part.text.split()) for part in parts if part.kind == kind) for kind in ("added", "taken out")
    )
    return added, gone


def _word_by_word(base: Parts, yours: Parts, theirs: Parts) -> tuple[Parts, int]:
    words = (WORD.findall("".join(lines)) for lines in (base, yours, theirs))
    return _merge(*words, settle=_both, gap=" ")


def _both(base: Parts, yours: Parts, theirs: Parts) -> tuple[Parts, int]:
    """Keep both, one after the other."""
    return [*yours, *theirs], 1


def _merge(base: Parts, yours: Parts, theirs: Parts, *, settle: Settle, gap: str) -> tuple[Parts, int]:
    merged: Parts = []
    at = overlaps = 0
    for place in _places(_edits(base, yours), _edits(base, theirs)):
        merged += base[at : place.start]
        mine, other = (_applied(base, place, edits) for edits in (place.yours, place.theirs))
        at = place.end
        if not place.theirs or mine == other:
            merged += mine
        elif not place.yours:
            merged += other
        else:
            parts, more = settle(base[place.start : at], mine, other)
            merged += parts
            overlaps += more
    return _kept_apart(merged + base[at:], gap), overlaps


def _kept_apart(parts: Parts, gap: str) -> Parts:
    """Keep two words that came from two texts two words."""
    apart: Parts = []
    for part in parts:
        touches = apart and not apart[-1][-1].isspace() and not part[0].isspace()
        apart += [gap, part] if touches else [part]
    return apart


def _applied(base: Parts, place: Place, edits: list[Edit]) -> Parts:
    """Give the parts of a place as these edits left them."""
    parts: Parts = []
    at = place.start
    for edit in edits:
        parts += base[at : edit.start] + edit.parts
        at = edit.end
    return parts + base[at : place.end]


def _places(yours: list[Edit], theirs: list[Edit]) -> Iterator[Place]:
    """Group the edits that meet, in the order of the text."""
    mine, other = yours[:], theirs[:]
    while mine or other:
        is_mine = not other or (bool(mine) and _order(mine[0]) <= _order(other[0]))
        place = Place([mine.pop(0)], []) if is_mine else Place([], [other.pop(0)])
        while _takes(place.yours, mine, place.theirs) or _takes(place.theirs, other, place.yours):
            pass
        yield place


def _order(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _takes(into: list[Edit], waiting: list[Edit], others: list[Edit]) -> bool:
    """Take the next edit into a place where it meets one of the other text's."""
    if not waiting or not any(waiting[0].meets(edit) for edit in others):
        return False
    into.append(waiting.pop(0))
    return True


def _edits(base: Sequence[str], text: Sequence[str]) -> list[Edit]:
    """List what was changed from one text to the other."""
    head = _agreeing(base, text)
    tail = _agreeing(base[head:][::-1], text[head:][::-1])
    old, new = base[head : len(base) - tail], text[head : len(text) - tail]
    if len(old) * len(new) > MOST_PAIRS:
        return [Edit(head, head + len(old), list(new))]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Edit(head + i, head + j, list(new[k:m])) for step, i, j, k, m in steps if step != "equal"]


def _agreeing(first: Sequence[str], second: Sequence[str]) -> int:
    """Count how many parts agree from the start."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))
