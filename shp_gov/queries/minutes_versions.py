"""The minutes of a meeting as a whole: what they say, their versions, what the chair suggests."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.minutes_words import Declared
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import SuggestionState
from shp_gov.models import (
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Interest,
    Meeting,
    Minute,
    MinuteRevision,
    MinutesVersion,
    MinutesVersionKind,
    Suggestion,
    Vote,
)
from shp_gov.queries import owners, rulings
from shp_gov.queries.owners import Owners
from shp_gov.queries.rulings import WITH_DISSENTS, WITH_REFUSED, WITH_VOTES
from shp_gov.queries.visibility import minute_is_open

Contents = dict[str, Any]
READ_BY_ALL = (MinutesVersionKind.DRAFT_PUBLISHED, MinutesVersionKind.APPROVED, MinutesVersionKind.CORRECTED)
WORDS = (
    "number",
    "number_printed",
    "title",
    "public_title",
    "presenter",
    "purpose",
    "narrative",
    "urgent_ruling",
    "is_urgent",
    "is_exempt",
    "exempt_paragraph",
    "public_summary",
)


def contents(meeting: Meeting) -> Contents:
    """Give all that the minutes of a meeting say, private ones too, in values that are safe for JSON."""
    minutes = of_meeting(meeting)
    taken = [decision for minute in minutes for decision in minute.decisions]
    owned = owners.of_actions([action for decision in taken for action in decision.actions], on=meeting.on)
    return {
        "body": meeting.body.name,
        "on": _plain(meeting.on),
        "began": _plain(meeting.started_at or meeting.starts_at),
        "ended": _plain(meeting.ended_at),
        "venue": meeting.venue,
        "next": [_plain(meeting.next_on), _plain(meeting.next_starts_at), meeting.next_venue],
        "attendance": [_line(line) for line in lines(meeting)],
        "interests": [[interest.words, interest.left_the_meeting] for interest in interests(meeting)],
        "minutes": [_minute(minute, owned) for minute in minutes],
    }


def hash_of(meeting: Meeting) -> str:
    """Give the fingerprint of what the minutes of a meeting say now."""
    return fingerprint(contents(meeting))


def _plain(value: date | time | None) -> str | None:
    return value.isoformat() if value is not None else None


def _line(line: Attendance) -> list[Any]:
    said: list[Any] = [line.capacity.value, line.name_printed, line.role_printed, line.for_printed]
    said = [*said, line.is_in_the_chair, line.is_remote, _plain(line.arrived_at), _plain(line.left_at)]
    return [*said, line.times_out] if line.times_out else said


def _minute(minute: Minute, owned: Owners) -> Contents:
    """Give what a minute says. What was not agreed stands in it where there is some: older versions do not tell it."""
    said: Contents = {name: getattr(minute, name) for name in WORDS}
    said["id"] = minute.id
    said["votes"] = [_vote(vote, on=minute.meeting.on) for vote in minute.votes]
    said["decisions"] = [_decision(each, owned) for each in minute.decisions]
    told = {"refused": [each.words for each in minute.refused], "not_agreed": list(rulings.not_agreed(minute))}
    return said | {name: words for name, words in told.items() if words}


def _vote(vote: Vote, *, on: date) -> list[Any]:
    names = [[cast.person.name_on(on), cast.cast.value] for cast in vote.names]
    counts = [vote.votes_for, vote.votes_against, vote.abstentions]
    return [vote.decision_id, vote.motion, *counts, vote.is_carried, names]


def _decision(decision: Decision, owned: Owners) -> Contents:
    told = list(rulings.of_decision(decision))
    said: Contents = {
        "id": decision.id,
        "ordinal": decision.ordinal,
        "words": decision.words,
        "agreement": decision.agreement.value,
        "reasons": decision.reasons,
        "actions": [[owned.of(action).title, _plain(action.due_on)] for action in decision.actions],
        "dissents": [[each.person.name_on(decision.on), each.words] for each in decision.dissents],
    }
    return said | ({"ruled": told} if told else {})


def of_meeting(meeting: Meeting) -> Sequence[Minute]:
    """List the minutes of a meeting with their items, decisions and actions."""
    leads = (joinedload(Action.seat), joinedload(Action.organisation), joinedload(Action.owner_body))
    taken = selectinload(Minute.decisions)
    decisions = taken.options(selectinload(Decision.actions).options(*leads), WITH_DISSENTS)
    asked = sa.select(Minute).where(Minute.meeting_id == meeting.id).order_by(Minute.position)
    asked = asked.options(joinedload(Minute.agenda_item), decisions, WITH_VOTES, WITH_REFUSED)
    return db.session.scalars(asked.execution_options(populate_existing=True)).unique().all()


def lines(meeting: Meeting) -> Sequence[Attendance]:
    """List the attendance of a meeting, in the order of the paper."""
    asked = sa.select(Attendance).where(Attendance.meeting_id == meeting.id).order_by(Attendance.position)
    return db.session.scalars(asked.options(joinedload(Attendance.person))).all()


def interests(meeting: Meeting) -> Sequence[Interest]:
    """List what was declared, in its order."""
    asked = sa.select(Interest).where(Interest.meeting_id == meeting.id).order_by(Interest.position)
    return db.session.scalars(asked.options(joinedload(Interest.person))).all()


def declared(meeting: Meeting) -> list[Declared]:
    """Tell what was declared as public minutes may: of a private item only who declared, and in which minute."""
    is_of_item = sa.and_(Minute.meeting_id == meeting.id, Minute.agenda_item_id == Interest.agenda_item_id)
    asked = sa.select(Interest, Minute.number_printed, sa.or_(Minute.is_exempt, AgendaItem.is_exempt))
    asked = asked.outerjoin(Minute, sa.or_(Minute.id == Interest.minute_id, is_of_item))
    asked = asked.outerjoin(AgendaItem, AgendaItem.id == Interest.agenda_item_id)
    asked = asked.where(Interest.meeting_id == meeting.id).order_by(Interest.position)
    rows = db.session.execute(asked.options(joinedload(Interest.person))).all()
    return [_declared(interest, number, bool(is_private)) for interest, number, is_private in rows]


def _declared(interest: Interest, number: str | None, is_private: bool) -> Declared:
    """Name the minute by its number only: the title of a private one is not for everybody."""
    name = interest.person.name_on(interest.meeting.on) if interest.person else ""
    minute, words = f"minute {number}" if number else "", "" if is_private else interest.words
    return Declared(name, words, minute, interest.left_the_meeting, is_private)


# --- Versions ---
def versions(meeting: Meeting) -> Sequence[MinutesVersion]:
    """List the versions of the minutes of a meeting, newest first."""
    asked = sa.select(MinutesVersion).where(MinutesVersion.meeting_id == meeting.id)
    asked = asked.options(joinedload(MinutesVersion.at_meeting))
    return db.session.scalars(asked.order_by(MinutesVersion.number.desc())).all()


def newest(meeting: Meeting, *kinds: MinutesVersionKind) -> MinutesVersion | None:
    """Find the newest version, of these kinds where some are named."""
    asked = sa.select(MinutesVersion).where(MinutesVersion.meeting_id == meeting.id)
    if kinds:
        asked = asked.where(MinutesVersion.kind.in_(kinds))
    return db.session.scalars(asked.order_by(MinutesVersion.number.desc()).limit(1)).first()


# --- What the chair suggests ---
def suggestions(meeting: Meeting, *, viewer: Viewer) -> Sequence[Suggestion]:
    """List what was suggested of the minutes that the viewer may read, oldest first."""
    asked = _visible(viewer).where(Suggestion.meeting_id == meeting.id).order_by(Suggestion.id)
    return db.session.scalars(asked.options(joinedload(Suggestion.minute))).all()


def suggestion(meeting_id: int, suggestion_id: int, *, viewer: Viewer) -> Suggestion:
    """Fetch a suggestion about a minute that the viewer may read."""
    asked = _visible(viewer).where(Suggestion.id == suggestion_id, Suggestion.meeting_id == meeting_id)
    of = (joinedload(Suggestion.minute), joinedload(Suggestion.meeting).joinedload(Meeting.body))
    return db.session.scalars(asked.options(*of)).one()


def _visible(viewer: Viewer) -> sa.Select[Suggestion]:
    asked = sa.select(Suggestion).join(Suggestion.meeting).outerjoin(Suggestion.minute)
    return asked.where(sa.or_(Suggestion.minute_id.is_(None), minute_is_open(viewer)))


def open_suggestions(meeting: Meeting) -> int:
    """Count the suggestions that nobody answered yet."""
    waits = sa.select(sa.func.count(Suggestion.id)).where(Suggestion.meeting_id == meeting.id)
    return db.session.scalar(waits.where(Suggestion.state == SuggestionState.OPEN)) or 0


# --- Two texts of one minute ---
def open_clashes(meeting: Meeting) -> Sequence[MinuteRevision]:
    """List the saves of a meeting's minutes that wait to be settled."""
    asked = sa.select(MinuteRevision).join(MinuteRevision.minute).where(Minute.meeting_id == meeting.id)
    asked = asked.where(MinuteRevision.is_clash, MinuteRevision.settled_by_id.is_(None))
    return db.session.scalars(asked.options(joinedload(MinuteRevision.minute)).order_by(MinuteRevision.id)).all()
