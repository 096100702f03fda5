"""The screen in the room: nothing private on it, whoever looks; what is not published only for who may read it."""

from datetime import time

import pytest

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import ItemOutcome, Recommendation, Report, Ruling
from tests import factories as make
from tests.sittings import CLERK, RECOMMENDED, a_sitting, at, recommended
from tests.web.minuting_pages import text

PLANTED = "kingfisher"
AMENDED = "That taxi marshals work until May."


@pytest.fixture
def sitting(app):
    sitting = a_sitting().open()
    db.session.query(Report).update({"published_at": clock.now()})
    return sitting


def screen(client, sitting):
    return client.get(f"/meetings/{sitting.meeting.id}/screen")


def plant(sitting):
    """Write a word that must never be shown into everything that is private, and into every note."""
    private, taxis = sitting.minute("Case review"), sitting.minute("Taxi marshals")
    item = private.agenda_item
    item.title = private.title = f"Case of {PLANTED}"
    item.presenter = item.public_interest_reason = f"The {PLANTED} officer"
    report = make._kept(Report(meeting=sitting.meeting, agenda_item=item, position=9, subject=PLANTED, is_exempt=True))
    make._kept(Recommendation(report_id=report.id, ordinal=1, words=f"That {PLANTED} be moved."))
    for minute in (private, taxis):
        minute.narrative = f"They spoke of {PLANTED}."
    line = next(line for line in sitting.meeting.attendances if line.person is sitting.people["fire"])
    line.person.name = line.name_printed = f"Councillor {PLANTED}"
    services.declarations.at_item(taxis, line, words=f"I own {PLANTED}.", leaves=True, actor=CLERK)
    services.minuting.public_stayed(private, actor=CLERK)
    services.rulings.decide(private, words=f"That {PLANTED} be heard.", actor=CLERK)
    return private, taxis


@pytest.mark.parametrize("who", ["the public", "an officer", "a member"])
@pytest.mark.parametrize("title", ["Taxi marshals", "Case review"])
def test_nothing_private_and_no_note_is_ever_on_the_screen(client, sitting, sign_in, who, title):
    private, _ = plant(sitting)
    services.minuting.begin(sitting.minute(private.title if title == "Case review" else title), at=None, actor=CLERK)
    sitting.minute("Apologies for absence").agenda_item.outcome = "noted"
    if title == "Case review":
        sitting.minute("Taxi marshals").agenda_item.outcome = "decided"
    if who != "the public":
        sign_in({"an officer": make.an_officer, "a member": make.a_member}[who](body=sitting.body))

    answer = screen(client, sitting)

    assert answer.status_code == 200
    assert PLANTED not in answer.text.lower()
    shown = {"Taxi marshals": "Taxi marshals", "Case review": "A private matter"}[title]
    assert shown in text(answer)


def test_the_item_in_hand_is_shown_with_what_is_put_to_the_meeting(client, sitting):
    sitting.minute("Apologies for absence").agenda_item.outcome = "noted"

    said = text(screen(client, sitting))

    assert "2 Taxi marshals" in said
    assert all(words in said for words in RECOMMENDED)
    assert "Next: 3 A private matter" in said


def test_what_a_report_recommends_that_is_not_out_is_on_the_screen_of_officers_only(client, sitting, sign_in):
    sitting.minute("Apologies for absence").agenda_item.outcome = "noted"
    db.session.query(Report).update({"published_at": None})
    db.session.commit()

    outside = text(screen(client, sitting))
    inside = text(screen(sign_in(make.an_officer(body=sitting.body)), sitting))

    assert "2 Taxi marshals" in outside
    assert [words for words in RECOMMENDED if words in outside] == []
    assert [words for words in RECOMMENDED if words in inside] == list(RECOMMENDED)


def test_the_screen_follows_to_an_item_that_was_settled_and_stayed_with_while_an_earlier_one_is_open(client, sitting):
    taxis, last = sitting.minute("Taxi marshals"), sitting.minute("Case review")
    services.minuting.begin(taxis, at=time(10, 5), actor=CLERK)
    services.minuting.begin(last, at=time(10, 20), actor=CLERK)
    services.minuting.settle(last, outcome=ItemOutcome.DEFERRED, reason="No report", at=time(10, 20), actor=CLERK)

    assert "3 A private matter" in text(screen(client, sitting))

    with at(10, 30):
        services.revisions.save(taxis, words={"narrative": "Back to it."}, based_on=taxis.version, actor=CLERK)

    assert "2 Taxi marshals" in text(screen(client, sitting))


def test_words_as_amended_are_for_who_may_read_the_draft_and_others_see_that_they_were_amended(
    client, sitting, sign_in
):
    sitting.minute("Apologies for absence").agenda_item.outcome = "noted"
    taxis = sitting.minute("Taxi marshals")
    services.rulings.rule(recommended(sitting)[0], minute=taxis, ruling=Ruling.AMENDED, words=AMENDED, actor=CLERK)

    said = text(screen(client, sitting))
    assert AMENDED not in said
    assert f"{RECOMMENDED[0]} Amended" in said
    sign_in(make.an_officer(body=sitting.body))

    assert AMENDED in text(screen(client, sitting))


def test_the_screen_says_that_the_meeting_is_adjourned_private_or_over(client, sitting):
    with at(11):
        services.room_events.adjourn(sitting.meeting, at=sitting.meeting.started_at, why="A break", actor=CLERK)
    assert "The meeting is adjourned" in text(screen(client, sitting))
    sitting.meeting.state = MeetingState.CLOSED

    assert "The meeting is closed" in text(screen(client, sitting))


def test_there_is_no_screen_before_the_agenda_is_out(client, sitting):
    sitting.meeting.state = MeetingState.SCHEDULED

    assert screen(client, sitting).status_code == 404
