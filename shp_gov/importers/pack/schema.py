"""A reading as the JSON that `packs read --json` prints."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from shp_gov.importers.pack.reading import (
    NO_AGENDA,
    NO_MINUTES,
    AgendaReading,
    AttendanceReading,
    ItemReading,
    MemberReading,
    MinuteReading,
    MinutesReading,
    NextMeetingReading,
    PackReading,
    ReportReading,
)

Json = dict[str, Any]


def as_json(reading: PackReading) -> Json:
    """Give a reading as plain lists, mappings and words."""
    return {
        "pack": _pack(reading.agenda, reading.reports),
        "minutes": _minutes(reading.minutes),
        "expected_actions": _actions(reading.minutes),
        "oddities": [f"L{doubt.line}: {doubt.sentence}" for doubt in reading.doubts],
    }


def _pack(agenda: AgendaReading | None, reports: Sequence[ReportReading]) -> Json:
    agenda = agenda or NO_AGENDA
    return {
        "body": agenda.body,
        "meeting_date": _day(agenda.meeting_on),
        "time": agenda.planned_start,
        "venue": agenda.venue,
        "members": [_member(member) for member in agenda.members],
        "also_invited": [_invited(member) for member in agenda.also_invited],
        "agenda_items": [_item(item) for item in agenda.items],
        "next_meeting": _next_meeting(agenda.next_meeting),
        "reports": [_report(report) for report in reports],
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _member(member: MemberReading) -> Json:
    return {
        "name": "(vacant)" if member.is_vacant else member.name,
        "post": member.post,
        "organisation": member.organisation,
        "category": member.category,
        "vacant": member.is_vacant,
    }


def _invited(member: MemberReading) -> Json:
    return {"name": member.name, "post": member.post, "organisation": member.organisation}


def _item(item: ItemReading) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "presenter": item.presenter,
        "section": item.section,
        "exempt": item.is_exempt,
    }


def _next_meeting(following: NextMeetingReading | None) -> Json | None:
    return {"date": _day(following.on), "time": following.time, "venue": following.venue} if following else None


def _report(report: ReportReading) -> Json:
    return {
        "item_number": report.item_number,
        "title": report.title,
        "report_of": report.report_of,
        "recommendations": list(report.recommendations),
        "appendices": list(report.appendices),
        "contact_officers": [
            {"name": contact.name, "email": contact.email, "phone": contact.phone}
            for contact in report.contact_officers
        ],
    }


def _minutes(minutes: MinutesReading | None) -> Json:
    minutes = minutes or NO_MINUTES
    return {
        "body": minutes.body,
        "meeting_date": _day(minutes.meeting_on),
        "start": minutes.start,
        "end": minutes.end,
        "venue": minutes.venue,
        "chair": minutes.chair,
        "present": [_attended(person) for person in minutes.present],
        "substitutes": [_substitute(person) for person in minutes.substitutes],
        "also_present": [_attended(person) for person in minutes.also_present],
        "officers": [_attended(person) for person in minutes.officers],
        "items": [_minute(minute) for minute in minutes.minutes],
        "unplaced_decisions": [decision.words for decision in minutes.unplaced_decisions],
        "apologies": [{"name": one.name, "organisation": one.organisation or one.post} for one in minutes.apologies],
        "declarations": list(minutes.declarations),
        "minutes_confirmed_of": _day(minutes.confirmed_minutes_of),
        "next_meeting_date": _day(minutes.next_meeting_on),
    }


def _attended(person: AttendanceReading) -> Json:
    return {"name": person.name, "organisation_or_post": person.organisation_or_post}


def _substitute(person: AttendanceReading) -> Json:
    return {"name": person.name, "for": person.substitute_for, "organisation": person.organisation}


def _minute(minute: MinuteReading) -> Json:
    return {
        "number": _number(minute.number),
        "title": minute.title,
        "presenter": minute.presenter,
        "exempt": minute.is_exempt,
        "urgent": minute.is_urgent,
        "decisions": [decision.words for decision in minute.decisions],
    }


def _number(printed: str | None) -> int | str | None:
    return int(printed) if printed and printed.isascii() and printed.isdigit() else printed


def _actions(minutes: MinutesReading | None) -> list[Mapping[str, Any]]:
    return [
        {
            "minute": _number(minute.number),
            "decision_index": place,
            "kind": intent.kind.value,
            "owner_hint": intent.owner_hint,
            "due_hint": intent.due_hint,
        }
        for minute in (minutes.minutes if minutes else ())
        for place, decision in enumerate(minute.decisions)
        for intent in decision.intents
    ]
