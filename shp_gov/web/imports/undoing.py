"""Undo an import: what goes, what stays and why, before the button; then the register without that pack."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired

from shp_gov import queries
from shp_gov.database import db
from shp_gov.domain.nouns import noun
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import and_list, plural
from shp_gov.domain.workflows import ImportState
from shp_gov.importers.pack import undo as importer
from shp_gov.importers.pack.undo import Prospect, Undone
from shp_gov.models import Import
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.fields import TextAreaField
from shp_gov.web.forms import Form, MaxLength
from shp_gov.web.imports.blueprint import blueprint

SHOWN = (
    "meeting", "agenda_item", "report", "sighting", "attendance", "interest", "minute", "decision", "proposed_action",
)  # fmt: skip
LESS = {"people": "person", "seats": "seat", "meetings": "meeting", "decisions": "decision"}


class UndoForm(Form):
    """Why an import is undone."""

    reason = TextAreaField(
        "Why do you undo it?",
        [InputRequired("Say why you undo the import"), MaxLength(4_000)],
        description="For example: it was a draft, or a pack of another partnership.",
    )


@blueprint.route("/imports/<int:import_id>/undo", methods=["GET", "POST"])
@requires(Permission.IMPORT_PACK, of=queries.packs.get_to_undo)
def undo(pack: Import) -> ResponseReturnValue:
    """Take a pack out of the register again."""
    form = UndoForm()
    if form.validate_on_submit():
        with form.refusals():
            done = importer.undo(pack, reason=form.reason.data or "", actor=actor())
            db.session.flush()
            still_theirs = pack.body is not None or pack.read_by_id == viewer().user_id
            page = url_for(".review", import_id=pack.id) if still_theirs else url_for(".index")
            result = once.spend(viewer(), page)
            db.session.commit()
            flash(_what_came_of(done))
            return redirect(result)
    is_there = pack.state is ImportState.ACCEPTED
    return render_template(
        "imports/undo.html",
        pack=pack,
        body=pack.body,
        form=form,
        found=_shown(importer.prospect(pack)) if is_there else None,
        trail=queries.undoing.trail(pack),
    )


def _shown(found: Prospect) -> dict[str, object]:
    """Give what goes, by kind; what stays, and why; and which packs tell of the same meetings."""
    counts = found.plan.counts()
    return {
        "goes": [(noun(table), counts[table]) for table in SHOWN if table in counts],
        "stays": queries.undoing.what_stays(found.plan),
        "others": [pack.document.filename for pack in found.others],
    }


def _what_came_of(done: Undone) -> str:
    less = [plural(done.less[name], noun) for name, noun in LESS.items() if done.less[name] > 0]
    gone = f" {and_list(less).capitalize()} left it." if less else " Everything in it is said by other packs too."
    body = f" {done.body}, which only this pack had founded, left it too." if done.body_went else ""
    return f"The pack is no longer in the register.{gone}{body} You can accept it again."
