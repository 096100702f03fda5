"""Test data. Each maker gives a row that is already in the session; say only what matters to your test."""

from datetime import date, time
from itertools import count
from typing import TypeVar

from shp_gov import clock, services, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import ActionState, MeetingState, MinutesState
from shp_gov.models import (
    Action,
    Appointment,
    Attendance,
    Base,
    Body,
    Capacity,
    Decision,
    Document,
    DutyEntry,
    Import,
    InterestKind,
    InterimDecision,
    ItemKind,
    Meeting,
    Merge,
    Minute,
    MinuteRevision,
    MunicipalYear,
    Office,
    OfficeKind,
    Organisation,
    OrganisationName,
    Person,
    PersonPost,
    Referral,
    RegisteredInterest,
    RoleHeld,
    Seat,
    Standing,
    StandingItem,
    Substitution,
    User,
)
from shp_gov.queries import users

LONG_AGO = date(2015, 1, 1)
SYSTEM = Actor("test")
_next = count(1)
Row = TypeVar("Row", bound=Base)


def _kept(row: Row) -> Row:
    db.session.add(row)
    db.session.flush()
    return row


def a_body(name: str = "Safer Seaborough Partnership", **details) -> Body:
    """Make a partnership."""
    slug = details.pop("slug", None) or f"{name.lower().replace(' ', '-')}-{next(_next)}"
    return _kept(Body(name=name, slug=slug, **details))


def an_organisation(name: str = "Seaborough Fire Authority") -> Organisation:
    """Make an organisation."""
    number = next(_next)
    return _kept(Organisation(name=name, names=[OrganisationName(name=name, key=f"{name.lower()} {number}")]))


def a_person(
    name: str = "Robin Ferris", *, post: str | None = None, organisation: Organisation | None = None, **details
) -> Person:
    """Make a person, in one post as far back as is known where `post` or `organisation` says so."""
    posts = [PersonPost(post=post, organisation=organisation)] if post or organisation else []
    return _kept(Person(name=name, posts=posts, **details))


def a_seat(*, body: Body | None = None, held_by: Person | None = None, until: date | None = None, **details) -> Seat:
    """Make a seat, with somebody in it since long ago if `held_by` says so."""
    details = {"post": "District Manager", "key": f"seat {next(_next)}"} | details
    seat = _kept(Seat(body=body or a_body(), **details))
    if held_by is not None:
        an_appointment(held_by, seat=seat, until_on=until)
    return seat


def an_appointment(
    person: Person, *, seat: Seat, from_on: date = LONG_AGO, until_on: date | None = None
) -> Appointment:
    """Put somebody in a seat."""
    return _kept(Appointment(person=person, seat=seat, from_on=from_on, until_on=until_on))


def a_substitute(
    person: Person,
    *,
    seat: Seat,
    from_on: date = LONG_AGO,
    until_on: date | None = None,
    meeting: Meeting | None = None,
) -> Substitution:
    """Name somebody to stand in for a seat."""
    days = (meeting.on, meeting.on) if meeting else (from_on, until_on)
    return _kept(Substitution(person=person, seat=seat, from_on=days[0], until_on=days[1], meeting=meeting))


def a_chair_in_office(person: Person, *, body: Body, kind: OfficeKind = OfficeKind.CHAIR) -> Office:
    """Make somebody chair (or vice-chair) of a body since long ago."""
    return _kept(Office(person=person, body_id=body.id, kind=kind, from_on=LONG_AGO))


def a_meeting(*, body: Body | None = None, on: date = date(2026, 7, 16), **details) -> Meeting:
    """Make a meeting that was held and whose minutes are out as a draft."""
    usual = {"starts_at": time(10), "state": MeetingState.CLOSED, "minutes_state": MinutesState.DRAFT_PUBLISHED}
    return _kept(Meeting(body=body or a_body(), on=on, **(usual | details)))


def a_minute(*, meeting: Meeting | None = None, **details) -> Minute:
    """Make a minute."""
    meeting = meeting or a_meeting()
    position = details.pop("position", next(_next))
    usual = {"number": position, "number_printed": str(position), "title": "Community safety plan"}
    usual |= {"year_starts_on": date(meeting.on.year, 5, 1)}
    return _kept(Minute(meeting=meeting, position=position, **(usual | details)))


def a_clash(minute: Minute) -> MinuteRevision:
    """Save a minute twice on top of the same words: the second is kept beside it, not settled."""
    began, words = {"based_on": minute.version, "while_": tuple(MinutesState)}, minute.narrative or ""
    services.revisions.save(minute, words={"narrative": f"{words} The chair asked."}, actor=SYSTEM, **began)
    said = {"narrative": f"{words} The chief superintendent answered."}
    clash = services.revisions.save(minute, words=said, actor=Actor("another"), **began).clash
    assert clash is not None, "it was saved on top of older words"
    return clash


def a_decision(
    *, minute: Minute | None = None, words: str = "That the plan be sent to all members.", **details
) -> Decision:
    """Make a decision."""
    minute = minute or a_minute()
    usual = {"ordinal": len(minute.decisions) + 1, "body_id": minute.meeting.body_id, "on": minute.meeting.on}
    return _kept(Decision(minute=minute, words=words, **(usual | details)))


def an_action(
    *, decision: Decision | None = None, owner: Seat | Organisation | Body | None = None, **details
) -> Action:
    """Make an action."""
    decision = decision or a_decision()
    owner = owner or a_seat(body=db.session.get_one(Body, decision.body_id))
    lead = {Seat: "seat", Organisation: "organisation", Body: "owner_body"}[type(owner)]
    usual = {
        "what": "Send the plan to all members",
        "number": next(_next),
        "body_id": decision.body_id,
        "assigned_on": decision.on,
        "due_on": date(2026, 9, 30),
        "is_exempt": decision.minute.is_exempt,
        "state": ActionState.OPEN,
        lead: owner,
    }
    return _kept(Action(decision=decision, **(usual | details)))


def a_cover(user: User, *, for_whom: User, body: Body, until_on: date, role: Role = Role.OFFICER) -> RoleHeld:
    """Let somebody cover for a colleague since long ago."""
    held = RoleHeld(user=user, body=body, role=role, from_on=LONG_AGO, until_on=until_on, covers_for=for_whom)
    return _kept(held)


def a_user(name: str = "Sam Wren", *, person: Person | None = None, **details) -> User:
    """Make an account that nobody can sign in to with a password."""
    return _kept(
        User(name=name, email=f"user{next(_next)}@seaborough.example", password_hash="-", person=person, **details)
    )


def _with_role(role: Role, *, body: Body, name: str, person: Person | None = None) -> User:
    user = a_user(name, person=person)
    _kept(RoleHeld(user=user, body=body, role=role, from_on=LONG_AGO))
    return user


def an_officer(*, body: Body) -> User:
    """Make a democratic services officer of a body."""
    return _with_role(Role.OFFICER, body=body, name="Helen Ashby")


def a_chair(*, body: Body) -> User:
    """Make the account of a body's chair."""
    person = a_person("Councillor Ruth Adeyemi")
    a_chair_in_office(person, body=body)
    return _with_role(Role.CHAIR, body=body, name=person.name, person=person)


def a_member(*, body: Body, seat: Seat | None = None, name: str = "Jo Tranter") -> User:
    """Make the account of someone who holds a seat on a body."""
    person = a_person(name)
    an_appointment(person, seat=seat or a_seat(body=body))
    return a_user(name, person=person)


def an_administrator() -> User:
    """Make a system administrator."""
    return a_user("Pat Lowe", is_administrator=True)


def viewer(user: User | None = None, *, on: date | None = None) -> Viewer:
    """Look through somebody's eyes; through the public's where nobody is named."""
    return users.viewer_of(user, on=on or clock.today())


def an_attendance(person: Person, *, meeting: Meeting, capacity: Capacity = Capacity.PRESENT, **details) -> Attendance:
    """Record somebody at a meeting."""
    usual = {"position": next(_next), "name_printed": person.name}
    return _kept(Attendance(person=person, meeting=meeting, capacity=capacity, **(usual | details)))


def a_document(content: bytes = b"Dear all", filename: str = "letter.txt") -> Document:
    """Store a file."""
    kept = {"sha256": storage.keep(content), "size": len(content), "stored_at": clock.now(), "stored_by": "Helen Ashby"}
    return _kept(Document(filename=filename, media_type="text/plain", **kept))


def a_duty_entry(duty: str = "strategic-assessment", *, body: Body | None = None, **details) -> DutyEntry:
    """Record something about a duty; by its usual, the assessment of 2026-27 was prepared on 1 June 2026."""
    usual = {"year": date(2026, 4, 1), "entered": {"prepared_on": "2026-06-01"}}
    usual = {"entered": {}} if duty != "strategic-assessment" else usual
    usual |= {"recorded_at": clock.now(), "recorded_by": "Helen Ashby"}
    return _kept(DutyEntry(body=body or a_body(), duty=duty, **(usual | details)))


def a_pack(*, by: User, body: Body | None = None, **details) -> Import:
    """Make a pack that an officer uploaded; nothing of it is in the register yet."""
    number = next(_next)
    document = Document(
        sha256=f"{number:064}",
        filename=f"pack-{number}.pdf",
        media_type="application/pdf",
        size=1,
        stored_at=clock.now(),
        stored_by=by.name,
    )
    usual = {"sha256": f"{number:064}", "reading": {}, "read_at": clock.now(), "read_by_id": by.id, "read_by": by.name}
    return _kept(Import(document=document, body=body, **(usual | details)))


def a_merge(*, body: Body) -> Merge:
    """Make two people of a body one."""
    return services.merges.merge_people(a_person("A Lisle"), into=a_person("Ann Lisle"), body=body, actor=SYSTEM)


def a_standing_item(*, body: Body, **details) -> StandingItem:
    """Make an item that every agenda of a body has."""
    usual = {"position": next(_next), "title": "Apologies for absence", "kind": ItemKind.APOLOGIES}
    return _kept(StandingItem(body=body, **(usual | details)))


def an_interim_decision(*, body: Body, **details) -> InterimDecision:
    """Make a decision that was taken between meetings and waits to be ratified."""
    usual = {"taken_on": date(2026, 8, 3), "words": "That the grant be accepted.", "taken_by": "the chair"}
    usual |= {"authority": "Terms of reference, 9.2", "reasons": "The offer ended on 5 August."}
    return _kept(InterimDecision(body=body, **(usual | details)))


def a_referral(*, decision: Decision, to: Body, **details) -> Referral:
    """Refer something to another body, whose answer is awaited."""
    usual = {"body_id": decision.body_id, "to_body": to, "asked": "Look at taxi marshals", "sent_on": decision.on}
    return _kept(Referral(decision=decision, **(usual | details)))


def a_municipal_year(*, body: Body, starts_on: date = date(2014, 5, 22)) -> MunicipalYear:
    """Say on which day a municipal year of a body starts."""
    return _kept(MunicipalYear(body=body, starts_on=starts_on))


def a_standing(*, body: Body) -> Standing:
    """Record that a provider only co-operated for a year."""
    days = {"from_on": date(2016, 1, 1), "until_on": date(2016, 12, 31)}
    row = Standing(body=body, organisation="Northshire Community Rehabilitation Company", basis="Contract", **days)
    row.is_responsible_authority = False
    return _kept(row)


def a_registered_interest(*, body: Body, person: Person | None = None, **details) -> RegisteredInterest:
    """Enter a standing interest of a member."""
    usual = {"kind": InterestKind.LAND, "words": "A boat house on the harbour", "from_on": LONG_AGO}
    return _kept(RegisteredInterest(body=body, person=person or a_person("Ivo Tide"), **(usual | details)))
