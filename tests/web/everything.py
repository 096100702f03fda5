"""One of everything that a page can be about, and one of everybody who can look at it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.routing import Rule

from benchmarks import gen
from config import Settings
from shp_gov import clock, services
from shp_gov.app import create_app
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.domain.workflows import MeetingState
from shp_gov.importers.pack import load
from shp_gov.models import (
    Action,
    AgendaItem,
    Body,
    Capacity,
    Decision,
    DecisionKind,
    DutyEntry,
    Import,
    Interest,
    Meeting,
    ProposedAction,
    Question,
    QuestionKind,
    RoleHeld,
    Seat,
    User,
)
from shp_gov.services.evidence import Upload
from tests import factories as make
from tests.agendas import arguments as agenda_arguments
from tests.databases import a_database
from tests.reports import a_private_report
from tests.reports import arguments as report_arguments
from tests.terms import arguments as terms_arguments
from tests.web.diary_arguments import diary_arguments
from tests.web.membership import arguments as membership_arguments
from tests.web.membership import saved_arguments

PACKS = Path(__file__).parents[1] / "importers" / "pack" / "packs"
PACK = PACKS / "seaborough-2018-03-09.txt"
CLERK = Actor("Helen Ashby")
ITEMS, DECISIONS = 15, 20
PUBLIC = "the public"
EVERYBODY = (PUBLIC, "officer", "chair", "member", "owner", "administrator")


@dataclass(frozen=True)
class Record:
    """Where everything is: what to put into an address for each of its arguments, and who can sign in."""

    arguments: Mapping[str, int | str]
    sessions: Mapping[str, str]


@dataclass(frozen=True)
class Place:
    """An app with one of everything in its record."""

    app: Flask
    engine: Engine = field(repr=False)
    make: sessionmaker[Session] = field(repr=False)
    record: Record = field(repr=False)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let this be the app whose database is asked, until another is opened."""
        db.engine, db.make = self.engine, self.make
        yield

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Undo afterwards whatever is done here, committed or not."""
        with self.opened(), self.engine.connect() as connection:
            outer = connection.begin()
            self.make.configure(bind=connection, join_transaction_mode="create_savepoint")
            try:
                yield
            finally:
                outer.rollback()
                self.make.configure(bind=self.engine, join_transaction_mode="conditional_savepoint")

    def known(self, rule: Rule) -> dict[str, int | str]:
        """Give what to put into an address. A new kind of argument needs a line in `arguments`."""
        known = {**self.record.arguments, **EXCEPTIONS.get(rule.endpoint, {})}
        unknown = sorted(rule.arguments - set(known))
        assert not unknown, f"{rule.rule}: say in tests/web/everything.py how to fetch it ({', '.join(unknown)})"
        return {name: known[name] for name in rule.arguments}

    def address(self, rule: Rule) -> str:
        """Give the address of a page about what is in the record."""
        with self.app.test_request_context():
            return self.app.url_for(rule.endpoint, **self.known(rule))

    def browser(self, who: str) -> FlaskClient:
        """Give the browser of somebody who is signed in, or of the public."""
        client = FlaskClient(self.app, self.app.response_class)
        if who in self.record.sessions:
            with client.session_transaction() as session:
                session["_user_id"], session["_fresh"] = self.record.sessions[who], True
        return client


def a_place(folder: Path, name: str, *, actions: int) -> Place:
    """Make an app whose record has so many actions, and one of everything besides."""
    url = a_database(folder, name)
    gen.make(url, actions)
    app = create_app(Settings(database_url=url, storage=folder, secret_key="tests only " * 4))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        body = db.session.scalars(sa.select(Body)).one()
        body.area = "seaborough"
        record = everything(body)
    return Place(app, db.engine, db.make, record)


EXCEPTIONS: Mapping[str, Mapping[str, int | str]] = {
    "imports.part": {"slug": "minutes"},
    "static": {"filename": "app.css"},
}


def rules(method: str) -> list[Rule]:
    """List every address that answers a method, from the app itself, so that a new one is never forgotten."""
    app = create_app(Settings(database_url="sqlite://", storage=Path(), secret_key="only asked for its addresses"))
    return sorted((rule for rule in app.url_map.iter_rules() if method in rule.methods), key=str)


def everything(body: Body) -> Record:
    """Make one of everything in a partnership: a long meeting, an action with a history, a pack, every kind of user."""
    seat = make.a_seat(body=body, organisation=make.an_organisation(), key="everything")
    people = _everybody(body, seat)
    meeting = _a_long_meeting(body, people["owner"])
    action = _an_action_with_a_history(meeting, seat)
    pack = load.read_in(PACK.read_bytes(), PACK.name, actor=Actor("Helen Ashby", people["officer"].id))
    load.accept(pack, actor=CLERK)
    questions = [_a_question(pack, number) for number in range(8)]
    entry = _duties(body, meeting)
    arguments: dict[str, int | str] = {
        "duty": entry.duty,
        "entry_id": entry.id,
        "slug": body.slug,
        "code": "CDA98-S5-HEALTH",
        "meeting_id": meeting.id,
        "decision_id": action.decision_id,
        "action_id": action.id,
        "proposal_id": _a_proposal(action).id,
        "evidence_id": next(one.id for one in action.evidence if one.document_id),
        "user_id": people["member"].id,
        "role_id": _a_role(people["member"], body).id,
        "import_id": pack.id,
        "question_id": questions[0].id,
        **report_arguments(a_private_report(meeting)),
    }
    arguments |= terms_arguments(body) | membership_arguments(seat) | _of_the_register(body, seat, action.decision)
    arguments |= saved_arguments(action.decision.minute) | agenda_arguments(meeting)
    return Record(arguments, {who: user.get_id() for who, user in people.items()})


def _of_the_register(body: Body, seat: Seat, decision: Decision) -> dict[str, int | str]:
    return {
        **diary_arguments(body, decision),
        "organisation_id": seat.organisation_id,
        "merge_id": make.a_merge(body=body).id,
        "standing_id": make.a_standing(body=body).id,
        "interest_id": make.a_registered_interest(body=body).id,
    }


def _everybody(body: Body, seat: Seat) -> dict[str, User]:
    return {
        "officer": make.an_officer(body=body),
        "chair": make.a_chair(body=body),
        "member": make.a_member(body=body),
        "owner": make.a_member(body=body, seat=seat, name="Carl Whitby"),
        "administrator": make.an_administrator(),
    }


def _a_long_meeting(body: Body, declaring: User) -> Meeting:
    on = clock.today() - timedelta(days=40)
    meeting = make.a_meeting(body=body, on=on, starts_at=time(10, 1), started_at=time(10, 1), ended_at=time(12, 30))
    for position in range(1, ITEMS + 1):
        _an_item(meeting, position)
    for line in _attendance(body):
        make.an_attendance(meeting=meeting, **line)
    make.a_meeting(
        body=body, on=clock.today() + timedelta(days=30), starts_at=time(10, 2), state=MeetingState.SCHEDULED
    )
    db.session.add(
        Interest(meeting=meeting, position=1, person=declaring.person, minute_id=meeting.minutes[-1].id, words="I sit.")
    )
    return meeting


def _an_item(meeting: Meeting, position: int) -> None:
    words = "a report on what was done about anti-social behaviour in the harbour during the summer"
    item = AgendaItem(meeting=meeting, position=position, number=f"4.{position}", title=f"To consider {words}")
    item.presenter, item.section = "Director of Neighbourhoods", "Items for decision"
    minute = make.a_minute(
        meeting=meeting,
        position=position,
        title=f"Anti-social behaviour, part {position}",
        presenter="Director of Neighbourhoods",
        narrative=f"The Director presented {words}. " * 6,
        agenda_item=item,
        is_exempt=position == ITEMS,
    )
    for _ in range(1 + (position <= DECISIONS - ITEMS)):
        make.a_decision(minute=minute, words=f"That {words} be noted and shared.", kind=DecisionKind.ACTION)


def _attendance(body: Body) -> Iterator[dict[str, Any]]:
    for number in range(1, 13):
        seat = make.a_seat(
            body=body, organisation=make.an_organisation(f"Authority {number}"), post=f"Director {number}"
        )
        person = make.a_person(f"Attending Member {number}")
        make.an_appointment(person, seat=seat)
        capacity = Capacity.APOLOGIES if number % 5 == 0 else Capacity.PRESENT
        yield {"person": person, "seat": seat, "capacity": capacity}


def _an_action_with_a_history(meeting: Meeting, seat: Seat) -> Action:
    first, second = (minute.decisions[0] for minute in meeting.minutes[:2])
    soon = clock.today() + timedelta(days=20)
    other = services.actions.assign(second, what="Ask the harbour office", owner=seat, due_on=soon, actor=CLERK)
    action = services.actions.assign(first, what="Share the figures", owner=seat, due_on=soon, actor=CLERK)
    services.action_changes.wait_for(action, other, actor=CLERK)
    for number in range(1, 4):
        services.actions.report_progress(action, note=f"Asked {number} times.", actor=CLERK)
        files = [Upload(f"letter {number}.txt", b"Dear all")]
        services.actions.propose_completion(action, note="It is done.", files=files, actor=CLERK)
        services.actions.return_(action, reason="The letter is not signed.", actor=CLERK)
    db.session.flush()
    return action


def _a_proposal(action: Action) -> ProposedAction:
    taken = action.decision.minute.meeting.minutes[2].decisions[0]
    usual = {"kind": DecisionKind.ACTION, "what": "Write to the harbour office", "body_id": action.body_id}
    for ordinal in range(1, 13):
        row = ProposedAction(decision=taken, ordinal=ordinal, seat=action.seat, **usual)
        db.session.add(row)
    db.session.flush()
    return row


def _duties(body: Body, meeting: Meeting) -> DutyEntry:
    """Record something about several duties, and one with all that shows it."""
    for year in range(2010, 2027):
        entered = {"revised_on": date(year - 1, 12, 1).isoformat()}
        make.a_duty_entry("plan-revision", body=body, year=date(year, 4, 1), entered=entered)
    make.a_duty_entry("plan-consultation", body=body, entered={"opened_on": "2026-06-01"})
    return make.a_duty_entry(
        body=body,
        meeting=meeting,
        decision=meeting.minutes[0].decisions[0],
        document=make.a_document(),
        note="On paper.",
    )


def _a_question(pack: Import, number: int) -> Question:
    printed = f"Member {number}"
    question = Question(
        pack=pack, kind=QuestionKind.PERSON, printed=printed, about=printed, sentence=f"Who is {printed}?"
    )
    db.session.add(question)
    db.session.flush()
    return question


def _a_role(user: User, body: Body) -> RoleHeld:
    held = RoleHeld(user=user, body=body, role=Role.SUBSTITUTE, from_on=date(2016, 1, 1))
    db.session.add(held)
    db.session.commit()
    return held
