"""Withdraw what was recorded wrongly: an appointment, an office, or the end of either. Each with a reason."""

from collections.abc import Callable
from functools import partial

from flask import url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Appointment, Office
from shp_gov.web.access import actor, requires
from shp_gov.web.members.asking import Asked, ask
from shp_gov.web.members.blueprint import blueprint
from shp_gov.web.members.forms import WithdrawForm

KEPT = "It leaves the register as if it had never been; the audit trail keeps it, with who withdrew it and why."


@blueprint.route("/appointments/<int:appointment_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.appointment)
def withdraw(appointment: Appointment) -> ResponseReturnValue:
    """Withdraw an appointment."""
    who, seat, from_on = appointment.person.name, appointment.seat, long_day(appointment.from_on)
    says = f"{seat.title}, from {from_on}. {KEPT} Open actions go back to whoever had them."
    back = url_for("members.show", slug=seat.body.slug)
    asked = Asked(f"Withdraw the appointment of {who}", "Withdraw the appointment", back, says, seat.body)
    done = f"The appointment of {who} from {from_on} is withdrawn."
    return _ask(
        asked,
        done,
        partial(services.withdrawals.withdraw_appointment, appointment),
    )


@blueprint.route("/appointments/<int:appointment_id>/end/withdraw", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.appointment)
def withdraw_end(appointment: Appointment) -> ResponseReturnValue:
    """Withdraw the end of an appointment."""
    who, seat = appointment.person.name, appointment.seat
    says = f"{seat.title}. The term then lasts {_until(appointment)}, and its open actions stay with {who}."
    back = url_for("members.seat", seat_id=seat.id)
    asked = Asked(f"Withdraw the end of the term of {who}", "Withdraw the end", back, says, seat.body)
    done = f"The term of {who} lasts {_until(appointment)}."
    return _ask(asked, done, partial(services.withdrawals.withdraw_end, appointment))


@blueprint.route("/offices/<int:office_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.office)
def withdraw_office(office: Office) -> ResponseReturnValue:
    """Withdraw a term of office."""
    who, kind, from_on = office.person.name, office.kind.value, long_day(office.from_on)
    back = url_for("members.show", slug=office.body.slug, _anchor="offices")
    asked = Asked(f"Withdraw that {who} is {kind}", "Withdraw the office", back, f"From {from_on}. {KEPT}", office.body)
    done = f"That {who} is {kind} from {from_on} is withdrawn."
    return _ask(asked, done, partial(services.withdrawals.withdraw_office, office))


@blueprint.route("/offices/<int:office_id>/end/withdraw", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.office)
def withdraw_end_of_office(office: Office) -> ResponseReturnValue:
    """Withdraw the end of a term of office."""
    who, kind = office.person.name, office.kind.value
    back = url_for("members.show", slug=office.body.slug, _anchor="offices")
    says = f"They are then {kind} {_until(office)}."
    asked = Asked(f"Withdraw the end of the term of {who} as {kind}", "Withdraw the end", back, says, office.body)
    done = f"{who} is {kind} {_until(office)}."
    return _ask(asked, done, partial(services.withdrawals.withdraw_end_of_office, office))


def _ask(asked: Asked, done: str, withdraw: Callable[..., None]) -> ResponseReturnValue:
    form = WithdrawForm()

    def act() -> str:
        withdraw(because=form.because.data or "", actor=actor())
        return done

    return ask(asked, form, act)


def _until(term: Appointment | Office) -> str:
    return f"until {long_day(term.agreed_until_on)}" if term.agreed_until_on else "without an end"
