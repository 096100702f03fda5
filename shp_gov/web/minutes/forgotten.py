"""A decision that was taken and not written down: added while the minutes are being written."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.models import Agreement, Minute
from shp_gov.services.minute_steps import WRITTEN_IN
from shp_gov.web.access import actor, requires
from shp_gov.web.keeping import kept
from shp_gov.web.minutes.blueprint import blueprint
from shp_gov.web.minutes.forms import ForgottenForm


@blueprint.route("/meetings/<int:meeting_id>/minutes/<int:minute_id>/decisions/new", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def add_decision(minute: Minute) -> ResponseReturnValue:
    """Add a decision to a minute that is being written."""
    back = url_for(".edit", meeting_id=minute.meeting_id, _anchor=f"minute-{minute.position}")
    form = ForgottenForm(data={"how": Agreement.CONSENSUS.value})

    def act() -> str:
        said = {"words": form.words.data or "", "reasons": form.reasons.data or ""}
        agreement = Agreement(form.how.data)
        decision = services.forgotten.decide(minute, **said, agreement=agreement, actor=actor())
        return f"Decision {decision.reference} is in the minutes."

    if answer := kept(form, act, back):
        return answer
    if request.method == "GET" and minute.meeting.minutes_state not in WRITTEN_IN:
        return redirect(back)
    return render_template("minutes/add_decision.html", body=minute.meeting.body, minute=minute, form=form, back=back)
