"""What the terms of each day ask of what is on record."""

from datetime import date, time, timedelta

import pytest

from shp_gov import clock
from shp_gov.domain.findings import Verdict
from shp_gov.domain.quorum import AtLeast, Includes, Kind, Of, PerBody, Quorum, as_plain
from shp_gov.models import (
    AgendaItem,
    BodyKind,
    DecisionKind,
    DutyEntry,
    Interest,
    OfficeKind,
    SeatCategory,
    TermsOffice,
    TermsSubGroup,
)
from shp_gov.models import Capacity as As
from shp_gov.queries import compliance
from shp_gov.services import by_hand, organisation_changes
from tests import factories as make
from tests import terms
from tests.factories import SYSTEM
from tests.queries.test_compliance import asked

ON = date(2026, 9, 1)
JULY = date(2026, 7, 16)
FAIL, PASS, NOT_KNOWN, NOT_APPLICABLE = Verdict.FAIL, Verdict.PASS, Verdict.NOT_KNOWN, Verdict.NOT_APPLICABLE
NEEDS_A_PERSON, LATE = Verdict.NEEDS_A_PERSON, Verdict.LATE


def found(body, rule, on=ON):
    return [finding for finding in compliance.of_body(body, on) if finding.rule == rule]


def verdicts(body, rule, on=ON):
    return [finding.verdict for finding in found(body, rule, on)]


@pytest.fixture
def body(app):
    return make.a_body(area="seaborough")


def a_member(body, name, organisation="Northshire Police", **details):
    person = make.a_person(name)
    seat = make.a_seat(body=body, held_by=person, organisation=make.an_organisation(organisation), **details)
    return person, seat


def a_meeting_of(body, *people, on=JULY, **details):
    meeting = make.a_meeting(body=body, on=on, **details)
    for person, seat in people:
        make.an_attendance(person, meeting=meeting, seat=seat)
    return meeting


def test_a_quorum_is_judged_by_the_terms_of_the_meetings_own_day(body):
    members = [a_member(body, "Anna Reed"), a_member(body, "Tom Hale")]
    for day in (date(2026, 1, 15), JULY):
        make.a_decision(minute=make.a_minute(meeting=a_meeting_of(body, *members, on=day)))
    terms.terms_in_force(body, from_on=date(2025, 1, 1), quorum=as_plain(Quorum(AtLeast(2))))
    terms.terms_in_force(body, number=2, from_on=date(2026, 3, 1), quorum=as_plain(Quorum(AtLeast(3))))

    said = {(finding.as_at, finding.verdict, finding.citation) for finding in found(body, "TOR-QUORUM")}

    assert said == {
        (date(2026, 1, 15), PASS, "Terms of reference version 1, clause 1.1 (Quorum)"),
        (JULY, FAIL, "Terms of reference version 2, clause 1.1 (Quorum)"),
    }


def test_a_quorum_that_is_not_set_is_said_once_to_be_not_known(body):
    member = a_member(body, "Anna Reed")
    for day in (date(2026, 1, 15), JULY):
        a_meeting_of(body, member, on=day)
    assert verdicts(body, "TOR-QUORUM") == [NOT_KNOWN]

    terms.terms_in_force(body, from_on=date(2025, 1, 1))

    assert verdicts(body, "TOR-QUORUM") == [NOT_KNOWN]


def test_a_member_who_left_for_an_interest_does_not_count_for_that_item(body):
    members = [a_member(body, "Anna Reed"), a_member(body, "Tom Hale")]
    meeting = a_meeting_of(body, *members)
    one, other = (make.a_minute(meeting=meeting, position=number) for number in (1, 2))
    for minute in (one, other):
        make.a_decision(minute=minute)
    interest = {"person": members[0][0], "minute_id": one.id, "words": "A relation", "left_the_meeting": True}
    make._kept(Interest(meeting=meeting, position=1, **interest))
    terms.terms_in_force(body, from_on=date(2025, 1, 1), quorum=as_plain(Quorum(AtLeast(2))))

    said = {finding.subject: finding.verdict for finding in found(body, "TOR-QUORUM")}

    assert said == {f"Minute {one.reference}": FAIL, f"Minute {other.reference}": PASS}


def test_authorities_tags_and_substitutes_are_counted_from_the_record(body):
    member, seat = a_member(body, "Tom Hale")
    meeting = make.a_meeting(body=body, on=JULY)
    make.an_attendance(make.a_person("Lee Marsh"), meeting=meeting, capacity=As.SUBSTITUTE, for_person=member)
    make.an_attendance(member, meeting=meeting, capacity=As.APOLOGIES)
    quorum = Quorum(AtLeast(1, Of.AUTHORITIES))
    version = {"seats": [terms.a_seat_in_terms(seat)], "has_substitutes": True}
    terms.terms_in_force(body, from_on=date(2025, 1, 1), quorum=as_plain(quorum), **version)

    assert verdicts(body, "TOR-QUORUM") == [PASS]
    assert verdicts(body, "TOR-SUBST") == [PASS]
    assert verdicts(body, "REC-SUB-LINK") == [PASS]


def test_the_terms_of_the_day_say_what_is_asked_of_the_offices(body):
    leader, _ = a_member(body, "Councillor Anna Reed", "Seaborough Borough Council", post="Leader of the Council")
    vice, _ = a_member(body, "Dr Ines Cole", "Seaborough Borough Council", post="Director of Public Health")
    make.a_chair_in_office(leader, body=body)
    make.a_chair_in_office(vice, body=body, kind=OfficeKind.VICE_CHAIR)
    meeting = make.a_meeting(body=body, on=JULY)
    make.an_attendance(leader, meeting=meeting, is_in_the_chair=True)
    asked_of = {"is_yearly": True, "is_from_responsible_authority": True, "is_from_another_organisation": True}
    offices = [
        TermsOffice(kind=OfficeKind.CHAIR, held_by="Leader of the Council"),
        TermsOffice(kind=OfficeKind.VICE_CHAIR, **asked_of),
    ]
    terms.terms_in_force(body, from_on=date(2025, 1, 1), offices=offices)

    assert verdicts(body, "TOR-CHAIR-LEADER") == [PASS]
    assert verdicts(body, "TOR-VC-RA") == [PASS]
    assert verdicts(body, "TOR-VC-DIFFORG") == [FAIL]
    assert verdicts(body, "TOR-VC-ANNUAL") == [NOT_KNOWN]


def test_seats_are_held_against_the_posts_of_the_terms(body):
    _, director = a_member(body, "Ines Cole", post="Managing Director")
    vacant = make.a_seat(body=body, post="Chair of the Bench")
    seats = [
        terms.a_seat_in_terms(director, post="Chief Executive"),
        terms.a_seat_in_terms(vacant),
    ]
    terms.terms_in_force(body, from_on=date(2025, 1, 1), seats=seats, elected_members=1)

    assert verdicts(body, "TOR-POSTS") == [NEEDS_A_PERSON, PASS]
    assert verdicts(body, "TOR-ELECTED-2") == [NOT_KNOWN]


def test_a_co_opted_member_needs_a_purpose_and_an_end(body):
    seat = make.a_seat(body=body, category=SeatCategory.CO_OPTED, post="Harbour adviser")
    appointment = make.an_appointment(make.a_person("Kay Lowe"), seat=seat)
    terms.terms_in_force(body, from_on=date(2025, 1, 1), seats=[terms.a_seat_in_terms(seat)])
    assert verdicts(body, "TOR-COOPT") == [NEEDS_A_PERSON]

    appointment.reason, appointment.until_on = "the harbour review", date(2027, 3, 31)

    assert verdicts(body, "TOR-COOPT") == [PASS]


def test_reports_are_found_on_the_agendas(body):
    meeting = make.a_meeting(body=body, on=JULY)
    for position, title in enumerate(("Harbour Safety Group", "Performance report"), start=1):
        make._kept(AgendaItem(meeting=meeting, position=position, title=title))
    groups = [
        TermsSubGroup(position=1, name="Harbour Safety Group", chair_words="To be confirmed", months_due=[7]),
        TermsSubGroup(position=2, name="Night Time Group", chair_words="District Manager", months_due=[7]),
    ]
    terms.terms_in_force(body, from_on=date(2025, 1, 1), sub_groups=groups, performance_months=3)

    assert verdicts(body, "TOR-SUBGROUP-RPT") == [LATE, PASS]
    assert verdicts(body, "TOR-SUBGROUP-CHAIR") == [NEEDS_A_PERSON, PASS]
    assert verdicts(body, "TOR-QTR-PERF") == [PASS]


def test_a_member_who_misses_meetings_is_pointed_out(body):
    person, _ = a_member(body, "Carl Whitby")
    for day in (date(2026, 1, 15), date(2026, 4, 16), JULY):
        meeting = make.a_meeting(body=body, on=day)
        make.an_attendance(person, meeting=meeting, capacity=As.ABSENT)
    terms.terms_in_force(body, from_on=date(2024, 1, 1), absences_to_review=3, max_gap_days=120, meetings_per_year=4)

    assert verdicts(body, "TOR-ATTEND-N") == [NEEDS_A_PERSON]
    assert verdicts(body, "TOR-MEETFREQ") == [FAIL, PASS]


def test_the_plan_and_its_consultation_are_read_from_the_duties(body):
    terms.terms_in_force(body, from_on=date(2025, 1, 1), plan_years=3, consultation_days=56)
    assert verdicts(body, "TOR-PLAN-3YR") == [NOT_KNOWN]
    assert verdicts(body, "TOR-CONSULT-8WK") == [NOT_KNOWN]

    revised = {"revised_on": "2026-03-12", "years_covered": 3}
    consulted = {"opened_on": "2025-12-01", "closed_on": "2026-01-25"}
    for duty, entered in (("plan-revision", revised), ("plan-consultation", consulted)):
        written = {"recorded_at": clock.now(), "recorded_by": "Helen Ashby"}
        make._kept(DutyEntry(body=body, duty=duty, year=date(2026, 4, 1), entered=entered, **written))

    assert verdicts(body, "TOR-PLAN-3YR") == [PASS]
    assert verdicts(body, "TOR-CONSULT-8WK") == [FAIL]


def test_terms_of_a_sub_group_may_speak_of_the_plan_which_is_not_its_own(app):
    board = make.a_body(kind=BodyKind.SUB_GROUP)
    terms.terms_in_force(board, from_on=date(2025, 1, 1), plan_years=3, consultation_days=56)

    assert verdicts(board, "TOR-PLAN-3YR") == verdicts(board, "TOR-CONSULT-8WK") == []


def test_the_record_of_a_year_hangs_together(body):
    first = make.a_meeting(body=body, on=date(2026, 4, 16))
    second = make.a_meeting(body=body, on=JULY, confirms_minutes_of=date(2026, 4, 16))
    item = make._kept(AgendaItem(meeting=second, position=1, title="Reducing reoffending"))
    assert item.title
    declared = make.a_minute(meeting=first, title="Declarations of Interest", narrative="None")
    put_off = make.a_minute(meeting=first, title="Update on reducing reoffending")
    make.a_decision(minute=put_off, kind=DecisionKind.DEFERRAL)
    assert declared.narrative

    assert verdicts(body, "REC-MINCHAIN") == [PASS]
    assert verdicts(body, "REC-DECL") == [PASS]
    assert verdicts(body, "REC-DEFERRED") == [PASS]


def test_terms_do_not_make_the_number_of_statements_grow_with_the_history(body):
    long = make.a_body(area="seaborough")
    for each, number in ((body, 1), (long, 60)):
        members = [a_member(each, "Anna Reed"), a_member(each, "Tom Hale")]
        for week in range(number):
            day = ON - timedelta(days=5 * (week + 1))
            minute = make.a_minute(meeting=a_meeting_of(each, *members, on=day, ended_at=time(12)))
            make.a_decision(minute=minute)
        seats = [terms.a_seat_in_terms(seat) for _, seat in members]
        terms.terms_in_force(each, from_on=date(2025, 1, 1), seats=seats, quorum=as_plain(Quorum(AtLeast(2))))

    assert asked(long) == asked(body)


def renamed(organisation, name, on):
    organisation_changes.rename(organisation, name=name, from_on=on, actor=SYSTEM)


def test_a_quorum_that_names_an_organisation_means_it_by_every_name_it_ever_had(body):
    police = by_hand.add_organisation("Northshire Police", actor=SYSTEM)
    person = make.a_person("Anna Reed")
    seat = make.a_seat(body=body, held_by=person, organisation=police)
    for day in (date(2026, 1, 15), JULY):
        make.a_decision(minute=make.a_minute(meeting=a_meeting_of(body, (person, seat), on=day)))
    old, new = (as_plain(Quorum(PerBody(1, (name,)))) for name in ("Northshire Police", "Moors and Coast Police"))
    terms.terms_in_force(body, from_on=date(2025, 1, 1), quorum=old, seats=[terms.a_seat_in_terms(seat)])

    renamed(police, "Moors and Coast Police", date(2026, 5, 1))

    assert verdicts(body, "TOR-QUORUM") == [PASS, PASS]
    terms.terms_in_force(
        body, number=2, from_on=date(2025, 6, 1), quorum=new, seats=[terms.a_seat_in_terms(seat, organisation=police)]
    )
    assert verdicts(body, "TOR-QUORUM") == [PASS, PASS]


def test_two_seats_with_one_post_are_two_in_a_quorum(body):
    here, there = (a_member(body, name, name, post="District Manager") for name in ("Moors Fire", "Coast Homes"))
    make.a_decision(minute=make.a_minute(meeting=a_meeting_of(body, here)))
    needs = Includes(Kind.POST, "District Manager, Coast Homes")
    said = [terms.a_seat_in_terms(seat) for _, seat in (here, there)]
    terms.terms_in_force(body, from_on=date(2025, 1, 1), quorum=as_plain(Quorum(needs)), seats=said)

    assert verdicts(body, "TOR-QUORUM") == [FAIL]
    make.a_decision(minute=make.a_minute(meeting=a_meeting_of(body, there, on=date(2026, 7, 30))))
    assert verdicts(body, "TOR-QUORUM") == [FAIL, PASS]
