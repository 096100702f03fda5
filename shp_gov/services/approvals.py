"""A later meeting approves minutes: it corrects their words, approves them for good, and its chair signs them."""

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards, minutes_words
from shp_gov.domain.errors import DomainError
from shp_gov.domain.names import person_name
from shp_gov.domain.proceedings import NotNow
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import (
    AgendaItem,
    ItemOrigin,
    ItemOutcome,
    Meeting,
    Minute,
    MinutesCorrection,
    MinutesVersion,
    MinutesVersionKind,
    Signature,
)
from shp_gov.queries import approvals as queries
from shp_gov.queries import minutes_versions
from shp_gov.services import minute_steps, minuting, revisions, rewording, rulings
from shp_gov.services import minutes_versions as versions
from shp_gov.services.agenda_rows import lock, take_out
from shp_gov.services.rewording import Place

IN_WORDS = "in words"
LONGEST = 4000


class NothingCorrected(DomainError):
    """A correction changes something."""


class NotSigned(DomainError):
    """The minutes cannot be signed like this."""


def correct(
    meeting: Meeting, *, at: Meeting, minute: Minute, field: str, before: str, after: str, actor: Actor
) -> MinutesCorrection:
    """Correct words of a published draft at the meeting that is asked to approve it."""
    _require_correctable(meeting, at)
    if after.strip() == before.strip():
        raise NothingCorrected("Change the words as the meeting corrected them.")
    place = Place(minute, field)
    said = rewording.apply(place, before=before, after=after, actor=actor, while_=minute_steps.CORRECTED_IN)
    return _record(meeting, at, actor, minute=minute, field=field, before=before, after=said)


def correct_in_words(meeting: Meeting, *, at: Meeting, words: str, actor: Actor) -> MinutesCorrection:
    """Record a correction that is about no minute, such as who was there. The officer changes the attendance itself."""
    _require_correctable(meeting, at)
    said = guards.require_words(words, what="what was corrected", longest=LONGEST)
    return _record(meeting, at, actor, minute=None, field=IN_WORDS, before=None, after=said)


def _require_correctable(meeting: Meeting, at: Meeting) -> None:
    versions.take(meeting)
    minute_steps.require_later(meeting, at)
    if at.state is not MeetingState.IN_PROGRESS:
        raise NotNow("Corrections are made while the meeting goes on.")
    if meeting.minutes_state is not MinutesState.DRAFT_PUBLISHED:
        raise versions.NotReady("Only minutes that are published as a draft are corrected here.")


def _record(
    meeting: Meeting,
    at: Meeting,
    actor: Actor,
    *,
    minute: Minute | None,
    field: str,
    before: str | None,
    after: str,
) -> MinutesCorrection:
    correction = MinutesCorrection(
        meeting=meeting,
        at_meeting=at,
        minute=minute,
        field=field,
        words_before=before,
        words_after=after,
        recorded_at=clock.now(),
        recorded_by=actor.name,
    )
    db.session.add(correction)
    said: dict[str, str | None] = {"before": before, "after": after}
    audit.record("minutes.corrected", correction, actor=actor, body_id=meeting.body_id, words=said, at=at.id)
    return correction


def take_back(correction: MinutesCorrection, *, actor: Actor) -> None:
    """Take back a correction before the minutes are approved: the words are as they were."""
    meeting, minute = correction.meeting, correction.minute
    _require_correctable(meeting, correction.at_meeting)
    if minute is not None:
        before, after = correction.words_before or "", correction.words_after or ""
        place = Place(minute, correction.field)
        rewording.apply(place, before=after, after=before, actor=actor, while_=minute_steps.CORRECTED_IN)
    audit.record("minutes.correction_taken_back", correction, actor=actor, body_id=meeting.body_id)
    db.session.delete(correction)
    db.session.flush()


def approve(meeting: Meeting, *, at: Meeting, actor: Actor) -> MinutesVersion:
    """Approve the minutes at a later meeting, as corrected there. From now on they never change."""
    versions.take(meeting)
    minute_steps.require_later(meeting, at)
    versions.require_put_together(meeting)
    confirming = queries.confirming_minute(meeting, at)
    if confirming is not None and at.state is MeetingState.IN_PROGRESS:
        rulings.require_deciding(confirming)
        minuting.settle(confirming, outcome=ItemOutcome.NOTED, actor=actor)
    minute_steps.approve(meeting, at=at, actor=actor)
    corrections = queries.in_sentences(queries.corrections(meeting, at=at))
    if confirming is not None and _says_nothing_yet(confirming):
        said = minutes_words.confirmation(meeting.on, corrections)
        revisions.save(confirming, words={"narrative": said}, based_on=confirming.version, actor=actor)
    _take_off_other_agendas(meeting, at, actor)
    changed = " ".join(corrections) or None
    return versions.keep(meeting, MinutesVersionKind.APPROVED, at=at, what_changed=changed, actor=actor)


def _take_off_other_agendas(meeting: Meeting, at: Meeting, actor: Actor) -> None:
    """Let these minutes go by themselves from agendas to which they came by themselves and which are still built.

    An agenda that somebody publishes before it is held keeps its item.
    """
    asked = sa.select(AgendaItem).join(AgendaItem.meeting).where(AgendaItem.confirms_meeting_id == meeting.id)
    asked = asked.where(AgendaItem.origin == ItemOrigin.CARRIED, Meeting.id != at.id)
    asked = asked.where(Meeting.state == MeetingState.SCHEDULED).order_by(Meeting.id)
    for item in db.session.scalars(asked).all():
        lock(item.meeting)
    for item in db.session.scalars(asked).all():
        take_out(item, actor=actor)


def _says_nothing_yet(confirming: Minute) -> bool:
    is_written = confirming.meeting.minutes_state in minute_steps.WRITTEN_IN
    return is_written and not (confirming.narrative or "").strip()


def sign(meeting: Meeting, *, name: str, office: str, sha256: str, actor: Actor) -> Signature:
    """Sign approved minutes, as whoever was in the chair at the meeting that approved them."""
    versions.take(meeting)
    version = minutes_versions.newest(meeting, MinutesVersionKind.APPROVED)
    if meeting.minutes_state is not MinutesState.APPROVED or version is None or version.at_meeting is None:
        raise NotSigned("These minutes are not approved yet.")
    if queries.signature(version) is not None:
        raise NotSigned("These minutes are signed already.")
    if version.sha256 != sha256 or minutes_versions.hash_of(meeting) != sha256:
        raise versions.ChangedSince("The minutes are no longer those you read. Read them again before you sign.")
    _require_from_the_chair(version.at_meeting, name, actor)
    signature = Signature(
        version=version,
        name=" ".join(name.split()),
        office=guards.require_words(office, what="your office", longest=300),
        signed_on=clock.today(),
        sha256=sha256,
        signed_at=clock.now(),
        signed_by_id=actor.user_id or 0,
    )
    db.session.add(signature)
    audit.record("minutes.signed", signature, actor=actor, body_id=meeting.body_id, sha256=sha256)
    return signature


def _require_from_the_chair(at: Meeting, name: str, actor: Actor) -> None:
    """Refuse a name that is not that of whoever was in the chair, and an account that is somebody else's."""
    chair = queries.in_the_chair(at)
    if chair is None:
        raise NotSigned(f"The record does not say who was in the chair on {long_day(at.on)}. Record it first.")
    if person_name(name).key not in {person_name(chair.name).key, person_name(chair.name_printed).key}:
        raise NotSigned(f"{chair.name_printed} was in the chair on {long_day(at.on)}. Type that name to sign.")
    if actor.user_id is None or chair.person_id is None or queries.person_of(actor.user_id) != chair.person_id:
        raise NotSigned(f"Only {chair.name_printed}, who was in the chair on {long_day(at.on)}, can sign.")


def correct_approved(
    meeting: Meeting, *, at: Meeting, minute: Minute, field: str, before: str, after: str, actor: Actor
) -> MinutesVersion:
    """Correct minutes that were approved: a new version says what changed, who agreed it and at which meeting.

    The words that were approved stay as they are; the correction stands beside them. Other corrections made to the
    same words since stay too.
    """
    versions.take(meeting)
    minute_steps.require_later(meeting, at)
    if meeting.minutes_state is not MinutesState.APPROVED:
        raise versions.NotReady("These minutes are not approved yet. Correct them where they are approved.")
    now = queries.words_now(minute, field)
    wanted = guards.require_words(after, what="the words as the meeting corrected them", longest=LONGEST * 10)
    said = rewording.together(before, wanted, now)
    if said.strip() == now.strip():
        raise NothingCorrected("Change the words as the meeting corrected them.")
    correction = _record(meeting, at, actor, minute=minute, field=field, before=now, after=said)
    db.session.flush()
    changed, contents = queries.in_sentences([correction])[0], queries.corrected_contents(meeting)
    kind = MinutesVersionKind.CORRECTED
    return versions.keep(meeting, kind, at=at, what_changed=changed, said=contents, actor=actor)
