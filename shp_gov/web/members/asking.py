"""What the forms of members share: the page that asks, whom a name means, and where a saved form leads."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role
from shp_gov.models import Body, Decision, Organisation, Person
from shp_gov.web import once
from shp_gov.web.access import actor, viewer
from shp_gov.web.forms import Form

OFFERED = 25


class Unknown(DomainError):
    """A name means nobody, or several."""


@dataclass(frozen=True)
class Asked:
    """A page with one form: what it asks, where it leads, what its button says."""

    title: str
    verb: str
    back: str
    says: str = ""
    body: Body | None = None


def ask(asked: Asked, form: Form, act: Callable[[], str]) -> ResponseReturnValue:
    """Show a form; where it is filled in, act, commit once and say what was done."""
    if form.validate_on_submit():
        with form.refusals():
            done = act()
            result = once.spend(viewer(), asked.back)
            db.session.commit()
            flash(done)
            return redirect(result)
    fields = [field for field in form if field.type not in ("HiddenField", "CSRFTokenField")]
    return render_template("members/_ask.html", asked=asked, form=form, fields=fields, body=asked.body)


def person_meant(form: Any, body: Body, *, post: str | None, organisation: Organisation | None) -> Person:
    """Find whom a name means in the bodies of this officer, or add somebody new."""
    name = form.person.data
    found = queries.people.called(name, body_ids=[body.id, *viewer().bodies(Role.OFFICER)])
    if form.is_new.data:
        return _add(form, body, post=post, organisation=organisation)
    if not found:
        raise Unknown(f"Nobody in the register is called {name}. Check the spelling, or tick that they are new.")
    if len(found) > 1:
        raise Unknown(f"{len(found)} people are called {name}. Enter the name with its rank or title.")
    return found[0]


def _add(form: Any, body: Body, *, post: str | None, organisation: Organisation | None) -> Person:
    name = form.person.data
    if queries.people.called(name, body_ids=[body.id]):
        raise Unknown(f"{name} is in the register already. Clear the tick to choose them.")
    email = form.email.data or None
    person = services.by_hand.add_person(name, post=post, organisation=organisation, email=email, actor=actor())
    services.people.introduce(body, person)
    return person


def organisation_meant(name: str | None, *, is_new: bool) -> Organisation | None:
    """Find the organisation that a name means, or add it."""
    if not name:
        return None
    found = queries.organisations.names().by_key(name)
    if found is None and not is_new:
        raise Unknown(f"No organisation in the register is called {name}. Check the spelling, or tick that it is new.")
    return found or services.by_hand.add_organisation(name, actor=actor())


def decision_meant(form: Any) -> Decision | None:
    """Fetch the decision that was chosen."""
    return queries.decisions.get(int(form.decision.data), viewer=viewer()) if form.decision.data else None


def given(day: date | None) -> date:
    """Give a day that the form has asked for."""
    assert day is not None, "the form asks for it"
    return day
