"""Minutes on their way: sent to the chair, agreed as they were read, put out as a draft. Each step keeps a version."""

from collections.abc import Iterable

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.workflows import MINUTES, MeetingState, MinutesState
from shp_gov.models import Capacity, Meeting, MinutesVersion, MinutesVersionKind, Person
from shp_gov.notifications import minutes_outbox
from shp_gov.queries import minutes_versions as queries
from shp_gov.queries import officers
from shp_gov.queries.minutes_versions import Contents
from shp_gov.services import decision_extracts, minute_steps

TOLD_OF_DRAFTS = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.APOLOGIES, Capacity.ABSENT)


class NotReady(DomainError):
    """The minutes cannot go on yet."""


class ChangedSince(DomainError):
    """The minutes are no longer as they were when they were read."""


class NotAgreed(DomainError):
    """The chair has not agreed the minutes as they are."""


def keep(
    meeting: Meeting,
    kind: MinutesVersionKind,
    *,
    actor: Actor,
    at: Meeting | None = None,
    what_changed: str | None = None,
    said: Contents | None = None,
) -> MinutesVersion:
    """Keep what the minutes say now as their next version, or what is given."""
    said = said or queries.contents(meeting)
    last = queries.newest(meeting)
    version = MinutesVersion(
        meeting=meeting,
        number=last.number + 1 if last else 1,
        kind=kind,
        contents=said,
        sha256=fingerprint(said),
        what_changed=what_changed,
        at_meeting=at,
        made_at=clock.now(),
        made_by=actor.name,
    )
    db.session.add(version)
    db.session.flush()
    return version


def take(meeting: Meeting) -> None:
    """Hold the minutes of a meeting until the transaction ends, and read their state as it is now."""
    db.session.flush()
    db.session.execute(sa.select(Meeting.id).where(Meeting.id == meeting.id).with_for_update())
    db.session.refresh(meeting, ["state", "minutes_state", "minutes_approved_at_id"])


def send_to_the_chair(meeting: Meeting, *, actor: Actor) -> MinutesVersion:
    """Ask the chair whether the minutes say what was said; again, where they have changed since."""
    take(meeting)
    _require_ready(meeting)
    last = queries.newest(meeting)
    if meeting.minutes_state is MinutesState.WITH_THE_CHAIR:
        if last is not None and last.sha256 == queries.hash_of(meeting):
            raise NotReady("The chair has these minutes already. Nothing has changed since.")
        audit.record("minutes.sent_to_the_chair", meeting, actor=actor, body_id=meeting.body_id)
    else:
        minute_steps.send_to_the_chair(meeting, actor=actor)
    version = keep(meeting, MinutesVersionKind.FOR_THE_CHAIR, actor=actor)
    minutes_outbox.minutes_for_the_chair(version, to=officers.chairs_of_body(meeting.body_id, on=clock.today()))
    return version


def _require_ready(meeting: Meeting) -> None:
    if meeting.state is not MeetingState.CLOSED:
        raise NotReady("Close the meeting first.")
    require_put_together(meeting)


def require_put_together(meeting: Meeting) -> None:
    """Refuse minutes of which two texts wait to be put together: afterwards nobody could."""
    if clashes := queries.open_clashes(meeting):
        numbers = ", ".join(dict.fromkeys(clash.minute.number_printed or "?" for clash in clashes))
        raise NotReady(f"There are two texts of minute {numbers}. Put them together first.")


def take_back(meeting: Meeting, *, actor: Actor) -> None:
    """Take the minutes back from the chair to work on them."""
    take(meeting)
    meeting.minutes_state = MinutesState(MINUTES.target("take_back", _state(meeting)))
    audit.record("minutes.taken_back", meeting, actor=actor, body_id=meeting.body_id)


def agree(meeting: Meeting, *, sha256: str, actor: Actor, by: str = "") -> MinutesVersion:
    """Agree the minutes as they were read: those of this hash. Refused when they have changed since."""
    take(meeting)
    if meeting.minutes_state is not MinutesState.WITH_THE_CHAIR:
        raise NotReady("These minutes are not with the chair.")
    require_as_read(meeting, sha256)
    version = queries.newest(meeting)
    if version is None or version.sha256 != sha256:
        version = keep(meeting, MinutesVersionKind.FOR_THE_CHAIR, actor=actor)
    if version.agreed_at is not None:
        raise NotReady("These minutes are agreed already.")
    version.agreed_at, version.agreed_by_id, version.agreed_by = clock.now(), actor.user_id, by or actor.name
    number = version.number
    audit.record("minutes.agreed", version, actor=actor, body_id=meeting.body_id, version=number, sha256=sha256)
    minutes_outbox.minutes_agreed(version, to=officers.of_body(meeting.body_id, on=clock.today()))
    return version


def require_as_read(meeting: Meeting, sha256: str) -> None:
    """Refuse minutes that are no longer those of this hash."""
    if queries.hash_of(meeting) != sha256:
        raise ChangedSince("The minutes have changed since you opened this page. Read them as they are now.")


def publish_as_a_draft(meeting: Meeting, *, actor: Actor) -> MinutesVersion:
    """Let everybody read the minutes that the chair agreed, marked as a draft."""
    take(meeting)
    require_put_together(meeting)
    if meeting.minutes_state is MinutesState.WITH_THE_CHAIR:
        _require_agreed(meeting)
    minute_steps.publish_as_a_draft(meeting, actor=actor)
    version = keep(meeting, MinutesVersionKind.DRAFT_PUBLISHED, actor=actor)
    minutes_outbox.draft_minutes_published(version, to=_members(meeting))
    decision_extracts.tell_authors(meeting)
    return version


def _require_agreed(meeting: Meeting) -> None:
    version = queries.newest(meeting)
    if version is None or version.agreed_at is None:
        raise NotAgreed("The chair has not agreed these minutes yet.")
    if version.sha256 != queries.hash_of(meeting):
        raise NotAgreed(f"The chair agreed version {version.number}. The minutes have changed since: send them again.")


def _members(meeting: Meeting) -> Iterable[Person]:
    lines = queries.lines(meeting)
    return {line.person.id: line.person for line in lines if line.person and line.capacity in TOLD_OF_DRAFTS}.values()


def _state(meeting: Meeting) -> MinutesState:
    if meeting.minutes_state is None:
        raise NotReady("There are no minutes of this meeting yet.")
    return meeting.minutes_state
