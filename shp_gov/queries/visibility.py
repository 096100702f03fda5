"""What exists for a viewer: exempt words for those entitled, drafts for those who write and agree them."""

import sqlalchemy as sa

from shp_gov.domain.permissions import Role, Term, Viewer
from shp_gov.domain.workflows import UNDER_WAY_OR_OVER, MinutesState
from shp_gov.models import Action, AgendaItem, Decision, Interest, Meeting, Minute, Provenance, Report

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


def item_is_out() -> Condition:
    """Tell whether an item is on the agenda as everybody reads it. Needs AgendaItem and Meeting in the query.

    What comes late is out with its supplement, or when the meeting takes it.
    """
    has_begun = Meeting.state.in_(UNDER_WAY_OR_OVER)
    return sa.or_(AgendaItem.added_on.is_(None), AgendaItem.in_supplement.is_not(None), has_begun)


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
    reports = sa.select(Report).join(Report.meeting)
    return reports.where(_report_is_out(viewer), report_is_open(viewer))


def report_is_published() -> Condition:
    """Tell whether a report was put out, here or in a printed pack. Needs Report in the query."""
    return sa.or_(Report.published_at.is_not(None), Report.provenance == Provenance.IMPORTED)


def _report_is_out(viewer: Viewer) -> Condition:
    """Tell whether a report is published, or the viewer writes, gathers or agrees it."""
    insiders = [*viewer.bodies(Role.OFFICER), *viewer.bodies(Role.CHAIR)]
    return sa.or_(report_is_published(), Meeting.body_id.in_(insiders), written_by(viewer))


def report_is_open(viewer: Viewer) -> Condition:
    """Tell whether a report's words exist for the viewer. Needs Meeting and Report in the query."""
    of_item = sa.select(AgendaItem.id).where(AgendaItem.id == Report.agenda_item_id).correlate(Report)
    is_private = sa.or_(Report.is_exempt, of_item.where(AgendaItem.is_exempt).exists())
    barred = of_item.where(declared_in_item(viewer)).exists()
    entitled_to_it = sa.or_(entitled(viewer), written_by(viewer) if viewer.reads_exempt else sa.false())
    return sa.or_(~is_private, sa.and_(entitled_to_it, ~barred))


def written_by(viewer: Viewer) -> Condition:
    """Tell whether the viewer was asked for a report. Needs Report in the query."""
    return sa.false() if viewer.person_id is None else Report.author_id == viewer.person_id


def visible_decisions(viewer: Viewer) -> sa.Select[Decision]:
    """Select the decisions that exist for the viewer, with their minute and meeting in the query."""
    decisions = sa.select(Decision).join(Decision.minute).join(Minute.meeting)
    return decisions.where(minutes_are_out(viewer), minute_is_open(viewer))


def visible_actions(viewer: Viewer) -> sa.Select[Action]:
    """Select the actions that exist for the viewer, with their decision, minute and meeting in the query."""
    actions = sa.select(Action).join(Action.decision).join(Decision.minute).join(Minute.meeting)
    return actions.where(minutes_are_out(viewer), minute_is_open(viewer))
