"""What the chair suggests of draft minutes, one change at a time, and the officer's answer to each."""

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MinutesState, SuggestionState
from shp_gov.models import Meeting, Minute, Suggestion
from shp_gov.notifications import minutes_outbox
from shp_gov.queries import minutes_versions as queries
from shp_gov.queries import officers
from shp_gov.services import minutes_versions, rewording
from shp_gov.services.rewording import Place

LONGEST = 4000
LONGEST_WORDS = 500_000
AS_A_WHOLE = "the minutes as a whole"


class NothingSuggested(DomainError):
    """A suggestion changes something, or says something."""


class AnsweredBefore(DomainError):
    """A suggestion is answered once."""


def suggest(
    meeting: Meeting,
    *,
    actor: Actor,
    minute: Minute | None = None,
    field: str = AS_A_WHOLE,
    before: str = "",
    after: str = "",
    comment: str = "",
) -> Suggestion:
    """Suggest other words for one part of the minutes, or say something about them."""
    minutes_versions.take(meeting)
    changes = minute is not None and after.strip() != before.strip()
    _require_something(meeting, changes or bool(comment.strip()))
    if minute is not None and changes:
        _require_place(minute, field, after)
    suggestion = Suggestion(
        meeting=meeting,
        minute=minute,
        field=field,
        words_before=before if changes else None,
        words_after=after if changes else None,
        comment=comment.strip()[:LONGEST] or None,
        made_at=clock.now(),
        made_by=actor.name,
    )
    db.session.add(suggestion)
    _record(suggestion, actor)
    return suggestion


def _require_something(meeting: Meeting, says_something: bool) -> None:
    if meeting.minutes_state is not MinutesState.WITH_THE_CHAIR:
        raise minutes_versions.NotReady("These minutes are not with the chair.")
    if not says_something:
        raise NothingSuggested("Change the words, or say what should be different.")


def _record(suggestion: Suggestion, actor: Actor) -> None:
    said: dict[str, str | None] = {"words": suggestion.words_after, "comment": suggestion.comment}
    body_id = suggestion.meeting.body_id
    audit.record("minutes.change_suggested", suggestion, actor=actor, body_id=body_id, words=said)
    _tell_officers(suggestion.meeting)


def _require_place(minute: Minute, field: str, after: str) -> None:
    assert Place(minute, field).words is not None, "a place has words, or is refused"
    guards.require_words(after, what="the words as they should be", longest=LONGEST_WORDS)


def _tell_officers(meeting: Meeting) -> None:
    """Tell the officers once a day, however many changes are suggested."""
    version, today = queries.newest(meeting), clock.today()
    if version is not None:
        minutes_outbox.minutes_changes_suggested(version, on=today, to=officers.of_body(meeting.body_id, on=today))


def accept(suggestion: Suggestion, *, actor: Actor, answer: str = "") -> None:
    """Take a suggestion: its words become those of the minutes, as a save of their own."""
    _require_open(suggestion)
    if suggestion.minute is not None and suggestion.words_after is not None:
        place = Place(suggestion.minute, suggestion.field)
        rewording.apply(place, before=suggestion.words_before or "", after=suggestion.words_after, actor=actor)
    _answer(suggestion, SuggestionState.ACCEPTED, answer, actor)


def refuse(suggestion: Suggestion, *, because: str, actor: Actor) -> None:
    """Leave the words as they are, for a reason that the chair reads."""
    _require_open(suggestion)
    reason = guards.require_words(because, what="why the words stay as they are", longest=LONGEST)
    _answer(suggestion, SuggestionState.REFUSED, reason, actor)


def _require_open(suggestion: Suggestion) -> None:
    db.session.flush()
    db.session.refresh(suggestion, ["state"], with_for_update=True)
    if suggestion.state is not SuggestionState.OPEN:
        raise AnsweredBefore(f"This suggestion was {suggestion.state} already.")


def _answer(suggestion: Suggestion, state: SuggestionState, answer: str, actor: Actor) -> None:
    meeting = suggestion.meeting
    suggestion.state, suggestion.answer, suggestion.answered_at = state, answer.strip() or None, clock.now()
    said: dict[str, str | None] = {"answer": suggestion.answer}
    body_id = meeting.body_id
    audit.record("minutes.suggestion_answered", suggestion, actor=actor, body_id=body_id, words=said, state=state)
    version, today = queries.newest(meeting), clock.today()
    if version is not None:
        minutes_outbox.suggestions_answered(version, on=today, to=officers.chairs_of_body(meeting.body_id, on=today))
