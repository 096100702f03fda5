"""Meetings, minutes and decisions as printed; an officer’s correction wins."""

from datetime import date, time

import pytest

from shp_gov import services
from shp_gov.domain.workflows import MeetingState, MinutesState, ProposalState
from shp_gov.importers.pack import load
from shp_gov.models import (
    Attendance,
    Body,
    Capacity,
    Decision,
    Interest,
    Meeting,
    Minute,
    MunicipalYear,
    Person,
    ProposedAction,
    Seat,
)
from tests.factories import SYSTEM
from tests.importers.pack.readings import (
    ANN,
    JANUARY,
    JUNE,
    MARCH,
    a_minute,
    a_pack,
    accept,
    an_agenda,
    an_item,
    every,
    some_minutes,
    somebody,
    the,
)


@pytest.mark.parametrize("agenda_first", [True, False])
def test_agenda_and_minutes_of_one_day_are_one_meeting_either_way(app, agenda_first):
    parts = [{"agenda": an_agenda(MARCH, [ANN])}, {"minutes": some_minutes(MARCH, start="14:05", venue="Town Hall")}]
    for part in parts if agenda_first else reversed(parts):
        accept(**part)

    meeting = the(Meeting)

    assert (meeting.starts_at, meeting.started_at, meeting.venue) == (time(14), time(14, 5), "Town Hall")
    assert (meeting.state, meeting.minutes_state) == (MeetingState.CLOSED, MinutesState.DRAFT_PUBLISHED)


def test_two_meetings_of_one_day_are_told_apart_by_their_time(app):
    accept(agenda=an_agenda(MARCH, [], planned_start="10:00"))
    accept(agenda=an_agenda(MARCH, [], planned_start="14:00"))
    accept(minutes=some_minutes(MARCH, start="14:02"))

    assert [(row.starts_at, row.started_at) for row in every(Meeting)] == [(time(10), None), (time(14), time(14, 2))]


def test_a_meeting_of_which_only_the_agenda_is_known_is_not_said_to_be_held(app):
    accept(agenda=an_agenda(date(2001, 1, 1), []))

    assert (the(Meeting).state, the(Meeting).minutes_state) == (MeetingState.AGENDA_PUBLISHED, None)


@pytest.mark.parametrize("later_first", [True, False])
def test_minutes_are_approved_by_the_meeting_that_confirms_them(app, later_first):
    packs = [some_minutes(JANUARY), some_minutes(MARCH, confirmed_minutes_of=JANUARY)]
    for minutes in reversed(packs) if later_first else packs:
        accept(minutes=minutes)

    january, march = sorted(every(Meeting), key=lambda meeting: meeting.on)

    assert (january.minutes_state, january.minutes_approved_at) == (MinutesState.APPROVED, march)
    assert march.minutes_state == MinutesState.DRAFT_PUBLISHED


def test_an_end_before_the_start_is_left_out(app):
    accept(minutes=some_minutes(MARCH, start="14:00", end="09:00"))

    assert (the(Meeting).started_at, the(Meeting).ended_at) == (time(14), None)


def test_someone_present_and_in_apologies_is_kept_in_both(app):
    accept(
        agenda=an_agenda(JUNE, [ANN]),
        minutes=some_minutes(MARCH, present=["Ann Lisle"], apologies=(somebody("A Lisle"),)),
    )

    assert {(line.capacity, line.person) for line in every(Attendance)} == {
        (Capacity.PRESENT, the(Person)),
        (Capacity.APOLOGIES, the(Person)),
    }


def test_a_substitute_sits_for_a_person_and_in_their_seat(app):
    stands_in = somebody("Bo Ek", substitute_for="Ann Lisle")
    accept(agenda=an_agenda(JUNE, [ANN]), minutes=some_minutes(MARCH, substitutes=(stands_in,)))

    line = the(Attendance)

    assert (line.person.name, line.for_person.name, line.seat) == ("Bo Ek", "Ann Lisle", the(Seat))


def test_minutes_keep_the_number_as_printed_missing_or_doubled(app):
    numbers = ["7", "7", None, "9a"]
    minutes = tuple(a_minute(number=number, title=f"Title {place}") for place, number in enumerate(numbers))
    accept(minutes=some_minutes(MARCH, minutes=minutes))

    assert [(row.position, row.number, row.number_printed) for row in every(Minute)] == [
        (1, 7, "7"),
        (2, 7, "7"),
        (3, None, None),
        (4, 9, "9a"),
    ]


def test_an_exempt_minute_and_item_keep_their_paragraph_and_show_a_public_title(app):
    item, minute = (make(title="Secret", is_exempt=True, exempt_paragraph="7") for make in (an_item, a_minute))
    accept(agenda=an_agenda(MARCH, [], items=(item,)), minutes=some_minutes(JANUARY, minutes=(minute,)))

    for row in (the(Minute), every(Meeting)[0].agenda_items[0]):
        assert (row.is_exempt, row.exempt_paragraph, row.public_title) == (True, "7", "Item not open to the public")


@pytest.mark.parametrize("agenda_first", [True, False])
def test_a_minute_finds_its_agenda_item_whichever_came_first(app, agenda_first):
    parts = [{"agenda": an_agenda(MARCH, [], items=(an_item("Street Lighting"),))}]
    parts.append({"minutes": some_minutes(MARCH, minutes=(a_minute(title="Street lighting"),))})
    for part in parts if agenda_first else reversed(parts):
        accept(**part)

    assert the(Minute).agenda_item.title == "Street Lighting"


def test_a_decision_proposes_what_its_words_ask_for(app):
    words = "That the District Manager be asked to circulate the plan by 31 July 2018."
    accept(agenda=an_agenda(JUNE, [ANN]), minutes=some_minutes(MARCH, present=["Ann Lisle"], decided=[words]))

    proposal = the(ProposedAction)

    assert (proposal.seat, proposal.due_on, proposal.what) == (the(Seat), date(2018, 7, 31), words)


def test_what_is_only_noted_proposes_nothing(app):
    accept(minutes=some_minutes(MARCH, decided=["That the report be noted."]))

    assert (the(Decision).ordinal, every(ProposedAction)) == (1, [])


def test_a_dismissed_proposal_stays_dismissed(app):
    pack = a_pack(minutes=some_minutes(MARCH, decided=["That the plan be circulated to all members."]))
    load.accept(pack, actor=SYSTEM)
    services.proposals.dismiss(the(ProposedAction), reason="It was done at the meeting.", actor=SYSTEM)

    load.accept(pack, actor=SYSTEM)

    assert the(ProposedAction).state is ProposalState.DISMISSED


def test_a_correction_is_what_goes_into_the_register(app):
    pack = a_pack(minutes=some_minutes(MARCH, present=["Ann Lisel"]))
    load.correct(pack, "minutes.present.0.name", "Ann Lisle", actor=SYSTEM)

    load.accept(pack, actor=SYSTEM)

    assert the(Person).name == "Ann Lisle"
    assert pack.corrections[0].was == "Ann Lisel"


def test_a_correction_wins_over_a_later_reading_of_the_same_pack(app):
    read = some_minutes(MARCH, minutes=(a_minute(title="Street lihgting", number=None),))
    pack = a_pack(minutes=read)
    load.correct(pack, "minutes.minutes.0.number", "14", actor=SYSTEM)
    load.correct(pack, "minutes.venue", "Town Hall", actor=SYSTEM)
    load.accept(pack, actor=SYSTEM)

    accept(minutes=some_minutes(MARCH, minutes=(a_minute(title="Street lihgting", number="99"),), venue="Elsewhere"))

    assert (the(Minute).number, the(Minute).number_printed, the(Meeting).venue) == (14, "14", "Town Hall")


def test_a_correction_after_acceptance_takes_effect_when_accepted_again(app):
    pack = a_pack(minutes=some_minutes(MARCH, decided=["That the plan be agred."]))
    load.accept(pack, actor=SYSTEM)

    load.correct(pack, "minutes.minutes.0.decisions.0.words", "That the plan be agreed.", actor=SYSTEM)
    load.accept(pack, actor=SYSTEM)

    assert the(Decision).words == "That the plan be agreed."


@pytest.mark.parametrize("agenda_first", [True, False])
def test_a_corrected_venue_of_the_agenda_wins_over_the_minutes(app, agenda_first):
    agenda = a_pack(agenda=an_agenda(MARCH, []))
    load.correct(agenda, "agenda.venue", "The Lighthouse", actor=SYSTEM)
    packs = [agenda, a_pack(minutes=some_minutes(MARCH, venue="Town Hall"))]
    for pack in packs if agenda_first else reversed(packs):
        load.accept(pack, actor=SYSTEM)

    assert the(Meeting).venue == "The Lighthouse"


# --- Declarations of interest ---
def test_a_declaration_is_tied_to_the_one_person_and_minute_that_its_words_name(app):
    words = "Ann Lisle declared a personal interest in minute 12 as a trustee of the lighthouse."
    accept(minutes=some_minutes(MARCH, present=["Ann Lisle", "Bo Ek"], declarations=(words,)))

    declared = the(Interest)

    assert (declared.person.name, declared.minute_id, declared.words) == ("Ann Lisle", the(Minute).id, words)


def test_a_declaration_that_names_two_people_is_tied_to_neither(app):
    words = "Ann Lisle and Bo Ek declared an interest in item 9."
    accept(minutes=some_minutes(MARCH, present=["Ann Lisle", "Bo Ek"], declarations=(words,)))

    assert (the(Interest).person, the(Interest).minute_id) == (None, None)


def test_a_body_that_starts_its_year_late_numbers_by_its_own_year(app):
    accept(minutes=some_minutes(date(2018, 5, 4)))
    the(Body).years.append(MunicipalYear(starts_on=date(2018, 5, 22)))

    accept(minutes=some_minutes(date(2018, 5, 11)))

    assert [minute.year_starts_on for minute in every(Minute)] == [date(2018, 5, 1), date(2017, 5, 1)]
