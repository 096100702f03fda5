"""What is asked each time something arises, and what must happen at least once in so many months."""

from datetime import date

from shp_gov.domain.checks.duties.asked import Asked, days_late, with_facts
from shp_gov.domain.checks.duties.contents import wrong
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties.years import months_later
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import day_words

A_YEAR = 12


def each_time(asked: Asked) -> list[Finding]:
    """Was it done, in time and as it must be, each time it arose in the year up to the day, or before and not done?"""
    arose = [(day, record) for record in asked.records if (day := _arose(asked, record)) and day <= asked.on]
    open_or_recent = [(day, record) for day, record in arose if _is_looked_at(asked, day, record)]
    if not open_or_recent:
        words = f"None is recorded in the year up to {day_words(asked.on)}."
        return [asked.tell(Verdict.NOT_APPLICABLE, words)]
    return [_one(asked, day, record) for day, record in sorted(open_or_recent, key=lambda row: row[0])]


def at_least_every(asked: Asked) -> list[Finding]:
    """Did it happen at least once in so many months, counted from the time before?"""
    days = sorted(day for record in asked.records if (day := asked.done_on(record)))
    if not days:
        return [asked.tell(*_never(asked))]
    due = _next_due(asked, days[-1])
    verdict, words = _since_the_last(asked, days, due)
    return [with_facts(asked.tell(verdict, words), last_on=days[-1].isoformat(), due_on=due.isoformat())]


def _arose(asked: Asked, record: DutyRecord) -> date | None:
    return record.day(asked.parameters["arises"])


def _is_looked_at(asked: Asked, day: date, record: DutyRecord) -> bool:
    is_recent = asked.parameters.get("whole_history") or asked.on <= months_later(day, A_YEAR)
    return bool(is_recent) or asked.done_on(record) is None


def _one(asked: Asked, day: date, record: DutyRecord) -> Finding:
    subject = f"{asked.duty.title}, {record.reference or day_words(day)}"
    if not _applies(asked, record):
        return asked.tell(Verdict.NOT_APPLICABLE, asked.parameters["applies"]["no"], subject=subject)
    if found := wrong(asked, record, subject):
        return found
    kept = None if asked.done_later([record]) else asked.parameters.get("yes")
    return asked.tell(*((Verdict.PASS, kept) if kept else _in_time(asked, record)), subject=subject)


def _applies(asked: Asked, record: DutyRecord) -> bool:
    when = asked.parameters.get("applies")
    if when is None or record.entered.get(when.get("or_yes", "")) is True:
        return True
    value = record.entered.get(when["field"])
    return value is None or not value < when["from"]


def _in_time(asked: Asked, record: DutyRecord) -> tuple[str, str]:
    due, done = asked.duty.due_on(entered=record.entered), asked.done_on(record)
    if done and (due is None or done <= due):
        return Verdict.PASS, f"{asked.duty.deed.capitalize()} {day_words(done)}{', in time' if due else ''}."
    if done and due:
        return _late(asked, record, due, done)
    if due and asked.on <= due:
        return Verdict.NOT_APPLICABLE, f"Not due until {day_words(due)}."
    return _undone(asked, record, due)


def _late(asked: Asked, record: DutyRecord, due: date, done: date) -> tuple[str, str]:
    words = f"{asked.duty.deed.capitalize()} {day_words(done)}, {days_late(due, done)}: due by {day_words(due)}."
    excuse = record.entered.get(asked.parameters.get("excuse", ""))
    if excuse:
        return Verdict.NEEDS_A_PERSON, f"{words} The reason recorded: {excuse}. Decide whether it will do."
    return Verdict.LATE, f"{words} Say why, and record it."


def _undone(asked: Asked, record: DutyRecord, due: date | None) -> tuple[str, str]:
    if due and (not record.is_done or asked.done_later([record])):
        words = f"Not {asked.duty.done_words} by {day_words(asked.on)}: {days_late(due, asked.on)}."
        return Verdict.LATE, f"{words} Do it, and record the day."
    if later := asked.done_later([record]):
        return Verdict.NOT_APPLICABLE, f"Not {asked.duty.done_words} yet; it was on {day_words(later)}."
    if not record.is_done:
        return Verdict.FAIL, f"It was not {asked.duty.done_words}. Do it, and record the day."
    words = f"It is not recorded whether and when it was {asked.duty.done_words}. Record the day, or that it was not."
    return asked.parameters.get("nothing", Verdict.NOT_KNOWN), words


def _never(asked: Asked) -> tuple[str, str]:
    if any(not record.is_done for record in asked.records):
        return Verdict.FAIL, f"It was not {asked.duty.done_words}. Arrange it, and record the day."
    return Verdict.NOT_KNOWN, f"None is recorded up to {day_words(asked.on)}. Record the day of the last."


def _since_the_last(asked: Asked, days: list[date], due: date) -> tuple[str, str]:
    last = days[-1]
    deed = f"{asked.duty.deed.capitalize()} {day_words(last)}"
    before = _next_due(asked, days[-2]) if len(days) > 1 else None
    if asked.on > due:
        return _overdue(asked, last, due)
    if before and last > before:
        words = f"{deed}, {days_late(before, last)}: due by {day_words(before)}."
        return Verdict.LATE, f"{words} The next is due by {day_words(due)}."
    return Verdict.PASS, f"{deed}. The next is due by {day_words(due)}."


def _overdue(asked: Asked, last: date, due: date) -> tuple[str, str]:
    is_known = asked.done_later(asked.records) or any(not record.is_done for record in asked.records)
    words = f"The last was on {day_words(last)}, and the next was due by {day_words(due)}"
    if is_known:
        return Verdict.LATE, f"{words}: {days_late(due, asked.on)}. Arrange it, and record the day."
    return Verdict.NOT_KNOWN, f"{words}. None is recorded since. Record it, or that it was not done."


def _next_due(asked: Asked, day: date) -> date:
    return asked.duty.due_on(entered={asked.duty.done: day}) or day
