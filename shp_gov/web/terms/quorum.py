"""The quorum of a draft: built in rows, read back as a sentence, and only then kept."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.guards import require_unchanged
from shp_gov.domain.permissions import Permission
from shp_gov.domain.quorum import Answer, Met, Quorum, as_plain, evaluate, from_plain, full_house, sentence_of
from shp_gov.models import TermsVersion
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.terms.blueprint import blueprint
from shp_gov.web.terms.quorum_form import MORE, QuorumForm, quorum_form, seal

PAGE = "terms/quorum.html"
NEWS = "Somebody changed the quorum of the draft after you opened the page."


@blueprint.route("/bodies/<slug>/terms/draft/quorum", methods=["GET", "POST"])
@requires(Permission.CHANGE_TERMS, of=queries.terms.draft_to_change)
def quorum(version: TermsVersion) -> ResponseReturnValue:
    """Set the quorum of a draft, or take it out."""
    now = from_plain(version.quorum) if version.quorum else None
    seats = queries.quorums.seats_of_draft(version)
    form = quorum_form(now, seats, lines=_lines())
    read: Quorum | None = None
    if "more" not in request.form and form.validate_on_submit():
        with form.refusals():
            if "unset" in request.form:
                return _kept(version, form, now, None)
            read = form.quorum()
            if form.read.data == seal(read):
                return _kept(version, form, now, read)
    form.seen.data, form.read.data = seal(now), seal(read) if read else ""
    return render_template(
        PAGE,
        body=version.body,
        version=version,
        form=form,
        now=now,
        sentence=sentence_of(read) if read else "",
        never=_never(evaluate(read, full_house(seats), seats)) if read else "",
    )


def _lines() -> int:
    asked = request.form.get("number", "")
    lines = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 3 else 0
    return lines + MORE if "more" in request.form else lines


def _kept(version: TermsVersion, form: QuorumForm, now: Quorum | None, new: Quorum | None) -> ResponseReturnValue:
    """Keep the quorum in the draft, unless somebody else set another meanwhile."""
    if form.seen.data and form.seen.data != seal(now):
        require_unchanged(0, 1, news=NEWS)
    services.terms_edits.set_quorum(version, as_plain(new) if new else None, actor=actor())
    result = once.spend(viewer(), url_for("terms.draft", slug=version.body.slug))
    db.session.commit()
    flash("The draft sets this quorum." if new else "The draft sets no quorum. Whether a meeting has one is not known.")
    return redirect(result)


def _never(answer: Answer) -> str:
    """Warn of a quorum that a full house would not reach."""
    return answer.words if answer.met is Met.NOT_MET else ""
