"""A printed report: what it says and in which order, on paper and in Word; what we print we can read."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from shp_gov.documents import docx, report
from shp_gov.documents.content import text
from shp_gov.domain.papers import Exemption
from shp_gov.domain.report_paper import Contact, ReportAppendix, ReportPaper, ReportPart
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.schema import as_json
from tests.documents.examples import AWKWARD, imprint, words_of

LAMPS = "Forty lamps are older than thirty years:\n- twelve are dark;\n- nine flicker.\n\nSee A."
PAPER = ReportPaper(
    imprint=imprint(),
    on=date(2026, 9, 10),
    subject="Lamps along Harbour Road, and what becomes of the forty that are older than thirty years",
    report_of="Director of Neighbourhoods",
    item="6.1",
    parts=(
        ReportPart("Purpose of report", "To propose new lamps along Harbour Road."),
        ReportPart("Background", LAMPS),
        ReportPart("Financial considerations", "The lamps cost £41,000, from the budget for lighting."),
    ),
    recommendations=("That twelve lamps be replaced.", "That the rest be surveyed, as Appendix A proposes, by March."),
    parts_after=(ReportPart("Reasons for recommendations", "People do not walk where it is dark."),),
    background_papers="Lamp survey, 2025",
    contacts=(
        Contact("Grace Holloway", "grace.holloway@seaborough.example", "01632 960144"),
        Contact("Tom Beck", "tom.beck@seaborough.example"),
    ),
    appendices=(ReportAppendix("Appendix A: map of the lamps"), ReportAppendix("Appendix B: prices", is_exempt=True)),
)

SAID = [
    "SAFER SEABOROUGH PARTNERSHIP",
    "Thursday 10 September 2026",
    "Agenda item 6.1",
    "Report of:",
    "Director of Neighbourhoods",
    f"Subject: {PAPER.subject}",
    "1. Purpose of report",
    "1.1 To propose new lamps along Harbour Road.",
    "2. Background",
    "2.1 Forty lamps are older than thirty years:",
    "– twelve are dark;",
    "– nine flicker.",
    "2.2 See A.",
    "3. Financial considerations",
    "3.1 The lamps cost £41,000, from the budget for lighting.",
    "4. Recommendations",
    "(i) That twelve lamps be replaced.",
    "(ii) That the rest be surveyed, as Appendix A proposes, by March.",
    "5. Reasons for recommendations",
    "5.1 People do not walk where it is dark.",
    "6. Appendices",
    "– Appendix A: map of the lamps",
    "– Appendix B: prices (not for publication)",
    "7. Background papers",
    "7.1 Lamp survey, 2025",
    "8. Contact officers",
    "Grace Holloway",
    "Email: grace.holloway@seaborough.example",
    "Telephone: 01632 960144",
    "Tom Beck",
    "Email: tom.beck@seaborough.example",
]


def test_a_report_says_its_parts_in_the_order_of_every_council_report():
    assert text(report.story(PAPER)) == SAID


def test_a_part_with_no_words_has_no_heading_and_takes_no_number():
    bare = replace(PAPER, parts=PAPER.parts[:1], parts_after=(), background_papers="", appendices=())

    said = text(report.story(bare))

    assert [line for line in said if line[:2] in ("1.", "2.", "3.") and line[2] == " "] == [
        "1. Purpose of report",
        "2. Recommendations",
        "3. Contact officers",
    ]


def test_an_exempt_report_names_its_paragraph_and_the_public_interest():
    private = replace(PAPER, exemption=Exemption("3"), public_interest="The prices are still being negotiated.")

    said = " ".join(text(report.story(private)))

    assert "Exempt report. It is exempt under paragraph 3 of Part 1 of Schedule 12A" in said
    assert "The prices are still being negotiated." in said


def test_a_private_appendix_is_not_named_to_those_who_may_not_read_it():
    public = replace(PAPER, appendices=(ReportAppendix("", is_exempt=True, is_withheld=True),))

    assert "– An appendix that is not for publication" in text(report.story(public))


def test_odd_letters_and_markup_are_printed_as_words_in_both():
    odd = replace(PAPER, subject=f"Lamps {AWKWARD}", recommendations=(AWKWARD,), background_papers=AWKWARD)

    assert "<b>bold</b>" in words_of(report.render(odd))
    assert any("<b>bold</b>" in paragraph.text for paragraph in Document(BytesIO(docx.report(odd))).paragraphs)


@pytest.mark.parametrize(("name", "made"), [("report.pdf", report.render), ("report.docx", docx.report)])
def test_what_we_print_we_can_read(name, made):
    (read,) = as_json(read_pack(made(PAPER), name))["pack"]["reports"]

    assert read["report_of"] == PAPER.report_of
    assert read["title"] == PAPER.subject
    assert [each.rstrip(".") for each in read["recommendations"]] == [
        each.rstrip(".") for each in PAPER.recommendations
    ]
    assert read["appendices"][:1] == ["Appendix A"]
    assert [(each["name"], each["email"], each["phone"]) for each in read["contact_officers"]] == [
        (each.name, each.email, each.phone or None) for each in PAPER.contacts
    ]
