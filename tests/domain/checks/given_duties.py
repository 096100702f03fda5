"""The facts of duties, from the short form in which the rulebook gives them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shp_gov.domain.areas import areas
from shp_gov.domain.checks.composition import Appointee, Composition
from shp_gov.domain.checks.facts_of_duties import DutyFacts, DutyRecord
from shp_gov.domain.duties import duties

RESERVED = {"year", "done", "until", "reference"}
BODY = "Safer Seaborough Partnership"
Given = Mapping[str, Any]


def of_duties(on: date, given: Given) -> DutyFacts:
    """Each duty by its id with its records: what was entered, and year, done, until and reference of the record."""
    records = tuple(_duty_record(duty, row) for duty, rows in given.items() if duty != "area" for row in rows)
    return DutyFacts(BODY, on, records, areas()[given.get("area", "seaborough")])


def _duty_record(duty: str, row: Given) -> DutyRecord:
    entered = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    entered = {duties()[duty].field(name).name: value for name, value in entered.items() if name not in RESERVED}
    return DutyRecord(duty, entered, row.get("year"), row.get("done", True), row.get("until"), row.get("reference", ""))


def composition(on: date, given: Given) -> Composition:
    """Who sits: name, the organisation they sit for, and whether they are senior and lead on community safety."""
    rows = [{"name": name, **row} for name, row in given["members"].items()] if "members" in given else None
    members = [Appointee(row["name"], row["for"], row.get("senior"), row.get("leads")) for row in rows or []]
    return Composition(BODY, on, None if rows is None else tuple(members), areas()["seaborough"])
