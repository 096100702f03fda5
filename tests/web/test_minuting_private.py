"""Private business is not decided with the public in the room; what the meeting is to do is said on the item."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.proceedings import NotNow
from shp_gov.models import Decision, ItemKind, ItemOutcome, Ratification
from shp_gov.queries import between_meetings, minuting
from shp_gov.services.between_meetings import Taken
from tests import factories as make
from tests.sittings import CLERK, a_sitting, at
from tests.web.minuting_pages import item, send, text
from tests.web.minuting_pages import minuting as page

TAKEN = Taken(date(2026, 8, 3), "That the grant be accepted.", "the chair", "Terms, 9.2", "The offer ended.")
DECIDED = "That the family be told."


@pytest.fixture
def sitting(app):
    return a_sitting()


@pytest.fixture
def client(sitting, sign_in):
    """Give the browser of the officer of a meeting that goes on."""
    sitting.open(here=("police", "fire"))
    return sign_in(make.an_officer(body=sitting.body))


def of_kind(sitting, title, kind):
    """Let an item be of a kind that every agenda has."""
    next(each for each in minuting.items_of(sitting.meeting) if each.title == title).kind = kind
    db.session.commit()


def test_a_private_item_is_not_decided_with_the_public_in_the_room(sitting, client):
    review = item(sitting, "Case review")
    with at(10, 40):
        refused = text(send(client, review, decision=DECIDED, stay="y"))
        assert "This item is private, and the public are in the room." in refused
        assert DECIDED in refused
        assert db.session.query(Decision).all() == []

        send(client, page(sitting, "/public"))
        send(client, review, decision=DECIDED, stay="y")

    assert DECIDED in [each.words for each in db.session.query(Decision)]
    assert sitting.minute("Case review").public_was_excluded is True


def test_that_the_public_stayed_can_be_said_and_the_record_says_so(sitting, client):
    review = item(sitting, "Case review")
    with at(10, 40):
        send(client, review, decision=DECIDED, stayed="y", stay="y")
        assert "The record says that they stayed." in text(client.get(review))

    assert sitting.minute("Case review").public_was_excluded is False
    assert minuting.taken_in_public(sitting.meeting) == ["3"]


def test_the_resolution_names_the_private_item_from_which_it_is_asked(sitting, client):
    private = sitting.minute("Case review")
    services.minuting.settle(private, outcome=ItemOutcome.DISCUSSED, actor=CLERK)
    db.session.commit()

    asked = text(client.get(page(sitting, f"/public?item={private.id}")))

    assert "for item 3, because" in asked


def test_the_close_names_private_items_taken_with_the_public_in_the_room(sitting, client):
    for each in minuting.items_of(sitting.meeting):
        outcome = ItemOutcome.DISCUSSED if each.is_exempt else ItemOutcome.NOT_REACHED
        services.minuting.settle(sitting.minute(each.title), outcome=outcome, actor=CLERK)
    db.session.commit()

    said = text(client.get(page(sitting, "/close")))

    assert "1 private item was taken, as the record stands, with the public in the room: 3." in said


def test_the_item_that_excludes_the_public_leads_to_the_resolution(sitting, client):
    of_kind(sitting, "Apologies for absence", ItemKind.EXCLUSION)

    shown = client.get(item(sitting, "Apologies for absence"))

    assert "The resolution is worded for you" in text(shown)
    assert f'href="{page(sitting)}/public?item={sitting.minute("Apologies for absence").id}"' in shown.text


def test_what_was_decided_between_meetings_is_ratified_on_its_item(sitting, client):
    of_kind(sitting, "Apologies for absence", ItemKind.BETWEEN_MEETINGS)
    interim = services.between_meetings.record(sitting.body, TAKEN, actor=CLERK)
    db.session.commit()
    here, asked = item(sitting, "Apologies for absence"), between_meetings.asked_to_ratify(interim)

    assert asked in text(client.get(here))
    with at(10, 20):
        send(client, f"{here}/ratify", said="ratified")

    minute = sitting.minute("Apologies for absence")
    assert [each.words for each in minute.decisions] == [asked]
    assert minute.agenda_item.outcome is ItemOutcome.DECIDED
    db.session.refresh(interim)
    assert (interim.state, interim.decision) == (Ratification.RATIFIED, minute.decisions[0])
    assert "Nothing waits to be ratified." in text(client.get(f"{here}/ratify"))


def test_nobody_arrives_before_the_meeting_begins(sitting, client):
    with at(10, 20):
        said = text(send(client, page(sitting, "/comings"), who=str(sitting.people["director"].id), at="9am"))

    assert "so nobody arrives at 9.00am." in said
    assert "tick them in the attendance" in said


def test_a_service_refuses_too(sitting, client):
    with pytest.raises(NotNow, match="the public are in the room"):
        services.rulings.decide(sitting.minute("Case review"), words=DECIDED, actor=CLERK)
