"""Head and foot of every page of a Word file: what it is, which version, which page."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor

from shp_gov.documents.characters import printable
from shp_gov.documents.wording import edition, joined, record, status
from shp_gov.domain.papers import Imprint

WHITE, BLACK = RGBColor(255, 255, 255), RGBColor(0, 0, 0)


def furnish(document: Any, imprint: Imprint, running: str) -> None:
    """Write the head and the foot of a document."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for head in (section.header, section.first_page_header):
        _mark(head.paragraphs[0], imprint)
    section.header.add_paragraph(f"{printable(imprint.body)}. {printable(running)}", style="Header")
    for foot in (section.footer, section.first_page_footer):
        foot.paragraphs[0].add_run(status(imprint)).bold = True
        foot.paragraphs[0].runs[0].font.color.rgb = BLACK
        foot.add_paragraph(joined(edition(imprint), record(imprint), by=". "), style="Footer")
        _number(foot.add_paragraph(style="Footer"))


def _mark(paragraph: Any, imprint: Imprint) -> None:
    """Mark a draft with an outlined word, and what is not for publication with a black band."""
    words = [status(imprint)] if imprint.is_restricted else ["DRAFT"] if imprint.is_draft else []
    for word in words:
        run = paragraph.add_run(word)
        run.bold = True
        run.font.color.rgb = WHITE if imprint.is_restricted else BLACK
        run._r.get_or_add_rPr().append(parse_xml(_band() if imprint.is_restricted else _outline()))


def _band() -> str:
    return f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="000000"/>'


def _outline() -> str:
    return f'<w:bdr {nsdecls("w")} w:val="single" w:sz="10" w:space="2" w:color="000000"/>'


def _number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words).bold = True
        code = (
            f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
        )
        paragraph._p.append(parse_xml(code))
