"""Two officers who minute one item: what one decided after the other opened the page is never overwritten unread."""

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.guards import ChangedMeanwhile, require_unchanged
from shp_gov.models import Decision, Minute, Recommendation
from shp_gov.queries import minuting
from shp_gov.services import room


def take(minute: Minute) -> None:
    """Hold the meeting of a minute, and read the decisions of the minute as they are now."""
    room.take_in_progress(minute.meeting)
    db.session.refresh(minute, ["decisions"])
    anew = sa.select(Decision).where(Decision.minute_id == minute.id)
    db.session.scalars(anew.execution_options(populate_existing=True)).all()


def take_decision(decision: Decision, *, seen: str | None) -> None:
    """Hold the meeting of a decision; refuse one that a colleague changed, or took back, since the page was opened."""
    room.take_in_progress(decision.minute.meeting)
    if not minuting.is_there(decision.id):
        raise ChangedMeanwhile("Somebody else took this decision back after you opened the page.")
    db.session.refresh(decision, ["words", "agreement", "reasons"])
    if seen is not None:
        news = "Somebody else changed this decision after you opened the page."
        require_unchanged(seen, minuting.seen_of(decision), news=news)


def require_ruling_as_seen(recommendation: Recommendation, decision: Decision | None, *, seen: str | None) -> None:
    """Refuse to rule on a recommendation on which a colleague ruled since the page was opened."""
    db.session.refresh(recommendation, ["ruling", "ruled_words"])
    if seen is not None:
        news = f"Somebody else decided recommendation {recommendation.ordinal} after you opened the page."
        require_unchanged(seen, minuting.seen_of(recommendation, decision), news=news)
