"""Changing words of minutes that are written: one field of a minute as a save, or the words of one decision."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards, merging, minutes_words
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Decision, Minute, Vote
from shp_gov.services import revisions, rulings
from shp_gov.services.minute_steps import WRITTEN_IN, require_words_may_change

DECISION = "decision "
TEXTS = ("title", "purpose", "narrative", "urgent_ruling", "public_summary")


class NoSuchWords(DomainError):
    """A minute has no words of this name."""


class BothChanged(DomainError):
    """The words were changed in the same place by somebody else."""


@dataclass(frozen=True)
class Place:
    """Where words stand: a minute, and one field of it or one of its decisions."""

    minute: Minute
    field: str

    @property
    def decision(self) -> Decision | None:
        """Give the decision whose words these are, where they are a decision's."""
        if not self.field.startswith(DECISION):
            return None
        ordinal = self.field.removeprefix(DECISION)
        found = next((each for each in self.minute.decisions if str(each.ordinal) == ordinal), None)
        if found is None:
            raise NoSuchWords("This minute has no such decision any more.")
        return found

    @property
    def words(self) -> str:
        """Give the words as they are now."""
        if (decision := self.decision) is not None:
            return decision.words
        if self.field not in TEXTS:
            raise NoSuchWords("A minute has no such part.")
        return getattr(self.minute, self.field) or ""


def apply(place: Place, *, before: str, after: str, actor: Actor, while_: Sequence[MinutesState] = WRITTEN_IN) -> str:
    """Put new words in the place of those they were made from. Changes made elsewhere in them meanwhile stay."""
    _take(place.minute)
    require_words_may_change(place.minute.meeting, while_=while_)
    said = together(before, after, place.words)
    if place.decision is not None:
        _reword(place.decision, said, actor)
    else:
        version = place.minute.version
        revisions.save(place.minute, words={place.field: said}, based_on=version, actor=actor, while_=while_)
    return said


def _take(minute: Minute) -> None:
    db.session.flush()
    db.session.execute(sa.select(Minute.id).where(Minute.id == minute.id).with_for_update())
    db.session.refresh(minute)


def together(before: str, after: str, now: str) -> str:
    """Make a change to words as they are now that was made from older ones, or refuse where both changed the same."""
    if now == before:
        return after
    proposal = merging.propose(before, after, now)
    if proposal.overlaps:
        raise BothChanged("These words have changed since. Read them as they are now, and make the change by hand.")
    return proposal.text


def _reword(decision: Decision, words: str, actor: Actor) -> None:
    said = guards.require_words(words, what="what was decided")
    if said == decision.words:
        return
    _carry_the_vote_along(decision, said)
    decision.words, decision.kind = said, rulings.kind_of(said)
    body_id, kind = decision.body_id, decision.kind
    audit.record("decision.reworded", decision, actor=actor, body_id=body_id, words={"words": said}, kind=kind)


def _carry_the_vote_along(decision: Decision, words: str) -> None:
    """Let a vote on these words be one on the same decision as it is worded now."""
    for vote in db.session.scalars(sa.select(Vote).where(Vote.decision_id == decision.id)):
        if minutes_words.is_same(vote.motion, decision.words):
            vote.motion = words
