"""The pages of the record: what everybody may read, and what exists only for some."""

from datetime import date

import pytest

from shp_gov import clock
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Capacity, DecisionKind, Provenance, Recommendation, Report, Sighting
from tests import factories as make


def test_the_first_page_says_what_to_do_when_nothing_is_here(client):
    page = client.get("/").text

    assert "No partnership has its record here yet" in page


def test_the_page_of_a_body_lists_its_seats_with_vacancies(client):
    body = make.a_body()
    make.a_seat(body=body, post="Head of Area", held_by=make.a_person("Nadia Frost"))
    make.a_seat(body=body, post="Director of Nursing")

    page = client.get(f"/bodies/{body.slug}").text

    assert "Nadia Frost" in page
    assert "1 place vacant" in page


@pytest.mark.parametrize(("printed", "is_old"), [(date(2018, 6, 22), True), (clock.today(), False)])
def test_members_known_from_an_old_list_only_are_said_to_be_so(client, printed, is_old):
    body = make.a_body()
    seat = make.a_seat(body=body)
    holder = make.an_appointment(make.a_person("Nadia Frost"), seat=seat, from_on=printed)
    holder.provenance = Provenance.DERIVED
    pack = make.a_pack(by=make.an_officer(body=body), body=body)
    make._kept(Sighting(import_id=pack.id, body_id=body.id, on=printed, seat=seat, name_printed="Nadia Frost"))

    page = client.get(f"/bodies/{body.slug}").text

    assert ("Last seen in the list of Friday 22 June 2018." in page) is is_old
    assert ("It may be out of date." in page) is is_old


@pytest.mark.parametrize(
    "path", ["/bodies/nowhere", "/meetings/999", "/decisions/999", "/decisions?page=0", "/decisions?page=999"]
)
def test_what_does_not_exist_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("page", ["000000001" + "9" * 20, "1" * 5000, "-1", "٣", ""])
@pytest.mark.parametrize("address", ["/decisions", "/bodies/safer/meetings", "/bodies/safer/actions"])
def test_a_page_number_that_no_list_has_is_not_found(client, address, page):
    make.a_body(slug="safer")

    assert client.get(address, query_string={"page": page}).status_code == 404


def test_a_year_that_no_calendar_has_is_left_out(client):
    assert client.get("/decisions?year=0200099").status_code == 200


def test_an_exempt_minute_shows_the_public_its_public_title_only(client, sign_in):
    body = make.a_body()
    minute = make.a_minute(
        meeting=make.a_meeting(body=body),
        title="Harbour contract",
        public_title="A contract",
        is_exempt=True,
        exempt_paragraph="3",
    )
    decision = make.a_decision(minute=minute, kind=DecisionKind.APPROVED, words="That the price be refused.")
    officer = make.an_officer(body=body)
    address = f"/meetings/{minute.meeting_id}"

    public = client.get(address).text
    hidden = client.get(f"/decisions/{decision.id}")
    nowhere = client.get("/decisions/99999")
    told = sign_in(officer).get(address).text

    for address in (f"/bodies/{body.slug}", "/decisions"):
        assert "Exempt" in sign_in(officer).get(address).text
    assert "Harbour contract" not in public
    assert "price be refused" not in public
    assert "A contract" in public
    assert hidden.status_code == 404
    assert hidden.text == nowhere.text
    assert "Harbour contract" in told
    assert "price be refused" in told


def test_draft_minutes_exist_only_for_those_who_write_and_agree_them(client, sign_in):
    meeting = make.a_meeting(minutes_state=MinutesState.DRAFT)
    decision = make.a_decision(minute=make.a_minute(meeting=meeting, title="Taxi marshals"))

    assert "Taxi marshals" not in client.get(f"/meetings/{meeting.id}").text
    assert client.get(f"/decisions/{decision.id}").status_code == 404
    assert "Taxi marshals" in sign_in(make.an_officer(body=meeting.body)).get(f"/meetings/{meeting.id}").text


def test_a_meeting_shows_who_came_by_organisation_and_what_the_checks_found(client):
    body = make.a_body()
    fire = make.an_organisation("Seaborough Fire Authority")
    person = make.a_person("Carl Whitby")
    seat = make.a_seat(body=body, organisation=fire, held_by=person)
    meeting = make.a_meeting(body=body)
    make.an_attendance(person, meeting=meeting, capacity=Capacity.PRESENT, seat=seat)
    make.an_attendance(person, meeting=meeting, capacity=Capacity.APOLOGIES, seat=seat)

    page = client.get(f"/meetings/{meeting.id}").text

    assert "Carl Whitby" in page
    assert "REC-PRESENT-APOL" in page


def test_a_member_who_is_neither_present_nor_in_apologies_is_not_said_to_be_away(client):
    body = make.a_body()
    make.a_seat(body=body, organisation=make.an_organisation("Harbour Trust"), held_by=make.a_person("Carl Whitby"))
    meeting = make.a_meeting(body=body)
    make.an_attendance(make.a_person("Nadia Frost"), meeting=meeting)

    assert ">Not recorded</span>" in client.get(f"/meetings/{meeting.id}").text


def test_a_meeting_whose_time_is_not_known_says_its_place_only(client):
    meeting = make.a_meeting(starts_at=None, venue="Council Chamber")

    page = client.get(f"/meetings/{meeting.id}").text

    assert "Council Chamber." in page
    assert "Not known, Council Chamber" not in page


def test_the_register_finds_words_and_filters(client):
    meeting = make.a_meeting(on=date(2026, 1, 22))
    make.a_decision(minute=make.a_minute(meeting=meeting), words="That taxi marshals be tried.")
    make.a_decision(minute=make.a_minute(meeting=meeting), words="That 100% of the figures be noted.")

    found = client.get("/decisions?q=TAXI marshals").text
    literal = client.get("/decisions?q=100%25").text
    nothing = client.get("/decisions?q=taxi&year=2015").text

    assert "taxi marshals be tried" in found
    assert "figures be noted" not in found
    assert "figures be noted" in literal
    assert "taxi marshals" not in literal
    assert "No decision fits" in nothing


def test_an_action_due_by_the_next_meeting_is_late_after_it_on_every_page(client):
    body = make.a_body()
    meeting = make.a_meeting(body=body, on=date(2026, 1, 15))
    make.a_meeting(body=body, on=date(2026, 3, 12))
    decision = make.a_decision(minute=make.a_minute(meeting=meeting))
    make.an_action(decision=decision, due_on=None, is_due_by_next_meeting=True)

    pages = [client.get(path).text for path in (f"/meetings/{meeting.id}", f"/decisions/{decision.id}")]

    assert all("overdue" in page for page in pages)
    assert "1 action</dd>" in client.get(f"/bodies/{body.slug}").text


@pytest.mark.parametrize(("is_exempt", "told"), [(False, True), (True, False)])
def test_a_decision_says_what_was_recommended_unless_a_private_report_did(client, is_exempt, told):
    meeting = make.a_meeting()
    report = make._kept(Report(meeting=meeting, position=1, subject="Lamps", is_exempt=is_exempt))
    asked = make._kept(Recommendation(report_id=report.id, ordinal=1, words="That 12 Quay Street be watched."))
    decision = make.a_decision(minute=make.a_minute(meeting=meeting), words="That it be noted.")
    decision.recommendation = asked

    page = client.get(f"/decisions/{decision.id}").text

    assert ("12 Quay Street" in page) is told
