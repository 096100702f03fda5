"""What happens in the room: adjourned, resumed, the public out and in, the quorum lost and there again."""

from datetime import time

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.coming_and_going import Stay, WrongTime
from shp_gov.domain.guards import WordsMissing
from shp_gov.domain.proceedings import NotNow, NotQuorate, RoomEvent, WrongMoment
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, Decision, Interest, ItemKind, ItemOutcome
from shp_gov.queries import attending, compliance, proceedings
from tests import factories as make
from tests.services.acting import audited
from tests.sittings import CLERK, DAY, TEN, a_sitting

RESOLUTION = "That the press and public be excluded from the meeting for item 3, under paragraph 7."


@pytest.fixture
def sitting(app):
    return a_sitting(quorum=2).open()


def happened(sitting):
    return [(event.kind, event.at) for event in proceedings.events(sitting.meeting)]


def who(sitting, name):
    person = sitting.people[name]
    return next(each for each in attending.expected(sitting.meeting) if each.person_id == person.id)


def leave(sitting, name, at):
    services.comings.leave(sitting.meeting, who(sitting, name).line, at=at, actor=CLERK)


def arrive(sitting, name, at):
    return services.comings.arrive(sitting.meeting, who(sitting, name), at=at, actor=CLERK)


def test_a_meeting_adjourns_for_a_reason_and_decides_nothing_until_it_resumes(sitting):
    with pytest.raises(WordsMissing, match="reason for the adjournment"):
        services.room_events.adjourn(sitting.meeting, at=time(11), why=" ", actor=CLERK)
    services.room_events.adjourn(sitting.meeting, at=time(11), why="The fire alarm.", actor=CLERK)

    with pytest.raises(NotNow, match="Resume it before"):
        services.rulings.decide(sitting.minute("Taxi marshals"), words="That it go on.", actor=CLERK)
    services.room_events.resume(sitting.meeting, at=time(11, 20), actor=CLERK)
    services.rulings.decide(sitting.minute("Taxi marshals"), words="That it go on.", actor=CLERK)

    assert happened(sitting) == [(RoomEvent.ADJOURNED, time(11)), (RoomEvent.RESUMED, time(11, 20))]


@pytest.mark.parametrize(
    ("act", "words"),
    [("resume", "not adjourned"), ("readmit", "in the room already"), ("go_on_informally", "known to be no quorum")],
)
def test_what_cannot_come_next_is_refused_with_its_reason(sitting, act, words):
    with pytest.raises(NotNow, match=words):
        getattr(services.room_events, act)(sitting.meeting, at=time(11), actor=CLERK)

    assert happened(sitting) == []


def test_nothing_happens_before_the_meeting_began_or_before_what_happened_last(sitting):
    with pytest.raises(WrongMoment, match=r"The meeting began at 10\.00am"):
        services.room_events.adjourn(sitting.meeting, at=time(9), why="Early", actor=CLERK)
    services.room_events.adjourn(sitting.meeting, at=time(11), why="Lunch", actor=CLERK)

    with pytest.raises(WrongMoment, match=r"recorded at 11\.00am"):
        services.room_events.resume(sitting.meeting, at=time(10, 30), actor=CLERK)


def test_the_resolution_is_minuted_in_its_words_before_what_is_private(sitting):
    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)

    db.session.refresh(sitting.meeting, ["minutes"])
    told = [(minute.number, minute.title, len(minute.decisions)) for minute in sitting.meeting.minutes]
    assert told == [
        (1, "Apologies for absence", 0),
        (2, "Taxi marshals", 0),
        (3, "Exclusion of the press and public", 1),
        (4, "Case review", 0),
    ]
    assert sitting.meeting.minutes[2].decisions[0].words == RESOLUTION


def test_the_resolution_stands_under_its_item_where_the_agenda_has_one(app):
    sitting = a_sitting()
    title = "To ask the public to leave"
    make._kept(AgendaItem(meeting=sitting.meeting, position=9, number="9", title=title, kind=ItemKind.EXCLUSION))
    sitting.open()

    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)

    minute = sitting.minute(title)
    assert [decision.words for decision in minute.decisions] == [RESOLUTION]
    assert minute.agenda_item.outcome is ItemOutcome.DECIDED
    assert len(sitting.meeting.minutes) == 4


def test_excluding_the_public_twice_by_the_same_words_is_one_decision(app):
    sitting = a_sitting()
    title = "To ask the public to leave"
    make._kept(AgendaItem(meeting=sitting.meeting, position=9, number="9", title=title, kind=ItemKind.EXCLUSION))
    sitting.open()

    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)
    services.room_events.readmit(sitting.meeting, at=time(11, 10), actor=CLERK)
    services.room_events.exclude(sitting.meeting, at=time(11, 20), words=RESOLUTION, actor=CLERK)

    minute = sitting.minute(title)
    assert [decision.words for decision in minute.decisions] == [RESOLUTION]
    assert audited(minute.agenda_item) == ["agenda_item.settled"]


def test_nothing_is_declared_on_an_item_once_the_meeting_is_closed(sitting):
    taxis, line = sitting.minute("Taxi marshals"), who(sitting, "fire").line
    sitting.meeting.state = MeetingState.CLOSED

    with pytest.raises(NotNow, match="closed"):
        services.declarations.at_item(taxis, line, words="I own it.", leaves=True, actor=CLERK)

    assert db.session.query(Interest).count() == 0


def test_the_resolution_by_which_the_public_left_stays(sitting):
    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)
    resolution = db.session.query(Decision).filter_by(words=RESOLUTION).one()

    with pytest.raises(NotNow, match="The public left by this resolution"):
        services.rulings.take_back(resolution, actor=CLERK)
    with pytest.raises(NotNow, match="The public left by this resolution"):
        services.rulings.change(resolution, words="That we go on.", actor=CLERK)
    services.rulings.change(resolution, words=f"{RESOLUTION} Agreed by all.", actor=CLERK)


def test_the_words_must_exclude_the_public(sitting):
    with pytest.raises(NotNow, match="must say that the press and public are excluded"):
        services.room_events.exclude(sitting.meeting, at=time(11), words="That we go on.", actor=CLERK)

    assert happened(sitting) == []


def test_a_private_item_taken_without_the_public_says_so_and_the_check_finds_the_resolution(sitting):
    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)
    private = sitting.minute("Case review")

    services.minuting.settle(private, outcome=ItemOutcome.DISCUSSED, actor=CLERK)

    assert private.public_was_excluded is True
    held = compliance.access.Held(
        sitting.meeting, sitting.body, sitting.meeting.agenda_items, sitting.meeting.minutes, []
    )
    facts = next(compliance.access._private(held))
    assert (facts.resolution, facts.paragraph) == (f"\n{RESOLUTION}", "7")


def test_the_public_come_back(sitting):
    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)
    services.room_events.readmit(sitting.meeting, at=time(11, 30), actor=CLERK)

    assert proceedings.so_far(sitting.meeting).is_public_out is False


def test_the_moment_the_quorum_is_lost_is_recorded_and_when_it_is_there_again(sitting):
    leave(sitting, "fire", time(10, 40))
    assert happened(sitting) == []
    leave(sitting, "police", time(10, 50))
    arrive(sitting, "police", time(11, 5))

    assert happened(sitting) == [(RoomEvent.QUORUM_LOST, time(10, 50)), (RoomEvent.QUORUM_REGAINED, time(11, 5))]
    assert proceedings.events(sitting.meeting)[0].words == "1 member present, 2 needed."


def test_a_meeting_that_begins_without_a_quorum_says_so(app):
    sitting = a_sitting(quorum=2).open(here=("police",))

    assert happened(sitting) == [(RoomEvent.QUORUM_LOST, TEN)]


def test_who_comes_late_is_here_from_then_on(app):
    sitting = a_sitting(quorum=2).open(here=("police",))

    line = arrive(sitting, "fire", time(10, 15))

    assert (line.capacity.value, line.arrived_at) == ("present", time(10, 15))
    assert happened(sitting)[-1] == (RoomEvent.QUORUM_REGAINED, time(10, 15))


def test_who_comes_back_was_out_for_what_was_taken_meanwhile(sitting):
    leave(sitting, "fire", time(10, 20))
    taxis = sitting.minute("Taxi marshals")
    services.minuting.begin(taxis, at=time(10, 25), actor=CLERK)

    line = arrive(sitting, "fire", time(10, 40))

    assert line.outings == ((time(10, 20), time(10, 40)),)
    with pytest.raises(WrongTime, match=r"was out from 10\.20am to 10\.40am"):
        leave(sitting, "fire", time(10, 30))
    assert (line.left_at, [absence.agenda_item_id for absence in line.absences]) == (None, [taxis.agenda_item_id])


def test_who_was_not_out_after_all_was_there_for_what_was_taken_meanwhile(app):
    sitting = a_sitting(quorum=3).open()
    leave(sitting, "fire", time(10, 20))
    taxis = sitting.minute("Taxi marshals")
    services.minuting.begin(taxis, at=time(10, 25), actor=CLERK)
    line = arrive(sitting, "fire", time(10, 40))
    assert proceedings.now(sitting.meeting, taxis).has_quorum is False

    services.attendance.record_times(sitting.meeting, {line: Stay()}, today=DAY, actor=CLERK)

    assert (line.outings, line.absences) == ((), [])
    assert proceedings.now(sitting.meeting, taxis).has_quorum is True


def test_who_was_not_out_after_all_stays_out_of_what_they_left_for_an_interest_or_on_another_outing(sitting):
    leave(sitting, "fire", time(10, 20))
    taxis, review = sitting.minute("Taxi marshals"), sitting.minute("Case review")
    services.declarations.take_out(
        who(sitting, "fire").line, taxis.agenda_item, reason=services.declarations.FOR_AN_INTEREST, actor=CLERK
    )
    services.minuting.begin(taxis, at=time(10, 25), actor=CLERK)
    line = arrive(sitting, "fire", time(10, 40))
    leave(sitting, "fire", time(10, 50))
    services.minuting.begin(review, at=time(10, 55), actor=CLERK)
    arrive(sitting, "fire", time(11))

    services.attendance.record_times(sitting.meeting, {line: Stay(outings=line.outings[1:])}, today=DAY, actor=CLERK)

    assert {absence.agenda_item_id for absence in line.absences} == {taxis.agenda_item_id, review.agenda_item_id}


def test_an_interest_takes_somebody_out_of_one_item_and_of_its_quorum(app):
    sitting = a_sitting(quorum=3).open()
    taxis, review = sitting.minute("Taxi marshals"), sitting.minute("Case review")

    services.declarations.at_item(taxis, who(sitting, "fire").line, words="I own it.", leaves=True, actor=CLERK)

    assert proceedings.now(sitting.meeting, taxis).has_quorum is False
    assert proceedings.now(sitting.meeting, review).has_quorum is True
    with pytest.raises(NotQuorate, match="2 members present, 3 needed"):
        services.rulings.decide(taxis, words="That it go on.", actor=CLERK)
    services.room_events.exclude(sitting.meeting, at=time(11), words=RESOLUTION, actor=CLERK)
    services.rulings.decide(review, words="That it be noted.", actor=CLERK)


def test_an_item_begun_without_its_quorum_records_the_loss_and_the_next_its_return(app):
    sitting = a_sitting(quorum=3).open()
    taxis = sitting.minute("Taxi marshals")
    services.declarations.at_item(taxis, who(sitting, "fire").line, words="I own it.", leaves=True, actor=CLERK)

    services.minuting.begin(taxis, at=time(10, 30), actor=CLERK)
    services.minuting.begin(sitting.minute("Case review"), at=time(10, 45), actor=CLERK)

    assert happened(sitting) == [(RoomEvent.QUORUM_LOST, time(10, 30)), (RoomEvent.QUORUM_REGAINED, time(10, 45))]
    assert proceedings.events(sitting.meeting)[0].agenda_item_id == taxis.agenda_item_id


def test_who_declared_ahead_is_asked_once_whether_they_leave(sitting):
    taxis, line = sitting.minute("Taxi marshals"), who(sitting, "fire").line
    ahead = services.declarations.declare(
        sitting.meeting, line.person, words="I own it.", item=taxis.agenda_item, is_ahead=True, actor=CLERK
    )

    services.declarations.at_item(taxis, line, words="", leaves=True, actor=CLERK)

    db.session.refresh(ahead)
    assert ahead.left_the_meeting is True
    assert line.person_id not in {each.person_id for each in proceedings.now(sitting.meeting, taxis).here}


def test_without_a_quorum_a_meeting_goes_on_informally_and_settles_nothing_formal(app):
    sitting = a_sitting(quorum=3).open(here=("police",))
    services.room_events.go_on_informally(sitting.meeting, at=time(10, 10), actor=CLERK)
    taxis = sitting.minute("Case review")

    with pytest.raises(NotQuorate):
        services.minuting.settle(taxis, outcome=ItemOutcome.NOTED, actor=CLERK)
    services.minuting.settle(taxis, outcome=ItemOutcome.DISCUSSED, actor=CLERK)

    assert proceedings.so_far(sitting.meeting).is_informal is True
