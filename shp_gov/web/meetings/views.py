"""The page of a meeting."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.checks.open_papers import BACKGROUND_YEARS, PAPERS_YEARS, open_until
from shp_gov.models import Meeting
from shp_gov.queries.meetings import Item
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.forms import Form
from shp_gov.web.meetings.attendance import quorum_words
from shp_gov.web.meetings.blueprint import blueprint


@blueprint.get("/meetings/<int:meeting_id>")
@public(of=queries.meetings.get)
def show(meeting: Meeting) -> ResponseReturnValue:
    """Show one meeting: agenda, who came, minutes, decisions, and what the checks found."""
    members = queries.bodies.members(meeting.body, on=meeting.on)
    attendance = queries.meetings.attendance(meeting, viewer=viewer())
    seen = queries.meetings.minutes(meeting, viewer=viewer())
    decisions = [decision for taken in seen.decisions.values() for decision in taken]
    agenda = queries.meetings.agenda(meeting, viewer=viewer())
    published = queries.published_papers.of_meeting(meeting, viewer=viewer())
    area = queries.standings.area_of(meeting.body)
    findings = queries.compliance.of_meeting(meeting, members, attendance, decisions, area=area)
    return render_template(
        "meetings/show.html",
        body=meeting.body,
        meeting=meeting,
        today=viewer().on,
        agenda=agenda,
        published=published,
        packs=published.files(reads_everything=_reads_everything(meeting, agenda)),
        button=Form(),
        attendance=queries.attendance.by_capacity(attendance),
        authorities=queries.attendance.by_organisation(members, attendance),
        quorum=quorum_words(meeting, members, attendance, area=area),
        may=permissions_towards(meeting),
        seen=seen,
        **_of_record(meeting),
        dues=queries.actions.dues([each for one in decisions for each in one.actions], of=meeting, today=viewer().on),
        sees_exempt=_sees_exempt(meeting),
        open_until=[open_until(meeting.on, years=years) for years in (PAPERS_YEARS, BACKGROUND_YEARS)],
        findings=queries.compliance.apart(queries.compliance.switched_on(findings, of=meeting.body, on=meeting.on)),
    )


def _of_record(meeting: Meeting) -> dict[str, Any]:
    return {
        "notice": queries.compliance.access.of_notice(meeting, seen_on=viewer().on),
        "corrected": queries.approvals.told(meeting),
        "signed": queries.approvals.signed(meeting),
    }


def _sees_exempt(meeting: Meeting) -> bool:
    return viewer().sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id)


def _reads_everything(meeting: Meeting, agenda: list[Item]) -> bool:
    """Tell whether nothing on this agenda is kept from whoever looks."""
    return _sees_exempt(meeting) and not any(item.is_private for item in agenda)
