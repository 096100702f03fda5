"""Chair, vice-chair, secretary: taken by which decision, until when, and left."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain import calendar
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Meeting, Office, OfficeKind
from shp_gov.services.deputising import THERE
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.members.asking import OFFERED, Asked, ask, decision_meant, given
from shp_gov.web.members.blueprint import blueprint
from shp_gov.web.members.forms import ChairForm, ElectForm, EndForm

ANNUAL = "A vice-chair is appointed for a municipal year, from an authority other than the council."


@blueprint.route("/bodies/<slug>/offices/new", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.bodies.get)
def elect(body: Body) -> ResponseReturnValue:
    """Put a member into an office."""
    members = queries.bodies.members(body, on=viewer().on)
    form = ElectForm(data={"from_on": viewer().on})
    form.offer(queries.decisions.latest(body, viewer=viewer(), most=OFFERED))
    form.offer_members(members)

    def act() -> str:
        kind = OfficeKind(form.kind.data)
        known = queries.people.known(body.slug, int(form.person.data), viewer=viewer())
        services.by_hand.elect(
            known.person,
            kind,
            body=body,
            from_on=given(form.from_on.data),
            until_on=form.until_on.data,
            basis=form.basis.data or None,
            decision=decision_meant(form),
            actor=actor(),
        )
        _warn(body, kind)
        return f"{known.person.name} is {kind} from {long_day(given(form.from_on.data))}."

    year = calendar.municipal_year(viewer().on)
    says = f"{ANNUAL} This is the municipal year {year}."
    back = url_for("members.show", slug=body.slug, _anchor="offices")
    return ask(Asked("Record who takes an office", "Record the office", back, says, body), form, act)


def _warn(body: Body, kind: OfficeKind) -> None:
    """Say at once what the checks find of the offices. A check reports; the election stands."""
    on = viewer().on
    members, offices = queries.bodies.members(body, on=on), queries.bodies.offices(body, on=on)
    area = queries.standings.area_of(body)
    found = queries.compliance.of_members(body, members, offices, on=on, area=area)
    for finding in queries.compliance.apart(queries.compliance.switched_on(found, of=body, on=on)).concerns:
        if kind.value in finding.sentence:
            flash(f"The checks say: {finding.sentence}", "warning")


@blueprint.route("/offices/<int:office_id>/end", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.seats.office)
def leave(office: Office) -> ResponseReturnValue:
    """End a term of office."""
    form, who, kind = EndForm(data={"last_day": viewer().on}), office.person.name, office.kind.value

    def act() -> str:
        last_day = given(form.last_day.data)
        services.by_hand.leave_office(office, last_day=last_day, because=form.because.data, actor=actor())
        return f"{who} is {kind} until {long_day(last_day)}."

    back = url_for("members.show", slug=office.body.slug, _anchor="offices")
    says = "Their seat, if they have one, goes on."
    return ask(Asked(f"End the term of {who} as {kind}", "End the term", back, says, office.body), form, act)


@blueprint.route("/meetings/<int:meeting_id>/in-the-chair", methods=["GET", "POST"])
@requires(Permission.RECORD_ATTENDANCE, of=queries.meetings.get)
def preside(meeting: Meeting) -> ResponseReturnValue:
    """Record who took the chair in the chair's place at a meeting."""
    there = [line for line in queries.meetings.attendance(meeting, viewer=viewer()) if line.capacity in THERE]
    form = ChairForm()
    form.line.choices = {"": "Choose somebody who was there"} | {str(line.id): line.name_printed for line in there}

    def act() -> str:
        line = next(one for one in there if str(one.id) == form.line.data)
        services.deputising.take_the_chair(meeting, line, because=form.because.data or "", actor=actor())
        return f"{line.name_printed} was in the chair. The apologies of the chair are on record."

    back = url_for("meetings.show", meeting_id=meeting.id)
    says = f"The meeting of {long_day(meeting.on)}. The vice-chair is in the chair when the chair is away."
    return ask(Asked("Record who was in the chair", "Record it", back, says, meeting.body), form, act)
