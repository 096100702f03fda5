"""What was read, as parts that an officer can check: each entry with its place, its lines and its values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Value:
    """One value that was read, and where in the reading it stands."""

    path: str
    label: str
    value: str
    is_long: bool = False

    @property
    def choices(self) -> Mapping[str, str]:
        """Give what can stand here, where it is not any words."""
        return CHOICES.get(self.path.rpartition(".")[2], {})


@dataclass(frozen=True)
class Entry:
    """One thing that was read: its values, the lines it comes from and how sure we are."""

    path: str
    title: str
    values: tuple[Value, ...]
    first: int
    last: int
    page: int | None
    confidence: str

    @property
    def can_go(self) -> bool:
        """Tell whether this is one of several, which can be taken out of the reading."""
        return self.path.rpartition(".")[2].isdecimal()

    def covers(self, line: int) -> bool:
        """Tell whether this comes from a line."""
        return self.first <= line <= self.last


@dataclass(frozen=True)
class Part:
    """A kind of thing in a pack: where it stands in the reading, and the values to show of each."""

    slug: str
    heading: str
    where: str
    title: str
    fields: tuple[tuple[str, str], ...]


YES_OR_NO = {"yes": "Yes", "no": "No"}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "category": {
        "": "Not stated",
        "responsible_authority": "Responsible authority",
        "other": "Other member",
        "co_opted": "Co-opted",
        "adviser": "Adviser",
    },
    "is_urgent": YES_OR_NO,
    "is_exempt": YES_OR_NO,
}
PERSON = (("name", "Name"), ("post", "Post"), ("organisation", "Organisation"))
PARTS = (
    Part(
        "agenda",
        "The meeting that the agenda calls",
        "agenda",
        "body",
        (("body", "Partnership"), ("meeting_on", "Date"), ("planned_start", "Time"), ("venue", "Place")),
    ),
    Part("members", "Members", "agenda.members", "name", (*PERSON, ("category", "Category"))),
    Part("invited", "Also invited", "agenda.also_invited", "name", PERSON),
    Part(
        "items",
        "Agenda items",
        "agenda.items",
        "title",
        (
            ("number", "Number"),
            ("title", "Title"),
            ("presenter", "Presented by"),
            ("section", "Section"),
            ("is_exempt", "Exempt"),
        ),
    ),
    Part(
        "meeting",
        "The meeting whose minutes these are",
        "minutes",
        "body",
        (
            ("meeting_on", "Date"),
            ("start", "Started at"),
            ("end", "Ended at"),
            ("venue", "Place"),
            ("chair", "In the chair"),
            ("confirmed_minutes_of", "Confirmed the minutes of"),
            ("next_meeting_on", "Next meeting"),
        ),
    ),
    Part("present", "Present", "minutes.present", "name", PERSON),
    Part("substitutes", "Substitutes", "minutes.substitutes", "name", (*PERSON, ("substitute_for", "Substitute for"))),
    Part("also-present", "Also present", "minutes.also_present", "name", PERSON),
    Part("officers", "Officers", "minutes.officers", "name", PERSON),
    Part("apologies", "Apologies", "minutes.apologies", "name", PERSON),
    Part(
        "minutes",
        "Minutes",
        "minutes.minutes",
        "title",
        (
            ("number", "Number"),
            ("title", "Title"),
            ("presenter", "Presented by"),
            ("is_urgent", "Urgent"),
            ("is_exempt", "Exempt"),
        ),
    ),
    Part("decisions", "Decisions", "minutes.minutes.*.decisions", "words", (("words", "Words"),)),
    Part(
        "reports",
        "Reports",
        "reports",
        "title",
        (("item_number", "Agenda item"), ("title", "Subject"), ("report_of", "Report of")),
    ),
)
LONG = frozenset({"words", "title"})


def part_called(slug: str) -> Part | None:
    """Find a part by its slug."""
    return next((part for part in PARTS if part.slug == slug), None)


def entries(part: Part, reading: Json) -> list[Entry]:
    """List what was read of one part, in the order of the pack."""
    return [_entry(part, path, read) for path, read in _at(reading, part.where.split("."), "")]


def all_entries(reading: Json) -> list[tuple[Part, Entry]]:
    """List everything that was read, part by part."""
    return [(part, entry) for part in PARTS for entry in entries(part, reading)]


def at_line(line: int, read: Sequence[tuple[Part, Entry]], sentence: str) -> list[tuple[Part, Entry]]:
    """Find what was read from a line: what the sentence names first, then what comes from the fewest lines."""
    covering = [found for found in read if found[1].covers(line)]
    covering.sort(key=lambda found: (found[1].title not in sentence, found[1].last - found[1].first))
    fewest = min((entry.last - entry.first for _, entry in covering), default=0)
    return [each for each in covering if each[1].last - each[1].first <= fewest or each[1].title in sentence]


def _at(read: Any, way: list[str], path: str) -> Iterator[tuple[str, Json]]:
    if isinstance(read, list):
        rest = way[1:] if way and way[0] == "*" else way
        for number, each in enumerate(read):
            yield from _at(each, rest, f"{path}.{number}")
    elif way and isinstance(read, Mapping):
        yield from _at(read.get(way[0]), way[1:], f"{path}.{way[0]}".lstrip("."))
    elif isinstance(read, Mapping):
        yield path, read


def _entry(part: Part, path: str, read: Json) -> Entry:
    source = read.get("source") or {}
    values = tuple(Value(f"{path}.{name}", label, _words(read.get(name)), name in LONG) for name, label in part.fields)
    first = source.get("first", 0)
    return Entry(
        path=path,
        title=_words(read.get(part.title)) or "(not read)",
        values=values,
        first=first,
        last=source.get("last", first),
        page=source.get("page"),
        confidence=read.get("confidence", "certain"),
    )


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
