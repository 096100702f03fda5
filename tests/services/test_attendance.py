"""When people came to a meeting and left it."""

from datetime import date, time

import pytest
import sqlalchemy as sa

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.coming_and_going import Stay, WrongTime
from shp_gov.domain.guards import ChangedMeanwhile
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import AuditEvent
from tests import factories as make

ON, TODAY = date(2026, 7, 16), date(2026, 9, 1)


def a_line(**details):
    meeting = make.a_meeting(on=ON, ended_at=time(12))
    return make.an_attendance(make.a_person("Carl Whitby"), meeting=meeting, **details)


def record(line, stay, *, today=TODAY):
    return services.attendance.record_times(line.meeting, {line: stay}, today=today, actor=make.SYSTEM)


@pytest.mark.usefixtures("app")
def test_the_times_of_somebody_who_left_early_are_kept_with_a_line_in_the_audit_trail():
    line = a_line()

    assert record(line, Stay(None, time(11), is_remote=True)) == 1
    assert (line.arrived_at, line.left_at, line.is_remote) == (None, time(11), True)
    db.session.commit()
    (event,) = db.session.scalars(sa.select(AuditEvent).where(AuditEvent.event == "attendance.times_recorded"))
    assert event.facts["left_at"] == "11:00"


@pytest.mark.usefixtures("app")
def test_an_officer_keeps_or_takes_back_that_somebody_was_out():
    line, out = a_line(), ((time(10, 20), time(10, 40)),)
    line.outings = out

    assert record(line, Stay(outings=out)) == 0
    with pytest.raises(WrongTime, match="was out from"):
        record(line, Stay(arrived_at=time(10, 30), outings=out))
    assert record(line, Stay()) == 1
    assert line.outings == ()


@pytest.mark.usefixtures("app")
def test_times_are_not_recorded_over_what_a_colleague_recorded_since_the_page_was_opened():
    line = a_line()
    opened = queries.attending.seen([line])
    record(line, Stay(left_at=time(11)))

    with pytest.raises(ChangedMeanwhile, match="Somebody else changed these times"):
        services.attendance.record_times(line.meeting, {line: Stay()}, today=TODAY, actor=make.SYSTEM, seen=opened)
    assert line.left_at == time(11)


@pytest.mark.usefixtures("app")
def test_times_that_are_as_they_were_leave_no_line():
    assert record(a_line(left_at=time(11)), Stay(None, time(11))) == 0


@pytest.mark.usefixtures("app")
def test_one_wrong_time_keeps_everybody_as_they_were():
    line = a_line()
    other = make.an_attendance(make.a_person("Anna Reed"), meeting=line.meeting)

    with pytest.raises(WrongTime):
        services.attendance.record_times(
            line.meeting, {other: Stay(None, time(11)), line: Stay(None, time(13))}, today=TODAY, actor=make.SYSTEM
        )

    assert other.left_at is None


@pytest.mark.usefixtures("app")
def test_nobody_came_to_a_meeting_that_has_not_been_held():
    with pytest.raises(WrongTime, match="has not been held"):
        record(a_line(), Stay(), today=date(2026, 7, 15))


@pytest.mark.usefixtures("app")
def test_times_do_not_change_once_the_minutes_are_approved():
    line = a_line()
    line.meeting.minutes_state = MinutesState.APPROVED

    with pytest.raises(WrongTime, match="approved"):
        record(line, Stay(left_at=time(11)))
