"""Replies to a meeting: until when, who may stand in under the terms of the day, and what can be said of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shp_gov.domain.back_plan import due_on
from shp_gov.domain.diary import BEFORE_IT_IS_HELD
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import and_list, long_day, plural, time_words
from shp_gov.domain.workflows import MeetingState

WORKING_DAYS_BEFORE = 5
OVER = {
    MeetingState.IN_PROGRESS: "The meeting has begun. Tell the officer in the room.",
    MeetingState.CLOSED: "The meeting is over. Replies are no longer taken.",
    MeetingState.POSTPONED: "The meeting is postponed. Reply when the new day is known.",
    MeetingState.CANCELLED: "The meeting is cancelled. No reply is needed.",
}


class CannotReply(DomainError):
    """No reply can be given, or not this one."""


class CannotStandIn(DomainError):
    """The terms of reference do not let this person stand in."""


@dataclass(frozen=True)
class SubstituteTerms:
    """What the terms of a day say of substitutes. None: they do not say."""

    citation: str = ""
    are_allowed: bool | None = None
    notice_hours: int | None = None
    elected_for_elected: bool | None = None


SILENT = SubstituteTerms()


def closed_because(state: MeetingState, on: date, *, today: date) -> str:
    """Say why no reply is taken any more; nothing while one is."""
    if state not in BEFORE_IT_IS_HELD:
        return OVER[state]
    return f"The day of the meeting, {long_day(on)}, has passed. Tell the officer." if on < today else ""


def require_open(state: MeetingState, on: date, *, today: date) -> None:
    """Refuse a reply once the meeting has begun, or is not held."""
    if why := closed_because(state, on, today=today):
        raise CannotReply(why)


def require_may_stand_in(
    terms: SubstituteTerms,
    *,
    name: str,
    starts: datetime,
    now: datetime,
    member_is_elected: bool | None,
    is_elected: bool | None,
) -> None:
    """Refuse a substitute whom the terms of the day do not allow. What is not known stands in nobody's way."""
    if terms.are_allowed is False:
        raise CannotStandIn(f"The {_called(terms)} allow no substitutes. Send apologies alone.")
    if terms.notice_hours and now > (latest := starts - timedelta(hours=terms.notice_hours)):
        when = f"{long_day(latest.date())}, {time_words(latest.time())}"
        raise CannotStandIn(
            f"The {_called(terms)} ask to hear of a substitute {plural(terms.notice_hours, 'hour')} before the "
            f"meeting. That was {when}. Send apologies, and ring the officer."
        )
    if terms.elected_for_elected and member_is_elected and is_elected is False:
        raise CannotStandIn(
            f"The {_called(terms)} let only another elected member stand in for an elected one. "
            f"{name} is not elected. Choose somebody else."
        )


def _called(terms: SubstituteTerms) -> str:
    return terms.citation[:1].lower() + terms.citation[1:] or "terms of reference"


def replied_words(replied: int, seats: int) -> str:
    """Count the seats that have replied: "6 of 13 seats have replied."."""
    have = "seat has" if seats == 1 else "seats have"
    return f"{replied:,} of {seats:,} {have} replied."


def represented_words(there: Collection[str], of: Collection[str]) -> str:
    """Count the authorities that will be represented: "3 of 5 authorities will be represented so far."."""
    if not of:
        return ""
    noun = "authority" if len(of) == 1 else "authorities"
    return f"{len(there):,} of {len(of):,} {noun} will be represented so far."


def missing_words(missing: Collection[str]) -> str:
    """Name the authorities of which nobody has said yet that they come."""
    return f"Not yet: {and_list(sorted(missing))}." if missing else ""


def reply_by(meeting: date) -> date:
    """Tell by when members are asked to reply: five working days before a meeting."""
    return due_on(meeting, -WORKING_DAYS_BEFORE)
