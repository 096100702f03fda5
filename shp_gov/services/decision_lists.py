"""What a meeting decided, to its chair on the same evening; and the chair's answer: it is right, or what is not."""

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import DecisionList, Meeting
from shp_gov.notifications import minutes_outbox
from shp_gov.queries import decision_lists as queries
from shp_gov.queries import officers
from shp_gov.services import minutes_versions as versions

LONGEST = 4000


def on_close(meeting: Meeting, *, actor: Actor) -> DecisionList | None:
    """Send the chair what the meeting decided, if it decided anything."""
    return _sent(meeting, actor=actor) if queries.contents(meeting) else None


def send(meeting: Meeting, *, actor: Actor) -> DecisionList:
    """Send the chair the list again, as the decisions are worded now."""
    versions.take(meeting)
    _require_open(meeting)
    last = queries.newest(meeting)
    if not queries.contents(meeting):
        raise versions.NotReady("This meeting decided nothing, so there is no list of decisions.")
    if last is not None and last.sha256 == queries.hash_of(meeting) and last.correction is None:
        raise versions.NotReady("The chair has this list already. Nothing has changed since.")
    return _sent(meeting, actor=actor)


def _require_open(meeting: Meeting) -> None:
    if meeting.state is not MeetingState.CLOSED:
        raise versions.NotReady("Close the meeting first.")
    if meeting.minutes_state is not MinutesState.DRAFT:
        raise versions.NotReady("The chair has read the minutes themselves since.")


def _sent(meeting: Meeting, *, actor: Actor) -> DecisionList:
    sha256 = queries.hash_of(meeting)
    sent = DecisionList(meeting=meeting, sent_at=clock.now(), sent_by=actor.name, sha256=sha256)
    db.session.add(sent)
    db.session.flush()
    audit.record("decision_list.sent", sent, actor=actor, body_id=meeting.body_id, sha256=sha256)
    minutes_outbox.decision_list_sent(sent, to=officers.chairs_of_body(meeting.body_id, on=clock.today()))
    return sent


def answer(meeting: Meeting, *, sha256: str, correction: str, actor: Actor) -> DecisionList:
    """Say that the list that was read is right, or what is not right in it. The officers are told."""
    versions.take(meeting)
    _require_open(meeting)
    sent = queries.newest(meeting)
    if sent is None or sent.answered_at is not None:
        raise versions.NotReady("No list of decisions waits for your answer.")
    if sha256 != sent.sha256 or sha256 != queries.hash_of(meeting):
        raise versions.ChangedSince("The decisions have changed since you opened this page. Read them as they are now.")
    said = correction.strip()
    if said:
        guards.require_words(said, what="what is not right", longest=LONGEST)
    sent.answered_at, sent.answered_by, sent.correction = clock.now(), actor.name, said or None
    words: dict[str, str | None] = {"correction": sent.correction}
    audit.record("decision_list.answered", sent, actor=actor, body_id=meeting.body_id, words=words, is_right=not said)
    minutes_outbox.decision_list_answered(sent, to=officers.of_body(meeting.body_id, on=clock.today()))
    return sent
