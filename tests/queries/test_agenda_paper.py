"""The printed agenda: the body's own words, the next meeting, and the private part under its resolution."""

from datetime import date, time

from shp_gov.models import HouseText, HouseTextKey
from shp_gov.queries import papers
from shp_gov.services import agenda, body_settings
from tests.agendas import CLERK, PRIVATELY, to_come, with_items, wording
from tests.factories import _kept, an_officer, viewer


def test_private_items_are_printed_under_the_resolution(app):
    meeting = with_items("One")
    agenda.add(meeting, wording("Gull Ltd", **PRIVATELY), actor=CLERK)

    last = papers.agenda(meeting, viewer=viewer(an_officer(body=meeting.body))).sections[-1]

    assert (last.number, last.title) == ("2", "In private")
    assert "the press and public be excluded from the meeting for item 2.1," in last.resolution
    assert [item.title for item in last.items] == ["Gull Ltd"]


def test_a_body_has_its_own_words_for_it(app):
    meeting = with_items("One")
    agenda.add(meeting, wording("Gull Ltd", **PRIVATELY), actor=CLERK)
    _kept(HouseText(body=meeting.body, key=HouseTextKey.EXCLUSION, words="That the public leave."))

    sections = papers.agenda(meeting, viewer=viewer(an_officer(body=meeting.body))).sections

    assert [section.resolution for section in sections] == ["", "That the public leave."]


def test_the_words_of_the_body_about_coming_asking_and_whom_to_write_to_are_printed(app):
    meeting = with_items("One")
    said = {
        HouseTextKey.ADMISSION: "Come in by the side door.",
        HouseTextKey.QUESTIONS: "Ask by noon of the day before.",
        HouseTextKey.CONTACT: "Helen Ashby, 01632 960 114.",
    }
    body_settings.keep_texts(meeting.body, said, actor=CLERK)

    paper = papers.agenda(meeting, viewer=viewer(an_officer(body=meeting.body)))

    assert (paper.admission, paper.questions, paper.contact) == tuple(said.values())


def test_the_next_meeting_is_printed_from_the_diary_until_another_is_announced(app):
    meeting = with_items("One")
    to_come(meeting.body, on=date(2026, 11, 12), venue="Guildhall")
    seen = viewer(an_officer(body=meeting.body))

    coming = papers.agenda(meeting, viewer=seen).next_meeting
    meeting.next_on = date(2026, 12, 3)
    announced = papers.agenda(meeting, viewer=seen).next_meeting

    assert (coming.on, coming.starts_at, coming.venue) == (date(2026, 11, 12), time(10), "Guildhall")
    assert announced.on == date(2026, 12, 3)
