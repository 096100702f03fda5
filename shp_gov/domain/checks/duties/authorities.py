"""Whether each responsible authority of the day is there: named in a register, or at a meeting."""

from datetime import date

from shp_gov.domain.areas.standing import Standing
from shp_gov.domain.checks.duties.asked import Asked
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import reg_year
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import day_words


def each_is_named(asked: Asked) -> list[Finding]:
    """Does each responsible authority have an entry in the register on the day?"""
    authorities = asked.facts.authorities(asked.on)
    if authorities is None:
        return [_no_area(asked)]
    return [_named(asked, authority) for authority in authorities]


def each_was_there(asked: Asked) -> list[Finding]:
    """Did each responsible authority send somebody to what was held in the newest year it was held?"""
    held = [record for record in asked.records if asked.done_on(record)]
    days = [day for record in held if (day := asked.done_on(record))]
    if not days:
        return [asked.tell(Verdict.NOT_KNOWN, f"No “{asked.duty.title}” with its day is recorded. Record it.")]
    last = max(days)
    authorities = asked.facts.authorities(last)
    if authorities is None:
        return [_no_area(asked)]
    of_the_year = [r for r in held if reg_year(asked.done_on(r) or last) == reg_year(last)]
    return [_there(asked, authority, of_the_year, last) for authority in authorities]


def _named(asked: Asked, authority: Standing) -> Finding:
    field, subject = asked.duty.each or "", authority.known_as
    entries = [record for record in asked.records if _means(asked, record.names(field) or (), authority, asked.on)]
    there = [record for record in asked.in_place() if record in entries]
    if there:
        since = asked.done_on(there[-1]) or asked.on
        return asked.tell(Verdict.PASS, f"{subject} has named somebody, since {day_words(since)}.", subject=subject)
    ended = [record.until for record in entries if record.until and record.until < asked.on]
    if ended:
        words = f"{subject} has named nobody since {day_words(max(ended))}. Ask it to name somebody, and record who."
        return asked.tell(Verdict.FAIL, words, subject=subject)
    if any(not record.is_done for record in entries):
        words = f"{subject} has named nobody. Ask it to name somebody, and record who."
        return asked.tell(Verdict.FAIL, words, subject=subject)
    words = f"Whom {subject} has named is not recorded. Record who it is, or that there is nobody."
    return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)


def _there(asked: Asked, authority: Standing, held: list[DutyRecord], last: date) -> Finding:
    subject, lists = authority.known_as, [record.names(asked.parameters["field"]) for record in held]
    if any(_means(asked, names or (), authority, last) for names in lists):
        return asked.tell(Verdict.PASS, f"A senior person from {subject} was there.", subject=subject)
    if None in lists:
        words = f"Nobody recorded who was there on {day_words(last)}. Look in the notes of the meeting and record it."
        return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)
    words = f"Nobody senior from {subject} was there on {day_words(last)}. Invite it to the next one by name."
    return asked.tell(Verdict.FAIL, words, subject=subject)


def _means(asked: Asked, names: tuple[str, ...], authority: Standing, on: date) -> bool:
    area = asked.facts.area
    bodies = [area.body(name, on) for name in names] if area else []
    return any(body and body.name == authority.organisation for body in bodies)


def _no_area(asked: Asked) -> Finding:
    words = f"Which authorities {asked.facts.body} has is not known. Record its area."
    return asked.tell(Verdict.NOT_KNOWN, words)
