"""The agenda says who belongs, what the business is and what is private."""

from dataclasses import replace

from shp_gov.documents import agenda
from shp_gov.documents.content import Members, text
from shp_gov.documents.house_style import sheet
from shp_gov.documents.layout import lay_out
from shp_gov.domain.papers import Member, MemberGroup
from tests.documents import examples


def lines(**changes):
    return text(agenda.story(examples.agenda(**changes)))


def test_the_agenda_opens_with_body_day_time_and_place():
    assert lines()[:6] == [
        "SAFER SEABOROUGH PARTNERSHIP",
        "Agenda",
        "Thursday 10 September 2026",
        "10.00 am to 12 noon",
        "Committee Room B, Civic Centre, Seaborough",
        "The public may come and listen, except to item 3.1.",
    ]


def test_members_stand_under_their_headings_with_office_post_and_vacancies():
    told = lines()

    first = told.index("Responsible authority members")
    assert told[first + 1 : first + 6] == [
        "Councillor Ruth Adeyemi, Chair. Leader, Seaborough Borough Council",
        "Chief Superintendent Daniel Marsh, Head of Local Policing, Northshire Police",
        "Vacant since 1 July 2026, Director of Nursing, NHS Northshire",
        "Other members",
        "Bev Sutcliffe, Harbour Homes",
    ]


def test_items_follow_their_section_with_presenter_and_pages():
    told = lines()

    first = told.index("2 Items for decision")
    assert told[first + 1 : first + 5] == [
        "2.1 Taxi marshals 3 to 8",
        "Director of Neighbourhoods",
        "2.2 Youth report Spoken",
        "Chair of the Board",
    ]


def test_a_private_item_stands_under_the_resolution_with_its_paragraph():
    told = lines()

    first = told.index("3 Items to be taken in private")
    assert told[first + 1 : first + 5] == [
        "To resolve that the public be excluded from the meeting for item 3.1.",
        "3.1 Learning from a case review 9 to 12",
        "Chief Superintendent",
        "Exempt: paragraph 7. Action taken to prevent crime. A trial has not ended.",
    ]


def test_a_withheld_item_gives_its_public_title_and_its_paragraph_and_nothing_else():
    private = examples.agenda().sections[2]
    withheld = replace(private, items=(replace(private.items[0], is_withheld=True),))

    told = lines(sections=(withheld,))

    first = told.index("3.1 Learning from a case review Private")
    assert told[first + 1 : first + 3] == ["Exempt: paragraph 7. Action taken to prevent crime.", "For information"]


def test_an_agenda_without_members_sections_or_next_meeting_still_prints():
    bare = examples.agenda(members=(), sections=(), next_meeting=None, contact="", starts_at=None, ends_at=None)

    assert "Members" not in text(agenda.story(bare))
    assert agenda.render(bare).startswith(b"%PDF")


def test_one_long_list_of_members_stands_in_two_columns():
    people = tuple(Member(name=f"Person {number}") for number in range(9))
    story = agenda.story(examples.agenda(members=(MemberGroup("Members", people),)))
    usual, large = (sheet(is_large=is_large, colour="#0d4f5e") for is_large in (False, True))
    members = next(block for block in story if isinstance(block, Members))

    assert [len(each[1]) for each in lay_out([members], usual)[0].lists] == [5, 4]
    assert [len(each[1]) for each in lay_out([members], large)[0].lists] == [9]


def test_forty_members_go_on_over_the_page_with_their_heading_again():
    people = tuple(Member(name=f"Person {number}", post="Head of Service") for number in range(80))

    words = examples.words_of(agenda.render(examples.agenda(members=(MemberGroup("Members", people),))))

    assert "Members (continued)" in words
    assert all(f"Person {number} " in words for number in range(80))
