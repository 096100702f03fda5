"""What of a meeting is not for publication beside its private items: papers to items that are open."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, selectinload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.models import AgendaItem, Appendix, Meeting, Report
from shp_gov.queries.visibility import Condition, declared_in_item


@dataclass(frozen=True)
class PrivatePaper:
    """A report or an appendix that the public does not get, to an item that they read of."""

    report: Report
    item: AgendaItem
    kind: str
    title: str
    paragraph: str
    why: str

    @property
    def name(self) -> str:
        """Name it for those entitled."""
        return f"{self.kind}: {self.title}"

    @property
    def instead(self) -> str:
        """Name it for everybody else."""
        return f"{'An' if self.kind == 'Appendix' else 'A'} {self.kind.lower()}"

    def unsaid(self) -> list[str]:
        """Say in sentences what it does not say yet, and must before it goes out."""
        needed = {"paragraph of Schedule 12A": self.paragraph, "public-interest reason": self.why}
        missing = [what for what, said in needed.items() if not said]
        return [f"{self.instead} to item {self.item.number} needs its {what}" for what in missing]


def papers(meeting: Meeting) -> list[PrivatePaper]:
    """List the private papers to the open items of a meeting, in the order of its agenda."""
    found = sa.select(Report).join(Report.agenda_item).where(Report.meeting_id == meeting.id, ~AgendaItem.is_exempt)
    found = found.where(AgendaItem.withdrawn_because.is_(None), holds_private_papers())
    found = found.options(contains_eager(Report.agenda_item), selectinload(Report.appendices))
    rows = db.session.scalars(found.order_by(AgendaItem.position, Report.position))
    return [paper for report in rows if report.agenda_item for paper in _papers(report, report.agenda_item)]


def _papers(report: Report, item: AgendaItem) -> list[PrivatePaper]:
    if report.is_exempt:
        why = (item.exempt_paragraph or "", item.public_interest_reason or "")
        return [PrivatePaper(report, item, "Report", report.subject, *why)]
    return [
        PrivatePaper(report, item, "Appendix", row.title, row.exempt_paragraph or "", row.public_interest_reason or "")
        for row in report.appendices
        if row.is_exempt
    ]


def holds_private_papers() -> Condition:
    """Tell whether a report, or a paper with it, is not for publication by itself. Needs Report in the query."""
    appended = sa.select(Appendix.id).where(Appendix.report_id == Report.id, Appendix.is_exempt).correlate(Report)
    return sa.or_(Report.is_exempt, appended.exists())


def count() -> sa.ScalarSelect[int]:
    """Count the private papers with a report to an open item. Needs Report in the query."""
    found = sa.select(sa.func.count(Appendix.id)).join(AgendaItem, AgendaItem.id == Report.agenda_item_id)
    found = found.where(Appendix.report_id == Report.id, Appendix.is_exempt, ~AgendaItem.is_exempt)
    return found.where(AgendaItem.withdrawn_because.is_(None)).correlate(Report).scalar_subquery()


def holds_anything_private() -> Condition:
    """Tell whether an item, or any paper to it, is not for publication. Needs AgendaItem in the query."""
    to_it = sa.select(Report.id).where(Report.agenda_item_id == AgendaItem.id, holds_private_papers())
    return sa.or_(AgendaItem.is_exempt, to_it.correlate(AgendaItem).exists())


def reads(report: Report, *, viewer: Viewer) -> bool:
    """Tell whether a viewer may read what is private of a report they may see. Whoever declared an interest may not."""
    meeting = report.meeting
    is_author = viewer.person_id is not None and report.author_id == viewer.person_id and viewer.reads_exempt
    if not (is_author or viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id)):
        return False
    declared = sa.select(AgendaItem.id).where(AgendaItem.id == report.agenda_item_id, declared_in_item(viewer))
    return viewer.person_id is None or db.session.scalar(declared) is None


def appendices(report: Report, *, viewer: Viewer) -> Sequence[Appendix]:
    """List the papers with a report that a viewer may read."""
    private = [each for each in report.appendices if each.is_exempt]
    hidden = private if private and not reads(report, viewer=viewer) else []
    return [each for each in report.appendices if each not in hidden]
