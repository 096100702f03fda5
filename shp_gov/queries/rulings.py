"""What minutes tell of how a meeting ruled: how votes fell, who asked to have dissent recorded, what was not agreed."""

from sqlalchemy.orm import joinedload

from shp_gov.domain import minutes_words
from shp_gov.domain.voting import Counts
from shp_gov.models import Agreement, Decision, Dissent, Minute, Person, Vote, VoteCast

# What is told is read from the rows alone: load these with minutes and with decisions.
WITH_VOTES = joinedload(Minute.votes).joinedload(Vote.names).joinedload(VoteCast.person).joinedload(Person.posts)
WITH_REFUSED = joinedload(Minute.refused)
WITH_DISSENTS = joinedload(Decision.dissents).joinedload(Dissent.person).joinedload(Person.posts)


def of_decision(decision: Decision) -> tuple[str, ...]:
    """Tell how the vote on a decision fell, and who asked to have it recorded that they did not agree."""
    return tuple(said for said, _ in told_of(decision))


def told_of(decision: Decision) -> list[tuple[str, Vote | Dissent]]:
    """Tell the same, each sentence with the row that it tells of."""
    vote = vote_on(decision)
    told: list[tuple[str, Vote | Dissent]] = []
    if vote is not None:
        told.append((_vote(vote, on=decision.words), vote))
    for row in decision.dissents:
        name = row.person.name_on(decision.on)
        told.append((minutes_words.dissent(name, row.words or "", cast=_cast(row, vote)), row))
    return told


def _cast(row: Dissent, vote: Vote | None) -> str:
    """Tell how somebody who did not agree voted. By counts it was against, where so many of those who may vote were."""
    if vote is None:
        return ""
    if vote.names:
        return next((cast.cast.value for cast in vote.names if cast.person_id == row.person_id), "")
    voters = [each for each in row.decision.dissents if each.may_vote]
    return "against" if row.may_vote and vote.votes_against >= len(voters) else ""


def vote_on(decision: Decision) -> Vote | None:
    """Find the vote by which a decision was agreed, where it was by one."""
    if decision.agreement is not Agreement.VOTE:
        return None
    return next((vote for vote in decision.minute.votes if vote.decision_id == decision.id), None)


def lacks_its_vote(decision: Decision) -> bool:
    """Tell whether a decision is said to be agreed by a vote of which nothing is on record."""
    return decision.agreement is Agreement.VOTE and vote_on(decision) is None


def not_agreed(minute: Minute) -> tuple[str, ...]:
    """Tell which recommendations and motions of a minute were not agreed, and how the votes on them fell."""
    return tuple(said for said, _ in refused_in(minute))


def refused_in(minute: Minute) -> list[tuple[str, Vote | None]]:
    """Tell the same, each sentence with the vote that it tells of, where there was one."""
    fallen = [vote for vote in minute.votes if not vote.is_carried]
    voted = {vote.recommendation_id: vote for vote in fallen}
    told = [(row.words, True, voted.get(row.id)) for row in minute.refused]
    told += [(vote.motion, False, vote) for vote in fallen if vote.recommendation_id is None]
    return [(_fell(words, vote, is_recommended=is_recommended), vote) for words, is_recommended, vote in told]


def _fell(words: str, vote: Vote | None, *, is_recommended: bool) -> str:
    voted = _vote(vote, on=words) if vote else ""
    return minutes_words.not_agreed(words, is_recommended=is_recommended, voted=voted)


def _vote(vote: Vote, *, on: str) -> str:
    names: dict[str, list[str]] = {}
    for cast in vote.names:
        names.setdefault(cast.cast.value, []).append(cast.person.name_on(vote.minute.meeting.on))
    counts = Counts(vote.votes_for, vote.votes_against, vote.abstentions)
    fell = minutes_words.vote(counts, names, is_carried=vote.is_carried)
    return f"{minutes_words.voted_on(vote.motion, on)} {fell}".lstrip()
