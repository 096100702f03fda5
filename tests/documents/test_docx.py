"""The Word files hold the same words as the printed papers, with real styles and real lists."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from shp_gov.documents import docx
from shp_gov.documents.word_numbering import is_counted, roman
from shp_gov.domain.papers import MinuteDecision, MinuteEntry
from tests.documents import examples
from tests.documents.examples import AWKWARD, PRIVATE, imprint


def opened(content):
    return Document(BytesIO(content))


def numbers(document):
    """Each paragraph that is in a list: the pattern of its number, and its words."""
    root = document.part.numbering_part.element
    levels = {each.get(qn("w:abstractNumId")): each.findall(qn("w:lvl")) for each in root.findall(qn("w:abstractNum"))}
    found = []
    for paragraph in document.paragraphs:
        at = paragraph._p.pPr.numPr
        if at is not None:
            level = levels[str(at.numId.val)][at.ilvl.val]
            found.append((level.find(qn("w:lvlText")).get(qn("w:val")), paragraph.text))
    return found


def of(document, style):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_the_minutes_use_real_styles():
    document = opened(docx.minutes(examples.minutes()))

    assert of(document, "Title") == ["Minutes and decision record"]
    assert of(document, "Subtitle") == ["Thursday 16 July 2026"]
    assert "Night-time economy" in of(document, "Heading 2")
    assert of(document, "Heading 3").count("Decision") == 3
    assert of(document, "Presenter") == ["(Director of Neighbourhoods)", "(Director of Public Health)"]
    assert "That marshals be tried at the rank for eight weeks." in of(document, "Decision")


def test_no_paragraph_is_set_with_tabs_or_rows_of_spaces():
    for content in (docx.minutes(examples.minutes()), docx.agenda(examples.agenda())):
        for paragraph in opened(content).paragraphs:
            assert "\t" not in paragraph.text
            assert "  " not in paragraph.text


def test_the_numbers_of_minutes_are_fixed_by_the_record_and_word_counts_the_decisions():
    found = numbers(opened(docx.minutes(examples.minutes())))

    assert ("16.", "Night-time economy") in found
    assert ("(%2)", "That marshals be tried at the rank for eight weeks.") in found
    assert found[0] == ("Present:", "Councillor Ruth Adeyemi, Seaborough Borough Council (In the Chair)")


def test_a_doubled_or_missing_number_is_kept():
    decisions = tuple(MinuteDecision(words=f"That {n} be so.", numeral=f"({n})") for n in ("i", "iii", "iii"))
    entries = (MinuteEntry(number="5", title="One", decisions=decisions), MinuteEntry(number="5", title="Two"))

    found = numbers(opened(docx.minutes(examples.minutes(entries=(*entries, MinuteEntry(title="None"))))))

    assert [number for number, _ in found if number[0] in "5("] == ["5.", "(i)", "(iii)", "(iii)", "5."]
    assert "None" not in dict(found).values()


def test_the_agenda_lists_members_one_to_a_line_and_numbers_its_items():
    document = opened(docx.agenda(examples.agenda()))

    assert of(document, "Member")[0] == "Councillor Ruth Adeyemi, Chair. Leader, Seaborough Borough Council"
    assert ("2.1", "Taxi marshals") in numbers(document)
    assert ("2.2", "Youth report (Spoken)") in numbers(document)


def test_the_public_file_holds_nothing_of_a_private_item():
    withheld = examples.replace(PRIVATE, is_withheld=True)

    words = "\n".join(each.text for each in opened(docx.minutes(examples.minutes(entries=(withheld,)))).paragraphs)

    assert "Commissioning of a service" in words
    assert "412,000" not in words
    assert "company B" not in words
    assert "Director of Public Health" not in words


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ({"is_draft": True}, "DRAFT"),
        ({"is_restricted": True, "exempt_paragraphs": ("3",)}, "Not for publication: paragraph 3"),
    ],
)
def test_every_page_carries_its_mark(marks, words):
    section = opened(docx.minutes(examples.minutes(imprint=imprint(**marks)))).sections[0]

    for head in (section.header, section.first_page_header):
        assert head.paragraphs[0].text == words


def test_the_foot_says_what_it_is_which_version_and_which_page():
    foot = opened(docx.minutes(examples.minutes())).sections[0].first_page_footer

    assert foot.paragraphs[0].text == "Approved minutes"
    assert foot.paragraphs[1].text == "Version 3, approved on Thursday 30 July 2026. Record 3b90 d4e7 118a"
    fields = [each.get(qn("w:instr")) for each in foot.paragraphs[2]._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_file_names_its_language_title_and_nobody_at_a_desk():
    document = opened(docx.minutes(examples.minutes()))

    assert document.core_properties.title == "Minutes and decision record, Thursday 16 July 2026"
    assert document.core_properties.author == "Safer Seaborough Partnership"
    assert document.core_properties.last_modified_by == ""
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_the_same_paper_gives_the_same_bytes():
    assert docx.minutes(examples.minutes()) == docx.minutes(examples.minutes())


def test_any_character_can_be_written_and_only_what_is_no_text_is_left_out():
    entry = MinuteEntry(number=AWKWARD, title=AWKWARD, narrative=AWKWARD, decisions=(MinuteDecision(words=AWKWARD),))

    words = [each.text for each in opened(docx.minutes(examples.minutes(entries=(entry,)))).paragraphs]

    assert words.count("王 😀 <b>bold</b> <img src='x.png'/> & Łukasz Ŵyn ŷ  end") == 3


def test_word_counts_only_numerals_that_run_on():
    assert [roman(number) for number in (1, 4, 9, 40, 49, 99)] == ["i", "iv", "ix", "xl", "xlix", "xcix"]
    assert is_counted(["(i)", "(ii)"])
    assert not is_counted(["(i)", "(iii)"])
    assert not is_counted(["(a)"])
