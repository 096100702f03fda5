"""Whether what the terms of reference ask to be reported, planned and consulted on was, in its time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from shp_gov.domain.checks.asked import cited, silent
from shp_gov.domain.checks.facts_of_terms import ChairSaid, GroupAsked, GroupChairs, Terms, TermsFacts
from shp_gov.domain.findings import (
    About,
    Fact,
    Finding,
    failed,
    late,
    needs_a_person,
    not_applicable,
    not_known,
    passed,
)
from shp_gov.domain.months import last_of_month, months_after
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.statements import is_unsettled
from shp_gov.domain.words import day_words, long_day, plural


def each_group_has_one_chair(rule: Rule, facts: GroupChairs) -> list[Finding]:
    """Is exactly one chair named for each sub-group, by the terms of the day or by a paper?"""
    return [
        replace(_chair(rule, About(said.group, facts.on), said), citation=said.citation, mend="terms")
        for said in facts.chairs
    ]


def groups_report_in_their_month(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Did each sub-group report in the month it was due?"""
    groups = [group for group in facts.groups if group.months_due]
    if facts.terms is None or not groups:
        return silent(rule, facts, "reports of sub-groups in named months")
    return _of_each(groups, facts.terms, lambda group: _in_month(rule, facts, group))


def groups_report_so_often(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Did each sub-group that reports so many times a year do so in the twelve months before?"""
    groups = [group for group in facts.groups if group.times_a_year]
    if facts.terms is None or not groups:
        return silent(rule, facts, "reports a number of times a year")
    return _of_each(groups, facts.terms, lambda group: _so_often(rule, facts, group))


def performance_is_reported(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Does a performance report come at least as often as the terms ask?"""
    if facts.terms is None or facts.terms.performance_months is None:
        return silent(rule, facts, "regular performance reports")
    found = _performance(rule, About(facts.body, facts.on), facts, facts.terms.performance_months)
    return cited(facts.terms, [found], "meeting", "performance_months")


def plan_covers_years(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Does the plan cover as many years as the terms ask?"""
    if facts.terms is None or facts.terms.plan_years is None or rule.on(facts.on) is None:
        return silent(rule, facts, "a plan of a number of years")
    about, asked = About(facts.body, facts.on), facts.terms.plan_years
    if facts.plan_years is None:
        found = not_known(rule, about, "How many years the plan covers is not recorded. Record it with its revision.")
    elif facts.plan_years == asked:
        found = passed(rule, about, f"The plan covers {plural(asked, 'year')}.")
    else:
        words = f"The plan covers {plural(facts.plan_years, 'year')}, and the terms ask for {asked}."
        found = failed(rule, about, f"{words} Put a plan of {plural(asked, 'year')} to the next meeting.")
    return cited(facts.terms, [found], "duty:plan-revision", "plan_years")


def plan_is_consulted_on(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Was the draft plan out for consultation as long as the terms ask?"""
    if facts.terms is None or facts.terms.consultation_days is None:
        return silent(rule, facts, "a consultation on the draft plan")
    about, asked = About(facts.body, facts.on), facts.terms.consultation_days
    found = _consulted(rule, about, facts.consultation, asked)
    return cited(facts.terms, [found], "duty:plan-consultation", "consultation_days")


def _of_each(groups: Sequence[GroupAsked], terms: Terms, tell: Callable[[GroupAsked], Finding]) -> list[Finding]:
    """Cite what the terms say of each group by itself."""
    return [found for group in groups for found in cited(terms, [tell(group)], "meeting", f"sub-group: {group.name}")]


def _consulted(rule: Rule, about: About, consultation: tuple[date, date] | None, asked: int) -> Finding:
    if consultation is None:
        return not_known(rule, about, "From when to when the draft plan was out for consultation is not recorded.")
    first, last = consultation
    days = (last - first).days
    words = f"The draft plan was out from {day_words(first)} to {day_words(last)}, {plural(days, 'day')} of {asked}."
    return passed(rule, about, words, days=days) if days >= asked else failed(rule, about, words, days=days)


def _chair(rule: Rule, about: About, said: ChairSaid) -> Finding:
    facts: dict[str, Fact] = {"chair_words": said.words, **({"line": said.line} if said.line else {})}
    if not said.words:
        return not_known(rule, about, "No chair is named for this group. Ask who chairs it, and record it.", **facts)
    if is_unsettled(said.words):
        words = f"The chair is given as “{said.words}”, which does not name one. Ask who chairs the group."
        return needs_a_person(rule, about, words, **facts)
    return passed(rule, about, f"Chaired by {said.words}.", **facts)


def _in_month(rule: Rule, facts: TermsFacts, group: GroupAsked) -> Finding:
    about = About(group.name, facts.on)
    since = facts.terms.since if facts.terms else None
    slack = timedelta(days=group.tolerance_days or 0)
    begun = [
        day for day in _months_due(group, facts.on) if day <= facts.on and (not since or since <= last_of_month(day))
    ]
    if not begun:
        due = next(day for day in _months_due(group, facts.on) if day > facts.on)
        return not_applicable(rule, about, f"Its report is due in {due:%B %Y}, not yet.")
    month = begun[-1]
    last = last_of_month(month) + slack
    received = [day for day in group.reports if month - slack <= day <= facts.on]
    if received and min(received) <= last:
        return passed(rule, about, f"Due in {month:%B %Y}, received on {long_day(min(received))}.")
    if received:
        return late(rule, about, f"Due in {month:%B %Y}, received on {long_day(min(received))}.")
    if facts.on <= last:
        return not_applicable(rule, about, f"Its report is due by {day_words(last)}, and may still come.")
    return late(rule, about, f"Its report was due in {month:%B %Y} and has not come. Ask its chair for it.")


def _months_due(group: GroupAsked, on: date) -> list[date]:
    years = (on.year - 1, on.year, on.year + 1)
    return [date(year, month, 1) for year in years for month in sorted(group.months_due)]


def _so_often(rule: Rule, facts: TermsFacts, group: GroupAsked) -> Finding:
    about, asked = About(group.name, facts.on), group.times_a_year or 0
    start = months_after(facts.on, -12)
    came = [day for day in group.reports if start < day <= facts.on]
    words = f"{plural(len(came), 'report')} came in the twelve months to {day_words(facts.on)}, {asked} needed."
    if len(came) >= asked:
        return passed(rule, about, words, reports=len(came))
    since = facts.terms.since if facts.terms else None
    if since and since > start:
        return not_applicable(rule, about, f"{words} The terms are not yet a year old.", reports=len(came))
    return failed(rule, about, f"{words} Ask its chair for a report to the next meeting.", reports=len(came))


def _performance(rule: Rule, about: About, facts: TermsFacts, months: int) -> Finding:
    days = sorted(day for day in facts.performance_reports if day <= facts.on)
    if not days:
        words = "No performance report is on record in the twelve months before. Put one on the next agenda."
        return not_known(rule, about, words)
    due = months_after(days[-1], months)
    if facts.on > due:
        words = f"The last performance report came on {long_day(days[-1])}; the next was due by {day_words(due)}."
        return late(rule, about, f"{words} Put it on the next agenda.")
    if gap := _gap(days, months):
        words = f"Between the performance reports of {day_words(gap[0])} and {day_words(gap[1])} were more than"
        return late(rule, about, f"{words} {plural(months, 'month')}. The next is due by {day_words(due)}.")
    words = f"The last performance report came on {long_day(days[-1])}. The next is due by {day_words(due)}."
    return passed(rule, about, words, reports=len(days))


def _gap(days: Sequence[date], months: int) -> tuple[date, date] | None:
    """Give the last two reports, where they are too far apart."""
    if len(days) > 1 and days[-1] > months_after(days[-2], months):
        return days[-2], days[-1]
    return None
