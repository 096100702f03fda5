"""Whether what must follow a yearly duty followed it: the plan's summary, the copy to the commissioner."""

from datetime import date

from shp_gov.domain.checks.duties.asked import Asked, named
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import Span, duties, spans_about
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import day_words


def follows_another(asked: Asked) -> list[Finding]:
    """Was it done for each plan adopted for the year before, this year or the next?"""
    spans = spans_about(asked.duty.cycle, asked.on, before=1, after=1)
    found = [(span, _adopted(asked, span)) for span in spans]
    told = [_one(asked, span, day) for span, day in found if day and asked.rule.on(day)]
    if told:
        return told
    title = duties()[asked.parameters["after"]].title.lower()
    words = f"No {title} is recorded for {spans[1].name}, so nothing can be said. Record it."
    return [asked.tell(Verdict.NOT_KNOWN, words, subject=named(asked.duty, spans[1]))]


def _adopted(asked: Asked, span: Span) -> date | None:
    first = duties()[asked.parameters["after"]]
    days = [record.day(first.done) for record in _for(asked, first.id, span) if record.is_done]
    return min((day for day in days if day and day <= asked.on), default=None)


def _one(asked: Asked, span: Span, adopted: date) -> Finding:
    subject, records = named(asked.duty, span), _for(asked, asked.duty.id, span)
    done = min((day for record in records if (day := asked.done_on(record))), default=None)
    if done:
        return asked.tell(Verdict.PASS, f"{asked.duty.deed.capitalize()} {day_words(done)}.", subject=subject)
    words = f"The plan was adopted on {day_words(adopted)}."
    if later := asked.done_later(records):
        words = f"{words} Not {asked.duty.done_words} yet; it was on {day_words(later)}."
        return asked.tell(Verdict.NOT_APPLICABLE, words, subject=subject)
    if any(not record.is_done for record in records):
        words = f"{words} It was not {asked.duty.done_words} by {day_words(asked.on)}. Do it, and record the day."
        return asked.tell(Verdict.FAIL, words, subject=subject)
    words = f"{words} It is not recorded that this was {asked.duty.done_words}. Record the day, or that it was not."
    return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)


def _for(asked: Asked, duty: str, span: Span) -> list[DutyRecord]:
    return [record for record in asked.facts.of(duty) if record.year == span.starts_on]
