"""Papers that go with a report."""

from dataclasses import dataclass

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.agenda_guards import require_private_paper
from shp_gov.domain.report_sections import LONGEST_LINE, MOST_ROWS, ReportRefused
from shp_gov.models import Appendix, Report
from shp_gov.services.evidence import Upload
from shp_gov.services.inspecting import take_in
from shp_gov.services.report_chasing import WITH_THE_AUTHOR
from shp_gov.services.reports import take_open


@dataclass(frozen=True)
class Kept:
    """Why a paper is kept from the public: the paragraphs of Schedule 12A, and the public-interest reason."""

    paragraph: str = ""
    reason: str = ""


def add(
    report: Report, *, title: str, file: Upload, is_exempt: bool, actor: Actor, kept: Kept | None = None
) -> Appendix:
    """Add a paper, or give the one that is named already its file. A private one with an open report says why."""
    kept = kept if kept is not None and is_exempt else Kept()
    if is_exempt and not report.is_private:
        require_private_paper(paragraph=kept.paragraph, reason=kept.reason)
    _require_open(report)
    said = guards.require_words(title, what="its title", longest=LONGEST_LINE)
    if len(report.appendices) >= MOST_ROWS:
        raise ReportRefused(f"A report has at most {MOST_ROWS} appendices.")
    if not file.filename.lower().endswith(".pdf"):
        raise ReportRefused("An appendix goes into the pack as it is. Save it as a PDF and choose it again.")
    document = take_in(file, is_exempt=is_exempt or report.is_private, actor=actor)
    appendix = next((each for each in report.appendices if each.title == said), None)
    if appendix is None:
        position = max((each.position for each in report.appendices), default=0) + 1
        appendix = Appendix(position=position, title=said)
        report.appendices.append(appendix)
    appendix.document, appendix.is_exempt = document, is_exempt
    appendix.exempt_paragraph = kept.paragraph.strip() or None
    appendix.public_interest_reason = kept.reason.strip() or None
    report.edits += 1
    db.session.flush()
    audit.record("appendix.added", appendix, actor=actor, body_id=report.meeting.body_id, sha256=document.sha256)
    return appendix


def _require_open(report: Report) -> None:
    take_open(report)
    if report.state not in WITH_THE_AUTHOR:
        raise ReportRefused(f"You cannot add a paper to this report: it is {report.state}.")
