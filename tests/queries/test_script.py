"""The chair's script: what is said at each item, word for word, and what a chair may not see."""

import re
from datetime import date, time

import pytest

from shp_gov import documents
from shp_gov.documents.content import text
from shp_gov.domain.permissions import Role
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import (
    AgendaItem,
    Answer,
    HouseText,
    HouseTextKey,
    InterimDecision,
    ItemKind,
    OfficeKind,
    RoleHeld,
)
from shp_gov.queries import minuting, papers
from shp_gov.services.replies import Said
from tests import factories as make
from tests.services.test_replies import BEFORE, a_deputy, away, reply
from tests.sittings import RECOMMENDED, a_sitting


@pytest.fixture
def sitting(app):
    return a_sitting(quorum=2)


def officer(sitting):
    return make.viewer(make.an_officer(body=sitting.body), on=BEFORE)


def script(sitting, viewer=None):
    return papers.script(sitting.meeting, viewer=viewer or officer(sitting))


def item(sitting, title, viewer=None):
    return next(each for each in script(sitting, viewer).items if each.title == title)


def spoken(sitting) -> str:
    return "\n".join(text(documents.script.story(script(sitting))))


def test_apologies_and_substitutes_are_read_out_from_the_replies(sitting):
    reply(sitting, "police", away(a_deputy(sitting)))
    reply(sitting, "director")

    found = item(sitting, "Apologies for absence")

    assert found.says[:2] == (
        "Apologies have been received from Holder 1 Police (Chief Superintendent).",
        "Ines Kaya is here in the place of Holder 1 Police.",
    )
    assert found.notes == ("No reply from Holder 2 Fire.",)


def test_each_recommendation_is_read_word_for_word(sitting):
    found = item(sitting, "Taxi marshals")

    assert found.recommendations == RECOMMENDED
    assert all(words in spoken(sitting) for words in RECOMMENDED)


def test_the_public_is_excluded_before_the_first_private_item_with_its_paragraph(sitting):
    found = item(sitting, "Case review")

    assert "for item 3, because exempt information as defined in paragraph 7 of Part 1" in found.resolution
    assert found.exemption.paragraph == "7"
    assert "The public are not in the room." in spoken(sitting)


def test_the_own_words_of_the_body_open_the_meeting_and_exclude_the_public(sitting):
    make._kept(HouseText(body=sitting.body, key=HouseTextKey.OPENING, words="Welcome, all.\nPhones off."))
    make._kept(HouseText(body=sitting.body, key=HouseTextKey.EXCLUSION, words="That by {paragraphs} all leave."))

    assert script(sitting).opening == ("Welcome, all.", "Phones off.")
    assert item(sitting, "Case review").resolution == "That by paragraph 7 all leave."


def test_the_public_come_back_when_business_in_public_follows(sitting):
    make._kept(AgendaItem(meeting=sitting.meeting, position=4, number="4", title="Car parks"))

    assert item(sitting, "Car parks").before == (
        "The private business is over. The press and the public may come back.",
    )


def test_each_private_part_has_its_resolution(sitting):
    later = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A lease"}
    make._kept(AgendaItem(meeting=sitting.meeting, position=4, number="4", title="Car parks"))
    make._kept(AgendaItem(meeting=sitting.meeting, position=5, number="5", title="Quayside Homes Ltd", **later))

    assert "for item 3, because" in item(sitting, "Case review").resolution
    assert "for item 5, because" in item(sitting, "Quayside Homes Ltd").resolution


def test_an_interest_declared_ahead_is_read_out_in_public_without_what_is_private(sitting):
    make._kept(
        AgendaItem(meeting=sitting.meeting, position=4, number="4", title="Interests", kind=ItemKind.DECLARATIONS)
    )
    rows = minuting.items_of(sitting.meeting)
    said = Said(Answer.ATTENDING, has_no_interest=False, items=rows[1:3], interest="My brother drives a taxi")
    reply(sitting, "police", said)

    assert item(sitting, "Interests").says == (
        "Holder 1 Police has declared an interest in item 2: My brother drives a taxi.",
        "Holder 1 Police has declared an interest in item 3, which is private.",
        "Does any member have an interest to declare in an item of this agenda?",
    )
    assert "They leave the room before it." in item(sitting, "Case review").notes[-1]


def test_a_chair_with_an_interest_reads_neither_title_nor_recommendation_of_the_private_item(sitting):
    person = sitting.people["director"]
    chair = make.a_user("The chair", person=person)
    make._kept(RoleHeld(user=chair, body=sitting.body, role=Role.CHAIR, from_on=make.LONG_AGO))
    said = Said(Answer.ATTENDING, has_no_interest=False, items=minuting.items_of(sitting.meeting)[2:], interest="Mine")
    reply(sitting, "director", said)
    viewer = make.viewer(chair, on=BEFORE)

    found = item(sitting, "A private matter", viewer)

    assert (found.is_withheld, found.recommendations) == (True, ())
    assert "Leave the chair and the room" in found.notes[0]
    everything = repr(script(sitting, viewer)) + repr(papers.briefing(sitting.meeting, viewer=viewer))
    assert "Case review" not in everything


def test_urgent_business_is_ruled_on_with_its_circumstances(sitting):
    late = {"is_urgent": True, "urgency_reason": "The grant ends on Friday"}
    make._kept(AgendaItem(meeting=sitting.meeting, position=4, number="4", title="A grant", **late))
    urgent = {"kind": ItemKind.URGENT_BUSINESS}
    make._kept(AgendaItem(meeting=sitting.meeting, position=5, number="5", title="Any other business", **urgent))

    assert item(sitting, "Any other business").says == (
        "I agree that item 4, A grant, be taken as urgent business because of these special circumstances: "
        "The grant ends on Friday.",
    )


def test_why_a_private_item_is_urgent_is_not_read_out_in_public(sitting):
    late = {"is_urgent": True, "urgency_reason": "The firm closes on Friday", "is_exempt": True}
    make._kept(AgendaItem(meeting=sitting.meeting, position=4, number="4", title="A firm", public_title="Jobs", **late))
    urgent = {"kind": ItemKind.URGENT_BUSINESS}
    make._kept(AgendaItem(meeting=sitting.meeting, position=5, number="5", title="Any other business", **urgent))

    assert item(sitting, "Any other business").says == (
        "I agree that item 4, Jobs, be taken as urgent business because of these special circumstances: "
        "they are stated in the papers that are not for publication.",
    )


def test_decisions_between_meetings_are_put_to_the_meeting(sitting):
    kind = {"kind": ItemKind.BETWEEN_MEETINGS}
    make._kept(AgendaItem(meeting=sitting.meeting, position=4, number="4", title="Between meetings", **kind))
    taken = {
        "taken_on": date(2026, 8, 3),
        "taken_by": "the chair",
        "authority": "Terms 4.2",
        "reasons": "It could not wait",
    }
    make._kept(InterimDecision(body=sitting.body, words="That the grant be accepted.", **taken))

    assert item(sitting, "Between meetings").recommendations == (
        "That the decision taken on Monday 3 August 2026 by the chair be ratified: That the grant be accepted.",
    )

    private = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A loan"} | taken
    make._kept(InterimDecision(body=sitting.body, words="That the firm be lent £4m.", **private))

    assert item(sitting, "Between meetings").recommendations[1:] == (
        "That the decision taken on Monday 3 August 2026 be ratified: A loan",
    )


def test_an_item_that_was_withdrawn_is_not_taken(sitting):
    minuting.items_of(sitting.meeting)[1].withdrawn_because = "It is not ready."

    assert [each.title for each in script(sitting).items] == ["Apologies for absence", "Case review"]


def test_the_vice_chair_is_named_where_the_chair_sends_apologies(sitting):
    make.a_chair_in_office(sitting.people["director"], body=sitting.body)
    make.a_chair_in_office(sitting.people["fire"], body=sitting.body, kind=OfficeKind.VICE_CHAIR)

    reply(sitting, "director", away())

    assert script(sitting).notes[-1] == "The chair sends apologies. Holder 2 Fire, vice-chair, takes the chair."


def test_the_end_names_the_next_meeting_in_the_diary(sitting):
    where = {"starts_at": time(10), "venue": "Town Hall", "state": MeetingState.SCHEDULED, "minutes_state": None}
    make.a_meeting(body=sitting.body, on=date(2026, 11, 12), **where)

    assert script(sitting).closing[0] == "The next meeting is on Thursday 12 November 2026 at 10.00am, Town Hall."


def test_the_briefing_says_who_comes_what_is_late_and_who_has_an_interest(sitting):
    reply(
        sitting,
        "police",
        Said(Answer.ATTENDING, items=minuting.items_of(sitting.meeting)[1:2], interest="My brother drives"),
    )
    minuting.items_of(sitting.meeting)[2].needs_report = True

    found = papers.briefing(sitting.meeting, viewer=officer(sitting))

    assert found.forecast[0].startswith("1 of 3 seats have replied.")
    assert found.conflicts == ("Holder 1 Police, item 2: My brother drives",)
    assert found.late == ("3 Case review: no report has been asked for",)
    assert [each.is_private for each in found.items] == [False, False, True]


@pytest.mark.parametrize("is_large", [False, True])
def test_the_script_is_printed_and_says_on_each_page_that_it_is_not_for_publication(sitting, is_large):
    paper = papers.script(sitting.meeting, viewer=officer(sitting), is_large=is_large)

    made = documents.script.render(paper)

    assert made.startswith(b"%PDF")
    assert paper.imprint.is_restricted


def test_the_briefing_of_a_long_agenda_is_two_pages(sitting):
    for position in range(4, 22):
        row = make._kept(
            AgendaItem(meeting=sitting.meeting, position=position, number=str(position), title="Car parks")
        )
        row.presenter = "Director of Neighbourhoods"

    made = documents.briefing.render(papers.briefing(sitting.meeting, viewer=officer(sitting)))

    assert len(re.findall(rb"/Type /Page\b", made)) in (1, 2)


def test_the_attendance_sheet_has_a_line_for_everybody_expected(sitting):
    reply(sitting, "police")

    sheet = papers.attendance_sheet(sitting.meeting, viewer=officer(sitting))

    assert [(line.name, line.reply) for line in sheet.lines] == [
        ("Holder 0 Director", ""),
        ("Holder 1 Police", "Will be there"),
        ("Holder 2 Fire", ""),
    ]
    assert documents.briefing.render_sheet(sheet).startswith(b"%PDF")


def test_a_script_follows_a_reply_that_changes(sitting):
    reply(sitting, "police", away())
    assert "Holder 1 Police (" in " ".join(item(sitting, "Apologies for absence").says)

    reply(sitting, "police")

    assert item(sitting, "Apologies for absence").says[0] == "No apologies have been received."
