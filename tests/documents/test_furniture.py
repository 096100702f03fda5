"""Every printed page says what it is; the file can be read aloud, searched and compared."""

import re
from datetime import date

import pytest
from pypdf.generic import DictionaryObject

from shp_gov.documents import action_log, agenda, decision_notice, minutes
from shp_gov.domain.papers import MinuteDecision, MinuteEntry
from tests.documents import examples
from tests.documents.examples import AWKWARD, imprint, pdf

PAPERS = {
    "agenda": (agenda.render, examples.agenda),
    "minutes": (minutes.render, examples.minutes),
    "action log": (action_log.render, examples.action_log),
    "decision notice": (decision_notice.render, examples.notice),
}
LONG_NAME = (
    "Safer Seaborough, Harbourside and the Northshire Dales Community Safety and Violence Prevention Partnership"
)


@pytest.fixture(params=PAPERS, scope="module")
def kind(request):
    return PAPERS[request.param]


def printed(kind, **marks):
    render, paper = kind
    return render(paper(imprint=imprint(**marks)))


def elements(node):
    """Each element of the structure tree, in reading order."""
    node = node.get_object()
    if not isinstance(node, DictionaryObject):
        return [each for kid in (node if isinstance(node, list) else []) for each in elements(kid)]
    return [node["/S"], *elements(node["/K"])] if "/S" in node else []


def test_the_same_paper_gives_the_same_bytes(kind):
    assert printed(kind) == printed(kind)


def test_the_file_says_its_language_title_and_author(kind):
    file = pdf(printed(kind))

    assert file.trailer["/Root"]["/Lang"] == "en-GB"
    assert file.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata.author == "Safer Seaborough Partnership"
    assert re.match(r"Agenda, |Minutes and|Action log, |Decision notice ", file.metadata.title)


def test_every_face_is_embedded(kind):
    faces = [font.get_object() for page in pdf(printed(kind)).pages for font in page["/Resources"]["/Font"].values()]

    assert {face["/BaseFont"].split("+")[1].split("-")[0] for face in faces} == {"SourceSansPro"}
    assert all("/FontFile2" in face["/FontDescriptor"] for face in faces)


def test_every_page_is_numbered_and_labelled(kind):
    file = pdf(printed(kind))

    assert file.page_labels == [str(number) for number in range(1, len(file.pages) + 1)]
    for number, page in enumerate(file.pages, 1):
        assert f"Page {number} of {len(file.pages)}" in page.extract_text()


def test_the_headings_are_bookmarks(kind):
    outline = pdf(printed(kind)).outline

    assert len(outline) == 2  # the title, and a list of what stands under it
    assert len(outline[1]) > 0


def test_the_file_is_tagged_from_its_title_on(kind):
    root = pdf(printed(kind)).trailer["/Root"]
    found = elements(root["/StructTreeRoot"]["/K"])

    assert root["/MarkInfo"]["/Marked"]
    assert found[:3] == ["/Document", "/P", "/H1"]
    assert {"/H2", "/P"} <= set(found)


def test_decisions_are_a_list_and_tables_have_heads():
    in_minutes = elements(pdf(minutes.render(examples.minutes())).trailer["/Root"]["/StructTreeRoot"]["/K"])
    in_log = elements(pdf(action_log.render(examples.action_log())).trailer["/Root"]["/StructTreeRoot"]["/K"])

    assert {"/L", "/LI", "/Lbl", "/LBody", "/H3"} <= set(in_minutes)
    assert {"/Table", "/TR", "/TH", "/TD"} <= set(in_log)


def test_the_furniture_is_decoration_that_nobody_reads_aloud(kind):
    for page in pdf(printed(kind)).pages:
        drawn = page.get_contents().get_data().decode("latin-1")
        assert drawn.count("BDC") == drawn.count("EMC")
        assert "/Artifact <</Type /Pagination>> BDC" in drawn


@pytest.mark.parametrize("is_large_print", [False, True])
def test_every_page_of_a_draft_says_draft(kind, is_large_print):
    for page in pdf(printed(kind, is_draft=True, is_large_print=is_large_print)).pages:
        assert "DRAFT" in page.extract_text()
        assert "Draft: not yet approved" in page.extract_text()


def test_a_paper_that_is_no_draft_never_says_so(kind):
    assert "draft" not in examples.words_of(printed(kind)).lower().replace("are a draft until", "")


def test_every_page_of_a_restricted_paper_says_which_paragraph_twice(kind):
    for page in pdf(printed(kind, is_restricted=True, exempt_paragraphs=("3", "7"))).pages:
        assert page.extract_text().count("Not for publication: paragraphs 3 and 7") == 2


def test_every_page_says_version_day_and_record(kind):
    for page in pdf(printed(kind)).pages:
        words = " ".join(page.extract_text().split())
        assert "Version 3, published on Thursday 30 July 2026. Record 3b90 d4e7 118a" in words


def test_large_print_has_no_letter_under_sixteen_points(kind):
    sizes = []
    for page in pdf(printed(kind, is_large_print=True, is_draft=True, is_restricted=True)).pages:
        page.extract_text(visitor_text=lambda words, _cm, _tm, _font, size: words.strip() and sizes.append(size))

    assert min(sizes) >= 15.7  # the marking is set at one and a half times its usual size


@pytest.mark.parametrize("is_large_print", [False, True])
def test_a_long_name_and_any_character_can_be_printed(kind, is_large_print):
    render, paper = kind

    made = pdf(render(paper(imprint=imprint(body=f"{LONG_NAME} {AWKWARD}", is_large_print=is_large_print))))

    words = " ".join(made.pages[0].extract_text().split())
    assert "<B>BOLD</B> <IMG SRC='X.PNG'/> & ŁUKASZ ŴYN Ŷ" in words
    assert "[U+738B] [grinning face]" in words


def test_sixty_decisions_are_all_printed():
    rows = tuple(MinuteDecision(words=f"That point {number} be noted.", numeral=f"({number})") for number in range(60))

    words = examples.words_of(
        minutes.render(examples.minutes(entries=(MinuteEntry(number="1", title="All", decisions=rows),)))
    )

    assert all(f"({number}) That point {number} be noted." in words for number in range(60))


def test_a_notice_longer_than_a_page_goes_on_over_it():
    approval = examples.Approval(date(2026, 9, 10), "26", tuple(f"Correction {n}. " + "word " * 90 for n in range(30)))

    words = examples.words_of(minutes.render(examples.minutes(approval=approval)))

    assert all(f"Correction {number}." in words for number in range(30))


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    entries = tuple(
        MinuteEntry(number=str(n), title=f"Minute title {n}", purpose="Why. " * n, narrative="word " * 7 * n)
        for n in range(1, 30)
    )

    for page in pdf(minutes.render(examples.minutes(entries=entries))).pages[1:]:
        last = page.extract_text().split("\n")[-1]
        assert not re.match(r"Minute title|Purpose of report|Issue", last)
