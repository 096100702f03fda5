"""A report that came as a file: its parts under our headings, its recommendations apart, what stays behind named."""

import io
from dataclasses import replace

import pytest
from docx import Document

from shp_gov.documents import docx, report
from shp_gov.domain.report_sections import Contact, Contents
from shp_gov.importers.report_file import read
from shp_gov.inspection.clean_process import CLEAN
from shp_gov.inspection.kinds import Kind
from tests.documents.test_report import PAPER
from tests.importers.pack.samples import a_set_file
from tests.inspection.traps import DELETED, PLANTED, a_paragraph, a_run, a_word_file

USUAL = Contents(subject="Harbour lighting", report_of="Director of Neighbourhoods")


def a_report_file(*lines, bold=()):
    """Write a Word report as authors do: a line for each paragraph, headings in bold."""
    document = Document()
    for words in lines:
        document.add_paragraph().add_run(words).bold = words in bold or None
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_what_we_print_as_word_is_read_back_part_by_part():
    found = read(docx.report(PAPER), "report.docx", usual=Contents(subject="?")).contents

    assert (found.subject, found.report_of) == (PAPER.subject, PAPER.report_of)
    assert dict(found.sections) == {
        "purpose": "To propose new lamps along Harbour Road.",
        "background": "Forty lamps are older than thirty years:\n- twelve are dark;\n- nine flicker.\n\nSee A.",
        "financial": "The lamps cost £41,000, from the budget for lighting.",
        "reasons": "People do not walk where it is dark.",
    }
    assert [each.rstrip(".") for each in found.recommendations] == [each.rstrip(".") for each in PAPER.recommendations]
    assert found.background_papers == "Lamp survey, 2025"
    assert found.contacts == tuple(Contact(one.name, one.email, one.phone) for one in PAPER.contacts)
    assert found.appendices == ("Appendix A: map of the lamps", "Appendix B: prices (not for publication)")


def test_a_template_that_nobody_filled_in_says_nothing():
    bare = replace(
        PAPER, parts=(), recommendations=(), parts_after=(), background_papers="", contacts=(), appendices=()
    )

    found = read(docx.report_template(bare), "report.docx", usual=USUAL).contents

    assert (found.sections, found.recommendations, found.contacts, found.background_papers) == ((), (), (), "")


def test_a_template_that_was_filled_in_gives_what_was_written_and_none_of_the_prompts():
    filled = Document(io.BytesIO(docx.report_template(replace(PAPER, parts=(), recommendations=()))))
    for paragraph in filled.paragraphs:
        if paragraph.text.startswith("[Say in one"):
            paragraph.runs[0].text = "To propose new lamps."
        if paragraph.text.startswith("[That …]"):
            paragraph.runs[0].text = "That twelve lamps be replaced."
    file = io.BytesIO()
    filled.save(file)

    found = read(file.getvalue(), "report.docx", usual=USUAL).contents

    assert dict(found.sections)["purpose"] == "To propose new lamps."
    assert [each.rstrip(".") for each in found.recommendations] == ["That twelve lamps be replaced"]
    assert "[" not in repr(found)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("1. PURPOSE OF REPORT", "purpose"),
        ("2. Introduction and Background", "background"),
        ("3. Financial Implications", "financial"),
        ("4. CHILD POVERTY CONSIDERATIONS", "poverty"),
        ("Legal considerations", "legal"),
        ("5. EQUALITY & DIVERSITY CONSIDERATIONS", "equality"),
        ("6. PERFORMANCE MONITORING", "Performance monitoring"),
    ],
)
def test_a_heading_is_known_by_the_names_that_councils_use(heading, key):
    content = a_report_file(heading, "Nothing is to be said of it.", bold=(heading,))

    assert read(content, "report.docx", usual=USUAL).contents.sections == ((key, "Nothing is to be said of it."),)


def test_a_tracked_deletion_is_never_read_out():
    body = (
        a_paragraph(a_run("1. PURPOSE OF REPORT", "<w:b/>"))
        + a_paragraph(a_run("To propose lamps ") + DELETED + a_run("along the road."))
        + a_paragraph(a_run("2. RECOMMENDATIONS", "<w:b/>"))
        + a_paragraph(a_run("2.1 That lamps be replaced.") + DELETED)
    )
    content = a_word_file(body)

    found = read(CLEAN[Kind.WORD](content), "report.docx", usual=USUAL).contents

    assert dict(found.sections)["purpose"] == "To propose lamps along the road."
    assert PLANTED not in repr(found)


def test_what_the_print_cannot_show_is_named():
    document = Document()
    document.add_table(rows=1, cols=2).cell(0, 0).text = "Lamps"
    file = io.BytesIO()
    document.save(file)

    assert read(file.getvalue(), "report.docx", usual=USUAL).warning == (
        "The file has tables, which the printed report will not show as they are. Add them as appendices."
    )


def test_of_a_pdf_the_purpose_and_the_recommendations_are_read_out():
    found = read(report.render(PAPER), "report.pdf", usual=USUAL).contents

    assert [key for key, _ in found.sections] == ["purpose", "reasons"]
    assert len(found.recommendations) == 2
    assert found.subject == PAPER.subject


def test_a_picture_of_a_page_is_taken_and_says_that_nothing_could_be_read():
    found = read(a_set_file([]), "report.pdf", usual=USUAL)

    assert found.contents == USUAL
    assert found.warning.startswith("No words could be read out of the file.")
