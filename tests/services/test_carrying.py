"""What the next agenda already holds when a meeting closes."""

from datetime import date

import pytest

from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState, MinutesState, PlanState
from shp_gov.models import InterimDecision, ItemKind, ItemOrigin, ItemOutcome, ItemPurpose, TermsSubGroup
from shp_gov.queries import agendas
from shp_gov.services import agenda_starts, carrying, forward_plan
from shp_gov.services.forward_plan import Plan
from tests.agendas import CLERK, item, printed, to_come, with_items
from tests.factories import LONG_AGO, a_body
from tests.sittings import at
from tests.terms import terms_in_force

NOVEMBER, MARCH = date(2026, 11, 12), date(2027, 3, 11)
MINUTES = "Minutes of the meeting held on Thursday 10 September 2026"
LOG = "Action log and matters arising"


@pytest.fixture
def body(app):
    return a_body()


def closed(meeting, **outcomes):
    for row in agendas.items(meeting):
        row.outcome = outcomes.get(row.title, ItemOutcome.DECIDED)
    meeting.state, meeting.minutes_state = MeetingState.CLOSED, MinutesState.DRAFT
    carrying.on_close(meeting, actor=CLERK)
    return meeting


def test_the_next_agenda_holds_the_minutes_the_log_and_what_was_not_done(body):
    following = to_come(body, on=NOVEMBER)
    meeting = with_items("One", "Two", "Three", meeting=to_come(body))

    closed(meeting, Two=ItemOutcome.DEFERRED, Three=ItemOutcome.NOT_REACHED)

    assert printed(following) == [f"1.1 {MINUTES}", f"1.2 {LOG}", "2.1 Two", "2.2 Three"]
    assert [row.origin for row in agendas.items(following)] == [*[ItemOrigin.CARRIED] * 2, *[ItemOrigin.DEFERRED] * 2]
    assert item(following, MINUTES).confirms_meeting_id == meeting.id


def test_closing_again_carries_nothing_twice(body):
    following = to_come(body, on=NOVEMBER)
    meeting = closed(with_items("One", meeting=to_come(body)), One=ItemOutcome.DEFERRED)
    before = printed(following)

    carrying.on_close(meeting, actor=CLERK)
    carrying.on_call(following, actor=CLERK)

    assert printed(following) == before


@pytest.mark.parametrize(
    "details", [{"on": date(2019, 5, 1)}, {"on": date(2015, 11, 20), "entered_on": date(2026, 9, 1)}]
)
def test_a_forgotten_meeting_or_one_entered_by_hand_keeps_nothing_from_the_next_agenda(body, details):
    following = to_come(body, on=NOVEMBER)
    other = to_come(body, on=details["on"])
    if "entered_on" in details:
        other.entered_on, other.state = details["entered_on"], MeetingState.IN_PROGRESS

    with at(12):
        closed(with_items("One", meeting=to_come(body)))

    assert f"1.1 {MINUTES}" in printed(following)


def test_what_waits_comes_when_the_next_meeting_is_made(body):
    closed(with_items("One", meeting=to_come(body)), One=ItemOutcome.DEFERRED)
    following = to_come(body, on=NOVEMBER)

    carrying.on_call(following, actor=CLERK)

    assert printed(following) == [f"1.1 {MINUTES}", f"1.2 {LOG}", "2.1 One"]


def test_of_a_years_meetings_only_the_next_is_given_what_waits(body):
    later, following = to_come(body, on=MARCH), to_come(body, on=NOVEMBER)
    with at(12):
        closed(with_items("One", meeting=to_come(body)))
        carrying.on_call(later, actor=CLERK)

    assert printed(later) == []
    assert printed(following) == [f"1.1 {MINUTES}", f"1.2 {LOG}"]


def test_an_agenda_that_is_out_is_left_alone_and_the_plan_keeps_what_waits(body):
    following = with_items("Ready", meeting=to_come(body, on=NOVEMBER))
    following.state = MeetingState.AGENDA_PUBLISHED
    meeting = closed(with_items("One", meeting=to_come(body)), One=ItemOutcome.DEFERRED)

    assert printed(following) == ["1.1 Ready"]
    third = to_come(body, on=MARCH)
    following.state = MeetingState.CLOSED
    carrying.on_close(following, actor=CLERK)
    assert item(third, "One").origin is ItemOrigin.DEFERRED
    assert {row.confirms_meeting_id for row in agendas.items(third)} >= {meeting.id, following.id}


def test_what_the_plan_has_for_the_meeting_comes_and_what_is_for_later_does_not(body):
    following = to_come(body, on=NOVEMBER)
    for title, when in {"For it": {"meeting": following}, "By October": {"month": date(2026, 10, 1)}}.items():
        forward_plan.write(body, Plan(title=title, purpose=ItemPurpose.DECISION, **when), actor=CLERK)
    forward_plan.write(body, Plan(title="In March", month=MARCH), actor=CLERK)
    forward_plan.write(body, Plan(title="Some day"), actor=CLERK)

    carrying.on_call(following, actor=CLERK)

    assert printed(following) == ["1.1 By October", "1.2 For it"]


def test_what_was_considered_rests(body):
    meeting = to_come(body)
    entry = forward_plan.write(body, Plan(title="One", meeting=meeting), actor=CLERK)
    carrying.on_call(meeting, actor=CLERK)

    closed(meeting)

    assert entry.state is PlanState.CONSIDERED


def test_what_came_from_the_plan_and_was_put_off_comes_again(body):
    meeting, following = to_come(body), to_come(body, on=NOVEMBER)
    entry = forward_plan.write(body, Plan(title="One", meeting=meeting), actor=CLERK)
    carrying.on_call(meeting, actor=CLERK)

    closed(meeting, One=ItemOutcome.DEFERRED)

    assert entry.state is PlanState.ON_AN_AGENDA
    assert item(following, "One").forward_plan_entry_id == entry.id


def test_decisions_between_meetings_come_to_be_ratified_private_ones_in_private(body):
    usual = {"body": body, "words": "That it be paid.", "taken_by": "Chair", "authority": "4.4", "reasons": "Urgent"}
    for private in ({}, {}, {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A contract"}):
        db.session.add(InterimDecision(taken_on=date(2026, 8, 3), **usual, **private))
    meeting = to_come(body)

    carrying.on_call(meeting, actor=CLERK)
    carrying.on_call(meeting, actor=CLERK)

    rows = agendas.items(meeting)
    assert [(row.kind, row.is_exempt) for row in rows] == [
        (ItemKind.BETWEEN_MEETINGS, False),
        (ItemKind.EXCLUSION, False),
        (ItemKind.BUSINESS, True),
    ]
    assert rows[2].public_title == "A contract"


def test_reports_of_sub_groups_come_when_they_are_due(body):
    group = a_body("Domestic Abuse Group")
    groups = [
        TermsSubGroup(position=1, name=group.name, group=group, months_due=[9, 3], chair_words="Chair of the group"),
        TermsSubGroup(position=2, name="Youth Justice Board", months_due=[11]),
    ]
    terms_in_force(body, from_on=LONG_AGO, sub_groups=groups)
    meeting, following = to_come(body), to_come(body, on=NOVEMBER)

    carrying.on_call(meeting, actor=CLERK)
    closed(meeting)

    assert printed(meeting) == ["1.1 Report of the Domestic Abuse Group"]
    assert item(meeting, "Report of the Domestic Abuse Group").presenter == "Chair of the group"
    assert item(following, "Report of the Youth Justice Board").needs_report
    assert "Domestic Abuse" not in " ".join(printed(following))


def test_a_carried_agenda_is_begun_like_any_other(body):
    meeting = closed(with_items("One", meeting=to_come(body)), One=ItemOutcome.DEFERRED)
    following = to_come(body, on=NOVEMBER)
    carrying.on_call(following, actor=CLERK)

    agenda_starts.from_last(following, actor=CLERK)

    assert printed(following) == [
        "1 Apologies for absence",
        "2 Declarations of interest",
        f"3.1 {MINUTES}",
        f"3.2 {LOG}",
        "4.1 One",
        "5 Any other business which the chair considers urgent",
    ]
    assert meeting.state is MeetingState.CLOSED
