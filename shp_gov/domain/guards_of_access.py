"""Rules that stop somebody who records when a meeting was announced and its papers put out."""

from datetime import date, datetime, timedelta

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day

LONGEST_AHEAD = timedelta(days=366)
LONGEST_REASON = 2000


class NotThatDay(DomainError):
    """A day on which it cannot have been done."""


def require_done_by_then(what: str, done_on: date | None, *, meeting_on: date, today: date) -> None:
    """Refuse a day after the meeting, a day to come, and one more than a year before the meeting."""
    if done_on is None:
        return
    if done_on > meeting_on:
        raise NotThatDay(f"{what} cannot be later than the meeting, on {long_day(meeting_on)}.")
    if done_on > today:
        raise NotThatDay(f"{what} is still to come. Record it once it is done.")
    if done_on < meeting_on - LONGEST_AHEAD:
        raise NotThatDay(f"{what} is more than a year before the meeting. Check the year.")


def require_called_first(convened_on: date | None, *, noticed_on: date | None, published_on: date | None) -> None:
    """Refuse notice or papers of a meeting that was not called yet."""
    done = [day for day in (noticed_on, published_on) if day is not None]
    if convened_on is not None and done and min(done) < convened_on:
        raise NotThatDay("Notice and papers cannot be out before the meeting was called. Check the days.")


def require_link_before(link_at: datetime | None, *, begins_at: datetime, now: datetime) -> None:
    """Refuse a link put out after the meeting began, or in time to come."""
    if link_at is not None and (link_at > begins_at or link_at > now):
        raise NotThatDay("The link must have been put out before the meeting began, and before now.")
