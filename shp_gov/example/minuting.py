"""A meeting of the example in its room: each item taken in its turn, its words saved, its outcome settled."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from shp_gov.audit import Actor
from shp_gov.domain.action_steps import is_overdue
from shp_gov.domain.exclusion import resolution
from shp_gov.domain.words import plural
from shp_gov.domain.workflows import UNFINISHED
from shp_gov.models import Action, AgendaItem, ItemOutcome, Meeting, Minute
from shp_gov.queries import minuting as queries
from shp_gov.queries import proceedings
from shp_gov.services import late_items, minuting, revisions, room, room_events
from shp_gov.services.agenda import Wording

EACH_TAKES = timedelta(minutes=6)


@dataclass
class Room:
    """The room of one meeting: the officer who minutes it, and the time."""

    meeting: Meeting
    actor: Actor
    now: time

    def open(self) -> None:
        """Open the meeting: every item has its minute."""
        room.open_(self.meeting, at=self.now, actor=self.actor)

    def take(self, item: AgendaItem) -> Minute:
        """Take an item: it begins now."""
        return self._begin(next(row for row in queries.minutes_of(self.meeting) if row.agenda_item_id == item.id))

    def admit(self, title: str, *, presenter: str | None, ruling: str) -> Minute:
        """Take an urgent item that was not on the agenda, by a ruling of the chair."""
        wording = Wording(title=title, presenter=presenter, is_urgent=True, urgency_reason=ruling)
        return self._begin(late_items.admit(self.meeting, wording, actor=self.actor))

    def _begin(self, minute: Minute) -> Minute:
        minuting.begin(minute, at=self.now, actor=self.actor)
        return minute

    def say(self, minute: Minute, **words: str | None) -> None:
        """Save what is written in the minute."""
        said = {name: text for name, text in words.items() if text}
        revisions.save(minute, words=said, based_on=minute.version, actor=self.actor)

    def settle(self, minute: Minute, usual: ItemOutcome) -> None:
        """Say what came of an item, and go on."""
        minuting.settle(minute, outcome=usual, at=self.now, actor=self.actor)
        later = datetime.combine(self.meeting.on, self.now) + EACH_TAKES
        self.now = later.time()

    def exclude_the_public(self) -> None:
        """Ask the public to leave before what is private, unless they did."""
        private = [item for item in queries.items_of(self.meeting) if item.is_exempt and item.outcome is None]
        if private and not proceedings.so_far(self.meeting).is_public_out:
            words = resolution([(queries.label(item), item.exempt_paragraph) for item in private])
            room_events.exclude(self.meeting, at=self.now, words=words, actor=self.actor)

    def nothing_else(self) -> None:
        """Say of what is left that nothing was raised."""
        for minute in queries.minutes_of(self.meeting):
            if minute.agenda_item is not None and minute.agenda_item.outcome is None:
                minuting.settle(minute, outcome=ItemOutcome.NOTHING_RAISED, at=self.now, actor=self.actor)


def state_of_the_log(actions: list[Action], meeting: Meeting) -> str:
    """Say what the officer reports of the action log."""
    unfinished = [action for action in actions if action.state in UNFINISHED]
    late = [action for action in unfinished if is_overdue(action.state, action.due_on, meeting.on)]
    if not unfinished:
        return "There were no actions on the log."
    overdue = "none was overdue" if not late else f"{len(late)} {'was' if len(late) == 1 else 'were'} overdue"
    return f"The officer reported that {plural(len(unfinished), 'action')} stood on the log, of which {overdue}."
