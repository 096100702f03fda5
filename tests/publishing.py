"""Agendas for the tests, put out as officers do it: one asks, another checks, the first publishes."""

from datetime import date, datetime

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.clock import LONDON
from shp_gov.models import AgendaItem, AgendaVersion, Body, Meeting, Report, User
from shp_gov.queries import publishing
from shp_gov.services.evidence import Upload
from shp_gov.services.report_appendices import Kept
from tests import factories as make
from tests.agendas import DAY, PRIVATELY, item, to_come, wording
from tests.documents.packs import a_pdf
from tests.reports import a_ready_report, a_report, some_contents

APPENDED = Kept("3", "The next tender would be spoilt.")
IN_TIME = datetime(2026, 9, 1, 10, 0, tzinfo=LONDON)


def actor(user: User) -> Actor:
    """Let somebody act."""
    return Actor(user.name, user.id)


def officers(body: Body) -> tuple[User, User]:
    """Make two officers of a body."""
    second = make.an_officer(body=body)
    second.name = "Owen Grant"
    return make.an_officer(body=body), second


def a_ready_agenda(*, private: bool = False, body: Body | None = None, on: date = DAY) -> Meeting:
    """Make an agenda whose reports are ready: one item open, and one private if that is wanted."""
    meeting = to_come(body or make.a_body(), on=on)
    services.agenda.add(meeting, wording("Harbour lighting", presenter="Grace Holloway"), actor=make.SYSTEM)
    if private:
        services.agenda.add(meeting, wording("Quayside Homes Ltd", **PRIVATELY), actor=make.SYSTEM)
        secret = some_contents(subject="Offers of Quayside Homes Ltd", recommendations=("That Quayside be chosen.",))
        a_ready_report(item=item(meeting, "Quayside Homes Ltd"), contents=secret)
    a_ready_report(item=item(meeting, "Harbour lighting"))
    return meeting


def a_report_with_a_private_appendix(item: AgendaItem) -> Report:
    """Make a ready report to an item, with a paper that is not for publication."""
    report = a_report(item=item)
    contents = some_contents(subject=item.title, appendices=())
    services.reports.draft(report, contents, seen=report.edits, actor=make.SYSTEM)
    file = Upload("prices.pdf", a_pdf("Lamps cost £2,100 each"))
    said = {"title": "Prices of the lamps", "is_exempt": True, "kept": APPENDED}
    appendix = services.report_appendices.add(report, file=file, **said, actor=make.SYSTEM)
    services.inspecting.accept(appendix.document, because="It is ours.", actor=make.SYSTEM)
    services.reports.submit(report, actor=make.SYSTEM)
    services.reports.clear(report, actor=make.SYSTEM)
    services.reports.make_ready(report, actor=make.SYSTEM)
    return report


def put_out(meeting: Meeting, *, by: Actor = make.SYSTEM, checked_by: Actor | None = None) -> AgendaVersion:
    """Publish an agenda; where somebody is named, after their check."""
    if checked_by is not None:
        checked(meeting, by=by, checked_by=checked_by)
    printed = services.pack_files.print_(services.publication.gather(meeting))
    return services.publication.publish(meeting, printed, seen=publishing.hash_now(meeting), actor=by)


def checked(meeting: Meeting, *, by: Actor, checked_by: Actor) -> None:
    """Ask somebody for the check, and let them check."""
    colleague = make.db.session.get_one(User, checked_by.user_id)
    services.publication.ask_for_check(meeting, of=colleague, actor=by)
    services.publication.check(meeting, seen=publishing.hash_now(meeting), note="", actor=checked_by)


def supplement(meeting: Meeting, *, reason: str = "The grant was offered on Tuesday.", by: Actor = make.SYSTEM):
    """Publish what comes late."""
    pack = services.supplements.gather(meeting, reason=reason)
    printed = services.pack_files.print_(pack)
    seen = pack.full_record_hash
    return services.supplements.publish(meeting, printed, reason=reason, seen=seen, actor=by)
