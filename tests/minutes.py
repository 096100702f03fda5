"""Minutes on their way: a meeting that was held and closed, with a decision and a private item."""

from datetime import date, time

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import (
    AgendaItem,
    Capacity,
    ItemKind,
    ItemOutcome,
    Meeting,
    Minute,
    MinutesCorrection,
    MinutesVersion,
    MinutesVersionKind,
    Ruling,
    Suggestion,
    User,
)
from shp_gov.queries import minutes_versions, minuting
from tests import factories as make
from tests.sittings import CLERK, NOON, Sitting, a_sitting, at, recommended

LATER = date(2026, 11, 12)


def a_held_meeting() -> Sitting:
    """Hold a meeting and close it: one recommendation is agreed, one refused, the private item discussed."""
    sitting = a_sitting().open(here=())
    with at(10, 5):
        sitting.tick("director", "police", chair="director", apologies=("fire",))
        first, second = recommended(sitting)
        minute = sitting.minute("Taxi marshals")
        services.rulings.rule(first, minute=minute, ruling=Ruling.AGREED, actor=CLERK)
        services.rulings.rule(second, minute=minute, ruling=Ruling.REFUSED, actor=CLERK)
        for item in minuting.items_of(sitting.meeting):
            outcome = ItemOutcome.NOTED if item.kind is ItemKind.APOLOGIES else ItemOutcome.DISCUSSED
            services.minuting.settle(sitting.minute(item.title), outcome=outcome, actor=CLERK)
    return sitting


def a_closed_meeting() -> Sitting:
    """Hold a meeting and close it at noon. Its minutes are written from the record."""
    sitting = a_held_meeting()
    say(sitting, "Case review", "The family of Robin Hollis was named.")
    with at(12):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)
    return sitting


def say(sitting: Sitting, title: str, words: str) -> None:
    """Write what was said on an item."""
    minute = sitting.minute(title)
    services.revisions.save(minute, words={"narrative": words}, based_on=minute.version, actor=CLERK)


def with_the_chair() -> tuple[Sitting, MinutesVersion]:
    """Send the minutes of a closed meeting to the chair."""
    sitting = a_closed_meeting()
    with at(12, 30):
        version = services.minutes_versions.send_to_the_chair(sitting.meeting, actor=CLERK)
    return sitting, version


def a_published_draft() -> Sitting:
    """Let the chair agree the minutes and put them out as a draft."""
    sitting, version = with_the_chair()
    with at(14):
        services.minutes_versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
        services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)
    return sitting


def the_next_meeting(sitting: Sitting, *, on: date = LATER) -> Meeting:
    """Open the next meeting of the body, which is asked to approve these minutes. The director is in the chair."""
    meeting = make.a_meeting(
        body=sitting.body, on=on, starts_at=time(10), state=MeetingState.AGENDA_PUBLISHED, minutes_state=None
    )
    make._kept(
        AgendaItem(
            meeting=meeting,
            position=1,
            number="1",
            title="Minutes of the last meeting",
            kind=ItemKind.MINUTES,
            confirms_meeting_id=sitting.meeting.id,
        )
    )
    with at(10, day=on):
        services.room.open_(meeting, at=time(10), actor=CLERK)
        director = sitting.people["director"]
        services.meeting_steps.record_attendance(meeting, director, Capacity.PRESENT, in_the_chair=True, actor=CLERK)
    db.session.flush()
    return meeting


def an_approved_meeting() -> tuple[Sitting, Meeting]:
    """Approve minutes at the next meeting, without a correction."""
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    with at(10, 10, day=LATER):
        services.approvals.approve(sitting.meeting, at=later, actor=CLERK)
    db.session.flush()
    return sitting, later


def shown_hash(meeting: Meeting) -> str:
    """Give the hash that a page shows now."""
    db.session.flush()
    return minutes_versions.hash_of(meeting)


def chair_and_officer(sitting: Sitting) -> tuple[User, User]:
    """Give the accounts of the chair and of an officer."""
    return make.a_chair(body=sitting.body), make.an_officer(body=sitting.body)


def late(sitting: Sitting, name: str, arrived: time) -> None:
    """Let somebody come late."""
    line = next(each for each in sitting.meeting.attendances if each.person is sitting.people[name])
    line.arrived_at, line.capacity = arrived, Capacity.PRESENT
    db.session.flush()


def a_suggestion(*, minute: Minute, **details) -> Suggestion:
    """Let the chair suggest other words for a minute."""
    usual = {"field": "narrative", "words_before": minute.narrative, "words_after": "It was discussed at length."}
    usual |= {"made_at": clock.now(), "made_by": "Councillor Ruth Adeyemi"}
    return make._kept(Suggestion(meeting=minute.meeting, minute=minute, **(usual | details)))


def a_correction(*, minute: Minute, at: Meeting | None = None, **details) -> MinutesCorrection:
    """Correct a minute at a meeting; at its own, where none is named."""
    usual = {"field": "narrative", "words_before": "It was discussed.", "words_after": "It was agreed."}
    usual |= {"recorded_at": clock.now(), "recorded_by": "Helen Ashby"}
    row = MinutesCorrection(meeting=minute.meeting, at_meeting=at or minute.meeting, minute=minute, **(usual | details))
    return make._kept(row)


def a_kept_version(meeting: Meeting) -> MinutesVersion:
    """Keep the minutes as they stand."""
    db.session.flush()
    return services.minutes_versions.keep(meeting, MinutesVersionKind.FOR_THE_CHAIR, actor=CLERK)
