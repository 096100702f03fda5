"""A meeting taken on its pages: opened, ticked, minuted item by item and closed, as an officer without JavaScript."""

from datetime import time

import pytest
from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Action, Capacity, Decision, ItemOutcome, Ruling
from tests import factories as make
from tests.sittings import RECOMMENDED, a_sitting, at, recommended
from tests.web.minuting_pages import item, minuting, send, text
from tests.web.sending import complaint, form_of
from tests.web.statements import counted

MOST_STATEMENTS = 18


@pytest.fixture
def sitting(app):
    return a_sitting()


@pytest.fixture
def officer(sitting, sign_in):
    return sign_in(make.an_officer(body=sitting.body))


def test_a_meeting_is_opened_ticked_minuted_and_closed(sitting, officer):
    with at(10):
        answer = send(officer, minuting(sitting), at="10am")
        assert answer.location == minuting(sitting, "/attendance")
        police = sitting.people["police"].id
        answer = send(officer, answer.location, **{f"here_{police}": "y", "others": "A Guest, Harbour Trust"})
        assert answer.location == item(sitting, "Apologies for absence")
    with at(10, 5):
        answer = send(officer, answer.location, narrative="None.")
        assert answer.location == item(sitting, "Taxi marshals")
    first, second = recommended(sitting)
    ruled = {f"ruling_{first.id}": "agreed", f"ruling_{second.id}": "refused"}
    with at(10, 20):
        answer = send(officer, answer.location, narrative="Members were told.", **ruled)
        assert answer.location == item(sitting, "Case review")
    with at(11):
        answer = send(officer, answer.location, outcome="discussed")
        assert answer.location == minuting(sitting, "/close")
    with at(11, 30):
        send(officer, answer.location, at="11.30am")

    db.session.refresh(sitting.meeting)
    assert sitting.meeting.state is MeetingState.CLOSED
    taxis = sitting.minute("Taxi marshals")
    assert (taxis.narrative, taxis.agenda_item.outcome) == ("Members were told.", ItemOutcome.DECIDED)
    assert [decision.words for decision in taxis.decisions] == [RECOMMENDED[0]]
    assert (taxis.agenda_item.started_at.minute, taxis.agenda_item.ended_at.minute) == (5, 20)
    assert sitting.capacity("police") is Capacity.PRESENT


def test_what_the_words_ask_is_offered_and_read_back(sitting, officer):
    sitting.open()
    page = officer.get(item(sitting, "Taxi marshals")).text
    second = recommended(sitting)[1]
    owner = BeautifulSoup(page, "html5lib").find("select", attrs={"name": f"owner_{second.id}"})

    assert owner.find("option", selected=True).text == "Director of Neighbourhoods"
    ruled = {f"ruling_{second.id}": "agreed", f"due_{second.id}": "12 nov", "stay": "y"}
    with at(10, 30):
        send(officer, item(sitting, "Taxi marshals"), **ruled)
    action = db.session.query(Action).one()
    assert (action.owner_title, str(action.due_on)) == ("Director of Neighbourhoods", "2026-11-12")
    said = text(officer.get(item(sitting, "Taxi marshals")))
    assert f"Action {action.number}: Director of Neighbourhoods, by 12 November 2026." in said
    assert "by Thursday 12 November 2026" in said


def test_an_action_without_a_day_that_can_be_read_is_asked_for_again_and_nothing_is_lost(sitting, officer):
    sitting.open()
    seat = f"seat {sitting.seats['police'].id}"
    typed = {"decision": "That the police write.", "owner_own": seat, "narrative": "Long words."}

    for due, words in (("", "Enter by when"), ("soonish", "is no day that can be read")):
        answer = send(officer, item(sitting, "Taxi marshals"), due_own=due, **typed)

        assert words in complaint(answer)
        assert "Long words." in answer.text
        assert db.session.query(Decision).count() == 0


def test_an_inquorate_decision_is_refused_with_its_reason_and_the_words_stay(app, sign_in):
    sitting = a_sitting(quorum=3).open(here=("police",))
    client = sign_in(make.an_officer(body=sitting.body))

    answer = send(client, item(sitting, "Taxi marshals"), decision="That it go on.", narrative="They spoke.")

    assert "There is no quorum: 1 member present, 3 needed." in complaint(answer)
    assert "That it go on." in answer.text
    assert sitting.minute("Taxi marshals").narrative is None


def test_two_officers_who_write_the_same_item_both_keep_their_words(sitting, officer):
    sitting.open()
    address = item(sitting, "Case review")
    _, older = form_of(officer, address)

    send(officer, address, narrative="Mine.", stay="y")
    answer = officer.post(address, data=older | {"form_token": "other", "narrative": "Theirs."})

    assert answer.status_code == 302
    assert "Both texts are kept" in text(officer.get(address))
    assert sitting.minute("Case review").narrative == "Mine."


def test_the_room_bar_says_who_is_here(app, sign_in):
    sitting = a_sitting(quorum=2).open(here=("police", "fire"))
    client = sign_in(make.an_officer(body=sitting.body))

    said = text(client.get(item(sitting, "Taxi marshals")))

    assert "Met 2 of 3 seats here. 2 members present, 2 needed." in said
    assert "Items: 0 of 3 done" in said
    assert "2 to decide" in said


def test_closing_says_what_is_missing_before_the_button(sitting, officer):
    sitting.open()

    said = text(officer.get(minuting(sitting, "/close")))

    assert "You cannot close yet. 3 items have no outcome" in said


def test_closing_asks_of_the_next_meeting_only_its_day(sitting, officer):
    sitting.meeting.starts_at, sitting.meeting.venue = time(10), "The Net Loft"
    sitting.open()
    for minute in sitting.meeting.minutes:
        minute.agenda_item.outcome = ItemOutcome.DISCUSSED
    db.session.commit()

    page = BeautifulSoup(officer.get(minuting(sitting, "/close")).text, "html5lib")

    assert page.find(id="next_at")["value"] == "10.00am"
    assert page.find(id="next_venue")["value"] == "The Net Loft"
    send(officer, minuting(sitting, "/close"), at="11.30am", next_at="10am", next_venue="The Net Loft")
    db.session.refresh(sitting.meeting)
    assert (sitting.meeting.next_on, sitting.meeting.next_venue) == (None, None), "nothing is fixed without a day"


def test_before_its_day_and_before_its_agenda_a_meeting_says_why_it_does_not_open(sitting, officer):
    with at(9, day=sitting.meeting.on.replace(day=9)):
        assert "The meeting opens on its day, Thursday 10 September 2026." in text(officer.get(minuting(sitting)))
    sitting.meeting.state = MeetingState.SCHEDULED

    assert "Its agenda is not published yet." in text(officer.get(minuting(sitting)))


def test_a_second_click_saves_once(sitting, officer):
    sitting.open()
    address = item(sitting, "Taxi marshals")
    _, hidden = form_of(officer, address)
    typed = hidden | {"decision": "That the traders be thanked.", "stay": "y"}

    answers = [officer.post(address, data=typed) for _ in range(2)]

    assert [answer.location for answer in answers] == [address, address]
    assert db.session.query(Decision).count() == 1


def test_nonsense_in_the_form_is_no_error_of_ours(sitting, officer):
    sitting.open()
    first = recommended(sitting)[0]
    odd = {f"ruling_{first.id}": "perhaps", "how": "by shouting", "outcome": "won", "version": "½", "stay": "y"}

    answer = send(officer, item(sitting, "Taxi marshals"), **odd)

    assert answer.status_code in (200, 302)
    assert recommended(sitting)[0].ruling is None


def test_an_item_of_another_meeting_is_not_there(sitting, officer):
    sitting.open()
    other = make.a_meeting(body=sitting.body)

    address = f"/meetings/{other.id}/minuting/items/{sitting.minute('Taxi marshals').id}"

    assert officer.get(address).status_code == 404


def test_the_page_of_an_item_asks_a_bounded_number_of_questions(sitting, officer):
    sitting.open()
    address = item(sitting, "Taxi marshals")
    db.session.commit()
    with counted() as few:
        officer.get(address)
    for number in range(12):
        person = make.a_person(f"Member {number}")
        make.a_seat(body=sitting.body, held_by=person, post=f"Director of Part {number}")
        make.an_attendance(person, meeting=sitting.meeting)
    taxis = sitting.minute("Taxi marshals")
    for number in range(8):
        make.an_action(decision=make.a_decision(minute=taxis, words=f"That part {number} be done."))

    db.session.commit()
    with counted() as many:
        officer.get(address)

    assert len(few) <= len(many) <= MOST_STATEMENTS, "\n".join(many)


def test_a_ruling_is_shown_when_the_page_is_opened_again(sitting, officer):
    sitting.open()
    first = recommended(sitting)[0]

    send(officer, item(sitting, "Taxi marshals"), **{f"ruling_{first.id}": "agreed", "stay": "y"})

    page = BeautifulSoup(officer.get(item(sitting, "Taxi marshals")).text, "html5lib")
    ticked = page.find("input", attrs={"name": f"ruling_{first.id}", "checked": True})
    assert ticked["value"] == Ruling.AGREED.value
    assert "Decision 2 (i) of 2026/27" in " ".join(page.get_text().split())
