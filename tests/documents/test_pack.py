"""A pack in both versions: one numbering, nothing private in the public one, everything upright and readable."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from shp_gov.domain.papers import Exemption
from tests.detectors import found_in, needs_tools
from tests.documents import examples
from tests.documents.examples import pdf
from tests.documents.packs import Folder, a_pack, a_part, a_pdf, a_report, built

HERE = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def mixed(folder):
    """A pack with a printed report, an uploaded one, a private one of each sort, and one more."""
    return a_pack(
        [
            a_part(1, a_report(pages=2)),
            a_part(2, folder.keep(a_pdf("Map of the lamps", "List of the lamps"))),
            a_part(3, a_report("Prices", item="4.3", pages=3), private=True),
            a_part(4, folder.keep(a_pdf("Offers", "More offers")), private=True),
            a_part(5, a_report("Rescue boats", item="4.5")),
        ]
    )


def numbers(content: bytes) -> list[str]:
    """List what each page says of its number."""
    return [re.search(r"Pack page (\S+ of \S+)", page.extract_text())[1] for page in pdf(content).pages]


def test_page_n_is_the_same_page_in_both_versions(folder, mixed):
    public, full = (pdf(built(mixed, folder, restricted=each)) for each in (False, True))
    there = dict(zip(full.page_labels, full.pages, strict=True))

    assert full.page_labels == [str(number) for number in range(1, 12)]
    assert public.page_labels == ["1", "2", "3", "4", "5", "6", "9", "11"]
    for label, page in zip(public.page_labels, public.pages, strict=True):
        if "not in this version" not in page.extract_text() and label != "1":
            mine, theirs = (_without_marks(each.extract_text()) for each in (page, there[label]))
            assert mine == theirs


def _without_marks(words: str) -> str:
    marks = r"Not for publication.*|Keep safe.*|Public\s|(?:Restricted p|P)ack version.*"
    return " ".join(re.sub(marks, "", words).split())


def test_every_page_says_its_number_its_item_and_what_it_is(folder, mixed):
    content = built(mixed, folder)

    assert numbers(content) == [f"{label} of 11" for label in pdf(content).page_labels]
    for page in list(pdf(content).pages)[1:]:
        words = page.extract_text()
        assert re.search(r"Item 4\.\d", words)
        assert "Public" in words
        assert "Safer Seaborough Partnership, Thursday 16 July 2026" in words
        assert "Pack version 3, published on Wednesday 8 July 2026. Record a91f 07c2 5d3e" in words


def test_every_page_of_the_restricted_version_says_that_it_is_not_for_publication(folder, mixed):
    for page in pdf(built(mixed, folder, restricted=True)).pages:
        assert page.extract_text().count("Not for publication: paragraph 3") == 2
        assert "Restricted pack version 3" in page.extract_text()


def test_one_sheet_stands_for_what_is_withheld_and_says_only_its_public_title_and_its_paragraph(folder, mixed):
    parts = [replace(part, title="Quayside Homes Ltd", public_title="A contract") for part in mixed.parts]
    words = pdf(built(a_pack(parts), folder)).pages[5].extract_text().replace("\n", " ")

    assert "Pack pages 6 to 8 are not in this version" in words
    assert "Item 4.3, A contract, is exempt under paragraph 3 of Part 1 of Schedule 12A" in words
    assert "Quayside" not in words


def test_the_agenda_says_on_which_pages_each_paper_is_and_private_instead(folder, mixed):
    public, full = (pdf(built(mixed, folder, restricted=each)).pages[0].extract_text() for each in (False, True))

    assert re.search(r"4\.1\s+Paper 1\s+2 to 3", public)
    assert re.search(r"4\.2\s+Paper 2\s+4 to 5", public)
    assert re.search(r"4\.3\s+Paper 3\s+Private", public)
    assert re.search(r"4\.3\s+Paper 3\s+6", full)


def test_a_bookmark_leads_to_each_paper(folder, mixed):
    file = pdf(built(mixed, folder))
    found = [
        (each.title, file.get_destination_page_number(each)) for each in file.outline if not isinstance(each, list)
    ]

    assert found[1:] == [
        ("4.1 Paper 1", 1),
        ("4.2 Paper 2", 3),
        ("4.3 Paper 3 (not in this version)", 5),
        ("4.4 Paper 4 (not in this version)", 6),
        ("4.5 Paper 5", 7),
    ]


def test_the_front_stays_tagged_and_what_stands_beside_a_paper_is_decoration(folder, mixed):
    file = pdf(built(mixed, folder))

    assert file.trailer["/Root"]["/StructTreeRoot"]["/K"]
    assert file.trailer["/Root"]["/Lang"] == "en-GB"
    assert "/StructParents" in file.pages[0]
    assert all("/StructParents" not in page for page in list(file.pages)[1:])
    for page in file.pages:
        assert b"/Artifact <</Type /Pagination>> BDC q /Furniture Do Q EMC" in page.get_contents().get_data()


def test_versions_that_differ_get_the_same_number_of_pages(folder):
    short, long = examples.minutes(), a_report(pages=4)
    part = a_part(1, long, public=a_report(pages=2))
    pack = a_pack([part, a_part(2, short)])

    public, full = (pdf(built(pack, folder, restricted=each)) for each in (False, True))

    assert public.page_labels == full.page_labels
    assert "This page is blank" in public.pages[4].extract_text()


def test_draft_minutes_are_marked_as_a_draft_on_every_page(folder):
    draft = examples.minutes(imprint=examples.imprint(is_draft=True))
    pack = a_pack([a_part(1, draft), a_part(2, a_report())])

    pages = [page.extract_text() for page in pdf(built(pack, folder)).pages]

    assert ["DRAFT" in words for words in pages] == [False, *[True] * (len(pages) - 2), False]


def test_a_supplement_numbers_its_own_pages(folder):
    first = a_pack([a_part(1, a_report(pages=2))], prefix="S", title="Supplement 1")
    second = a_pack([a_part(1, a_report())], prefix="S", start=4, title="Supplement 2")

    assert numbers(built(first, folder)) == ["S1 of S3", "S2 of S3", "S3 of S3"]
    assert pdf(built(second, folder)).page_labels == ["S4", "S5"]
    assert "Supplement 2" in pdf(built(second, folder)).pages[0].extract_text()


def test_the_same_pack_gives_the_same_bytes(folder, mixed):
    assert built(mixed, folder) == built(mixed, folder)


WITHHELD = ("zqtitle01", "zqbody02", "zqadvice03", "zqfiled04", "zqreason05")
STRIPPED = ("zqinfo06", "zqname07", "zqkey08", "zqauthor09")


def _planted(folder):
    secret = a_report("zqtitle01 Quayside", item="4.2", recommendations=("That zqadvice03 be bought.",))
    secret = replace(secret, parts=(replace(secret.parts[0], words="The price is zqbody02."),))
    marks = {"imprint": examples.imprint(is_restricted=True), "exemption": Exemption("3")}
    secret = replace(secret, public_interest="zqreason05 would be harmed.", **marks)
    filed = a_pdf("zqfiled04", title="zqinfo06", subject="zqkey08", author="zqauthor09")
    private = {"private": True, "public_title": "A contract"}
    return a_pack(
        [
            a_part(1, a_report()),
            a_part(2, secret, title="zqtitle01 Quayside", **private),
            a_part(3, folder.keep(filed, "zqname07.pdf"), title="zqtitle01 offers", **private),
        ]
    )


@needs_tools
def test_no_word_of_a_withheld_page_is_in_the_public_file_by_any_detector(folder, tmp_path):
    pack = _planted(folder)
    for name, restricted in (("public.pdf", False), ("restricted.pdf", True)):
        (tmp_path / name).write_bytes(built(pack, folder, restricted=restricted))

    assert found_in(tmp_path / "restricted.pdf", WITHHELD) == set(WITHHELD)
    assert found_in(tmp_path / "public.pdf", (*WITHHELD, *STRIPPED, "Quayside")) == set()
    assert found_in(tmp_path / "restricted.pdf", STRIPPED) == set()
