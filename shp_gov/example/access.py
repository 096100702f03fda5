"""How the bodies of the example keep the access rules: notice with the papers, a resolution before what is private."""

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.models import AgendaItem, Meeting, Minute
from shp_gov.services import minute_steps, notice
from shp_gov.services.minute_steps import NewMinute
from shp_gov.services.notice import NoticeGiven, TakenInPrivate

EXCLUSION = "Local Government (Access to Information) (Variation) Order 2006"


def announce(meeting: Meeting, *, actor: Actor) -> None:
    """Give notice of a meeting on the day its papers are put out."""
    given = NoticeGiven(
        noticed_on=clock.today(),
        agenda_published_on=meeting.agenda_published_on,
        convened_on=None,
        mode=meeting.mode,
        link_published_at=None,
        recording=None,
        is_open_record_coherent=None,
    )
    notice.record(meeting, given, actor=actor)


def exclude_the_public(meeting: Meeting, item: AgendaItem | None, *, actor: Actor) -> None:
    """Minute the resolution to consider an item without the public, with its number and its ground."""
    if item is None:
        return
    words = (
        "Under section 100A(4) of the Local Government Act 1972 the press and public were excluded for item "
        f"{item.number}, as it was likely that exempt information would be disclosed as defined in paragraph "
        f"{item.exempt_paragraph} of Part 1 of Schedule 12A to the Act."
    )
    minute_steps.take(meeting, NewMinute(EXCLUSION, narrative=words), actor=actor)


def say_why(minute: Minute, *, interest: str, summary: str | None, actor: Actor) -> None:
    """Record why something was kept private, and what the public may know of it."""
    taken = TakenInPrivate(
        is_confidential=False,
        public_was_excluded=True,
        exempt_paragraph=minute.exempt_paragraph,
        public_interest_reason=interest,
        public_summary=summary,
    )
    notice.record_taken(minute, taken, added_on=None, actor=actor)
