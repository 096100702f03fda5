"""The pages of reports: asked for, written or uploaded, handed in, cleared, chased."""

import re

import pytest
import sqlalchemy as sa

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.workflows import ReportState
from shp_gov.models import ClearanceOf, Message, Report
from shp_gov.services.deliveries import prepare, take
from tests import factories as make
from tests.factories import SYSTEM
from tests.inspection.traps import PLANTED
from tests.reports import a_ready_report, a_report, a_submitted_report, an_item, some_contents
from tests.web.report_pages import form_of, officer_of, sent


@pytest.fixture
def asked(app):
    """Give a report that was asked for."""
    return a_report(asked_for="Say what it costs.")


@pytest.fixture
def author(asked, sign_in):
    """Sign its author in."""
    return sign_in(make.a_user("Grace Holloway", person=asked.author))


def test_an_officer_asks_for_a_report_and_the_author_is_told_by_when(app, sign_in):
    item = an_item(title="Harbour lighting")
    make.a_seat(body=item.meeting.body, held_by=make.a_person("Grace Holloway", email="g@seaborough.example"))
    client = sign_in(make.an_officer(body=item.meeting.body))
    page = client.get(f"/meetings/{item.meeting_id}/items/{item.id}/report").get_data(as_text=True)
    number = re.search(r'<option value="(\d+)"[^>]*>Grace Holloway', page)[1]

    answer = sent(
        client,
        f"/meetings/{item.meeting_id}/items/{item.id}/report",
        author=number,
        **{"due_on-day": "18", "due_on-month": "2", "due_on-year": "2027"},
        asked_for="Say what it costs.",
        clearances=["legal", "finance"],
    )

    assert "Grace Holloway is asked for the report." in answer
    report = db.session.scalars(sa.select(Report)).one()
    assert {each.of for each in report.clearances} == {ClearanceOf.LEGAL, ClearanceOf.FINANCE}
    letter = letter_to_author(report)
    assert letter.subject == "Report wanted: Harbour lighting, by Thursday 18 February 2027"
    assert "Say what it costs." in letter.text


def letter_to_author(report):
    message = db.session.scalars(sa.select(Message).where(Message.subject_id == report.id)).one()
    return prepare(take(message.id)).letter


def test_a_message_about_a_private_report_says_nothing_of_it(app):
    item = an_item(title=PLANTED, is_exempt=True, exempt_paragraph="3", public_title="Prices")
    report = a_report(item=item, author=make.a_person(email="g@seaborough.example"), asked_for=PLANTED)

    letter = letter_to_author(report)

    assert PLANTED not in letter.subject + letter.text
    assert "1 private item" in letter.text


def test_somebody_who_is_not_in_the_register_can_be_asked(app, sign_in):
    item = an_item()
    client = sign_in(make.an_officer(body=item.meeting.body))

    answer = sent(
        client,
        f"/meetings/{item.meeting_id}/items/{item.id}/report",
        author="new",
        name="Tom Beck",
        post="Lighting Engineer",
        email="tom.beck@seaborough.example",
        **{"due_on-day": "18", "due_on-month": "2", "due_on-year": "2027"},
    )

    assert "Tom Beck is asked for the report." in answer


def test_an_author_writes_a_report_and_hands_it_in(asked, author):
    page = author.get(f"/reports/{asked.id}/write").get_data(as_text=True)
    typed = form_of(page) | {
        "subject": "Harbour lighting",
        "report_of": "Director of Neighbourhoods",
        "sections-0-words": "To propose new lamps.",
        "recommendations-0-words": "That twelve lamps be replaced.",
        "contacts-0-name": "Grace Holloway",
    }

    saved = sent(author, f"/reports/{asked.id}/write", **typed)
    handed_in = sent(author, f"/reports/{asked.id}/submit", note="")

    assert "It has all that a report needs." in saved
    assert "Handed in. The officer checks it next." in handed_in
    assert "The officer has it." in handed_in
    db.session.refresh(asked)
    assert (asked.state, asked.version) == (ReportState.SUBMITTED, 1)


def test_an_author_sees_what_is_missing_before_handing_in(asked, author):
    services.reports.draft(asked, some_contents(recommendations=()), seen=0, actor=SYSTEM)

    assert "Give at least one recommendation." in author.get(f"/reports/{asked.id}").get_data(as_text=True)


def test_an_author_need_not_say_whose_report_it_is_and_whom_to_ask(asked, author):
    asked.report_of = None
    db.session.commit()

    typed = form_of(author.get(f"/reports/{asked.id}/write").get_data(as_text=True))

    assert typed["report_of"] == "Director of Neighbourhoods"
    assert typed["contacts-0-name"] == f"{asked.author.name}, Director of Neighbourhoods"
    assert typed["contacts-0-email"] == (asked.author.email or "")


def test_words_typed_on_an_old_page_are_kept_on_it_and_nothing_is_written_over(asked, author):
    typed = form_of(author.get(f"/reports/{asked.id}/write").get_data(as_text=True))
    services.reports.draft(asked, some_contents(), seen=0, actor=SYSTEM)

    answer = sent(author, f"/reports/{asked.id}/write", **(typed | {"sections-0-words": "My own words."}))

    assert "Somebody else saved this report meanwhile." in answer
    assert "My own words." in answer
    assert asked.sections[0].words == "To propose new lamps along Harbour Road."


def test_an_officer_clears_a_report_step_by_step(app, sign_in):
    report = a_submitted_report(clearances=(ClearanceOf.LEGAL,))
    client = officer_of(report, sign_in)
    assert "Not cleared yet: legal." in client.get(f"/reports/{report.id}").get_data(as_text=True)
    today = clock.today()
    on = {"on-day": str(today.day), "on-month": str(today.month), "on-year": str(today.year)}

    cleared = sent(client, f"/reports/{report.id}/clearances", of="legal", said="cleared", by="Chief Solicitor", **on)
    ready = sent(client, f"/reports/{report.id}/ready")

    assert "Cleared by legal." in cleared
    assert "Ready for the pack." in ready
    db.session.refresh(report)
    assert report.state is ReportState.READY


def test_everybody_late_is_reminded_in_two_clicks_with_the_words_shown_first(app, sign_in):
    first = a_report()
    body, reports = first.meeting.body, [first, a_report(item=an_item(meeting=first.meeting))]
    for report in reports:
        report.due_on = clock.today().replace(year=clock.today().year - 1)
    client = sign_in(make.an_officer(body=body))
    assert 'href="/reports/chase"' in client.get("/reports").get_data(as_text=True)
    shown = client.get("/reports/chase").get_data(as_text=True)
    assert "Send 2 reminders" in shown

    answer = sent(client, "/reports/chase", **form_of(shown))

    assert "2 reminders will be sent." in answer
    chased = sa.select(sa.func.count()).where(Message.event == "report_chased")
    assert db.session.scalar(chased) == 2


def test_the_tracker_lists_the_reports_of_ones_own_partnerships_only(app, sign_in):
    mine, theirs = a_report(item=an_item(title="Ours")), a_report(item=an_item(title="Theirs"))
    client = officer_of(mine, sign_in)

    page = client.get("/reports").get_data(as_text=True)

    assert "Ours" in page
    assert theirs.subject not in page


def test_a_report_with_a_name_of_its_own_says_to_which_item_it_is(app, sign_in):
    report = a_submitted_report(item=an_item(title="Harbour lighting"))
    client, page = officer_of(report, sign_in), f"/reports/{report.id}"
    assert "To item 4" not in client.get(page).text

    report.agenda_item.title = "Lamps at the harbour"
    db.session.commit()

    for address in (page, "/reports"):
        assert "To item 4 “Lamps at the harbour”" in client.get(address).text


def test_an_author_finds_the_reports_asked_of_them_and_no_others(asked, author):
    a_report(item=an_item(title="Somebody else’s"))

    page = author.get("/my-reports").get_data(as_text=True)

    assert asked.subject in page
    assert "Somebody else’s" not in page


def test_a_published_report_is_a_page_for_everybody(app, client):
    report = a_ready_report()
    assert client.get(f"/reports/{report.id}").status_code == 404
    services.reports.release([report], actor=SYSTEM)

    page = client.get(f"/reports/{report.id}").get_data(as_text=True)

    assert "That twelve lamps be replaced." in page
    assert "Versions handed in" not in page


def test_every_version_that_was_handed_in_can_be_read(app, sign_in):
    report = a_submitted_report()
    client = officer_of(report, sign_in)

    page = client.get(f"/reports/{report.id}/versions/1").get_data(as_text=True)

    assert "That twelve lamps be replaced." in page
    assert client.get(f"/reports/{report.id}/versions/2").status_code == 404


def test_a_file_or_version_of_another_report_does_not_exist_here(app, sign_in):
    report, other = a_submitted_report(), a_submitted_report(item=an_item())
    other.document = make.a_document(b"%PDF-1.4", "prices.pdf")
    client = officer_of(report, sign_in)

    assert client.get(f"/reports/{report.id}/files/{other.document_id}").status_code == 404
    assert client.get(f"/reports/{other.id}").status_code == 404


def test_the_reports_of_a_meeting_stand_beside_their_items_and_missing_ones_can_be_asked_for(app, sign_in):
    report = a_report(item=an_item(title="Harbour lighting"))
    missing = an_item(meeting=report.meeting, title="Patrols", needs_report=True)
    client = officer_of(report, sign_in)

    page = client.get(f"/meetings/{report.meeting_id}/reports").get_data(as_text=True)

    assert "0 of 2 reports are ready for the pack." in page
    assert f"/meetings/{report.meeting_id}/items/{missing.id}/report" in page
    assert f"/reports/{report.id}" in page


def test_a_second_click_hands_in_once(asked, author):
    services.reports.draft(asked, some_contents(), seen=0, actor=SYSTEM)
    token = form_of(author.get(f"/reports/{asked.id}/submit").get_data(as_text=True))["form_token"]

    for _ in range(2):
        sent(author, f"/reports/{asked.id}/submit", form_token=token)

    db.session.refresh(asked)
    assert asked.version == 1
