"""Every rule of the rulebook is told from what the record holds: none waits for facts that nobody gathers."""

from datetime import date, datetime

import pytest

from shp_gov import clock
from shp_gov.domain.checks import facts_asked_by
from shp_gov.domain.checks.facts_of_access import Recording
from shp_gov.domain.fact_sentences import facts_in_sentences
from shp_gov.domain.quorum import AtLeast, Quorum, as_plain
from shp_gov.domain.rulebook import rules
from shp_gov.domain.statements import StatementKind
from shp_gov.models import (
    AgendaItem,
    Cast,
    DecisionKind,
    Import,
    Interest,
    ItemPurpose,
    MeetingMode,
    OfficeKind,
    Report,
    SeatCategory,
    Statement,
    TermsOffice,
    TermsSubGroup,
    Vote,
    VoteCast,
    Voting,
)
from shp_gov.models import Capacity as As
from shp_gov.queries import compliance
from shp_gov.queries.compliance import GATHERERS, AsAt
from tests import factories as make
from tests import terms
from tests.domain.test_fact_sentences import FOR_A_MACHINE
from tests.queries.test_under_terms import a_member

BEFORE_THE_REPEAL, REMOTE, NOW = date(2010, 11, 19), date(2020, 9, 4), date(2026, 9, 1)
DAYS = (BEFORE_THE_REPEAL, REMOTE, NOW)
# Reviewed: each with its reason in docs/rulebook.md. There is none.
NOTHING_GATHERS: set[str] = set()


def everything_that_terms_can_ask(body, seats):
    offices = [
        TermsOffice(kind=OfficeKind.CHAIR, held_by="Leader of the Council"),
        TermsOffice(
            kind=OfficeKind.VICE_CHAIR,
            is_yearly=True,
            is_from_responsible_authority=True,
            is_from_another_organisation=True,
        ),
    ]
    asks = {
        "quorum": as_plain(Quorum(AtLeast(1))),
        "meetings_per_year": 4,
        "absences_to_review": 3,
        "elected_members": 2,
        "has_substitutes": True,
        "new_members_agreed": True,
        "performance_months": 3,
        "plan_years": 3,
        "consultation_days": 56,
        "review_months": 12,
        "voting": Voting.ONE_VOTE_A_SEAT,
    }
    groups = [TermsSubGroup(position=1, name="Harbour Safety Group", months_due=[6], times_a_year=2)]
    terms.terms_in_force(body, from_on=date(2008, 1, 1), offices=offices, seats=seats, sub_groups=groups, **asks)


def a_full_meeting(body, member, seat, *, on):
    meeting = make.a_meeting(body=body, on=on, mode=MeetingMode.REMOTE, recording=Recording.ALLOWED)
    meeting.link_published_at = datetime(on.year, on.month, on.day, 8, tzinfo=clock.LONDON)
    make.an_attendance(member, meeting=meeting, seat=seat, is_in_the_chair=True)
    make.an_attendance(make.a_person("Lee Marsh"), meeting=meeting, capacity=As.SUBSTITUTE, for_person=member)
    item = AgendaItem(meeting=meeting, position=1, number="1", title="Grant", purpose=ItemPurpose.DECISION)
    make._kept(item)
    said = {"narrative": "The next meeting is on Friday 4 December 2026.", "urgent_ruling": "The bid closes today."}
    minute = make.a_minute(meeting=meeting, position=1, agenda_item=item, is_urgent=True, **said)
    decision = make.a_decision(minute=minute, words="That authority be delegated to the Director.")
    make.a_decision(minute=minute, kind=DecisionKind.DEFERRAL)
    make._kept(Interest(meeting=meeting, position=1, person=member, minute_id=minute.id, words="A relation"))
    counts = {"motion": "The grant", "votes_for": 1, "votes_against": 0, "is_named": True, "is_carried": True}
    vote = make._kept(Vote(minute=minute, decision=decision, **counts))
    make._kept(VoteCast(vote=vote, person=member, cast=Cast.FOR))
    make.a_minute(meeting=meeting, position=2, title="A private thing", is_exempt=True, exempt_paragraph="7")
    make._kept(Report(meeting=meeting, position=1, subject="The grant"))
    return meeting


@pytest.fixture
def body(app):
    body = make.a_body(area="seaborough")
    member, seat = a_member(body, "Councillor Anna Reed", "Seaborough Borough Council", post="Leader of the Council")
    co_opted = make.a_seat(body=body, held_by=make.a_person("Kay Lowe"), category=SeatCategory.CO_OPTED)
    make.a_chair_in_office(member, body=body)
    make.a_chair_in_office(member, body=body, kind=OfficeKind.VICE_CHAIR)
    seats = [terms.a_seat_in_terms(seat, is_elected=True, is_voting=True), terms.a_seat_in_terms(co_opted)]
    everything_that_terms_can_ask(body, seats)
    for day in DAYS:
        for on in (date(day.year, 6, 10), day):
            a_full_meeting(body, member, seat, on=on)
    pack: Import = make.a_pack(by=make.an_officer(body=body), body=body)
    stated = {"about": "responsible authorities", "words": "five", "value": "5"}
    make._kept(
        Statement(import_id=pack.id, body_id=body.id, on=NOW, kind=StatementKind.NUMBER_OF_AUTHORITIES, **stated)
    )
    make.db.session.commit()
    return body


def test_facts_are_gathered_for_every_rule(body):
    gathered = {type(facts) for day in DAYS for gather in GATHERERS for facts in gather(AsAt(body, day))}

    unreached = {rule.id for rule in rules().values() if facts_asked_by(rule) not in gathered}

    assert unreached == NOTHING_GATHERS


def test_every_rule_says_something_of_a_record_that_has_everything(body):
    told = {finding.rule for day in DAYS for finding in compliance.of_body(body, day)}

    assert set(rules()) - told == NOTHING_GATHERS


def test_what_is_found_in_a_record_reads_as_sentences(body):
    found = [finding for day in DAYS for finding in compliance.of_body(body, day)]

    assert [words for each in found if FOR_A_MACHINE.search(words := facts_in_sentences(each.facts))] == []
