"""A pack, as plain values: the agenda in two renderings, and what follows it, in the order of the agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shp_gov.domain.errors import DomainError
from shp_gov.domain.papers import DEFAULT_COLOUR, ActionLogPaper, AgendaPaper, AgendaSection, Exemption, MinutesPaper
from shp_gov.domain.report_paper import ReportPaper


class PackRefused(DomainError):
    """A pack cannot be built, or would say what it must not."""


@dataclass(frozen=True)
class FiledPaper:
    """A PDF that somebody uploaded, by the hash of its bytes."""

    sha256: str
    filename: str


Paper = ReportPaper | MinutesPaper | ActionLogPaper | FiledPaper


@dataclass(frozen=True, kw_only=True)
class PackPart:
    """One paper of a pack. `full` is for those entitled, `public` for everybody; what is withheld has no `public`."""

    key: str
    item: str
    title: str
    public_title: str
    full: Paper
    public: Paper | None
    exemption: Exemption | None = None
    of: str = ""

    @property
    def is_withheld(self) -> bool:
        """Tell whether the public gets one sheet in its place."""
        return self.public is None


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A pack or a supplement. Its pages are numbered from `start`, with `prefix` before the number."""

    body: str
    on: date
    version: int
    published_on: date
    public_agenda: AgendaPaper
    full_agenda: AgendaPaper
    parts: tuple[PackPart, ...] = ()
    title: str = "Agenda"
    record_hash: str = ""
    full_record_hash: str = ""
    colour: str = DEFAULT_COLOUR
    prefix: str = ""
    start: int = 1
    is_draft: bool = False

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """List the paragraphs that keep something of it from the public."""
        private = (part.exemption.paragraph for part in self.parts if part.exemption and part.exemption.paragraph)
        papers = [part.full for part in self.parts if not isinstance(part.full, FiledPaper)]
        printed = (each for paper in (self.full_agenda, *papers) for each in paper.imprint.exempt_paragraphs)
        return tuple(sorted({*private, *printed} - {"", "not stated"}))

    @property
    def holds_private_words(self) -> bool:
        """Tell whether there is anything that the public does not read, and so a restricted version."""
        is_apart = any(part.public != part.full for part in self.parts)
        return is_apart or self.full_agenda.imprint.is_restricted


@dataclass(frozen=True)
class PartPages:
    """Where a part stands in the pack: the same in both versions."""

    key: str
    item: str
    first: int
    last: int


@dataclass(frozen=True)
class PackPages:
    """How the pages of a pack are numbered: its front, each part, and the last number."""

    prefix: str
    start: int
    front: int
    last: int
    parts: tuple[PartPages, ...]
    public_sheets: int = 0

    def words(self, first: int, last: int) -> str:
        """Write which pages: "3 to 8", "S1"."""
        return f"{self.prefix}{first}" if first == last else f"{self.prefix}{first} to {self.prefix}{last}"

    def of_item(self, item: str) -> str:
        """Write on which pages the papers of an item are, or nothing."""
        mine = [part for part in self.parts if part.item == item]
        return self.words(mine[0].first, mine[-1].last) if mine else ""


def numbered(pack: Pack, front: int, counts: Sequence[int]) -> PackPages:
    """Number the pages of a pack: its front, then each part after the other."""
    parts, last = [], pack.start + front - 1
    for part, pages in zip(pack.parts, counts, strict=True):
        parts.append(PartPages(part.key, part.item, last + 1, last + pages))
        last += pages
    withheld = sum(pages - 1 for part, pages in zip(pack.parts, counts, strict=True) if part.is_withheld)
    return PackPages(pack.prefix, pack.start, front, last, tuple(parts), last - pack.start + 1 - withheld)


def with_pages(paper: AgendaPaper, pages: PackPages) -> AgendaPaper:
    """Say at each item of an agenda on which pages its papers are."""
    return replace(paper, sections=tuple(_paged(section, pages) for section in paper.sections))


def _paged(section: AgendaSection, pages: PackPages) -> AgendaSection:
    items = tuple(replace(item, pages=pages.of_item(item.number) or item.pages) for item in section.items)
    return replace(section, items=items, pages=section.pages if items else pages.of_item(section.number))
