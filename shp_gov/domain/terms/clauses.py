"""The clauses of a version with their numbers: "3.2" stays the same on the page, on paper and in a citation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shp_gov.domain.terms import sentences
from shp_gov.domain.terms.version import CATEGORIES, Section, Terms

MEMBERSHIP, OFFICES, MEETINGS, ATTENDANCE = "membership", "offices", "meetings", "attendance"
QUORUM, VOTING, WORK, SUB_GROUPS, REVIEW = "quorum", "voting", "work", "sub-groups", "review"
HEADINGS = {
    MEMBERSHIP: "Membership",
    OFFICES: "Chair and vice-chair",
    MEETINGS: "Meetings",
    ATTENDANCE: "Attendance and substitutes",
    QUORUM: "Quorum",
    VOTING: "Decisions",
    WORK: "Plan and performance",
    SUB_GROUPS: "Sub-groups",
    REVIEW: "Review",
}

# What terms say in words only, and nothing checks by itself: the word to find its clause by.
WORDED = {"co-opted": "co-opt", "new_members_agreed": "new member"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered clause. `about` says which fact of the terms it is, where it is one."""

    number: str
    words: str
    about: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One numbered section with its clauses."""

    number: int
    key: str
    heading: str
    clauses: tuple[Clause, ...]


Saying = tuple[str, str, tuple[str, ...]]


def parts(terms: Terms) -> tuple[Part, ...]:
    """Number every section and clause: first the words of a section, then what can be checked in it."""
    written = {section.key for section in terms.sections}
    left = [Section(key=key, heading=HEADINGS[key]) for key in SAID if key not in written and [*SAID[key](terms)]]
    return tuple(_part(number, section, terms) for number, section in enumerate((*terms.sections, *left), start=1))


def _part(number: int, section: Section, terms: Terms) -> Part:
    said: list[Saying] = [(words, "", ()) for words in section.paragraphs]
    said += SAID[section.key](terms) if section.key in SAID else ()
    clauses = (
        Clause(f"{number}.{place}", words, about, lines) for place, (words, about, lines) in enumerate(said, start=1)
    )
    return Part(number, section.key, section.heading, tuple(clauses))


def citations(terms: Terms) -> dict[str, str]:
    """Cite the clause on each thing, by what it is about: "Terms of reference version 3, clause 2.1 (Quorum)"."""
    numbered = [(part, clause) for part in parts(terms) for clause in part.clauses]
    said = {clause.about: _cite(terms, part, clause) for part, clause in numbered if clause.about}
    for about, word in WORDED.items():
        found = next((_cite(terms, part, clause) for part, clause in numbered if word in clause.words), None)
        if found:
            said.setdefault(about, found)
    return said


def _cite(terms: Terms, part: Part, clause: Clause) -> str:
    return f"{terms.title}, clause {clause.number} ({part.heading})"


def _membership(terms: Terms) -> Iterator[Saying]:
    for category, heading in CATEGORIES.items():
        if lines := tuple(sentences.seat(seat) for seat in terms.seats if seat.category == category):
            yield f"{heading}:", f"seats: {category}", lines
    yield from _figures(MEMBERSHIP, terms)


def _offices(terms: Terms) -> Iterator[Saying]:
    for office in terms.offices:
        yield sentences.office(office), office.kind, ()


def _quorum(terms: Terms) -> Iterator[Saying]:
    if terms.quorum:
        yield terms.quorum, QUORUM, ()


def _sub_groups(terms: Terms) -> Iterator[Saying]:
    for group in terms.sub_groups:
        yield sentences.sub_group(group), f"sub-group: {group.name}", ()


def _figures(part: str, terms: Terms) -> Iterator[Saying]:
    for about, say in sentences.OF_FIGURES[part].items():
        if words := say(terms.figures):
            yield words, about, ()


def _only_figures(part: str) -> Callable[[Terms], Iterator[Saying]]:
    return lambda terms: _figures(part, terms)


SAID: dict[str, Callable[[Terms], Iterator[Saying]]] = {
    MEMBERSHIP: _membership,
    OFFICES: _offices,
    MEETINGS: _only_figures(MEETINGS),
    ATTENDANCE: _only_figures(ATTENDANCE),
    QUORUM: _quorum,
    VOTING: _only_figures(VOTING),
    WORK: _only_figures(WORK),
    SUB_GROUPS: _sub_groups,
    REVIEW: _only_figures(REVIEW),
}
