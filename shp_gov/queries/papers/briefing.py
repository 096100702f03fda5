"""What the chair's briefing and the attendance sheet say."""

from collections.abc import Sequence
from dataclasses import replace

from shp_gov.domain.permissions import Viewer
from shp_gov.domain.script_paper import AttendanceSheet, BriefingPaper, BriefItem, Signing
from shp_gov.domain.words import long_day, plural
from shp_gov.models import Answer, ItemPurpose, Meeting, Report
from shp_gov.queries import forecasts
from shp_gov.queries import script as gathering
from shp_gov.queries.papers.imprint import imprint, sealed
from shp_gov.queries.papers.script import imprint_of, late_actions
from shp_gov.queries.script import Gathered, Row

MOST = 12


def briefing(meeting: Meeting, *, viewer: Viewer) -> BriefingPaper:
    """Gather what the chair should know before a meeting."""
    found = gathering.of_meeting(meeting, viewer=viewer)
    late = [line for line in found.actions if line.verified_on is None]
    done = [line for line in found.actions if line.verified_on is not None]
    return sealed(
        BriefingPaper(
            imprint=imprint_of(found, viewer.on),
            on=meeting.on,
            starts_at=meeting.starts_at,
            venue=meeting.venue or "",
            minutes_planned=sum(row.item.minutes_allowed or 0 for row in found.taken),
            forecast=tuple(filter(None, (found.replies.words, found.replies.missing, found.replies.quorum_words))),
            absent=tuple(_absent(found)),
            items=tuple(_item(row) for row in found.taken),
            conflicts=tuple(_conflict(found)),
            overdue=tuple(late_actions(late, meeting.on)),
            to_close=tuple("A private action" if line.action.is_exempt else line.action.what for line in done[:MOST]),
            late=tuple(_late(found)),
        )
    )


def _item(row: Row) -> BriefItem:
    asked = "" if row.item.purpose is ItemPurpose.NOT_STATED else row.item.purpose.value.capitalize()
    number = len(row.recommendations)
    said = f"{asked}: {plural(number, 'recommendation')}" if number and asked else asked
    minutes = f"{row.item.minutes_allowed} minutes" if row.item.minutes_allowed else ""
    speaker = "" if row.is_withheld else row.item.presenter or ""
    return BriefItem(
        number=row.number,
        title=row.title,
        speaker=speaker,
        asked=". ".join(filter(None, ("" if row.is_withheld else said, minutes))),
        is_private=row.item.is_exempt,
    )


def _absent(found: Gathered) -> list[str]:
    """Say who does not come and who comes instead, then who has not replied."""
    away = [row for row in found.replies.rows if row.reply is not None and row.reply.answer is Answer.APOLOGIES]
    said = [f"{row.holder.name}, {row.seat.title}: {row.words[:1].lower()}{row.words[1:]}" for row in away]
    return said + [f"{row.holder.name}, {row.seat.title}: no reply yet" for row in found.replies.silent]


def _conflict(found: Gathered) -> list[str]:
    return [
        f"{each.name}, item {each.item}: {each.words or 'not shown to you, because you declared an interest too'}"
        for each in found.ahead
    ]


def _late(found: Gathered) -> list[str]:
    """Say which papers are not here: reports that are missing or not ready, and items that came after the agenda."""
    missing = [row for row in found.taken if row.item.needs_report and not row.reports and not row.is_withheld]
    said = [f"{row.number} {row.title}: no report has been asked for" for row in missing]
    said += [_unready(row, report) for row in found.taken for report in row.unready]
    urgent = [row for row in found.taken if row.item.is_urgent]
    return said + [f"{row.number} {row.title}: urgent{_why_urgent(row)}" for row in urgent]


def _why_urgent(row: Row) -> str:
    """Say why an item is urgent, except to a chair from whom it is withheld."""
    return "" if row.is_withheld else f", {row.item.urgency_reason or 'no reason stated'}"


def _unready(row: Row, report: Report) -> str:
    due = f", due {long_day(report.due_on)}" if report.due_on else ""
    who = f" from {report.author.name}" if report.author else ""
    return f"{row.number} {row.title}: the report{who} is {report.state.value}{due}"


def attendance_sheet(meeting: Meeting, *, viewer: Viewer) -> AttendanceSheet:
    """Gather who is expected, seat by seat, each with their substitute."""
    rows: Sequence[forecasts.SeatReply] = forecasts.of_meeting(meeting).rows
    return sealed(
        AttendanceSheet(
            imprint=replace(imprint(meeting.body, on=viewer.on), is_restricted=True),
            on=meeting.on,
            starts_at=meeting.starts_at,
            venue=meeting.venue or "",
            lines=tuple(
                Signing(row.holder.name, row.seat.title, "" if row.reply is None else row.words) for row in rows
            ),
        )
    )
