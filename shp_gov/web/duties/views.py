"""The governance calendar of a body: what it owes, what was done, and the record of it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, DutyEntry
from shp_gov.queries.duties import DutyOf
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.duties import filling, page
from shp_gov.web.duties.blueprint import blueprint
from shp_gov.web.duties.forms import WithdrawForm
from shp_gov.web.files.views import download


@blueprint.get("/bodies/<slug>/duties")
@requires(Permission.SEE_DUTIES, of=queries.bodies.get)
def index(body: Body) -> ResponseReturnValue:
    """Show the governance calendar of a year."""
    return render_template("duties/index.html", body=body, today=viewer().on, page=page.calendar(body))


@blueprint.get("/bodies/<slug>/duties/<duty>")
@requires(Permission.SEE_DUTIES, of=queries.duties.of_body)
def show(asked: DutyOf) -> ResponseReturnValue:
    """Show one duty and everything that was recorded about it."""
    return render_template("duties/show.html", body=asked.body, may=permissions_towards(asked), page=page.one(asked))


@blueprint.route("/bodies/<slug>/duties/<duty>/record", methods=["GET", "POST"])
@requires(Permission.RECORD_DUTY, of=queries.duties.of_body)
def record(asked: DutyOf) -> ResponseReturnValue:
    """Record what was done about a duty."""
    form = filling.new_form(asked)
    if form.validate_on_submit():
        with form.refusals():
            services.duties.record(asked.body, asked.duty, form.account(), year=form.of_year(), actor=actor())
            result = once.spend(viewer(), url_for(".show", slug=asked.body.slug, duty=asked.duty.id))
            db.session.commit()
            flash(f"{asked.duty.title}: recorded.")
            return redirect(result)
    return render_template("duties/record.html", body=asked.body, duty=asked.duty, form=form, entry=None)


@blueprint.route("/duties/<int:entry_id>/correct", methods=["GET", "POST"])
@requires(Permission.RECORD_DUTY, of=queries.duties.get)
def correct(entry: DutyEntry) -> ResponseReturnValue:
    """Put right what was recorded about a duty."""
    form = filling.form_of(entry)
    if form.validate_on_submit():
        with form.refusals():
            filling.require_fresh(entry, form.version.data)
            services.duties.correct(entry, form.account(), actor=actor())
            result = once.spend(viewer(), url_for(".show", slug=entry.body.slug, duty=entry.duty))
            db.session.commit()
            flash("Corrected. What it said before stays in the audit trail.")
            return redirect(result)
    form.version.data = str(entry.version)
    return render_template("duties/record.html", body=entry.body, duty=form.duty, form=form, entry=entry)


@blueprint.route("/duties/<int:entry_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.RECORD_DUTY, of=queries.duties.get)
def withdraw(entry: DutyEntry) -> ResponseReturnValue:
    """Take an entry out of the calendar."""
    form = WithdrawForm()
    if form.validate_on_submit():
        with form.refusals():
            filling.require_fresh(entry, form.version.data)
            services.duties.withdraw(entry, because=form.reason.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".show", slug=entry.body.slug, duty=entry.duty))
            db.session.commit()
            flash("Withdrawn. It stays on record with your reason.")
            return redirect(result)
    form.version.data = str(entry.version)
    shown = queries.duties.shown([entry], viewer=viewer())[0]
    return render_template("duties/withdraw.html", body=entry.body, told=page.told_of(shown), form=form)


@blueprint.get("/duties/<int:entry_id>/document")
@requires(Permission.SEE_DUTIES, of=queries.duties.file)
def document(entry: DutyEntry) -> ResponseReturnValue:
    """Download the document that shows what was done."""
    assert entry.document is not None, "the query gives entries with a document only"
    return download(entry.document)
