"""The attendance ticked on one page, again and again."""

from datetime import time

import pytest

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.models import Answer, Capacity, Reply
from shp_gov.queries import attending
from shp_gov.services.attending import Named, Ticks, WrongAttendance
from tests import factories as make
from tests.sittings import CLERK, a_sitting


def expected(sitting, person):
    return next(who for who in attending.expected(sitting.meeting) if who.person_id == person.id)


def record(sitting, *ticks, **details):
    services.attending.record(sitting.meeting, ticks, chair=None, actor=CLERK, **details)


def test_whoever_is_ticked_is_here_and_whoever_is_not_is_absent_or_sent_apologies(app):
    sitting = a_sitting().open(here=())

    sitting.tick("police", apologies=("fire",))

    assert [sitting.capacity(name) for name in ("police", "fire", "director")] == [
        Capacity.PRESENT,
        Capacity.APOLOGIES,
        Capacity.ABSENT,
    ]


def test_ticking_again_keeps_the_times_of_who_was_recorded(app):
    sitting = a_sitting().open(here=("police",))
    sitting.meeting.attendances[0].arrived_at = time(10, 20)
    line = next(line for line in sitting.meeting.attendances if line.capacity is Capacity.PRESENT)
    line.arrived_at = time(10, 20)

    sitting.tick("police", "fire")

    db.session.refresh(line)
    assert (line.arrived_at, sitting.capacity("fire")) == (time(10, 20), Capacity.PRESENT)


def test_somebody_takes_the_chair_who_is_here(app):
    sitting = a_sitting().open(here=())

    sitting.tick("police", "fire", chair="fire")
    assert [line.person is sitting.people["fire"] for line in sitting.meeting.attendances if line.is_in_the_chair] == [
        True
    ]
    with pytest.raises(WrongAttendance, match="must be here"):
        sitting.tick("police", chair="fire")


def test_a_substitute_takes_the_seat_and_the_member_is_not_called_absent(app):
    sitting = a_sitting().open(here=())
    deputy = make.a_person("Ines Kaya")
    make.a_substitute(deputy, seat=sitting.seats["police"], meeting=sitting.meeting)

    record(sitting, *(Ticks(who, is_here=who.is_substitute) for who in attending.expected(sitting.meeting)))

    lines = {line.name_printed: line for line in sitting.meeting.attendances}
    assert (lines["Ines Kaya"].capacity, lines["Ines Kaya"].seat) == (Capacity.SUBSTITUTE, sitting.seats["police"])
    assert lines["Ines Kaya"].for_person is sitting.people["police"]
    assert sitting.capacity("police") is None


def test_a_member_who_is_here_has_no_substitute(app):
    sitting = a_sitting().open(here=())
    make.a_substitute(make.a_person("Ines Kaya"), seat=sitting.seats["police"], meeting=sitting.meeting)

    with pytest.raises(WrongAttendance, match="Ines Kaya does not stand in"):
        record(sitting, *(Ticks(who, is_here=True) for who in attending.expected(sitting.meeting)))

    assert sitting.capacity("police") is Capacity.ABSENT


def test_nobody_is_here_and_sent_apologies(app):
    sitting = a_sitting().open(here=())

    with pytest.raises(WrongAttendance, match="cannot be here and send apologies"):
        sitting.tick("police", apologies=("police",))


def test_who_replied_is_ticked_already_with_the_substitute_they_send(app):
    sitting = a_sitting().open(here=())
    deputy = make.a_person("Ines Kaya")
    for line in list(sitting.meeting.attendances):
        db.session.delete(line)
    usual = {"meeting": sitting.meeting, "replied_at": clock.now(), "replied_by": "Themselves"}
    make._kept(Reply(person=sitting.people["fire"], answer=Answer.REMOTE, **usual))
    make._kept(Reply(person=sitting.people["police"], answer=Answer.APOLOGIES, substitute=deputy, **usual))

    fire, police = (expected(sitting, sitting.people[name]) for name in ("fire", "police"))

    assert (fire.is_here, fire.is_remote) == (True, True)
    assert (police.is_here, police.sent_apologies, expected(sitting, deputy).is_here) == (False, True, True)


def test_officers_and_others_are_put_down_by_name(app):
    sitting = a_sitting().open(here=("police",))

    record(sitting, officers=[Named("Helen Ashby", "Officer")], others=[Named("A Guest")])
    record(sitting, officers=[Named("Helen Ashby", "Senior Officer")])

    lines = {line.name_printed: (line.capacity, line.role_printed) for line in sitting.meeting.attendances}
    assert lines == {"Helen Ashby": (Capacity.OFFICER, "Senior Officer")}
