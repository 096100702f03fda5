"""The governance calendar and the year planner as pages."""

import io
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import DutyEntry, Interest
from tests import factories as make
from tests.web.sending import complaint, form_of, three_boxes

THIS_YEAR = date(clock.today().year - (clock.today().month < 4), 4, 1)
POLICE = "Chief Constable of Cleveland"


@pytest.fixture
def body(app):
    return make.a_body(area="hartlepool")


@pytest.fixture
def officer(body, sign_in):
    return sign_in(make.an_officer(body=body))


def address(body, rest=""):
    return f"/bodies/{body.slug}/duties{rest}"


def lines_of(page):
    """Give the lines of a page by the heading they stand under."""
    found = {}
    for section in BeautifulSoup(page.text, "html5lib").select("section.app-section"):
        heading = section.h2.get_text().partition(" (")[0]
        found[heading] = [" ".join(line.get_text(" ").split()) for line in section.select(".app-lines > li")]
    return found


def starting(lines, title):
    return next(line for line in lines if line.startswith(title))


def sent(client, page, **answers):
    where, hidden = form_of(client, page)
    lists = BeautifulSoup(client.get(page).text, "html5lib").main.select("select")
    chosen = {one["name"]: (one.select_one("option[selected]") or one.option)["value"] for one in lists}
    return client.post(where, data={**hidden, **chosen, "done": "yes", **answers})


def test_the_calendar_says_where_each_duty_stands(body, officer):
    assessed = {"prepared_on": THIS_YEAR.isoformat()}
    make.a_duty_entry(body=body, year=THIS_YEAR, entered=assessed)
    revised = {"revised_on": (THIS_YEAR + timedelta(days=19)).isoformat()}
    make.a_duty_entry("plan-revision", body=body, year=THIS_YEAR, entered=revised)

    lines = lines_of(officer.get(address(body)))

    assert "Done 1 April" in starting(lines["Met"], "Strategic assessment")
    assert "20 days late" in starting(lines["Met"], "Revision of the partnership plan")
    assert starting(lines["Due"], "Public meeting").endswith(f": Public meeting, {THIS_YEAR.year}-{name_of_next()}")
    assert "Nothing is recorded." in starting(lines["To do or to record"], "Information-sharing protocol")
    assert "It is asked when it happens." in starting(lines["Standing"], "Report required")


def name_of_next():
    return f"{(THIS_YEAR.year + 1) % 100:02}"


def test_another_year_can_be_looked_at_and_nonsense_is_today(body, officer):
    assert "The year of the Regulations 2017-18" in officer.get(address(body, "?year=2017")).text
    for nonsense in ("1066", "3000", "x", "²⁰¹⁷", "9" * 5000, "020081"):
        assert f"Regulations {THIS_YEAR.year}-" in officer.get(address(body, f"?year={nonsense}")).text


def test_a_chair_reads_and_has_nothing_to_press(body, sign_in):
    entry = make.a_duty_entry(body=body)
    client = sign_in(make.a_chair(body=body))

    assert "Record" not in [link.get_text() for link in BeautifulSoup(client.get(address(body)).text, "html5lib")("a")]
    page = client.get(address(body, "/strategic-assessment")).text
    assert "Monday 1 June 2026" in page
    assert f"/duties/{entry.id}/correct" not in page
    assert not BeautifulSoup(client.get(f"/bodies/{body.slug}/planner").text, "html5lib").main.select("form")


def test_a_group_without_duties_is_sent_to_its_partnership(sign_in):
    parent = make.a_body("Safer Seaborough")
    group = make.a_body("Prevent Group", parent=parent, kind="sub-group")

    page = sign_in(make.an_officer(body=group)).get(address(group))

    assert "No duty of the calendar is asked of this body." in page.text
    assert sign_in(make.an_officer(body=group)).get(address(group, "/strategic-assessment")).status_code == 404


def test_a_duty_is_recorded_with_who_came_and_what_shows_it(body, officer):
    held_on = clock.today() - timedelta(days=3)
    meeting = make.a_meeting(body=body, on=held_on)
    decision = make.a_decision(minute=make.a_minute(meeting=meeting))
    page = address(body, f"/public-meeting/record?year={THIS_YEAR}")
    files = {"file": (io.BytesIO(b"%PDF-1.4 notice"), "notice.pdf")}

    answer = sent(
        officer,
        page,
        year=THIS_YEAR.isoformat(),
        asked_senior_from=[POLICE],
        asked_publicised="yes",
        meeting=str(meeting.id),
        decision=str(decision.id),
        **three_boxes("asked_held_on", str(held_on.day), str(held_on.month), str(held_on.year)),
        **files,
    )

    entry = db.session.query(DutyEntry).one()
    assert answer.location == address(body, "/public-meeting")
    assert entry.entered == {"held_on": held_on.isoformat(), "senior_from": [POLICE], "publicised": True}
    assert (entry.year, entry.meeting_id, entry.decision_id) == (THIS_YEAR, meeting.id, decision.id)
    shown = officer.get(answer.location).text
    assert "notice.pdf" in shown
    assert officer.get(f"/duties/{entry.id}/document").data == b"%PDF-1.4 notice"


def test_the_authorities_of_the_years_days_are_offered(body, officer):
    page = BeautifulSoup(officer.get(address(body, "/public-meeting/record?year=2021-04-01")).text, "html5lib")
    labels = [" ".join(label.get_text().split()) for label in page.select("[name=asked_senior_from] + label")]

    assert "National Probation Service until 25 June 2021" in labels
    assert "Probation Service from 26 June 2021" in labels
    assert len(labels) == 7


def test_where_the_area_is_not_known_names_are_written_line_by_line(sign_in):
    body = make.a_body(area=None)
    client = sign_in(make.an_officer(body=body))
    page = address(body, "/public-meeting/record")

    sent(
        client,
        page,
        year=THIS_YEAR.isoformat(),
        asked_senior_from="The Council\r\n The Police \r\n",
        **three_boxes("asked_held_on", "1", "4", str(THIS_YEAR.year)),
    )

    entry = db.session.query(DutyEntry).one()
    assert entry.entered["senior_from"] == ["The Council", "The Police"]
    assert "The Council\nThe Police" in client.get(f"/duties/{entry.id}/correct").text


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, "Enter this too: Day it was held."),
        (three_boxes("asked_held_on", "31", "2", "2026"), "Day it was held must be a real date"),
        (three_boxes("asked_held_on", "1", "4", "2099"), "that day has not come"),
        ({"asked_senior_from": ["The Sea Cadets"]}, "Choose from the list"),
        ({"done": ""}, "Say whether it was done"),
        ({"decision": "987654"}, "Choose from the list: By which decision?"),
        ({"year": "2026-05-01"}, "Choose from the list: Which year?"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(body, officer, answers, says):
    page = address(body, "/public-meeting/record")

    answer = sent(officer, page, **({"year": THIS_YEAR.isoformat(), "note": "In the hall"} | answers))

    assert says in complaint(answer)
    assert "In the hall" in answer.text
    assert db.session.query(DutyEntry).count() == 0


def test_a_correction_begins_with_what_is_recorded(body, officer):
    entry = make.a_duty_entry(body=body, note="Draft")
    page = f"/duties/{entry.id}/correct"
    assert 'value="2026"' in officer.get(page).text

    answer = sent(officer, page, note="", **three_boxes("asked_prepared_on", "2", "6", "2026"))

    db.session.refresh(entry)
    assert answer.status_code == 302
    assert entry.entered == {"prepared_on": "2026-06-02"}
    assert entry.note is None


def test_a_second_officers_correction_is_not_overwritten(body, officer):
    entry = make.a_duty_entry(body=body)
    page = f"/duties/{entry.id}/correct"
    _, hidden = form_of(officer, page)
    sent(officer, page, **three_boxes("asked_prepared_on", "2", "6", "2026"))

    boxes = three_boxes("asked_prepared_on", "3", "6", "2026")
    answer = officer.post(page, data={**hidden, "done": "yes", **boxes})

    assert "Somebody changed this entry meanwhile." in complaint(answer)


def test_an_entry_is_withdrawn_and_stays_to_be_seen(body, officer):
    entry = make.a_duty_entry(body=body)

    sent(officer, f"/duties/{entry.id}/withdraw", reason="It was the draft.")

    shown = officer.get(address(body, "/strategic-assessment")).text
    assert "It was the draft." in shown
    assert f"/duties/{entry.id}/correct" not in shown
    assert "was withdrawn" in complaint(sent(officer, f"/duties/{entry.id}/correct"))


def test_a_private_decision_is_not_named_to_whoever_declared_an_interest(body, sign_in):
    chair = make.a_chair(body=body)
    meeting = make.a_meeting(body=body)
    minute = make.a_minute(meeting=meeting, is_exempt=True)
    make._kept(Interest(meeting=meeting, position=1, person=chair.person, minute_id=minute.id, words="I own it."))
    entry = make.a_duty_entry(body=body, decision=make.a_decision(minute=minute))

    page = sign_in(chair).get(address(body, "/strategic-assessment")).text

    assert f"/decisions/{entry.decision_id}" not in page
    assert "Monday 1 June 2026" in page


def test_an_officer_who_may_not_see_the_decision_keeps_it_when_correcting(body, officer, sign_in):
    person = make.a_person("Helen Ashby")
    account = make.an_officer(body=body)
    account.person = person
    minute = make.a_minute(meeting=make.a_meeting(body=body, on=date(2026, 6, 1)), is_exempt=True)
    declared = {"meeting": minute.meeting, "minute_id": minute.id, "words": "I own it."}
    make._kept(Interest(position=1, person=person, **declared))
    entry = make.a_duty_entry(body=body, decision=make.a_decision(minute=minute))

    sent(sign_in(account), f"/duties/{entry.id}/correct", **three_boxes("asked_prepared_on", "2", "6", "2026"))

    db.session.refresh(entry)
    assert entry.entered == {"prepared_on": "2026-06-02"}
    assert entry.decision_id is not None
