"""Somebody takes the chair in the chair's place, and the record says so and why."""

from datetime import date

import pytest

from shp_gov import queries, services
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Capacity, OfficeKind
from shp_gov.services.deputising import CannotTakeTheChair
from tests.factories import a_body, a_chair_in_office, a_meeting, a_person, an_attendance
from tests.services.acting import CLERK, audited

ON = date(2026, 7, 16)


@pytest.fixture
def meeting(app):
    body = a_body()
    a_chair_in_office(a_person("Ruth Adeyemi"), body=body)
    a_chair_in_office(a_person("Daniel Marsh"), body=body, kind=OfficeKind.VICE_CHAIR)
    return a_meeting(body=body, on=ON)


def test_the_vice_chair_takes_the_chair_with_the_chairs_apologies(meeting):
    vice = queries.bodies.offices(meeting.body, on=ON)[OfficeKind.VICE_CHAIR].person
    line = an_attendance(vice, meeting=meeting)

    services.deputising.take_the_chair(meeting, line, because="The chair sent apologies.", actor=CLERK)

    said = {one.name_printed: (one.capacity, one.is_in_the_chair) for one in meeting.attendances}
    assert said == {"Daniel Marsh": (Capacity.PRESENT, True), "Ruth Adeyemi": (Capacity.APOLOGIES, False)}
    assert audited(line) == ["chair.taken"]
    assert [one.name_printed for one in queries.members.deputising(meeting.body, on=ON)] == ["Daniel Marsh"]


def test_the_chair_in_the_chair_deputises_for_nobody(meeting):
    chair = queries.bodies.offices(meeting.body, on=ON)[OfficeKind.CHAIR].person
    line = an_attendance(chair, meeting=meeting)

    services.deputising.take_the_chair(meeting, line, because="Came after all.", actor=CLERK)

    assert len(meeting.attendances) == 1
    assert queries.members.deputising(meeting.body, on=ON) == []


def test_only_somebody_who_was_there_is_in_the_chair_and_approved_minutes_stay(meeting):
    away = an_attendance(a_person(), meeting=meeting, capacity=Capacity.APOLOGIES)
    with pytest.raises(CannotTakeTheChair, match="Only somebody who was there"):
        services.deputising.take_the_chair(meeting, away, because="-", actor=CLERK)
    meeting.minutes_state = MinutesState.APPROVED
    here = an_attendance(a_person("Bo"), meeting=meeting)
    with pytest.raises(CannotTakeTheChair, match="are approved"):
        services.deputising.take_the_chair(meeting, here, because="-", actor=CLERK)
