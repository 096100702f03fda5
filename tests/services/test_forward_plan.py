"""What must come: written down, put on an agenda, put off, moved, taken off."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MeetingState, PlanState
from shp_gov.models import AgendaItem, ForwardPlanEntry, ItemKind, ItemOrigin, ItemPurpose, PlanOrigin, Report
from shp_gov.queries import agendas
from shp_gov.queries import forward_plan as queries
from shp_gov.services import agenda, declarations, forward_plan
from shp_gov.services.agenda_rows import AgendaFixed
from shp_gov.services.forward_plan import Plan
from tests.agendas import CLERK, PRIVATELY, item, printed, to_come, with_items, wording
from tests.factories import a_body, a_decision, a_meeting, a_member, a_minute, an_officer, viewer

NOVEMBER = date(2026, 11, 12)
REASON = "Legal has not cleared it."


@pytest.fixture
def body(app):
    return a_body()


def planned(body, title="CCTV at Fish Quay", **said):
    return forward_plan.write(body, Plan(title=title, purpose=ItemPurpose.DECISION, **said), actor=CLERK)


def a_report(row, **details):
    report = Report(meeting=row.meeting, agenda_item=row, position=1, subject=row.title, **details)
    db.session.add(report)
    db.session.flush()
    return report


def test_an_entry_put_on_an_agenda_stands_under_the_heading_of_its_purpose(body):
    meeting, entry = to_come(body), planned(body)

    row = forward_plan.put_on(entry, meeting, actor=CLERK)

    assert printed(meeting) == ["1.1 CCTV at Fish Quay"]
    assert (row.section, row.origin, row.forward_plan_entry_id) == (
        "Items for decision",
        ItemOrigin.FORWARD_PLAN,
        entry.id,
    )
    assert (entry.state, entry.meeting) == (PlanState.ON_AN_AGENDA, meeting)


def test_an_item_made_private_is_private_on_the_plan_that_it_came_from_too(body):
    row = forward_plan.put_on(planned(body, about="The lease of the quay."), to_come(body), actor=CLERK)

    agenda.change(row, wording(row.title, **PRIVATELY), seen=agendas.seen(row), actor=CLERK)

    (entry,) = queries.planned(body, viewer=viewer())
    assert (entry.title, entry.about) == (PRIVATELY["public_title"], None)

    agenda.change(row, wording(row.title), seen=agendas.seen(row), actor=CLERK)

    (entry,) = queries.planned(body, viewer=viewer())
    assert (entry.title, entry.about) == ("CCTV at Fish Quay", "The lease of the quay.")


def test_an_entry_is_on_one_agenda_only(body):
    entry = planned(body)
    forward_plan.put_on(entry, to_come(body), actor=CLERK)

    with pytest.raises(DomainError, match="on an agenda already"):
        forward_plan.put_on(entry, to_come(body, on=NOVEMBER), actor=CLERK)


@pytest.mark.parametrize("state", [MeetingState.AGENDA_PUBLISHED, MeetingState.CLOSED, MeetingState.CANCELLED])
def test_an_entry_is_put_only_on_an_agenda_of_its_body_that_is_being_built(body, state):
    entry = planned(body)

    for meeting in (to_come(body, state=state), to_come(a_body("Fish Quay Board"))):
        with pytest.raises(DomainError):
            forward_plan.put_on(entry, meeting, actor=CLERK)

    assert entry.state is PlanState.PLANNED


def test_what_is_not_ready_goes_to_the_next_meeting_with_its_report(body):
    meeting, following = with_items("One", "Two", meeting=to_come(body)), to_come(body, on=NOVEMBER)
    report = a_report(item(meeting, "One"))

    entry = forward_plan.put_off(item(meeting, "One"), reason=REASON, actor=CLERK)

    assert printed(meeting) == ["1.1 Two"]
    assert (entry.meeting, entry.state, entry.origin, entry.about) == (
        following,
        PlanState.PLANNED,
        PlanOrigin.NOT_READY,
        REASON,
    )
    assert (report.meeting, report.forward_plan_entry_id) == (following, entry.id)

    row = forward_plan.put_on(entry, following, actor=CLERK)

    assert (report.agenda_item, report.forward_plan_entry_id) == (row, None)
    assert row.origin is ItemOrigin.DEFERRED


@pytest.mark.parametrize("state", [MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, MeetingState.CLOSED])
def test_nothing_is_put_off_an_agenda_that_is_published_or_was_taken(body, state):
    meeting = with_items("One", meeting=to_come(body))
    meeting.state = state

    with pytest.raises(AgendaFixed):
        forward_plan.put_off(item(meeting, "One"), reason=REASON, actor=CLERK)

    assert db.session.query(ForwardPlanEntry).count() == 0


def test_what_two_put_off_at_once_is_planned_once(body):
    meeting = with_items("One", "Two", meeting=to_come(body))
    row = item(meeting, "One")
    db.session.execute(
        sa.delete(AgendaItem).where(AgendaItem.id == row.id), execution_options={"synchronize_session": False}
    )

    with pytest.raises(AgendaFixed, match="meanwhile"):
        forward_plan.put_off(row, reason=REASON, actor=CLERK)

    assert db.session.query(ForwardPlanEntry).count() == 0


def test_without_a_next_meeting_it_waits_for_whichever_comes(body):
    meeting = with_items("One", meeting=to_come(body))

    entry = forward_plan.put_off(item(meeting, "One"), reason=REASON, actor=CLERK)

    assert (entry.meeting, entry.month) == (None, date(2026, 9, 1))
    assert queries.due_at(to_come(body, on=NOVEMBER)) == [entry]


def test_what_is_put_off_to_some_day_waits_in_the_pool(body):
    following = to_come(body, on=NOVEMBER)
    meeting = with_items("One", meeting=to_come(body))

    entry = forward_plan.put_off(item(meeting, "One"), reason=REASON, some_day=True, actor=CLERK)

    assert (entry.meeting, entry.month) == (None, None)
    assert queries.due_at(following) == []


def test_a_private_item_stays_private_wherever_it_goes(body):
    meeting, following = to_come(body), to_come(body, on=NOVEMBER)
    agenda.add(meeting, wording("Contract with Gull Ltd", **PRIVATELY), actor=CLERK)

    entry = forward_plan.put_off(item(meeting, "Contract with Gull Ltd"), reason=REASON, actor=CLERK)
    row = forward_plan.put_on(entry, following, actor=CLERK)

    assert {name: getattr(row, name) for name in PRIVATELY} == PRIVATELY
    assert agendas.items(following)[0].kind is ItemKind.EXCLUSION
    assert agendas.items(meeting) == []


def test_what_a_meeting_puts_off_stays_on_its_agenda_and_comes_again_once(body):
    meeting, following = with_items("One", meeting=to_come(body)), to_come(body, on=NOVEMBER)
    meeting.state = MeetingState.IN_PROGRESS

    first = forward_plan.come_again(item(meeting, "One"), reason="Its author was ill.", actor=CLERK)
    second = forward_plan.come_again(item(meeting, "One"), reason="Its author was away.", actor=CLERK)

    assert first is second
    assert (second.meeting, second.from_item, second.origin) == (following, item(meeting, "One"), PlanOrigin.DEFERRED)
    assert printed(meeting) == ["1.1 One"]


def test_putting_off_needs_a_reason_and_business(body):
    meeting = with_items("One", meeting=to_come(body))
    agenda.add(meeting, wording("Apologies"), kind=ItemKind.APOLOGIES, actor=CLERK)

    with pytest.raises(DomainError, match="Give a reason"):
        forward_plan.put_off(item(meeting, "One"), reason=" ", actor=CLERK)
    with pytest.raises(DomainError, match="Only business"):
        forward_plan.put_off(item(meeting, "Apologies"), reason=REASON, actor=CLERK)

    assert len(agendas.items(meeting)) == 2


def test_a_move_made_on_an_older_page_undoes_nobody_elses(body):
    entry = planned(body)
    opened = queries.seen(entry)
    forward_plan.move(entry, month=NOVEMBER, actor=CLERK)

    with pytest.raises(DomainError, match="Somebody else moved this"):
        forward_plan.move(entry, seen=opened, actor=CLERK)

    assert entry.month == NOVEMBER.replace(day=1)


def test_an_entry_moves_to_a_meeting_to_a_month_and_into_the_pool(body):
    entry, meeting = planned(body), to_come(body)

    forward_plan.move(entry, meeting=meeting, month=NOVEMBER, actor=CLERK)
    assert (entry.meeting, entry.month) == (meeting, None)
    forward_plan.move(entry, month=NOVEMBER, actor=CLERK)
    assert (entry.meeting, entry.month) == (None, date(2026, 11, 1))
    forward_plan.move(entry, actor=CLERK)
    assert (entry.meeting, entry.month) == (None, None)


def test_what_is_taken_off_says_why_and_comes_no_more(body):
    entry = planned(body)
    with pytest.raises(DomainError, match="Give a reason"):
        forward_plan.drop(entry, because="", actor=CLERK)

    forward_plan.drop(entry, because="The cameras were sold.", actor=CLERK)

    for act in (
        lambda: forward_plan.drop(entry, because="Again", actor=CLERK),
        lambda: forward_plan.move(entry, actor=CLERK),
        lambda: forward_plan.put_on(entry, to_come(body), actor=CLERK),
    ):
        with pytest.raises(DomainError, match="dropped"):
            act()
    assert entry.dropped_because == "The cameras were sold."


def test_a_decision_that_asks_to_see_it_again_is_planned_once(body):
    minute = a_minute(meeting=a_meeting(body=body), title="CCTV")
    decision = a_decision(minute=minute, words="That a report be presented to the November meeting.")

    entry = forward_plan.from_decision(decision, actor=CLERK)

    assert (entry.title, entry.about, entry.month) == ("CCTV", decision.words, date(2026, 11, 1))
    assert forward_plan.from_decision(decision, actor=CLERK) is entry


def test_what_a_private_decision_asks_for_is_private(body):
    minute = a_minute(meeting=a_meeting(body=body), title="Gull Ltd", is_exempt=True, exempt_paragraph="3")
    decision = a_decision(minute=minute, words="That Gull Ltd be considered at a future meeting.")

    entry = forward_plan.from_decision(decision, actor=CLERK)

    officer, stranger = viewer(an_officer(body=body)), viewer()
    member = viewer(a_member(body=body))
    assert (entry.is_exempt, entry.exempt_paragraph, entry.public_title) == (True, "3", "Private item")
    assert [seen.title for seen in queries.planned(body, viewer=officer)] == ["Gull Ltd"]
    assert [seen.title for seen in queries.planned(body, viewer=member)] == ["Gull Ltd"]
    assert [(seen.title, seen.about) for seen in queries.planned(body, viewer=stranger)] == [("Private item", None)]


def test_a_private_entry_needs_a_public_title(body):
    with pytest.raises(DomainError, match="public may read"):
        planned(body, is_exempt=True, exempt_paragraph="3")


def test_whoever_declared_an_interest_in_a_private_item_does_not_read_it_on_the_plan(body):
    meeting, member = to_come(body), a_member(body=body)
    private = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A contract", "about": "They offer £4m."}
    row = planned(body, "Quayside Homes Ltd", meeting=meeting, **private)
    private_item = forward_plan.put_on(row, meeting, actor=CLERK)

    def read() -> list[tuple[str, str | None]]:
        return [(each.title, each.about) for each in queries.planned(body, viewer=viewer(member))]

    assert read() == [("Quayside Homes Ltd", "They offer £4m.")]
    declarations.declare(meeting, member.person, words="Mine.", item=private_item, actor=CLERK, is_ahead=True)
    assert read() == [("A contract", None)]
