"""Minutes that one meeting approved are on the agenda of no other that is still built."""

from contextlib import contextmanager
from datetime import date

import sqlalchemy as sa
from sqlalchemy import event

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import AgendaItem, ItemKind, ItemOrigin, Meeting
from shp_gov.queries import agendas
from tests.agendas import to_come, wording
from tests.minutes import LATER, a_published_draft, the_next_meeting
from tests.services.acting import audited
from tests.sittings import CLERK, at


def test_minutes_go_by_themselves_from_a_later_agenda_once_they_are_approved_elsewhere(app):
    sitting = a_published_draft()
    extraordinary = the_next_meeting(sitting)
    later = to_come(sitting.body, on=date(2027, 3, 11))
    wanted = {"kind": ItemKind.MINUTES, "confirms": sitting.meeting, "actor": CLERK}
    carried = services.agenda.add(later, wording("Minutes"), origin=ItemOrigin.CARRIED, **wanted)
    services.agenda.add(later, wording("Minutes, as we asked"), **wanted)

    with at(10, 10, day=LATER):
        services.approvals.approve(sitting.meeting, at=extraordinary, actor=CLERK)

    assert [row.title for row in agendas.items(later)] == ["Minutes, as we asked"]
    assert audited(carried) == ["agenda_item.added", "agenda_item.removed"]
    assert [row.title for row in agendas.items(extraordinary)] == ["Minutes of the last meeting"]


@contextmanager
def published_once_read(item):
    """Publish an agenda just after its item is read, as another officer may, who was quicker to hold it."""
    publish = sa.update(Meeting).where(Meeting.id == item.meeting_id).values(state=MeetingState.AGENDA_PUBLISHED)

    def quicker(read, context, _names):
        if read is item:
            context.session.connection().execute(publish)

    db.session.flush()
    db.session.expire(item)
    event.listen(AgendaItem, "refresh", quicker)
    try:
        yield
    finally:
        event.remove(AgendaItem, "refresh", quicker)


def test_an_agenda_published_meanwhile_keeps_its_item_and_the_minutes_are_approved(app):
    sitting = a_published_draft()
    extraordinary = the_next_meeting(sitting)
    later = to_come(sitting.body, on=date(2027, 3, 11))
    wanted = {"kind": ItemKind.MINUTES, "origin": ItemOrigin.CARRIED, "confirms": sitting.meeting}
    carried = services.agenda.add(later, wording("Minutes"), actor=CLERK, **wanted)

    with published_once_read(carried), at(10, 10, day=LATER):
        services.approvals.approve(sitting.meeting, at=extraordinary, actor=CLERK)

    assert sitting.meeting.minutes_state is MinutesState.APPROVED
    assert later.state is MeetingState.AGENDA_PUBLISHED
    assert [row.title for row in agendas.items(later)] == ["Minutes"]
