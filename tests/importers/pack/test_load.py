"""Packs become one register: the same in any order, once, all or nothing."""

from itertools import permutations
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.importers.pack import load
from shp_gov.importers.pack.lines import UnreadableFile
from shp_gov.models import (
    AuditEvent,
    Base,
    Import,
    Meeting,
    Person,
)
from tests.factories import SYSTEM
from tests.importers.pack.random_packs import a_random_pack
from tests.importers.pack.readings import (
    ANN,
    CHAIN,
    MARCH,
    a_pack,
    accept,
    an_agenda,
    every,
    import_files,
    some_minutes,
)
from tests.importers.pack.register_facts import facts

REAL = Path(__file__).resolve().parents[4] / "shared" / "packs"
ORDERS = list(permutations(range(3)))


@pytest.fixture(scope="module")
def registers() -> dict[str, object]:
    return {}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(map(str, order)))
def test_a_chain_of_packs_gives_one_register_in_every_order_and_twice_over(app, registers, order):
    packs = [CHAIN[place] for place in order]

    import_files(*packs)
    once = facts()
    import_files(*packs)

    assert facts() == once == registers.setdefault("chain", once)
    assert len(every(Meeting)) == 4


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(map(str, order)))
def test_the_real_packs_give_one_register_in_every_order_and_twice_over(app, registers, order):
    files = sorted(REAL.glob("*.txt"))
    if not files:
        pytest.skip("the real packs are not here")
    packs = [files[place] for place in order]

    import_files(*packs, *packs)

    assert facts() == registers.setdefault("real", facts())
    assert len({person.name.split()[-1] for person in every(Person)}) > 30


@pytest.mark.parametrize("seed", range(5))
def test_names_that_nearly_collide_give_one_register_in_every_order(app, seed):
    random = Random(seed)
    parts = [a_random_pack(random, place) for place in (1, 2, 3)]
    packs = [a_pack(agenda=agenda, minutes=minutes) for agenda, minutes in parts]
    db.session.commit()
    found = []
    for order in ORDERS:
        for place in order:
            load.accept(packs[place], actor=SYSTEM)
        found.append(facts())
        db.session.rollback()

    assert all(each == found[0] for each in found)


def test_a_second_import_leaves_no_trace_in_the_audit_trail(app):
    import_files(CHAIN[0])
    db.session.commit()
    before = db.session.scalar(sa.select(sa.func.count(AuditEvent.id)))

    import_files(CHAIN[0])
    db.session.commit()

    assert db.session.scalar(sa.select(sa.func.count(AuditEvent.id))) == before


def test_the_same_bytes_are_the_same_import_under_any_name(app):
    first = load.read_in(CHAIN[0].read_bytes(), "one.txt", actor=SYSTEM)

    assert load.read_in(CHAIN[0].read_bytes(), "two.txt", actor=SYSTEM) is first
    assert len(every(Import)) == 1


def test_the_same_pack_in_another_format_adds_nothing(app):
    file = next(iter(sorted(REAL.glob("*.txt"))), None)
    if file is None:
        pytest.skip("the real packs are not here")
    import_files(file)
    before = facts()

    import_files(file.with_suffix(".docx"), file.with_suffix(".pdf"))

    assert facts() == before


@pytest.mark.parametrize("content", [b"", b"Once upon a time there was a lighthouse.\n" * 50])
def test_a_file_that_is_no_pack_is_refused_before_anything(app, content):
    with pytest.raises(UnreadableFile):
        load.read_in(content, "novel.txt", actor=SYSTEM)

    assert every(Import) == []


def test_a_pack_without_the_name_of_its_body_waits_for_it(app):
    pack = a_pack(minutes=some_minutes(MARCH, body=None))
    with pytest.raises(load.NotReady, match="which body"):
        load.accept(pack, actor=SYSTEM)

    load.correct(pack, "minutes.body", "Safer Seaborough Partnership", actor=SYSTEM)

    assert load.accept(pack, actor=SYSTEM).is_new_body


def test_a_pack_without_the_day_of_its_meeting_waits_for_it(app):
    with pytest.raises(load.NotReady, match="the day of the meeting on the minutes"):
        accept(minutes=some_minutes(None))


def test_a_pack_without_minutes_is_taken_in(app):
    assert accept(agenda=an_agenda(MARCH, [ANN])).added["minutes"] == 0


ACTS = [
    (services.bodies, "found"),
    (services.organisations, "recognise"),
    (services.meetings, "recognise"),
    (services.meetings, "record_agenda"),
    (services.meetings, "record_reports"),
    (services.meetings, "record_held"),
    (services.meetings, "record_attendance"),
    (services.meetings, "record_declarations"),
    (services.minutes, "enter"),
    (services.decisions, "enter"),
    (services.people, "add"),
    (services.imports, "accepted"),
    (services.register, "bring_up_to_date"),
    (services.minutes, "settle_approval"),
]


class TheLightsWentOut(Exception):
    """Something nobody foresaw."""


@pytest.mark.parametrize(("module", "name"), ACTS, ids=lambda part: getattr(part, "__name__", part))
def test_a_failure_in_the_middle_leaves_nothing(app, monkeypatch, module, name):
    act = getattr(module, name)

    def fail(*args, **kwargs):
        act(*args, **kwargs)
        raise TheLightsWentOut

    monkeypatch.setattr(module, name, fail)

    with pytest.raises(TheLightsWentOut):
        import_files(CHAIN[0])
    db.session.rollback()

    left = {
        table.name for table in Base.metadata.sorted_tables if db.session.execute(sa.select(table).limit(1)).first()
    }
    assert left == {"audit_head"}
