"""A PDF reads as the paragraphs and lists it was printed from, without its heads and feet."""

import pytest

from shp_gov.importers.pack import portable
from shp_gov.importers.pack.lines import UnreadableFile
from tests.importers.pack.samples import (
    PROSE,
    a_page_that_draws,
    a_printed_file,
    a_printed_list,
    a_set_file,
    said,
    set_down,
)

NAMES = (
    "Councillor Ruth Adeyemi, Leader of the Council, Seaborough Borough Council",
    "Chief Superintendent Daniel Marsh, Head of Local Policing and Partnerships, Northshire Coastal Police",
    "Carl Whitby, District Manager, Northshire Fire Authority",
    "Jo Tranter, Head of Tenancies, Harbour Homes",
)
FULL = "The Chair thanked the officers for their work and asked that the plan come back to a meeting of the"


def read(*pages: list[tuple[float, float, str]]) -> list[str]:
    return said(portable.read(a_set_file(*pages)))


def test_wrapped_rows_are_joined_into_paragraphs():
    lines = portable.read(a_printed_file("<b>Decision</b>", PROSE, PROSE))

    assert [line.text for line in lines] == ["**Decision**", "", PROSE, "", PROSE]


def test_lines_are_numbered_from_one_and_know_their_page():
    lines = portable.read(a_set_file([(72, 700, "Agenda")], [(72, 700, "Minutes")]))

    assert [(line.number, line.page, line.text) for line in lines] == [(1, 1, "Agenda"), (2, 2, ""), (3, 2, "Minutes")]


def test_a_list_of_names_keeps_one_line_for_each():
    lines = said(portable.read(a_printed_file("<br/>".join(NAMES), PROSE)))

    assert lines == [*NAMES, PROSE]


def test_a_sentence_goes_on_over_the_page():
    lines = read(set_down(72, 80, FULL), set_down(72, 760, "Partnership in the autumn.", "Next matter."))

    assert lines[0] == f"{FULL} Partnership in the autumn."


def test_hanging_numerals_begin_items():
    lines = portable.read(a_printed_list("Apologies for absence", PROSE, "Urgent business"))

    assert [line.text for line in lines] == ["1. Apologies for absence", f"2. {PROSE}", "3. Urgent business"]


def test_a_number_in_a_sentence_does_not_begin_an_item():
    rows = (
        "The marshals worked every Friday and Saturday night at the rank on Harbour Road for the",
        "12 weeks of the trial, and all of them were paid for by the community safety grant this year.",
    )

    assert read(set_down(72, 700, *rows)) == [" ".join(rows)]


def test_a_bullet_is_a_dash_and_a_lone_one_goes_to_the_next_row():
    page = [(72, 700, "•"), (90, 700, "Police"), (72, 670, "•"), (100, 650, "(i) Agreed.")]

    assert read(page) == ["- Police", "- (i) Agreed."]


def test_bold_and_italic_words_are_marked():
    page = [
        (72, 700, "4.1 Taxi marshals"),
        (165, 700, "Helvetica-Oblique|Director"),
        (72, 660, "Helvetica-Bold|Decision"),
    ]

    assert read(page) == ["4.1 Taxi marshals *Director*", "**Decision**"]


def test_heads_feet_and_page_numbers_are_dropped():
    pages = [
        [(72, 800, "Safer Seaborough Partnership"), (72, 600, f"Matter {name}"), (72, 40, f"Page {n} of 4")]
        for n, name in enumerate("ABCD", 1)
    ]

    assert read(*pages) == ["Matter A", "Matter B", "Matter C", "Matter D"]


def test_a_title_that_comes_again_on_the_next_page_only_is_kept():
    pages = [
        [(72, 780, "SAFER SEABOROUGH PARTNERSHIP"), *set_down(72, 700, f"Report of: {who}")]
        for who in ("Director", "Clerk")
    ]

    assert read(*pages).count("SAFER SEABOROUGH PARTNERSHIP") == 2


def test_two_columns_of_members_are_read_one_after_the_other():
    left = [
        (72, 700 - 34 * n - gap, words)
        for n, name in enumerate(("Ruth Adeyemi", "Peter Lound", "Grace Holloway"))
        for gap, words in ((0, name), (14, f"Post {n}"))
    ]
    right = [
        (330, 700 - 40 * n - gap, words)
        for n, name in enumerate(("Martin Hale", "Jo Tranter", "Yusuf Rahman"))
        for gap, words in ((0, name), (14, f"Seat {n}"))
    ]

    lines = read([*left, *right])

    assert lines == [
        "Ruth Adeyemi",
        "Post 0",
        "Peter Lound",
        "Post 1",
        "Grace Holloway",
        "Post 2",
        "Martin Hale",
        "Seat 0",
        "Jo Tranter",
        "Seat 1",
        "Yusuf Rahman",
        "Seat 2",
    ]


def test_a_table_is_read_row_by_row():
    page = [
        (x, 700 - 20 * n, words)
        for n, row in enumerate((("Group", "Chair"), ("Licensing", "Police"), ("Harm", "Council")))
        for x, words in zip((72, 300), row, strict=True)
    ]

    assert read(page) == ["Group\tChair", "Licensing\tPolice", "Harm\tCouncil"]


def test_a_label_at_the_left_stands_before_the_first_name():
    page = [
        (72, 700, "Present:"),
        *set_down(170, 700, "Ruth Adeyemi", "Carl Whitby"),
        (72, 650, "Officers:"),
        (170, 650, "Helen Ashby"),
    ]

    assert read(page) == ["Present: Ruth Adeyemi", "Carl Whitby", "Officers: Helen Ashby"]


def test_people_in_two_level_columns_are_read_down_each_column():
    left = (
        "Ruth Adeyemi, Leader of the",
        "Council",
        "Peter Lound, Elected Member",
        "Borough",
        "Grace Holloway, Director",
        "Homes",
    )
    right = (
        "Martin Hale, Chief Executive",
        "Police",
        "Jo Tranter, Head of Tenancies",
        "Housing",
        "Yusuf Rahman, Chief",
        "Sector",
    )
    heights = (700, 686, 660, 646, 620, 606)
    page = [(x, y, words) for x, column in ((72, left), (330, right)) for y, words in zip(heights, column, strict=True)]

    lines = read(page)

    assert [line.split(",")[0] for line in lines if "," in line] == [
        "Ruth Adeyemi",
        "Peter Lound",
        "Grace Holloway",
        "Martin Hale",
        "Jo Tranter",
        "Yusuf Rahman",
    ]


def test_a_cell_that_wraps_is_read_whole_before_the_cell_beside_it():
    page = [(72, 700, "Chief Superintendent Daniel"), (72, 686, "Marsh"), (220, 700, "Head of Local Policing")]
    page += [(72, 660, "Carl Whitby"), (220, 660, "District Manager")]

    assert read(page) == ["Chief Superintendent Daniel Marsh\tHead of Local Policing", "Carl Whitby\tDistrict Manager"]


def test_a_name_over_a_post_in_smaller_type_is_one_entry():
    page = [(72, 700, "Helvetica-Bold 12|Ruth Adeyemi"), (72, 686, "Helvetica 10.5|Leader of the Council")]

    assert read(page) == ["**Ruth Adeyemi,** Leader of the Council"]


def test_a_heading_over_its_paragraph_is_not_joined_to_it():
    assert read([(72, 700, "Helvetica-Bold|Decision"), (72, 686, "Agreed.")]) == ["**Decision**", "Agreed."]


def test_numerals_set_to_the_right_begin_items():
    page = [(80, 700, "iii. Agreed to fund"), (79, 686, "iv. Agreed to wait")]

    assert read(page) == ["iii. Agreed to fund", "iv. Agreed to wait"]


def test_a_hollow_bullet_is_a_dash():
    assert read([(72, 700, "o"), (100, 700, "Police")]) == ["- Police"]


def test_a_small_running_head_that_repeats_the_opening_is_dropped():
    opening = [(72, 780, "Helvetica-Bold 13|SAFER SEABOROUGH PARTNERSHIP"), (72, 740, "Helvetica-Bold|Agenda")]
    second = [
        (72, 800, "Helvetica 9|Safer Seaborough Partnership Agenda"),
        *set_down(72, 760, "1. Apologies", "2. Minutes"),
    ]

    assert read(opening, second)[2:] == ["1. Apologies", "2. Minutes"]


def test_who_reports_is_kept_though_it_comes_again():
    pages = [[(72, 780, "Report of: Director"), (72, 700, f"Matter {name}")] for name in "ABC"]

    assert read(*pages).count("Report of: Director") == 3


def test_a_year_at_the_top_of_a_page_is_no_page_number():
    assert "2027" in read(
        [(72, 80, "Minutes of the meeting held in March")], [(72, 780, "2027"), (72, 700, "Confirmed.")]
    )


def test_page_references_at_the_right_are_dropped():
    page = [
        (72, 700, "Business"),
        (480, 700, "Pages"),
        (72, 670, "3.1 Minutes"),
        (500, 670, "3 to 8"),
        (72, 650, "3.2 Actions"),
        (500, 650, "9 to 11"),
    ]

    assert read(page) == ["Business", "3.1 Minutes", "3.2 Actions"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (
            "Members agreed that the rank on Harbour Road be watched by the anti-",
            "social behaviour team.",
            "anti-social",
        ),
        (
            "Members of the partnership agreed that the govern-",
            "ment grant be spent. The government grant",
            "government",
        ),
        ("Members of the partnership agreed to share the data/", "information they hold.", "data/information"),
    ],
)
def test_words_wrapped_at_a_hyphen_or_stroke_are_mended(first, second, joined):
    assert joined in read(set_down(72, 700, first, second))[0]


def test_a_locked_file_is_refused():
    with pytest.raises(UnreadableFile, match="locked with a password"):
        portable.read(a_set_file([(72, 700, "Agenda")], locked="open sesame"))


def test_a_file_cut_short_is_refused():
    content = a_printed_file(PROSE)

    with pytest.raises(UnreadableFile, match="cut short"):
        portable.read(content[: len(content) // 2])


def test_a_file_that_never_ends_is_refused_in_time(monkeypatch):
    monkeypatch.setattr(portable, "SECONDS", 1.0)
    with pytest.raises(UnreadableFile, match="too long to read"):
        portable.read(a_page_that_draws(b"/X Do "))


def test_a_damaged_file_is_refused():
    with pytest.raises(UnreadableFile, match="damaged"):
        portable.read(b"%PDF-1.7\n" + b"\xff\xfe rubbish " * 50 + b"\n%%EOF")


def test_a_scan_is_refused():
    with pytest.raises(UnreadableFile, match="no words"):
        portable.read(a_set_file([]))


def test_a_file_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(portable, "run_apart", lambda module, content, seconds: b'{"refusal": "too long"}')

    with pytest.raises(UnreadableFile, match="1,500 pages"):
        portable.read(a_printed_file(PROSE))
