"""The papers of a pack, each set once as a PDF on disk, and how many pages each has."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shp_gov.documents import action_log, agenda, minutes, pack_pages, report
from shp_gov.documents.content import Room, Story, Text
from shp_gov.documents.furniture import print_bare
from shp_gov.documents.house_style import FIRST_TOP
from shp_gov.documents.wording import day, exempt_because
from shp_gov.domain.pack import FiledPaper, Pack, PackPages, PackPart, Paper, with_pages
from shp_gov.domain.papers import ActionLogPaper, AgendaPaper, Imprint, MinutesPaper
from shp_gov.domain.report_paper import ReportPaper

BLANK = "This page is blank, so that pages have the same numbers in the public and in the restricted version."
NOTICE_AT = 150
Fetch = Callable[[str], Path]  # from the hash of a file to where its bytes are


@dataclass(frozen=True)
class Leaf:
    """A paper as a PDF: where it is, how many pages it has, and its name if somebody uploaded it."""

    path: Path
    pages: int
    filename: str = ""


@dataclass(frozen=True)
class Bound:
    """A part of a pack with its papers as PDFs."""

    part: PackPart
    full: Leaf
    public: Leaf | None

    @property
    def pages(self) -> int:
        """Count its pages: in both versions as many as the longer one has."""
        return max(self.full.pages, self.public.pages if self.public else 0)


class Press:
    """Prints the papers of one pack into a folder."""

    def __init__(self, pack: Pack, *, folder: Path, fetch: Fetch) -> None:
        self.pack, self.folder, self.fetch = pack, folder, fetch
        self.printed = 0

    def bind(self, part: PackPart) -> Bound:
        """Set the papers of a part; where both versions are the same, once."""
        full = self._leaf(part.full)
        if part.public is None:
            return Bound(part, full, None)
        return Bound(part, full, full if part.public == part.full else self._leaf(part.public))

    def _leaf(self, paper: Paper) -> Leaf:
        if not isinstance(paper, FiledPaper):
            return self._print(_story(paper), paper.imprint)
        path = self.fetch(paper.sha256)
        return Leaf(path, pack_pages.count(path, paper.filename), paper.filename)

    def front(self, paper: AgendaPaper, pages: PackPages) -> Leaf:
        """Set the agenda of one version, with the pages of its papers."""
        story = agenda.story(with_pages(paper, pages), title=self.pack.title)
        version = "restricted version, " if paper is self.pack.full_agenda and self.pack.holds_private_words else ""
        title = f"{self.pack.title} and papers, {version}{day(self.pack.on)}"
        return self._print(story, paper.imprint, title=title, first_top=FIRST_TOP)

    def notice(self, part: PackPart, pages: str) -> Leaf:
        """Set the sheet that stands for what is withheld: its public title and its paragraph, nothing else."""
        named = f"Item {part.item}, {part.public_title}," if part.item else f"{part.public_title}"
        why = exempt_because(part.exemption, named) if part.exemption else f"{named} is not for publication."
        plural = "are" if " to " in pages else "is"
        heading = f"Pack page{'s' if plural == 'are' else ''} {pages} {plural} not in this version"
        return self._print([Room(space=NOTICE_AT), Text(heading, "lead"), Text(why)], self.pack.public_agenda.imprint)

    def blank(self) -> Leaf:
        """Set a page that only keeps the numbers of both versions the same."""
        return self._print([Room(space=NOTICE_AT), Text(BLANK, "note")], self.pack.public_agenda.imprint)

    def _print(self, story: Story, imprint: Imprint, *, title: str = "Paper", first_top: float = 72) -> Leaf:
        content, pages = print_bare(story, imprint, title=title, first_top=first_top)
        self.printed += 1
        path = self.folder / f"{self.printed}.pdf"
        path.write_bytes(content)
        return Leaf(path, pages)


def _story(paper: ReportPaper | MinutesPaper | ActionLogPaper) -> Story:
    if isinstance(paper, ReportPaper):
        return report.story(paper)
    return minutes.story(paper) if isinstance(paper, MinutesPaper) else action_log.story(paper)
