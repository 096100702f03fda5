"""What the words of a decision seem to ask, in a meeting that goes on: of whom, and by when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.intent import IntentKind, intents_of
from shp_gov.domain.register.due import Due, due_of
from shp_gov.domain.register.owner import Holder, SeatThere, owner_of
from shp_gov.queries.bodies import Membership

ASKS_NOTHING = (IntentKind.NOTED, IntentKind.APPROVED, IntentKind.DEFERRAL, IntentKind.APPOINTMENT)

NO_DAY = Due()
MOST_BEFORE_THE_VERB = 12


@dataclass(frozen=True)
class Asked:
    """What some words ask: of which seat or organisation, by when. Nothing where they ask nobody."""

    kind: IntentKind
    seat_id: int | None = None
    organisation_id: int | None = None
    owner_hint: str | None = None
    due_hint: str | None = None
    due: Due = NO_DAY

    @property
    def has_owner(self) -> bool:
        """Tell whether the words name somebody of the body to do it."""
        return self.seat_id is not None or self.organisation_id is not None


def of(words: str, members: Sequence[Membership], *, on: date, meetings: Collection[date] = ()) -> Asked | None:
    """Tell what the words of a decision ask, as the seats of the day and the meetings to come make it clear."""
    asking = [intent for intent in intents_of(words) if intent.kind not in ASKS_NOTHING]
    if not asking:
        return None
    intent = asking[0]
    seats = [_seat(member, on) for member in members]
    owner = owner_of(intent.owner_hint or _begins(words), seats, on, {})
    due = due_of(intent.due_hint, on, meetings)
    return Asked(intent.kind, owner.seat, owner.organisation, intent.owner_hint, intent.due_hint, due)


def _begins(words: str) -> str:
    """Give the words with which a decision begins: there it names who is to do it."""
    return " ".join(words.split()[:MOST_BEFORE_THE_VERB])


def _seat(member: Membership, on: date) -> SeatThere:
    held = tuple(Holder(holder.name, holder.since, holder.until) for holder in member.holders)
    names = (member.organisation,) if member.organisation else ()
    return SeatThere(member.seat_id, member.post, member.organisation_id, names, None, None, held)
