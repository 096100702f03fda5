"""Printed papers. Everybody gets the public version; who is entitled may ask for the restricted one."""

from dataclasses import replace
from io import BytesIO

from flask import Blueprint, abort, request, send_file
from flask.typing import ResponseReturnValue

from shp_gov import documents, queries
from shp_gov.domain.permissions import Viewer
from shp_gov.models import Body, Decision, Meeting, Minute, TermsVersion
from shp_gov.web.access import public, viewer
from shp_gov.web.compliance.forms import AsAtForm

blueprint = Blueprint("papers", __name__)

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _reader() -> Viewer:
    """Tell who the paper is for: the public version leaves out exempt words even for those who may read them."""
    return replace(viewer(), reads_exempt=request.args.get("version") == "restricted")


def sent(content: bytes, kind: str, name: str) -> ResponseReturnValue:
    """Give a printed paper."""
    ending = "pdf" if kind == PDF else "docx"
    return send_file(BytesIO(content), mimetype=kind, download_name=f"{name}.{ending}", max_age=0)


@blueprint.get("/meetings/<int:meeting_id>/agenda.pdf")
@public(of=queries.meetings.get)
def agenda(meeting: Meeting) -> ResponseReturnValue:
    """Print the agenda."""
    paper = queries.papers.agenda(meeting, viewer=_reader())
    return sent(documents.agenda.render(paper), PDF, f"agenda-{meeting.on}") if paper.sections else abort(404)


@blueprint.get("/meetings/<int:meeting_id>/agenda.docx")
@public(of=queries.meetings.get)
def agenda_word(meeting: Meeting) -> ResponseReturnValue:
    """Write the agenda as a Word file."""
    paper = queries.papers.agenda(meeting, viewer=_reader())
    return sent(documents.docx.agenda(paper), WORD, f"agenda-{meeting.on}") if paper.sections else abort(404)


@blueprint.get("/meetings/<int:meeting_id>/minutes.pdf")
@public(of=queries.meetings.get)
def minutes(meeting: Meeting) -> ResponseReturnValue:
    """Print the minutes and decision record."""
    paper = queries.papers.minutes(meeting, viewer=_reader())
    return sent(documents.minutes.render(paper), PDF, f"minutes-{meeting.on}") if paper.entries else abort(404)


@blueprint.get("/meetings/<int:meeting_id>/minutes.docx")
@public(of=queries.meetings.get)
def minutes_word(meeting: Meeting) -> ResponseReturnValue:
    """Write the minutes as a Word file."""
    paper = queries.papers.minutes(meeting, viewer=_reader())
    return sent(documents.docx.minutes(paper), WORD, f"minutes-{meeting.on}") if paper.entries else abort(404)


@blueprint.get("/minutes/<int:minute_id>/extract.pdf")
@public(of=queries.meetings.minute)
def extract(minute: Minute) -> ResponseReturnValue:
    """Print one minute, for whoever may read it."""
    paper = queries.papers.extract(minute, viewer=viewer())
    return sent(documents.minutes.render_extract(paper), PDF, f"minute-{minute.id}")


@blueprint.get("/bodies/<slug>/action-log.pdf")
@public(of=queries.bodies.get)
def action_log(body: Body) -> ResponseReturnValue:
    """Print the action log as it stands today."""
    paper = queries.papers.action_log(body, viewer=_reader())
    return sent(documents.action_log.render(paper), PDF, f"action-log-{paper.as_on}")


@blueprint.get("/bodies/<slug>/members.pdf")
@public(of=queries.bodies.get)
def members(body: Body) -> ResponseReturnValue:
    """Print the register of members as at a day."""
    paper = queries.papers.register(body, on=AsAtForm(viewer().on).day, viewer=viewer())
    return sent(documents.register.render(paper), PDF, f"members-{paper.on}")


@blueprint.get("/bodies/<slug>/interests.pdf")
@public(of=queries.bodies.get)
def interests(body: Body) -> ResponseReturnValue:
    """Print the register of interests as at a day, without the words of sensitive ones."""
    paper = queries.papers.interests(body, on=AsAtForm(viewer().on).day_or_refuse(), viewer=viewer())
    return sent(documents.interests.render(paper), PDF, f"interests-{paper.on}")


@blueprint.get("/decisions/<int:decision_id>/notice.pdf")
@public(of=queries.decisions.get)
def notice(decision: Decision) -> ResponseReturnValue:
    """Print a decision notice. Of an exempt decision there is a restricted one only."""
    if decision.minute.is_exempt and not _reader().reads_exempt:
        abort(404)
    paper = queries.papers.decision_notice(decision, viewer=viewer())
    return sent(documents.decision_notice.render(paper), PDF, f"decision-{decision.id}")


@blueprint.get("/bodies/<slug>/terms/<int:number>/terms.pdf")
@public(of=queries.terms.get)
def terms(version: TermsVersion) -> ResponseReturnValue:
    """Print a version of the terms of reference."""
    paper = queries.papers.terms(version, viewer=viewer())
    return sent(documents.terms.render(paper), PDF, f"terms-of-reference-{version.number}")


@blueprint.get("/bodies/<slug>/terms/<int:number>/terms.docx")
@public(of=queries.terms.get)
def terms_word(version: TermsVersion) -> ResponseReturnValue:
    """Write a version of the terms of reference as a Word file."""
    paper = queries.papers.terms(version, viewer=viewer())
    return sent(documents.docx.terms(paper), WORD, f"terms-of-reference-{version.number}")
