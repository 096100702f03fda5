"""The pack: agenda and papers in one file. Page n is the same page in the public and in the restricted version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO

from pypdf import PdfReader

from shp_gov.documents import pack_pages
from shp_gov.documents.pack_file import PackFile
from shp_gov.documents.pack_furniture import Sheet, draw, marking
from shp_gov.documents.pack_leaves import Bound, Fetch, Leaf, Press
from shp_gov.documents.wording import joined
from shp_gov.domain.pack import Pack, PackPages, numbered
from shp_gov.domain.papers import MinutesPaper


@contextmanager
def bound(pack: Pack, *, fetch: Fetch) -> Iterator["Binding"]:
    """Set every paper of a pack once, and number its pages. What was set is there until this ends."""
    with TemporaryDirectory() as folder:
        yield Binding(pack, Press(pack, folder=Path(folder), fetch=fetch))


class Binding:
    """A pack whose pages are numbered, ready to be written in either version."""

    def __init__(self, pack: Pack, press: Press) -> None:
        self.pack, self.press = pack, press
        self.bound = [press.bind(part) for part in pack.parts]
        counts = [each.pages for each in self.bound]
        about = numbered(pack, 1, counts)
        front = max(press.front(paper, about).pages for paper in (pack.public_agenda, pack.full_agenda))
        self.pages: PackPages = numbered(pack, front, counts)

    def write(self, file: BinaryIO, *, is_restricted: bool = False) -> None:
        """Write one version of the pack."""
        front = self.press.front(self.pack.full_agenda if is_restricted else self.pack.public_agenda, self.pages)
        with front.path.open("rb") as printed, TemporaryFile(dir=self.press.folder) as spool:
            self._write(PackFile(printed, spool), front, is_restricted).write(file)

    def _write(self, made: PackFile, front: Leaf, is_restricted: bool) -> PackFile:
        sheets = [Sheet(self.pages.start + place, is_first=place == 0) for place in range(self.pages.front)]
        self._pad(made, self.pages.front - front.pages)
        for each in self.bound:
            sheets += self._put_in(made, each, is_restricted)
        self._finish(made, sheets, is_restricted)
        return made

    def _finish(self, made: PackFile, sheets: list[Sheet], is_restricted: bool) -> None:
        marks = marking(self.pack, self.pages, is_restricted=is_restricted)
        over = self.press.folder / "furniture.pdf"
        over.write_bytes(draw(sheets, marks))
        with over.open("rb") as drawn, PdfReader(drawn) as reader:
            made.lay_over(reader)
        made.label([sheet.number for sheet in sheets], self.pages.prefix)

    def _put_in(self, made: PackFile, each: Bound, is_restricted: bool) -> list[Sheet]:
        """Put in a part, or the one sheet that stands for it; tell what is drawn on its pages beside it."""
        part = each.part
        place = next(place for place in self.pages.parts if place.key == part.key)
        leaf, title = (each.full, part.title) if is_restricted else (each.public, part.public_title)
        if leaf is None:
            title = f"{title} (not in this version)"
            leaf = self.press.notice(part, self.pages.words(place.first, place.last))
        made.bookmark_next(joined(part.item, title, by=" "))
        lies = _append(made, leaf)
        if each.public or is_restricted:
            self._pad(made, each.pages - leaf.pages)
            lies += [False] * (each.pages - leaf.pages)
        is_draft = isinstance(part.full, MinutesPaper) and part.full.imprint.is_draft
        item = f"Item {part.item}" if part.item else ""
        return [
            Sheet(place.first + number, item, is_draft=is_draft, is_landscape=is_landscape)
            for number, is_landscape in enumerate(lies)
        ]

    def _pad(self, made: PackFile, count: int) -> None:
        """Fill up with blank pages what is shorter than the same part of the other version."""
        for _ in range(count):
            made.append_own(self.press.blank().path)


def _append(made: PackFile, leaf: Leaf) -> list[bool]:
    if not leaf.filename:
        return made.append_own(leaf.path)
    with pack_pages.opened(leaf.path, leaf.filename) as reader:
        free = pack_pages.ink(leaf.path)
        return [made.append_filed(page, ink) for page, ink in zip(reader.pages, free, strict=True)]
