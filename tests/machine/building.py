"""Rules before a meeting: the diary, the agenda, the forward plan, the reports."""

from datetime import date, time, timedelta

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.diary import Slot
from shp_gov.domain.workflows import MeetingState, ReportState
from shp_gov.models import AgendaItem, ClearanceOf, ItemKind, Meeting, Report
from shp_gov.queries import agendas, forward_plan
from shp_gov.queries import diary as diary_queries
from tests.agendas import PRIVATELY, wording
from tests.machine import world
from tests.machine.core import NTH, Core, at, pick
from tests.machine.people import tokens
from tests.machine.there import where

SCHEDULED, OUT, IN_PROGRESS = MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS
MOST_MEETINGS = 4
URGENTLY = {"is_urgent": True, "urgency_reason": "The offer ends before the next meeting."}


class Diary(Core):
    """Meetings are called, moved, postponed and cancelled; time passes."""

    @precondition(lambda self: len(self.known) < MOST_MEETINGS)
    @rule(weeks=st.integers(1, 16))
    def call(self, weeks: int) -> None:
        day = self.today + timedelta(weeks=weeks)
        said = {"on": day, "starts_at": time(10), "venue": "Town Hall", "actor": self.clerk}
        self.try_(lambda: services.diary.call(self.group.body, **said))

    @rule(nth=NTH, days=st.integers(-3, 20))
    def move(self, nth: int, days: int) -> None:
        meeting = self.any_meeting(nth)
        self.try_(
            lambda: services.diary.move(
                meeting,
                on=meeting.on + timedelta(days=days),
                starts_at=time(14),
                ends_at=None,
                place=services.diary.Place("Town Hall"),
                reason="The hall is taken.",
                seen=diary_queries.changes_so_far(meeting),
                actor=self.clerk,
            )
        )

    @precondition(lambda self: 1 < len(self.known) < MOST_MEETINGS)
    @rule(nth=NTH, weeks=st.integers(0, 3))
    def postpone(self, nth: int, weeks: int) -> None:
        meeting = self.any_meeting(nth)
        to = Slot(meeting.on + timedelta(weeks=weeks), time(15), None, "Town Hall") if weeks else None
        seen = diary_queries.changes_so_far(meeting)
        said = {"to": to, "reason": "Snow is forecast.", "seen": seen, "actor": self.clerk}
        self.try_(lambda: services.diary.postpone(meeting, **said))

    @precondition(lambda self: len(self.known) > 2)
    @rule(nth=NTH)
    def cancel(self, nth: int) -> None:
        meeting = self.any_meeting(nth)
        seen = diary_queries.changes_so_far(meeting)
        self.try_(lambda: services.diary.cancel(meeting, reason="Nothing to decide.", seen=seen, actor=self.clerk))

    @rule(hours=st.sampled_from([1, 24, 24 * 7]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)


class Agenda(Core):
    """Items come, change, move, go; some are private; an agenda is put out, and what comes then is urgent."""

    @at(SCHEDULED)
    @rule()
    def begin_an_agenda(self) -> None:
        meeting = self.meeting(SCHEDULED)
        self.try_(lambda: services.agenda_starts.from_last(meeting, actor=self.clerk))

    @at(SCHEDULED)
    @rule(is_private=st.booleans())
    def add_an_item(self, is_private: bool) -> None:
        meeting, word = self.meeting(SCHEDULED), self.token(secret=is_private)
        said = wording(f"Item on {word}", **(PRIVATELY if is_private else {}))
        self.try_(lambda: services.agenda.add(meeting, said, actor=self.clerk))

    @where("open business")
    @rule(nth=NTH, is_whole=st.booleans())
    def make_private(self, nth: int, is_whole: bool) -> None:
        if item := self.business(nth, is_private=False):
            private = PRIVATELY if is_whole else {"is_exempt": True}
            said = wording(item.title, **private)
            if self.try_(lambda: self.change(item, said) or True):
                self.secrets |= tokens(item.title) - self.out

    @where("private business")
    @rule(nth=NTH)
    def make_public(self, nth: int) -> None:
        item = self.business(nth, is_private=True)
        if item is not None and self.try_(lambda: self.change(item, wording(item.title)) or True):
            self.secrets -= tokens(item.title)

    def change(self, item: AgendaItem, said: services.agenda.Wording) -> None:
        """Change an item as it is now."""
        services.agenda.change(item, said, seen=agendas.seen(item), actor=self.clerk)

    def business(self, nth: int, *states: MeetingState, is_private: bool | None = None) -> AgendaItem | None:
        """Give an item of business of a meeting that is being built."""
        rows = [row for row in agendas.items(self.meeting(*(states or (SCHEDULED,)))) if row.kind is ItemKind.BUSINESS]
        return pick([row for row in rows if is_private in (None, row.is_exempt)], nth)

    @where("an item")
    @rule(nth=NTH, up=st.booleans())
    def move_an_item(self, nth: int, up: bool) -> None:
        if item := pick(agendas.items(self.meeting(SCHEDULED)), nth):
            self.try_(lambda: services.agenda.move(item, up=up, actor=self.clerk))

    @where("an item")
    @rule(nth=NTH)
    def remove(self, nth: int) -> None:
        if item := pick(agendas.items(self.meeting(SCHEDULED)), nth):
            self.try_(lambda: services.agenda.remove(item, actor=self.clerk))

    @where("business")
    @rule(nth=NTH, some_day=st.booleans())
    def put_off_an_item(self, nth: int, some_day: bool) -> None:
        item = self.business(nth)
        title = item.title if item else ""
        said = {"reason": "Its report is not ready.", "some_day": some_day, "actor": self.clerk}
        if item is not None and self.try_(lambda: services.forward_plan.put_off(item, **said)):
            self.put_off.add(title)

    @where("something planned")
    @at(SCHEDULED)
    @rule(nth=NTH)
    def bring_back(self, nth: int) -> None:
        meeting = self.meeting(SCHEDULED)
        waiting = forward_plan.waiting_for(meeting, viewer=self.viewer(self.group.officers[0]))
        if entry := pick(waiting, nth):
            self.try_(lambda: services.forward_plan.put_on(entry.row, meeting, actor=self.clerk))

    @rule(is_private=st.booleans(), month=st.sampled_from([None, date(2026, 12, 1)]))
    def plan_ahead(self, is_private: bool, month: date | None) -> None:
        word = self.token(secret=is_private)
        private = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A contract"} if is_private else {}
        plan = services.forward_plan.Plan(title=f"Plan for {word}", month=month, **private)
        self.try_(lambda: services.forward_plan.write(self.group.body, plan, actor=self.clerk))

    @at(OUT)
    @rule(is_private=st.booleans(), says_why=st.booleans())
    def add_late(self, is_private: bool, says_why: bool) -> None:
        meeting, word = self.meeting(OUT), self.token(secret=is_private)
        urgent = URGENTLY if says_why else {}
        said = wording(f"Late item on {word}", **((PRIVATELY if is_private else {}) | urgent))
        self.try_(lambda: services.agenda.add_late(meeting, said, actor=self.clerk))

    @where("business that is out")
    @rule(nth=NTH)
    def withdraw(self, nth: int) -> None:
        if item := self.business(nth, OUT):
            self.try_(lambda: services.agenda.withdraw(item, because="The offer is off.", actor=self.clerk))


class Reports(Core):
    """A report is asked for, written, handed in, sent back, cleared, made ready."""

    @where("business", "business that is out")
    @rule(nth=NTH, clearances=st.sampled_from([(), (ClearanceOf.LEGAL,)]))
    def ask_for_a_report(self, nth: int, clearances: tuple[ClearanceOf, ...]) -> None:
        item = self.business(nth, SCHEDULED, OUT)
        wanted = services.reports.Wanted(clearances=clearances)
        author = self.group.person(nth)
        if item is not None:
            self.try_(lambda: services.reports.request(item, author=author, wanted=wanted, actor=self.clerk))

    def report(self, nth: int, *states: ReportState) -> Report | None:
        """Give a report in one of these states where there is one; now and then another."""
        of_body = sa.select(Report).join(Report.meeting).where(Meeting.body_id == self.group.body_id)
        rows = db.session.scalars(of_body.order_by(Report.id)).all()
        ready = [row for row in rows if row.state in states]
        return pick(ready if ready and nth % 4 else rows, nth // 4)

    @where("a report to write")
    @rule(nth=NTH, is_stale=st.booleans())
    def write_a_report(self, nth: int, is_stale: bool) -> None:
        if report := self.report(nth, ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED):
            title = report.agenda_item.title if report.agenda_item else report.subject
            seen = report.edits - int(is_stale and nth < 3)
            self.try_(lambda: services.reports.draft(report, world.contents(title), seen=seen, actor=self.clerk))

    @where("a report")
    @rule(nth=NTH)
    def hand_in_a_report(self, nth: int) -> None:
        if report := self.report(nth, ReportState.DRAFTED):
            self.try_(lambda: services.reports.submit(report, actor=self.clerk))

    @where("a report")
    @rule(nth=NTH)
    def return_a_report(self, nth: int) -> None:
        if report := self.report(nth, ReportState.SUBMITTED):
            self.try_(lambda: services.reports.return_(report, because="Say what it costs.", actor=self.clerk))

    @where("a report")
    @rule(nth=NTH, says_yes=st.booleans())
    def clear_a_report(self, nth: int, says_yes: bool) -> None:
        report = self.report(nth, ReportState.SUBMITTED)
        if report is not None and (waiting := [each for each in report.clearances if each.given_on is None]):
            said = {"by": "Pat Lowe", "on": self.today} if says_yes else {"because": "It is not lawful."}
            answer = services.clearances.give if says_yes else services.clearances.refuse
            self.try_(lambda: answer(waiting[0], actor=self.clerk, **said))
        elif report is not None:
            self.try_(lambda: services.reports.clear(report, actor=self.clerk))

    @where("a report")
    @rule(nth=NTH)
    def make_a_report_ready(self, nth: int) -> None:
        if report := self.report(nth, ReportState.CLEARED):
            self.try_(lambda: services.report_files.finish(report, actor=self.clerk))
