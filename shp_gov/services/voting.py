"""A vote at a meeting, by counts or by name; and whoever asks that it be recorded that they did not agree.

Once the meeting is closed they are put right while its minutes are still being written. What was decided stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.guards import ChangedMeanwhile
from shp_gov.domain.voting import Counts, require_sense
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import (
    Agreement,
    Cast,
    Decision,
    Dissent,
    Minute,
    Person,
    Recommendation,
    Ruling,
    Vote,
    VoteCast,
)
from shp_gov.queries import proceedings as in_room
from shp_gov.services import room, rulings

LONGEST_MOTION = 4000
LONGEST_WORDS = 2000
STANDS = (
    "With these votes the decision is not carried, but these minutes say that it was made. Check the votes. If it was"
    " not made, change the words of the decision first, so that they say what was decided."
)
FELL = (
    "With these votes it is carried, but these minutes have no decision of it. Check the votes. If it was carried,"
    " say so in the words of the minute: once a meeting is closed no decision is added to it."
)
CHANGED = "Somebody else changed this vote after you opened the page. Go back and read it first."


class WrongVote(DomainError):
    """This vote cannot have been cast."""


@dataclass(frozen=True)
class Motion:
    """What is put to the vote: a recommendation, a decision recorded already, or words of their own.

    `replaces`: the vote on it that was on record when the page was opened, where one is changed.
    """

    recommendation: Recommendation | None = None
    decision: Decision | None = None
    words: str = ""
    replaces: int | None = None

    @property
    def said(self) -> str:
        """Give the words that are voted on."""
        if self.decision is not None:
            return self.decision.words
        return self.recommendation.words if self.recommendation is not None else self.words

    @property
    def recommendation_id(self) -> int | None:
        """Tell which recommendation it is about, by itself or by the decision that was made of it."""
        if self.recommendation is not None:
            return self.recommendation.id
        return self.decision.recommendation_id if self.decision is not None else None


def by_counts(minute: Minute, motion: Motion, counts: Counts, *, actor: Actor, casting: bool | None = None) -> Vote:
    """Record a vote by its counts. What is carried is a decision; what falls is none."""
    _require_possible(minute, motion)
    here = len(in_room.now(minute.meeting, minute).voters)
    return _take(minute, motion, require_sense(counts, here=here, casting=casting), counts, actor=actor)


def by_names(
    minute: Minute, motion: Motion, casts: Mapping[int, Cast], *, actor: Actor, casting: bool | None = None
) -> Vote:
    """Record a vote by name. The counts are those of the names."""
    _require_possible(minute, motion)
    here = {line.person_id: line.name for line in in_room.now(minute.meeting, minute).voters}
    if any(person_id not in here for person_id in casts):
        raise WrongVote("Only whoever may vote and is in the room for this item can vote on it.")
    found = list(casts.values())
    counts = Counts(found.count(Cast.FOR), found.count(Cast.AGAINST), found.count(Cast.ABSTAINED))
    carried = require_sense(counts, here=len(here), casting=casting)
    vote = _take(minute, motion, carried, counts, actor=actor)
    vote.is_named = True
    for person_id, cast in casts.items():
        db.session.add(VoteCast(vote_id=vote.id, person_id=person_id, cast=cast))
    db.session.flush()
    return vote


def _require_possible(minute: Minute, motion: Motion) -> None:
    room.take_while_written(minute.meeting)
    there = sa.select(Vote.id).where(Vote.id == motion.replaces, Vote.minute_id == minute.id)
    if motion.replaces is not None and db.session.scalar(there) is None:
        raise ChangedMeanwhile(CHANGED)
    if not _is_over(minute):
        rulings.require_deciding(minute)


def _is_over(minute: Minute) -> bool:
    return minute.meeting.state is MeetingState.CLOSED


def _take(minute: Minute, motion: Motion, carried: bool, counts: Counts, *, actor: Actor) -> Vote:
    said = guards.require_words(motion.said, what="the words that were voted on", longest=LONGEST_MOTION)
    motion = _forget(minute, motion, actor=actor)
    recommendation_id = motion.recommendation_id
    if _is_over(minute):
        _require_as_decided(motion, carried)
        decision = _agreed_by_vote(motion.decision, actor=actor)
    else:
        decision = _made(minute, motion, said, carried, actor=actor)
    vote = Vote(
        minute_id=minute.id,
        decision_id=decision.id if decision else None,
        recommendation_id=recommendation_id,
        motion=said,
        votes_for=counts.votes_for,
        votes_against=counts.against,
        abstentions=counts.abstained,
        is_carried=carried,
    )
    db.session.add(vote)
    facts: dict[str, Any] = {"body_id": minute.meeting.body_id, "carried": carried, "for": counts.votes_for}
    facts |= {"against": counts.against, "abstained": counts.abstained, "minute": minute.id}
    audit.record("vote.taken", vote, actor=actor, words={"motion": said}, **facts)
    return vote


def _forget(minute: Minute, motion: Motion, *, actor: Actor) -> Motion:
    """Let an earlier vote on the same thing go: the new one takes its place, on the decision that the old one made."""
    same = [Vote.motion == motion.said]
    if motion.recommendation_id is not None:
        same.append(Vote.recommendation_id == motion.recommendation_id)
    if motion.decision is not None:
        same.append(Vote.decision_id == motion.decision.id)
    asked = sa.select(Vote).where(Vote.minute_id == minute.id, sa.or_(*same))
    for vote in db.session.scalars(asked).all():
        made = db.session.get(Decision, vote.decision_id or 0)
        if made is not None and motion.decision is None and motion.recommendation is None:
            if made.words != motion.said:
                continue
            motion = Motion(decision=made)
        audit.record("vote.replaced", vote, actor=actor, body_id=minute.meeting.body_id)
        _let_go(vote)
    db.session.flush()
    return motion


def _let_go(vote: Vote) -> None:
    for cast in list(vote.names):
        db.session.delete(cast)
    db.session.delete(vote)


def take_back(minute: Minute, vote_id: int, *, actor: Actor) -> None:
    """Take back a vote that there was not. A decision stays; that it was by a vote is no longer stated."""
    room.take_while_written(minute.meeting)
    there = sa.select(Vote).where(Vote.id == vote_id, Vote.minute_id == minute.id)
    vote = db.session.scalars(there.execution_options(populate_existing=True)).one_or_none()
    if vote is None:
        raise ChangedMeanwhile(CHANGED)
    facts: dict[str, Any] = {"body_id": minute.meeting.body_id, "decision": vote.decision_id, "minute": minute.id}
    audit.record("vote.withdrawn", vote, actor=actor, words={"motion": vote.motion}, **facts)
    if (decision := db.session.get(Decision, vote.decision_id or 0, populate_existing=True)) is not None:
        _agreed(decision, Agreement.NOT_STATED, instead_of=Agreement.VOTE, actor=actor)
    _let_go(vote)
    db.session.flush()


def _agreed(decision: Decision, how: Agreement, *, instead_of: Agreement | None = None, actor: Actor) -> None:
    """Say how a decision that stands was agreed, unless it says so already or says something else by now."""
    if decision.agreement is how or instead_of not in (None, decision.agreement):
        return
    decision.agreement = how
    facts: dict[str, Any] = {"body_id": decision.body_id, "agreement": how}
    audit.record("decision.changed", decision, actor=actor, words={"words": decision.words}, **facts)


def _require_as_decided(motion: Motion, carried: bool) -> None:
    """Refuse votes by which a meeting that is closed would have decided something else."""
    recommendation = motion.recommendation
    was_refused = recommendation is None or recommendation.ruling is Ruling.REFUSED
    if not carried and (motion.decision is not None or not was_refused):
        raise WrongVote(STANDS)
    if carried and motion.decision is None:
        raise WrongVote(FELL)


def _agreed_by_vote(decision: Decision | None, *, actor: Actor) -> Decision | None:
    """Let a decision that stands have been agreed by a vote."""
    if decision is not None:
        _agreed(decision, Agreement.VOTE, actor=actor)
    return decision


def _made(minute: Minute, motion: Motion, said: str, carried: bool, *, actor: Actor) -> Decision | None:
    if carried:
        return _decided(minute, motion, said, actor=actor)
    _let_fall(minute, motion, actor=actor)
    return None


def _decided(minute: Minute, motion: Motion, said: str, *, actor: Actor) -> Decision:
    if motion.decision is not None:
        rulings.change(motion.decision, words=motion.decision.words, agreement=Agreement.VOTE, actor=actor)
        return motion.decision
    if motion.recommendation is None:
        return rulings.decide(minute, words=said, agreement=Agreement.VOTE, actor=actor)
    decision = rulings.rule(
        motion.recommendation, minute=minute, ruling=Ruling.AGREED, agreement=Agreement.VOTE, actor=actor
    )
    assert decision is not None, "what is agreed is a decision"
    return decision


def _let_fall(minute: Minute, motion: Motion, *, actor: Actor) -> None:
    if motion.recommendation_id is not None:
        recommendation = db.session.get_one(Recommendation, motion.recommendation_id)
        rulings.rule(recommendation, minute=minute, ruling=Ruling.REFUSED, actor=actor)
    elif motion.decision is not None:
        rulings.withdraw(motion.decision, actor=actor)


def dissent(decision: Decision, person: Person, *, actor: Actor, words: str = "") -> Dissent:
    """Record that somebody did not agree with a decision, at their wish."""
    room.take_while_written(decision.minute.meeting)
    _require_not_for(decision, person)
    row = _dissent_of(decision, person) or _new_dissent(decision, person)
    row.words = words.strip()[:LONGEST_WORDS] or None
    db.session.add(row)
    said: dict[str, str | None] = {"words": row.words}
    audit.record("dissent.recorded", row, actor=actor, body_id=decision.body_id, words=said, person=person.id)
    return row


def _require_not_for(decision: Decision, person: Person) -> None:
    """Refuse that somebody did not agree who voted for it by name."""
    mine = sa.select(VoteCast.id).join(Vote, Vote.id == VoteCast.vote_id).where(Vote.decision_id == decision.id)
    if db.session.scalar(mine.where(VoteCast.person_id == person.id, VoteCast.cast == Cast.FOR)) is not None:
        raise WrongVote(f"{person.name} voted for this by name. Change the vote first, if that is not so.")


def take_dissent_back(decision: Decision, person: Person, *, actor: Actor) -> None:
    """Take back that somebody did not agree with a decision, where it was recorded wrongly."""
    room.take_while_written(decision.minute.meeting)
    row = _dissent_of(decision, person)
    if row is None:
        raise ChangedMeanwhile(f"Nothing says any more that {person.name} did not agree.")
    said: dict[str, str | None] = {"words": row.words}
    audit.record("dissent.withdrawn", row, actor=actor, body_id=decision.body_id, words=said, person=person.id)
    db.session.delete(row)


def _new_dissent(decision: Decision, person: Person) -> Dissent:
    now = in_room.now(decision.minute.meeting, decision.minute)
    if person.id not in {line.person_id for line in now.here}:
        raise WrongVote(f"{person.name} is not in the room for this item.")
    may_vote = person.id in {line.person_id for line in now.voters}
    return Dissent(decision_id=decision.id, person_id=person.id, may_vote=may_vote)


def _dissent_of(decision: Decision, person: Person) -> Dissent | None:
    there = sa.select(Dissent).where(Dissent.decision_id == decision.id, Dissent.person_id == person.id)
    return db.session.scalars(there).one_or_none()
