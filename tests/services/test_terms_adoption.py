"""Adopting terms: from their first day the seats of the body are as they say, and the day before is unchanged."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.terms.guards import TermsRefused
from shp_gov.models import SeatCategory
from shp_gov.queries.seating import of_bodies as seating_of
from shp_gov.services import terms_adoption, terms_edits
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_minute,
    a_person,
    a_seat,
    an_action,
    an_appointment,
    an_organisation,
)
from tests.services.acting import CLERK, story
from tests.terms import a_draft, a_seat_in_terms, terms_in_force
from tests.trail import events

OLD, DAY = date(2024, 4, 1), date(2026, 7, 16)
BEFORE = date(2026, 7, 15)
OTHER = SeatCategory.OTHER


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def decision(body):
    return a_decision(minute=a_minute(meeting=a_meeting(body=body, on=DAY)))


@pytest.fixture
def fire(body):
    return a_seat(body=body, post="District Manager")


@pytest.fixture
def court(body):
    return a_seat(body=body, post="Chair of the Bench", held_by=a_person("Vic Lane"))


@pytest.fixture
def draft(body, fire, court):
    terms_in_force(body, from_on=OLD, seats=[a_seat_in_terms(fire), a_seat_in_terms(court)])
    return services.terms.start(body, on=DAY, actor=CLERK)


def _titles(body, on):
    return [member.title for member in queries.bodies.members(body, on=on)]


def _seat(draft, post):
    return next(seat for seat in draft.seats if seat.post == post)


def test_from_the_day_seats_are_added_renamed_and_ended_and_the_day_before_is_unchanged(body, draft, decision, court):
    harbour = an_organisation("Harbour Office")
    terms_edits.word_seat(draft, post="Harbour Master", organisation=harbour, category=OTHER, actor=CLERK)
    terms_edits.remove_seat(_seat(draft, "Chair of the Bench"), actor=CLERK)

    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)
    db.session.commit()

    assert sorted(_titles(body, BEFORE)) == ["Chair of the Bench", "District Manager"]
    assert _titles(body, DAY) == ["District Manager", "Harbour Master, Harbour Office"]
    assert [queries.terms.in_force(body, on=on).number for on in (BEFORE, DAY)] == [1, 2]
    assert court.appointments[0].until_on == BEFORE
    assert events(draft)[-1] == "terms.adopted"
    assert events(court) == ["seat.ended"]


def test_a_seat_renamed_keeps_its_people_and_its_actions(body, draft, decision, fire):
    holder = a_person("Carl Whitby")
    an_appointment(holder, seat=fire)
    action = an_action(decision=decision, owner=fire)
    said = _seat(draft, "District Manager")
    terms_edits.word_seat(draft, seat=said, post="Group Manager", organisation=None, category=OTHER, actor=CLERK)

    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)

    assert (fire.post, fire.category, fire.worded_on) == ("Group Manager", OTHER, DAY)
    assert action.owner is fire
    assert [term.until_on for term in fire.appointments] == [None]


def test_the_actions_of_a_seat_that_ends_stay_with_it_and_their_history_says_so(draft, decision, court):
    action = an_action(decision=decision, owner=court)
    terms_edits.remove_seat(_seat(draft, "Chair of the Bench"), actor=CLERK)

    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)

    assert action.owner is court
    assert story(action) == ["handed over"]


def test_a_seat_does_not_end_under_somebody_who_sits_later(draft, decision, court):
    an_appointment(a_person("Una Later"), seat=court, from_on=date(2026, 8, 1))
    terms_edits.remove_seat(_seat(draft, "Chair of the Bench"), actor=CLERK)

    with pytest.raises(TermsRefused, match="Una Later is in the seat Chair of the Bench from Saturday 1 August 2026"):
        terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)


def test_a_seat_outside_the_terms_is_left_alone(body, draft, decision):
    guest = a_seat(body=body, post="Guest", category=SeatCategory.CO_OPTED)
    added_since = a_seat(body=body, post="Added since")

    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)

    assert (guest.active_until, added_since.active_until) == (None, None)


def test_the_first_version_ends_the_seats_of_the_day_that_it_does_not_have(body, decision, fire, court):
    guest = a_seat(body=body, post="Guest", category=SeatCategory.CO_OPTED)
    later = a_seat(body=body, post="Later", active_from=date(2026, 8, 1))
    draft = a_draft(body, seats=[a_seat_in_terms(fire)])

    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)

    assert [seat.active_until for seat in (fire, court, guest, later)] == [None, BEFORE, None, None]


@pytest.mark.parametrize("day", [OLD, date(2024, 3, 31)])
def test_a_version_does_not_begin_on_or_before_the_day_of_the_last(draft, day):
    with pytest.raises(TermsRefused, match="Version 1 is in force from Monday 1 April 2024"):
        terms_adoption.adopt(draft, in_force_from=day, basis="A letter", actor=CLERK)


def test_a_version_is_adopted_once(draft, decision):
    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)

    with pytest.raises(TermsRefused, match="never changes"):
        terms_adoption.adopt(draft, in_force_from=date(2026, 8, 1), decision=decision, actor=CLERK)


def test_a_version_needs_a_decision_of_its_own_body_or_words_of_its_basis(draft):
    elsewhere = a_decision(minute=a_minute(meeting=a_meeting(body=a_body("Another"))))

    with pytest.raises(TermsRefused, match="Choose the decision that adopts"):
        terms_adoption.adopt(draft, in_force_from=DAY, basis="  ", actor=CLERK)
    with pytest.raises(TermsRefused, match="whose terms these are"):
        terms_adoption.adopt(draft, in_force_from=DAY, decision=elsewhere, actor=CLERK)


def test_a_version_is_not_in_force_before_it_was_decided(draft, decision):
    with pytest.raises(TermsRefused, match="cannot be in force before it"):
        terms_adoption.adopt(draft, in_force_from=BEFORE, decision=decision, actor=CLERK)


def test_a_version_that_says_nothing_is_not_adopted(body):
    with pytest.raises(TermsRefused, match="say nothing yet"):
        terms_adoption.adopt(a_draft(body), in_force_from=DAY, basis="A letter", actor=CLERK)


def test_a_version_may_begin_on_a_day_to_come(body, draft, decision):
    later = date(2027, 4, 1)

    terms_adoption.adopt(draft, in_force_from=later, decision=decision, actor=CLERK)

    assert queries.terms.in_force(body, on=date(2027, 3, 31)).number == 1
    assert queries.terms.in_force(body, on=later).number == 2


def test_a_seat_of_the_name_of_one_that_ended_is_another_seat(body, draft, decision, fire):
    fire.active_until = date(2026, 1, 31)
    terms_edits.remove_seat(_seat(draft, "District Manager"), actor=CLERK)
    said = terms_edits.word_seat(draft, post="District Manager", organisation=None, category=OTHER, actor=CLERK)

    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)

    assert said.seat is not fire
    assert (said.seat.active_from, fire.active_until) == (DAY, date(2026, 1, 31))


def test_a_seat_is_shown_on_each_day_in_the_words_of_the_terms_of_that_day(body, draft, decision, fire):
    terms_edits.word_seat(
        draft,
        seat=_seat(draft, "District Manager"),
        post="Group Manager",
        organisation=an_organisation("Fire Service"),
        category=OTHER,
        actor=CLERK,
        places=2,
    )
    terms_adoption.adopt(draft, in_force_from=DAY, decision=decision, actor=CLERK)
    db.session.flush()
    seating = seating_of([body.id])

    for members in (queries.bodies.members, lambda body, on: seating.members(body.id, on=on)):
        then, now = (next(each for each in members(body, on=on) if each.seat_id == fire.id) for on in (BEFORE, DAY))
        assert (then.title, then.places) == ("District Manager", 1)
        assert (now.title, now.places, now.category) == ("Group Manager, Fire Service", 2, OTHER)
