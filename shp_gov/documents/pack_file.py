"""The file of a pack while it grows: pages put in, bookmarks, furniture laid over, labels."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from shp_gov.documents import pack_pages
from shp_gov.documents.house_style import HEIGHT, WIDTH
from shp_gov.documents.pack_pages import Ink
from shp_gov.documents.pack_spool import Spool

DECORATION = b"/Artifact <</Type /Pagination>> BDC q /Furniture Do Q EMC\n"
NEWEST = "%PDF-1.7"
OF_A_TREE = ("/StructParents", "/Tabs")  # a page that is put in loses its place in the tree of its own file


class PackFile:
    """One version of a pack: the tagged front as it was printed, and what is put in behind it."""

    def __init__(self, front: BinaryIO, spool: BinaryIO) -> None:
        self.writer = PdfWriter(clone_from=PdfReader(front))
        self.writer.pdf_header = NEWEST
        self.spool = Spool(self.writer, spool)
        self.waiting = ""
        self.before, self.after = (self._stream(each) for each in (b"q\n", b"\nQ\n" + DECORATION))

    def _stream(self, content: bytes) -> Any:
        stream = StreamObject()
        stream.set_data(content)
        return self.writer._add_object(stream)

    def append_own(self, path: Path) -> list[bool]:
        """Put in all pages of a paper that was printed here; tell of each whether it is landscape."""
        with path.open("rb") as file, PdfReader(file) as reader:
            pages = [self.writer.add_page(page) for page in reader.pages]
        self._bookmark(pages[0])
        for page in pages:
            for name in OF_A_TREE:
                page.pop(NameObject(name), None)
        self.spool.put_away()
        return [False for _ in pages]

    def append_filed(self, page: Any, free: Ink) -> bool:
        """Put in a page that was uploaded, on a sheet of its own; tell whether that is landscape."""
        lies = pack_pages.placed(page, free)
        width, height = (HEIGHT, WIDTH) if lies.is_landscape else (WIDTH, HEIGHT)
        sheet = self.writer.add_page(PageObject.create_blank_page(width=width, height=height))
        self._bookmark(sheet)
        picture = pack_pages.as_picture(page, self.writer)
        sheet[NameObject("/Resources")] = _with_picture(DictionaryObject(), "/Page", picture)
        matrix = " ".join(f"{number:.5f}" for number in lies.matrix)
        sheet[NameObject("/Contents")] = self._stream(f"{matrix} cm /Page Do".encode())
        if links := pack_pages.links(page, lies.matrix):
            sheet[NameObject("/Annots")] = links
        self.spool.put_away()
        return lies.is_landscape

    def bookmark_next(self, title: str) -> None:
        """Add a line to the list beside the pages that leads to whatever is put in next."""
        self.waiting = title

    def _bookmark(self, page: Any) -> None:
        if self.waiting:
            self.writer.add_outline_item(title=self.waiting, page_number=page)
            self.waiting = ""

    def lay_over(self, furniture: PdfReader) -> None:
        """Lay head and foot over every page, as decoration that nobody reads aloud."""
        for page, drawn in zip(self.writer.pages, furniture.pages, strict=True):
            resources = pack_pages.resources_of(page)
            picture = pack_pages.as_picture(drawn, self.writer)
            page[NameObject("/Resources")] = _with_picture(resources, "/Furniture", picture)
            page[NameObject("/Contents")] = ArrayObject([self.before, page.raw_get("/Contents"), self.after])
        self.spool.put_away()

    def label(self, numbers: Iterable[int], prefix: str) -> None:
        """Let a reader of the file count pages as the paper does, also where pages are not in it."""
        runs = ArrayObject()
        last = None
        for place, number in enumerate(numbers):
            if last is None or number != last + 1:
                runs.extend((NumberObject(place), _label(number, prefix)))
            last = number
        labels = DictionaryObject({NameObject("/Nums"): runs})
        self.writer.root_object[NameObject("/PageLabels")] = self.writer._add_object(labels)

    def write(self, file: BinaryIO) -> None:
        """Write it down."""
        self.writer.write(file)


def _with_picture(resources: DictionaryObject, name: str, picture: Any) -> DictionaryObject:
    """Give the resources of one page with a drawing more; those of other pages stay as they are."""
    drawings: Any = resources.get("/XObject", DictionaryObject()).get_object()
    more = DictionaryObject({**_raw(drawings), NameObject(name): picture})
    return DictionaryObject({**_raw(resources), NameObject("/XObject"): more})


def _raw(values: Any) -> dict[Any, Any]:
    """Give what a dictionary holds as it is written there: references stay references."""
    return {name: values.raw_get(name) for name in values}


def _label(number: int, prefix: str) -> DictionaryObject:
    label = {NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(number)}
    return DictionaryObject({**label, **({NameObject("/P"): TextStringObject(prefix)} if prefix else {})})
