"""A call for items, and what people offer: taken onto the agenda, planned, or declined with an answer."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import agenda_guards, guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import OfferState
from shp_gov.models import AgendaItem, CallForItems, ItemOffer, ItemPurpose, Meeting, Person, PlanOrigin
from shp_gov.notifications import meeting_outbox
from shp_gov.notifications.outbox import Recipients
from shp_gov.queries import calls as queries
from shp_gov.services import forward_plan
from shp_gov.services.agenda_rows import hold
from shp_gov.services.forward_plan import PRIVATE, Plan

LONGEST_WORDS = 4000


class CallRefused(DomainError):
    """Items cannot be called for, or offered, like this."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What somebody offers to a meeting. A private one is shown only to those entitled."""

    title: str
    about: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    is_private: bool = False


def call(meeting: Meeting, *, reply_by: date, words: str = "", to: Recipients, actor: Actor) -> CallForItems:
    """Ask members what should come to a meeting, once."""
    hold(meeting)
    if known := queries.call_of(meeting):
        raise CallRefused(f"Members were asked already, to reply by {long_day(known.reply_by)}.")
    if not clock.today() <= reply_by < meeting.on:
        raise CallRefused("The last day to reply must be from today on, and before the meeting.")
    people = list(to)
    made = CallForItems(
        meeting=meeting,
        reply_by=reply_by,
        words=words.strip() or None,
        asked=len(people),
        sent_at=clock.now(),
        sent_by=actor.name,
    )
    db.session.add(made)
    audit.record("items.called_for", made, actor=actor, body_id=meeting.body_id, reply_by=reply_by, asked=made.asked)
    meeting_outbox.items_called(made, to=people)
    return made


def offer(meeting: Meeting, said: Offer, *, person: Person | None, actor: Actor) -> ItemOffer:
    """Offer an item to a meeting whose agenda is still being built."""
    hold(meeting)
    title = guards.require_words(said.title, what="a title", longest=agenda_guards.LONGEST_TITLE)
    return _offered(meeting, title, said, person, actor)


def nothing_to_offer(meeting: Meeting, *, person: Person | None, actor: Actor) -> ItemOffer:
    """Say that one has nothing for a meeting."""
    hold(meeting)
    return _offered(meeting, None, None, person, actor)


def _offered(meeting: Meeting, title: str | None, said: Offer | None, person: Person | None, actor: Actor) -> ItemOffer:
    made = ItemOffer(meeting=meeting, person=person, offered_by=actor.name, title=title, offered_at=clock.now())
    if said is not None:
        made.about, made.purpose, made.is_exempt = said.about or None, said.purpose, said.is_private
    db.session.add(made)
    words = {"title": title, "about": made.about}
    audit.record("item.offered", made, actor=actor, body_id=meeting.body_id, words=words)
    return made


def accept(offered: ItemOffer, *, actor: Actor) -> AgendaItem:
    """Put an offered item on the agenda. One that is private says why before the agenda is published."""
    _require_open(offered)
    plan = Plan(
        title=offered.title or "",
        about=f"Offered by {offered.offered_by}. {offered.about or ''}".strip(),
        purpose=offered.purpose,
        presenter=offered.offered_by,
        is_exempt=offered.is_exempt,
        public_title=PRIVATE if offered.is_exempt else None,
        meeting=offered.meeting,
    )
    entry = forward_plan.write(offered.meeting.body, plan, actor=actor, origin=PlanOrigin.OFFERED)
    item = forward_plan.put_on(entry, offered.meeting, actor=actor)
    offered.state, offered.forward_plan_entry = OfferState.ACCEPTED, entry
    audit.record("item_offer.accepted", offered, actor=actor, body_id=offered.meeting.body_id, item=item.id)
    return item


def decline(offered: ItemOffer, *, answer: str, actor: Actor) -> None:
    """Say that an offered item does not come, and why."""
    said = guards.require_words(answer, what="an answer", longest=LONGEST_WORDS)
    _require_open(offered)
    offered.state, offered.answer = OfferState.DECLINED, said
    audit.record("item_offer.declined", offered, actor=actor, body_id=offered.meeting.body_id, words={"answer": said})


def _require_open(offered: ItemOffer) -> None:
    db.session.flush()
    db.session.execute(sa.select(ItemOffer.id).where(ItemOffer.id == offered.id).with_for_update())
    db.session.refresh(offered, ["state"])
    if offered.state is not OfferState.OFFERED or offered.title is None:
        raise CallRefused(f"This offer is {offered.state} already." if offered.title else "Nothing was offered.")
