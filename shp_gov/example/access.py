"""How the bodies of the example keep the access rules: notice with the papers, why something is private."""

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.models import Meeting, Minute
from shp_gov.services import notice
from shp_gov.services.notice import NoticeGiven, TakenInPrivate


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
