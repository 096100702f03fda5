"""Where a body stands: which checks speak of it, and which do not."""

from datetime import date, timedelta

from shp_gov.models import BodyKind
from shp_gov.queries import bodies, compliance, standings
from tests import factories as make
from tests.web.statements import counted

ON = date(2026, 9, 1)


def rules_found(body) -> set[str]:
    members = bodies.members(body, on=ON)
    return {finding.rule for finding in compliance.of_members(body, members, {}, on=ON, area=standings.area_of(body))}


def test_the_list_of_a_strategy_group_is_held_against_section_5(app):
    body = make.a_body(area="seaborough")
    make.a_seat(body=body, organisation=make.an_organisation("Northshire Police"))

    assert "CDA98-S5-POLICE" in rules_found(body)


def test_a_sub_group_owes_no_seat_to_every_authority(app):
    group = make.a_body("Fish Quay Group", kind=BodyKind.SUB_GROUP, area="seaborough")
    make.a_seat(body=group, organisation=make.an_organisation("Northshire Police"))

    found = rules_found(group)

    assert found
    assert not any(rule.startswith("CDA98-S5") for rule in found)


def a_history(*, meetings: int):
    """Make a body with this many meetings behind it, each with attendance, a decision and its action."""
    body = make.a_body(area="seaborough")
    person = make.a_person()
    seat = make.a_seat(body=body, held_by=person, organisation=make.an_organisation("Northshire Police"))
    for number in range(meetings):
        meeting = make.a_meeting(body=body, on=ON - timedelta(days=7 * (number + 1)))
        make.an_attendance(person, meeting=meeting, seat=seat)
        make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=meeting)), owner=seat)
    return body


def asked(body) -> int:
    make.db.session.expire_all()
    assert body.slug
    with counted() as statements:
        compliance.of_body(body, ON)
    return len(statements)


def test_a_long_history_asks_no_more_of_the_database_than_a_short_one(app):
    short, long = a_history(meetings=1), a_history(meetings=120)

    assert asked(long) == asked(short)


def test_meetings_of_more_than_a_year_ago_and_of_later_days_are_not_judged(app):
    body = make.a_body(area="seaborough")
    days = [date(2025, 9, 1), date(2025, 9, 2), date(2026, 9, 1), date(2026, 9, 2)]
    person = make.a_person()
    seat = make.a_seat(body=body, held_by=person)
    for day in days:
        make.an_attendance(person, meeting=make.a_meeting(body=body, on=day), seat=seat)

    found = compliance.of_body(body, ON)

    assert {finding.as_at for finding in found if finding.rule == "REC-PRESENT-APOL"} == set(days[1:3])
