"""Changing the parts of a draft: sections, seats, offices, what is asked, sub-groups."""

import hashlib
from collections.abc import Callable
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.guards import require_unchanged
from shp_gov.domain.permissions import Permission
from shp_gov.domain.terms.version import Figures
from shp_gov.models import OfficeKind, SeatCategory, TermsSeat, TermsSection, TermsSubGroup, TermsVersion
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.terms.blueprint import blueprint
from shp_gov.web.terms.forms import (
    IS,
    YES_OR_NO_FIGURES,
    FiguresForm,
    OfficeForm,
    PartForm,
    SeatForm,
    SectionForm,
    SubGroupForm,
    said,
)

EDIT = "terms/change.html"
REMOVE = "remove"
SECTION_TOLD = "The words are kept in the draft."
edits = services.terms_edits
to_change = queries.terms.draft_to_change


@blueprint.route("/bodies/<slug>/terms/draft/sections/new", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=to_change)
def add_section(version: TermsVersion) -> ResponseReturnValue:
    """Add a section at the end."""
    form = SectionForm()

    def change() -> str:
        edits.write_section(version, heading=form.heading.data or "", words=form.words.data or "", actor=actor())
        return SECTION_TOLD

    return _change(version, form, change, heading="Add a section")


@blueprint.route("/bodies/<slug>/terms/draft/sections/<int:section_id>", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.terms.section)
def section(section: TermsSection) -> ResponseReturnValue:
    """Write a section otherwise, or take it out."""
    form = SectionForm(data={"heading": section.heading, "words": section.words})

    def change() -> str:
        if REMOVE in request.form:
            edits.remove_section(section, actor=actor())
            return "The section is taken out of the draft."
        written = {"heading": form.heading.data or "", "words": form.words.data or ""}
        edits.write_section(section.version, section=section, actor=actor(), **written)
        return SECTION_TOLD

    return _change(section.version, form, change, heading="Change a section", remove="Take this section out")


@blueprint.post("/bodies/<slug>/terms/draft/sections/<int:section_id>/move")
@requires(Permission.CHANGE_TERMS, of=queries.terms.section)
def move_section(section: TermsSection) -> ResponseReturnValue:
    """Move a section up or down."""
    result = url_for(".draft", slug=section.body.slug, _anchor="sections")
    edits.move_section(section, up=request.form.get("way") == "up", actor=actor())
    result = once.spend(viewer(), result)
    db.session.commit()
    return redirect(result)


@blueprint.route("/bodies/<slug>/terms/draft/seats/new", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=to_change)
def add_seat(version: TermsVersion) -> ResponseReturnValue:
    """Add a seat."""
    form = SeatForm(data={"places": 1, "category": SeatCategory.OTHER.value})

    def change() -> str:
        seat = edits.word_seat(version, actor=actor(), **_worded(form))
        return f"The draft has the seat {seat.title}."

    return _change(version, form, change, heading="Add a seat")


@blueprint.route("/bodies/<slug>/terms/draft/seats/<int:terms_seat_id>", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.terms.seat)
def seat(seat: TermsSeat) -> ResponseReturnValue:
    """Word a seat otherwise, or take it out."""
    names = ("post", "places", "is_elected", "appointed_by", "tag")
    known = {name: getattr(seat, name) for name in names}
    known |= {"organisation": seat.organisation_words, "category": seat.category.value}
    form = SeatForm(data=known | {"is_voting": said(seat.is_voting)})

    def change() -> str:
        if REMOVE in request.form:
            edits.remove_seat(seat, actor=actor())
            return f"{seat.title} is taken out of the draft. The seat ends when the draft is adopted."
        edits.word_seat(seat.version, seat=seat, actor=actor(), **_worded(form))
        return f"The draft has the seat {seat.title}."

    return _change(seat.version, form, change, heading="Change a seat", remove="Take this seat out")


def _worded(form: SeatForm) -> dict[str, Any]:
    organisation = queries.organisations.names().by_key(form.organisation.data)
    return {
        "post": form.post.data or None,
        "organisation": organisation,
        "organisation_words": form.organisation.data or None,
        "category": SeatCategory(form.category.data),
        "places": form.places.data,
        "is_elected": bool(form.is_elected.data),
        "is_voting": IS[form.is_voting.data or ""],
        "appointed_by": form.appointed_by.data or None,
        "tag": form.tag.data or None,
    }


@blueprint.route("/bodies/<slug>/terms/draft/offices/<office>", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=lambda slug, office, viewer: to_change(slug, viewer=viewer))
def office(version: TermsVersion) -> ResponseReturnValue:
    """Say what the terms ask of an office."""
    kind = _kind_of_office()
    there = next((each for each in version.offices if each.kind is kind), None)
    flags = ("is_yearly", "is_from_responsible_authority", "is_from_another_organisation")
    known = {name: said(getattr(there, name)) for name in flags} if there else {}
    words = {"held_by": there.held_by, "barred": there.barred_words} if there else {}
    form = OfficeForm(data=known | words)

    def change() -> str:
        if REMOVE in request.form and there:
            edits.remove_office(there, actor=actor())
            return f"The draft says nothing of the {kind}."
        barred = queries.organisations.names().by_key(form.barred.data)
        edits.set_office(
            version,
            kind,
            held_by=form.held_by.data or None,
            barred_organisation=barred,
            barred_words=form.barred.data or None,
            actor=actor(),
            **{name: IS[form[name].data or ""] for name in flags},
        )
        return f"The draft says who the {kind} is."

    remove = "Say nothing of this office" if there else ""
    return _change(version, form, change, heading=f"What is asked of the {kind}", remove=remove)


def _kind_of_office() -> OfficeKind:
    """Read the office from the address. One that there is not is a page that there is not."""
    named = str((request.view_args or {})["office"])
    return OfficeKind(named) if named in set(OfficeKind) else abort(404)


@blueprint.route("/bodies/<slug>/terms/draft/asked", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=to_change)
def asked(version: TermsVersion) -> ResponseReturnValue:
    """Say what can be checked."""
    form = FiguresForm(data={name: _known(version, name) for name in Figures.__dataclass_fields__})

    def change() -> str:
        edits.set_figures(version, form.values(), actor=actor())
        return "The draft asks what you said."

    return _change(version, form, change, heading="What the terms ask", groups=form.GROUPS)


def _known(version: TermsVersion, name: str) -> Any:
    value = getattr(version, name)
    if name in YES_OR_NO_FIGURES:
        return said(value)
    return value or "" if name == "voting" else value


@blueprint.route("/bodies/<slug>/terms/draft/sub-groups/new", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=to_change)
def add_sub_group(version: TermsVersion) -> ResponseReturnValue:
    """Name a sub-group."""
    form = SubGroupForm()
    return _change_sub_group(version, form, None, heading="Add a sub-group")


@blueprint.route("/bodies/<slug>/terms/draft/sub-groups/<int:sub_group_id>", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.terms.sub_group)
def sub_group(row: TermsSubGroup) -> ResponseReturnValue:
    """Say otherwise who chairs a sub-group and when it reports, or take it out."""
    names = ("name", "chair_words", "times_a_year", "tolerance_days")
    known = {name: getattr(row, name) for name in names} | {"group": str(row.group_id or "")}
    form = SubGroupForm(data=known | {"months_due": [str(month) for month in row.months_due]})
    return _change_sub_group(row.version, form, row, heading="Change a sub-group")


def _change_sub_group(
    version: TermsVersion, form: SubGroupForm, row: TermsSubGroup | None, *, heading: str
) -> ResponseReturnValue:
    groups = {str(group.id): group for group in version.body.sub_groups}
    form.group.choices = {"": "None yet"} | {key: group.name for key, group in groups.items()}

    def change() -> str:
        if REMOVE in request.form and row is not None:
            edits.remove_sub_group(row, actor=actor())
            return f"{row.name} is taken out of the draft."
        edits.write_sub_group(
            version,
            row=row,
            name=form.name.data or "",
            group=groups.get(form.group.data or ""),
            chair_words=form.chair_words.data,
            months_due=[int(month) for month in form.months_due.data or ()],
            times_a_year=form.times_a_year.data or None,
            tolerance_days=form.tolerance_days.data,
            actor=actor(),
        )
        return f"The draft names {form.name.data}."

    return _change(version, form, change, heading=heading, remove="Take this group out" if row else "")


def _change(
    version: TermsVersion,
    form: PartForm,
    change: Callable[[], str],
    *,
    heading: str,
    remove: str = "",
    groups: dict[str, tuple[str, ...]] | None = None,
) -> ResponseReturnValue:
    """Show a form, and carry out the change once it is right and nobody else changed the same part meanwhile."""
    body, now = version.body, _seal(form)
    if form.validate_on_submit():
        with form.refusals():
            _require_fresh(form, now)
            done = change()
            result = once.spend(viewer(), url_for(".draft", slug=body.slug))
            db.session.commit()
            flash(done)
            return redirect(result)
    form.seen.data = now
    return render_template(
        EDIT, body=body, version=version, form=form, heading=heading, remove=remove, groups=groups or {}
    )


def _seal(form: PartForm) -> str:
    """Give a short word for what a part said before anything was typed."""
    begun = [
        (field.name, field.object_data) for field in form if field.name not in ("form_token", "csrf_token", "seen")
    ]
    return hashlib.sha256(repr(begun).encode()).hexdigest()[:16]


def _require_fresh(form: PartForm, now: str) -> None:
    if form.seen.data and form.seen.data != now:
        require_unchanged(0, 1, news="Somebody changed this part of the draft after you opened the page.")
