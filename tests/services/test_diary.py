"""Meetings are moved, postponed and cancelled with a reason, and whoever reckons with them is told once."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from shp_gov import clock, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.diary import CannotArrange, MeetingThere, Slot
from shp_gov.domain.guards import ChangedMeanwhile, NothingChanges, WordsMissing
from shp_gov.domain.workflows import MeetingState, PlanState
from shp_gov.models import (
    AgendaItem,
    Answer,
    DiaryChange,
    ForwardPlanEntry,
    ItemKind,
    Meeting,
    MeetingChange,
    MeetingMode,
    Reply,
    Report,
)
from shp_gov.queries import agendas
from shp_gov.queries import diary as queries
from shp_gov.services import agenda, diary
from shp_gov.services.agenda import Wording
from shp_gov.services.diary import Place
from tests import factories as make
from tests.services.acting import told
from tests.trail import events

CLERK = Actor("Helen Ashby")
TEN, NOON = time(10), time(12)
ROOM = Place("Committee Room B", MeetingMode.IN_PERSON)


def ahead(days: int) -> date:
    return clock.today() + timedelta(days=days)


def called(body=None, on=None, **details) -> Meeting:
    meeting = diary.call(
        body or make.a_body(), on=on or ahead(30), starts_at=TEN, venue=ROOM.venue, actor=CLERK, **details
    )
    db.session.flush()
    return meeting


def moved(meeting, **changes) -> MeetingChange:
    usual = {"on": meeting.on, "starts_at": TEN, "ends_at": None, "place": ROOM, "reason": "The room is flooded."}
    return diary.move(meeting, **(usual | {"seen": 0, "actor": CLERK} | changes))


def test_a_body_meets_once_at_a_time(app):
    body = make.a_body()
    called(body)

    with pytest.raises(MeetingThere, match="meets at that time on"):
        called(body)


def test_a_meeting_that_moves_keeps_what_was_so_before_and_why(app):
    meeting = called()
    was = meeting.on

    change = moved(meeting, on=ahead(37), starts_at=NOON, ends_at=time(14), place=Place("Town Hall"))

    assert (meeting.on, meeting.starts_at, meeting.ends_at, meeting.venue) == (ahead(37), NOON, time(14), "Town Hall")
    assert (change.change, change.on_before, change.starts_before) == (DiaryChange.MOVED, was, TEN)
    assert (change.venue_before, change.reason) == ("Committee Room B", "The room is flooded.")
    db.session.commit()
    assert events(meeting) == ["meeting.called", "meeting.moved"]


def test_whoever_an_officer_named_to_stand_in_is_expected_until_they_are_withdrawn(app):
    meeting = called()
    seat = make.a_seat(body=meeting.body, held_by=make.a_person("Lee Marsh"))
    deputy = make.a_person("Sam Okoro")
    named = services.substitutes.name(deputy, seat=seat, from_=meeting.on, meeting=meeting, actor=CLERK)

    assert deputy in queries.expected(meeting, on=meeting.on)
    services.substitutes.end(named, last_day=meeting.on, because="Not needed.", actor=CLERK)
    assert deputy not in queries.expected(meeting, on=meeting.on)


def test_whoever_may_stand_in_at_any_meeting_is_told_that_it_is_not_held(app):
    meeting = called()
    seat = make.a_seat(body=meeting.body, held_by=make.a_person("Jo Tranter"))
    always, before = make.a_person("Mo Reed"), make.a_person("Ned Fox")
    make.a_substitute(always, seat=seat)
    make.a_substitute(before, seat=seat, until_on=make.LONG_AGO)
    make.a_substitute(make.a_person("Olga Bell"), seat=make.a_seat())

    services.diary.cancel(meeting, reason="Snow.", seen=0, actor=CLERK)

    assert told(always) == ["meeting_cancelled"]
    assert told(before) == []
    assert always not in queries.expected(meeting, on=meeting.on)


def test_members_substitutes_authors_and_officers_are_told_and_whoever_moves_it_is_not(app):
    body = make.a_body()
    meeting, member, former = called(body), make.a_person("Ann Lisle"), make.a_person("Una Left")
    make.a_seat(body=body, held_by=member)
    make.a_seat(body=body, held_by=former, until=ahead(-5))
    substitute, author = make.a_person("Ned Fox"), make.a_person("Olga Reed")
    reply = {"answer": Answer.APOLOGIES, "replied_at": clock.now(), "replied_by": "Ann Lisle"}
    make._kept(Reply(meeting=meeting, person=member, substitute_id=substitute.id, **reply))
    make._kept(Report(meeting=meeting, position=1, subject="Patrols", author_id=author.id))
    acting, colleague = make.an_officer(body=body), make.an_officer(body=body)

    change = moved(meeting, on=ahead(37), actor=Actor("Helen Ashby", acting.id))

    assert [told(who) for who in (member, substitute, author, colleague)] == [["meeting_moved"]] * 4
    assert (told(former), told(acting), change.told) == ([], [], 4)


def test_a_meeting_moves_only_with_a_reason_and_to_something_else(app):
    meeting = called()

    with pytest.raises(WordsMissing, match="Give a reason"):
        moved(meeting, on=ahead(37), reason="  ")
    with pytest.raises(NothingChanges, match="when and where the meeting is"):
        moved(meeting)


def test_a_meeting_moves_neither_into_the_past_nor_onto_another(app):
    body = make.a_body()
    meeting = called(body)
    called(body, on=ahead(37))

    with pytest.raises(CannotArrange, match="has passed"):
        moved(meeting, on=ahead(-1))
    with pytest.raises(MeetingThere):
        moved(meeting, on=ahead(37))


@pytest.mark.parametrize("state", [MeetingState.IN_PROGRESS, MeetingState.CLOSED, MeetingState.CANCELLED])
def test_what_goes_on_is_over_or_called_off_does_not_change(app, state):
    meeting = make.a_meeting(on=ahead(30), state=state, minutes_state=None)

    for act in (
        lambda: moved(meeting, on=ahead(37)),
        lambda: diary.postpone(meeting, to=None, reason="Snow.", seen=0, actor=CLERK),
        lambda: diary.cancel(meeting, reason="Snow.", seen=0, actor=CLERK),
    ):
        with pytest.raises(CannotArrange, match=f"this meeting: it is {state}"):
            act()
    assert db.session.scalar(sa.select(sa.func.count()).select_from(MeetingChange)) == 0


def test_a_page_that_is_out_of_date_changes_nothing(app):
    meeting = called()
    moved(meeting, on=ahead(37))

    with pytest.raises(ChangedMeanwhile, match="Somebody changed this meeting"):
        moved(meeting, on=ahead(44))
    assert meeting.on == ahead(37)


def test_once_published_the_room_may_change_and_the_day_may_not(app):
    meeting = make.a_meeting(on=ahead(30), state=MeetingState.AGENDA_PUBLISHED, minutes_state=None)

    with pytest.raises(CannotArrange, match="postpone it"):
        moved(meeting, on=ahead(37))

    moved(meeting, place=Place("Town Hall"))
    assert meeting.venue == "Town Hall"


def test_a_postponed_meeting_gives_its_business_to_the_new_one(app):
    meeting = called()
    item = make._kept(AgendaItem(meeting=meeting, position=1, title="Patrols"))
    report = make._kept(Report(meeting=meeting, agenda_item=item, position=1, subject="Patrols"))

    diary.postpone(meeting, to=Slot(ahead(60), NOON), place=Place("Town Hall"), reason="Snow.", seen=0, actor=CLERK)

    instead = meeting.postponed_to
    assert (meeting.state, meeting.reason) == (MeetingState.POSTPONED, "Snow.")
    assert (instead.on, instead.starts_at, instead.venue, instead.state) == (
        ahead(60),
        NOON,
        "Town Hall",
        MeetingState.SCHEDULED,
    )
    assert (item.meeting, report.meeting, meeting.agenda_items) == (instead, instead, [])


def test_a_meeting_is_postponed_to_a_day_that_is_not_known_yet(app):
    body = make.a_body()
    member, meeting = make.a_person(), called(body)
    make.a_seat(body=body, held_by=member)

    diary.postpone(meeting, to=None, reason="Snow.", seen=0, actor=CLERK)

    assert (meeting.state, meeting.postponed_to) == (MeetingState.POSTPONED, None)
    assert told(member) == ["meeting_postponed"]


def test_a_cancelled_meeting_is_cancelled_once(app):
    meeting = called()
    diary.cancel(meeting, reason="Nothing to decide.", seen=0, actor=CLERK)

    with pytest.raises(CannotArrange, match="it is cancelled"):
        diary.cancel(meeting, reason="Again.", seen=1, actor=CLERK)
    assert [change.reason for change in queries.history(meeting)] == ["Nothing to decide."]


def letters(meeting, person) -> list[str]:
    db.session.commit()
    prepared = [
        services.deliveries.prepare(services.deliveries.take(number)) for number in services.deliveries.waiting()
    ]
    return [each.letter.text for each in prepared if each]


def test_the_letter_says_what_is_new_and_only_the_newest_is_sent(app):
    body = make.a_body()
    member, meeting = make.a_person(email="ann@seaborough.example"), called(body)
    make.a_seat(body=body, held_by=member)
    moved(meeting, on=ahead(37))
    moved(meeting, on=ahead(44), place=Place("Town Hall"), reason="The hall is free.", seen=1)

    [letter] = letters(meeting, member)

    assert "Town Hall" in letter
    assert "Why: The hall is free." in letter


def test_the_letter_of_a_postponement_says_when_it_is_instead(app):
    body = make.a_body()
    member, meeting = make.a_person(email="ann@seaborough.example"), called(body)
    make.a_seat(body=body, held_by=member)
    diary.postpone(meeting, to=Slot(ahead(60), NOON), reason="Snow.", seen=0, actor=CLERK)

    [letter] = letters(meeting, member)

    assert "It is held instead on" in letter
    assert "12.00pm" in letter


def business(meeting) -> AgendaItem:
    item = agenda.add(meeting, Wording(title="Patrols at the harbour"), actor=CLERK)
    db.session.flush()
    return item


def planned(body) -> list[tuple[str, Meeting | None]]:
    entries = db.session.query(ForwardPlanEntry).filter_by(body_id=body.id, state=PlanState.PLANNED)
    return [(entry.title, entry.meeting) for entry in entries]


def test_the_business_of_a_cancelled_meeting_comes_to_the_next(app):
    body = make.a_body()
    meeting, following = called(body), called(body, on=ahead(90))
    business(meeting)

    diary.cancel(meeting, reason="Snow.", seen=0, actor=CLERK)

    assert planned(body) == [("Patrols at the harbour", following)]


def test_the_business_of_a_meeting_put_off_without_a_day_waits_on_the_plan(app):
    body = make.a_body()
    meeting = called(body)
    business(meeting)

    diary.postpone(meeting, to=None, reason="Snow.", seen=0, actor=CLERK)

    assert planned(body) == [("Patrols at the harbour", None)]


def test_a_meeting_that_is_held_instead_has_what_must_come_to_it_once(app):
    body = make.a_body()
    make.a_meeting(body=body, on=ahead(-60))
    meeting = called(body)
    kinds = [item.kind for item in agendas.items(meeting)]

    diary.postpone(meeting, to=Slot(ahead(60), NOON), reason="Snow.", seen=0, actor=CLERK)

    assert ItemKind.MINUTES in kinds
    assert [item.kind for item in agendas.items(meeting.postponed_to)] == kinds


def test_what_came_late_to_a_meeting_is_in_time_for_the_one_held_instead(app):
    meeting = called()
    late = {"added_on": ahead(0), "in_supplement": 1, "is_urgent": True, "urgency_reason": "The offer ends."}
    item = make._kept(AgendaItem(meeting=meeting, position=1, title="Patrols", **late))

    diary.postpone(meeting, to=Slot(ahead(60), NOON), reason="Snow.", seen=0, actor=CLERK)

    assert (item.added_on, item.in_supplement) == (None, None)
    assert (item.is_urgent, item.urgency_reason) == (True, "The offer ends.")
