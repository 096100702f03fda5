"""What must hold after every step, whatever was done: each check is a sentence and the rows that break it."""

from collections.abc import Callable
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, PlanState, ReportState
from shp_gov.models import (
    Action,
    AgendaItem,
    AgendaKind,
    AgendaVersion,
    Appendix,
    Decision,
    ForwardPlanEntry,
    ItemKind,
    ItemOutcome,
    Meeting,
    Minute,
    Recommendation,
    Report,
    Ruling,
)

Rows = Callable[[int], sa.Select[Any]]
HELD = (MeetingState.IN_PROGRESS, MeetingState.CLOSED)
BUSINESS = (ItemKind.BUSINESS, ItemKind.PRESENTATION)


def of_minutes(body_id: int, *columns: Any) -> sa.Select[Any]:
    """Select from the minutes of a partnership."""
    return sa.select(*columns).select_from(Minute).join(Minute.meeting).where(Meeting.body_id == body_id)


def of_items(body_id: int, *columns: Any) -> sa.Select[Any]:
    """Select from the agenda items of a partnership."""
    return sa.select(*columns).select_from(AgendaItem).join(AgendaItem.meeting).where(Meeting.body_id == body_id)


def of_decisions(body_id: int, *columns: Any) -> sa.Select[Any]:
    """Select from the decisions of a partnership, with their minutes."""
    found = sa.select(*columns).select_from(Decision).join(Decision.minute).join(Minute.meeting)
    return found.where(Meeting.body_id == body_id)


def decisions_out_of_place(body_id: int) -> sa.Select[Any]:
    """A decision belongs to one minute, of one meeting of its own body and day."""
    wrong = sa.or_(Decision.body_id != Meeting.body_id, Decision.on != Meeting.on)
    return of_decisions(body_id, Decision.id).where(wrong)


def recommendations_twice(body_id: int) -> sa.Select[Any]:
    """A recommendation is decided once at most."""
    named = of_decisions(body_id, Decision.recommendation_id).where(Decision.recommendation_id.is_not(None))
    return named.group_by(Decision.recommendation_id).having(sa.func.count() > 1)


def recommendations_not_word_for_word(body_id: int) -> sa.Select[Any]:
    """What was agreed is decided in the words of the recommendation, what was refused not at all."""
    said = of_decisions(body_id, Decision.id).join(Recommendation, Recommendation.id == Decision.recommendation_id)
    is_other = sa.and_(Recommendation.ruling == Ruling.AGREED, Recommendation.words != Decision.words)
    is_draft = Meeting.minutes_state.not_in((MinutesState.APPROVED, MinutesState.DRAFT_PUBLISHED))
    is_none = sa.or_(Recommendation.ruling.is_(None), Recommendation.ruling == Ruling.REFUSED)
    return said.where(sa.or_(is_none, sa.and_(is_other, is_draft)))


def decisions_with_gaps(body_id: int) -> sa.Select[Any]:
    """The decisions of a minute are numbered from (i) without a gap."""
    found = of_decisions(body_id, Decision.minute_id).group_by(Decision.minute_id)
    return found.having(sa.func.max(Decision.ordinal) != sa.func.count(Decision.id))


def actions_of_nobody(body_id: int) -> sa.Select[Any]:
    """An action has an owner and a day, or the next meeting."""
    no_owner = sa.and_(Action.seat_id.is_(None), Action.organisation_id.is_(None), Action.owner_body_id.is_(None))
    no_day = sa.and_(Action.due_on.is_(None), ~Action.is_due_by_next_meeting)
    return sa.select(Action.id).where(Action.body_id == body_id, sa.or_(no_owner, no_day))


def private_without_paragraph(body_id: int) -> sa.Select[Any]:
    """A minute that is private says by which paragraph, and what the public may read."""
    without = sa.or_(Minute.exempt_paragraph.is_(None), Minute.public_title.is_(None))
    return of_minutes(body_id, Minute.id).where(Minute.is_exempt, without)


def private_made_public(body_id: int) -> sa.Select[Any]:
    """What is of a private item is private: its minute, and what that decided."""
    lost = of_minutes(body_id, Minute.id).join(Minute.agenda_item)
    return lost.where(AgendaItem.is_exempt, ~Minute.is_exempt)


def reports_made_public(body_id: int) -> sa.Select[Any]:
    """A report to a private item is private, and so is what waits on the forward plan."""
    lost = sa.select(Report.id).join(Report.agenda_item).join(AgendaItem.meeting).where(Meeting.body_id == body_id)
    return lost.where(AgendaItem.is_exempt, ~Report.is_exempt)


def actions_made_public(body_id: int) -> sa.Select[Any]:
    """An action of a private minute is private."""
    lost = of_decisions(body_id, Action.id).join(Action, Action.decision_id == Decision.id)
    return lost.where(Minute.is_exempt, ~Action.is_exempt)


def late_without_reason(body_id: int) -> sa.Select[Any]:
    """An item that came after the agenda was out says why it is urgent."""
    came_late = of_items(body_id, AgendaItem.id).where(AgendaItem.added_on.is_not(None))
    is_business = AgendaItem.kind != ItemKind.EXCLUSION
    return came_late.where(is_business, sa.func.coalesce(AgendaItem.urgency_reason, "") == "")


def numbers_twice(body_id: int) -> sa.Select[Any]:
    """A number of a minute is given once in a municipal year."""
    found = of_minutes(body_id, Minute.year_starts_on, Minute.number).group_by(Minute.year_starts_on, Minute.number)
    return found.having(sa.func.count() > 1)


def numbers_with_gaps(body_id: int) -> sa.Select[Any]:
    """No number of a minute is left out in a municipal year. Two meetings that go on at once take turns."""
    found = of_minutes(body_id, Minute.year_starts_on).group_by(Minute.year_starts_on)
    last, first, many = sa.func.max(Minute.number), sa.func.min(Minute.number), sa.func.count(Minute.id)
    return found.having(last - first + 1 != many)


def places_with_gaps(body_id: int) -> sa.Select[Any]:
    """The minutes of a meeting stand one after the other."""
    found = of_minutes(body_id, Minute.meeting_id).group_by(Minute.meeting_id)
    return found.having(sa.func.max(Minute.position) != sa.func.count(Minute.id))


def numbers_out_of_order(body_id: int) -> sa.Select[Any]:
    """A later minute of a meeting has a higher number."""
    other = aliased(Minute)
    found = of_minutes(body_id, Minute.id).join(other, other.meeting_id == Minute.meeting_id)
    return found.where(other.position > Minute.position, other.number <= Minute.number)


def items_twice(body_id: int) -> sa.Select[Any]:
    """No two items of an agenda have one number."""
    found = of_items(body_id, AgendaItem.meeting_id, AgendaItem.number).where(AgendaItem.number.is_not(None))
    return found.group_by(AgendaItem.meeting_id, AgendaItem.number).having(sa.func.count() > 1)


def items_minuted_twice(body_id: int) -> sa.Select[Any]:
    """An item of a meeting that was opened has one minute."""
    found = of_minutes(body_id, Minute.agenda_item_id).where(Minute.agenda_item_id.is_not(None))
    return found.group_by(Minute.agenda_item_id).having(sa.func.count() > 1)


def closed_without_outcome(body_id: int) -> sa.Select[Any]:
    """Every item of a closed meeting has an outcome."""
    return of_items(body_id, AgendaItem.id).where(Meeting.state == MeetingState.CLOSED, AgendaItem.outcome.is_(None))


def deferred_and_lost(body_id: int) -> sa.Select[Any]:
    """What was deferred at a closed meeting is on the forward plan, or was put on a later agenda."""
    entry = sa.or_(
        ForwardPlanEntry.from_item_id == AgendaItem.id, ForwardPlanEntry.id == AgendaItem.forward_plan_entry_id
    )
    planned = sa.select(ForwardPlanEntry.id).where(entry, ForwardPlanEntry.state != PlanState.CONSIDERED)
    again = aliased(AgendaItem)
    later = sa.select(again.id).where(again.title == AgendaItem.title, again.id > AgendaItem.id)
    found = of_items(body_id, AgendaItem.id).where(Meeting.state == MeetingState.CLOSED)
    found = found.where(AgendaItem.outcome == ItemOutcome.DEFERRED, AgendaItem.kind.in_(BUSINESS))
    return found.where(~planned.correlate(AgendaItem).exists(), ~later.correlate(AgendaItem).exists())


def approved_elsewhere(body_id: int) -> sa.Select[Any]:
    """Approved minutes say at which later meeting of the body that was."""
    other = aliased(Meeting)
    found = sa.select(Meeting.id).outerjoin(other, other.id == Meeting.minutes_approved_at_id)
    found = found.where(Meeting.body_id == body_id, Meeting.minutes_state == MinutesState.APPROVED)
    return found.where(sa.or_(other.id.is_(None), other.on <= Meeting.on, other.state.not_in(HELD)))


def out_without_a_check(body_id: int) -> sa.Select[Any]:
    """What holds private business was looked at by somebody else than its maker before it went out."""
    out = sa.select(AgendaVersion.id).join(AgendaVersion.meeting).where(Meeting.body_id == body_id)
    private = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == Meeting.id, AgendaItem.is_exempt)
    private = private.where(AgendaItem.added_on.is_(None), AgendaItem.withdrawn_because.is_(None))
    private = private.where(AgendaVersion.kind == AgendaKind.AGENDA)
    papers = sa.select(Report.id).outerjoin(Report.appendices).where(Report.meeting_id == Meeting.id)
    papers = papers.where(Report.published_at == AgendaVersion.published_at)
    papers = papers.where(sa.or_(Report.is_exempt, Appendix.is_exempt))
    nobody = sa.or_(AgendaVersion.checked_by_id.is_(None), AgendaVersion.checked_by_id == AgendaVersion.made_by_id)
    out = out.where(AgendaVersion.state == AgendaState.PUBLISHED, nobody)
    found = (each.correlate(Meeting, AgendaVersion).exists() for each in (private, papers))
    return out.where(sa.or_(*found))


def out_without_a_reason(body_id: int) -> sa.Select[Any]:
    """A private item of an agenda that is out says its paragraph, why it is private, and what the public reads."""
    said = (AgendaItem.exempt_paragraph, AgendaItem.public_interest_reason, AgendaItem.public_title)
    silent = sa.or_(*(sa.func.coalesce(column, "") == "" for column in said))
    is_out = Meeting.state.in_((MeetingState.AGENDA_PUBLISHED, *HELD))
    return of_items(body_id, AgendaItem.id).where(is_out, AgendaItem.is_exempt, silent)


def out_unready(body_id: int) -> sa.Select[Any]:
    """A report that is out was ready; one that is private went out as private."""
    found = sa.select(Report.id).join(Report.meeting).where(Meeting.body_id == body_id)
    return found.where(Report.published_at.is_not(None), Report.state != ReportState.READY)


@cache
def in_sql(checks: tuple[Rows, ...], body_id: int, dialect: sa.Dialect) -> str:
    """Ask, in one statement that is written once for each partnership, which of some checks find rows."""
    found = [sa.case((check(body_id).exists(), 1), else_=0) for check in checks]
    return str(sa.select(*found).compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


SENTENCES: tuple[Rows, ...] = (
    decisions_out_of_place,
    recommendations_twice,
    recommendations_not_word_for_word,
    decisions_with_gaps,
    actions_of_nobody,
    private_without_paragraph,
    private_made_public,
    reports_made_public,
    actions_made_public,
    late_without_reason,
    numbers_twice,
    numbers_with_gaps,
    places_with_gaps,
    numbers_out_of_order,
    items_twice,
    items_minuted_twice,
    closed_without_outcome,
    deferred_and_lost,
    approved_elsewhere,
    out_without_a_check,
    out_without_a_reason,
    out_unready,
)
