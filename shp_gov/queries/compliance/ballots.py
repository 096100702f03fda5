"""Who voted on what at the meetings of the last twelve months, and whether their seats vote."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.checks.facts_of_terms import Vote, Voter
from shp_gov.domain.quorum import InRoom
from shp_gov.models import Cast, Decision, VoteCast
from shp_gov.models import Vote as Ballot
from shp_gov.queries.compliance.as_at import AsAt


def of_meetings(as_at: AsAt) -> Mapping[int, Ballot]:
    """Fetch the votes on the decisions of those meetings with the names, in one statement, by decision."""
    decided = [decision.id for minute in as_at.minutes for decision in minute.decisions]
    asked = sa.select(Ballot).where(Ballot.decision_id.in_(decided))
    found = db.session.scalars(asked.options(joinedload(Ballot.names).joinedload(VoteCast.person)))
    return {ballot.decision_id: ballot for ballot in found.unique() if ballot.decision_id}


def vote(decision: Decision, ballot: Ballot | None, room: Sequence[InRoom]) -> Vote:
    """Make the facts of a vote. Without names nobody can tell whether those who voted may."""
    voters = tuple(_voters(ballot, room)) if ballot and ballot.is_named else None
    return Vote(f"Decision {decision.reference}", voters)


def _voters(ballot: Ballot, room: Sequence[InRoom]) -> Iterator[Voter]:
    for each in ballot.names:
        if each.cast is not Cast.ABSTAINED:
            there = next((one.seat for one in room if one.person == each.person_id and one.seat), None)
            yield Voter(
                each.person.name,
                each.cast is Cast.FOR,
                seat=there.post if there and there.places == 1 else "",
                organisation=(there.organisation or "") if there else "",
                may_vote=there.is_voting if there else None,
                place=there.seat if there else None,
            )
