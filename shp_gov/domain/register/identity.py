"""Who is who: the names a body has printed, brought to people without guessing two of them into one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from shp_gov.domain.names import person_name, titles_match

SHORTEST_SPELT_ALIKE = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as printed, on which day, and in which list. In one list two lines are two people."""

    printed: str
    on: date
    group: str


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means: the key of a person; or nobody yet, with the keys of those it may be."""

    person: str | None
    candidates: tuple[str, ...] = ()


@dataclass
class Known:
    """A name that a body knows: its words, the ranks printed with it, and where it stands."""

    key: str
    words: tuple[str, ...]
    is_bare: bool
    first_on: date = date.max
    titles: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)

    @property
    def order(self) -> tuple[bool, int, int, date, str]:
        """Give the fullest names first, then those first printed."""
        full = sum(len(word) > 1 for word in self.words)
        return (self.is_bare, -full, -len(self.words), self.first_on, self.key)


def name_key(printed: str) -> str:
    """Give the form that spellings of one name share. A family name alone keeps its rank or honorific."""
    name = person_name(printed)
    if _is_bare(name.plain):
        return " ".join(re.findall(r"[^\W\d_]+", f"{name.title} {name.key}".casefold())) or printed.casefold().strip()
    return name.key or printed.casefold().strip()


def _is_bare(plain: str) -> bool:
    return len(plain.split()) == 1


def known_names(mentions: Iterable[Mention]) -> dict[str, Known]:
    """Gather the names of a body from every line that prints one."""
    found: dict[str, Known] = {}
    for mention in mentions:
        name = person_name(mention.printed)
        key = name_key(mention.printed)
        known = found.setdefault(key, Known(key, tuple(name.key.split()) or (key,), _is_bare(name.plain)))
        known.first_on = min(known.first_on, mention.on)
        known.titles.add(name.title)
        known.groups.add(mention.group)
    return found


def who_is_who(mentions: Iterable[Mention], settled: Mapping[str, int]) -> dict[str, Meant]:
    """Say whom each name means. It depends on the names alone, never on the order in which they came."""
    names = known_names(mentions)
    people: dict[str, Known] = {}
    meant = _settled(names, settled, people)
    for known in sorted(names.values(), key=lambda name: name.order):
        if known.key not in meant:
            meant[known.key] = _meaning(known, people)
            _keep(known, meant[known.key], people)
    return meant


def _settled(names: Mapping[str, Known], settled: Mapping[str, int], people: dict[str, Known]) -> dict[str, Meant]:
    groups: dict[int, list[Known]] = defaultdict(list)
    for key, person in settled.items():
        if key in names:
            groups[person].append(names[key])
    meant: dict[str, Meant] = {}
    for group in groups.values():
        first, *others = sorted(group, key=lambda name: name.order)
        for known in (first, *others):
            meant[known.key] = Meant(first.key)
            _keep(known, meant[known.key], people)
    return meant


def _keep(known: Known, meant: Meant, people: dict[str, Known]) -> None:
    if meant.person is None:
        return
    person = people.setdefault(meant.person, known)
    person.groups |= known.groups
    person.titles |= known.titles


def _meaning(known: Known, people: Mapping[str, Known]) -> Meant:
    others = [person for person in people.values() if not person.groups & known.groups]
    fitting = [person for person in others if _fits(known, person)]
    sure = [person for person in fitting if _titles_fit(known, person)]
    if len(sure) == 1:
        return Meant(sure[0].key)
    doubtful = sure or fitting or [person for person in others if _may_be_misspelt(known, person)]
    return Meant(None, tuple(sorted(person.key for person in doubtful))) if doubtful else Meant(known.key)


def _may_be_misspelt(known: Known, person: Known) -> bool:
    """Tell whether a name is a letter away from one that was printed before it."""
    return person.order < known.order and _spelt_alike(known, person)


def _fits(short: Known, full: Known) -> bool:
    if short.is_bare:
        return full.words[-len(short.words) :] == short.words
    if full.is_bare or short.words[-1] != full.words[-1]:
        return False
    return all(_initial_fits(a, b) for a, b in zip(short.words[:-1], full.words[:-1], strict=False))


def _initial_fits(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _titles_fit(one: Known, other: Known) -> bool:
    return any(titles_match(a, b) for a in one.titles for b in other.titles)


def _spelt_alike(one: Known, other: Known) -> bool:
    if one.is_bare or other.is_bare or len(one.words) != len(other.words):
        return False
    differing = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    return len(differing) == 1 and one_letter_apart(*differing[0])


def one_letter_apart(one: str, other: str, *, shortest: int = SHORTEST_SPELT_ALIKE) -> bool:
    """Tell whether two words differ by one letter, left out, put in, changed or swapped, but not in their first."""
    short, long = sorted((one, other), key=len)
    if len(short) < shortest or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped


def fullest(printed: Sequence[tuple[date, str]]) -> tuple[date, str]:
    """Choose the name to show: a full one before a family name alone, then the newest, then the longest."""
    return max(printed, key=lambda line: (not _is_bare(person_name(line[1]).plain), line[0], len(line[1]), line[1]))
