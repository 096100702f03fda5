"""The whole machine: every rule, what it remembers, and what it looks at after each step."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from hypothesis.stateful import invariant

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.exclusion import excludes_the_public
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.proceedings import RoomEvent
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState
from shp_gov.models import (
    AgendaItem,
    AgendaVersion,
    Attendance,
    Base,
    Body,
    Capacity,
    Decision,
    ForwardPlanEntry,
    Interest,
    ItemAbsence,
    Meeting,
    MeetingEvent,
    Message,
    Minute,
    MinuteRevision,
    MinutesVersion,
    Report,
    ReportVersion,
)
from shp_gov.queries import audit_trail, minutes_versions
from tests.machine.afterwards import Leaving, Minutes
from tests.machine.building import Agenda, Diary, Reports
from tests.machine.checks import SENTENCES, Rows, in_sql
from tests.machine.core import Core, fetched
from tests.machine.meeting import Deciding, Writing
from tests.machine.people import tokens
from tests.machine.putting_out import Publishing
from tests.machine.surface import glance, seen_by, told

THERE = (Capacity.PRESENT, Capacity.SUBSTITUTE)
TABLES = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}
AGENDA_IS_OUT = (MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, MeetingState.CLOSED)
TURNS = 4
LOOK_AROUND = 20


class Watch(Core):
    """What was once so for good, and what must be so at every moment."""

    def __init__(self) -> None:
        super().__init__()
        self.fixed: dict[tuple[str, int], Any] = {}
        self.approved: dict[int, str] = {}
        self.looked_at = 0
        self.steps = self.idle = -1  # the beginning is looked at too, and is no step

    @invariant()
    def all_is_well(self) -> None:
        """Look at something after each step that did anything, at everything in turn."""
        self.steps, self.idle = self.steps + 1, self.idle + (self.now == self.before)
        self.before = self.now
        self.is_whole = self.made == self.looked_at
        if not self.is_whole:
            with clock.at(self.now):
                self.look()
        self.is_whole, self.looked_at = True, self.made

    def begin_at(self, stage: str) -> None:
        """Begin with what everybody could read already."""
        super().begin_at(stage)
        self.note_what_is_out()

    def note_what_is_out(self) -> None:
        """Remember what everybody could read: what is made private later was known before."""
        titles = sa.select(AgendaItem.title).join(AgendaItem.meeting).where(Meeting.body_id == self.group.body_id)
        out = titles.where(Meeting.state.in_(AGENDA_IS_OUT), ~AgendaItem.is_exempt)
        self.out |= tokens(" ".join(db.session.scalars(out)))

    def look(self) -> None:
        """Look at what this step may have broken, and at a share of the rest."""
        if self.has(*AGENDA_IS_OUT):
            self.note_what_is_out()
        self.no_decision_without_a_quorum()
        turn = self.made % TURNS
        self.require_none(SENTENCES[turn::TURNS])
        (self.versions_stay, self.saves_stay, self.approved_stays, self.the_public_left_by_a_resolution)[turn]()
        if self.made % LOOK_AROUND == LOOK_AROUND - 1:
            self.nothing_private_is_out(glance)

    def require_none(self, checks: tuple[Rows, ...]) -> None:
        """Require that no row breaks a sentence."""
        found = fetched(in_sql(checks, self.group.body_id, self.place.engine.dialect))[0]
        for check, is_broken in zip(checks, found, strict=True):
            wrong = db.session.execute(check(self.group.body_id)).all() if is_broken else ()
            assert not is_broken, f"{check.__doc__} Not so: {wrong}"

    def no_decision_without_a_quorum(self) -> None:
        """Nothing is decided while fewer are in the room than the terms ask for."""
        before, self.newest = self.newest, self.recorded[-1] or 0
        new = sa.select(Decision).where(Decision.id > before) if self.newest > before else None
        for decision in () if new is None else db.session.scalars(new):
            here, is_recorded = _here(decision.minute)
            if self.group.quorum is not None and is_recorded:
                assert here >= self.group.quorum, f"“{decision.words}” was decided by {here}"

    def the_public_left_by_a_resolution(self) -> None:
        """The public leave by a resolution in its words, which the meeting decided."""
        left = sa.select(MeetingEvent).join(MeetingEvent.meeting).where(Meeting.body_id == self.group.body_id)
        for event in db.session.scalars(left.where(MeetingEvent.kind == RoomEvent.PUBLIC_EXCLUDED)):
            taken = sa.select(Decision.words).join(Decision.minute).where(Minute.meeting_id == event.meeting_id)
            assert event.words, "nobody said why the public left"
            assert any(map(excludes_the_public, db.session.scalars(taken))), "there is no resolution"

    def versions_stay(self) -> None:
        """A version that was kept never changes: not its words, not its hash, not the pages of what is out."""
        for version in self.of_body(MinutesVersion, MinutesVersion.meeting):
            assert fingerprint(version.contents) == version.sha256, "the hash is not that of the words"
            self.stays("minutes", version.id, (version.kind, version.sha256, version.made_at))
        for kept in self.of_body(ReportVersion, ReportVersion.report, Report.meeting):
            self.stays("report", kept.id, (kept.sha256, fingerprint(kept.contents)))
        for out in self.of_body(AgendaVersion, AgendaVersion.meeting):
            if out.state is AgendaState.PUBLISHED:
                self.stays("agenda", out.id, (out.sha256, fingerprint(out.contents), fingerprint(out.pages)))

    def of_body(self, model: Any, *way: Any) -> Any:
        """Read the rows of the partnership in hand, by the way that leads to their meeting."""
        found = sa.select(model)
        for step in way:
            found = found.join(step)
        return db.session.scalars(found.where(Meeting.body_id == self.group.body_id))

    def pages_are_nobody_elses(self) -> None:
        """No two papers of a meeting are on one page, whatever came later."""
        out = sa.select(AgendaVersion).join(AgendaVersion.meeting).where(Meeting.body_id == self.group.body_id)
        taken: set[tuple[int, str, int]] = set()
        for version in db.session.scalars(out.where(AgendaVersion.state == AgendaState.PUBLISHED)):
            pages = version.pages
            mine = {(version.meeting_id, pages["prefix"], page) for page in range(pages["start"], pages["last"] + 1)}
            assert not taken & mine, f"two papers are on page {sorted(taken & mine)}"
            taken |= mine

    def stays(self, what: str, number: int, now: Any) -> None:
        """Require that something is as it was when it was first seen."""
        assert self.fixed.setdefault((what, number), now) == now, f"version {number} of the {what} changed"

    def saves_stay(self) -> None:
        """Every text of which the page said that it is saved can be read again."""
        saves = self.of_body(MinuteRevision, MinuteRevision.minute, Minute.meeting)
        kept = {(save.minute_id, save.number): save.words for save in saves}
        for minute_id, number, words in self.acknowledged:
            assert kept.get((minute_id, number), {}).get("narrative") == words, f"lost: {words}"
        for minute in self.of_body(Minute, Minute.meeting):
            if minute.version == 0:
                continue
            shown = kept[minute.id, minute.version].get("narrative")
            assert shown == minute.narrative, "the minute does not show its newest save"

    def approved_stays(self) -> None:
        """Approved minutes say for ever what they said when they were approved."""
        approved = sa.select(Meeting).where(Meeting.minutes_state == MinutesState.APPROVED)
        for meeting in db.session.scalars(approved.where(Meeting.body_id == self.group.body_id)):
            said = minutes_versions.hash_of(meeting)
            assert self.approved.setdefault(meeting.id, said) == said, "approved minutes changed"

    def nothing_private_is_out(self, look: Callable[[Viewer, Body], str]) -> None:
        """No planted word is in anything that the public can fetch or that is mailed; officers read them all."""
        public = tokens(look(self.viewer(), self.group.body) + told(after=self.told_before))
        self.out |= public - self.secrets
        assert not public & self.secrets, f"the public reads {sorted(public & self.secrets)}"
        titles = sa.select(AgendaItem.title).join(AgendaItem.meeting).where(Meeting.body_id == self.group.body_id)
        there = tokens(" ".join(db.session.scalars(titles)))
        lost = (there & self.secrets) - tokens(glance(self.viewer(self.group.officers[0]), self.group.body))
        assert not lost, f"the officer does not read {sorted(lost)}"

    def what_was_put_off_comes(self) -> None:
        """What was put off is on the forward plan or an agenda, never gone."""
        plan = sa.select(ForwardPlanEntry.title).where(ForwardPlanEntry.body_id == self.group.body_id)
        titles = sa.select(AgendaItem.title).join(AgendaItem.meeting).where(Meeting.body_id == self.group.body_id)
        assert self.put_off <= set(db.session.scalars(plan.union_all(titles))), "what was put off is gone"

    def every_message_has_a_cause(self) -> None:
        """Each message is about something that there is."""
        for message in db.session.scalars(sa.select(Message).where(~Message.is_settled)):
            there = db.session.get(TABLES[message.subject_type], message.subject_id)
            assert there is not None, f"{message.event} is about nothing"

    def the_trail_is_whole(self) -> None:
        """The audit trail verifies from its first line to its last."""
        verdict = audit_trail.verify()
        assert verdict.fault is None, verdict.fault

    def teardown(self) -> None:
        """Look at everything once more, then undo it."""
        try:
            if self.is_whole and self.tried:
                with clock.at(self.now):
                    self.look_at_everything()
        finally:
            super().teardown()

    def look_at_everything(self) -> None:
        """Look at all that was looked at in turn, and at what is dear."""
        self.require_none(SENTENCES)
        self.versions_stay()
        self.saves_stay()
        self.approved_stays()
        self.nothing_private_is_out(seen_by if self.made % 2 else glance)
        self.the_public_left_by_a_resolution()
        self.pages_are_nobody_elses()
        self.what_was_put_off_comes()
        self.every_message_has_a_cause()
        self.the_trail_is_whole()


def _here(minute: Minute) -> tuple[int, bool]:
    """Count the seats of those in the room for an item; tell whether anybody was recorded."""
    lines = db.session.scalars(sa.select(Attendance).where(Attendance.meeting_id == minute.meeting_id)).all()
    of_item = ItemAbsence.agenda_item_id == minute.agenda_item_id
    out = set(db.session.scalars(sa.select(ItemAbsence.attendance_id).where(of_item)))
    left = sa.select(Interest.person_id).where(Interest.left_the_meeting.is_(True))
    gone = set(db.session.scalars(left.where(Interest.agenda_item_id == minute.agenda_item_id)))
    there = [line for line in lines if line.capacity in THERE and line.id not in out and _was_in(line, minute)]
    return len({line.seat_id for line in there if line.person_id not in gone}), bool(lines)


def _was_in(line: Attendance, minute: Minute) -> bool:
    """Tell whether somebody has not left; of a meeting that is over, whether they left after the item was begun."""
    if line.left_at is None or minute.meeting.state is not MeetingState.CLOSED:
        return line.left_at is None
    begun_at = minute.agenda_item.started_at if minute.agenda_item else None
    return begun_at is None or line.left_at > begun_at


class Cycle(Diary, Agenda, Reports, Publishing, Deciding, Writing, Minutes, Leaving, Watch):
    """A partnership through its meetings, by officers who do things in any order."""
