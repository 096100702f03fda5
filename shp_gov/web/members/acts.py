"""Who sits where: appoint, appoint again, hold over, end, co-opt."""

from collections.abc import Sequence

from flask import url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Appointment, Body, Decision, Seat
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.members.asking import OFFERED, Asked, ask, decision_meant, given, person_meant
from shp_gov.web.members.blueprint import blueprint
from shp_gov.web.members.forms import AppointForm, CoOptForm, EndForm, HoldOverForm, ReappointForm


def _page_of(seat: Seat) -> str:
    return url_for("members.seat", seat_id=seat.id)


def _latest(body: Body) -> Sequence[Decision]:
    return queries.decisions.latest(body, viewer=viewer(), most=OFFERED)


@blueprint.route("/seats/<int:seat_id>/appoint", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.get)
def appoint(seat: Seat) -> ResponseReturnValue:
    """Put somebody into a seat."""
    form = AppointForm(data={"from_on": viewer().on})
    form.offer(_latest(seat.body))

    def act() -> str:
        person = person_meant(form, seat.body, post=seat.post, organisation=seat.organisation)
        services.appointments.appoint(
            person,
            to=seat,
            from_=given(form.from_on.data),
            until=form.until_on.data,
            basis=form.basis.data or None,
            decision=decision_meant(form),
            actor=actor(),
        )
        return f"{person.name} has the seat from {long_day(given(form.from_on.data))}. Its open actions go with it."

    says = "Open actions of the seat go to whoever takes it. Both people are told."
    return ask(Asked(f"Appoint to {seat.title}", "Appoint", _page_of(seat), says, seat.body), form, act)


@blueprint.route("/appointments/<int:appointment_id>/again", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.appointment)
def reappoint(appointment: Appointment) -> ResponseReturnValue:
    """Give somebody another term."""
    form, who, seat = ReappointForm(), appointment.person.name, appointment.seat
    form.offer(_latest(seat.body))

    def act() -> str:
        services.appointments.reappoint(
            appointment,
            from_=given(form.from_on.data),
            until=form.until_on.data,
            basis=form.basis.data or None,
            decision=decision_meant(form),
            actor=actor(),
        )
        return f"{who} has another term from {long_day(given(form.from_on.data))}."

    says = f"{seat.title}. The term before keeps its days."
    return ask(Asked(f"Appoint {who} again", "Appoint again", _page_of(seat), says, seat.body), form, act)


@blueprint.route("/appointments/<int:appointment_id>/hold-over", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.appointment)
def hold_over(appointment: Appointment) -> ResponseReturnValue:
    """Let somebody stay past the end of their term."""
    form, who, seat = HoldOverForm(), appointment.person.name, appointment.seat

    def act() -> str:
        services.appointments.hold_over(
            appointment, because=form.because.data or "", until=form.until_on.data, actor=actor()
        )
        return f"{who} stays past the end of the term."

    ends = f"The term ends on {long_day(appointment.until_on)}. " if appointment.until_on else ""
    says = f"{seat.title}. {ends}The register shows that they are held over."
    return ask(Asked(f"Hold {who} over", "Hold over", _page_of(seat), says, seat.body), form, act)


@blueprint.route("/appointments/<int:appointment_id>/end", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.appointment)
def end(appointment: Appointment) -> ResponseReturnValue:
    """End a term in a seat."""
    form, who, seat = EndForm(data={"last_day": viewer().on}), appointment.person.name, appointment.seat

    def act() -> str:
        last_day = given(form.last_day.data)
        services.appointments.end(appointment, last_day=last_day, because=form.because.data or "", actor=actor())
        return f"The term of {who} ends after {long_day(last_day)}. Open actions stay with the seat."

    says = f"{seat.title}. They were a member until then, and every list of those days says so."
    return ask(Asked(f"End the term of {who}", "End the term", _page_of(seat), says, seat.body), form, act)


@blueprint.route("/bodies/<slug>/members/co-opt", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.bodies.get)
def co_opt(body: Body) -> ResponseReturnValue:
    """Choose a member for some work and some time."""
    form = CoOptForm(data={"from_on": viewer().on})
    form.offer(_latest(body))

    def act() -> str:
        person = person_meant(form, body, post=None, organisation=None)
        services.co_options.co_opt(
            person,
            body=body,
            post=form.post.data or "",
            purpose=form.purpose.data,
            from_=given(form.from_on.data),
            until=form.until_on.data,
            basis=form.basis.data or None,
            decision=decision_meant(form),
            actor=actor(),
        )
        return f"{person.name} is co-opted from {long_day(given(form.from_on.data))}."

    back = url_for("members.show", slug=body.slug)
    says = "A co-opted member is chosen by the partnership itself, for some work and some time."
    return ask(Asked("Co-opt a member", "Co-opt", back, says, body), form, act)
