"""What is out for a meeting, as whoever looks may see it: packs, each paper with its pages, what is new to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import AgendaKind, AgendaVersion, Meeting, PackRead, Report
from shp_gov.queries import publishing
from shp_gov.queries.visibility import visible_reports

AFTER = (MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, MeetingState.CLOSED)


@dataclass(frozen=True)
class Paper:
    """A report that the viewer may read: which one, on which pages of which pack, and whether it is new to them."""

    report_id: int
    subject: str
    pages: str
    is_new: bool
    is_late: bool


@dataclass(frozen=True)
class File:
    """A pack to download."""

    number: int
    words: str
    sheets: int
    size: int
    is_restricted: bool = False


@dataclass(frozen=True)
class Published:
    """What is out for a meeting."""

    versions: tuple[AgendaVersion, ...] = ()
    papers: Mapping[int, list[Paper]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    new_items: frozenset[int] = frozenset()
    is_all_read: bool = False
    has_read: bool = False

    @property
    def supplements(self) -> list[AgendaVersion]:
        """List what came after the agenda."""
        return [each for each in self.versions if each.kind is AgendaKind.SUPPLEMENT]

    def files(self, *, reads_everything: bool) -> list[File]:
        """List the packs that can be downloaded."""
        return [file for each in self.versions for file in _files(each, reads_everything)]


def _files(version: AgendaVersion, reads_everything: bool) -> list[File]:
    late = version.kind is AgendaKind.SUPPLEMENT
    words = "Supplement" if late else "Agenda and papers"
    open_, private = version.public_document, version.restricted_document
    found = [File(version.number, words, version.pages.get("sheets", 0), open_.size)] if open_ else []
    if private and reads_everything:
        whole = version.pages.get("last", 0) - version.pages.get("start", 1) + 1
        found.append(File(version.number, f"Restricted {words.lower()}", whole, private.size, is_restricted=True))
    return found


def of_meeting(meeting: Meeting, *, viewer: Viewer) -> Published:
    """Tell what is out for a meeting."""
    if meeting.state not in AFTER:
        return Published()
    versions, read = _versions(meeting, viewer)
    pages: dict[str, str] = {}
    came: dict[str, int] = {}
    for version in versions:
        pages |= publishing.pages(version)
        came |= {part["key"]: version.number for part in version.pages.get("parts", ())}
    papers: dict[int, list[Paper]] = {}
    first = versions[0].number if versions else 0
    for report in _reports(meeting, viewer):
        number = came.get(f"report {report.id}", 0)
        row = Paper(
            report_id=report.id,
            subject=report.subject,
            pages=pages.get(f"report {report.id}", ""),
            is_new=bool(read) and number > read,
            is_late=number > first > 0,
        )
        papers.setdefault(report.agenda_item_id or 0, []).append(row)
    newest = versions[-1].number if versions else 0
    late = (item for version in versions if read and version.number > read for item in version.contents.get("late", ()))
    return Published(tuple(versions), papers, pages, frozenset(late), bool(read) and read >= newest, bool(read))


def _versions(meeting: Meeting, viewer: Viewer) -> tuple[list[AgendaVersion], int]:
    """List what was put out, and give the number of the newest that the viewer says they have read."""
    mine = sa.and_(PackRead.version_id == AgendaVersion.id, PackRead.user_id == (viewer.user_id or 0))
    found = sa.select(AgendaVersion, PackRead.id).outerjoin(PackRead, mine)
    found = found.where(AgendaVersion.meeting_id == meeting.id, AgendaVersion.state == AgendaState.PUBLISHED)
    files = (joinedload(AgendaVersion.public_document), joinedload(AgendaVersion.restricted_document))
    rows = db.session.execute(found.options(*files).order_by(AgendaVersion.number)).all()
    read = max((version.number for version, seen in rows if seen is not None), default=0)
    return [version for version, _ in rows], read


def _reports(meeting: Meeting, viewer: Viewer) -> list[Report]:
    found = visible_reports(viewer).where(Report.meeting_id == meeting.id, Report.published_at.is_not(None))
    return list(db.session.scalars(found.order_by(Report.position)))
