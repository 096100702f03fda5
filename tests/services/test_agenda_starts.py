"""Beginning an agenda from the last one, from the standing items, or with nothing."""

from datetime import date

import pytest

from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import AgendaItem, ItemKind, ItemOrigin, ItemPurpose, StandingItem
from shp_gov.queries import agendas
from shp_gov.services import agenda, agenda_starts
from tests.agendas import CLERK, PRIVATELY, item, printed, to_come, with_items, wording
from tests.factories import a_body, a_meeting, a_seat

JULY = date(2026, 7, 16)
MINUTES = "Minutes of the meeting held on Thursday 16 July 2026"
USUAL = ["1 Apologies for absence", "2 Declarations of interest"]


@pytest.fixture
def body(app):
    return a_body()


def test_the_standing_items_come_with_their_kinds(body):
    held = a_meeting(body=body, on=JULY)
    meeting = to_come(body)

    agenda_starts.from_standing_items(meeting, actor=CLERK)

    assert printed(meeting) == [
        *USUAL,
        f"3.1 {MINUTES}",
        "3.2 Action log and matters arising",
        "4 Any other business which the chair considers urgent",
    ]
    assert [row.kind for row in agendas.items(meeting)] == [
        ItemKind.APOLOGIES,
        ItemKind.DECLARATIONS,
        ItemKind.MINUTES,
        ItemKind.ACTION_LOG,
        ItemKind.URGENT_BUSINESS,
    ]
    assert item(meeting, MINUTES).confirms_meeting_id == held.id


def test_a_body_has_its_own_standing_items(body):
    for position, (kind, title) in enumerate([("apologies", "Apologies"), ("business", "Performance")], start=1):
        row = StandingItem(body=body, position=position, kind=ItemKind(kind), title=title, minutes_allowed=10)
        db.session.add(row)
    meeting = to_come(body)

    agenda_starts.from_standing_items(meeting, actor=CLERK)

    assert printed(meeting) == ["1 Apologies", "2 Performance"]
    assert item(meeting, "Performance").minutes_allowed == 10


def test_the_last_agenda_gives_its_standing_items_presenters_and_timings_but_not_its_business(body):
    seat = a_seat(body=body, post="Chair of the Youth Justice Board")
    last = with_items("Taxi marshals", meeting=to_come(body, on=JULY), seat=seat, minutes_allowed=20)
    agenda.add(last, wording("Sorry to be away", section=None, minutes_allowed=3), kind=ItemKind.APOLOGIES, actor=CLERK)
    agenda.add(last, wording("Secret", **PRIVATELY), actor=CLERK)
    last.state, last.minutes_state = MeetingState.CLOSED, MinutesState.DRAFT_PUBLISHED
    meeting, copy = to_come(body), to_come(body, on=date(2026, 11, 12))

    agenda_starts.from_last(meeting, actor=CLERK)
    agenda_starts.from_last(copy, also=[item(last, "Taxi marshals").id], actor=CLERK)

    assert printed(meeting)[:3] == ["1 Sorry to be away", "2 Declarations of interest", f"3.1 {MINUTES}"]
    assert item(meeting, "Sorry to be away").minutes_allowed == 3
    assert item(meeting, "Sorry to be away").origin is ItemOrigin.LAST_AGENDA
    assert {row.kind for row in agendas.items(meeting)} == {each.kind for each in agenda_starts.USUAL}
    again = item(copy, "Taxi marshals")
    assert (again.seat_id, again.presenter, again.minutes_allowed) == (seat.id, seat.title, 20)
    assert again.section in agendas.headings(meeting)


def test_an_agenda_that_was_printed_elsewhere_is_begun_from_by_its_words(body):
    last = a_meeting(body=body, on=JULY)
    for position, title in enumerate(["APOLOGIES", "To receive any declarations of interest by Members", "CCTV"], 1):
        db.session.add(AgendaItem(meeting=last, position=position, title=title, number=str(position)))
    meeting = to_come(body)

    agenda_starts.from_last(meeting, actor=CLERK)

    assert printed(meeting)[:2] == ["1 APOLOGIES", "2 To receive any declarations of interest by Members"]
    assert "CCTV" not in " ".join(printed(meeting))


def test_without_a_last_agenda_there_are_the_standing_items(body):
    meeting = to_come(body)

    agenda_starts.from_last(meeting, actor=CLERK)

    assert printed(meeting)[:2] == USUAL
    assert not [row for row in agendas.items(meeting) if row.kind is ItemKind.MINUTES]


def test_beginning_twice_adds_nothing_twice(body):
    a_meeting(body=body, on=JULY)
    meeting = to_come(body)
    agenda_starts.from_standing_items(meeting, actor=CLERK)
    agenda.add(meeting, wording("Taxi marshals", purpose=ItemPurpose.DECISION), actor=CLERK)
    before = printed(meeting)

    agenda_starts.from_standing_items(meeting, actor=CLERK)
    agenda_starts.from_last(meeting, actor=CLERK)

    assert printed(meeting) == before


def test_minutes_that_were_approved_do_not_come_again(body):
    first, second = a_meeting(body=body, on=date(2026, 5, 14)), a_meeting(body=body, on=JULY)
    first.minutes_approved_at_id = second.id
    meeting = to_come(body)

    agenda_starts.from_standing_items(meeting, actor=CLERK)

    assert [row.title for row in agendas.items(meeting) if row.kind is ItemKind.MINUTES] == [MINUTES]
