"""The files of a report: taken for its words, cleaned, and looked at once more before it is ready."""

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.domain.report_sections import Contents, ReportRefused, require_fits
from shp_gov.domain.workflows import REPORT, ReportState
from shp_gov.models import Document, Report, ReportSource
from shp_gov.services import inspecting, report_words, reports


def attach(report: Report, document: Document, *, source: ReportSource, contents: Contents, actor: Actor) -> None:
    """Take a file for the words of a report; its recommendations wait to be confirmed."""
    require_fits(contents)
    reports.take_open(report)
    report.state = ReportState(REPORT.target("draft", report.state))
    report.document, report.source = document, source
    report_words.write(report, contents, is_confirmed=False)
    body_id, sha256 = report.meeting.body_id, document.sha256
    audit.record("report.uploaded", report, actor=actor, body_id=body_id, sha256=sha256, source=source.value)


def files_of(report: Report) -> list[Document]:
    """List the files that go with a report."""
    return [*filter(None, [report.document, *(each.document for each in report.appendices)])]


def clean_files(report: Report, *, actor: Actor) -> None:
    """Put a clean copy in the place of every file that holds what it does not show."""
    reports.take_open(report)
    to_clean = [each for each in files_of(report) if inspecting.unsettled(each)]
    if not to_clean:
        raise ReportRefused("No file of this report holds anything to take out.")
    for document in to_clean:
        copy = inspecting.clean(document, actor=actor)
        if report.document is document:
            report.document = copy
        for appendix in report.appendices:
            if appendix.document is document:
                appendix.document = copy
    audit.record("report.cleaned", report, actor=actor, body_id=report.meeting.body_id, files=len(to_clean))


def finish(report: Report, *, actor: Actor) -> None:
    """Let a report go into the pack: it is cleared, and its files hold only what they show or somebody accepted."""
    inspecting.require_clean(files_of(report))
    if report.state is ReportState.SUBMITTED:
        reports.clear(report, actor=actor)
    reports.make_ready(report, actor=actor)
