"""Who may stand in for a seat, and what that opens."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.domain.permissions import Role
from shp_gov.services.substitutes import CannotSubstitute
from tests.factories import a_body, a_meeting, a_person, a_seat, a_user, viewer
from tests.services.acting import CLERK, audited, told

SOON, LATER = date(2026, 9, 10), date(2026, 12, 31)


@pytest.fixture
def seat(app):
    return a_seat(body=a_body(), held_by=a_person("Jo Tranter"))


def test_somebody_is_named_in_advance_for_a_seat(seat):
    ned = a_person("Ned Fox")

    named = services.substitutes.name(ned, seat=seat, from_=SOON, until=LATER, actor=CLERK)

    assert (named.from_on, named.until_on, named.meeting) == (SOON, LATER, None)
    assert told(ned) == ["substitute_named"]
    assert audited(named) == ["substitute.named"]


def test_only_being_named_for_one_meeting_opens_its_papers(seat):
    account = a_user(person=a_person("Ned Fox"))
    meeting = a_meeting(body=seat.body, on=SOON)
    services.substitutes.name(account.person, seat=seat, from_=date(2026, 1, 1), actor=CLERK)
    assert viewer(account, on=SOON).roles(seat.body_id) == {Role.SIGNED_IN}

    services.substitutes.name(account.person, seat=seat, from_=SOON, meeting=meeting, actor=CLERK)

    looking = viewer(account, on=SOON)
    assert Role.SUBSTITUTE in looking.roles(seat.body_id)
    assert looking.sees_exempt(body_id=seat.body_id, on=SOON, meeting_id=meeting.id)
    assert not looking.sees_exempt(body_id=seat.body_id, on=SOON, meeting_id=meeting.id + 1)


def test_who_is_withdrawn_from_a_meeting_no_longer_sees_its_papers(seat):
    account, meeting = a_user(person=a_person("Ned Fox")), a_meeting(body=seat.body, on=SOON)
    named = services.substitutes.name(account.person, seat=seat, from_=SOON, meeting=meeting, actor=CLERK)

    services.substitutes.end(named, last_day=SOON, because="The member comes.", actor=CLERK)

    assert viewer(account, on=SOON).roles(seat.body_id) == {Role.SIGNED_IN}
    assert audited(named) == ["substitute.named", "substitute.withdrawn"]
    with pytest.raises(CannotSubstitute, match="withdrawn already"):
        services.substitutes.end(named, last_day=SOON, because="-", actor=CLERK)


def test_nobody_stands_in_for_themselves_or_twice_or_at_another_bodys_meeting(seat):
    ned, jo = a_person("Ned Fox"), seat.appointments[0].person
    services.substitutes.name(ned, seat=seat, from_=SOON, actor=CLERK)

    with pytest.raises(CannotSubstitute, match="Nobody stands in for themselves"):
        services.substitutes.name(jo, seat=seat, from_=SOON, actor=CLERK)
    with pytest.raises(CannotSubstitute, match="is named for this seat on Thursday 31 December 2026 already"):
        services.substitutes.name(ned, seat=seat, from_=LATER, actor=CLERK)
    with pytest.raises(CannotSubstitute, match="a meeting of another body"):
        services.substitutes.name(ned, seat=seat, from_=SOON, meeting=a_meeting(), actor=CLERK)
    with pytest.raises(CannotSubstitute, match="The last day cannot be before the first"):
        services.substitutes.name(a_person(), seat=seat, from_=LATER, until=SOON, actor=CLERK)


def test_a_naming_in_advance_ends_once_after_its_last_day(seat):
    named = services.substitutes.name(a_person(), seat=seat, from_=SOON, actor=CLERK)

    with pytest.raises(CannotSubstitute, match="cannot be before the first"):
        services.substitutes.end(named, last_day=date(2026, 9, 9), because="-", actor=CLERK)
    services.substitutes.end(named, last_day=LATER, because="Left.", actor=CLERK)
    with pytest.raises(CannotSubstitute, match="ends on Thursday 31 December 2026 already"):
        services.substitutes.end(named, last_day=LATER, because="-", actor=CLERK)

    assert (named.until_on, named.ended_because) == (LATER, "Left.")
