"""Packs of the Safer Seaborough Partnership as files an officer would have: text, Word and PDF. All invented."""

import io
from datetime import date
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

PACKS = Path(__file__).parents[1] / "importers" / "pack" / "packs"
PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=7)
TODAY = """SAFER SEABOROUGH PARTNERSHIP AGENDA

{later}

at 2.00 pm

in the Harbour Suite, Guildhall, Seaborough

MEMBERS: SAFER SEABOROUGH PARTNERSHIP

Responsible authority members:

Councillor Morwenna Trelease, Elected Member, Seaborough Borough Council

Priya Ramanathan, Head of Community Safety, Seaborough Borough Council

Other members:

Beatrix Holm, Chief Executive, Seaborough Voluntary Action

1. APOLOGIES FOR ABSENCE

2. MINUTES

2.1 To confirm the minutes of the meeting held on {today}

SAFER SEABOROUGH PARTNERSHIP MINUTES AND DECISION RECORD

{today}

The meeting commenced at 10.00 am in the Harbour Suite, Guildhall, Seaborough

Present:

Responsible authority members:

Councillor: Morwenna Trelease (In the Chair)

Priya Ramanathan, Head of Community Safety

Other members:

Beatrix Holm, Seaborough Voluntary Action

Officers: Dilys Penrose, Principal Democratic Services Officer

12. Apologies for Absence

There were none.

13. Action Log (Principal Democratic Services Officer)

Issue(s) for consideration

Members went through what had been done since the spring.

Decision

That the action log be noted.

The meeting concluded at 10.40 am

CHAIR
"""


def published(name: str) -> str:
    """Read one of the published packs."""
    return (PACKS / f"{name}.txt").read_text(encoding="utf-8")


def of_a_meeting_held(today: date, *, later: date) -> bytes:
    """Write a pack with the minutes of a meeting that was held today, and the agenda of the next."""
    return TODAY.format(today=_long(today), later=_long(later)).encode()


def as_word(text: str) -> bytes:
    """Make a Word file of a pack, a paragraph for each line."""
    document, file = Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def as_pdf(text: str) -> bytes:
    """Print a pack as a PDF, a paragraph for each line."""
    file = io.BytesIO()
    words = [line.replace("&", "&amp;").replace("<", "&lt;") for line in text.splitlines() if line.strip()]
    SimpleDocTemplate(file, pagesize=A4, invariant=1).build([Paragraph(line, PLAIN) for line in words])
    return file.getvalue()


def _long(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
