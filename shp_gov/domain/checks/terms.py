"""Whether what terms of reference commonly ask is so."""

from dataclasses import replace

from shp_gov.domain.checks.facts import OfficeHolder, OfficesHeld
from shp_gov.domain.findings import About, Finding, failed, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.names import same_organisation
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, long_day


def chair_and_vice_chair_differ(rule: Rule, facts: OfficesHeld) -> list[Finding]:
    """Are the chair and the vice-chair from different organisations on this day?"""
    about = About(facts.body, facts.on)
    if facts.terms_ask_for_different is False and not facts.terms_bar_vice_chair_from:
        return [not_applicable(rule, about, f"The terms of {long_day(facts.on)} do not ask for it.")]
    found = [_apart(rule, about, facts), *_seat_of_an_authority(rule, about, facts)]
    return [replace(finding, citation=facts.terms_citation or finding.citation) for finding in found]


def _missing(facts: OfficesHeld) -> str:
    offices = {"chair": facts.chair, "vice-chair": facts.vice_chair}
    if empty := [office for office, holder in offices.items() if holder is None]:
        return f"No {' and no '.join(empty)} is recorded"
    homeless = [office for office, holder in offices.items() if holder and not holder.organisation]
    return f"The organisation of the {and_list(homeless)} is not recorded" if homeless else ""


def _apart(rule: Rule, about: About, facts: OfficesHeld) -> Finding:
    chair, vice = facts.chair, facts.vice_chair
    who = _who(facts)
    if chair is None or vice is None or not chair.organisation or not vice.organisation:
        return not_known(rule, about, f"{_missing(facts)} on {long_day(facts.on)}. Record it.", **who)
    if facts.terms_bar_vice_chair_from and same_organisation(vice.organisation, facts.terms_bar_vice_chair_from):
        words = f"The vice-chair, {vice.name}, is from {vice.organisation}. The terms do not allow it. Choose another."
        return failed(rule, about, words, **who)
    if facts.terms_ask_for_different is False or not same_organisation(chair.organisation, vice.organisation):
        words = f"The chair is from {chair.organisation} and the vice-chair from {vice.organisation}."
        return passed(rule, about, words, **who)
    both = f"{chair.name} and {vice.name} are both from {chair.organisation}."
    if facts.terms_ask_for_different is None:
        words = f"{both} No terms of reference are held for this day. Look whether they allow it."
        return needs_a_person(rule, about, words, **who)
    return failed(rule, about, f"{both} Put a vice-chair from another organisation to the next meeting.", **who)


def _seat_of_an_authority(rule: Rule, about: About, facts: OfficesHeld) -> list[Finding]:
    vice = facts.vice_chair
    if vice is None or vice.sits_for_authority is not False:
        return []
    words = f"The vice-chair, {vice.name}, does not sit for a responsible authority. Look whether the terms allow it."
    return [needs_a_person(rule, about, words, **_who(facts))]


def _who(facts: OfficesHeld) -> dict[str, str | None]:
    return {
        **_holder("chair", facts.chair),
        **_holder("vice_chair", facts.vice_chair),
        "terms": facts.terms_citation,
    }


def _holder(office: str, holder: OfficeHolder | None) -> dict[str, str | None]:
    return {office: holder.name if holder else None, f"{office}_organisation": holder.organisation if holder else None}
