"""What one version of the terms says that another does not. A seat renamed is not a seat removed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from shp_gov.domain.terms import sentences
from shp_gov.domain.terms.clauses import HEADINGS
from shp_gov.domain.terms.version import Terms

WORD = re.compile(r"\S+\s*")
SECTIONS, SEATS, OFFICES, QUORUM, FIGURES, SUB_GROUPS = (
    "Sections",
    "Seats",
    "Offices",
    "Quorum",
    "What is asked",
    "Sub-groups",
)


class Became(StrEnum):
    """What happened to a thing between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words that was kept, removed or added."""

    words: str
    done: str = "kept"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a version says: which part it is of, what it is whatever it is called, its name and its words."""

    part: str
    key: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: its name, and what was said of it before and after."""

    part: str
    key: str
    name: str
    became: Became
    before: str = ""
    after: str = ""

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Give the words of both, marked as kept, removed or added."""
        return stretches(self.before, self.after)


def compare(before: Terms, after: Terms) -> tuple[Difference, ...]:
    """List everything that differs between two versions, part by part in the order of a version."""
    old = {(said.part, said.key): said for said in everything_said(before)}
    new = {(said.part, said.key): said for said in everything_said(after)}
    found = [_difference(old.get(place), said) for place, said in new.items()]
    found += [_difference(said, None) for place, said in old.items() if place not in new]
    order = (SECTIONS, SEATS, OFFICES, QUORUM, FIGURES, SUB_GROUPS)
    return tuple(sorted((each for each in found if each), key=lambda each: order.index(each.part)))


def everything_said(terms: Terms) -> Iterator[Said]:
    """List each thing that a version says."""
    for section in terms.sections:
        words = "\n".join((section.heading, *section.paragraphs))
        yield Said(SECTIONS, section.key, section.heading, words)
    for seat in terms.seats:
        yield Said(SEATS, seat.key, seat.title, f"{sentences.seat(seat)}, {seat.category}")
    for office in terms.offices:
        yield Said(OFFICES, office.kind, office.kind.capitalize(), sentences.office(office))
    if terms.quorum:
        yield Said(QUORUM, "quorum", "Quorum", terms.quorum)
    for part, figures in sentences.OF_FIGURES.items():
        for field, say in figures.items():
            if words := say(terms.figures):
                yield Said(FIGURES, field, HEADINGS[part], words)
    for group in terms.sub_groups:
        yield Said(SUB_GROUPS, group.key or group.name.casefold(), group.name, sentences.sub_group(group))


def _difference(old: Said | None, new: Said | None) -> Difference | None:
    if old is None:
        return Difference(new.part, new.key, new.name, Became.ADDED, after=new.words) if new else None
    if new is None:
        return Difference(old.part, old.key, old.name, Became.REMOVED, before=old.words)
    if old.words == new.words:
        return None
    became = Became.RENAMED if old.name != new.name else Became.CHANGED
    return Difference(new.part, new.key, new.name, became, before=old.words, after=new.words)


def stretches(before: str, after: str) -> tuple[Stretch, ...]:
    """Mark the words that were kept, removed and added between two texts."""
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(a=[*map(str.strip, old)], b=[*map(str.strip, new)], autojunk=False)
    found: list[Stretch] = []
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch("".join(new[from_new:to_new])))
            continue
        found += [Stretch("".join(old[from_old:to_old]), "removed")] if to_old > from_old else []
        found += [Stretch("".join(new[from_new:to_new]), "added")] if to_new > from_new else []
    return tuple(found)
