"""What the pack of a meeting prints: its agenda as everybody and as those entitled read it, and every paper to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.pack import FiledPaper, Pack, PackPart, Paper
from shp_gov.domain.papers import AgendaItem as PrintedItem
from shp_gov.domain.papers import AgendaPaper, Exemption
from shp_gov.domain.permissions import Role, Term, Viewer
from shp_gov.domain.publication import public_part
from shp_gov.domain.workflows import ReportState
from shp_gov.models import AgendaItem, Appendix, Body, ItemKind, Meeting, Report, ReportSource
from shp_gov.queries import agendas
from shp_gov.queries.papers.agenda import agenda
from shp_gov.queries.papers.log import action_log
from shp_gov.queries.papers.minutes import minutes
from shp_gov.queries.papers.report import report
from shp_gov.queries.visibility import PUBLISHED

PDF = "application/pdf"


@dataclass(frozen=True)
class Readers:
    """Through whose eyes the two versions of a pack are written."""

    everybody: Viewer
    entitled: Viewer
    outside: Viewer
    inside: Viewer

    @classmethod
    def of(cls, body: Body, *, on: date) -> "Readers":
        """Give the readers of a body's papers on a day: of its draft agenda, and of what is published."""
        officer, member = Term(Role.OFFICER, body.id, date.min), Term(Role.MEMBER, body.id, date.min)
        return cls(
            everybody=Viewer(on=on),
            entitled=Viewer(on=on, terms=(member,)),
            outside=Viewer(on=on, terms=(officer,), reads_exempt=False),
            inside=Viewer(on=on, terms=(officer,)),
        )


def pack(meeting: Meeting, *, version: int, on: date | None = None, is_draft: bool = False) -> Pack:
    """Gather the pack of an agenda: every report that is ready, the minutes to be approved, the action log."""
    readers = Readers.of(meeting.body, on=on or clock.today())
    contents = agendas.contents(meeting)
    items = [item for item in agendas.items(meeting) if item.withdrawn_because is None]
    reports = _reports(meeting)
    return Pack(
        body=meeting.body.name,
        on=meeting.on,
        version=version,
        published_on=readers.everybody.on,
        public_agenda=agenda(meeting, viewer=readers.outside),
        full_agenda=agenda(meeting, viewer=readers.inside),
        parts=tuple(part for item in items for part in _parts(item, reports, readers)),
        record_hash=fingerprint(public_part(contents)),
        full_record_hash=fingerprint(contents),
        is_draft=is_draft,
    )


def supplement(meeting: Meeting, items: Sequence[AgendaItem], *, version: int, number: int, because: str) -> Pack:
    """Gather a supplement: the items that come late, and reports that were not in the pack."""
    whole = pack(meeting, version=version)
    numbers = {item.number for item in items}
    fresh = {f"report {each.id}" for each in _reports(meeting) if each.published_at is None}
    return replace(
        whole,
        public_agenda=_only(whole.public_agenda, numbers, because),
        full_agenda=_only(whole.full_agenda, numbers, because),
        parts=tuple(part for part in whole.parts if not fresh.isdisjoint((part.key, part.of))),
        title=f"Supplement {number} to the agenda",
        prefix="S",
    )


def _only(paper: AgendaPaper, numbers: set[str | None], because: str) -> AgendaPaper:
    """Give of an agenda only some items, and say why they come late."""
    sections = (replace(each, items=_among(each.items, numbers)) for each in paper.sections)
    kept = tuple(each for each in sections if each.items or each.number in numbers)
    bare = replace(paper, members=(), also_invited=(), next_meeting=None, questions="", admission=because)
    shown = [item for section in kept for item in section.items if item.exemption and not item.is_withheld]
    paragraphs = tuple(sorted({item.exemption.paragraph for item in shown if item.exemption}))
    imprint = replace(paper.imprint, is_restricted=bool(shown), exempt_paragraphs=paragraphs)
    return replace(bare, sections=kept, imprint=imprint)


def _among(items: tuple[PrintedItem, ...], numbers: set[str | None]) -> tuple[PrintedItem, ...]:
    return tuple(item for item in items if item.number in numbers)


def _reports(meeting: Meeting) -> Sequence[Report]:
    found = sa.select(Report).where(Report.meeting_id == meeting.id, Report.state == ReportState.READY)
    whole = (joinedload(Report.agenda_item), joinedload(Report.document), joinedload(Report.meeting))
    rows = (selectinload(each) for each in (Report.sections, Report.recommendations, Report.contact_officers))
    appended = selectinload(Report.appendices).joinedload(Appendix.document)
    return db.session.scalars(found.options(*whole, *rows, appended).order_by(Report.position)).all()


def _parts(item: AgendaItem, reports: Sequence[Report], readers: Readers) -> Iterator[PackPart]:
    yield from _standing(item, readers)
    for each in reports:
        if each.agenda_item_id == item.id and each.source is not ReportSource.SPOKEN:
            yield _report(each, item, readers)
            yield from (_appendix(each, item, row) for row in each.appendices if _is_filed(row))


def _standing(item: AgendaItem, readers: Readers) -> Iterator[PackPart]:
    """Give the papers that belong to an item every agenda has: the minutes to be approved, the action log.

    Both versions have them as everybody may read them. What is private of them belongs to another meeting, at which
    others may have declared an interest: it is read there, by whoever may.
    """
    former = item.confirms_meeting
    if item.kind is ItemKind.MINUTES and former is not None and former.minutes_state in PUBLISHED:
        yield _part(item, f"minutes {former.id}", minutes(former, viewer=readers.everybody))
    if item.kind is ItemKind.ACTION_LOG:
        log = action_log(item.meeting.body, viewer=readers.everybody)
        yield _part(item, f"action log {item.id}", replace(log, item=item.number or "", meeting_on=item.meeting.on))


def _part(item: AgendaItem, key: str, paper: Paper) -> PackPart:
    title = item.title
    return PackPart(key=key, item=item.number or "", title=title, public_title=title, public=paper, full=paper)


def _report(row: Report, item: AgendaItem, readers: Readers) -> PackPart:
    full = _words_or_file(row, readers.entitled)
    public = None if row.is_private else _words_or_file(row, readers.everybody)
    return PackPart(
        key=f"report {row.id}",
        item=item.number or "",
        title=row.subject,
        public_title=(item.public_title or "Private item") if item.is_exempt else _open_title(row, item),
        full=full,
        public=public,
        exemption=_exemption(item) if row.is_private else None,
    )


def _open_title(row: Report, item: AgendaItem) -> str:
    """Name a private report to an open item by its item."""
    return item.title if row.is_exempt else row.subject


def _exemption(item: AgendaItem) -> Exemption | None:
    return Exemption(item.exempt_paragraph) if item.exempt_paragraph else None


def _words_or_file(row: Report, viewer: Viewer) -> Paper:
    if row.source is ReportSource.PDF and row.document is not None:
        return FiledPaper(row.document.sha256, row.document.filename)
    return report(row, viewer=viewer)


def _is_filed(row: Appendix) -> bool:
    return row.document is not None and row.document.media_type == PDF


def _appendix(row: Report, item: AgendaItem, appendix: Appendix) -> PackPart:
    assert appendix.document is not None, "only appendices with a file are parts"
    is_private = row.is_private or appendix.is_exempt
    filed = FiledPaper(appendix.document.sha256, appendix.document.filename)
    return PackPart(
        key=f"appendix {appendix.id}",
        of=f"report {row.id}",
        item=item.number or "",
        title=appendix.title,
        public_title="An appendix" if is_private else appendix.title,
        full=filed,
        public=None if is_private else filed,
        exemption=_why(row, item, appendix) if is_private else None,
    )


def _why(row: Report, item: AgendaItem, appendix: Appendix) -> Exemption | None:
    """Give the paragraph of an appendix that is private by itself, and else that of its item."""
    own = None if row.is_private else appendix.exempt_paragraph
    return Exemption(own) if own else _exemption(item)
