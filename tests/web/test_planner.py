"""The year planner as a page: what is on no meeting, a button that ties it, another that takes it off."""

import csv
import io
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import DutyPlan, TermsState, TermsSubGroup, TermsVersion
from tests import factories as make
from tests.counting import counted
from tests.web.sending import complaint, form_of


@pytest.fixture
def body(app):
    return make.a_body(area="hartlepool")


@pytest.fixture
def officer(body, sign_in):
    return sign_in(make.an_officer(body=body))


def planner_of(body):
    return f"/bodies/{body.slug}/planner"


@pytest.fixture
def coming(body):
    usual = {"state": MeetingState.SCHEDULED, "minutes_state": None}
    return make.a_meeting(body=body, on=clock.today() + timedelta(days=2), **usual)


def test_a_button_ties_what_is_due_to_the_meeting_and_another_takes_it_off(body, officer, coming):
    button = BeautifulSoup(officer.get(planner_of(body)).text, "html5lib").select_one(".app-one-button")
    hidden = {field["name"]: field["value"] for field in button.find_all("input")}

    answer = officer.post(button["action"], data=hidden)

    plan = db.session.query(DutyPlan).one()
    assert plan.meeting_id == coming.id
    page = BeautifulSoup(officer.get(answer.location).text, "html5lib")
    off = next(form for form in page.select(".app-one-button") if "Take off" in form.get_text())
    officer.post(off["action"], data={field["name"]: field["value"] for field in off.find_all("input")})
    assert db.session.query(DutyPlan).count() == 0


def test_another_meeting_is_chosen_from_a_list(body, officer, coming):
    links = BeautifulSoup(officer.get(planner_of(body)).text, "html5lib").select(".app-lines__when a")

    assert "Choose the meeting" in complaint(officer.post(links[0]["href"], data={}))
    where, hidden = form_of(officer, links[0]["href"])
    answer = officer.post(where, data={**hidden, "meeting": str(coming.id)})
    assert answer.status_code == 302
    assert db.session.query(DutyPlan).one().meeting_id == coming.id


def test_what_is_not_in_the_planner_cannot_be_tied(body, officer, coming):
    for act in ("tie", "untie"):
        answer = officer.post(f"{planner_of(body)}/{act}", data={"item": "duty:none:2026-04-01", "meeting": coming.id})
        assert answer.status_code == 302
    assert db.session.query(DutyPlan).count() == 0


def test_the_reports_of_sub_groups_are_planned_too(body, officer, coming):
    version = make._kept(TermsVersion(body_id=body.id, number=1))
    group = {"name": "Prevent Group", "months_due": [coming.on.month]}
    make._kept(TermsSubGroup(version_id=version.id, position=1, **group))
    version.state, version.in_force_from, version.basis = TermsState.ADOPTED, date(2020, 1, 1), "As agreed"

    page = BeautifulSoup(officer.get(planner_of(body)).text, "html5lib")
    waiting = [line.get_text() for line in page.select_one("section.app-section").select(".app-lines > li")]
    assert any(line.startswith("Report of Prevent Group") for line in waiting)


def test_the_planner_downloads_as_csv(body, officer):
    rows = list(csv.reader(io.StringIO(officer.get(f"{planner_of(body)}.csv").text.lstrip("\ufeff"))))

    assert rows[0] == ["What", "Due", "Done", "Meeting", "After its day"]
    assert len(rows) > 5
    assert [row[1] for row in rows[1:]] == sorted(row[1] for row in rows[1:])


def test_nothing_is_written_by_looking(body, officer, coming):
    before = counted(db.session.connection())

    calendar = f"/bodies/{body.slug}/duties"
    for page in (calendar, f"{calendar}/public-meeting", planner_of(body), f"{planner_of(body)}.csv"):
        assert officer.get(page).status_code == 200

    assert counted(db.session.connection()) == before
