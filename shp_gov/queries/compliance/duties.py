"""What is on record of each duty: what was done later is told too, so a check can say that it was not yet done."""

from collections.abc import Iterator, Mapping
from datetime import date

from shp_gov.clock import LONDON
from shp_gov.domain.checks.facts_of_duties import DutyFacts, DutyRecord
from shp_gov.domain.duties import Value, duties
from shp_gov.domain.duties.entered import as_entered, known_by
from shp_gov.models import BodyKind, DutyEntry
from shp_gov.queries.compliance.as_at import AsAt


def gather(as_at: AsAt) -> Iterator[DutyFacts]:
    """Give everything that had been done about the duties of a strategy group by the day; other bodies have none."""
    if as_at.body.kind != BodyKind.STRATEGY_GROUP:
        return
    found = (_record(entry, as_at.on) for entry in as_at.duty_entries)
    records = tuple(record for record in found if record is not None)
    yield DutyFacts(as_at.body.name, as_at.on, records, as_at.area)


def _record(entry: DutyEntry, on: date) -> DutyRecord | None:
    duty = duties().get(entry.duty)
    if duty is None:
        return None
    known = known_by(duty, as_entered(duty, entry.entered), on)
    if known is None or not _was_true(entry, known, on):
        return None
    decided = entry.decision is not None and entry.decision.on <= on
    reference = f"decision {entry.decision.reference}" if decided and entry.decision else ""
    return DutyRecord(entry.duty, known, entry.year, entry.is_done, entry.until_on, reference)


def _was_true(entry: DutyEntry, known: Mapping[str, Value], on: date) -> bool:
    """Tell whether an entry was true by a day, where no day in it says so: by its meeting, or by its year."""
    if any(isinstance(value, date) for value in known.values()):
        return True
    if not entry.is_done and entry.year is not None:
        return entry.year <= on
    shown_by = entry.decision or entry.meeting
    return (shown_by.on if shown_by else entry.recorded_at.astimezone(LONDON).date()) <= on
