"""Where the machine begins: seven partnerships, each with its first meeting at another point of the cycle."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, sessionmaker

from config import Settings
from shp_gov import clock, schema, services
from shp_gov.app import create_app
from shp_gov.database import db, make_engine
from shp_gov.models import ItemOutcome, Meeting, Ruling
from shp_gov.queries import agendas, attending, minutes_versions, minuting, publishing
from shp_gov.services.attending import Ticks
from tests.agendas import PRIVATELY, wording
from tests.databases import a_database
from tests.machine.people import Group, a_group
from tests.publishing import put_out
from tests.reports import some_contents

FIRST, SECOND = date(2026, 9, 10), date(2026, 11, 12)
TEN, NOON = time(10), time(12)
RESOLVED = "That the press and public be excluded from the meeting for what is private, under paragraph 3."
OPEN, PRIVATE = "Harbour lights quern1x", "Lease of the quay quern2x"
BEGUN_WITH = frozenset({"quern2x"})


@dataclass(frozen=True)
class Place:
    """An app on its own database, with a partnership for each point of the cycle."""

    app: Flask
    engine: Engine = field(repr=False)
    make: sessionmaker[Session] = field(repr=False)
    groups: dict[str, tuple[Group, datetime]] = field(repr=False)
    compiled: dict[Any, Any] = field(repr=False, default_factory=dict)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Give a moment in England."""
    return datetime.combine(day, time(hour, minute), tzinfo=clock.LONDON)


START = moment(date(2026, 8, 24), 9)


def a_place(folder: Path, name: str) -> Place:
    """Make the app, the database and the partnerships."""
    url = a_database(folder, name)
    engine = make_engine(url)
    with engine.begin() as connection:
        schema.move(connection)
    engine.dispose()
    app = create_app(Settings(database_url=url, storage=folder / "files", secret_key="tests only " * 4))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        groups = {stage: _brought_to(stage) for stage in STAGES}
        db.session.commit()
    return Place(app, db.engine, db.make, groups)


@contextmanager
def a_run(place: Place) -> Iterator[None]:
    """Work in a transaction that is undone at the end: the next run finds the partnerships as they were."""
    db.engine, db.make = place.engine, place.make
    with place.engine.connect() as connection, place.app.app_context():
        connection.execution_options(compiled_cache=place.compiled)
        outer = connection.begin()
        db.make.configure(bind=connection, join_transaction_mode="create_savepoint")
        try:
            yield
        finally:
            db.session.close()
            outer.rollback()
            db.make.configure(bind=place.engine, join_transaction_mode="conditional_savepoint")


def _brought_to(stage: str) -> tuple[Group, datetime]:
    steps, begins, quorum = STAGES[stage]
    group = a_group(quorum=quorum)
    for step in steps:
        step(group)
        db.session.commit()
    return group, begins


def first(group: Group) -> Meeting:
    """Give the earliest meeting of a partnership."""
    return db.session.query(Meeting).filter_by(body_id=group.body_id).order_by(Meeting.on).limit(1).one()


def second(group: Group) -> Meeting:
    """Give the meeting after it."""
    return db.session.query(Meeting).filter_by(body_id=group.body_id, on=SECOND).one()


def _called(group: Group) -> None:
    with clock.at(START):
        for day in (FIRST, SECOND):
            services.diary.call(group.body, on=day, starts_at=TEN, venue="Civic Centre", actor=group.officer())
        meeting = first(group)
        services.agenda_starts.from_standing_items(meeting, actor=group.officer())
        services.agenda.add(meeting, wording(OPEN), actor=group.officer())
        services.agenda.add(meeting, wording(PRIVATE, **PRIVATELY), actor=group.officer())


def _asked_for_reports(group: Group) -> None:
    with clock.at(START):
        for item in agendas.items(first(group)):
            if item.title in (OPEN, PRIVATE):
                author, wanted = group.person(0), services.reports.Wanted()
                services.reports.request(item, author=author, wanted=wanted, actor=group.officer())


def _reported(group: Group) -> None:
    with clock.at(START):
        for report in publishing.of_meeting(first(group)):
            if item := report.agenda_item:
                services.reports.draft(report, contents(item.title), seen=report.edits, actor=group.officer())
                services.reports.submit(report, actor=group.officer())
                services.reports.clear(report, actor=group.officer(1))
                services.reports.make_ready(report, actor=group.officer(1))


def contents(title: str):
    """Write a whole report about an item; its planted word is in every part."""
    return some_contents(
        subject=title,
        sections=(("purpose", f"To decide on: {title}."), ("background", f"What was said of {title} before.")),
        recommendations=(f"That {title} be agreed.", f"That the Director of Neighbourhoods look after {title}."),
        background_papers="",
        appendices=(),
    )


def _put_out(group: Group) -> None:
    with clock.at(moment(date(2026, 8, 28), 9)):
        publish(first(group), group)


def publish(meeting: Meeting, group: Group) -> None:
    """Put an agenda out: one officer asks, the other checks, the first publishes."""
    put_out(meeting, by=group.officer(), checked_by=group.officer(1))


def _opened(group: Group) -> None:
    with clock.at(moment(FIRST, 10)):
        open_(first(group), group)


def open_(meeting: Meeting, group: Group) -> None:
    """Open a meeting with everybody there."""
    services.room.open_(meeting, at=TEN, actor=group.officer())
    tick(meeting, group, range(len(group.people)))


def tick(meeting: Meeting, group: Group, here: range | list[int]) -> None:
    """Record who is here; the first of them is in the chair."""
    ids = [group.people[nth] for nth in here]
    ticks = [Ticks(who, is_here=who.person_id in ids and not who.is_substitute) for who in attending.expected(meeting)]
    chair = next((tick.who.person_id for tick in ticks if tick.is_here), None)
    services.attending.record(meeting, ticks, chair=chair, actor=group.officer())


def _closed(group: Group) -> None:
    with clock.at(moment(FIRST, 11)):
        meeting = first(group)
        services.room_events.exclude(meeting, at=time(11), words=RESOLVED, actor=group.officer())
        for minute in minuting.minutes_of(meeting):
            for recommendation in minuting.recommendations(minute):
                decision = services.rulings.rule(
                    recommendation, minute=minute, ruling=Ruling.AGREED, actor=group.officer()
                )
                assert decision is not None
                services.actions.assign(
                    decision,
                    what=f"See to it: {minute.title}",
                    owner=group.seat(0),
                    due_on=date(2026, 10, 30),
                    actor=group.officer(),
                )
        settle_all(meeting, group)
        services.room.close(meeting, at=NOON, actor=group.officer())


def settle_all(meeting: Meeting, group: Group) -> None:
    """Give every item that has none its outcome."""
    for minute in minuting.minutes_of(meeting):
        item = minute.agenda_item
        if item is not None and item.outcome is None:
            services.minuting.settle(minute, outcome=ItemOutcome.DISCUSSED, actor=group.officer())


def _drafted(group: Group) -> None:
    with clock.at(moment(FIRST, 15)):
        meeting = first(group)
        version = services.minutes_versions.send_to_the_chair(meeting, actor=group.officer())
        services.minutes_versions.agree(meeting, sha256=version.sha256, actor=group.chairing())
        services.minutes_versions.publish_as_a_draft(meeting, actor=group.officer())
        assert minutes_versions.hash_of(meeting) == version.sha256


def _met_again(group: Group) -> None:
    with clock.at(moment(date(2026, 11, 2), 9)):
        publish(second(group), group)
    with clock.at(moment(SECOND, 10)):
        open_(second(group), group)


Step = Callable[[Group], None]
TO_OUT: tuple[Step, ...] = (_called, _asked_for_reports, _reported, _put_out)
TO_CLOSED: tuple[Step, ...] = (*TO_OUT, _opened, _closed)
STAGES: dict[str, tuple[tuple[Step, ...], datetime, int | None]] = {
    "an agenda to build": ((_called,), START, 2),
    "reports to come": ((_called, _asked_for_reports), START, 2),
    "an agenda that is out": (TO_OUT, moment(date(2026, 9, 1), 9), 2),
    "a meeting that goes on": ((*TO_OUT, _opened), moment(FIRST, 10, 5), 2),
    "a meeting that goes on, with no quorum set": ((*TO_OUT, _opened), moment(FIRST, 10, 5), None),
    "a closed meeting": (TO_CLOSED, moment(FIRST, 12, 30), 2),
    "minutes to approve": ((*TO_CLOSED, _drafted, _met_again), moment(SECOND, 10, 5), 2),
}
