"""A Word document reads as it looks in Word: its own numbers, its accepted changes, its tables."""

import io

import docx
import pytest

from shp_gov.importers.pack import word
from shp_gov.importers.pack.lines import UnreadableFile
from tests.importers.pack.samples import (
    NAMES,
    a_list,
    a_list_like,
    a_paragraph,
    a_run,
    a_table,
    a_word_file,
    an_archive,
    an_item,
    said,
)

BULLET = ("bullet", "•", 1)
AGENDA_LIST = a_list(1, ("decimal", "%1.", 1), ("decimal", "%1.%2", 1), ("lowerRoman", "(%3)", 1))


def read(body: str, **parts: str) -> list[str]:
    return said(word.read(a_word_file(body, **parts)))


def test_paragraphs_are_parted_by_an_empty_line():
    lines = word.read(a_word_file(a_paragraph("Declarations of interest") + a_paragraph("None.")))

    assert [(line.number, line.text) for line in lines] == [(1, "Declarations of interest"), (2, ""), (3, "None.")]


def test_the_numbers_that_word_counts_are_restored():
    body = an_item("Minutes") + an_item("Items for decision") + an_item("Taxi marshals", depth=1)
    body += an_item("Patrol plan", depth=1) + an_item("Urgent business") + an_item("None", depth=1)

    assert read(body, numbering=AGENDA_LIST) == [
        "1. Minutes",
        "2. Items for decision",
        "2.1 Taxi marshals",
        "2.2 Patrol plan",
        "3. Urgent business",
        "3.1 None",
    ]


def test_the_items_of_a_list_stand_together():
    lines = word.read(a_word_file(an_item("Minutes") + an_item("Reports") + a_paragraph("Next"), numbering=AGENDA_LIST))

    assert [line.text for line in lines] == ["1. Minutes", "2. Reports", "", "Next"]


def test_a_list_goes_on_counting_from_another_unless_it_restarts():
    numbering = AGENDA_LIST + a_list_like(1, 2) + a_list_like(1, 3, restarts_at=58)
    body = an_item("One") + an_item("Two", number=2) + an_item("Apologies", number=3) + an_item("Minutes", number=3)

    assert read(body, numbering=numbering) == ["1. One", "2. Two", "58. Apologies", "59. Minutes"]


def test_a_list_may_come_from_the_style():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Minute"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Urgent"><w:basedOn w:val="Minute"/></w:style>'
    )
    body = "".join(
        a_paragraph(words, properties=f'<w:pStyle w:val="{style}"/>')
        for words, style in (("A", "Minute"), ("B", "Urgent"))
    )

    assert read(body, numbering=AGENDA_LIST, styles=styles) == ["1. A", "2. B"]


def test_a_bullet_is_a_dash_and_an_empty_one_goes_to_the_next_item():
    numbering = a_list(1, BULLET, BULLET) + a_list(2, BULLET, ("lowerRoman", "(%2)", 1))
    body = (
        an_item("Police") + an_item("Patrols", depth=1) + an_item("", number=1) + an_item("Agreed.", number=2, depth=1)
    )

    assert read(body, numbering=numbering) == ["- Police", "  - Patrols", "- (i) Agreed."]


def test_bold_and_italic_words_are_marked():
    body = a_paragraph("4.1 Taxi marshals ", a_run("Director of Public Health", "<w:i/>"))
    body += a_paragraph(a_run("Deci", "<w:b/>"), a_run("sion", "<w:b/>")) + a_paragraph(
        a_run("plain", '<w:b w:val="0"/>')
    )

    assert read(body) == ["4.1 Taxi marshals *Director of Public Health*", "**Decision**", "plain"]


def test_italics_may_come_from_a_style():
    styles = '<w:style w:type="paragraph" w:styleId="Presenter"><w:rPr><w:i/></w:rPr></w:style>'

    lines = read(a_paragraph("Head of Service", properties='<w:pStyle w:val="Presenter"/>'), styles=styles)

    assert lines == ["*Head of Service*"]


def test_tracked_changes_are_accepted():
    body = a_paragraph(
        "Agreed to ",
        f"<w:ins>{a_run('fund')}</w:ins>",
        "<w:del><w:r><w:delText>refuse</w:delText></w:r></w:del>",
        " it.",
    )

    assert read(body) == ["Agreed to fund it."]


def test_paragraphs_whose_break_was_deleted_are_one():
    body = a_paragraph("That the plan ", properties="<w:rPr><w:del/></w:rPr>") + a_paragraph("be adopted.")

    assert read(body) == ["That the plan be adopted."]


def test_line_breaks_make_lines_and_a_tab_after_a_label_is_a_space():
    body = a_paragraph("Present:", "<w:r><w:tab/></w:r>", "Ruth Adeyemi", "<w:r><w:br/></w:r>", "Carl Whitby")

    assert read(body) == ["Present: Ruth Adeyemi", "Carl Whitby"]


def test_hidden_words_and_the_code_of_fields_are_left_out():
    body = a_paragraph("Page ", "<w:r><w:instrText>PAGE</w:instrText></w:r>", "one", a_run(" secret", "<w:vanish/>"))

    assert read(body) == ["Page one"]


def test_links_and_content_controls_are_read():
    link = f"<w:hyperlink>{a_run('the plan')}</w:hyperlink>"
    body = f"<w:sdt><w:sdtContent>{a_paragraph('See ', link)}</w:sdtContent></w:sdt>"

    assert read(body) == ["See the plan"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{a_paragraph('In the box')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"

    assert read(a_paragraph("Beside it", drawing)) == ["Beside it", "In the box"]


def test_a_row_of_a_table_is_a_line_with_tabs():
    table = a_table(
        [a_paragraph("Carl Whitby"), a_paragraph("Fire Authority")],
        [a_paragraph("Jo Tranter"), a_paragraph("Harbour Homes")],
    )

    assert read(table) == ["Carl Whitby\tFire Authority", "Jo Tranter\tHarbour Homes"]


def test_a_numeral_in_a_cell_stands_before_the_words_and_page_references_are_dropped():
    table = a_table([a_paragraph("4.1"), a_paragraph("Taxi marshals") + a_paragraph("Director"), a_paragraph("3 - 8")])

    assert read(table) == ["4.1 Taxi marshals", "Director"]


def test_cells_of_several_paragraphs_are_read_one_after_the_other():
    table = a_table([a_paragraph("Present:"), a_paragraph("Ruth Adeyemi") + a_paragraph("Carl Whitby")])

    assert read(table) == ["Present:", "Ruth Adeyemi", "Carl Whitby"]


def test_pages_are_counted_where_word_left_a_note_of_them():
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = a_paragraph("One") + a_paragraph(turn, "Two") + a_paragraph("Still two")

    assert [line.page for line in word.read(a_word_file(body)) if line.text] == [1, 2, 2]
    assert [line.page for line in word.read(a_word_file(a_paragraph("One")))] == [None]


def test_a_file_that_word_made_is_read():
    document = docx.Document()
    document.add_heading("Safer Seaborough Partnership", 0)
    document.add_paragraph("Taxi marshals", style="List Number")
    document.add_paragraph("Patrol plan", style="List Number")
    document.add_paragraph("Quay", style="List Bullet")
    file = io.BytesIO()
    document.save(file)

    lines = said(word.read(file.getvalue()))

    assert lines == ["Safer Seaborough Partnership", "1. Taxi marshals", "2. Patrol plan", "- Quay"]


def test_entities_are_refused_and_nothing_is_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the clerk’s password")
    markup = (
        f'<!DOCTYPE w:document [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'
        f"<w:document {NAMES}><w:body>{a_paragraph('&leak;')}</w:body></w:document>"
    )

    with pytest.raises(UnreadableFile, match="entities") as refusal:
        word.read(an_archive({"word/document.xml": markup.encode()}))

    assert "password" not in str(refusal.value)


def test_entities_that_grow_are_refused_at_once():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    markup = f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d>&l11;</d>'

    with pytest.raises(UnreadableFile):
        word.read(an_archive({"word/document.xml": markup.encode()}))


def test_a_file_that_unpacks_to_200_megabytes_is_refused_before_it_is_unpacked():
    content = a_word_file(a_paragraph("Agenda"), more={"word/media/wall.bin": b"\0" * 200 * 1024**2})

    assert len(content) < 1024**2
    with pytest.raises(UnreadableFile, match="200 MB"):
        word.read(content)


def test_markup_nested_without_end_is_refused():
    depth = 100_000

    with pytest.raises(UnreadableFile, match="damaged"):
        word.read(a_word_file("<w:sdt>" * depth + "</w:sdt>" * depth))


@pytest.mark.parametrize("body", ["", a_paragraph(), a_table([a_paragraph()])])
def test_a_file_without_words_has_no_lines(body):
    assert word.read(a_word_file(body)) == ()
