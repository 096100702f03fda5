"""A first version from the list of members that a published pack prints, amended and adopted on its basis."""

from datetime import date
from pathlib import Path

import pytest

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.importers.pack import load
from shp_gov.models import SeatCategory
from tests.factories import SYSTEM

PACKS = Path(__file__).resolve().parents[3] / "shared" / "packs"
DAY, EVE = date(2018, 6, 22), date(2018, 6, 21)
BASIS = "As printed in the pack of 22 June 2018, with the new member it asks for"
ADDED = "Director of Adult Services"


@pytest.mark.skipif(not (PACKS / "2018-06-22.txt").exists(), reason="the published packs are not here")
def test_the_terms_of_june_2018_are_those_of_its_pack_after_its_amendments(app):
    for name in ("2017-08-11.txt", "2018-06-22.txt"):
        load.accept(load.read_in((PACKS / name).read_bytes(), name, actor=SYSTEM), actor=SYSTEM)
    body = queries.bodies.find("safer-hartlepool-partnership")
    before = [member.title for member in queries.bodies.members(body, on=EVE)]

    draft = services.terms.start_from_list(body, listed_on=DAY, actor=SYSTEM)
    printed = [seat.title for seat in draft.seats]
    category = SeatCategory.OTHER
    services.terms_edits.word_seat(draft, post=ADDED, organisation=None, category=category, actor=SYSTEM)
    services.terms_adoption.adopt(draft, in_force_from=DAY, basis=BASIS, actor=SYSTEM)
    db.session.flush()

    members = queries.bodies.members(body, on=DAY)
    assert len(printed) == 15
    assert sorted(member.title for member in members) == sorted([*printed, ADDED])
    assert {member.title: member.places for member in members}[printed[0]] == 2
    assert [member.title for member in members if member.vacancies] == [ADDED]
    assert queries.terms.in_force(body, on=EVE) is None
    assert queries.terms.in_force(body, on=DAY).basis == BASIS
    assert len(queries.bodies.members(body, on=EVE)) == len(before)
