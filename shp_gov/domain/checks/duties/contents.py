"""Whether what was done says what it must, and holds everything on a dated list."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from shp_gov.domain.checks.duties.asked import Asked, named_by_record
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import and_list, day_words

Item = Mapping[str, Any]


def says_so(asked: Asked) -> list[Finding]:
    """Does the newest say each thing it must?"""
    record = asked.newest()
    if record is None:
        return [none_recorded(asked)]
    subject = named_by_record(asked.duty, record)
    return [wrong(asked, record, subject) or asked.tell(Verdict.PASS, asked.parameters["yes"], subject=subject)]


def wrong(asked: Asked, record: DutyRecord, subject: str) -> Finding | None:
    """Report the first thing that a record does not say, or that nobody recorded."""
    says = asked.parameters.get("says", ())
    for each in says:
        if record.entered.get(each["field"]) is False:
            return asked.tell(each.get("verdict", Verdict.FAIL), each["no"], subject=subject)
    for each in says:
        if each["field"] not in record.entered:
            words = f"Not recorded: {asked.label(each['field'])}? Record the answer."
            return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)
    return None


def unfilled(asked: Asked, records: Sequence[DutyRecord], subject: str) -> Finding | None:
    """Report the parts that an officer says are missing; an empty box is only not recorded."""
    missing = {part for record in records for part in record.names(asked.parameters.get("lacks", "")) or ()}
    if missing:
        words = f"It does not say: {and_list(sorted(missing))}. The law asks for it: add it."
        return asked.tell(Verdict.FAIL, words, subject=subject)
    for name in asked.parameters.get("filled", ()):
        if all(name not in record.entered for record in records):
            words = f"Not recorded: {asked.label(name)}. Record it, or that it is missing."
            return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)
    return None


def holds_all(asked: Asked) -> list[Finding]:
    """Does the newest hold everything on the list, as the list was when it was made?"""
    record = asked.newest()
    if record is None:
        return [none_recorded(asked)]
    held = record.names(asked.parameters["field"])
    subject = named_by_record(asked.duty, record)
    if held is None:
        words = f"Not recorded: {asked.label(asked.parameters['field'])}. Record it."
        return [asked.tell(Verdict.NOT_KNOWN, words, subject=subject)]
    found = lacking(asked, asked.parameters, held, subject)
    return [found or asked.tell(Verdict.PASS, f"It holds {and_list(held)}.", subject=subject)]


def lacking(asked: Asked, wanted: Mapping[str, Any], held: Iterable[str], subject: str) -> Finding | None:
    """Report what is missing from a list."""
    missing = [item for item in wanted["items"] if item not in set(held)]
    if not missing:
        return None
    words = wanted["missing"].format(items=and_list(f"“{item}”" for item in missing))
    return asked.tell(wanted.get("verdict", Verdict.FAIL), words, subject=subject)


def holds_each(asked: Asked) -> list[Finding]:
    """Does the newest hold each thing on the list, told one by one, each from its own day?"""
    record = asked.newest()
    if record is None:
        return [none_recorded(asked)]
    return [_one(asked, record, item) for item in asked.parameters["items"]]


def _one(asked: Asked, record: DutyRecord, item: Item) -> Finding:
    subject = item["name"][0].upper() + item["name"][1:]
    held = record.names(asked.parameters["field"])
    made_for = record.year or record.day(asked.duty.done) or asked.on
    if made_for < item["from"]:
        words = f"Not asked of what begins before {day_words(item['from'])}."
        return asked.tell(Verdict.NOT_APPLICABLE, words, subject=subject)
    where = named_by_record(asked.duty, record)
    if held is None:
        words = f"{where}: it is not recorded what it covers. Record it."
        return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)
    if item["name"] in held:
        return asked.tell(Verdict.PASS, f"{where}: it covers {item['name']}.", subject=subject)
    return asked.tell(Verdict.FAIL, f"{where}: it does not cover {item['name']}. Add it to the plan.", subject=subject)


def none_recorded(asked: Asked) -> Finding:
    """Report that there is nothing to look at: an officer said so, or nobody recorded any."""
    if asked.records and all(not record.is_done for record in asked.records):
        return asked.tell(Verdict.NOT_APPLICABLE, "There is none to look at: it was not done.")
    words = f"No “{asked.duty.title}” is recorded up to {day_words(asked.on)}. Record it."
    return asked.tell(Verdict.NOT_KNOWN, words)
