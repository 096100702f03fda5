"""An import undone: the register is as if that pack had never come, but what somebody relies on stays."""

from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import ImportState
from shp_gov.importers.pack import load, undo
from shp_gov.models import Appointment, AuditEvent, Decision, Import, Meeting, Provenance, Statement
from shp_gov.queries import undoing
from shp_gov.services.undoing import NotInTheRegister
from tests import factories as make
from tests.factories import SYSTEM
from tests.importers.pack.random_packs import ASKS, a_random_pack
from tests.importers.pack.readings import (
    ANN,
    CHAIN,
    JUNE,
    MARCH,
    a_pack,
    an_agenda,
    every,
    import_files,
    some_minutes,
    the,
)
from tests.importers.pack.register_facts import facts

REAL = sorted((Path(__file__).resolve().parents[4] / "shared" / "packs").glob("*.txt"))
WHY = "It was the draft, not the pack as published."


def a_register(packs):
    """Take everything out, then accept these packs; give what the register says."""
    for pack in db.session.scalars(sa.select(Import).where(Import.state == ImportState.ACCEPTED)).all():
        undo.undo(pack, reason=WHY, actor=SYSTEM)
    for pack in packs:
        load.accept(pack, actor=SYSTEM)
    db.session.flush()
    return facts()


def read_in(*files):
    return [load.read_in(file.read_bytes(), file.name, actor=SYSTEM) for file in files]


def check_every_undo(packs, orders):
    """Undo each pack of three, whenever it came, and compare with the register that never had it."""
    for place in range(len(packs)):
        without = a_register(packs[:place] + packs[place + 1 :])
        for order in orders(packs):
            a_register(order)
            undo.undo(packs[place], reason=WHY, actor=SYSTEM)
            assert facts() == without


def test_undoing_any_of_a_chain_of_packs_is_as_if_it_had_never_come(app):
    check_every_undo(read_in(*CHAIN), lambda packs: [packs, packs[::-1]])


@pytest.mark.skipif(not REAL, reason="the real packs are not here")
def test_undoing_any_of_the_real_packs_is_as_if_it_had_never_come(app):
    check_every_undo(read_in(*REAL), lambda packs: [packs])


@pytest.mark.parametrize("seed", range(4, 6))
def test_undoing_a_pack_of_names_that_nearly_collide(app, seed):
    random = Random(seed)
    parts = [a_random_pack(random, place) for place in (1, 2, 3)]
    check_every_undo([a_pack(agenda=agenda, minutes=minutes) for agenda, minutes in parts], permutations)


def test_a_second_file_of_the_same_meetings_goes_on_saying_what_both_said(app):
    agenda, minutes = an_agenda(JUNE, [ANN]), some_minutes(MARCH, present=["Ann Lisle"], decided=[ASKS])
    first, second = a_pack(agenda=agenda, minutes=minutes), a_pack(agenda=agenda, minutes=minutes)
    load.accept(first, actor=SYSTEM)
    load.accept(second, actor=SYSTEM)
    before = facts()

    undo.undo(first, reason=WHY, actor=SYSTEM)

    assert facts() == before


def test_what_an_action_was_made_of_stays_with_its_minute_and_is_named(app):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN]), minutes=some_minutes(MARCH, decided=[ASKS, "That it be noted."]))
    load.accept(pack, actor=SYSTEM)
    asked, _ = every(Decision)
    make.an_action(decision=asked)

    found = undo.prospect(pack)
    (stays,) = undoing.what_stays(found.plan)
    undo.undo(pack, reason=WHY, actor=SYSTEM)

    assert (stays.what, stays.why) == (asked.reference, "an action was made of it")
    assert every(Decision) == [asked]
    assert asked.minute.meeting.on == MARCH
    assert [meeting.on for meeting in every(Meeting)] == [MARCH]
    assert pack.undone_because == WHY


def test_an_appointment_that_somebody_recorded_stays_with_its_seat_and_its_holder(app):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN]))
    load.accept(pack, actor=SYSTEM)
    (term,) = every(Appointment)
    services.appointments.end(term, last_day=date(2019, 3, 31), because="Moved on.", actor=SYSTEM)

    undo.undo(pack, reason=WHY, actor=SYSTEM)

    assert [(row.person.name, row.seat.title) for row in every(Appointment)] == [
        ("Ann Lisle", "District Manager, Seaborough Fire Authority")
    ]


def test_a_pack_that_was_undone_can_come_again(app):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN]), minutes=some_minutes(MARCH, decided=[ASKS]))
    load.accept(pack, actor=SYSTEM)
    before = facts()
    undo.undo(pack, reason=WHY, actor=SYSTEM)
    assert facts()["meeting"] == facts()["person"] == facts()["organisation"] == []

    load.accept(pack, actor=SYSTEM)

    assert facts() == before
    assert pack.state is ImportState.ACCEPTED


def test_a_meeting_that_somebody_called_stays_as_they_called_it(app):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN], planned_start="10:00"))
    load.accept(pack, actor=SYSTEM)
    meeting = the(Meeting)
    meeting.provenance = Provenance.RECORDED

    undo.undo(pack, reason=WHY, actor=SYSTEM)

    assert (the(Meeting).starts_at, the(Meeting).agenda_items) == (meeting.starts_at, [])


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_undo_without_a_reason_is_refused(app, reason):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN]))
    load.accept(pack, actor=SYSTEM)

    with pytest.raises(DomainError, match="Give a reason"):
        undo.undo(pack, reason=reason, actor=SYSTEM)


def test_what_is_not_in_the_register_cannot_be_undone(app):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN]))

    with pytest.raises(NotInTheRegister):
        undo.undo(pack, reason=WHY, actor=SYSTEM)


def test_the_trail_says_what_went_and_why(app):
    pack = a_pack(agenda=an_agenda(JUNE, [ANN]))
    load.accept(pack, actor=SYSTEM)

    undo.undo(pack, reason=WHY, actor=SYSTEM)
    db.session.commit()

    line = db.session.scalars(sa.select(AuditEvent).where(AuditEvent.event == "pack.undone")).one()
    assert [words.text for words in line.words] == [WHY]
    assert line.facts["out"] == {"agenda_item": 1, "sighting": 1, "meeting": 1}


def test_what_an_undone_pack_stated_in_passing_goes_with_it(app, tmp_path):
    file = tmp_path / "pack.txt"
    file.write_text(CHAIN[0].read_text(encoding="utf-8") + "\n\nthe five responsible authorities", encoding="utf-8")
    import_files(file)
    (pack,) = every(Import)
    assert [row.words for row in every(Statement)] == ["five"]

    undo.undo(pack, reason=WHY, actor=SYSTEM)

    assert every(Statement) == []
