"""One definition of which meetings count: those held, not those only called, whatever day is asked about."""

from datetime import date, time

import sqlalchemy as sa

from shp_gov import queries
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import AgendaItem, Meeting, OfficeKind, TermsOffice, TermsSubGroup
from shp_gov.queries import compliance
from tests import factories as make
from tests import terms
from tests.queries.test_under_terms import a_meeting_of, a_member

COMING = date(2026, 9, 10)
LATER = date(2026, 10, 1)
OF_A_MEETING_TO_COME = ("LGA72-100A6", "LGA72-100B3")


def a_body_that_is_asked_everything():
    body = make.a_body(area="seaborough")
    member = a_member(body, "Anna Reed")
    a_meeting_of(body, member, on=date(2026, 1, 15))
    groups = [TermsSubGroup(position=1, name="Harbour Safety Group", months_due=[9], times_a_year=1)]
    offices = [TermsOffice(kind=OfficeKind.VICE_CHAIR, is_yearly=True)]
    asks = {"meetings_per_year": 4, "max_gap_days": 90, "performance_months": 3, "absences_to_review": 1}
    terms.terms_in_force(body, from_on=date(2025, 1, 1), sub_groups=groups, offices=offices, **asks)
    return body


def a_meeting_with_everything_on_its_agenda(body, state, **details) -> Meeting:
    meeting = make.a_meeting(body=body, on=COMING, state=state, minutes_state=None, **details)
    for position, title in enumerate(("Appointment of vice-chair", "Harbour Safety Group", "Performance"), start=1):
        make._kept(AgendaItem(meeting=meeting, position=position, title=title))
    make.db.session.commit()
    return meeting


def said(body):
    found = compliance.of_body(body, LATER)
    return {
        (each.rule, each.subject, each.sentence) for each in found if not each.rule.startswith(OF_A_MEETING_TO_COME)
    }


def test_a_meeting_that_is_only_called_counts_for_no_rule_on_a_day_after_it(app):
    body = a_body_that_is_asked_everything()
    before = said(body)

    for state in (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED):
        meeting = a_meeting_with_everything_on_its_agenda(body, state, starts_at=time(len(state.value) % 9))

        assert said(body) == before
        assert not meeting.took_place


def test_once_it_is_held_it_counts_for_every_rule(app):
    body = a_body_that_is_asked_everything()
    meeting = a_meeting_with_everything_on_its_agenda(body, MeetingState.SCHEDULED)
    before = {rule: words for rule, _, words in said(body)}

    meeting.state = MeetingState.CLOSED
    make.db.session.commit()
    turned = {rule for rule, _, words in said(body) if before.get(rule) != words}

    assert turned >= {"TOR-VC-ANNUAL", "TOR-SUBGROUP-RPT", "TOR-PREVENT-2PA", "TOR-QTR-PERF", "TOR-MEETFREQ"}


def test_a_meeting_with_minutes_was_held_unless_it_was_called_off(app):
    for state, minutes, is_held in (
        (MeetingState.SCHEDULED, MinutesState.APPROVED, True),
        (MeetingState.SCHEDULED, None, False),
        (MeetingState.IN_PROGRESS, None, True),
        (MeetingState.POSTPONED, MinutesState.DRAFT, False),
        (MeetingState.CANCELLED, None, False),
    ):
        meeting = make.a_meeting(state=state, minutes_state=minutes)

        found = make.db.session.scalars(sa.select(Meeting).where(Meeting.id == meeting.id, Meeting.took_place))

        assert meeting.took_place is is_held
        assert list(found) == ([meeting] if is_held else [])
        assert queries.compliance.AsAt(meeting.body, LATER).number_held(date(2026, 1, 1), LATER) == is_held
