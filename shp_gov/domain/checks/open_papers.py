"""Whether what the public may read stays open long enough, makes sense by itself, and names its sources."""

from dataclasses import replace
from datetime import date, timedelta

from shp_gov.domain.checks.access import where_it_binds, while_in_force
from shp_gov.domain.checks.facts_of_access import OfficerDecisionFacts, OpenPapersFacts
from shp_gov.domain.findings import About, Finding, failed, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, day_words, plural

PAPERS_YEARS, BACKGROUND_YEARS = 6, 4


def open_until(meeting: date, *, years: int) -> date:
    """Find the last day of so many years that begin with the day of a meeting."""
    if (meeting.month, meeting.day) == (2, 29):
        return date(meeting.year + years, 2, 28)
    return meeting.replace(year=meeting.year + years) - timedelta(days=1)


@where_it_binds
@while_in_force
def papers_kept_open(rule: Rule, facts: OpenPapersFacts) -> list[Finding]:
    """Can the public read the minutes, the agenda and the open reports for as many years as the law asks?"""
    if facts.removed_on is None and not facts.are_open:
        return [not_known(rule, _about(facts), "No papers of it are open here. Publish them, or import them.")]
    return [_kept(rule, facts, facts.removed_on)]


@where_it_binds
@while_in_force
def background_kept_open(rule: Rule, facts: OpenPapersFacts) -> list[Finding]:
    """Can the public read the background papers for as many years as the law asks?"""
    if not facts.reports:
        return [not_applicable(rule, _about(facts), "It had no open reports.")]
    if facts.background_removed_on is None and facts.without_list != ():
        whose = and_list(facts.without_list) if facts.without_list else "its reports"
        words = (
            f"Which background papers {whose} had is not recorded, so whether they are open is not known. List them."
        )
        return [not_known(rule, _about(facts), words)]
    return [_kept(rule, facts, facts.background_removed_on)]


def _about(facts: OpenPapersFacts) -> About:
    return About(facts.reference, facts.on)


def _kept(rule: Rule, facts: OpenPapersFacts, removed_on: date | None) -> Finding:
    until = open_until(facts.on, years=rule.parameters_on(facts.on)["years"])
    used = {"until": until.isoformat(), "removed_on": removed_on.isoformat() if removed_on else None}
    last = day_words(until)
    if removed_on is None:
        return passed(rule, _about(facts), f"To stay open until {last}.", **used)
    if removed_on <= until:
        words = f"Taken away on {day_words(removed_on)}. They must be open until {last}: put them back."
        return failed(rule, _about(facts), words, **used)
    return passed(rule, _about(facts), f"They were open until {last}, as long as the law asks.", **used)


@where_it_binds
@while_in_force
def public_record_is_coherent(rule: Rule, facts: OpenPapersFacts) -> list[Finding]:
    """Where minutes are kept from the public, can it still follow what was decided?"""
    about = _about(facts)
    if not facts.redacted:
        if not facts.summarised:
            return [not_applicable(rule, about, "Nothing in its minutes is kept from the public.")]
        return [passed(rule, about, f"The public has a summary of {and_list(facts.summarised)}.")]
    named = and_list(facts.redacted)
    if facts.is_coherent:
        return [passed(rule, about, f"Without {named} the record is still fair and coherent.")]
    if facts.is_coherent is False:
        return [failed(rule, about, f"Without {named} the record is not coherent. Write a summary for the public.")]
    words = f"The public cannot read {named}. Look whether the rest is fair and coherent; if not, write a summary."
    return [needs_a_person(rule, about, words, minutes=facts.redacted)]


@where_it_binds
@while_in_force
def background_papers_listed(rule: Rule, facts: OpenPapersFacts) -> list[Finding]:
    """Does every open report list its background papers, or say that there are none?"""
    about = _about(facts)
    if not facts.reports:
        return [not_applicable(rule, about, "It had no open reports.")]
    if facts.without_list is None:
        return [not_known(rule, about, "Whether its reports list their background papers is not recorded. Record it.")]
    if facts.without_list:
        words = (
            f"No background papers are listed for {and_list(facts.without_list)}. Ask the author; “none” is an answer."
        )
        return [needs_a_person(rule, about, words, without_list=facts.without_list)]
    return [passed(rule, about, f"{plural(facts.reports, 'open report')}, each with its background papers.")]


@while_in_force
def officer_decision_is_recorded(rule: Rule, facts: OfficerDecisionFacts) -> list[Finding]:
    """Does the written record of a delegated decision hold everything it must?"""
    about = About(facts.reference, facts.on)
    if not facts.is_delegated:
        return [not_applicable(rule, about, "The meeting took its decisions itself and left none to an officer.")]
    return [replace(_written(rule, about, facts.holds), mend=facts.mend)]


def _written(rule: Rule, about: About, holds: tuple[str, ...] | None) -> Finding:
    if holds is None:
        words = "An officer may decide this. Whether they did, and what the record of it holds, is not recorded."
        return not_known(rule, about, f"{words} Record the decision, with its reasons.")
    lacking = [part for part in rule.parameters_on(about.on)["parts"] if part not in holds]
    if lacking:
        return failed(rule, about, f"The record lacks the {and_list(lacking)}. Complete it.", lacking=tuple(lacking))
    return passed(rule, about, "The record holds everything it must.")
