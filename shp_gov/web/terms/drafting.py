"""Drafting terms of reference: start a draft, look at it, discard it, adopt it."""

from datetime import date

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.terms import sentences
from shp_gov.domain.terms.clauses import parts
from shp_gov.domain.terms.unsaid import unsaid
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Decision, OfficeKind, TermsVersion
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.terms.blueprint import blueprint
from shp_gov.web.terms.forms import AdoptForm, DiscardForm, StartForm

LAST, STARTER = "last", "starter"


@blueprint.route("/bodies/<slug>/terms/start", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.bodies.get)
def start(body: Body) -> ResponseReturnValue:
    """Start a draft of the next version."""
    form = StartForm()
    form.source.choices = _sources(body)
    if form.validate_on_submit():
        with form.refusals():
            draft = _started(body, form.source.data)
            result = once.spend(viewer(), url_for(".draft", slug=body.slug))
            db.session.commit()
            flash(f"Version {draft.number} is begun. Nothing is in force until you adopt it.")
            return redirect(result)
    return render_template("terms/start.html", body=body, form=form, draft=queries.terms.find_draft(body))


def _sources(body: Body) -> dict[str, str]:
    last = queries.terms.last_adopted(body)
    days = queries.terms.days_listed(body)
    begin = {LAST: f"{last.title}, in force from {long_day(last.in_force_from)}"} if last and last.in_force_from else {}
    lists = {day.isoformat(): f"The list of members in the pack of {long_day(day)}" for day in days}
    return {**begin, STARTER: "A starter text for a Community Safety Partnership in England", **lists}


def _started(body: Body, source: str) -> TermsVersion:
    if source == LAST:
        return services.terms.start(body, on=viewer().on, actor=actor())
    if source == STARTER:
        return services.terms.start_from_starter(body, on=viewer().on, actor=actor())
    return services.terms.start_from_list(body, listed_on=date.fromisoformat(source), actor=actor())


@blueprint.get("/bodies/<slug>/terms/draft")
@requires(Permission.SEE_DRAFT_TERMS, of=queries.terms.draft)
def draft(version: TermsVersion) -> ResponseReturnValue:
    """Show the draft, with what can be changed in it."""
    terms = queries.terms.as_terms(version)
    said = (say(terms.figures) for group in sentences.OF_FIGURES.values() for say in group.values())
    return render_template(
        "terms/draft.html",
        body=version.body,
        version=version,
        terms=terms,
        parts=parts(terms),
        kinds=list(OfficeKind),
        office_words=sentences.office,
        group_words=sentences.sub_group,
        figures=[words for words in said if words],
        unsaid=unsaid(terms),
        last=queries.terms.last_adopted(version.body),
        may=permissions_towards(version),
        form=DiscardForm(),
    )


@blueprint.route("/bodies/<slug>/terms/draft/discard", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.terms.draft_to_change)
def discard(version: TermsVersion) -> ResponseReturnValue:
    """Throw the draft away."""
    form, body = DiscardForm(), version.body
    if form.validate_on_submit():
        with form.refusals():
            services.terms.discard(version, actor=actor())
            result = once.spend(viewer(), url_for(".index", slug=body.slug))
            db.session.commit()
            flash("The draft is discarded. What is adopted stays as it is.")
            return redirect(result)
    return render_template("terms/discard.html", body=body, version=version, form=form)


@blueprint.route("/bodies/<slug>/terms/draft/adopt", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.terms.draft_to_change)
def adopt(version: TermsVersion) -> ResponseReturnValue:
    """Adopt the draft from a day on."""
    body = version.body
    decisions = queries.terms.decisions(body, viewer=viewer())
    form = AdoptForm(data={"in_force_from": viewer().on})
    form.decision.choices = {"": "None: say on what basis below"} | {str(one.id): _named(one) for one in decisions}
    if form.validate_on_submit():
        with form.refusals():
            chosen = next((one for one in decisions if str(one.id) == form.decision.data), None)
            _adopt(version, form, chosen)
            result = once.spend(viewer(), url_for(".show", slug=body.slug, number=version.number))
            db.session.commit()
            flash(f"Version {version.number} is in force from {long_day(form.day())}. It never changes now.")
            return redirect(result)
    on = form.in_force_from.data or viewer().on
    effects = queries.terms_seats.effects(version, queries.terms.last_adopted(body), on=on, viewer=viewer())
    return render_template("terms/adopt.html", body=body, version=version, form=form, effects=effects, on=on)


def _adopt(version: TermsVersion, form: AdoptForm, decision: Decision | None) -> None:
    services.terms_adoption.adopt(
        version, in_force_from=form.day(), decision=decision, basis=form.basis.data, actor=actor()
    )


def _named(decision: Decision) -> str:
    words = decision.words if len(decision.words) < 90 else f"{decision.words[:88]} …"
    return f"{decision.reference}, {long_day(decision.on)}: {words}"
