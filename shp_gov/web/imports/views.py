"""Upload a pack, check what was read, accept it into the register."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from shp_gov import queries, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Permission, Role
from shp_gov.domain.words import and_list, plural
from shp_gov.importers.pack import load
from shp_gov.models import Import, Organisation, Person, Question
from shp_gov.services.questions import WrongAnswer
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.imports import page, parts
from shp_gov.web.imports.blueprint import blueprint
from shp_gov.web.imports.forms import AnswerForm, ReviewForm, UploadForm
from shp_gov.web.imports.page import Shown
from shp_gov.web.paging import asked_page, page_of

QUESTIONS_AT_A_TIME = 3
SOMEBODY_ELSE = "new"
ADDED = {"meetings": "meeting", "people": "person", "decisions": "decision", "proposals": "proposed action"}


class ChangedMeanwhile(DomainError):
    """Somebody else corrected the same pack since this page was opened."""


class NotYours(DomainError):
    """A pack of a body that somebody else serves, or that somebody else uploaded."""


@blueprint.route("/imports", methods=["GET", "POST"])
@requires(Permission.IMPORT_PACK)
def index() -> ResponseReturnValue:
    """Upload a pack, and list those that were uploaded."""
    form = UploadForm()
    if form.validate_on_submit():
        with form.refusals():
            upload = form.pack.data
            pack = load.read_in(upload.read(), upload.filename or "", actor=actor())
            _require_for_me(pack)
            result = once.spend(viewer(), url_for(".review", import_id=pack.id))
            db.session.commit()
            return redirect(result)
    number = asked_page()
    packs, total = queries.packs.listing(viewer=viewer(), page=number)
    return render_template("imports/index.html", form=form, packs=packs, page=page_of(number, total))


@blueprint.route("/imports/<int:import_id>", methods=["GET", "POST"])
@requires(Permission.IMPORT_PACK, of=queries.packs.get)
def review(pack: Import) -> ResponseReturnValue:
    """Check what was read, doubts first, then accept."""
    shown = page.review(pack, asked_page())
    form = ReviewForm(version=str(pack.version))
    if form.validate_on_submit():
        with form.refusals():
            changed = _correct(pack, form, shown.doubts)
            if "accept" in request.form:
                return _accept(pack)
            result = once.spend(viewer(), url_for(".review", import_id=pack.id))
            db.session.commit()
            flash(
                f"{plural(changed, 'correction')} saved. Nothing is in the register yet."
                if changed
                else "Nothing was changed."
            )
            return redirect(result)
    return _review(pack, form)


def _review(pack: Import, form: ReviewForm, refused: AnswerForm | None = None) -> ResponseReturnValue:
    questions = [(question, Form(formdata=None)) for question in pack.questions if question.answer is None]
    return render_template(
        "imports/review.html",
        pack=pack,
        body=pack.body,
        form=form,
        refused=refused or form,
        shown=page.review(pack, asked_page()),
        questions=questions[:QUESTIONS_AT_A_TIME],
        waiting=len(questions),
        candidates=queries.imports.candidates,
        somebody_else=SOMEBODY_ELSE,
    )


@blueprint.route("/imports/<int:import_id>/<slug>", methods=["GET", "POST"])
@requires(Permission.IMPORT_PACK, of=queries.packs.part)
def part(asked: queries.packs.PartAsked) -> ResponseReturnValue:
    """Check everything that was read of one kind, beside its source."""
    found = parts.part_called(asked.slug) or abort(404)
    shown, pages = page.of_part(found, asked.pack, asked_page())
    form = ReviewForm(version=str(asked.pack.version))
    if form.validate_on_submit():
        with form.refusals():
            changed = _correct(asked.pack, form, shown)
            result = once.spend(viewer(), url_for(".review", import_id=asked.pack.id))
            db.session.commit()
            flash(f"{plural(changed, 'correction')} saved." if changed else "Nothing was changed.")
            return redirect(result)
    return render_template(
        "imports/part.html", pack=asked.pack, body=asked.pack.body, form=form, part=found, shown=shown, page=pages
    )


@blueprint.post("/imports/<int:import_id>/questions/<int:question_id>")
@requires(Permission.IMPORT_PACK, of=queries.packs.question)
def answer(question: Question) -> ResponseReturnValue:
    """Say whom a name means."""
    form = AnswerForm()
    if form.validate_on_submit():
        with form.refusals():
            services.imports.answer(question, person=_meant(question, form), actor=actor())
            result = once.spend(viewer(), url_for(".review", import_id=question.import_id))
            db.session.commit()
            flash(f"“{question.printed}” is settled.")
            return redirect(result)
    pack = question.pack
    return _review(pack, ReviewForm(formdata=None, version=str(pack.version)), form)


def _meant(question: Question, form: AnswerForm) -> Person | Organisation | None:
    """Give the answer that was chosen, nobody for somebody else; refuse one that is not offered."""
    if form.answer.data == SOMEBODY_ELSE:
        return None
    offered = {str(each.id): each for each in queries.imports.candidates(question)}
    if form.answer.data not in offered:
        raise WrongAnswer("Choose one of the answers offered.")
    return offered[form.answer.data]


def _require_for_me(pack: Import) -> None:
    """Refuse a file that somebody else gave us and that is not for this officer to check."""
    if queries.packs.find(pack.id, viewer=viewer()) is None:
        raise NotYours("This file was uploaded by somebody else. Ask the officer of its partnership to check it.")


def _correct(pack: Import, form: ReviewForm, shown: list[Shown]) -> int:
    """Keep what was changed on the page; refuse if somebody else changed the pack meanwhile."""
    there = [each.entry for each in shown if each.entry and not each.is_out]
    out = form.taken_out(there)
    staying = [entry for entry in there if entry.path not in out]
    changes = form.changes([value for entry in staying for value in entry.values]) | dict.fromkeys(out)
    if changes and form.version.data != str(pack.version):
        form.version.data = str(pack.version)
        raise ChangedMeanwhile(
            "Somebody else corrected this pack while you were looking at it. What you typed is still below: "
            "compare it with what stands now, then save again."
        )
    for path, value in changes.items():
        load.correct(pack, path, value, actor=actor())
    return len(changes)


def _settle_who_may(summary: load.Summary) -> None:
    """Let only its officers add to a body that exists; who founds one is its officer."""
    if summary.is_new_body:
        founder = Actor(queries.undoing.FOUNDER)
        services.accounts.give_role(current_user, Role.OFFICER, body=summary.body, from_on=viewer().on, actor=founder)
    elif not viewer().may(Permission.IMPORT_PACK, summary.body.id):
        raise NotYours(
            f"This is a pack of {summary.body.name}, and you are not an officer of it. Ask its officer to import it."
        )


def _accept(pack: Import) -> ResponseReturnValue:
    summary = load.accept(pack, actor=actor())
    _settle_who_may(summary)
    result = once.spend(viewer(), url_for("bodies.show", slug=summary.body.slug))
    db.session.commit()
    flash(_what_came_of(summary))
    return redirect(result)


def _what_came_of(summary: load.Summary) -> str:
    """Say what accepting a pack added to the register."""
    added = [plural(summary.added[name], noun) for name, noun in ADDED.items() if summary.added[name] > 0]
    if added:
        return f"The pack is in the register. It added {and_list(added)}."
    return "The pack is in the register. It brought nothing new but your corrections, if you made any."
