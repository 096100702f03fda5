"""What waits to come after an agenda is out."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.pack import Pack
from shp_gov.domain.publication import Stands
from shp_gov.domain.workflows import ReportState
from shp_gov.models import AgendaItem, AgendaKind, AgendaVersion, Meeting, PackRead, Report, User
from shp_gov.queries import agendas, private, publishing


def late(meeting: Meeting) -> list[AgendaItem]:
    """List the items that came late and are in no supplement yet, and those a report came late to."""
    fresh = {each.agenda_item_id for each in publishing.of_meeting(meeting) if _is_fresh(each)}
    items = [item for item in agendas.items(meeting) if item.withdrawn_because is None]
    return [item for item in items if item.id in fresh or (item.added_on is not None and item.in_supplement is None)]


def _is_fresh(report: Report) -> bool:
    return report.state is ReportState.READY and report.published_at is None


def stands(meeting: Meeting) -> Stands:
    """Tell how what comes late stands. A report that is not ready waits for another supplement and stops nothing."""
    items = late(meeting)
    ids = {item.id for item in items}
    fresh = [paper for paper in private.papers(meeting) if paper.item.id in ids and _is_fresh(paper.report)]
    return Stands(
        items=len(items),
        private=sum(item.is_exempt for item in items),
        private_papers=len(fresh),
        waiting=(),
        missing=(),
        always_checks_twice=meeting.body.always_checks_twice,
        unsaid=tuple(words for paper in fresh for words in paper.unsaid()),
    )


def after(pack: Pack, before: Sequence[AgendaVersion]) -> Pack:
    """Number the pages of a supplement after those of the supplements before it."""
    last = max((int(each.pages.get("last", 0)) for each in before), default=0)
    return replace(pack, start=last + 1)


def has_read(version: AgendaVersion, *, by: User) -> bool:
    """Tell whether somebody said that they have read a version."""
    read = sa.select(PackRead.id).where(PackRead.version_id == version.id, PackRead.user_id == by.id)
    return db.session.scalar(read) is not None


def waiting(meeting: Meeting) -> AgendaVersion | None:
    """Find the supplement that waits to be checked or published."""
    mine = [version for version in publishing.versions(meeting) if version.kind is AgendaKind.SUPPLEMENT]
    newest = mine[-1] if mine else None
    return newest if newest is not None and newest.state in publishing.STILL_GOOD else None


def reason(meeting: Meeting) -> str | None:
    """Say why a supplement comes late, as it was said: of the supplement, or of its items that everybody may read."""
    asked = waiting(meeting)
    if asked is not None:
        return asked.reason
    said = dict.fromkeys(item.urgency_reason for item in late(meeting) if not item.is_exempt)
    return " ".join(words for words in said if words) or None
