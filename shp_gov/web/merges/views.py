"""Who may be the same, making two one, and taking them apart again."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import and_list
from shp_gov.models import Body, Merge, Organisation, Person
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.merges.forms import FIRST, MergeForm
from shp_gov.web.served import require_served

blueprint = Blueprint("merges", __name__)


@blueprint.get("/bodies/<slug>/same")
@requires(Permission.MANAGE_REGISTER, of=queries.bodies.get)
def index(body: Body) -> ResponseReturnValue:
    """Show who may be the same, and what was made one."""
    return render_template(
        "merges/index.html",
        body=body,
        form=Form(formdata=None),
        people=queries.merges.alike_people(body),
        organisations=queries.merges.alike_organisations(body),
        made=queries.merges.listing(body),
    )


@blueprint.route("/bodies/<slug>/same/people", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.bodies.get)
def people(body: Body) -> ResponseReturnValue:
    """Make two of one person one."""
    return _merge(body, queries.merges.people(body), "people")


@blueprint.route("/bodies/<slug>/same/organisations", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.bodies.get)
def organisations(body: Body) -> ResponseReturnValue:
    """Make two of one organisation one."""
    return _merge(body, queries.organisations.every(), "organisations")


def _merge(body: Body, known: Sequence[Person] | Sequence[Organisation], what: str) -> ResponseReturnValue:
    form = MergeForm(data={name: request.args.get(name, "") for name in ("one", "other")})
    by_number: dict[str, Person | Organisation] = {str(each.id): each for each in known}
    form.one.choices = form.other.choices = {"": "Choose", **_labels(known)}
    if form.validate_on_submit():
        with form.refusals():
            one, other = by_number[form.one.data], by_number[form.other.data]
            said = _make_one(body, one, other, (one if form.name.data == FIRST else other).name)
            result = once.spend(viewer(), url_for(".index", slug=body.slug))
            db.session.commit()
            flash(said)
            return redirect(result)
    return render_template("merges/_merge.html", body=body, form=form, what=what)


def _labels(known: Sequence[Person] | Sequence[Organisation]) -> dict[str, str]:
    """Show each by name, and by number too where a name comes twice."""
    names = [each.name for each in known]
    return {
        str(each.id): f"{each.name} (number {each.id})" if names.count(each.name) > 1 else each.name for each in known
    }


def _make_one(body: Body, one: Person | Organisation, other: Person | Organisation, name: str) -> str:
    bodies = queries.merges.bodies_of(one, other)
    said = f"{one.name} and {other.name} are one now: {name}. You can take them apart again below."
    if isinstance(one, Person) and isinstance(other, Person):
        require_served(bodies)
        services.merges.merge_people(one, into=other, name=name, body=body, actor=actor())
    elif isinstance(one, Organisation) and isinstance(other, Organisation):
        services.merges.merge_organisations(one, into=other, name=name, body=body, actor=actor())
    services.register.bring_all_up_to_date(bodies, actor=actor())
    return said


@blueprint.post("/merges/<int:merge_id>/take-apart")
@requires(Permission.MANAGE_REGISTER, of=queries.merges.get)
def take_apart(merge: Merge) -> ResponseReturnValue:
    """Make two of what was made one."""
    form = Form()
    result = url_for(".index", slug=merge.body.slug) if merge.body else url_for("organisations.index")
    if form.validate_on_submit():
        with form.refusals():
            undecided = services.merges.take_apart(merge, actor=actor())
            services.register.bring_all_up_to_date(queries.merges.bodies_after(merge), actor=actor())
            once.spend(viewer(), result)
            db.session.commit()
            flash(f"{merge.one} and {merge.into} are two again. {_to_decide(undecided)}".strip())
    for complaint in form.complaints():
        flash(complaint.words, "refusal")
    return redirect(result)


def _to_decide(undecided: list[str]) -> str:
    """Say what an officer has to look at: it was recorded while they were one."""
    return f"Recorded while they were one: {and_list(undecided)}. Look whose it is." if undecided else ""
