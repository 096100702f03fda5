"""Whether somebody of each description that applies in the area was asked to take part."""

from shp_gov.domain.checks.duties.asked import Asked
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import and_list, day_words, plural


def each_description_invited(asked: Asked) -> list[Finding]:
    """Was somebody of each description invited, where there is such a body?"""
    field = asked.duty.each or ""
    ended = set(asked.parameters["ended"])
    entries = {str(record.entered.get(field)): record for record in asked.records}
    known = [_one(asked, name, record) for name, record in entries.items() if name not in ended]
    known += [_of_old(asked, name) for name in entries if name in ended]
    unrecorded = [name for name in asked.duty.field(field).options if name not in entries and name not in ended]
    return [*known, *_unrecorded(asked, unrecorded)]


def _one(asked: Asked, name: str, record: DutyRecord) -> Finding:
    subject = name[0].upper() + name[1:]
    if record.entered.get("applies") is False:
        return asked.tell(Verdict.NOT_APPLICABLE, "There is no such body for this area.", subject=subject)
    if day := asked.done_on(record):
        who = record.entered.get("organisation")
        words = f"{who} was invited on" if who else "Invited on"
        return asked.tell(Verdict.PASS, f"{words} {day_words(day)}.", subject=subject)
    words = f"Nobody was invited up to {day_words(asked.on)}. Invite one, or record that there is none for this area."
    return asked.tell(Verdict.NEEDS_A_PERSON, words, subject=subject)


def _of_old(asked: Asked, name: str) -> Finding:
    subject = name[0].upper() + name[1:]
    return asked.tell(Verdict.NOT_APPLICABLE, "There are no such bodies any more.", subject=subject)


def _unrecorded(asked: Asked, names: list[str]) -> list[Finding]:
    if not names:
        return []
    some = f"{and_list(names[:3])}{' and others' if len(names) > 3 else ''}"
    words = f"Nothing is recorded of {plural(len(names), 'description')}: {some}. Record whom you invited."
    return [asked.tell(Verdict.NOT_KNOWN, words, subject="Other descriptions")]
