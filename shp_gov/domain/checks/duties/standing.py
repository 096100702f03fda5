"""Whether what must always be in place is in place on the day, says what it must, and is kept under review."""

from collections.abc import Callable
from datetime import date

from shp_gov.domain.checks.duties.asked import Asked
from shp_gov.domain.checks.duties.contents import lacking, unfilled, wrong
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties.years import last_day_of
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import day_words


def in_place(asked: Asked) -> list[Finding]:
    """Is it in place on the day, and is it what it must be?"""
    if excused := _not_asked_here(asked):
        return [excused]
    there = asked.in_place()
    if not there:
        return [_nothing(asked)]
    newest = there[-1]
    found = next((finding for tell in LOOKS if (finding := tell(asked, newest))), None)
    kept = asked.parameters.get("yes", f"{asked.duty.deed.capitalize()} {day_words(_since(asked, newest))}.")
    return [found or asked.tell(Verdict.PASS, kept)]


def _not_asked_here(asked: Asked) -> Finding | None:
    kind = asked.parameters.get("where_several")
    if kind is None:
        return None
    authorities = asked.facts.authorities(asked.on)
    if authorities is None:
        words = f"Which authorities {asked.facts.body} has is not known. Record its area."
        return asked.tell(Verdict.NOT_KNOWN, words)
    if sum(authority.type == kind for authority in authorities) > 1:
        return None
    return asked.tell(Verdict.NOT_APPLICABLE, f"There is no second {kind} on {day_words(asked.on)}.")


def _nothing(asked: Asked) -> Finding:
    first_day = asked.parameters.get("asked_from") or asked.parameters.get("before")
    if first_day and asked.on < first_day:
        words = f"Not asked before {day_words(first_day)}. {asked.parameters['do']}"
        return asked.tell(Verdict.NOT_APPLICABLE, words)
    if known := _known_to_be_missing(asked):
        return asked.tell(asked.parameters.get("none", Verdict.FAIL), f"{known} {asked.parameters['do']}")
    return _not_recorded(asked)


def _known_to_be_missing(asked: Asked) -> str:
    ended = [record.until for record in asked.records if record.until and record.until < asked.on]
    if ended:
        return f"None since {day_words(max(ended))}."
    is_missing = any(not record.is_done for record in asked.records)
    return f"Recorded as not {asked.duty.done_words}." if is_missing else ""


def _not_recorded(asked: Asked) -> Finding:
    if later := asked.done_later(asked.records):
        words = f"The first on record is {asked.duty.deed} {day_words(later)}. Record what there was before."
        return asked.tell(Verdict.NOT_KNOWN, words)
    if asked.records:
        words = f"Not recorded: since when it is {asked.duty.done_words}. Record the day."
        return asked.tell(Verdict.NOT_KNOWN, words)
    words = f"Nothing is recorded up to {day_words(asked.on)}. Record it, or that there is none."
    return asked.tell(Verdict.NOT_KNOWN, words)


def _too_late(asked: Asked, record: DutyRecord) -> Finding | None:
    before, first = asked.parameters.get("before"), min(asked.in_place_ever, key=lambda row: row[0])
    if before is None or first[0] < before:
        return None
    words = f"{asked.duty.deed.capitalize()} {day_words(first[0])}; the first had to be before {day_words(before)}."
    if first[1].entered.get("is_first") is True:
        return asked.tell(Verdict.FAIL, f"{words} Say why when you report.")
    return asked.tell(Verdict.NOT_KNOWN, f"{words} Record the first.")


def _unfilled(asked: Asked, record: DutyRecord) -> Finding | None:
    return unfilled(asked, [record], asked.duty.title)


def _says(asked: Asked, record: DutyRecord) -> Finding | None:
    return wrong(asked, record, asked.duty.title)


def _holds(asked: Asked, record: DutyRecord) -> Finding | None:
    wanted = asked.parameters.get("holds")
    if wanted is None:
        return None
    held = record.names(wanted["field"])
    if held is None:
        return asked.tell(Verdict.NOT_KNOWN, f"Not recorded: {asked.label(wanted['field'])}. Record it.")
    return lacking(asked, wanted, held, asked.duty.title)


def _one_of(asked: Asked, record: DutyRecord) -> Finding | None:
    wanted = asked.parameters.get("one_of")
    if wanted is None or record.entered.get(wanted["field"]) in wanted["values"]:
        return None
    held = record.entered.get(wanted["field"])
    if held is None:
        return asked.tell(Verdict.NOT_KNOWN, f"Not recorded: {asked.label(wanted['field'])}. Record it.")
    return asked.tell(wanted.get("verdict", Verdict.FAIL), wanted["no"].format(value=held))


def _reviewed(asked: Asked, record: DutyRecord) -> Finding | None:
    review = asked.parameters.get("review")
    if review is None:
        return None
    day = record.day("reviewed_on")
    last = day if day and day <= asked.on else _since(asked, record)
    due = last_day_of(review["months"], beginning_with=last)
    if asked.on <= due:
        return None
    words = f"A review was due by {day_words(due)}, and none is recorded since {day_words(last)}."
    return asked.tell(review["verdict"], f"{words} Review it, and record the day.")


def _since(asked: Asked, record: DutyRecord) -> date:
    return asked.done_on(record) or asked.on


LOOKS: tuple[Callable[[Asked, DutyRecord], Finding | None], ...] = (
    _too_late,
    _unfilled,
    _says,
    _holds,
    _one_of,
    _reviewed,
)
