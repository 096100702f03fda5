"""Votes, dissent and what was not agreed: on every page and paper that shows the minutes."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from docx import Document
from pypdf import PdfReader

from shp_gov.database import db
from tests import factories as make
from tests.minutes import the_next_meeting
from tests.votes import BY_NAME, DISSENT, FELL, REFUSED, a_divided_meeting, close, put_out

ALL = (BY_NAME, DISSENT, REFUSED, FELL)


@pytest.fixture
def sitting(app):
    return a_divided_meeting()


def text(answer):
    """Read a page, a PDF or a Word file."""
    assert answer.status_code == 200
    if answer.mimetype == "application/pdf":
        said = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages)
    elif answer.mimetype == "text/html":
        said = BeautifulSoup(answer.text, "html5lib").get_text(" ")
    else:
        said = " ".join(paragraph.text for paragraph in Document(BytesIO(answer.data)).paragraphs)
    return " ".join(said.split())


def lacking(answer, words=ALL):
    found = text(answer)
    return [said for said in words if said not in found]


@pytest.mark.parametrize("page", ["minutes/edit", "minutes/review", "decisions"])
def test_the_officer_and_the_chair_see_them_while_they_work_on_the_minutes(sitting, sign_in, page):
    meeting = close(sitting)
    db.session.commit()

    assert lacking(sign_in(make.an_officer(body=sitting.body)).get(f"/meetings/{meeting.id}/{page}")) == []


@pytest.mark.parametrize("paper", ["", "/minutes.pdf", "/minutes.docx"])
def test_everybody_reads_them_with_the_minutes(sitting, client, paper):
    put_out(sitting)

    assert lacking(client.get(f"/meetings/{sitting.meeting.id}{paper}")) == []


@pytest.mark.parametrize("paper", ["", "/notice.pdf"])
def test_everybody_reads_the_vote_and_the_dissent_with_the_decision(sitting, client, paper):
    put_out(sitting)
    (decision,) = sitting.minute("Taxi marshals").decisions

    assert lacking(client.get(f"/decisions/{decision.id}{paper}"), (f"{BY_NAME} {DISSENT}",)) == []


def test_the_meeting_that_approves_the_minutes_reads_them(sitting, sign_in):
    put_out(sitting)
    meeting = the_next_meeting(sitting)
    db.session.commit()

    assert lacking(sign_in(make.an_officer(body=sitting.body)).get(f"/meetings/{meeting.id}/minutes/confirm")) == []
