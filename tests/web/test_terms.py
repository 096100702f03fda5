"""Reading, drafting, comparing and adopting terms of reference on screen."""

from datetime import date
from io import BytesIO

import pytest
import sqlalchemy as sa
from docx import Document
from pypdf import PdfReader

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.models import OfficeKind, TermsSection, TermsVersion, Voting
from tests import factories as make
from tests.services.acting import CLERK
from tests.terms import a_seat_in_terms, terms_in_force

TODAY = date(2026, 9, 1)


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def adopted(body):
    purpose = TermsSection(position=1, key="purpose", heading="Purpose", words="To work together.\nTo tell the public.")
    seat = a_seat_in_terms(make.a_seat(body=body))
    return terms_in_force(body, from_on=date(2024, 4, 1), sections=[purpose], seats=[seat])


@pytest.fixture
def draft(body, adopted):
    return services.terms.start(body, on=TODAY, actor=CLERK)


@pytest.fixture
def officer(sign_in, body):
    return sign_in(make.an_officer(body=body))


@pytest.fixture
def at(body):
    return f"/bodies/{body.slug}/terms"


def _draft():
    return db.session.scalars(sa.select(TermsVersion).where(TermsVersion.state == "draft")).one()


def test_everybody_reads_what_is_adopted_with_its_numbers_and_what_it_leaves_open(client, adopted, at):
    index, page = client.get(at).text, client.get(f"{at}/1").text

    assert "Version 1" in index
    assert "In force from Monday 1 April 2024" in index
    assert "1.2" in page
    assert "To tell the public." in page
    assert "District Manager" in page
    assert "A quorum" in page


def test_a_body_without_terms_says_that_what_they_ask_is_not_known(client, body, at):
    assert "No terms of reference are on record." in client.get(at).text


def test_a_draft_does_not_exist_for_the_public_on_any_page_or_paper(client, draft, at):
    for path in ("/2", "/draft", "/2/compare", "/2/terms.pdf", "/2/terms.docx"):
        assert client.get(at + path).status_code in (302, 404), path
    assert "Version 2" not in client.get(at).text
    assert "version 2" not in client.get(f"{at}/1/compare?with=2").text


def test_the_chair_reads_the_draft_and_changes_nothing(sign_in, body, draft, at):
    chair = sign_in(make.a_chair(body=body))

    page = chair.get(f"{at}/draft").text

    assert "Draft of version 2" in page
    assert "Add a seat" not in page
    assert chair.post(f"{at}/draft/sections/new", data={"heading": "Mine"}).status_code == 404


def test_a_draft_is_begun_from_the_last_version_the_starter_or_a_list(officer, adopted, at):
    assert "no pack" not in officer.get(f"{at}/start").text

    answer = officer.post(f"{at}/start", data={"source": "last"})

    assert answer.headers["Location"].endswith("/terms/draft")
    assert _draft().drafted_from.number == 1
    assert "is being drafted already" in officer.post(f"{at}/start", data={"source": "starter"}).text


def test_an_officer_changes_every_part_of_a_draft(officer, draft, at):
    for path, data in (
        ("sections/new", {"heading": "Money", "words": "It has none."}),
        ("seats/new", {"post": "Harbour Master", "category": "other", "places": "1", "is_voting": "no"}),
        ("offices/vice-chair", {"is_yearly": "yes", "barred": "The Council"}),
        ("asked", {"meetings_per_year": "4", "voting": "consensus", "has_substitutes": "yes"}),
        ("sub-groups/new", {"name": "Harbour Group", "group": "", "months_due": ["3", "9"]}),
    ):
        assert officer.post(f"{at}/draft/{path}", data=data).status_code == 302, path

    found = queries.terms.as_terms(_draft())
    assert [section.heading for section in found.sections] == ["Purpose", "Money"]
    assert [seat.title for seat in found.seats] == ["District Manager", "Harbour Master"]
    assert (found.offices[0].kind, found.offices[0].barred) == (OfficeKind.VICE_CHAIR, "The Council")
    assert (found.figures.meetings_per_year, found.figures.voting) == (4, Voting.CONSENSUS)
    assert found.sub_groups[0].months_due == (3, 9)


def test_the_forms_show_what_the_draft_says_and_keep_it(officer, draft, at):
    services.terms_edits.set_figures(draft, {"notice_days": 0, "has_substitutes": False}, actor=CLERK)

    officer.post(f"{at}/draft/asked", data={"notice_days": "0", "has_substitutes": "no"})

    assert (_draft().notice_days, _draft().has_substitutes, _draft().voting) == (0, False, None)
    assert 'value="0"' in officer.get(f"{at}/draft/asked").text


@pytest.mark.parametrize(
    ("path", "data", "complaint"),
    [
        ("sections/new", {"heading": ""}, "Enter a heading"),
        ("seats/new", {"category": "other", "places": "1"}, "Name the post, the organisation, or both."),
        ("seats/new", {"post": "A", "category": "king", "places": "1"}, "Choose from the list"),
        ("seats/new", {"post": "A", "category": "other", "places": "0"}, "must be from 1 to 50"),
        ("asked", {"notice_days": "many"}, "must be a whole number"),
        ("asked", {"notice_days": "1001"}, "must be 1,000 or fewer"),
        ("sub-groups/new", {"name": "A", "months_due": ["13"]}, "Choose from the list"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_changes_nothing(officer, draft, at, path, data, complaint):
    page = officer.post(f"{at}/draft/{path}", data=data)

    assert (page.status_code, complaint in page.text) == (200, True)
    assert _draft().edits == 0


def test_a_part_that_somebody_else_changed_meanwhile_is_not_overwritten(officer, draft, at):
    section = draft.sections[0]
    address = f"{at}/draft/sections/{section.id}"
    seen = officer.get(address).text.partition('name="seen" value="')[2].partition('"')[0]
    services.terms_edits.write_section(draft, section=section, heading="Aims", words="Theirs.", actor=CLERK)

    page = officer.post(address, data={"heading": "Purpose", "words": "Mine.", "seen": seen}).text

    assert "Somebody changed this part of the draft" in page
    assert "Mine." in page
    assert _draft().sections[0].words == "Theirs."


def test_parts_are_moved_and_taken_out(officer, draft, at):
    services.terms_edits.write_section(draft, heading="Money", words="", actor=CLERK)
    first, second = (section.id for section in draft.sections)
    seat = draft.seats[0].id

    officer.post(f"{at}/draft/sections/{second}/move", data={"way": "up"})
    officer.post(f"{at}/draft/sections/{first}", data={"heading": "Purpose", "words": "", "remove": "y"})
    data = {"post": "District Manager", "category": "other", "places": "1", "remove": "y"}
    officer.post(f"{at}/draft/seats/{seat}", data=data)

    assert [section.heading for section in _draft().sections] == ["Money"]
    assert _draft().seats == []


def test_a_draft_is_compared_and_adopted_by_a_decision(officer, body, draft, at):
    meeting = make.a_meeting(body=body, on=date(2026, 7, 16))
    decision = make.a_decision(minute=make.a_minute(meeting=meeting))
    services.terms_edits.set_figures(draft, {"notice_days": 5}, actor=CLERK)
    day = {"in_force_from-day": "16", "in_force_from-month": "7", "in_force_from-year": "2026"}

    compared = officer.get(f"{at}/2/compare").text
    refused = officer.post(f"{at}/draft/adopt", data={"decision": "", **day}).text
    answer = officer.post(f"{at}/draft/adopt", data={"decision": str(decision.id), **day})

    assert "1 difference" in compared
    assert "Choose the decision that adopts these terms" in refused
    assert answer.headers["Location"].endswith("/terms/2")
    assert "In force from Thursday 16 July 2026" in officer.get(f"{at}/2").text
    assert officer.get(f"{at}/draft").status_code == 404


def test_a_draft_is_discarded(officer, draft, at):
    officer.post(f"{at}/draft/discard", data={})

    assert db.session.scalars(sa.select(TermsVersion.number)).all() == [1]


def test_a_version_is_a_pdf_and_a_word_file_with_the_same_words(client, adopted, at):
    pdf = PdfReader(BytesIO(client.get(f"{at}/1/terms.pdf").data))
    word = Document(BytesIO(client.get(f"{at}/1/terms.docx").data))
    words = [paragraph.text for paragraph in word.paragraphs]

    printed = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for said in ("Version 1", "In force from Monday 1 April 2024", "To tell the public.", "District Manager"):
        assert said in printed
        assert said in words
