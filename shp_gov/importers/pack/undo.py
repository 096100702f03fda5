"""An import undone: what only that pack said goes, and the packs that remain say again what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time

from shp_gov.audit import Actor
from shp_gov.importers.pack import entries_of, load
from shp_gov.importers.pack.reading import MinutesReading, PackReading
from shp_gov.models import Body, Import, Meeting
from shp_gov.queries import imports as queries
from shp_gov.queries import undoing
from shp_gov.queries.undoing import Plan
from shp_gov.services import forgetting, imports, register
from shp_gov.services import undoing as services

Told = tuple[Meeting | None, Meeting | None]
Times = dict[str, time | None]


@dataclass(frozen=True)
class Prospect:
    """What undoing a pack would do: what goes, what stays, and which packs tell of the same meetings."""

    reading: PackReading
    plan: Plan
    meetings: tuple[Meeting, ...]
    others: Mapping[Import, PackReading]
    said_again: Mapping[Meeting, Times]


@dataclass(frozen=True)
class Undone:
    """What undoing a pack did: how much less the register holds of its body."""

    body: str
    less: Mapping[str, int]
    plan: Plan
    body_went: bool


def prospect(pack: Import) -> Prospect:
    """Work out what undoing a pack would do, and change nothing."""
    assert pack.body is not None, "a pack in the register has a body"
    reading = load.reading_of(pack)
    there = queries.meetings_on(pack.body, *_days(reading))
    told = _meetings(there, reading)
    held = tuple(dict.fromkeys(meeting for meeting in told if meeting))
    readings = {other: load.reading_of(other) for other in undoing.telling_of(pack)}
    also = {other: _meetings(there, each) for other, each in readings.items()}
    others = {other: readings[other] for other, found in also.items() if set(found) & set(held)}
    again = {meeting: _times(meeting, also, readings) for meeting in held if _is_told(meeting, also)}
    plan = undoing.plan(pack, *told, only_here=[meeting for meeting in held if meeting not in again])
    return Prospect(reading, plan, held, others, again)


def _days(reading: PackReading) -> list[date]:
    return [part.meeting_on for part in (reading.agenda, reading.minutes) if part and part.meeting_on]


def _meetings(there: Sequence[Meeting], reading: PackReading) -> Told:
    """Find the meeting that the agenda of a pack calls, and the one that its minutes tell of."""
    agenda, minutes = reading.agenda, reading.minutes
    planned, actual = entries_of.at(agenda.planned_start if agenda else None), _start(minutes)
    called = _one(there, agenda.meeting_on if agenda else None, planned, None)
    return called, _one(there, minutes.meeting_on if minutes else None, None, actual)


def _one(there: Sequence[Meeting], on: date | None, planned: time | None, actual: time | None) -> Meeting | None:
    return queries.meeting_of(there, on=on, planned=planned, actual=actual) if on else None


def _start(minutes: MinutesReading | None) -> time | None:
    return entries_of.at(minutes.start if minutes else None)


def _is_told(meeting: Meeting, also: Mapping[Import, Told]) -> bool:
    return any(meeting in found for found in also.values())


def _times(meeting: Meeting, also: Mapping[Import, Told], readings: Mapping[Import, PackReading]) -> Times:
    """Give when the packs that remain say that a meeting was to begin, and began."""
    called = (readings[other].agenda for other, found in also.items() if found[0] is meeting)
    held = (readings[other].minutes for other, found in also.items() if found[1] is meeting)
    planned = (at for agenda in called if (at := entries_of.at(agenda.planned_start if agenda else None)))
    actual = (at for minutes in held if (at := _start(minutes)))
    return {"planned": next(planned, None), "actual": next(actual, None)}


def undo(pack: Import, *, reason: str, actor: Actor) -> Undone:
    """Take an import out of the register again, and work the register out from the packs that remain."""
    imports.wait_for_turn()
    services.require_in_the_register(pack)
    found, body = prospect(pack), pack.body
    assert body is not None, "a pack in the register has a body"
    before = asdict(queries.counts(body))
    services.withdraw(pack, found.plan, reason=reason, actor=actor)
    _say_again(body, found, actor=actor)
    forgetting.forget([name for name, _ in _organisations(found.reading)], said=_still_said(), actor=actor)
    register.bring_up_to_date(body, pack=None, actor=actor)
    forgetting.withdraw_unused(actor=actor)
    less = {name: before[name] - count for name, count in asdict(queries.counts(body)).items()}
    name, went = body.name, services.withdraw_body(body, pack, actor=actor)
    return Undone(name, less, found.plan, went)


def _say_again(body: Body, found: Prospect, *, actor: Actor) -> None:
    """Let the packs that tell of the same meetings tell of them again, as if this one had never been there."""
    for meeting, times in found.said_again.items():
        if meeting.id not in found.plan.as_they_are:
            services.begin_again(meeting, **times)
    for other, reading in found.others.items():
        load.enter(other, body, reading, actor=actor)


def _organisations(reading: PackReading) -> list[tuple[str, date]]:
    return entries_of.organisations(reading.agenda, reading.minutes)


def _still_said() -> list[tuple[str, date]]:
    """List the organisations that the packs in the register name, of whatever body."""
    return [row for pack in queries.in_the_register() for row in _organisations(load.reading_of(pack))]
