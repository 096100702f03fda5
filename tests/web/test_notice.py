"""The pages of notice and access: an officer records, and everybody reads the verdict on the page of the meeting."""

from datetime import date, timedelta

import pytest

from shp_gov import clock
from shp_gov.domain.clear_days import Basis, last_publication
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AccessRegime, AgendaItem, Report
from tests import factories as make

MEETING = date(2018, 4, 6)


def parts(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year} if day else {}


def sent(*, noticed=None, published=None, **more):
    return {"mode": "in person", "recording": "", "coherent": ""} | {
        **parts("noticed_on", noticed),
        **parts("published_on", published),
        **more,
    }


@pytest.fixture
def meeting(app):
    return make.a_meeting(on=MEETING)


@pytest.fixture
def officer(client, sign_in, meeting):
    sign_in(make.an_officer(body=meeting.body))
    return client


def test_an_officer_records_the_days_and_the_page_of_the_meeting_says_what_follows(officer, meeting):
    days = sent(noticed=date(2018, 3, 27), published=date(2018, 3, 28))

    page = officer.post(f"/meetings/{meeting.id}/notice", data=days, follow_redirects=True).text

    assert "Notice of the meeting was given on Tuesday 27 March 2018: 5 clear working days before." in page
    assert "put out on Wednesday 28 March 2018: 4 clear working days before. 5 are asked for" in page


def test_the_public_reads_the_verdict_and_is_not_told_to_record(client, meeting):
    meeting.agenda_published_on = date(2018, 3, 27)
    make.a_minute(meeting=meeting)

    page = client.get(f"/meetings/{meeting.id}").text

    assert "put out on Tuesday 27 March 2018: 5 clear working days before." in page
    assert "Record the day" not in page
    assert f"/meetings/{meeting.id}/notice" not in page
    assert "until 5 Apr 2024 or longer; background papers until 5 Apr 2022 or longer" in page


def test_a_body_that_keeps_no_access_rules_is_not_judged_by_them(client, meeting):
    meeting.body.access_regime = AccessRegime.NONE
    meeting.agenda_published_on = date(2018, 4, 5)

    page = client.get(f"/meetings/{meeting.id}").text

    assert "Notice and papers" not in page
    assert "or longer" not in page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"published": date(2018, 4, 7)}, "cannot be later than the meeting"),
        ({"published": date(2016, 4, 7)}, "more than a year before the meeting"),
        ({"noticed_on-day": "31", "noticed_on-month": "2", "noticed_on-year": "2018"}, "The day of the notice"),
        ({"link_at": "10am"}, "Enter the day of the link"),
        ({"mode": "by post"}, "Choose from the list"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(officer, meeting, days, sentence):
    page = officer.post(f"/meetings/{meeting.id}/notice", data=sent(**days)).text

    assert sentence in page
    make.db.session.refresh(meeting)
    assert meeting.agenda_published_on is None


def test_the_link_to_a_meeting_held_at_a_distance_has_a_moment(officer, meeting):
    link = {"mode": "remote", "link_at": "9.30am", **parts("link_on", date(2018, 4, 5))}

    officer.post(f"/meetings/{meeting.id}/notice", data=sent(**link))

    make.db.session.refresh(meeting)
    assert meeting.link_published_at.isoformat() == "2018-04-05T08:30:00+00:00"
    assert 'value="9.30am"' in officer.get(f"/meetings/{meeting.id}/notice").text


def test_a_body_chooses_which_days_count(officer, meeting):
    chosen = {"regime": "adopted", "basis": "calendar", "as_is": "y"}

    page = officer.post(f"/bodies/{meeting.body.slug}/access", data=chosen, follow_redirects=True).text

    assert "Recorded." in page
    make.db.session.refresh(meeting.body)
    assert (meeting.body.clear_days_basis, meeting.body.papers_count_as_is) == (Basis.CALENDAR, True)


def test_the_public_reads_the_summary_of_a_private_minute_and_never_the_reason(officer, client, meeting):
    minute = make.a_minute(meeting=meeting, is_exempt=True, title="Two offers", public_title="A contract")
    kept = {
        "paragraph": "3",
        "interest": "The Northern offer would be known.",
        "summary": "Two offers were considered.",
        "excluded": "yes",
    }

    officer.post(f"/minutes/{minute.id}/access", data=kept)
    client.post("/sign-out")
    page = client.get(f"/meetings/{meeting.id}").text

    assert "Two offers were considered." in page
    assert "Northern" not in page
    assert client.get(f"/minutes/{minute.id}/access").status_code == 302


def test_an_open_minute_has_no_ground_to_record(officer, meeting):
    page = officer.get(f"/minutes/{make.a_minute(meeting=meeting).id}/access").text

    assert "Open to the public" in page
    assert "public interest" not in page


def a_report(meeting, **details):
    return make._kept(
        Report(meeting=meeting, position=1, subject="Harbour patrols", published_at=clock.now(), **details)
    )


@pytest.mark.parametrize(
    ("says", "papers", "kept"),
    [("listed", "The plan of 2017", "The plan of 2017"), ("none", "", "none"), ("missing", "", ""), ("", "", None)],
)
def test_what_a_report_says_of_its_background_papers_is_recorded(officer, meeting, says, papers, kept):
    report = a_report(meeting, background_papers="Something else")

    officer.post(f"/reports/{report.id}/access", data={"says": says, "papers": papers})

    make.db.session.refresh(report)
    assert report.background_papers == kept


def test_a_list_of_papers_needs_its_papers(officer, meeting):
    page = officer.post(f"/reports/{a_report(meeting).id}/access", data={"says": "listed", "papers": " "}).text

    assert "Enter the papers that it lists" in page


def test_only_a_withheld_report_is_asked_for_its_marking(officer, meeting):
    report = a_report(meeting)

    assert "Not for publication" not in officer.get(f"/reports/{report.id}/access").text

    report.is_exempt = True
    officer.post(f"/reports/{report.id}/access", data={"says": "", "marked": "yes"})

    make.db.session.refresh(report)
    assert report.is_marked is True
    assert "Harbour patrols" in officer.get(f"/meetings/{meeting.id}/notice").text


def test_the_day_an_item_was_added_is_recorded_with_its_minute(officer, meeting):
    item = make._kept(AgendaItem(meeting=meeting, position=1, number="1", title="Kiosk"))
    minute = make.a_minute(meeting=meeting, agenda_item=item)

    late = officer.post(f"/minutes/{minute.id}/access", data={"excluded": "", **parts("added_on", date(2018, 4, 7))})
    officer.post(f"/minutes/{minute.id}/access", data={"excluded": "", **parts("added_on", date(2018, 4, 4))})

    assert "The day it was added cannot be later than the meeting" in late.text
    make.db.session.refresh(item)
    assert item.added_on == date(2018, 4, 4)


def test_the_page_of_a_meeting_to_come_says_by_when_its_papers_are_due(client, app):
    day = clock.today() + timedelta(days=60)
    coming = make.a_meeting(on=day, state=MeetingState.SCHEDULED, minutes_state=None)

    page = client.get(f"/meetings/{coming.id}").text

    assert f"Its agenda and reports must be out by {long_day(last_publication(day))}." in page
    assert "Not applicable" not in page
    assert "or longer" not in page
