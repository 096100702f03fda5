"""What happened in the room goes into the minutes when a meeting closes: who came and went, the quorum lost."""

from collections.abc import Iterator, Sequence
from datetime import time

from shp_gov.audit import Actor
from shp_gov.domain import minutes_words as words
from shp_gov.domain.proceedings import RoomEvent
from shp_gov.domain.words import time_words
from shp_gov.models import Attendance, ItemKind, Meeting, MeetingEvent, Minute
from shp_gov.queries import minutes_versions as record
from shp_gov.queries import proceedings as in_room
from shp_gov.services import revisions

SAID = {
    RoomEvent.QUORUM_LOST: "The quorum was lost at {at}.",
    RoomEvent.QUORUM_REGAINED: "There was a quorum again from {at}.",
    RoomEvent.INFORMAL: "The meeting went on informally from {at} and decided nothing.",
    RoomEvent.ADJOURNED: "The meeting was adjourned at {at}.",
    RoomEvent.RESUMED: "The meeting resumed at {at}.",
}
WITH_THEIR_WORDS = (RoomEvent.QUORUM_LOST, RoomEvent.ADJOURNED)


def write(meeting: Meeting, *, actor: Actor) -> None:
    """Add to each minute what happened while its item was taken, after what was written and never over it."""
    minutes = record.of_meeting(meeting)
    moments = sorted(_moments(meeting, minutes), key=lambda each: each[0])
    for minute in minutes:
        said = [line for _, of, line in moments if of is minute]
        new = [line for line in said if line not in (minute.narrative or "")]
        if new:
            narrative = "\n\n".join(filter(None, [(minute.narrative or "").strip(), " ".join(new)]))
            revisions.save(minute, words={"narrative": narrative}, based_on=minute.version, actor=actor)


def _moments(meeting: Meeting, minutes: Sequence[Minute]) -> Iterator[tuple[time, Minute | None, str]]:
    """Give each thing that happened with its time, and its minute: who came and went stands with the apologies."""
    attendance = next((each for each in minutes if _is_of_apologies(each)), minutes[0] if minutes else None)
    for line in in_room.lines(meeting):
        for moved_at, told in _comings(line):
            yield moved_at, attendance, told
    for event in in_room.events(meeting):
        if event.kind in SAID:
            of = next(
                (each for each in minutes if event.agenda_item_id and each.agenda_item is event.agenda_item), None
            )
            yield event.at, of or _in_hand(minutes, event.at), _told(event)


def _is_of_apologies(minute: Minute) -> bool:
    return minute.agenda_item is not None and minute.agenda_item.kind is ItemKind.APOLOGIES


def _comings(line: Attendance) -> Iterator[tuple[time, str]]:
    if line.arrived_at:
        yield line.arrived_at, words.came_and_went(line.name_printed, line.arrived_at, None)
    for left, back in line.outings:
        yield left, words.went_out(line.name_printed, left, back)
    if line.left_at:
        yield line.left_at, words.came_and_went(line.name_printed, None, line.left_at)


def _told(event: MeetingEvent) -> str:
    said = SAID[event.kind].format(at=time_words(event.at))
    return f"{said} {words.sentence(event.words)}" if event.words and event.kind in WITH_THEIR_WORDS else said


def _in_hand(minutes: Sequence[Minute], at: time) -> Minute | None:
    """Give the minute of the item that was taken at a time: the last begun by then, otherwise the first of all."""
    begun = [each for each in minutes if each.agenda_item and each.agenda_item.started_at]
    by_then = [each for each in begun if _begun_at(each) <= at]
    return max(by_then, key=_begun_at, default=minutes[0] if minutes else None)


def _begun_at(minute: Minute) -> time:
    item = minute.agenda_item
    return item.started_at if item and item.started_at else time.min
