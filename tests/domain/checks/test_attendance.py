"""Who spoke for each authority, and is every member explained?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.areas import areas
from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.attendance import (
    authorities_represented,
    every_member_explained,
    nobody_present_and_in_apologies,
)
from shp_gov.domain.checks.facts import Attended, How, MeetingFacts, Member, SeatHeld
from shp_gov.domain.findings import Verdict
from shp_gov.domain.rulebook import rules

PASS, FAIL, NOT_KNOWN = Verdict.PASS, Verdict.FAIL, Verdict.NOT_KNOWN
NEEDS_A_PERSON, NOT_APPLICABLE = Verdict.NEEDS_A_PERSON, Verdict.NOT_APPLICABLE

ON = date(2026, 7, 16)
LEADER, SUPERINTENDENT, MANAGER = (
    Member(1, "Councillor Anna Reed"),
    Member(2, "Superintendent Tom Hale"),
    Member(3, "Carl Whitby"),
)
NURSE, HEAD, STRANGER = Member(4, "Naomi Fielding"), Member(5, "Ravi Shah"), Member(9, "Joan Pike")
COUNCIL = SeatHeld(10, "Leader, Seaborough Borough Council", "Seaborough Borough Council", (LEADER,))
POLICE = SeatHeld(20, "Superintendent, Northshire Police", "Northshire Police", (SUPERINTENDENT,))
FIRE = SeatHeld(30, "District Manager, Northshire Fire Authority", "Northshire Fire Authority", (MANAGER,))
HEALTH = SeatHeld(
    40, "Director of Nursing, NHS Northshire Integrated Care Board", "NHS Northshire Integrated Care Board", (NURSE,)
)
PROBATION = SeatHeld(50, "Head of Area, Probation Service", "Probation Service", (HEAD,))
SEATS = (COUNCIL, POLICE, FIRE, HEALTH, PROBATION)


def a_meeting(*attendance, seats=SEATS, area="seaborough", on=ON):
    return MeetingFacts("Safer Seaborough Partnership", on, seats, attendance, areas().get(area))


def present(who, **details):
    return Attended(who, How.PRESENT, **details)


def by_subject(findings):
    return {finding.subject: finding.verdict for finding in findings}


def cover(meeting):
    return authorities_represented(rules()["CDA98-S5-COVER"], meeting)


def explained(meeting):
    return every_member_explained(rules()["REC-UNEXPLAINED"], meeting)


def doubled(meeting):
    return nobody_present_and_in_apologies(rules()["REC-PRESENT-APOL"], meeting)


def test_each_authority_is_represented_in_person_by_a_substitute_or_not():
    meeting = a_meeting(
        present(LEADER),
        Attended(STRANGER, How.SUBSTITUTE, seat=POLICE.seat, instead_of=SUPERINTENDENT),
        Attended(MANAGER, How.APOLOGIES),
        Attended(NURSE, How.ABSENT),
    )

    found = cover(meeting)

    assert [(finding.subject, finding.facts["represented"], finding.verdict) for finding in found] == [
        ("Seaborough Borough Council", "present", PASS),
        ("Northshire Police", "substitute", PASS),
        ("Northshire Fire Authority", "apologies", NEEDS_A_PERSON),
        ("NHS Northshire Integrated Care Board", "absent", NEEDS_A_PERSON),
        ("Probation Service", "not recorded", NOT_KNOWN),
    ]
    assert found[1].sentence == "Represented by Joan Pike, in place of Superintendent Tom Hale."
    assert found[2].sentence == (
        "Not represented: Carl Whitby sent apologies. Ask Northshire Fire Authority for a substitute next time."
    )


def test_an_authority_whose_seat_was_vacant_was_represented_by_nobody():
    vacant = SeatHeld(50, "Head of Area, Probation Service", "Probation Service", ())

    found = cover(a_meeting(present(LEADER), seats=(COUNCIL, vacant)))[-1]

    assert (found.facts["represented"], found.verdict) == ("vacant", NEEDS_A_PERSON)
    assert found.sentence.startswith("Not represented: the seat of Probation Service was vacant.")


def test_four_of_six_authorities_are_counted_when_two_sent_apologies():
    company = SeatHeld(60, "Director, Northshire CRC", "Northshire CRC", (STRANGER,))
    ccg = SeatHeld(40, "Director, NHS Seaborough CCG", "NHS Seaborough CCG", (NURSE,))
    nps = SeatHeld(50, "Head of Area, National Probation Service", "National Probation Service", (HEAD,))
    meeting = a_meeting(
        *(present(who) for who in (LEADER, SUPERINTENDENT, NURSE, HEAD)),
        *(Attended(who, How.APOLOGIES) for who in (MANAGER, STRANGER)),
        seats=(COUNCIL, POLICE, FIRE, ccg, nps, company),
        on=date(2018, 4, 13),
    )

    found = [finding.verdict for finding in cover(meeting)]

    assert (found.count(PASS), len(found)) == (4, 6)


def test_someone_present_speaks_for_the_organisation_recorded_beside_their_name():
    meeting = a_meeting(present(STRANGER, organisation="Northshire Fire and Rescue Service"), seats=())

    assert by_subject(cover(meeting))["Northshire Fire Authority"] is PASS


def test_a_guest_from_an_authority_does_not_represent_it():
    guest = Attended(STRANGER, How.ALSO_PRESENT, organisation="Northshire Police")

    assert by_subject(cover(a_meeting(present(LEADER), guest)))["Northshire Police"] is NOT_KNOWN


def test_an_authority_without_a_seat_is_told_apart_from_one_that_did_not_come():
    found = cover(a_meeting(present(LEADER), seats=(COUNCIL,)))

    assert found[1].facts["represented"] == "no seat"
    assert found[1].verdict is NEEDS_A_PERSON


@pytest.mark.parametrize("check", [cover, explained, doubled])
@pytest.mark.parametrize("attendance", [None, ()])
def test_a_meeting_without_an_attendance_is_not_known(check, attendance):
    meeting = MeetingFacts("Safer Seaborough Partnership", ON, SEATS, attendance, areas()["seaborough"])

    assert {finding.verdict for finding in check(meeting)} == {NOT_KNOWN}


def test_representation_in_an_area_we_do_not_hold_is_not_known():
    assert by_subject(cover(a_meeting(present(LEADER), area="atlantis"))) == {"Safer Seaborough Partnership": NOT_KNOWN}


@pytest.mark.parametrize("how", [How.PRESENT, How.SUBSTITUTE, How.ALSO_PRESENT, How.OFFICER])
def test_nobody_is_both_there_and_in_apologies(how):
    meeting = a_meeting(Attended(LEADER, how), Attended(LEADER, How.APOLOGIES), present(HEAD))

    (finding,) = doubled(meeting)

    assert (finding.verdict, finding.subject) == (FAIL, LEADER.name)
    assert "Thursday 16 July 2026" in finding.sentence


def test_two_people_of_one_name_are_not_one_person_twice():
    namesake = Member(99, LEADER.name)

    assert [f.verdict for f in doubled(a_meeting(present(LEADER), Attended(namesake, How.APOLOGIES)))] == [PASS]


def test_a_substituted_member_in_apologies_is_no_contradiction():
    substitute = Attended(STRANGER, How.SUBSTITUTE, instead_of=HEAD)

    assert [f.verdict for f in doubled(a_meeting(substitute, Attended(HEAD, How.APOLOGIES)))] == [PASS]


def test_a_member_is_explained_by_any_line_of_the_attendance():
    meeting = a_meeting(
        present(LEADER),
        Attended(SUPERINTENDENT, How.APOLOGIES),
        Attended(MANAGER, How.ABSENT),
        Attended(STRANGER, How.SUBSTITUTE, instead_of=NURSE),
    )

    verdicts = by_subject(explained(meeting))

    assert list(verdicts.values()) == [PASS, PASS, PASS, PASS, NEEDS_A_PERSON]
    assert verdicts["Ravi Shah, Head of Area, Probation Service"] is NEEDS_A_PERSON


def test_a_substitute_for_one_holder_of_a_seat_does_not_explain_the_other():
    both = SeatHeld(10, "Elected Member, Seaborough Borough Council", None, (LEADER, HEAD))
    substitute = Attended(STRANGER, How.SUBSTITUTE, seat=10, instead_of=LEADER)

    assert [finding.verdict for finding in explained(a_meeting(substitute, seats=(both,)))] == [PASS, NEEDS_A_PERSON]


def test_a_vacant_seat_has_nobody_to_explain():
    vacant = SeatHeld(70, "Chair of Bench, Seaborough Magistrates Court")

    assert by_subject(explained(a_meeting(present(LEADER), seats=(COUNCIL, vacant))))[vacant.title] is NOT_APPLICABLE


def test_someone_present_without_a_seat_is_reported_and_a_guest_is_not():
    guest = Attended(HEAD, How.ALSO_PRESENT)
    found = explained(a_meeting(present(LEADER), present(STRANGER), guest, seats=(COUNCIL,)))

    assert by_subject(found) == {f"{LEADER.name}, {COUNCIL.title}": PASS, STRANGER.name: NEEDS_A_PERSON}


def test_members_of_a_day_without_seats_are_not_known():
    assert [finding.verdict for finding in explained(a_meeting(present(LEADER), seats=()))] == [NOT_KNOWN]


PEOPLE = st.sampled_from([LEADER, SUPERINTENDENT, MANAGER, NURSE, HEAD, STRANGER])
LINES = st.builds(Attended, PEOPLE, st.sampled_from(How), st.none() | st.sampled_from([10, 20, 99]), st.none() | PEOPLE)


@given(st.none() | st.lists(LINES, max_size=9).map(tuple), st.lists(st.sampled_from(SEATS), unique=True).map(tuple))
def test_every_attendance_gets_findings_and_every_holder_one(attendance, seats):
    meeting = MeetingFacts("Safer Seaborough Partnership", ON, seats, attendance, areas()["seaborough"])
    found = findings_of(meeting)

    assert len([finding for finding in found if finding.rule == "CDA98-S5-COVER"]) == 5
    assert all(finding.sentence.endswith(".") for finding in found)
    if attendance and seats:
        explained_seats = [finding.facts["seat"] for finding in explained(meeting) if "seat" in finding.facts]
        assert explained_seats == [seat.seat for seat in seats]
