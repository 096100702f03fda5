"""The governance calendar of a year: where each duty stands on a day, by when it is due, and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import Duty
from shp_gov.domain.duties.years import Span, spans_about, year_of_regulations
from shp_gov.domain.words import and_list, day_words

SOON = 120
NOTHING = "Nothing is recorded."
NOT_DONE = "It is recorded as not done."
AGAIN = "It is to be done again."
OPEN = "Its end is not recorded."


class Group(StrEnum):
    """Where a duty stands, most pressing first."""

    TO_RECORD = "to do or to record"
    DUE = "due"
    MET = "met"
    STANDING = "standing"


@dataclass(frozen=True)
class Line:
    """One duty, of one year or quarter where it is counted so; or one occasion of it that is still open."""

    duty: Duty
    group: Group
    span: Span | None = None
    due_on: date | None = None
    records: tuple[DutyRecord, ...] = ()
    missing: str = ""
    is_late: bool = False

    @property
    def done_on(self) -> date | None:
        """Give the first day on which it was done, as far as that is recorded."""
        return min(_days_done(self.duty, self.records), default=None)


@dataclass(frozen=True)
class Asked:
    """The records of one duty, the year and the day they are looked at, and the authorities of that day."""

    duty: Duty
    year: Span
    on: date
    records: tuple[DutyRecord, ...]
    authorities: Sequence[str]


def lines(
    duties: Iterable[Duty], records: Sequence[DutyRecord], *, year: date, on: date, authorities: Sequence[str] = ()
) -> list[Line]:
    """Tell where every duty stands on a day, for the year of the Regulations that begins on a day."""
    span = year_of_regulations(year)
    found: list[Line] = []
    for duty in duties:
        if _is_asked_in(duty, span):
            own = tuple(record for record in records if record.duty == duty.id)
            found += LINES_OF.get(duty.cycle, _by_spans)(Asked(duty, span, on, own, authorities))
    order = list(Group)
    return sorted(found, key=lambda line: (order.index(line.group), line.due_on or date.max))


def _is_asked_in(duty: Duty, span: Span) -> bool:
    return duty.is_asked(span.starts_on) or duty.is_asked(span.ends_on)


def _by_spans(asked: Asked) -> Iterator[Line]:
    """Give a line for each year or quarter that begins in the year looked at, or is due in it."""
    for span in spans_about(asked.duty.cycle, asked.year.starts_on, before=1, after=5):
        due = asked.duty.due_on(span)
        falls = asked.year.covers(span.starts_on) or (due is not None and asked.year.covers(due))
        has_begun = asked.duty.cycle != "quarter" or span.starts_on <= asked.on
        if falls and has_begun and _is_asked_in(asked.duty, span):
            yield of_span(asked.duty, span, [r for r in asked.records if r.year == span.starts_on], on=asked.on)


def of_span(duty: Duty, span: Span, records: Sequence[DutyRecord], *, on: date) -> Line:
    """Tell where a duty of one year or quarter stands."""
    due, shown = duty.due_on(span), tuple(records)
    if days := _days_done(duty, records):
        return Line(duty, Group.MET, span, due, shown, is_late=due is not None and min(days) > due)
    if any(not record.is_done for record in records):
        return Line(duty, Group.TO_RECORD, span, due, shown, NOT_DONE, is_late=due is not None and due < on)
    if (due or span.ends_on) < on:
        return Line(duty, Group.TO_RECORD, span, due, shown, NOTHING, is_late=due is not None)
    return Line(duty, Group.DUE, span, due, shown)


def _standing(asked: Asked) -> Iterator[Line]:
    """Tell whether an arrangement is in place on the day, for whom it is not, and when it is to be done again."""
    duty, on = asked.duty, asked.on
    in_place = _in_place(duty, asked.records, on)
    due = _next_due(duty, in_place)
    is_late = due is not None and due < on
    missing = AGAIN if is_late else _missing(asked, in_place)
    group = Group.TO_RECORD if missing and not _is_register(duty) else Group.STANDING
    if group is Group.STANDING and due is not None and (due - on).days <= SOON:
        group = Group.DUE
    yield Line(duty, group, due_on=due, records=in_place or asked.records, missing=missing, is_late=is_late)


def _is_register(duty: Duty) -> bool:
    """Tell whether it is a list that grows, whose gaps nobody can see: only that of the authorities has a known end."""
    return duty.each is not None and duty.field(duty.each).type != "authority"


def _missing(asked: Asked, in_place: Sequence[DutyRecord]) -> str:
    each = asked.duty.field(asked.duty.each) if asked.duty.each else None
    if each is not None and each.type == "authority" and asked.authorities:
        named = {record.entered.get(each.name) for record in in_place}
        without = [name for name in asked.authorities if name not in named]
        return f"Nothing is recorded for {and_list(without)}." if without else ""
    ended = [record.until for record in asked.records if record.until]
    if in_place:
        return ""
    if any(not record.is_done for record in asked.records):
        return NOT_DONE
    return f"It ended on {day_words(max(ended))}." if ended else NOTHING


def _in_place(duty: Duty, records: Iterable[DutyRecord], on: date) -> tuple[DutyRecord, ...]:
    begun = [record for record in records if record.is_done and (record.day(duty.done) or date.min) <= on]
    standing = [record for record in begun if record.until is None or record.until >= on]
    return tuple(sorted(standing, key=lambda record: record.day(duty.done) or date.min, reverse=True))


def _next_due(duty: Duty, records: Iterable[DutyRecord]) -> date | None:
    dues = (duty.due_on(entered=record.entered) for record in records)
    return max((due for due in dues if due), default=None)


def _each_time(asked: Asked) -> Iterator[Line]:
    """Give a line for each occasion that is still open, and one for those that ended in the year."""
    duty, on = asked.duty, asked.on
    if duty.due.after == duty.done:
        yield from _standing(asked)
        return
    still_open = [record for record in asked.records if record.is_done and record.day(duty.done) is None]
    for record in still_open:
        due = duty.due_on(entered=record.entered)
        is_late = due is not None and due < on
        group = Group.TO_RECORD if is_late else Group.DUE
        yield Line(duty, group, None, due, (record,), OPEN if is_late else "", is_late)
    ended = tuple(record for record in asked.records if asked.year.covers(record.day(duty.done) or date.min))
    if ended or not still_open:
        is_late = any(_ended_late(duty, record) for record in ended)
        yield Line(duty, Group.MET if ended else Group.STANDING, records=ended, is_late=is_late)


def _ended_late(duty: Duty, record: DutyRecord) -> bool:
    due, done = duty.due_on(entered=record.entered), record.day(duty.done)
    return due is not None and done is not None and done > due


def _days_done(duty: Duty, records: Iterable[DutyRecord]) -> list[date]:
    return [day for record in records if record.is_done and (day := record.day(duty.done))]


LINES_OF = {"standing": _standing, "each time": _each_time}
