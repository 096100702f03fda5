"""Rules after a meeting: its minutes go to the chair, are agreed, put out, approved; people lose their roles."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState, MinutesState, SuggestionState
from shp_gov.models import Agreement, Appointment, Meeting, RoleHeld, Suggestion, User
from shp_gov.queries import minutes_versions, minuting
from tests.machine.core import NTH, Core, minutes_are, pick
from tests.machine.people import tokens
from tests.machine.surface import glance
from tests.machine.there import where

DRAFT, WITH_CHAIR = MinutesState.DRAFT, MinutesState.WITH_THE_CHAIR
PUBLISHED, APPROVED = MinutesState.DRAFT_PUBLISHED, MinutesState.APPROVED
HELD = (MeetingState.IN_PROGRESS, MeetingState.CLOSED)
LEAVE = ("the second officer", "the chair")


class Minutes(Core):
    """The minutes on their way to approval."""

    @minutes_are(DRAFT, WITH_CHAIR)
    @rule()
    def send_to_the_chair(self) -> None:
        meeting = self.minuted(DRAFT, WITH_CHAIR)
        self.try_(lambda: services.minutes_versions.send_to_the_chair(meeting, actor=self.clerk))

    @minutes_are(WITH_CHAIR)
    @rule()
    def take_back(self) -> None:
        self.try_(lambda: services.minutes_versions.take_back(self.minuted(WITH_CHAIR), actor=self.clerk))

    @minutes_are(WITH_CHAIR)
    @rule(nth=NTH)
    def suggest(self, nth: int) -> None:
        meeting = self.minuted(WITH_CHAIR)
        if (minute := pick(minuting.minutes_of(meeting), nth)) is not None:
            before = minute.narrative or ""
            said = {"field": "narrative", "before": before, "after": f"{before} I thanked all of {minute.title}."}
            self.try_(
                lambda: services.minutes_suggestions.suggest(
                    meeting, minute=minute, **said, actor=self.group.chairing()
                )
            )

    @minutes_are(DRAFT, WITH_CHAIR)
    @rule(nth=NTH)
    def add_a_forgotten_decision(self, nth: int) -> None:
        meeting = self.minuted(DRAFT, WITH_CHAIR)
        if (minute := pick(minuting.minutes_of(meeting), nth)) is not None:
            said = {"words": f"That {minute.title} be read again.", "agreement": Agreement.CONSENSUS}
            self.try_(lambda: services.forgotten.decide(minute, **said, actor=self.clerk))

    @minutes_are(DRAFT, WITH_CHAIR)
    @rule(nth=NTH)
    def take_a_decision_out(self, nth: int) -> None:
        minutes = minuting.minutes_of(self.minuted(DRAFT, WITH_CHAIR))
        if (decision := pick([each for minute in minutes for each in minute.decisions], nth)) is not None:
            self.try_(lambda: services.forgotten.take_back(decision, actor=self.clerk))

    @where("a suggestion")
    @rule(nth=NTH, accepts=st.booleans())
    def answer_a_suggestion(self, nth: int, accepts: bool) -> None:
        asked = db.session.query(Suggestion).filter_by(state=SuggestionState.OPEN).join(Meeting)
        rows = asked.filter(Meeting.body_id == self.group.body_id).order_by(Suggestion.id).all()
        if suggestion := pick(rows, nth):
            if accepts:
                self.try_(lambda: services.minutes_suggestions.accept(suggestion, actor=self.clerk))
            else:
                said = {"because": "It was not so.", "actor": self.clerk}
                self.try_(lambda: services.minutes_suggestions.refuse(suggestion, **said))

    @minutes_are(WITH_CHAIR)
    @rule(is_stale=st.booleans())
    def agree(self, is_stale: bool) -> None:
        meeting = self.minuted(WITH_CHAIR)
        read = "0" * 64 if is_stale else minutes_versions.hash_of(meeting)
        agreed = self.try_(lambda: services.minutes_versions.agree(meeting, sha256=read, actor=self.group.chairing()))
        assert not (is_stale and agreed), "the chair agreed to what she did not read"

    @minutes_are(WITH_CHAIR, PUBLISHED)
    @rule()
    def publish_minutes(self) -> None:
        meeting = self.minuted(WITH_CHAIR, PUBLISHED)
        self.try_(lambda: services.minutes_versions.publish_as_a_draft(meeting, actor=self.clerk))

    @minutes_are(PUBLISHED, WITH_CHAIR)
    @rule(nth=NTH)
    def approve(self, nth: int) -> None:
        meeting = self.minuted(PUBLISHED, WITH_CHAIR)
        later = [row.id for row in self.known if row.on > meeting.on and row.state in HELD]
        at = db.session.get_one(Meeting, later[0]) if later and nth % 3 else self.any_meeting(nth)
        self.try_(lambda: services.minute_steps.approve(meeting, at=at, actor=self.clerk))


class Leaving(Core):
    """Somebody loses a role, and sees nothing that they did not see before."""

    @precondition(lambda self: len(self.gone) < len(LEAVE))
    @rule(nth=NTH)
    def end_a_role(self, nth: int) -> None:
        who = [each for each in LEAVE if each not in self.gone][nth % (len(LEAVE) - len(self.gone))]
        user_id = self.group.chair if who == "the chair" else self.group.officers[1]
        held = db.session.query(RoleHeld).filter_by(user_id=user_id, until_on=None).one()
        last = {"last_day": self.today.replace(year=2025), "actor": self.clerk}
        self.sees_no_more(who, user_id, lambda: services.accounts.end_role(held, **last))

    @precondition(lambda self: "the member" not in self.gone)
    @rule()
    def end_a_term(self) -> None:
        user = db.session.get_one(User, self.group.member)
        held = db.session.query(Appointment).filter_by(person_id=user.person_id, until_on=None).one()
        said = {"last_day": self.today, "because": "She moved away.", "actor": self.clerk}
        self.sees_no_more("the member", user.id, lambda: services.appointments.end(held, **said))

    def sees_no_more(self, who: str, user_id: int, act) -> None:
        """Do something that takes a role away, and compare what its holder sees before and after."""
        before = tokens(glance(self.viewer(user_id), self.group.body))
        if self.try_(lambda: act() or True):
            self.gone.add(who)
        after = tokens(glance(self.viewer(user_id), self.group.body))
        assert after <= before, f"sees more after losing a role: {sorted(after - before)}"
