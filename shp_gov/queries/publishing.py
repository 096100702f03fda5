"""Agendas on their way out and after: versions, what stands in the way, what is withheld, what is new to a reader."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.agenda_guards import PARAGRAPHS
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.publication import Stands, Waiting
from shp_gov.domain.workflows import AgendaState, ReportState
from shp_gov.models import AgendaItem, AgendaKind, AgendaVersion, Appendix, Document, Meeting, PackRead, Report
from shp_gov.queries import agendas, officers
from shp_gov.queries import private as kept
from shp_gov.queries.private import PrivatePaper
from shp_gov.queries.visibility import declared_in_item

STILL_GOOD = (AgendaState.DRAFT, AgendaState.WITH_THE_CHAIR, AgendaState.AGREED, AgendaState.CHECKED)
WITH_PEOPLE = (
    joinedload(AgendaVersion.check_asked_of),
    joinedload(AgendaVersion.checked_by),
    joinedload(AgendaVersion.published_by),
    joinedload(AgendaVersion.public_document),
    joinedload(AgendaVersion.restricted_document),
)


def versions(meeting: Meeting) -> Sequence[AgendaVersion]:
    """List the versions of an agenda and its supplements, oldest first."""
    found = sa.select(AgendaVersion).where(AgendaVersion.meeting_id == meeting.id).options(*WITH_PEOPLE)
    return db.session.scalars(found.order_by(AgendaVersion.number)).all()


def published(meeting: Meeting) -> list[AgendaVersion]:
    """List what was put out for a meeting: the agenda, then its supplements."""
    return [version for version in versions(meeting) if version.state is AgendaState.PUBLISHED]


def standing(meeting: Meeting, sha256: str, kind: AgendaKind = AgendaKind.AGENDA) -> AgendaVersion | None:
    """Find the version that says just what the agenda says now, and is not out yet."""
    mine = [version for version in versions(meeting) if version.kind is kind]
    newest = mine[-1] if mine else None
    is_it = newest is not None and newest.sha256 == sha256 and newest.state in STILL_GOOD
    return newest if is_it else None


def next_number(meeting: Meeting) -> int:
    """Give the next number among the versions of an agenda."""
    last = sa.select(sa.func.max(AgendaVersion.number)).where(AgendaVersion.meeting_id == meeting.id)
    return (db.session.scalar(last) or 0) + 1


def stands(meeting: Meeting) -> Stands:
    """Tell how an agenda stands before it is put out."""
    items = [item for item in agendas.items(meeting) if item.withdrawn_because is None]
    by_item: dict[int | None, list[Report]] = {}
    for report in of_meeting(meeting):
        by_item.setdefault(report.agenda_item_id, []).append(report)
    reports = [(item, report) for item in items for report in by_item.get(item.id, ())]
    apart = kept.papers(meeting)
    unready = [(item, each) for item, each in reports if each.state is not ReportState.READY and not each.published_at]
    return Stands(
        items=len(items),
        private=sum(item.is_exempt for item in items),
        private_papers=len(apart),
        waiting=tuple(Waiting(item.number or "", each.state) for item, each in unready),
        missing=tuple(item.number or "" for item in items if item.needs_report and item.id not in by_item),
        always_checks_twice=meeting.body.always_checks_twice,
        sent_back=_sent_back(meeting),
        unsaid=(*agendas.unsaid(items), *(words for paper in apart for words in paper.unsaid())),
    )


def _sent_back(meeting: Meeting) -> int | None:
    """Give the number of the version to which the chair asked for changes, where the agenda still says the same."""
    mine = [version for version in versions(meeting) if version.kind is AgendaKind.AGENDA]
    if not mine or mine[-1].state is not AgendaState.CHANGES_ASKED_FOR:
        return None
    return mine[-1].number if mine[-1].sha256 == hash_now(meeting) else None


def of_meeting(meeting: Meeting) -> Sequence[Report]:
    """List the reports to a meeting, in the order of the agenda, whoever may read them."""
    found = sa.select(Report).outerjoin(Report.agenda_item).where(Report.meeting_id == meeting.id)
    found = found.options(joinedload(Report.agenda_item), joinedload(Report.document))
    return db.session.scalars(found.order_by(AgendaItem.position, Report.position)).all()


def files(meeting: Meeting) -> list[Document]:
    """List the uploaded files that go into the next pack of a meeting: those of ready reports that are in none yet."""
    ready = (report for report in of_meeting(meeting) if report.state is ReportState.READY)
    waiting = [report for report in ready if report.published_at is None]
    found = [report.document for report in waiting if report.document and report.source == "PDF file"]
    appended = sa.select(Document).join(Appendix, Appendix.document_id == Document.id)
    appended = appended.where(Appendix.report_id.in_([report.id for report in waiting]))
    return [*found, *db.session.scalars(appended.order_by(Appendix.id))]


@dataclass(frozen=True)
class Withheld:
    """Something that the public does not get, what they read instead, and why."""

    number: str
    title: str
    instead: str
    paragraph: str
    about: str
    why: str


def withheld(meeting: Meeting, *, viewer: Viewer) -> list[Withheld]:
    """List everything that is kept from the public, and why. What the viewer may not read is not named to them."""
    barred = _barred(meeting, viewer)
    items = [_item_withheld(item) for item in agendas.items(meeting) if item.is_exempt]
    papers = [_paper_withheld(paper) for paper in kept.papers(meeting)]
    return [replace(each, title=each.instead) if id_ in barred else each for id_, each in (*items, *papers)]


def _barred(meeting: Meeting, viewer: Viewer) -> set[int]:
    """Find the items in which the viewer declared an interest."""
    declared = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id, declared_in_item(viewer))
    return set(db.session.scalars(declared))


def _item_withheld(item: AgendaItem) -> tuple[int, Withheld]:
    instead, why = item.public_title or "Private item", item.public_interest_reason or ""
    return item.id, _withheld(item, item.title, instead, item.exempt_paragraph or "", why)


def _paper_withheld(paper: PrivatePaper) -> tuple[int, Withheld]:
    return paper.item.id, _withheld(paper.item, paper.name, paper.instead, paper.paragraph, paper.why)


def _withheld(item: AgendaItem, title: str, instead: str, paragraph: str, why: str) -> Withheld:
    return Withheld(item.number or "", title, instead, paragraph, PARAGRAPHS.get(paragraph, ""), why)


@dataclass(frozen=True)
class Row:
    """An item of an agenda, as the public and as those entitled will read it."""

    number: str
    public: str
    full: str
    because: str
    public_papers: tuple[str, ...]
    full_papers: tuple[str, ...]
    private_papers: tuple[str, ...] = ()


def side_by_side(meeting: Meeting, *, viewer: Viewer) -> list[Row]:
    """Set what the public reads beside what those entitled read, item by item."""
    reports: dict[int | None, list[Report]] = {}
    for report in of_meeting(meeting):
        reports.setdefault(report.agenda_item_id, []).append(report)
    apart: dict[int, list[str]] = {}
    for paper in kept.papers(meeting):
        apart.setdefault(paper.item.id, []).append(paper.name)
    barred = _barred(meeting, viewer)
    return [
        _row(item, reports.get(item.id, []), apart.get(item.id, []), is_barred=item.id in barred)
        for item in agendas.items(meeting)
    ]


def _row(item: AgendaItem, reports: list[Report], apart: list[str], *, is_barred: bool) -> Row:
    instead = (item.public_title or "Private item") if item.is_exempt else item.title
    open_ = tuple(each.subject for each in reports if not each.is_private)
    return Row(
        number=item.number or "",
        public=instead,
        full=instead if is_barred else item.title,
        because=f"Private: paragraph {item.exempt_paragraph or 'not stated'}" if item.is_exempt else "",
        public_papers=open_,
        full_papers=tuple(each.subject for each in reports) if item.is_exempt and not is_barred else open_,
        private_papers=() if is_barred else tuple(apart),
    )


def colleagues(meeting: Meeting, *, viewer: Viewer, but: Collection[int] = ()) -> Mapping[int, str]:
    """Name the other officers of a body, who can check an agenda: all but those who wrote it."""
    there = officers.of_body(meeting.body_id, on=viewer.on)
    return {user.id: user.name for user in there if user.id != viewer.user_id and user.id not in but}


def restricted_pack(meeting_id: int, pack_number: int, *, viewer: Viewer) -> AgendaVersion:
    """Fetch a published version whose restricted pack the viewer may read. Whoever declared an interest may not."""
    found = sa.select(AgendaVersion).join(AgendaVersion.meeting).options(*WITH_PEOPLE)
    found = found.where(Meeting.id == meeting_id, AgendaVersion.number == pack_number)
    found = found.where(AgendaVersion.state == AgendaState.PUBLISHED, AgendaVersion.restricted_document_id.is_not(None))
    version = db.session.scalars(found).one()
    if not reads_everything(version.meeting, viewer=viewer):
        raise sa.exc.NoResultFound
    return version


def reads_everything(meeting: Meeting, *, viewer: Viewer) -> bool:
    """Tell whether a viewer may read everything that is private at a meeting."""
    if not viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id):
        return False
    barred = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id, kept.holds_anything_private())
    return db.session.scalar(barred.where(declared_in_item(viewer)).limit(1)) is None


def pack(meeting_id: int, pack_number: int, *, viewer: Viewer) -> AgendaVersion:
    """Fetch a published version, whose public pack everybody may read."""
    found = sa.select(AgendaVersion).where(AgendaVersion.meeting_id == meeting_id, AgendaVersion.number == pack_number)
    found = found.where(AgendaVersion.state == AgendaState.PUBLISHED, AgendaVersion.public_document_id.is_not(None))
    return db.session.scalars(found.options(*WITH_PEOPLE, joinedload(AgendaVersion.meeting))).one()


def last_read(meeting: Meeting, *, viewer: Viewer) -> int:
    """Give the number of the newest version that the viewer says they have read; nought for none."""
    if viewer.user_id is None:
        return 0
    read = sa.select(sa.func.max(AgendaVersion.number)).join(PackRead, PackRead.version_id == AgendaVersion.id)
    return (
        db.session.scalar(read.where(AgendaVersion.meeting_id == meeting.id, PackRead.user_id == viewer.user_id)) or 0
    )


def hash_now(meeting: Meeting) -> str:
    """Give the hash of what an agenda says now."""
    return fingerprint(agendas.contents(meeting))


def pages(version: AgendaVersion) -> dict[str, Any]:
    """Say on which pages of a version each paper is, by its key."""
    prefix = version.pages.get("prefix", "")
    return {part["key"]: _words(prefix, part["first"], part["last"]) for part in version.pages.get("parts", ())}


def _words(prefix: str, first: int, last: int) -> str:
    return f"{prefix}{first}" if first == last else f"{prefix}{first} to {prefix}{last}"
