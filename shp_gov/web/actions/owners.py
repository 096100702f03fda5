"""Who can own an action, as a list to choose from."""

from typing import Any

import wtforms

from shp_gov import queries
from shp_gov.database import db
from shp_gov.models import Action, Body, Organisation, Seat
from shp_gov.services.actions import Owner
from shp_gov.web.access import viewer
from shp_gov.web.actions.forms import AssignForm

KINDS: dict[str, type[Owner]] = {"seat": Seat, "organisation": Organisation, "body": Body}
CHOOSE = "Choose a seat, an organisation or a group"


def choices(body: Body) -> dict[str, str]:
    """Offer the seats of a body, their organisations, the body itself and its groups."""
    seats = queries.actions.owner_choices(body, on=viewer().on)
    organisations = {seat.organisation.id: seat.organisation.name for seat in seats if seat.organisation}
    offered = {f"seat {seat.id}": seat.title for seat in seats if seat.post}
    offered |= {f"organisation {number}": name for number, name in sorted(organisations.items(), key=lambda o: o[1])}
    offered |= {f"body {group.id}": group.name for group in (*body.sub_groups, body)}
    return {"": CHOOSE} | offered


def key(owner: Owner) -> str:
    """Name an owner as the list does."""
    kind = next(name for name, model in KINDS.items() if isinstance(owner, model))
    return f"{kind} {owner.id}"


def with_present(offered: dict[str, str], action: Action) -> dict[str, str]:
    """Offer the present owner too, so that the list can show who it is."""
    return offered | {key(action.owner): action.owner_title}


def offer(form: AssignForm, body: Body) -> None:
    """Fill the lists of a form that gives an action to somebody: who leads, and which organisations and groups help."""
    form.owner.choices = offered = choices(body)
    form.helpers.choices = {key: title for key, title in offered.items() if key and not key.startswith("seat ")}


def chosen(field: wtforms.SelectField) -> Owner:
    """Fetch the owner that was chosen."""
    return _named(str(field.data))


def _named(key: str) -> Owner:
    kind, _, number = key.partition(" ")
    found: Any = db.session.get_one(KINDS[kind], int(number))
    owner: Owner = found
    return owner


def assignment(form: AssignForm) -> dict[str, Any]:
    """Give what the form says, as the services take it."""
    return {
        "what": form.what.data or "",
        "owner": chosen(form.owner),
        "supporters": [_named(key) for key in form.helpers.data or [] if key != form.owner.data],
        "due_on": form.due_on.data,
        "by_next_meeting": bool(form.by_next_meeting.data),
    }
