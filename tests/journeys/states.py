"""The record that every page is looked at on: the example, a body with nothing, and one where everything is long.

`python -m tests.journeys.states usual empty long` writes those down in the configured database and prints where
everything is; `stages` writes down a meeting at each stage of its cycle.
"""

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.domain.workflows import ImportState
from shp_gov.example import founding, loading
from shp_gov.example.world import World
from shp_gov.models import (
    Action,
    AgendaItem,
    Body,
    Decision,
    Document,
    DutyEntry,
    Import,
    Meeting,
    Minute,
    Office,
    Organisation,
    Person,
    ProposedAction,
    RegisteredInterest,
    Report,
    RoleHeld,
    Seat,
    Substitution,
    User,
)
from tests import factories as make
from tests.agendas import arguments as agenda_arguments
from tests.journeys import stage_places
from tests.journeys.conftest import PASSWORD
from tests.journeys.stage_places import TITLE, WORD, able_to_sign_in
from tests.reports import arguments as report_arguments
from tests.terms import a_draft, draft_arguments
from tests.web.diary_arguments import diary_arguments
from tests.web.everything import everything
from tests.web.membership import saved_arguments

RETURNED = "Bring a hot-spot patrol plan"
MANY = 40
LENGTHENED = (
    (Person.name, "Councillor Wilhelmina Bartholomea Featherstonehaugh-Cholmondeley"),
    (Organisation.name, "Seaborough, Kelby and North Moorland Combined Fire, Rescue and Civil Protection Authority"),
    (Seat.post, "Deputy Assistant Chief Constable (Neighbourhoods, Prevention and Communications)"),
    (Minute.title, (TITLE * 2)[:200]),
    (Minute.presenter, "Director of Neighbourhoods, Communications and Environmental Responsibilities"),
    (AgendaItem.title, (TITLE * 2)[:200]),
    (Decision.words, f"That {TITLE} be noted, and that its author be thanked. " * 6),
    (Action.what, (TITLE * 2)[:200]),
    (ProposedAction.what, (TITLE * 2)[:200]),
    (Document.filename, f"{WORD}-letter-of-the-harbour-office-signed-and-scanned.txt"),
    (User.name, "Wilhelmina Bartholomea Featherstonehaugh-Cholmondeley"),
)


def main(names: list[str]) -> None:
    """Write down what is named, and print for each what to put into addresses and who can sign in."""
    known = {"usual": _usual, "empty": _empty, "long": _long, "stages": stage_places.stages}
    with opening.opened():
        states = {name: known[name]() for name in names}
        db.session.commit()
        print(json.dumps(states.pop("stages", {}) | states))  # noqa: T201


def _usual() -> dict[str, Any]:
    world = loading.load(actor=opening.system())
    action = db.session.scalars(sa.select(Action).where(Action.what.startswith(RETURNED))).one()
    held = sa.select(Meeting.id).where(Meeting.body_id == action.body_id, Meeting.minutes_state.is_not(None))
    role = db.session.scalars(sa.select(RoleHeld).order_by(RoleHeld.id).limit(1)).one()
    entry = db.session.scalars(sa.select(DutyEntry).where(DutyEntry.document_id.is_not(None))).first()
    assert entry is not None
    latest = db.session.scalars(held.order_by(Meeting.on.desc()).limit(1)).one()
    arguments = {
        **draft_arguments(world.bodies["partnership"]),
        "duty": "public-meeting",
        "entry_id": entry.id,
        "slug": world.bodies["partnership"].slug,
        "code": "CDA98-S5-HEALTH",
        "meeting_id": latest,
        **agenda_arguments(db.session.get_one(Meeting, latest)),
        "decision_id": action.decision_id,
        **report_arguments(_a_report(action.decision.minute.meeting)),
        "action_id": action.id,
        "proposal_id": db.session.scalars(sa.select(ProposedAction.id).limit(1)).one(),
        "organisation_id": world.organisations["icb"].id,
        "interest_id": db.session.scalars(sa.select(RegisteredInterest.id)).first(),
        "user_id": role.user_id,
        "role_id": role.id,
        "import_id": db.session.scalars(sa.select(Import.id).where(Import.state == ImportState.READ)).one(),
    }
    arguments |= diary_arguments(world.bodies["partnership"], action.decision) | _membership(world) | _minute(latest)
    return {"arguments": arguments, "people": dict(_guests()), "password": founding.PASSWORD}


def _minute(meeting_id: int) -> dict[str, int]:
    """Give a minute of the meeting, a private one if it has any, a save beside it, and what the chair suggests."""
    of_it = sa.select(Minute).where(Minute.meeting_id == meeting_id).order_by(Minute.is_exempt.desc(), Minute.id)
    minute = db.session.scalars(of_it.limit(1)).one()
    return saved_arguments(minute)


def _membership(world: World) -> dict[str, int]:
    """Give a seat with a substitute, its holder and the vice-chair, and let a colleague cover for the officer."""
    seat, body = world.seats["police"], world.bodies["partnership"]
    held = next(row for row in seat.appointments if row.until_on is None)
    giver, colleague, until = world.users["ashby"], world.users["reddy"], clock.today() + timedelta(days=9)
    return {
        "seat_id": seat.id,
        "appointment_id": held.id,
        "person_id": held.person_id,
        "office_id": db.session.scalars(sa.select(Office.id).where(Office.body_id == body.id)).first() or 0,
        "substitution_id": db.session.scalars(sa.select(Substitution.id)).first() or 0,
        "cover_id": make.a_cover(colleague, for_whom=giver, body=body, until_on=until).id,
    }


def _guests() -> Iterator[tuple[str, str]]:
    yield "officer", founding.address("Helen Ashby")
    yield "chair", founding.address("Ruth Adeyemi")
    yield "owner", founding.address("Daniel Marsh")
    yield "administrator", founding.address(founding.ADMINISTRATOR)


def _a_report(meeting: Meeting) -> Report:
    report = Report(meeting=meeting, position=1, subject="Patrols at the harbour", background_papers="none")
    db.session.add(report)
    db.session.flush()
    return report


def _empty() -> dict[str, Any]:
    body = make.a_body("New Local Partnership Board", slug="new")
    chair = make.a_user("Ada Marr", person=make.a_person("Ada Marr"))
    db.session.add(RoleHeld(user=chair, body=body, role=Role.CHAIR, from_on=make.LONG_AGO))
    a_draft(body)
    people = {"officer": make.an_officer(body=body), "chair": chair, "owner": chair}
    return {"arguments": {"slug": body.slug}, "people": able_to_sign_in(people), "password": PASSWORD}


def _long() -> dict[str, Any]:
    """Make one of everything in a body, then make every name and title in it as long as they get."""
    body = make.a_body(f"Safer Seaborough, Kelby and {WORD} Joint Strategic Partnership", slug="long")
    since = {column: _last(column) for column, _ in LENGTHENED}
    record = everything(body)
    first = db.session.get_one(Action, record.arguments["action_id"])
    for _ in range(MANY):
        make.an_action(decision=first.decision, owner=first.seat)
    users = {who: db.session.get_one(User, int(session.split(".")[0])) for who, session in record.sessions.items()}
    db.session.add(RoleHeld(user=users["officer"], body=_of_the_pack(), role=Role.OFFICER, from_on=make.LONG_AGO))
    for column, words in LENGTHENED:
        model = column.class_
        db.session.execute(sa.update(model).where(model.id > since[column]).values({column.key: words}))
    return {"arguments": dict(record.arguments), "people": able_to_sign_in(users), "password": PASSWORD}


def _of_the_pack() -> Body:
    """Give the body that the pack in `everything` is of: whoever checks it must be its officer."""
    return db.session.scalars(sa.select(Body).where(Body.name == "Safer Seaborough Partnership")).one()


def _last(column: Any) -> int:
    return db.session.scalar(sa.select(sa.func.max(column.class_.id))) or 0


if __name__ == "__main__":
    main(sys.argv[1:])
