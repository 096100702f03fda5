"""Papers from the screen: the public version for everybody, the restricted one for those entitled."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from shp_gov.models import Capacity
from tests import factories as make


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


@pytest.fixture
def meeting(app):
    meeting = make.a_meeting()
    make.a_decision(
        minute=make.a_minute(meeting=meeting, position=1, title="Taxi marshals"), words="That marshals be tried."
    )
    private = make.a_minute(
        meeting=meeting,
        position=2,
        title="Harbour contract",
        public_title="A contract",
        is_exempt=True,
        exempt_paragraph="3",
    )
    make.a_decision(minute=private, words="That the price be refused.")
    make.an_attendance(make.a_person("Carl Whitby"), meeting=meeting, capacity=Capacity.PRESENT, is_in_the_chair=True)
    return meeting


def test_the_public_prints_the_minutes_without_exempt_words(client, meeting):
    words = words_of(client.get(f"/meetings/{meeting.id}/minutes.pdf").data)

    assert "That marshals be tried." in words
    assert "A contract" in words
    assert "Harbour contract" not in words
    assert "price" not in words


def test_the_public_cannot_ask_for_the_restricted_version(client, meeting):
    words = words_of(client.get(f"/meetings/{meeting.id}/minutes.pdf?version=restricted").data)

    assert "price" not in words


def test_an_officer_prints_both_versions(sign_in, meeting):
    officer = sign_in(make.an_officer(body=meeting.body))

    restricted = words_of(officer.get(f"/meetings/{meeting.id}/minutes.pdf?version=restricted").data)
    public = words_of(officer.get(f"/meetings/{meeting.id}/minutes.pdf").data)

    assert "That the price be refused." in restricted
    assert "not for publication: paragraph 3" in restricted
    assert "price" not in public


@pytest.mark.parametrize("paper", ["minutes.pdf", "minutes.docx", "agenda.pdf", "agenda.docx"])
def test_a_paper_that_is_not_on_record_does_not_exist(client, paper):
    empty = make.a_meeting(minutes_state=None)

    assert client.get(f"/meetings/{empty.id}/{paper}").status_code == 404


def test_the_action_log_prints_even_when_nothing_is_to_be_done(client):
    body = make.a_body()

    assert client.get(f"/bodies/{body.slug}/action-log.pdf").data.startswith(b"%PDF")


def test_a_decision_notice_prints_its_words(client, meeting):
    decision = meeting.minutes[0].decisions[0]

    assert "That marshals be tried." in words_of(client.get(f"/decisions/{decision.id}/notice.pdf").data)


def test_the_public_prints_the_summary_of_what_is_private(client, meeting):
    meeting.minutes[1].public_summary = "An offer for the harbour was considered."

    words = words_of(client.get(f"/meetings/{meeting.id}/minutes.pdf").data)

    assert "An offer for the harbour was considered." in words
    assert "price" not in words
