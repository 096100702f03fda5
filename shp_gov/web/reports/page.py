"""What stands in the way of a report, and its next step, for those who work on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shp_gov import queries
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Permission
from shp_gov.domain.report_sections import require_complete
from shp_gov.domain.words import and_list, plural
from shp_gov.domain.workflows import ReportState
from shp_gov.models import Clearance, Document, HiddenContent, Report, ReportSource, ReportVersion
from shp_gov.services.inspecting import summary, unsettled
from shp_gov.services.report_chasing import WITH_THE_AUTHOR, is_late
from shp_gov.services.report_words import contents_of
from shp_gov.web.access import viewer


@dataclass(frozen=True)
class Held:
    """What one file of a report holds and does not show."""

    document: Document
    found: Sequence[HiddenContent]
    summary: str
    kind: str


@dataclass(frozen=True)
class Work:
    """Where a report is on its way."""

    is_with_author: bool
    is_late: bool
    missing: str
    blocks: tuple[str, ...]
    held: tuple[Held, ...]
    waiting: tuple[Clearance, ...]
    unconfirmed: int
    versions: Sequence[ReportVersion]
    can_answer: bool


def work(report: Report, may: frozenset[Permission]) -> Work:
    """Find out what is in the way of a report."""
    held = tuple(_held(each) for each in files(report) if unsettled(each))
    waiting = tuple(each for each in report.clearances if each.given_on is None)
    unconfirmed = sum(not each.is_confirmed for each in report.recommendations)
    return Work(
        is_with_author=report.state in WITH_THE_AUTHOR and report.published_at is None,
        is_late=is_late(report, on=viewer().on),
        missing=_missing(report),
        blocks=tuple(filter(None, _blocks(report, held, waiting, unconfirmed))),
        held=held,
        waiting=waiting,
        unconfirmed=unconfirmed,
        versions=queries.reports.versions(report),
        can_answer=Permission.CLEAR_REPORT in may and report.published_at is None,
    )


def files(report: Report) -> list[Document]:
    """List the files of a report that the viewer may read."""
    appended = queries.private.appendices(report, viewer=viewer())
    return [*filter(None, [report.document, *(each.document for each in appended)])]


def _held(document: Document) -> Held:
    found = unsettled(document)
    return Held(document, found, summary(found), "Word" if document.filename.endswith(".docx") else "PDF")


def _missing(report: Report) -> str:
    """Say what its author still has to give, once there is something of it."""
    if report.state not in WITH_THE_AUTHOR or report.state is ReportState.REQUESTED:
        return ""
    return _refusal(lambda: require_complete(contents_of(report), is_pdf=report.source is ReportSource.PDF))


def _blocks(report: Report, held: Sequence[Held], waiting: Sequence[Clearance], unconfirmed: int) -> list[str]:
    """Say in sentences what must be done before the report can go on."""
    with_author = report.state in WITH_THE_AUTHOR
    return [
        f"{plural(unconfirmed, 'recommendation')} read from the file to be confirmed." if unconfirmed else "",
        *(f"“{each.document.filename}” holds {each.summary}." for each in held),
        f"Not cleared yet: {and_list(each.of.value for each in waiting)}." if waiting and not with_author else "",
    ]


def _refusal(guard: Callable[[], None]) -> str:
    try:
        guard()
    except DomainError as refusal:
        return str(refusal)
    return ""
