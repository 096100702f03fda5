"""The officer's answer to what the chair suggests."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.domain.terms.compare import stretches
from shp_gov.models import Suggestion
from shp_gov.web.access import actor, requires
from shp_gov.web.keeping import kept
from shp_gov.web.minutes.blueprint import blueprint
from shp_gov.web.minutes.forms import AnswerForm, called


@blueprint.route("/meetings/<int:meeting_id>/minutes/suggestions/<int:suggestion_id>", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minutes_versions.suggestion)
def answer(suggestion: Suggestion) -> ResponseReturnValue:
    """Accept a suggestion, or say why the words stay."""
    form = AnswerForm()

    def act() -> str:
        said = form.answer.data or ""
        if request.form.get("refuse"):
            services.minutes_suggestions.refuse(suggestion, because=said, actor=actor())
            return "The words stay as they are. The chair reads why."
        services.minutes_suggestions.accept(suggestion, answer=said, actor=actor())
        return "The suggestion is accepted."

    done = kept(form, act, url_for(".edit", meeting_id=suggestion.meeting_id))
    return done or render_template(
        "minutes/answer.html",
        body=suggestion.meeting.body,
        meeting=suggestion.meeting,
        suggestion=suggestion,
        form=form,
        part=called(suggestion.field, suggestion.minute) if suggestion.minute else "The minutes as a whole",
        marked=stretches(suggestion.words_before or "", suggestion.words_after or ""),
    )
