"""Whether somebody of each description that the law names, and that applies in the area, was asked to take part."""

from shp_gov.domain.areas.participants import INVITED, descriptions, participants
from shp_gov.domain.checks.duties.asked import Asked
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict
from shp_gov.domain.words import and_list, day_words, plural


def each_description_invited(asked: Asked) -> list[Finding]:
    """Was somebody of each description invited, where there is such a body?"""
    entries = {str(record.entered.get(asked.duty.each or "")): record for record in asked.records}
    applicable = _applicable(asked)
    known = [_one(asked, words, entries[words], applies) for words, applies in applicable.items() if words in entries]
    return [*known, *_unrecorded(asked, [words for words, yes in applicable.items() if yes and words not in entries])]


def _applicable(asked: Asked) -> dict[str, bool]:
    """Tell of each description the law asks for on the day whether there is such a body for the area."""
    if asked.facts.area is None:
        asked_for = [row for row in descriptions().values() if row.standing == INVITED and row.covers(asked.on)]
        return {row.words: row.is_applicable for row in asked_for}
    rows = participants(asked.facts.area, asked.on, standing=INVITED)
    return {row.description.words: row.is_applicable for row in rows}


def _one(asked: Asked, words: str, record: DutyRecord, applies: bool) -> Finding:
    subject = words[0].upper() + words[1:]
    if day := asked.done_on(record):
        who = record.entered.get("organisation")
        sentence = f"{who} was invited on" if who else "Invited on"
        return asked.tell(Verdict.PASS, f"{sentence} {day_words(day)}.", subject=subject)
    if not applies or record.entered.get("applies") is False:
        return asked.tell(Verdict.NOT_APPLICABLE, "There is no such body for this area.", subject=subject)
    if later := asked.done_later([record]):
        words = f"The first invitation on record is of {day_words(later)}. Record any before."
        return asked.tell(Verdict.NOT_KNOWN, words, subject=subject)
    sentence = f"Nobody was invited up to {day_words(asked.on)}. Invite one, or record that this area has none."
    return asked.tell(Verdict.NEEDS_A_PERSON, sentence, subject=subject)


def _unrecorded(asked: Asked, names: list[str]) -> list[Finding]:
    if not names:
        return []
    some = f"{and_list(names[:3])}{' and others' if len(names) > 3 else ''}"
    words = f"Nothing is recorded of {plural(len(names), 'description')}: {some}. Record whom you invited."
    return [asked.tell(Verdict.NOT_KNOWN, words, subject="Other descriptions")]
