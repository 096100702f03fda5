"""Reports for the tests: asked for, handed in, ready."""

from datetime import date

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.report_sections import Contact, Contents
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, Meeting, Person, Report
from tests import factories as make


def an_item(*, meeting: Meeting | None = None, title: str = "Harbour lighting", **details) -> AgendaItem:
    """Put an item on an agenda that is not published yet."""
    meeting = meeting or make.a_meeting(on=date(2027, 3, 11), state=MeetingState.SCHEDULED, minutes_state=None)
    position = details.pop("position", next(make._next))
    return make._kept(AgendaItem(meeting=meeting, position=position, title=title, **({"number": "4"} | details)))


def a_report(
    *, item: AgendaItem | None = None, author: Person | None = None, due_on: date | None = None, **wanted
) -> Report:
    """Ask for the report to an item."""
    asked = services.reports.Wanted(due_on=due_on, **wanted)
    author = author or make.a_person("Grace Holloway", post="Director of Neighbourhoods")
    return services.reports.request(item or an_item(), author=author, wanted=asked, actor=make.SYSTEM)


def a_submitted_report(*, contents: Contents | None = None, **details) -> Report:
    """Ask for a report, write it and hand it in."""
    report = a_report(**details)
    services.reports.draft(report, contents or some_contents(), seen=report.edits, actor=make.SYSTEM)
    services.reports.submit(report, actor=make.SYSTEM)
    return report


def a_ready_report(**details) -> Report:
    """Make a report that can go into the pack."""
    report = a_submitted_report(**details)
    services.reports.clear(report, actor=make.SYSTEM)
    services.reports.make_ready(report, actor=make.SYSTEM)
    return report


def a_private_report(meeting: Meeting) -> Report:
    """Make a private report to the first item of a meeting that was held."""
    item = meeting.agenda_items[0]
    return make._kept(Report(meeting=meeting, agenda_item=item, position=1, subject="Patrols", is_exempt=True))


def arguments(report: Report) -> dict[str, int]:
    """Give a report a file and a version, and what to put into an address for each."""
    report.document = make.a_document(b"%PDF-1.4", "lamps.pdf")
    services.reports.keep_version(report, note="", actor=make.SYSTEM)
    db.session.flush()
    made = {"report_id": report.id, "document_id": report.document_id, "version_number": report.version}
    return made | ({"item_id": report.agenda_item_id} if report.agenda_item_id else {})


def some_contents(**changes) -> Contents:
    """Write a whole report."""
    usual = {
        "subject": "Harbour lighting",
        "report_of": "Director of Neighbourhoods",
        "sections": (
            ("purpose", "To propose new lamps along Harbour Road."),
            ("background", "Forty lamps are older than thirty years.\n\nTwelve of them are dark."),
            ("financial", "The lamps cost £41,000, from the budget for lighting."),
            ("reasons", "People do not walk where it is dark."),
        ),
        "recommendations": ("That twelve lamps be replaced.", "That the rest be surveyed by March."),
        "background_papers": "Lamp survey, 2025",
        "contacts": (Contact("Grace Holloway", "grace.holloway@seaborough.example", "01632 960144"),),
        "appendices": ("Appendix A: map of the lamps",),
    }
    return Contents(**(usual | changes))
