"""Whether a duty was done for each year or quarter in its time: in the year, before it, or by the next quarter."""

from datetime import date

from shp_gov.domain.checks.duties.asked import Asked, days_late, named, with_facts
from shp_gov.domain.checks.duties.contents import unfilled
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import Span, spans_about
from shp_gov.domain.duties.duty import BEFORE_THE_YEAR, IN_THE_NEXT, IN_THE_YEAR
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import day_words

LOOKED_AT = {IN_THE_YEAR: (1, 0), BEFORE_THE_YEAR: (0, 1), IN_THE_NEXT: (2, 0)}


def done_in_its_time(asked: Asked) -> list[Finding]:
    """Was the duty done in time for the years or quarters around the day?"""
    before, after = LOOKED_AT[asked.duty.due.words]
    spans = spans_about(asked.duty.cycle, asked.on, before=before, after=after)
    found = [finding for span in spans for finding in _of_span(asked, span)]
    return found or [asked.tell(Verdict.NOT_APPLICABLE, "No year that the rule asks about has ended.")]


def _of_span(asked: Asked, span: Span) -> list[Finding]:
    due = asked.duty.due_on(span)
    if due is None or asked.rule.on(due) is None:
        return []
    tell = _within if asked.duty.due.words == IN_THE_YEAR else _by
    finding = tell(asked, span, due)
    return [with_facts(finding, year=span.name, due_on=due.isoformat())]


def _say(asked: Asked, span: Span, due: date, verdict: str, sentence: str) -> Finding:
    return asked.tell(verdict, sentence, subject=named(asked.duty, span), by=asked.rule.on(due))


def _within(asked: Asked, span: Span, due: date) -> Finding:
    """Tell of a duty that only counts when it is done in the year itself."""
    done = [record for record in asked.records if (day := asked.done_on(record)) and span.covers(day)]
    if done:
        return _done_within(asked, span, due, done)
    if asked.on <= due:
        return _say(asked, span, due, Verdict.NOT_APPLICABLE, f"Not due until {day_words(due)}.")
    claimed = _for(asked, span)
    if outside := [day for record in claimed if (day := asked.done_on(record))]:
        words = f"{_deed(asked)} {day_words(outside[0])}, outside the year {span.name}, so it does not count for it."
        return _say(asked, span, due, Verdict.FAIL, f"{words} {_next(asked, span)}")
    if asked.done_later(claimed):
        return _say(asked, span, due, Verdict.FAIL, _missed(asked, span, due))
    return _not_done(asked, span, due, claimed, Verdict.FAIL)


def _done_within(asked: Asked, span: Span, due: date, done: list[DutyRecord]) -> Finding:
    doubt = asked.parameters.get("doubt")
    day = asked.done_on(done[0])
    if doubt and all(record.entered.get(doubt["field"]) == doubt["value"] for record in done):
        return _say(asked, span, due, Verdict.NEEDS_A_PERSON, doubt["words"])
    return unfilled(asked, done, named(asked.duty, span)) or _say(
        asked, span, due, Verdict.PASS, f"{_deed(asked)} {day_words(day or due)}."
    )


def _by(asked: Asked, span: Span, due: date) -> Finding:
    """Tell of a duty that has a last day, and is late after it."""
    claimed = _for(asked, span)
    every = [day for record in claimed if (day := asked.done_on(record))]
    days = [day for day in every if not _is_too_soon(asked, span, day)]
    if every and not days:
        words = (
            f"{_deed(asked)} {day_words(min(every))}, before the {asked.duty.cycle} had ended, so not the whole of it."
        )
        words = f"{words} Look whether the day or the {asked.duty.cycle} is right."
        return _say(asked, span, due, Verdict.NEEDS_A_PERSON, words)
    if days and min(days) <= due:
        return _say(asked, span, due, Verdict.PASS, f"{_deed(asked)} {day_words(min(days))}, in time.")
    if days:
        words = f"{_deed(asked)} {day_words(min(days))}, {days_late(due, min(days))}: due by {day_words(due)}."
        return _say(asked, span, due, Verdict.LATE, f"{words} {_next(asked, span)}")
    if asked.on <= due:
        return _say(asked, span, due, Verdict.NOT_APPLICABLE, f"Not due until {day_words(due)}.")
    if asked.done_later(claimed):
        return _say(asked, span, due, Verdict.LATE, _late_so_far(asked, due))
    return _not_done(asked, span, due, claimed, asked.parameters.get("missed", Verdict.LATE))


def _is_too_soon(asked: Asked, span: Span, day: date) -> bool:
    """Tell whether what is done in the next quarter was done before its own had ended."""
    return asked.duty.due.words == IN_THE_NEXT and day <= span.ends_on


def _not_done(asked: Asked, span: Span, due: date, claimed: list[DutyRecord], missed: str) -> Finding:
    if any(not record.is_done for record in claimed):
        words = _late_so_far(asked, due) if missed == Verdict.LATE else _missed(asked, span, due)
        return _say(asked, span, due, missed, words)
    if claimed:
        words = f"It is not recorded on which day it was {asked.duty.done_words}. Record the day."
    else:
        words = f"Nothing is recorded. It was due by {day_words(due)}. Record the day, or that it was not done."
    return _say(asked, span, due, Verdict.NOT_KNOWN, words)


def _for(asked: Asked, span: Span) -> list[DutyRecord]:
    return [record for record in asked.records if record.year == span.starts_on]


def _deed(asked: Asked) -> str:
    return asked.duty.deed.capitalize()


def _missed(asked: Asked, span: Span, due: date) -> str:
    return f"Not {asked.duty.done_words} by {day_words(due)}. {_next(asked, span)}"


def _late_so_far(asked: Asked, due: date) -> str:
    words = (
        f"Not {asked.duty.done_words} by {day_words(asked.on)}: {days_late(due, asked.on)}, due by {day_words(due)}."
    )
    return f"{words} Do it, and record the day."


def _next(asked: Asked, span: Span) -> str:
    following = spans_about(asked.duty.cycle, span.ends_on, before=0, after=1)[-1]
    due = asked.duty.due_on(following)
    if due is None or asked.rule.on(due) is None:
        return "Nothing more is asked: the rule has ended since."
    return f"The next is due by {day_words(due)}: put it in the calendar."
