"""Today and Board health as pages."""

import csv
import io
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from shp_gov import clock
from shp_gov.domain.workflows import ActionState, ImportState, MeetingState, MinutesState
from shp_gov.models import DecisionKind, ProposedAction, Question, QuestionKind, RoleHeld
from shp_gov.queries import compliance
from shp_gov.queries.dashboard import IN_FULL
from tests import factories as make
from tests.boards import Board, rename
from tests.web.statements import counted
from tests.web.test_speed import MOST_OF_WHERE_WE_STAND

NHS = "NHS Northshire Integrated Care Board"
COUNCIL, FIRE = "Seaborough Borough Council", "Northshire Fire Authority"
MOST_STATEMENTS = 11


@pytest.fixture
def board(app):
    return Board(clock.today())


def health_of(board, client):
    return client.get(f"/bodies/{board.body.slug}/board-health")


def test_board_health_says_how_the_board_does(board, sign_in):
    board.meeting(20, absent=(NHS,))
    board.action(NHS, -46, what="Name a senior lead")
    board.action(COUNCIL, -3, done_in=-3, state=ActionState.VERIFIED, what="Write up the pilot")

    page = health_of(board, sign_in(make.a_chair(body=board.body))).text

    assert "Four of five authorities came" in page
    assert "It owns the only overdue action." in page
    assert "46 days" in page
    assert "Write up the pilot" in page
    assert 'aria-label="Northshire Police: no action was due"' in page
    assert "Nobody</span>" in page


def test_not_known_is_said_and_never_drawn_as_zero(board, sign_in):
    board.meeting(20, attended=False)

    page = health_of(board, sign_in(make.a_chair(body=board.body))).text

    assert "<b>Not known</b>" in page
    assert "<b>None due</b>" in page
    assert "0%</b>" not in page
    assert "dot--nobody" not in page.partition("<tbody>")[2].partition("</tbody>")[0]


def test_an_empty_board_has_a_page_that_says_so(sign_in):
    body = make.a_body()

    page = sign_in(make.a_chair(body=body)).get(f"/bodies/{body.slug}/board-health").text

    assert "No meeting is on record yet." in page
    assert "No action is overdue." in page
    assert "Nothing waits for the agreement of this board." in page


def test_the_table_downloads_as_csv_and_no_name_is_a_formula(sign_in):
    board = Board(clock.today(), area=None)
    seat = board.seats[COUNCIL]
    seat.organisation.name = "=2+3"
    board.meeting(20)
    board.action(COUNCIL, -1, done_in=-1)

    answer = sign_in(make.a_chair(body=board.body)).get(f"/bodies/{board.body.slug}/board-health.csv")
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))

    assert answer.mimetype == "text/csv"
    assert rows[0] == ["Authority", "From", "To", "Actions due", "Done on time"]
    assert ["'=2+3", "1", "1"] in [[row[0], *row[3:]] for row in rows]
    assert sum(int(row[3]) for row in rows[1:] if row[0] == "All owners") == 1


@pytest.mark.parametrize("actions", [3, 300])
def test_board_health_asks_the_database_the_same_however_much_there_is(board, sign_in, actions):
    for number in range(actions):
        board.action(FIRE, -number % 200 - 1)
    board.meeting(20)
    client = sign_in(make.a_chair(body=board.body))
    assert board.body.slug

    with counted() as statements:
        answer = health_of(board, client)

    assert answer.status_code == 200
    assert 3 < len(statements) <= MOST_STATEMENTS, "\n\n".join(statements)
    assert len(answer.data) < 30_000


def test_the_chair_of_another_board_may_not_look(board, sign_in):
    elsewhere = make.a_chair(body=make.a_body("Fish Quay Board"))

    assert health_of(board, sign_in(elsewhere)).status_code == 403


def today_for(officer, sign_in):
    return sign_in(officer).get("/today")


def lines_of(page):
    """Give the lines of the page by their group: words, what stands under them, and the link."""
    found = {}
    for section in BeautifulSoup(page, "html5lib").select("section.app-section"):
        group = section.h2.get_text().partition(" (")[0]
        found[group] = [" ".join(line.get_text(" ").split()) for line in section.select("li")]
    return found


def test_today_says_when_nothing_needs_the_officer(sign_in):
    body = make.a_body()
    make.a_meeting(body=body, on=clock.today() + timedelta(days=90), state=MeetingState.SCHEDULED, minutes_state=None)

    page = today_for(make.an_officer(body=body), sign_in).text

    assert "0 things need you across your 1 partnership." in page
    assert "Nothing needs you today. The next meeting is on" in page


@pytest.fixture
def busy(board):
    """Give a board, its officer, and one of everything that needs somebody."""
    officer = make.an_officer(body=board.body)
    board.meeting(40, minutes_state=MinutesState.DRAFT_PUBLISHED)
    board.meeting(12, minutes_state=MinutesState.DRAFT)
    board.meeting(8, state=MeetingState.AGENDA_PUBLISHED, minutes_state=None)
    board.meeting(-5)
    board.action(COUNCIL, -46)
    board.action(COUNCIL, -2)
    board.action(COUNCIL, 9, done_in=-1)
    board.action(FIRE, 9, done_in=-1, state=ActionState.VERIFIED)
    asked = {"body_id": board.body.id, "decision": board.decision, "kind": DecisionKind.ACTION, "what": "Send it"}
    make._kept(ProposedAction(ordinal=1, **asked))
    return officer


def test_each_thing_that_needs_somebody_has_its_line_and_its_group(board, busy, sign_in):
    page = today_for(busy, sign_in).text
    lines = lines_of(page)

    assert lines["Overdue"][0].startswith("Chase the owners of 2 overdue actions")
    assert "Oldest 46 days late" in lines["Overdue"][0]
    assert lines["Overdue"][1].startswith("Record the meeting, or import its minutes")
    assert [words.partition(" Safer")[0] for words in lines["This week"]] == [
        "Verify 1 completed action",
        "Confirm 1 proposed action",
    ]
    assert any(words.startswith("Send the draft minutes to the chair") for words in lines["Overdue"])
    assert any(words.startswith(f"{NHS}: fill its seat") for words in lines["Waiting on others"])
    assert any("agree that 1 action is complete" in words for words in lines["Waiting on others"])
    assert any("approve 1 set of minutes" in words for words in lines["Waiting on others"])
    assert "Next: chase the owners of 2 overdue actions" in page


def test_minutes_missed_long_ago_are_one_line_to_do_when_there_is_time(board, sign_in):
    for days in (300, 700, 1100):
        board.meeting(days, state=MeetingState.AGENDA_PUBLISHED, minutes_state=None)

    lines = lines_of(today_for(make.an_officer(body=board.body), sign_in).text)

    assert "Overdue" not in lines
    assert lines["When you can"][0].startswith("Import the minutes of 1 earlier meeting")
    assert lines["Gaps in the old record"][0].startswith("The minutes of 2 meetings are not on record")


def test_minutes_of_years_ago_that_nobody_approved_are_no_step_of_today(board, sign_in):
    board.meeting(4000, minutes_state=MinutesState.DRAFT_PUBLISHED)
    board.meeting(3000, minutes_state=MinutesState.DRAFT)

    page = today_for(make.an_officer(body=board.body), sign_in).text

    gaps = lines_of(page)["Gaps in the old record"]
    assert gaps[0].startswith("The approval of the minutes of 2 meetings is not on record")
    assert "approve 1 set of minutes" not in page
    assert "Finish the draft minutes" not in page


def test_packs_that_wait_have_a_line(board, sign_in):
    officer = make.an_officer(body=board.body)
    waiting = make.a_pack(by=officer)
    answered = make.a_pack(by=officer, body=board.body, state=ImportState.ACCEPTED)
    make._kept(Question(pack=answered, kind=QuestionKind.PERSON, printed="R F", about="r f", sentence="Who is R F?"))

    lines = lines_of(today_for(officer, sign_in).text)["When you can"]

    assert f"Check what was read in {waiting.document.filename}, and accept it A partnership that is not known yet" in (
        lines
    )
    assert f"Answer 1 question about {answered.document.filename} Safer Seaborough Partnership" in lines


def test_every_line_leads_to_a_page_that_opens(board, sign_in):
    officer = make.an_officer(body=board.body)
    board.meeting(8, state=MeetingState.AGENDA_PUBLISHED, minutes_state=None)
    board.action(COUNCIL, -46)
    board.action(COUNCIL, 9, done_in=-1)
    client = sign_in(officer)

    links = [link["href"] for link in BeautifulSoup(client.get("/today").text, "html5lib").select("main a")]

    assert len(links) > 5
    assert {client.get(link).status_code for link in links} == {200}


def the_look(page):
    """Give the number of findings that Today asks the officer to look at, and where it leads."""
    (link,) = [each for each in BeautifulSoup(page, "html5lib").select("li a") if each.get_text().startswith("Look at")]
    return int(link.get_text().split()[2]), link["href"]


def test_everything_that_is_checked_has_a_line_on_today_and_what_is_not_known_has_none(board, sign_in):
    rename(board, "Probation Service", "Sea Cadets")
    make.a_duty_entry("information-sharing-protocol", body=board.body, year=None, is_done=False)

    number, where = the_look(today_for(make.an_officer(body=board.body), sign_in).text)

    found = compliance.stand(board.body, board.on)
    assert number == len(found.for_someone)
    assert {"CDR07-R4-PROTOCOL", "CDA98-S5-PROB"} <= {each.rule for each in found.for_someone}
    assert where == f"/bodies/{board.body.slug}/stand"


def test_the_page_of_a_body_shows_its_officer_the_most_urgent_of_everything_and_others_the_membership(board, sign_in):
    make.a_duty_entry("information-sharing-protocol", body=board.body, year=None, is_done=False)
    found = compliance.stand(board.body, board.on).for_someone
    address = f"/bodies/{board.body.slug}"

    page = BeautifulSoup(sign_in(make.an_officer(body=board.body)).get(address).text, "html5lib")
    for_everybody = sign_in(make.a_member(body=board.body)).get(address).text

    needs = page.select_one("#needs").find_parent("section")
    assert "What needs someone" in needs.h2.get_text()
    assert f"({len(found)})" in needs.h2.get_text()
    assert "protocol" in needs.get_text().casefold()
    assert len(needs.select("li")) == len({each.rule for each in found})
    assert needs.select(f'a[href="{address}/stand"]')
    assert "What needs someone" not in for_everybody
    assert "What the checks found" in for_everybody


def test_another_officers_partnership_is_not_on_the_page(board, sign_in):
    board.action(COUNCIL, -46)
    make.a_pack(by=make.an_officer(body=board.body))
    elsewhere = make.a_body("Fish Quay Board")

    page = today_for(make.an_officer(body=elsewhere), sign_in).text

    assert "Safer Seaborough Partnership" not in page
    assert "0 things need you" in page


@pytest.mark.parametrize("actions", [3, 300])
def test_today_asks_the_database_the_same_however_much_there_is(board, sign_in, actions):
    officer = make.an_officer(body=board.body)
    officer.person = make.a_person("Helen Ashby")
    for number in range(actions):
        board.action(FIRE, -number % 200 - 1)
    for number in range(actions // 10):
        make._kept(RoleHeld(user=officer, body=make.a_body(f"Board {number}"), role="officer", from_on=make.LONG_AGO))
        board.meeting(number + 1, state=MeetingState.AGENDA_PUBLISHED, minutes_state=None)
    client = sign_in(officer)

    with counted() as statements:
        answer = client.get("/today")

    assert answer.status_code == 200
    most = MOST_STATEMENTS + IN_FULL * MOST_OF_WHERE_WE_STAND
    assert 3 < len(statements) <= most, len(statements)
    assert len(answer.data) < 30_000


def test_today_asks_no_more_for_twenty_partnerships_than_for_nine(sign_in):
    def asked(partnerships):
        bodies = [make.a_body(f"Board {number}", area="seaborough") for number in range(partnerships)]
        officer = make.an_officer(body=bodies[0])
        for body in bodies[1:]:
            make._kept(RoleHeld(user=officer, body=body, role="officer", from_on=make.LONG_AGO))
        client = sign_in(officer)
        with counted() as statements:
            assert client.get("/today").status_code == 200
        return len(statements)

    assert asked(2 * IN_FULL + 2) == asked(IN_FULL) > asked(1)
