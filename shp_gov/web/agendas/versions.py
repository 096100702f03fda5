"""Versions of an agenda: previewed, sent to the chair, read, remarked on, agreed, compared."""

from itertools import groupby
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.agenda_compare import changes
from shp_gov.domain.permissions import Permission
from shp_gov.models import AgendaVersion, Meeting
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.agendas.blueprint import blueprint
from shp_gov.web.agendas.forms import AgreeForm, RemarkForm
from shp_gov.web.forms import Form
from shp_gov.web.paging import whole_number

Sections = list[tuple[str, list[dict[str, Any]]]]


def sections(contents: dict[str, Any]) -> Sections:
    """Take the items together that stand under one heading."""
    groups = groupby(contents["items"], key=lambda item: item["section"] or item["id"])
    return [(str(heading) if isinstance(heading, str) else "", list(group)) for heading, group in groups]


@blueprint.get("/meetings/<int:meeting_id>/agenda/preview")
@requires(Permission.SEE_DRAFT_AGENDA, of=queries.meetings.get)
def preview(meeting: Meeting) -> ResponseReturnValue:
    """Show an agenda as it stands: in full, or as the public will read it."""
    in_full = request.args.get("as") == "full"
    said = queries.agenda_versions.seen(queries.agendas.contents(meeting), meeting, viewer=viewer())
    said = said if in_full else queries.agenda_versions.as_the_public(said)
    return render_template(
        "agendas/preview.html", body=meeting.body, meeting=meeting, sections=sections(said), in_full=in_full
    )


@blueprint.post("/meetings/<int:meeting_id>/agenda/send")
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def send(meeting: Meeting) -> ResponseReturnValue:
    """Send the agenda to the chair as its next version."""
    form = Form()
    if form.validate_on_submit():
        with form.refusals():
            to = queries.agenda_versions.chairs(meeting, viewer=viewer())
            version = services.agenda_versions.send(meeting, to=to, actor=actor())
            result = once.spend(viewer(), url_for(".build", meeting_id=meeting.id))
            db.session.commit()
            told = "The chair is told." if to else "No account of the chair is on record: tell them yourself."
            flash(f"Version {version.number} is with the chair. {told}")
            return redirect(result)
    for words in form.form_errors:
        flash(str(words), "warning")
    return redirect(url_for(".build", meeting_id=meeting.id))


@blueprint.get("/meetings/<int:meeting_id>/agenda/review")
@requires(Permission.SEE_DRAFT_AGENDA, of=queries.meetings.get)
def review(meeting: Meeting) -> ResponseReturnValue:
    """Show the latest version of an agenda to whoever agrees it."""
    version = queries.agenda_versions.latest(meeting)
    if version is None:
        return render_template("agendas/review.html", body=meeting.body, meeting=meeting)
    return redirect(url_for(".version", meeting_id=meeting.id, agenda_number=version.number))


@blueprint.get("/meetings/<int:meeting_id>/agenda/versions/<int:agenda_number>")
@requires(Permission.SEE_DRAFT_AGENDA, of=queries.agenda_versions.get)
def version(version: AgendaVersion) -> ResponseReturnValue:
    """Show one version, with what was said of it and what to do now."""
    return _shown(version, RemarkForm())


def _shown(version: AgendaVersion, form: RemarkForm, agree: AgreeForm | None = None) -> ResponseReturnValue:
    said = queries.agenda_versions.seen(version.contents, version.meeting, viewer=viewer())
    form.item.choices = _items(said)
    versions = queries.agenda_versions.of_meeting(version.meeting)
    return render_template(
        "agendas/version.html",
        body=version.body,
        meeting=version.meeting,
        version=version,
        versions=versions,
        is_latest=versions[0] is version,
        has_changed=services.agenda_versions.has_changed(version),
        sections=sections(said),
        readable={report.id for report in queries.reports.of_meeting(version.meeting, viewer=viewer())},
        titles={item["id"]: f"{item['number']}, {item['title']}" for item in said["items"]},
        form=form,
        agree=agree or AgreeForm(data={"sha256": version.sha256}),
        button=Form(),
        may=permissions_towards(version),
    )


def _items(said: dict[str, Any]) -> dict[str, str]:
    return {"": "The agenda as a whole"} | {
        str(item["id"]): f"{item['number']}, {item['title']}" for item in said["items"]
    }


@blueprint.post("/meetings/<int:meeting_id>/agenda/versions/<int:agenda_number>/remarks")
@requires(Permission.SEE_DRAFT_AGENDA, of=queries.agenda_versions.get)
def remark(version: AgendaVersion) -> ResponseReturnValue:
    """Say something of a version or of one of its items; the chair may ask for changes with it."""
    form = RemarkForm()
    said = queries.agenda_versions.seen(version.contents, version.meeting, viewer=viewer())
    form.item.choices = _items(said)
    if form.validate_on_submit():
        with form.refusals():
            words = _remarked(version, form)
            result = once.spend(viewer(), _page(version))
            db.session.commit()
            flash(words)
            return redirect(result)
    return _shown(version, form)


def _remarked(version: AgendaVersion, form: RemarkForm) -> str:
    items = {str(item.id): item for item in queries.agendas.items(version.meeting)}
    words, item = form.words.data or "", items.get(form.item.data)
    asks = "changes" in request.form and Permission.AGREE_AGENDA in permissions_towards(version)
    if asks:
        to = queries.agenda_versions.officers(version.meeting, viewer=viewer())
        services.agenda_versions.ask_for_changes(version, words=words, item=item, to=to, actor=actor())
        return "The officers are told that you ask for changes."
    services.agenda_versions.remark(version, words=words, item=item, actor=actor())
    return "Your remark is kept with this version."


def _page(version: AgendaVersion) -> str:
    return url_for(".version", meeting_id=version.meeting_id, agenda_number=version.number)


@blueprint.post("/meetings/<int:meeting_id>/agenda/versions/<int:agenda_number>/agree")
@requires(Permission.AGREE_AGENDA, of=queries.agenda_versions.to_agree)
def agree(version: AgendaVersion) -> ResponseReturnValue:
    """Agree a version as it was read."""
    form = AgreeForm()
    if form.validate_on_submit():
        with form.refusals():
            to = queries.agenda_versions.officers(version.meeting, viewer=viewer())
            services.agenda_versions.agree(version, sha256=form.sha256.data or "", to=to, actor=actor())
            result = once.spend(viewer(), _page(version))
            db.session.commit()
            flash(f"You agreed version {version.number}. The officers are told.")
            return redirect(result)
    words = RemarkForm(formdata=None)
    words.form_errors = [*form.form_errors]
    return _shown(version, words)


@blueprint.post("/meetings/<int:meeting_id>/agenda/versions/<int:agenda_number>/answered")
@requires(Permission.BUILD_AGENDA, of=queries.agenda_versions.to_answer)
def answered(version: AgendaVersion) -> ResponseReturnValue:
    """Mark a remark as dealt with."""
    number, form = whole_number(request.form.get("remark", "")), Form()
    said = next((each for each in version.remarks if each.id == number), None)
    if said is not None and form.validate_on_submit():
        with form.refusals():
            services.agenda_versions.answer(said, actor=actor())
            result = once.spend(viewer(), _page(version))
            db.session.commit()
            return redirect(result)
    return redirect(_page(version))


@blueprint.get("/meetings/<int:meeting_id>/agenda/versions/<int:agenda_number>/compare")
@requires(Permission.SEE_DRAFT_AGENDA, of=queries.agenda_versions.get)
def compare(version: AgendaVersion) -> ResponseReturnValue:
    """Say what a version says that another does not: the one before, where none is named."""
    versions = [each for each in queries.agenda_versions.of_meeting(version.meeting) if each is not version]
    asked = whole_number(request.args.get("with", ""))
    other = next((each for each in versions if each.number == asked), None)
    other = other or next((each for each in versions if each.number < version.number), None)
    new, old = (
        queries.agenda_versions.seen(each.contents, each.meeting, viewer=viewer()) if each else None
        for each in (version, other)
    )
    return render_template(
        "agendas/compare.html",
        body=version.body,
        meeting=version.meeting,
        version=version,
        other=other,
        others=versions,
        changes=changes(old, new) if old and new else [],
    )
