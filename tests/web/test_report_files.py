"""Reports as files: uploaded, read, looked through, cleaned; bad ones turned away."""

import io
import re

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.workflows import ReportState
from shp_gov.models import Document
from tests import factories as make
from tests.factories import SYSTEM
from tests.inspection.pdf_traps import PDF_TRAPS
from tests.inspection.test_hidden import REFUSED
from tests.inspection.traps import DELETED, PLANTED, WORD_TRAPS, a_paragraph, a_run, a_word_file
from tests.reports import a_report, a_submitted_report
from tests.web.report_pages import form_of, officer_of, sent, upload

UPLOADED = a_paragraph(a_run("1. PURPOSE OF REPORT", "<w:b/>")) + a_paragraph(a_run("To propose lamps.") + DELETED)
UPLOADED += a_paragraph(a_run("2. RECOMMENDATIONS", "<w:b/>")) + a_paragraph(a_run("2.1 That lamps be replaced."))


@pytest.fixture
def asked(app):
    """Give a report that was asked for."""
    return a_report(asked_for="Say what it costs.")


@pytest.fixture
def author(asked, sign_in):
    """Sign its author in."""
    return sign_in(make.a_user("Grace Holloway", person=asked.author))


def test_an_uploaded_word_file_is_read_into_rows_to_confirm_and_its_deletion_is_never_printed(asked, author):
    answer = upload(author, asked, a_word_file(UPLOADED))
    assert "That lamps be replaced" in answer
    assert "Confirm the recommendations" in answer

    rows = form_of(answer) | {"rows-0-words": "That twelve lamps be replaced."}
    answer = sent(author, f"/reports/{asked.id}/recommendations", **rows)

    assert "1 recommendation confirmed." in answer
    assert "tracked change" in answer
    for ending in ("pdf", "docx"):
        assert PLANTED.encode() not in author.get(f"/reports/{asked.id}/report.{ending}").data
    page = author.get(f"/reports/{asked.id}").get_data(as_text=True)
    assert "To propose lamps." in page


def test_recommendations_that_nobody_confirmed_are_not_handed_in(asked, author):
    upload(author, asked, a_word_file(UPLOADED))

    answer = sent(author, f"/reports/{asked.id}/submit", note="")

    assert "There is a problem" in answer
    db.session.refresh(asked)
    assert asked.state is ReportState.DRAFTED


def test_what_a_file_hides_is_shown_and_cleaned_with_one_button(asked, author):
    upload(author, asked, WORD_TRAPS["a comment"].make())
    asked.recommendations[:] = []
    db.session.commit()
    shown = author.get(f"/reports/{asked.id}").get_data(as_text=True)
    assert f"Comment, by Pat Lowe: “{PLANTED}”" in shown

    answer = sent(author, f"/reports/{asked.id}/clean")

    assert "Cleaned. The copy holds only what it shows." in answer
    assert PLANTED not in answer


def test_what_an_uploaded_file_does_not_say_is_given_on_the_form_that_the_page_leads_to(asked, author):
    upload(author, asked, WORD_TRAPS["a comment"].make())
    asked.recommendations[:] = []
    db.session.commit()

    shown = author.get(f"/reports/{asked.id}").get_data(as_text=True)

    assert f'. <a class="govuk-link" href="/reports/{asked.id}/write">Write what is missing</a>' in shown
    cleaned = sent(author, f"/reports/{asked.id}/clean")
    assert f'href="/reports/{asked.id}/write"' in cleaned
    assert "Write what is missing" in cleaned


def test_only_an_officer_accepts_what_a_file_hides_and_it_carries_the_name(asked, sign_in):
    author = sign_in(make.a_user(person=asked.author))
    upload(author, asked, PDF_TRAPS["an author"].make(), "lamps.pdf")
    assert author.get(f"/reports/{asked.id}/accept").status_code == 403
    client = officer_of(asked, sign_in)

    answer = sent(client, f"/reports/{asked.id}/accept", reason="The author signs the report.")

    assert "Accepted, with your name and your reason." in answer
    assert [each.accepted_by for each in asked.document.hidden] == ["Helen Ashby"]


@pytest.mark.parametrize("case", [case for case in REFUSED if case != "200 MB"])
def test_a_bad_upload_gets_a_clear_sentence_and_changes_nothing(asked, author, case):
    name, content, says = REFUSED[case]
    if case == "nothing":
        says = "is empty|Choose the report"

    answer = upload(author, asked, content(), name)

    assert re.search(says, answer)
    assert "There is a problem" in answer
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Document)) == 0
    assert asked.state is ReportState.REQUESTED


def test_an_upload_of_200_mb_is_turned_away_with_a_page(asked, author):
    with io.BytesIO(bytes(200_000_000)) as sent_bytes:
        kind = "multipart/form-data; boundary=x"
        answer = author.post(
            f"/reports/{asked.id}/upload", input_stream=sent_bytes, content_type=kind, content_length=200_000_000
        )

    assert answer.status_code == 413
    assert b"20 MB" in answer.data


def test_a_report_whose_file_hides_something_is_not_made_ready(app, sign_in):
    report = a_submitted_report()
    trap = services.evidence.Upload("lamps.docx", WORD_TRAPS["a comment"].make())
    report.document = services.inspecting.take_in(trap, is_exempt=False, actor=SYSTEM)
    client = officer_of(report, sign_in)

    answer = sent(client, f"/reports/{report.id}/ready")

    assert "“lamps.docx” holds 1 comment." in answer
    assert report.state is ReportState.SUBMITTED


def test_an_appendix_is_a_pdf_that_was_looked_through(asked, author):
    answer = sent(
        author,
        f"/reports/{asked.id}/appendices",
        title="Appendix A: map",
        file=(io.BytesIO(PDF_TRAPS["an author"].make()), "map.pdf"),
    )

    assert "“Appendix A: map” is added." in answer
    assert "holds 1 detail of the file" in author.get(f"/reports/{asked.id}").get_data(as_text=True)
