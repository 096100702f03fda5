"""What exists for a viewer: exempt words for those entitled, drafts for those who write and agree them."""

import sqlalchemy as sa

from shp_gov.domain.permissions import Role, Term, Viewer
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Action, AgendaItem, Decision, Interest, Meeting, Minute, Report

Condition = sa.ColumnElement[bool]
PUBLISHED = (MinutesState.DRAFT_PUBLISHED, MinutesState.APPROVED)


def entitled(viewer: Viewer) -> Condition:
    """Tell whether the viewer's terms entitle them to the exempt papers of a meeting. Needs Meeting in the query."""
    return sa.or_(sa.false(), *(_within(term) for term in viewer.exempt_terms()))


def _within(term: Term) -> Condition:
    within = [Meeting.body_id == term.body_id, Meeting.on >= term.from_on]
    if term.until_on is not None:
        within.append(Meeting.on <= term.until_on)
    if term.meeting_id is not None:
        within.append(Meeting.id == term.meeting_id)
    return sa.and_(*within)


def declared_in_minute(viewer: Viewer) -> Condition:
    """Tell whether the viewer declared an interest in a minute or in its agenda item. Needs Minute in the query."""
    return _declared(viewer, sa.or_(Interest.minute_id == Minute.id, Interest.agenda_item_id == Minute.agenda_item_id))


def declared_in_item(viewer: Viewer) -> Condition:
    """Tell whether the viewer declared an interest in an agenda item or in a minute of it. Needs AgendaItem."""
    of_item = sa.select(Minute.id).where(Minute.agenda_item_id == AgendaItem.id).correlate(AgendaItem)
    return _declared(viewer, sa.or_(Interest.agenda_item_id == AgendaItem.id, Interest.minute_id.in_(of_item)))


def _declared(viewer: Viewer, about: Condition) -> Condition:
    if viewer.person_id is None:
        return sa.false()
    declared = sa.select(Interest.id).where(Interest.person_id == viewer.person_id, about)
    return declared.correlate(Minute, AgendaItem).exists()


def minutes_are_out(viewer: Viewer) -> Condition:
    """Tell whether the minutes of a meeting are published, or the viewer drafts or agrees them."""
    insiders = [*viewer.bodies(Role.OFFICER), *viewer.bodies(Role.CHAIR)]
    return sa.or_(Meeting.minutes_state.in_(PUBLISHED), Meeting.body_id.in_(insiders))


def minute_is_open(viewer: Viewer) -> Condition:
    """Tell whether a minute's words exist for the viewer. Needs Meeting and Minute in the query."""
    return sa.or_(~Minute.is_exempt, sa.and_(entitled(viewer), ~declared_in_minute(viewer)))


def visible_minutes(viewer: Viewer) -> sa.Select[Minute]:
    """Select the minutes that exist for the viewer."""
    minutes = sa.select(Minute).join(Minute.meeting)
    return minutes.where(minutes_are_out(viewer), minute_is_open(viewer))


def visible_reports(viewer: Viewer) -> sa.Select[Report]:
    """Select the reports that exist for the viewer."""
    barred = sa.select(AgendaItem.id).where(AgendaItem.id == Report.agenda_item_id, declared_in_item(viewer)).exists()
    reports = sa.select(Report).join(Report.meeting)
    return reports.where(sa.or_(~Report.is_exempt, sa.and_(entitled(viewer), ~barred)))


def visible_decisions(viewer: Viewer) -> sa.Select[Decision]:
    """Select the decisions that exist for the viewer, with their minute and meeting in the query."""
    decisions = sa.select(Decision).join(Decision.minute).join(Minute.meeting)
    return decisions.where(minutes_are_out(viewer), minute_is_open(viewer))


def visible_actions(viewer: Viewer) -> sa.Select[Action]:
    """Select the actions that exist for the viewer, with their decision, minute and meeting in the query."""
    actions = sa.select(Action).join(Action.decision).join(Decision.minute).join(Minute.meeting)
    return actions.where(minutes_are_out(viewer), minute_is_open(viewer))
