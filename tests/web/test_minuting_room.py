"""What happens in the room, on its pages: who comes and goes, the public, votes, urgent items."""

import pytest

from shp_gov import queries
from shp_gov.database import db
from shp_gov.models import Capacity
from tests import factories as make
from tests.sittings import a_sitting, at, recommended
from tests.web.minuting_pages import item, minuting, send, text
from tests.web.statements import counted


@pytest.fixture
def sitting(app):
    return a_sitting()


@pytest.fixture
def officer(sitting, sign_in):
    return sign_in(make.an_officer(body=sitting.body))


def kinds(sitting):
    return [event.kind.value for event in queries.proceedings.events(sitting.meeting)]


@pytest.fixture
def two_of_three(app, sign_in):
    """Give a meeting with just its quorum, and the browser of its officer."""
    sitting = a_sitting(quorum=2).open(here=("police", "fire"))
    return sitting, sign_in(make.an_officer(body=sitting.body))


def test_a_quorum_that_is_lost_is_said_at_once_and_the_meeting_goes_on_informally(two_of_three):
    sitting, client = two_of_three
    taxis, fire = item(sitting, "Taxi marshals"), str(sitting.people["fire"].id)
    with at(10, 20):
        send(client, minuting(sitting, "/comings"), who=fire)
        said = text(client.get(taxis))
        assert "Holder 2 Fire left at 10.20am." in said
        assert "There is no quorum" in said
        send(client, minuting(sitting, "/no-quorum"), what="proceeded informally")
        assert "Informal: nothing is decided" in text(client.get(taxis))
    with at(10, 30):
        send(client, minuting(sitting, "/comings"), who=fire)
        assert "Met 2 of 3 seats here" in text(client.get(taxis))

    assert kinds(sitting) == ["quorum lost", "proceeded informally", "quorum regained"]


def test_a_meeting_adjourns_and_resumes_on_its_page(two_of_three):
    sitting, client = two_of_three

    with at(10, 30):
        send(client, minuting(sitting, "/adjournment"), why="A break")
        assert "Adjourned" in text(client.get(item(sitting, "Taxi marshals")))
        send(client, minuting(sitting, "/adjournment"))

    assert kinds(sitting) == ["adjourned", "resumed"]


def test_the_public_are_asked_to_leave_for_what_is_private_and_come_back(two_of_three):
    sitting, client = two_of_three
    taxis, review = item(sitting, "Taxi marshals"), item(sitting, "Case review")

    with at(10, 40):
        assert "The public are still in the room" in text(client.get(review))
        send(client, minuting(sitting, "/public"))
        assert "The public are still in the room" not in text(client.get(review))
        assert "This item is open, and the public have left." in text(client.get(taxis))
        send(client, minuting(sitting, "/public"))

    assert kinds(sitting) == ["public excluded", "public readmitted"]


def test_who_leaves_for_an_interest_does_not_count_for_that_item(two_of_three):
    sitting, client = two_of_three
    taxis = item(sitting, "Taxi marshals")
    line = next(one for one in sitting.meeting.attendances if one.person is sitting.people["police"])

    with at(10, 40):
        send(client, f"{taxis}/interest", who=str(line.id), words="I own a taxi.", left="yes")

    assert "There is no quorum for this item" in text(client.get(taxis))
    assert "Met" in text(client.get(item(sitting, "Case review")))
    assert kinds(sitting) == ["quorum lost"]


def test_a_substitute_whom_nobody_named_is_recorded_and_sits_in_the_seat(sitting, officer):
    sitting.open(here=("fire",))
    police = sitting.people["police"].id

    with at(10, 10):
        typed = {"instead": str(police), "person": "Chief Inspector Nadia Frost", "is_new": "y"}
        answer = send(officer, minuting(sitting, "/substitutes/new"), **typed)

    assert answer.status_code == 302
    line = next(line for line in sitting.meeting.attendances if line.capacity is Capacity.SUBSTITUTE)
    assert (line.name, line.seat, line.for_person) == (
        "Chief Inspector Nadia Frost",
        sitting.seats["police"],
        sitting.people["police"],
    )


def test_what_is_agreed_by_a_vote_leads_to_the_vote_and_shows_its_counts(sitting, officer):
    sitting.open()
    first, second = recommended(sitting)
    taxis = item(sitting, "Taxi marshals")

    answer = send(officer, taxis, how="vote", **{f"ruling_{first.id}": "agreed", f"ruling_{second.id}": "refused"})

    assert answer.location == f"{taxis}/vote"
    answer = send(officer, answer.location, votes_for="2", against="1")
    assert answer.location == taxis
    assert "By a vote: 2 for, 1 against, 0 abstained." in text(officer.get(taxis))


def test_a_vote_by_name_and_dissent_are_shown_with_the_decision(sitting, officer):
    sitting.open()
    taxis = item(sitting, "Taxi marshals")
    casts = {f"cast_{person.id}": "for" for person in sitting.people.values()}
    casts[f"cast_{sitting.people['fire'].id}"] = "against"

    send(officer, f"{taxis}/vote/names", motion="other", words="That it go on.", **casts)
    decision = sitting.minute("Taxi marshals").decisions[0]
    send(officer, f"{taxis}/decisions/{decision.id}/dissent", who=str(sitting.people["fire"].id))

    said = text(officer.get(taxis))
    assert "By a vote: 2 for, 1 against, 0 abstained, by name." in said
    assert "Holder 2 Fire did not agree." in said


def test_a_decision_is_changed_and_taken_back(sitting, officer):
    sitting.open()
    taxis = item(sitting, "Taxi marshals")
    send(officer, taxis, decision="That it go on.", stay="y")
    decision = sitting.minute("Taxi marshals").decisions[0]
    address = f"{taxis}/decisions/{decision.id}"

    send(officer, address, words="That it go on until May.", reasons="It works.")
    db.session.refresh(decision)
    assert (decision.words, decision.reasons) == ("That it go on until May.", "It works.")
    send(officer, address, withdraw="y")

    assert sitting.minute("Taxi marshals").decisions == []


def test_an_urgent_item_is_admitted_on_its_page(sitting, officer):
    sitting.open()

    with at(11):
        answer = send(officer, minuting(sitting, "/urgent"), title="The sea wall", reason="The storm of Tuesday.")

    assert answer.location == item(sitting, "The sea wall")
    assert "Urgent" in text(officer.get(answer.location))


@pytest.mark.parametrize("page", ["/vote", "/vote/names", "/interest"])
def test_the_pages_of_the_room_ask_as_much_of_many_members_as_of_few(sitting, officer, page):
    sitting.open()
    address = item(sitting, "Taxi marshals") + page
    db.session.commit()
    with counted() as few:
        officer.get(address)
    for number in range(12):
        person = make.a_person(f"Member {number}")
        make.a_seat(body=sitting.body, held_by=person, post=f"Director of Part {number}")
        make.an_attendance(person, meeting=sitting.meeting)
    db.session.commit()

    with counted() as many:
        officer.get(address)

    assert len(many) == len(few) <= 30, "\n".join(many)
