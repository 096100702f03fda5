"""What a report prints."""

from shp_gov.domain.papers import Exemption
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.report_paper import Contact, ReportAppendix, ReportPaper, ReportPart
from shp_gov.domain.report_sections import AFTER_RECOMMENDATIONS, heading_of
from shp_gov.domain.workflows import ReportState
from shp_gov.models import AgendaItem, Appendix, Report, ReportSection
from shp_gov.queries import private
from shp_gov.queries.papers.imprint import imprint, sealed


def report(report: Report, *, viewer: Viewer) -> ReportPaper:
    """Gather a report that its reader may see; private appendices are named only to those who may read them."""
    item = report.agenda_item
    shown = [part for part in report.sections if part.words.strip()]
    is_draft = report.published_at is None and report.state is not ReportState.READY
    return sealed(
        ReportPaper(
            imprint=imprint(report.meeting.body, on=viewer.on, is_draft=is_draft, paragraphs=_paragraphs(report)),
            on=report.meeting.on,
            subject=report.subject,
            report_of=report.report_of or "",
            item=(item.number or "") if item else "",
            exemption=_exemption(report, item),
            public_interest=(item.public_interest_reason or "") if item and item.is_exempt else "",
            parts=tuple(_part(part) for part in shown if part.key not in AFTER_RECOMMENDATIONS),
            recommendations=tuple(each.words for each in report.recommendations),
            parts_after=tuple(_part(part) for part in shown if part.key in AFTER_RECOMMENDATIONS),
            background_papers=report.background_papers or "",
            contacts=tuple(Contact(one.name, one.email or "", one.phone or "") for one in report.contact_officers),
            appendices=tuple(_appendix(each, report, viewer) for each in report.appendices),
        )
    )


def _paragraphs(report: Report) -> list[str | None]:
    item = report.agenda_item
    return [item.exempt_paragraph if item else None] if report.is_private else []


def _exemption(report: Report, item: AgendaItem | None) -> Exemption | None:
    return Exemption((item.exempt_paragraph if item else None) or "") if report.is_private else None


def _part(section: ReportSection) -> ReportPart:
    return ReportPart(heading_of(section.key), section.words)


def _appendix(appendix: Appendix, report: Report, viewer: Viewer) -> ReportAppendix:
    if not appendix.is_exempt or private.reads(report, viewer=viewer):
        return ReportAppendix(appendix.title, is_exempt=appendix.is_exempt)
    return ReportAppendix("", is_exempt=True, is_withheld=True)
