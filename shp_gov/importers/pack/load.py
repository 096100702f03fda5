"""A pack into the register: read, kept, corrected, accepted. All or nothing; the caller commits."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from shp_gov.audit import Actor
from shp_gov.domain.workflows import ImportState
from shp_gov.importers.pack import entries_of, saved
from shp_gov.importers.pack.lines import UnreadableFile
from shp_gov.importers.pack.read import parse
from shp_gov.importers.pack.reader import read_lines
from shp_gov.importers.pack.reading import AgendaReading, MinutesReading, PackReading
from shp_gov.importers.pack.typed import CorrectionRefused
from shp_gov.inspection.kinds import Kind, kind_of
from shp_gov.models import Body, Correction, Import, Meeting
from shp_gov.queries import imports as queries
from shp_gov.queries import organisations
from shp_gov.queries.imports import Counts
from shp_gov.services import bodies, imports, meetings, members, minutes, register, statements
from shp_gov.services import organisations as organisation_services

NO_BODY = "We could not read which body this pack is of. Enter its name on the review page of the pack, then accept it."
NOT_A_PACK = (
    "Neither an agenda nor minutes were found in the file. Choose the published pack: the agenda with its members "
    "and items, and the minutes of the meeting before."
)
MEDIA_TYPES = {
    Kind.TEXT: "text/plain",
    Kind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.PDF: "application/pdf",
}
FIXED_ONCE_ACCEPTED = frozenset(
    ["agenda.body", "minutes.body", "agenda.meeting_on", "minutes.meeting_on", "agenda.planned_start", "minutes.start"]
)


class NotReady(UnreadableFile):
    """A reading that lacks what the register cannot do without. The sentence says what to enter."""


@dataclass(frozen=True)
class Summary:
    """What accepting a pack did."""

    body: Body
    is_new_body: bool
    meetings: tuple[Meeting, ...]
    added: Mapping[str, int]
    held: Counts

    @property
    def changed_nothing(self) -> bool:
        """Tell whether all of it was in the register already."""
        return not self.is_new_body and not any(self.added.values())


def read_in(content: bytes, filename: str, *, actor: Actor) -> Import:
    """Read a pack and keep it with its reading. A file without an agenda or minutes is refused before anything."""
    lines = read_lines(content, filename)
    reading = parse(lines)
    if _is_empty(reading.agenda) and _is_empty(reading.minutes):
        raise UnreadableFile(NOT_A_PACK)
    imports.wait_for_turn()
    return imports.keep(
        content,
        filename,
        media_type=MEDIA_TYPES[kind_of(content)],
        reading=saved.as_json(reading),
        lines=[(line.number, line.text) for line in lines],
        actor=actor,
    )


def _is_empty(part: AgendaReading | MinutesReading | None) -> bool:
    if part is None:
        return True
    held = (part.members, part.items) if isinstance(part, AgendaReading) else (part.present, part.minutes)
    return part.meeting_on is None and not any(held)


def reading_of(pack: Import) -> PackReading:
    """Give what was read in a pack with the corrections in place."""
    return saved.pack_from_json(saved.corrected(pack.reading, _corrections(pack)))


def _corrections(pack: Import) -> dict[str, str | None]:
    return {row.path: row.value for row in pack.corrections}


def correct(pack: Import, path: str, value: str | None, *, actor: Actor) -> Correction:
    """Correct one place of a reading: "minutes.minutes.3.title". No value takes a line of a list out."""
    if pack.state is ImportState.ACCEPTED and path in FIXED_ONCE_ACCEPTED:
        raise CorrectionRefused(
            "This pack is in the register, so its body and the day and time of its meetings can no longer be corrected."
        )
    if pack.state is ImportState.ACCEPTED and value is None and path.rpartition(".")[2].isdecimal():
        raise CorrectionRefused("This line is in the register already, so it can no longer be taken out of the pack.")
    words = value.strip() or None if value is not None else None
    _require_end_after_start(saved.corrected(pack.reading, {**_corrections(pack), path: words}), path)
    was = _read_at(pack.reading, path)
    return imports.correct(pack, path, was=was, value=words, actor=actor)


def _require_end_after_start(reading: Mapping[str, Any], path: str) -> None:
    """Refuse times that turn a meeting round. What a pack prints so stays a doubt until somebody corrects it."""
    held = reading.get("minutes") or {}
    if path in ("minutes.start", "minutes.end") and held["start"] and held["end"] and held["end"] < held["start"]:
        raise CorrectionRefused(f"A meeting that started at {held['start']} cannot have ended at {held['end']}.")


def _read_at(kept: Any, path: str) -> str | None:
    for part in path.split("."):
        kept = kept[int(part)] if isinstance(kept, list) else kept[part]
    return None if kept is None else str(kept)


def accept(pack: Import, *, actor: Actor) -> Summary:
    """Put a pack into the register. What is there already is filled in where it lacks something, never overwritten."""
    imports.wait_for_turn()
    reading = reading_of(pack)
    name = _body_named(reading)
    known = bodies.find(name)
    before = queries.counts(known)
    body = known or bodies.recognise(name, actor=actor)
    found = enter(pack, body, reading, actor=actor)
    imports.accepted(pack, body=body, actor=actor)
    register.bring_up_to_date(body, pack=pack, actor=actor)
    held = queries.counts(body)
    added = {name: count - getattr(before, name) for name, count in asdict(held).items()}
    return Summary(body, known is None, tuple(found), added, held)


def _body_named(reading: PackReading) -> str:
    names = (part.body for part in (reading.agenda, reading.minutes) if part is not None)
    name = next((name for name in names if name), None)
    if name is None:
        raise NotReady(NO_BODY)
    _require_day(reading.agenda, "agenda")
    _require_day(reading.minutes, "minutes")
    return name


def _require_day(part: AgendaReading | MinutesReading | None, what: str) -> None:
    if part is not None and not _is_empty(part) and part.meeting_on is None:
        lacking = f"We could not read the day of the meeting on the {what}."
        raise NotReady(f"{lacking} Enter it on the review page, then accept the pack.")


def enter(pack: Import, body: Body, reading: PackReading, *, actor: Actor) -> list[Meeting]:
    """Enter what a pack says of its meetings. What is there is filled in only where it lacks something."""
    known = organisations.names()
    for name, on in entries_of.organisations(reading.agenda, reading.minutes):
        organisation_services.recognise(name, on=on, actor=actor, known=known)
    paths = frozenset(_corrections(pack))
    found = []
    if reading.agenda is not None and reading.agenda.meeting_on is not None:
        found.append(_enter_agenda(pack, body, reading, reading.agenda, reading.agenda.meeting_on, paths, actor))
    if reading.minutes is not None and reading.minutes.meeting_on is not None:
        found.append(_enter_minutes(body, reading.minutes, reading.minutes.meeting_on, paths, actor))
    return found


def _enter_agenda(
    pack: Import, body: Body, reading: PackReading, agenda: AgendaReading, on: date, paths: frozenset[str], actor: Actor
) -> Meeting:
    planned = entries_of.at(agenda.planned_start)
    meeting = meetings.recognise(body, on=on, planned=planned, actual=None, actor=actor)
    facts = entries_of.agenda_facts(agenda, paths)
    meetings.record_agenda(meeting, facts, entries_of.agenda_items(agenda.items, paths), actor=actor)
    meetings.record_reports(meeting, entries_of.reports(reading.reports), actor=actor)
    listed = entries_of.members(agenda.members, invited=False, prefix="agenda.members", paths=paths)
    invited = entries_of.members(agenda.also_invited, invited=True, prefix="agenda.also_invited", paths=paths)
    members.sight(pack, body, on=on, lines=[*listed, *invited], actor=actor)
    statements.note(pack, body, on=on, lines=entries_of.statements(reading.statements), actor=actor)
    return meeting


def _enter_minutes(body: Body, read: MinutesReading, on: date, paths: frozenset[str], actor: Actor) -> Meeting:
    meeting = meetings.recognise(body, on=on, planned=None, actual=entries_of.at(read.start), actor=actor)
    kept = [name for name in ("venue", "next_on") if _was_corrected_on_the_agenda(body, name, on)]
    meetings.record_held(meeting, entries_of.held_facts(read, paths), kept=kept, actor=actor)
    meetings.record_attendance(meeting, entries_of.attendance(read, paths), actor=actor)
    meetings.record_declarations(meeting, entries_of.declarations(read.declarations), actor=actor)
    minutes.enter(meeting, entries_of.minutes(read.minutes, paths), actor=actor)
    return meeting


def _was_corrected_on_the_agenda(body: Body, name: str, on: date) -> bool:
    path = {"venue": "agenda.venue", "next_on": "agenda.next_meeting.on"}[name]
    agendas = (pack.reading.get("agenda") or {} for pack in queries.corrected(body, path))
    return any(agenda.get("meeting_on") == on.isoformat() for agenda in agendas)
