"""Invented packs for the tests: reports printed here, and PDFs as other people's programs make them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from shp_gov.documents import pack
from shp_gov.domain.pack import FiledPaper, Pack, PackPart
from shp_gov.domain.papers import AgendaItem, AgendaPaper, AgendaSection, Exemption
from shp_gov.domain.report_paper import ReportPaper, ReportPart
from tests.documents.examples import imprint

ON, OUT = date(2026, 7, 16), date(2026, 7, 8)
SENTENCE = "The lamps along Harbour Road are older than thirty years, and twelve of them have been dark since March. "


def a_report(subject: str = "Harbour lighting", *, item: str = "4.1", pages: int = 1, **more) -> ReportPaper:
    """Make a report that fills about so many pages."""
    paragraphs = "\n\n".join(f"{number} {SENTENCE * 3}" for number in range(pages * 9 - 8))
    usual = {"imprint": imprint(), "on": ON, "subject": subject, "report_of": "Director of Neighbourhoods"}
    usual |= {"item": item, "parts": (ReportPart("Background", paragraphs),), "recommendations": ("That it be noted.",)}
    return ReportPaper(**(usual | more))


def a_pdf(*words: str, size: tuple[float, float] = A4, rotate: int = 0, top: float = 100, **info: str) -> bytes:
    """Make a PDF with these words, a page each."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size[::-1] if rotate % 180 else size, invariant=1)
    for name, said in info.items():
        getattr(canvas, f"set{name.title()}")(said)
    for word in words:
        canvas.setPageRotation(rotate)
        canvas.drawString(70, size[1] - top, word)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class Folder:
    """Files kept by their hash, as the store keeps them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, content: bytes, name: str = "paper.pdf") -> FiledPaper:
        """Keep a file."""
        digest = sha256(content).hexdigest()
        (self.path / digest).write_bytes(content)
        return FiledPaper(digest, name)

    def fetch(self, digest: str) -> Path:
        """Say where a file is."""
        return self.path / digest


def a_part(number: int, paper: ReportPaper | FiledPaper, *, private: bool = False, **more) -> PackPart:
    """Make a part of a pack; a private one has words that nobody else may read."""
    exemption = Exemption("3") if private else None
    usual = {"key": f"report {number}", "item": f"4.{number}", "title": f"Paper {number}", "full": paper}
    usual |= {"public_title": f"Paper {number}", "public": None if private else paper, "exemption": exemption}
    return PackPart(**(usual | more))


def a_pack(parts: Iterable[PackPart], **more) -> Pack:
    """Make a pack whose agenda lists its parts."""
    parts = tuple(parts)
    is_private = any(part.is_withheld for part in parts)
    marks = {"is_restricted": True, "exempt_paragraphs": ("3",)} if is_private else {}
    usual = {
        "body": "Safer Seaborough Partnership",
        "on": ON,
        "version": 3,
        "published_on": OUT,
        "parts": parts,
        "record_hash": "a91f07c25d3e" + "0" * 52,
        "full_record_hash": "e40b91d72c68" + "0" * 52,
        "public_agenda": an_agenda(parts, public=True),
        "full_agenda": replace(an_agenda(parts, public=False), imprint=imprint(**marks)),
    }
    return Pack(**(usual | more))


def an_agenda(parts: Iterable[PackPart], *, public: bool) -> AgendaPaper:
    """Make the agenda that lists some parts."""
    items = tuple(_item(part, public) for part in parts)
    return AgendaPaper(imprint=imprint(), on=ON, sections=(AgendaSection(number="4", title="Business", items=items),))


def _item(part: PackPart, public: bool) -> AgendaItem:
    withheld = public and part.is_withheld
    title = part.public_title if withheld else part.title
    return AgendaItem(number=part.item, title=title, exemption=part.exemption, is_withheld=withheld)


def built(made: Pack, folder: Folder, *, restricted: bool = False) -> bytes:
    """Build one version of a pack."""
    file = BytesIO()
    with pack.bound(made, fetch=folder.fetch) as binding:
        binding.write(file, is_restricted=restricted)
    return file.getvalue()
