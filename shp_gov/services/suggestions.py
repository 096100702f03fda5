"""What a proposed action suggests: whose it seems to be, by when; and which item of the agenda a minute is of."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from shp_gov.database import db
from shp_gov.domain.register.due import due_of
from shp_gov.domain.register.owner import Holder, SeatThere, owner_of
from shp_gov.domain.workflows import ProposalState
from shp_gov.models import AgendaItem, Body, Minute, Provenance, Seat
from shp_gov.queries import imports as queries
from shp_gov.queries import printed
from shp_gov.queries.organisations import Names
from shp_gov.services.people import People

ALIKE = 0.9


def suggest(body: Body, names: Names) -> None:
    """Suggest an owner and a due date for every proposal that waits, from all that the register knows by now."""
    held: dict[int, list[Holder]] = defaultdict(list)
    for term in printed.appointments(body):
        held[term.seat_id].append(Holder(term.person.name, term.from_on, term.until_on))
    seats = [_there(seat, names, held[seat.id]) for seat in printed.seats(body)]
    called = names.by_organisation()
    days = {meeting.on for meeting in queries.meetings(body)}
    for proposal, decision_on in queries.waiting_proposals(body):
        if proposal.state is ProposalState.PROPOSED:
            owner = owner_of(proposal.owner_hint, seats, decision_on, called)
            due = due_of(proposal.due_hint, decision_on, days)
            proposal.seat_id, proposal.organisation_id = owner.seat, owner.organisation
            proposal.due_on, proposal.is_due_by_next_meeting = due.on, due.by_next_meeting
    db.session.flush()


def _there(seat: Seat, names: Names, held: Sequence[Holder]) -> SeatThere:
    organisation = seat.organisation
    return SeatThere(
        seat.id,
        seat.post,
        organisation.id if organisation else None,
        tuple(names.of(organisation)) if organisation else (),
        seat.active_from,
        seat.active_until,
        tuple(held),
    )


def link_minutes(body: Body) -> None:
    """Tie each minute to the agenda item it is of, whichever paper came first."""
    for minutes, items in queries.minutes_and_items(body):
        spare = list(items)
        for minute in minutes:
            if minute.provenance is Provenance.IMPORTED and (item := _item_of(minute, spare)):
                minute.agenda_item = item
                spare.remove(item)
    db.session.flush()


def link_interests(body: Body, found: People) -> None:
    """Tie each declaration to the one person and the one minute or item that its words name."""
    for interest, meeting in queries.declared(body):
        named = {person for key, person in found.by_key.items() if f" {key} " in f" {words_of(interest.words)} "}
        numbers = re.findall(r"\b(?:minute|item)s? (?:no\.? ?|number )?(\d+(?:\.\d+)?)", interest.words, re.IGNORECASE)
        minutes = [row for row in meeting.minutes if row.number_printed in numbers]
        items = [row for row in meeting.agenda_items if row.number in numbers]
        interest.person = named.pop() if len(named) == 1 else interest.person
        interest.minute_id = minutes[0].id if len(minutes) == 1 else interest.minute_id
        interest.agenda_item_id = items[0].id if len(items) == 1 else interest.agenda_item_id
    db.session.flush()


def words_of(text: str) -> str:
    """Give the words of a text in the form that names of people are kept in."""
    return " ".join(re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", text).casefold()))


def _item_of(minute: Minute, items: list[AgendaItem]) -> AgendaItem | None:
    alike = [(_likeness(minute.title, item.title), item) for item in items]
    best = max(alike, key=lambda pair: (pair[0], -pair[1].position), default=(0.0, None))
    return best[1] if best[0] >= ALIKE else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
