"""Whether the record of meetings is whole: minutes confirmed, decisions written, what was put off come back."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from shp_gov.domain.checks.facts import How, MeetingFacts, Member
from shp_gov.domain.checks.facts_of_records import (
    DecisionNote,
    Deferred,
    HeldMeeting,
    MinuteKept,
    MinutesKept,
    SeriesOfMeetings,
    StatedDay,
)
from shp_gov.domain.clear_days import counts
from shp_gov.domain.findings import About, Finding, failed, late, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.register.titles import alike
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import long_day, plural

SHORT = 40


def substitutes_are_linked(rule: Rule, facts: MeetingFacts) -> list[Finding]:
    """Is each member for whom somebody stood in among the apologies?"""
    lines = list(facts.lines(How.SUBSTITUTE))
    if not facts.attendance or not lines:
        return []
    sent = {line.who.person for line in facts.lines(How.APOLOGIES)}
    return [_linked(rule, About(line.who.name, facts.on), line.instead_of, sent) for line in lines]


def minutes_are_confirmed_next(rule: Rule, facts: SeriesOfMeetings) -> list[Finding]:
    """Were the minutes of each meeting confirmed at the next one held?"""
    return [
        replace(_confirmed(rule, earlier, later), mend=f"meeting:{later.on.isoformat()}")
        for earlier, later in pairwise(facts.meetings)
        if facts.since is None or later.on > facts.since
    ]


def stated_weekday_is_right(rule: Rule, facts: StatedDay) -> list[Finding]:
    """Is the day of the meeting the weekday that the paper names?"""
    about = About(facts.subject, facts.on)
    if facts.weekday.casefold() == f"{facts.on:%A}".casefold():
        return [passed(rule, about, f"It is a {facts.on:%A}, as the paper says.")]
    words = f"The paper says {facts.weekday}, and {long_day(facts.on)} is a {facts.on:%A}. Ask which day is meant."
    return [replace(needs_a_person(rule, about, words), mend=facts.mend)]


def items_have_their_decision(rule: Rule, facts: MinutesKept) -> list[Finding]:
    """Does each minute of an item for decision hold a decision?"""
    asked = [minute for minute in facts.minutes if minute.asks_decision]
    without = [_undecided(rule, facts, minute) for minute in asked if not minute.decisions]
    if without or not asked:
        return without
    words = f"{plural(len(asked), 'item')} for decision, and {'it was' if len(asked) == 1 else 'each was'} decided."
    return [passed(rule, About(f"Minutes of {long_day(facts.on)}", facts.on), words)]


def deferred_items_come_back(rule: Rule, facts: Deferred) -> list[Finding]:
    """Is an item that was put off on the next agenda?"""
    return [replace(_came_back(rule, About(facts.reference, facts.on), facts), mend=f"meeting:{facts.on.isoformat()}")]


def declarations_are_recorded(rule: Rule, facts: MinutesKept) -> list[Finding]:
    """Do the minutes have declarations of interest, and say what came of them?"""
    about = About(f"Minutes of {long_day(facts.on)}", facts.on)
    if facts.declarations is None:
        words = "The minutes have no declarations of interest. Find out whether members were asked, and record it."
        found = needs_a_person(rule, about, words)
    elif not facts.declarations.strip():
        words = "Nothing stands under declarations of interest. Record who declared what, or that there were none."
        found = needs_a_person(rule, about, words)
    else:
        found = passed(rule, about, f"Declarations of interest: {_short(facts.declarations)}.")
    return [replace(found, mend=facts.mend)]


def late_business_has_its_ruling(rule: Rule, facts: MinutesKept) -> list[Finding]:
    """Has each decision on any other business the chair's ruling on its urgency?"""
    late_ones = [minute for minute in facts.minutes if minute.is_late_business and minute.decisions]
    return [replace(_ruled(rule, facts, minute), mend=facts.mend) for minute in late_ones]


def decision_note_is_out(rule: Rule, facts: DecisionNote) -> list[Finding]:
    """Was a note of the decisions published within so many working days of the meeting?"""
    about = About(f"Decisions of {long_day(facts.meeting_on)}", facts.on)
    due = working_days_after(facts.meeting_on, int(rule.parameters_on(facts.on)["working_days"]))
    mend, published = f"meeting:{facts.meeting_on.isoformat()}", facts.published_on
    if published is not None and published <= facts.on:
        words = f"Published on {long_day(published)}, due by {long_day(due)}."
        found = passed(rule, about, words) if published <= due else late(rule, about, words)
    elif facts.on <= due:
        found = not_applicable(rule, about, f"Due by {long_day(due)}, not yet.")
    elif published is not None or facts.is_out is False:
        words = f"Due by {long_day(due)}, and not published by {long_day(facts.on)}. Publish the draft minutes."
        found = late(rule, about, words)
    else:
        found = not_known(rule, about, f"Due by {long_day(due)}. When the decisions were published is not recorded.")
    return [replace(found, mend=mend)]


def working_days_after(day: date, number: int) -> date:
    """Give the day so many working days after another."""
    while number:
        day += timedelta(days=1)
        number -= counts(day)
    return day


def _short(words: str) -> str:
    first = words.strip().rstrip(".")
    return first if len(first) <= SHORT else "recorded"


def _linked(rule: Rule, about: About, instead_of: Member | None, sent: set[int]) -> Finding:
    if instead_of is None:
        words = f"The attendance does not say for whom {about.subject} stood in. Record it."
        return not_known(rule, about, words)
    if instead_of.person in sent:
        return passed(rule, about, f"Stood in for {instead_of.name}, who sent apologies.")
    words = f"Stood in for {instead_of.name}, who is not among the apologies. Ask the clerk, and record it."
    return needs_a_person(rule, about, words)


def _confirmed(rule: Rule, earlier: HeldMeeting, later: HeldMeeting) -> Finding:
    about = About(f"Minutes of {long_day(earlier.on)}", later.on)
    if later.confirmed == earlier.on:
        return passed(rule, about, f"Confirmed at the next meeting, on {long_day(later.on)}.")
    if later.confirmed is None:
        words = f"Whether they were confirmed at the next meeting, on {long_day(later.on)}, is not recorded."
        return not_known(rule, about, f"{words} Look in its minutes.")
    if later.confirmed > earlier.on:
        words = f"A meeting of {long_day(later.confirmed)}, not held here, came before that of {long_day(later.on)}."
        return not_known(rule, about, f"{words} Import its minutes.")
    words = f"The meeting of {long_day(later.on)} confirmed those of {long_day(later.confirmed)} and not these."
    return needs_a_person(rule, about, f"{words} Put these to the next meeting.")


def _came_back(rule: Rule, about: About, facts: Deferred) -> Finding:
    if facts.next_on is None or facts.next_titles is None:
        return not_applicable(rule, about, f"“{facts.title}” was put off, and no later agenda is on record yet.")
    if any(alike(facts.title, title) for title in facts.next_titles):
        return passed(rule, about, f"“{facts.title}” was on the agenda of {long_day(facts.next_on)}.")
    words = f"“{facts.title}” was put off, and is not on the agenda of {long_day(facts.next_on)}."
    return needs_a_person(rule, about, f"{words} Put it on the next agenda, or say why it was dropped.")


def _undecided(rule: Rule, facts: MinutesKept, minute: MinuteKept) -> Finding:
    words = f"“{minute.title}” was for decision, and no decision is recorded. Record it, or that it was put off."
    about = About(f"Minute {minute.reference}", facts.on)
    return replace(failed(rule, about, words), mend=facts.mend)


def _ruled(rule: Rule, facts: MinutesKept, minute: MinuteKept) -> Finding:
    about = About(f"Minute {minute.reference}", facts.on)
    if not minute.ruling:
        words = f"“{minute.title}” was decided as any other business, and no ruling on its urgency is recorded."
        return failed(rule, about, f"{words} Ask the chair for the reason.")
    if minute.ruling_shared_with:
        words = f"“{minute.title}” rests on one ruling for several items: “{minute.ruling}”."
        return needs_a_person(rule, about, f"{words} Ask the chair for the special circumstances of each.")
    return passed(rule, about, f"The chair ruled that “{minute.title}” was urgent.")
