"""What was read, as entries for the register: the fields of its rows, and which of them an officer corrected."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, time
from typing import Any

from shp_gov.domain.intent import Intent, IntentKind, intents_of
from shp_gov.importers.pack.reading import (
    AgendaReading,
    AttendanceReading,
    DecisionReading,
    ItemReading,
    MemberReading,
    MinuteReading,
    MinutesReading,
    ReportReading,
    StatementReading,
)
from shp_gov.importers.pack.saved import paths_under
from shp_gov.models import Capacity, DecisionKind, SeatCategory
from shp_gov.services.filling import Entry

DEPARTMENT = re.compile(r"\b(?:services|department|directorate|division|team|unit)\)?$", re.IGNORECASE)
NOT_OPEN = "Item not open to the public"
HIGHEST_NUMBER = 99_999
KINDS = {
    IntentKind.NOTED: DecisionKind.NOTED,
    IntentKind.APPROVED: DecisionKind.APPROVED,
    IntentKind.ACTION: DecisionKind.ACTION,
    IntentKind.FORWARD_PLAN: DecisionKind.FORWARD_PLAN,
    IntentKind.REFERRAL: DecisionKind.REFERRAL,
    IntentKind.APPOINTMENT: DecisionKind.APPOINTMENT,
    IntentKind.DEFERRAL: DecisionKind.DEFERRAL,
}
ASKS_NOTHING = frozenset({IntentKind.NOTED, IntentKind.APPROVED})
CATEGORIES = {
    "responsible_authority": SeatCategory.RESPONSIBLE_AUTHORITY,
    "other": SeatCategory.OTHER,
    "co_opted": SeatCategory.CO_OPTED,
    "adviser": SeatCategory.ADVISER,
}
CAPACITIES = {
    "present": Capacity.PRESENT,
    "substitutes": Capacity.SUBSTITUTE,
    "also_present": Capacity.ALSO_PRESENT,
    "officers": Capacity.OFFICER,
    "apologies": Capacity.APOLOGIES,
}
# Where a field of a reading has another name in the register.
RENAMED = {
    "planned_start": "starts_at",
    "start": "started_at",
    "end": "ended_at",
    "confirmed_minutes_of": "confirms_minutes_of",
    "next_meeting_on": "next_on",
    "name": "name_printed",
    "substitute_for": "for_printed",
    "is_chair": "is_in_the_chair",
    "number": "number_printed",
}
Paths = Collection[str]


def at(clock: str | None) -> time | None:
    """Read a time of day as it is kept: "10:00"."""
    try:
        return time.fromisoformat(clock) if clock else None
    except ValueError:
        return None


def _entry(values: dict[str, Any], prefix: str, paths: Paths, **parts: Sequence[Entry]) -> Entry:
    named = {RENAMED.get(name, name) for name in paths_under(prefix, paths)}
    return Entry(values, named & values.keys(), parts)


def agenda_facts(agenda: AgendaReading, paths: Paths) -> Entry:
    """Give what an agenda says of its meeting and of the next."""
    following = agenda.next_meeting
    values = {
        "starts_at": at(agenda.planned_start),
        "venue": agenda.venue,
        "next_on": following.on if following else None,
        "next_starts_at": at(following.time) if following else None,
        "next_venue": following.venue if following else None,
    }
    entry = _entry(values, "agenda", paths)
    following_corrected = {f"next_{name}" for name in paths_under("agenda.next_meeting", paths)}
    renamed = {"next_on": "next_on", "next_time": "next_starts_at", "next_venue": "next_venue"}
    also = {renamed[name] for name in following_corrected if name in renamed}
    return Entry(values, {*entry.corrected, *also})


def agenda_items(items: Sequence[ItemReading], paths: Paths) -> list[Entry]:
    """Give the items of an agenda; a heading that only holds others is the section of those."""
    held = [(place, item) for place, item in enumerate(items) if not item.is_container]
    return [_item(item, position, f"agenda.items.{place}", paths) for position, (place, item) in enumerate(held, 1)]


def _item(item: ItemReading, position: int, prefix: str, paths: Paths) -> Entry:
    values = {
        "position": position,
        "number": item.number,
        "section": item.section,
        "title": item.title,
        "public_title": NOT_OPEN if item.is_exempt else None,
        "presenter": item.presenter,
        "is_exempt": item.is_exempt,
        "exempt_paragraph": item.exempt_paragraph,
    }
    entry = _entry(values, prefix, paths)
    return Entry(values, {*entry.corrected, "number"} if f"{prefix}.number" in paths else entry.corrected)


def reports(readings: Sequence[ReportReading]) -> list[Entry]:
    """Give the reports to a meeting, with what they recommend."""
    return [_report(reading, position) for position, reading in enumerate(readings, 1)]


def _report(reading: ReportReading, position: int) -> Entry:
    values = {
        "position": position,
        "subject": reading.title,
        "report_of": reading.report_of,
        "item_number": reading.item_number,
    }
    recommended = enumerate(reading.recommendations, 1)
    parts = {
        "recommendations": [Entry({"ordinal": n, "words": words}) for n, words in recommended],
        "appendices": [Entry({"position": n, "title": title}) for n, title in enumerate(reading.appendices, 1)],
        "contact_officers": [
            Entry({"position": n, "name": officer.name, "email": officer.email, "phone": officer.phone})
            for n, officer in enumerate(reading.contact_officers, 1)
        ],
    }
    return Entry(values, parts=parts)


def members(readings: Sequence[MemberReading], *, invited: bool, prefix: str, paths: Paths) -> list[Entry]:
    """Give the lines of a list of members, or of those also invited."""
    return [_member(reading, invited, f"{prefix}.{place}", paths) for place, reading in enumerate(readings)]


def _member(reading: MemberReading, invited: bool, prefix: str, paths: Paths) -> Entry:
    values = {
        "name_printed": "" if reading.is_vacant else reading.name.strip(),
        "post_printed": reading.post,
        "organisation_printed": reading.organisation,
        "category": CATEGORIES.get(reading.category or "", SeatCategory.NOT_STATED),
        "is_invited": invited,
        "first_line": reading.source.first,
        "last_line": reading.source.last,
    }
    renamed = {"name": "name_printed", "post": "post_printed", "organisation": "organisation_printed"}
    corrected = {renamed.get(name, name) for name in paths_under(prefix, paths)}
    return Entry(values, corrected & values.keys())


def held_facts(minutes: MinutesReading, paths: Paths) -> Entry:
    """Give what minutes say of their meeting. An end before the start is left out: the doubt about it says so."""
    start, end = at(minutes.start), at(minutes.end)
    values = {
        "started_at": start,
        "ended_at": None if start and end and end < start else end,
        "venue": minutes.venue,
        "confirms_minutes_of": minutes.confirmed_minutes_of,
        "next_on": minutes.next_meeting_on,
    }
    return _entry(values, "minutes", paths)


def attendance(minutes: MinutesReading, paths: Paths) -> list[Entry]:
    """Give everybody whom the minutes name as present, away, standing in or serving."""
    found = [
        (capacity, reading, f"minutes.{name}.{place}")
        for name, capacity in CAPACITIES.items()
        for place, reading in enumerate(getattr(minutes, name))
        if reading.name.strip()
    ]
    return [
        _attended(capacity, reading, position, prefix, paths)
        for position, (capacity, reading, prefix) in enumerate(found, 1)
    ]


def _attended(capacity: Capacity, reading: AttendanceReading, position: int, prefix: str, paths: Paths) -> Entry:
    values = {
        "position": position,
        "capacity": capacity,
        "name_printed": reading.name.strip(),
        "role_printed": reading.organisation_or_post,
        "for_printed": reading.substitute_for if capacity is Capacity.SUBSTITUTE else None,
        "is_in_the_chair": reading.is_chair,
        "line": reading.source.first,
    }
    entry = _entry(values, prefix, paths)
    role = {"role_printed"} if {"post", "organisation"} & paths_under(prefix, paths) else set()
    return Entry(values, {*entry.corrected, *role})


def declarations(words: Iterable[str]) -> list[Entry]:
    """Give the declarations of interest, as printed."""
    return [Entry({"position": position, "words": each}) for position, each in enumerate(words, 1)]


def minutes(readings: Sequence[MinuteReading], paths: Paths) -> list[Entry]:
    """Give the minutes with their decisions, each by its place."""
    return [
        _minute(reading, position, f"minutes.minutes.{position - 1}", paths)
        for position, reading in enumerate(readings, 1)
    ]


def _minute(reading: MinuteReading, position: int, prefix: str, paths: Paths) -> Entry:
    values = {
        "position": position,
        "number": _number(reading.number),
        "number_printed": reading.number,
        "title": reading.title,
        "public_title": NOT_OPEN if reading.is_exempt else None,
        "presenter": reading.presenter,
        "purpose": reading.purpose,
        "narrative": reading.narrative,
        "urgent_ruling": reading.urgent_ruling,
        "line": reading.source.first,
        "is_urgent": reading.is_urgent,
        "is_exempt": reading.is_exempt,
        "exempt_paragraph": reading.exempt_paragraph,
    }
    entry = _entry(values, prefix, paths, decisions=_decisions(reading.decisions, f"{prefix}.decisions", paths))
    also = {"number"} if f"{prefix}.number" in paths else set()
    also |= {"public_title"} if f"{prefix}.is_exempt" in paths else set()
    return Entry(values, {*entry.corrected, *also}, entry.parts)


def _number(printed: str | None) -> int | None:
    found = re.match(r"\d+", printed or "")
    number = int(found.group()) if found else 0
    return number if 1 <= number <= HIGHEST_NUMBER else None


def _decisions(readings: Sequence[DecisionReading], prefix: str, paths: Paths) -> list[Entry]:
    return [_decision(reading, place, f"{prefix}.{place}", paths) for place, reading in enumerate(readings)]


def _decision(reading: DecisionReading, place: int, prefix: str, paths: Paths) -> Entry:
    intents = intents_of(reading.words) if f"{prefix}.words" in paths else reading.intents
    asks = [intent for intent in intents if intent.kind not in ASKS_NOTHING]
    values = {"ordinal": place + 1, "words": reading.words, "kind": _kind(intents), "line": reading.source.first}
    proposals = [_proposal(intent, ordinal, reading.words) for ordinal, intent in enumerate(asks, 1)]
    return _entry(values, prefix, paths, proposals=proposals)


def _kind(intents: Sequence[Intent]) -> DecisionKind:
    """Choose what a decision is first of all: what it asks for, before what it approves, before what it notes."""
    order = {IntentKind.NOTED: 2, IntentKind.APPROVED: 1}
    first = min(intents, key=lambda intent: order.get(intent.kind, 0), default=None)
    return KINDS[first.kind] if first else DecisionKind.NOTED


def _proposal(intent: Intent, ordinal: int, words: str) -> Entry:
    values = {
        "ordinal": ordinal,
        "kind": KINDS[intent.kind],
        "what": words,
        "owner_hint": intent.owner_hint,
        "due_hint": intent.due_hint,
    }
    return Entry(values)


def organisations(agenda: AgendaReading | None, minutes: MinutesReading | None) -> list[tuple[str, date]]:
    """List the organisations that a pack names for a seat, a guest or an officer, with the day of the paper.

    Where no list says who the members are, those present and away are they.
    """
    found: list[tuple[str | None, date | None]] = []
    guests: list[tuple[str | None, date | None]] = []
    if agenda:
        found += [(line.organisation, agenda.meeting_on) for line in agenda.members]
        guests += [(line.organisation, agenda.meeting_on) for line in agenda.also_invited]
    if minutes:
        guests += [(line.organisation, minutes.meeting_on) for line in (*minutes.also_present, *minutes.officers)]
    if minutes and not (agenda and agenda.members):
        found += [(line.organisation, minutes.meeting_on) for line in (*minutes.present, *minutes.apologies)]
    found += [(name, on) for name, on in guests if name and not DEPARTMENT.search(name)]
    return [(name, on) for name, on in found if name and name.strip() and on]


def statements(read: Sequence[StatementReading]) -> list[dict[str, Any]]:
    """Give what a pack states in passing, with its line."""
    names = ("kind", "about", "words", "value")
    return [{name: getattr(each, name) for name in names} | {"line": each.source.first} for each in read]
