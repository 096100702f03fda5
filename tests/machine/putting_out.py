"""Rules of publication: the chair agrees, a colleague checks, the agenda and its supplements go out."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.workflows import AgendaState, MeetingState, ReportState
from shp_gov.models import AgendaVersion, ItemKind, Meeting, Report, User
from shp_gov.queries import agenda_versions, agendas, publishing, reports
from tests.machine import world
from tests.machine.core import NTH, Core, at, pick
from tests.machine.there import where
from tests.publishing import supplement

SCHEDULED, OUT = MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED
UNFINISHED = (ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED)


class Chairing(Core):
    """The chair reads a version of the agenda, asks for changes, agrees."""

    @at(SCHEDULED)
    @rule()
    def send_to_chair(self) -> None:
        meeting, chair = self.meeting(SCHEDULED), db.session.get_one(User, self.group.chair)
        self.try_(lambda: services.agenda_versions.send(meeting, to=[chair], actor=self.clerk))

    @where("a version")
    @rule(nth=NTH, agrees=st.booleans())
    def chair_answers(self, nth: int, agrees: bool) -> None:
        meeting = self.meeting(SCHEDULED)
        version = pick(publishing.versions(meeting)[::-1], nth // 8)
        if version is not None:
            said = {"to": [], "actor": self.group.chairing()}
            way = {"sha256": version.sha256} if agrees else {"words": "Begin with the lights."}
            answer = services.agenda_versions.agree if agrees else services.agenda_versions.ask_for_changes
            self.try_(lambda: answer(version, **way, **said))


class Publishing(Chairing):
    """What holds private business goes out only after a second look at just these words."""

    @where("a report that is not ready", "business that needs a report")
    @rule()
    def bring_in_the_reports(self) -> None:
        """Let every report that is awaited come in and be ready."""
        for item in agendas.items(self.meeting(SCHEDULED)):
            if item.needs_report and item.kind is ItemKind.BUSINESS and not reports.of_item(item):
                said = {"author": self.group.person(0), "wanted": services.reports.Wanted(), "actor": self.clerk}
                self.try_(lambda item=item, said=said: services.reports.request(item, **said))
        for report in publishing.of_meeting(self.meeting(SCHEDULED)):
            if report.state is not ReportState.READY:
                self.try_(lambda report=report: self.finish(report))

    def finish(self, report: Report) -> None:
        """Do what is left to do of a report."""
        title = report.agenda_item.title if report.agenda_item else report.subject
        if report.state in UNFINISHED:
            services.reports.draft(report, world.contents(title), seen=report.edits, actor=self.clerk)
            services.reports.submit(report, actor=self.clerk)
        for clearance in report.clearances:
            services.clearances.give(clearance, by="Pat Lowe", on=self.today, actor=self.clerk)
        services.report_files.finish(report, actor=self.clerk)

    @at(SCHEDULED)
    @rule()
    def ask_for_a_check(self) -> None:
        meeting, colleague = self.meeting(SCHEDULED), db.session.get_one(User, self.group.officers[1])
        self.try_(lambda: services.publication.ask_for_check(meeting, of=colleague, actor=self.clerk))

    @at(SCHEDULED)
    @rule(who=st.integers(0, 1))
    def check(self, who: int) -> None:
        meeting = self.meeting(SCHEDULED)
        seen, actor = publishing.hash_now(meeting), self.group.officer(who)
        self.try_(lambda: services.publication.check(meeting, seen=seen, note="", actor=actor))

    @at(SCHEDULED)
    @rule(is_stale=st.sampled_from([False, False, True]))
    def publish(self, is_stale: bool) -> None:
        meeting = self.meeting(SCHEDULED)
        seen = "0" * 64 if is_stale else publishing.hash_now(meeting)
        out = self.try_(lambda: self.put_out(meeting, seen))
        assert not (is_stale and out), "what went out is not what the page showed"

    def put_out(self, meeting: Meeting, seen: str) -> AgendaVersion:
        """Print a pack and publish it."""
        printed = services.pack_files.print_(services.publication.gather(meeting))
        return services.publication.publish(meeting, printed, seen=seen, actor=self.clerk)

    @at(SCHEDULED)
    @rule()
    def check_and_publish(self) -> None:
        meeting = self.meeting(SCHEDULED)
        self.try_(lambda: world.publish(meeting, self.group))

    @at(OUT)
    @rule(is_checked=st.booleans())
    def publish_a_supplement(self, is_checked: bool) -> None:
        meeting, because = self.meeting(OUT), "The grant was offered on Tuesday."
        if is_checked and agenda_versions.latest(meeting):
            colleague = db.session.get_one(User, self.group.officers[1])
            said = {"reason": because, "of": colleague, "actor": self.clerk}
            waiting = self.try_(lambda: services.supplements.ask_for_check(meeting, **said))
            if waiting is not None and waiting.state is AgendaState.DRAFT:
                look = {"seen": waiting.sha256, "note": "", "actor": self.group.officer(1)}
                self.try_(lambda: services.supplements.check(meeting, **look))
        self.try_(lambda: supplement(meeting, reason=because, by=self.clerk))
