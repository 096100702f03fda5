"""The page on which an officer adds a decision that nobody wrote down in the meeting."""

import pytest

from shp_gov.database import db
from shp_gov.models import Agreement
from tests import factories as make
from tests.minutes import a_closed_meeting, a_published_draft
from tests.sittings import RECOMMENDED
from tests.web.sending import complaint
from tests.web.test_minutes import filled, text

WORDS = "That the rank be swept weekly."


@pytest.fixture
def sitting(app):
    return a_closed_meeting()


def page_of(sitting):
    return f"/meetings/{sitting.meeting.id}/minutes/{sitting.minute('Taxi marshals').id}/decisions/new"


def test_it_is_added_from_the_editor_and_stands_there(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))
    editor = f"/meetings/{sitting.meeting.id}/minutes/edit"
    assert page_of(sitting) in officer.get(editor).text

    answer = officer.post(page_of(sitting), data=filled(officer, page_of(sitting)) | {"words": WORDS, "how": "vote"})

    said = text(officer.get(answer.location))
    assert f"(ii) {WORDS}" in said
    assert "Enter the vote" in said
    assert sitting.minute("Taxi marshals").decisions[1].agreement is Agreement.VOTE


def test_without_words_it_is_refused_and_nothing_changes(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))

    answer = officer.post(page_of(sitting), data=filled(officer, page_of(sitting)) | {"words": " "})

    assert "Enter what was decided" in complaint(answer)
    db.session.expire_all()
    assert [each.words for each in sitting.minute("Taxi marshals").decisions] == [RECOMMENDED[0]]


def test_once_the_draft_is_out_the_page_leads_back_to_the_minutes(app, sign_in):
    sitting = a_published_draft()
    officer = sign_in(make.an_officer(body=sitting.body))

    assert "/minutes/edit" in officer.get(page_of(sitting)).location


def test_a_decision_that_was_never_taken_is_taken_out_on_the_page_of_its_words(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))
    words = page_of(sitting).replace("decisions/new", "words?part=decision+1")

    answer = officer.post(words, data=filled(officer, words) | {"withdraw": "y"})

    assert f"(i) {RECOMMENDED[0]}" not in text(officer.get(answer.location))
    assert sitting.minute("Taxi marshals").decisions == []
