"""What waits for the chair, as lines of Board health: each with its day and the page of its next step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import url_for

from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import Meeting
from shp_gov.queries.board_health import BoardHealth
from shp_gov.queries.my_meetings import Coming, ForChair

SOON = timedelta(days=21)


@dataclass(frozen=True)
class Line:
    """One thing for the chair to do."""

    words: str
    href: str
    small: str
    when: str = ""


def lines(health: BoardHealth, asked: ForChair, to_sign: Sequence[Meeting] = ()) -> list[Line]:
    """List what waits for the chair, the agenda first."""
    made: list[Line] = []
    if asked.agenda_waits and health.coming:
        made.append(_of(health.coming, "Agree the agenda", "agendas.review"))
    if health.decided:
        made.append(_of(health.decided, "Say if the decision list is right", "minutes.decided"))
    waiting = [meeting for meeting in health.minutes if meeting.minutes_state is MinutesState.WITH_THE_CHAIR]
    made += [_of(meeting, "Agree the draft minutes", "minutes.review") for meeting in waiting]
    made += [_of(meeting, "Sign the minutes", "minutes.sign") for meeting in to_sign]
    made += _reply(asked.coming) if asked.coming else []
    return made + list(_briefing(health.coming, health.on))


def _of(meeting: Meeting, words: str, endpoint: str) -> Line:
    return Line(words, url_for(endpoint, meeting_id=meeting.id), f"Meeting of {long_day(meeting.on)}")


def _reply(coming: Coming) -> Iterator[Line]:
    href, small = url_for("replies.reply", meeting_id=coming.meeting.id), f"Meeting of {long_day(coming.meeting.on)}"
    if coming.wants_a_reply:
        yield Line("Say if you will come", href, small, f"By {long_day(coming.reply_by)}")
    elif coming.wants_interests:
        yield Line("Say if you have an interest", href, small)


def _briefing(meeting: Meeting | None, on: date) -> Iterator[Line]:
    """Offer the briefing when the meeting is near, and the script with it."""
    is_over = meeting is not None and meeting.state is MeetingState.CLOSED
    if meeting is not None and not is_over and meeting.on - on <= SOON:
        yield _of(meeting, "Read the briefing", "script.briefing")
        yield _of(meeting, "Open the script", "script.show")
