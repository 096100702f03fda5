"""What one person is asked for a meeting: whether they come, who stands in, which interests they have to declare."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain import replying
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.replying import SubstituteTerms
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import (
    AgendaItem,
    Appointment,
    Interest,
    ItemKind,
    Meeting,
    Person,
    PersonPost,
    Reply,
    Seat,
    Substitution,
    TermsState,
    TermsVersion,
)
from shp_gov.queries import bodies
from shp_gov.queries.actions import held_on
from shp_gov.queries.bodies import Membership
from shp_gov.queries.people import WITH_POSTS, covers
from shp_gov.queries.visibility import declared_in_item, entitled, item_is_out

WITHOUT_INTERESTS = (ItemKind.APOLOGIES, ItemKind.DECLARATIONS, ItemKind.EXCLUSION)
MOST_PEOPLE = 200


@dataclass(frozen=True)
class ItemAsked:
    """An item in which somebody may have an interest, by the title that they may see."""

    id: int
    title: str
    is_private: bool


@dataclass(frozen=True)
class Asked:
    """What one person is asked for one meeting, and what they replied so far."""

    meeting: Meeting
    person: Person
    seats: tuple[Membership, ...]
    instead_of: str
    reply: Reply | None
    items: tuple[ItemAsked, ...]
    declared: dict[int, str]
    terms: SubstituteTerms
    named: tuple[Person, ...]
    others: tuple[Person, ...]

    @property
    def body_id(self) -> int:
        """Give the number of the body that meets."""
        return self.meeting.body_id

    @property
    def name(self) -> str:
        """Name the person as on the day of the meeting."""
        return self.person.name_on(self.meeting.on)

    @property
    def post(self) -> str:
        """Name their seats."""
        return "; ".join(seat.title for seat in self.seats)

    @property
    def may_send_somebody(self) -> bool:
        """Tell whether a substitute is asked for: a substitute sends nobody, and the terms may allow none."""
        return not self.instead_of and self.terms.are_allowed is not False

    @property
    def asks_of_interests(self) -> bool:
        """Tell whether the agenda is out, so that interests can be told."""
        return bool(self.items)


def asked(meeting: Meeting, person_id: int | None, *, viewer: Viewer) -> Asked | None:
    """Gather what somebody is asked for a meeting; nothing for whoever neither sits nor stands in on its day."""
    person = _person(person_id) if person_id else None
    if person is None:
        return None
    members = bodies.members(meeting.body, on=meeting.on)
    seats = tuple(seat for seat in members if person.id in {holder.person_id for holder in seat.holders})
    stands_in = [] if seats else _stands_in(meeting, person)
    if not seats and not stands_in:
        return None
    seats = seats or tuple(seat for seat in members if seat.seat_id in {row.seat_id for row in stands_in})
    offered = {} if stands_in else _offered(meeting, seats, person)
    return Asked(
        meeting=meeting,
        person=person,
        seats=seats,
        instead_of=" and ".join(row.seat.title for row in stands_in),
        reply=find(meeting, person),
        items=_items(meeting, viewer),
        declared=declared_ahead(meeting, person),
        terms=substitute_terms(meeting),
        named=offered.get(True, ()),
        others=offered.get(False, ()),
    )


def _person(person_id: int) -> Person | None:
    found = sa.select(Person).where(Person.id == person_id).options(WITH_POSTS)
    return db.session.scalars(found).unique().one_or_none()


def find(meeting: Meeting, person: Person) -> Reply | None:
    """Find what somebody replied to a meeting."""
    found = sa.select(Reply).where(Reply.meeting_id == meeting.id, Reply.person_id == person.id)
    return db.session.scalars(found.options(joinedload(Reply.substitute))).one_or_none()


def _stands_in(meeting: Meeting, person: Person) -> Sequence[Substitution]:
    """List for which seats somebody was named at this one meeting."""
    named = sa.select(Substitution).join(Substitution.seat).where(Substitution.person_id == person.id)
    named = named.where(Substitution.meeting_id == meeting.id, Substitution.ended_because.is_(None))
    return db.session.scalars(named.options(joinedload(Substitution.seat).joinedload(Seat.organisation))).all()


def _items(meeting: Meeting, viewer: Viewer) -> tuple[ItemAsked, ...]:
    """List the items of a published agenda in which somebody may have an interest, as the viewer may read them."""
    if meeting.state is not MeetingState.AGENDA_PUBLISHED:
        return ()
    found = sa.select(AgendaItem, declared_in_item(viewer).label("barred"), entitled(viewer).label("entitled")).join(
        AgendaItem.meeting
    )
    found = found.where(AgendaItem.meeting_id == meeting.id, item_is_out(), AgendaItem.kind.not_in(WITHOUT_INTERESTS))
    found = found.where(AgendaItem.withdrawn_because.is_(None)).order_by(AgendaItem.position)
    return tuple(
        _item(item, is_private=item.is_exempt and (barred or not may_see))
        for item, barred, may_see in db.session.execute(found)
    )


def _item(item: AgendaItem, *, is_private: bool) -> ItemAsked:
    title = (item.public_title or "Private item") if is_private else item.title
    return ItemAsked(item.id, f"{item.number}. {title}" if item.number else title, item.is_exempt)


def declared_ahead(meeting: Meeting, person: Person) -> dict[int, str]:
    """Give the interests that somebody declared before a meeting, by item."""
    found = sa.select(Interest.agenda_item_id, Interest.words).where(Interest.meeting_id == meeting.id)
    found = found.where(Interest.person_id == person.id, Interest.is_ahead, Interest.agenda_item_id.is_not(None))
    return {item_id: words for item_id, words in db.session.execute(found) if item_id is not None}


def substitute_terms(meeting: Meeting) -> SubstituteTerms:
    """Tell what the terms in force on the day of a meeting say of substitutes."""
    begun = sa.select(TermsVersion).where(TermsVersion.body_id == meeting.body_id)
    begun = begun.where(TermsVersion.state == TermsState.ADOPTED, TermsVersion.in_force_from <= meeting.on)
    begun = begun.order_by(TermsVersion.in_force_from.desc()).limit(1)
    version = db.session.scalars(begun).one_or_none()
    if version is None:
        return replying.SILENT
    return SubstituteTerms(
        version.title,
        version.has_substitutes,
        version.substitute_notice_hours,
        version.substitute_elected_for_elected,
    )


def _offered(meeting: Meeting, seats: Sequence[Membership], person: Person) -> dict[bool, tuple[Person, ...]]:
    """List who may stand in: named in advance for these seats, of the same organisations, or who stood in before."""
    seat_ids = [seat.seat_id for seat in seats]
    organisations = [seat.organisation_id for seat in seats if seat.organisation_id]
    in_advance = sa.select(Substitution.person_id).where(Substitution.seat_id.in_(seat_ids))
    in_advance = in_advance.where(Substitution.meeting_id.is_(None), Substitution.from_on <= meeting.on)
    in_advance = in_advance.where(sa.or_(Substitution.until_on.is_(None), Substitution.until_on >= meeting.on))
    same = sa.select(PersonPost.person_id).where(PersonPost.organisation_id.in_(organisations), covers(meeting.on))
    stood_in = sa.select(Substitution.person_id).join(Substitution.seat).where(Seat.body_id == meeting.body_id)
    sitting = sa.select(Appointment.person_id).join(Appointment.seat)
    sitting = sitting.where(Appointment.from_on <= meeting.on, held_on(meeting.on))
    colleagues = sitting.where(Seat.organisation_id.in_(organisations))
    is_named = Person.id.in_(in_advance)
    found = sa.select(Person, is_named).where(sa.or_(is_named, *map(Person.id.in_, (same, stood_in, colleagues))))
    found = found.where(Person.id != person.id, Person.id.not_in(sitting.where(Seat.id.in_(seat_ids))))
    rows = db.session.execute(found.order_by(is_named.desc(), Person.name, Person.id).limit(MOST_PEOPLE)).all()
    return {named: tuple(each for each, so in rows if bool(so) is named) for named in (True, False)}
