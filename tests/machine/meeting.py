"""Rules at a meeting: opened, attended, minuted by two officers, decided, adjourned, closed."""

from typing import Any

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import rule

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.voting import Counts
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Cast, Decision, ItemOutcome, Meeting, Minute, MinuteRevision, Ruling
from shp_gov.queries import attending, minuting, proceedings, revisions
from shp_gov.services.voting import Motion
from tests.agendas import PRIVATELY, wording
from tests.machine import world
from tests.machine.core import NTH, Core, at, pick
from tests.machine.there import where

OUT, GOING_ON = MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS
PRESENT = st.sampled_from([[0, 1, 2], [0, 1], [1, 2], [0], []])
OPEN_CLASHES = sa.select(MinuteRevision.minute_id).where(
    MinuteRevision.is_clash, MinuteRevision.settled_by_id.is_(None)
)
EXCLUDED = "That the press and public be excluded from the meeting under paragraph 3 of Schedule 12A."


class Room(Core):
    """Who is here, who comes and goes, whether the public are in the room."""

    @at(OUT)
    @rule(waits=st.booleans())
    def open(self, waits: bool) -> None:
        meeting = self.meeting(OUT)
        if waits and meeting.on > self.today:
            self.now = world.moment(meeting.on, 10)
        self.try_(lambda: services.room.open_(meeting, at=self.hour, actor=self.clerk))

    @at(GOING_ON)
    @rule(here=PRESENT)
    def tick(self, here: list[int]) -> None:
        self.try_(lambda: world.tick(self.live, self.group, here))

    @property
    def live(self) -> Meeting:
        """Give the meeting that goes on."""
        return self.meeting(GOING_ON)

    def minute(self, nth: int) -> Minute | None:
        """Give a minute of the meeting that goes on."""
        return pick(minuting.minutes_of(self.live), nth)

    @at(GOING_ON)
    @rule(nth=NTH)
    def arrive(self, nth: int) -> None:
        meeting = self.live
        if who := pick(attending.expected(meeting), nth):
            self.try_(lambda: services.comings.arrive(meeting, who, at=self.hour, actor=self.clerk))

    @where("somebody here")
    @rule(nth=NTH)
    def leave(self, nth: int) -> None:
        meeting = self.live
        if line := pick(proceedings.lines(meeting), nth):
            self.try_(lambda: services.comings.leave(meeting, line, at=self.hour, actor=self.clerk))

    @where("somebody here")
    @rule(nth=NTH, leaves=st.booleans())
    def declare_at_an_item(self, nth: int, leaves: bool) -> None:
        minute, line = self.minute(nth), pick(proceedings.lines(self.live), nth // 2)
        if minute is not None and line is not None:
            said = {"words": "I own a share of it.", "leaves": leaves, "actor": self.clerk}
            self.try_(lambda: services.declarations.at_item(minute, line, **said))

    @at(GOING_ON)
    @rule(words=st.sampled_from([EXCLUDED, "Item 4 is private.", ""]))
    def exclude(self, words: str) -> None:
        self.try_(lambda: services.room_events.exclude(self.live, at=self.hour, words=words, actor=self.clerk))

    @at(GOING_ON)
    @rule(what=st.sampled_from(["readmit", "resume", "go_on_informally"]))
    def something_happens(self, what: str) -> None:
        happens = getattr(services.room_events, what)
        self.try_(lambda: happens(self.live, at=self.hour, actor=self.clerk))

    @at(GOING_ON)
    @rule()
    def adjourn(self) -> None:
        self.try_(
            lambda: services.room_events.adjourn(self.live, at=self.hour, why="The alarm rang.", actor=self.clerk)
        )

    @at(GOING_ON)
    @rule(is_private=st.booleans())
    def admit_an_urgent_item(self, is_private: bool) -> None:
        word = self.token(secret=is_private)
        urgent = {"is_urgent": True, "urgency_reason": "The offer ends tomorrow."}
        said = wording(f"Urgent item on {word}", **((PRIVATELY if is_private else {}) | urgent))
        self.try_(lambda: services.late_items.admit(self.live, said, actor=self.clerk))


class Deciding(Room):
    """Recommendations, decisions, votes, actions, outcomes."""

    @where("a recommendation")
    @rule(nth=NTH, ruling=st.sampled_from([*Ruling, Ruling.AGREED]))
    def rule_on_a_recommendation(self, nth: int, ruling: Ruling) -> None:
        found = [
            (minute, each) for minute in minuting.minutes_of(self.live) for each in minuting.recommendations(minute)
        ]
        if put := pick(found, nth):
            minute, recommendation = put
            said = {"words": f"{recommendation.words[:-1]} by March.", "ruling": ruling, "actor": self.clerk}
            self.try_(lambda: services.rulings.rule(recommendation, minute=minute, **said))

    @at(GOING_ON)
    @rule(nth=NTH, asks=st.booleans())
    def decide(self, nth: int, asks: bool) -> None:
        if (minute := self.minute(nth)) is not None:
            words = (
                f"That {minute.title} be presented to a future meeting." if asks else f"That {minute.title} be noted."
            )
            self.try_(lambda: services.rulings.decide(minute, words=words, actor=self.clerk))

    @where("a decision")
    @rule(nth=NTH, has_day=st.booleans())
    def assign(self, nth: int, has_day: bool) -> None:
        if (decision := self.decision(nth)) is not None:
            due = self.today if has_day else None
            said = {"what": f"See to it: {decision.words}"[:300], "owner": self.group.seat(nth), "due_on": due}
            self.try_(lambda: services.actions.assign(decision, **said, actor=self.clerk))

    def decision(self, nth: int) -> Decision | None:
        """Give a decision of the meeting that goes on."""
        return pick([each for minute in minuting.minutes_of(self.live) for each in minute.decisions], nth)

    @where("a decision")
    @rule(nth=NTH, way=st.sampled_from(["change", "take back"]))
    def change_a_decision(self, nth: int, way: str) -> None:
        if (decision := self.decision(nth)) is not None:
            said = {"words": f"{decision.words} Soon.", "agreement": "", "reasons": "It is wise.", "actor": self.clerk}
            act = (lambda: services.rulings.reword(decision, **said)) if way == "change" else None
            self.try_(act or (lambda: services.rulings.take_back(decision, actor=self.clerk)))

    @at(GOING_ON)
    @rule(nth=NTH, votes=st.sampled_from([(2, 1, 0), (1, 1, 0), (0, 2, 1), (5, 0, 0)]))
    def vote(self, nth: int, votes: tuple[int, int, int]) -> None:
        if (minute := self.minute(nth)) is not None:
            put = pick(minuting.recommendations(minute), nth)
            motion = Motion(recommendation=put) if put else Motion(words=f"That {minute.title} go ahead.")
            self.try_(lambda: services.voting.by_counts(minute, motion, Counts(*votes), actor=self.clerk))

    @at(GOING_ON)
    @rule(nth=NTH, cast=st.sampled_from([*Cast]))
    def vote_by_name(self, nth: int, cast: Cast) -> None:
        if (minute := self.minute(nth)) is not None:
            casts = {self.group.people[0]: cast, self.group.people[1]: Cast.FOR}
            motion = Motion(words=f"That {minute.title} go ahead.")
            self.try_(lambda: services.voting.by_names(minute, motion, casts, actor=self.clerk))

    @where("a decision")
    @rule(nth=NTH)
    def take_a_vote_back(self, nth: int) -> None:
        taken = [vote for minute in minuting.minutes_of(self.live) for vote in minute.votes]
        if (vote := pick(taken, nth)) is not None:
            self.try_(lambda: services.voting.take_back(vote.minute, vote.id, actor=self.clerk))

    @where("a decision")
    @rule(nth=NTH)
    def dissent(self, nth: int) -> None:
        if (decision := self.decision(nth)) is not None:
            person = self.group.person(nth)
            self.try_(lambda: services.voting.dissent(decision, person, words="It costs much.", actor=self.clerk))

    @at(GOING_ON)
    @rule(nth=NTH, outcome=st.sampled_from([*ItemOutcome, ItemOutcome.DEFERRED]))
    def settle(self, nth: int, outcome: ItemOutcome) -> None:
        if (minute := self.minute(nth)) is not None:
            said = {"outcome": outcome, "reason": "Nobody could say more.", "at": self.hour}
            self.try_(lambda: services.minuting.settle(minute, **said, actor=self.clerk))

    @at(GOING_ON)
    @rule()
    def settle_what_is_left(self) -> None:
        self.try_(lambda: world.settle_all(self.live, self.group))

    @at(GOING_ON)
    @rule()
    def close(self) -> None:
        self.try_(lambda: services.room.close(self.live, at=self.hour, actor=self.clerk))


class Writing(Core):
    """Two officers write the minutes, on the newest words or on older ones; nothing that was saved is lost."""

    def written(self, nth: int, *such: Any) -> Minute | None:
        """Give such a minute of a meeting that was begun."""
        of_body = sa.select(Minute).join(Minute.meeting).where(Meeting.body_id == self.group.body_id)
        return pick(db.session.scalars(of_body.where(*such).order_by(Minute.id)).all(), nth)

    @where("a minute")
    @rule(nth=NTH, who=st.integers(0, 1), back=st.sampled_from([0, 0, 1, 2]))
    def write(self, nth: int, who: int, back: int) -> None:
        if (minute := self.written(nth)) is not None:
            there = minute.narrative or ""
            words = f"{there} Said {self.tried} of {minute.title}."
            actor, base = self.group.officer(who), max(minute.version - back, 0)
            is_older = max(base, 1) < minute.version
            said = {"words": {"narrative": words}, "based_on": base, "actor": actor}
            self.save(minute, lambda: services.revisions.save(minute, **said), words)
            assert not is_older or (minute.narrative or "") == there, "older words went over the newer ones"

    def save(self, minute: Minute, act, words: str) -> None:
        """Save words, and remember that they were acknowledged."""
        number = minute.id
        if saved := self.try_(act):
            kept = saved.clash.number if saved.clash else saved.version
            self.acknowledged.append((number, kept, words))

    @where("a clash")
    @rule(nth=NTH)
    def put_together(self, nth: int) -> None:
        minute = self.written(nth // 3, Minute.id.in_(OPEN_CLASHES))
        if minute is not None and (clash := pick(revisions.open_clashes(minute), nth)):
            words = f"{minute.narrative or ''} And: {clash.words.get('narrative', '')}"
            self.save(
                minute,
                lambda: services.revisions.merge(
                    minute, clash=clash, words={"narrative": words}, based_on=minute.version, actor=self.clerk
                ),
                words,
            )

    @where("a saved minute")
    @rule(nth=NTH)
    def restore(self, nth: int) -> None:
        if (minute := self.written(nth, Minute.version > 1)) is not None:
            number = 1 + nth % minute.version
            self.try_(
                lambda: services.revisions.restore(minute, number=number, based_on=minute.version, actor=self.clerk)
            )
