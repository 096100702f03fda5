"""Who may stand in for a seat: named in advance, or for one meeting."""

from flask import url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Meeting, Seat, Substitution
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.members.asking import Asked, ask, given, person_meant
from shp_gov.web.members.blueprint import blueprint
from shp_gov.web.members.forms import EndForm, SubstituteForm


@blueprint.route("/seats/<int:seat_id>/substitutes/new", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.get)
def substitute(seat: Seat) -> ResponseReturnValue:
    """Name somebody to stand in for a seat."""
    coming = queries.meetings.coming(seat.body, on=viewer().on)
    form = SubstituteForm()
    form.offer(coming)

    def act() -> str:
        person = person_meant(form, seat.body, post=None, organisation=seat.organisation)
        meeting = _chosen(form, coming)
        services.substitutes.name(
            person,
            seat=seat,
            meeting=meeting,
            from_=meeting.on if meeting else given(form.from_on.data),
            until=form.until_on.data,
            basis=form.basis.data or None,
            actor=actor(),
        )
        when = f"at the meeting of {long_day(meeting.on)}" if meeting else "whenever the member cannot come"
        return f"{person.name} may stand in {when}."

    says = "Whoever is named for one meeting may read the private papers of that meeting. Nobody else may."
    back = url_for("members.seat", seat_id=seat.id)
    return ask(Asked(f"Name a substitute for {seat.title}", "Name the substitute", back, says, seat.body), form, act)


def _chosen(form: SubstituteForm, coming: list[Meeting]) -> Meeting | None:
    return next((meeting for meeting in coming if str(meeting.id) == form.meeting.data), None)


@blueprint.route("/substitutions/<int:substitution_id>/end", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.substitution)
def end_substitute(substitution: Substitution) -> ResponseReturnValue:
    """Let somebody stand in no longer."""
    form, who, seat = EndForm(data={"last_day": viewer().on}), substitution.person.name, substitution.seat

    def act() -> str:
        last_day = given(form.last_day.data)
        services.substitutes.end(substitution, last_day=last_day, because=form.because.data or "", actor=actor())
        return f"{who} stands in no longer after {long_day(last_day)}."

    back = url_for("members.seat", seat_id=seat.id)
    return ask(Asked(f"End the naming of {who}", "End it", back, seat.title, seat.body), form, act)
