"""Votes: what can have been counted, and whether a motion is carried."""

from dataclasses import dataclass

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import plural


class WrongCount(DomainError):
    """Votes that cannot have been counted so."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many voted for, against, and abstained."""

    votes_for: int = 0
    against: int = 0
    abstained: int = 0

    @property
    def cast(self) -> int:
        """Count everybody who took part."""
        return self.votes_for + self.against + self.abstained

    @property
    def words(self) -> str:
        """Say the counts."""
        abstained = f", {self.abstained} abstained" if self.abstained else ""
        return f"{self.votes_for} for, {self.against} against{abstained}"


def require_sense(counts: Counts, *, here: int, casting: bool | None) -> bool:
    """Tell whether a motion is carried. Refuse a vote of nobody, of more than are here, and a tie that nobody settled.

    `casting` is how the chair used a casting vote: for it, against it, or not at all.
    """
    if not counts.votes_for + counts.against:
        raise WrongCount("Nobody voted for or against. Enter the votes.")
    if counts.cast > here:
        raise WrongCount(f"{plural(counts.cast, 'vote')} were counted, and {plural(here, 'member')} can vote here.")
    if counts.votes_for == counts.against and casting is None:
        raise WrongCount("The votes are equal. Say how the chair used the casting vote, or that the motion falls.")
    if counts.votes_for != counts.against:
        return counts.votes_for > counts.against
    return bool(casting)
