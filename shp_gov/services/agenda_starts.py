"""Beginning an agenda: from the last one, from what every agenda of the body has, or with nothing on it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.domain.words import long_day
from shp_gov.models import AgendaItem, ItemKind, ItemOrigin, ItemPurpose, Meeting, StandingItem
from shp_gov.queries import agendas as queries
from shp_gov.services.agenda import BUSINESS, Wording, add
from shp_gov.services.agenda_rows import hold

APOLOGIES, INTERESTS = "Apologies for absence", "Declarations of interest"
LOG, URGENT = "Action log and matters arising", "Any other business which the chair considers urgent"
KINDS = {
    ItemKind.APOLOGIES: re.compile(r"^apologies\b", re.IGNORECASE),
    ItemKind.DECLARATIONS: re.compile(r"^(?:to receive any )?declarations? of interests?\b", re.IGNORECASE),
    ItemKind.MINUTES: re.compile(r"^(?:to (?:confirm|agree|approve) the )?minutes of the\b", re.IGNORECASE),
    ItemKind.ACTION_LOG: re.compile(r"^(?:action log|matters arising)\b", re.IGNORECASE),
    ItemKind.URGENT_BUSINESS: re.compile(r"^any other (?:\w+ )?(?:business|items)\b", re.IGNORECASE),
}
NEVER_COPIED = (ItemKind.EXCLUSION, ItemKind.BETWEEN_MEETINGS, ItemKind.MINUTES)


@dataclass(frozen=True)
class Standing:
    """One item that is to be on the agenda."""

    kind: ItemKind
    wording: Wording
    origin: ItemOrigin = ItemOrigin.STANDING


USUAL = (
    Standing(ItemKind.APOLOGIES, Wording(title=APOLOGIES, presenter="Chair", purpose=ItemPurpose.INFORMATION)),
    Standing(ItemKind.DECLARATIONS, Wording(title=INTERESTS, presenter="Chair", purpose=ItemPurpose.INFORMATION)),
    Standing(
        ItemKind.MINUTES,
        Wording(title="Minutes", section=queries.OPENING, presenter="Chair", purpose=ItemPurpose.DECISION),
    ),
    Standing(ItemKind.ACTION_LOG, Wording(title=LOG, section=queries.OPENING, purpose=ItemPurpose.DECISION)),
    Standing(ItemKind.URGENT_BUSINESS, Wording(title=URGENT, presenter="Chair", purpose=ItemPurpose.DECISION)),
)


def from_standing_items(meeting: Meeting, *, actor: Actor) -> list[AgendaItem]:
    """Put on an agenda what every agenda of the body has: what its settings say, otherwise the usual five."""
    rows = queries.standing_items(meeting.body)
    wanted = [_of_setting(row) for row in rows] or list(USUAL)
    return _put_on(meeting, wanted, start="standing items", actor=actor)


def from_last(meeting: Meeting, *, actor: Actor, also: Collection[int] = ()) -> list[AgendaItem]:
    """Begin as the last agenda was: its headings, standing items, presenters by post and timings.

    Its own business is over and does not come again, but for the items named in `also`.
    """
    last = queries.last_with_an_agenda(meeting)
    if last is None:
        return from_standing_items(meeting, actor=actor)
    rows = queries.items(last)
    kinds = {row.id: kind_of(row) for row in rows}
    copied = [row for row in rows if row.id in also or kinds[row.id] not in (*NEVER_COPIED, *BUSINESS)]
    has = {kinds[row.id] for row in copied}
    wanted = [_of_item(row, kinds[row.id]) for row in copied]
    wanted += [each for each in USUAL if each.kind not in has]
    wanted.sort(key=lambda each: queries.RANKS[each.kind])
    return _put_on(meeting, wanted, start="last agenda", actor=actor)


def _of_setting(row: StandingItem) -> Standing:
    wording = Wording(
        title=row.title,
        section=row.section,
        presenter=row.presenter,
        purpose=row.purpose,
        minutes_allowed=row.minutes_allowed,
    )
    return Standing(row.kind, wording)


def kind_of(row: AgendaItem) -> ItemKind:
    """Tell the kind of an item; of one that was printed elsewhere, by the words of its title."""
    if row.kind is not ItemKind.BUSINESS:
        return row.kind
    return next((kind for kind, words in KINDS.items() if words.search(row.title)), row.kind)


def _of_item(row: AgendaItem, kind: ItemKind) -> Standing:
    wording = Wording(
        title=row.title,
        section=row.section,
        seat=row.seat,
        presenter=row.presenter,
        purpose=row.purpose,
        minutes_allowed=row.minutes_allowed,
        needs_report=row.needs_report,
        is_exempt=row.is_exempt,
        exempt_paragraph=row.exempt_paragraph,
        public_interest_reason=row.public_interest_reason,
        public_title=row.public_title,
    )
    return Standing(kind, wording, ItemOrigin.LAST_AGENDA)


def _put_on(meeting: Meeting, wanted: Iterable[Standing], *, start: str, actor: Actor) -> list[AgendaItem]:
    """Add what is not there yet: of each standing kind one, of minutes one for each meeting to be confirmed."""
    hold(meeting)
    there = queries.items(meeting)
    kinds = {row.kind for row in there if row.kind not in BUSINESS}
    titles = {row.title.casefold() for row in there}
    new = [each for each in wanted if each.kind not in kinds and each.wording.title.casefold() not in titles]
    added = [item for each in new for item in _add(meeting, each, actor)]
    audit.record("agenda.begun", meeting, actor=actor, body_id=meeting.body_id, start=start, items=len(added))
    return added


def _add(meeting: Meeting, each: Standing, actor: Actor) -> Iterator[AgendaItem]:
    if each.kind is ItemKind.MINUTES:
        yield from confirm_minutes(meeting, each.wording, origin=each.origin, actor=actor)
    else:
        yield add(meeting, each.wording, kind=each.kind, origin=each.origin, actor=actor)


def opening_heading(meeting: Meeting) -> str:
    """Give the heading under which the minutes and the action log come: the body's own, where it has one."""
    last = queries.last_with_an_agenda(meeting)
    rows = [row for each in (meeting, last) if each for row in queries.items(each)]
    own = (row.section for row in rows if row.section and kind_of(row) in (ItemKind.MINUTES, ItemKind.ACTION_LOG))
    return next(own, queries.OPENING)


def confirm_minutes(meeting: Meeting, wording: Wording, *, origin: ItemOrigin, actor: Actor) -> Iterator[AgendaItem]:
    """Put on an agenda the minutes of each meeting that is still to be confirmed and is not on it yet."""
    there = {row.confirms_meeting_id for row in queries.items(meeting)}
    for held in queries.unconfirmed(meeting):
        if held.id not in there:
            named = Wording(**{**vars(wording), "title": f"Minutes of the meeting held on {long_day(held.on)}"})
            yield add(meeting, named, kind=ItemKind.MINUTES, origin=origin, confirms=held, actor=actor)
