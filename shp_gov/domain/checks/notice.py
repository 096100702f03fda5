"""Whether a meeting was announced, its papers put out and its link sent in time, and the public let to report on it."""

from datetime import date

from shp_gov.domain import clear_days
from shp_gov.domain.checks.access import where_it_binds, while_in_force
from shp_gov.domain.checks.facts_of_access import FollowingFacts, NoticeFacts, Recording, Regime
from shp_gov.domain.clear_days import Basis
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
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import day_words, long_day, plural

DAYS_OF = {Basis.WORKING: "working", Basis.MON_SAT: "Monday to Saturday", Basis.CALENDAR: "calendar"}


def clear_days_words(count: int, basis: Basis) -> str:
    """Say a count of clear days on its basis: "5 clear working days"."""
    return plural(count, f"clear {DAYS_OF[basis]} day")


@where_it_binds
@while_in_force
def notice_in_time(rule: Rule, facts: NoticeFacts) -> list[Finding]:
    """Was the time and place of the meeting made public enough clear days before it, or when it was called?"""
    if coming := _still_to_come(rule, facts, "Notice of the meeting", facts.noticed_on):
        return [coming]
    if facts.noticed_on is None:
        words = "When notice of its time and place was given is not recorded. Record the day."
        return [not_known(rule, _about(facts), words, **_used(facts, facts.noticed_on))]
    if _is_short(rule, facts) and facts.convened_on is not None:
        return [_at_convening(rule, facts, "Notice", facts.noticed_on, facts.convened_on)]
    return [_in_time(rule, facts, "Notice of the meeting was given", facts.noticed_on)]


@where_it_binds
@while_in_force
def papers_in_time(rule: Rule, facts: NoticeFacts) -> list[Finding]:
    """Were the agenda and the open reports out enough clear days before the meeting?"""
    if _is_short(rule, facts):
        words = "The meeting was called at shorter notice, so its papers had to be open from the calling."
        return [not_applicable(rule, _about(facts), words)]
    if coming := _still_to_come(rule, facts, "Its agenda and reports", facts.published_on):
        return [coming]
    if facts.published_on is None:
        words = "When the agenda and reports were put out is not recorded. Record the day."
        return [not_known(rule, _about(facts), words, **_used(facts, facts.published_on))]
    return [_in_time(rule, facts, "The agenda and reports were put out", facts.published_on)]


@where_it_binds
@while_in_force
def papers_open_from_the_calling(rule: Rule, facts: NoticeFacts) -> list[Finding]:
    """Were the papers of a meeting called at short notice open from the day it was called?"""
    if facts.convened_on is None or not _is_short(rule, facts):
        return [not_applicable(rule, _about(facts), "The meeting was not called at short notice.")]
    if facts.published_on is None:
        words = "It was called at short notice. When its papers were put out is not recorded. Record the day."
        return [not_known(rule, _about(facts), words)]
    return [_at_convening(rule, facts, "The papers", facts.published_on, facts.convened_on)]


@where_it_binds
def may_meet_at_a_distance(rule: Rule, facts: FollowingFacts) -> list[Finding]:
    """Was a meeting that people attended from elsewhere held while the law allowed it?"""
    if not facts.is_remote:
        return [not_applicable(rule, _about(facts), "It met in person.")]
    if rule.on(facts.on):
        return [passed(rule, _about(facts), "It met at a distance while the law allowed it.")]
    if facts.regime is Regime.STATUTORY_COMMITTEE:
        words = "A committee had to meet in person on this day. Ask the monitoring officer what follows."
        return [failed(rule, _about(facts), words)]
    words = (
        "The law that let committees meet at a distance was not in force on this day. "
        "It did not bind this partnership of its own force: look what the partnership adopted."
    )
    return [needs_a_person(rule, _about(facts), words)]


@where_it_binds
@while_in_force
def link_in_time(rule: Rule, facts: FollowingFacts) -> list[Finding]:
    """Was the public link to a meeting held at a distance out as many hours before as was promised?"""
    hours = rule.parameters_on(facts.on)["hours"]
    if not facts.is_remote:
        return [not_applicable(rule, _about(facts), "It met in person.")]
    if facts.link_hours_before is None:
        words = "When the public link was put out is not recorded. Record it."
        return [not_known(rule, _about(facts), words, hours_promised=hours)]
    words = f"The public link was out {plural(facts.link_hours_before, 'hour')} before the meeting."
    if facts.link_hours_before < hours:
        words = f"{words} {hours} were promised. Put it out earlier next time."
        return [failed(rule, _about(facts), words, hours=facts.link_hours_before)]
    return [passed(rule, _about(facts), words, hours=facts.link_hours_before)]


@where_it_binds
@while_in_force
def public_may_report(rule: Rule, facts: FollowingFacts) -> list[Finding]:
    """Could the public film, record and report on the meeting while it was open?"""
    if facts.recording is None:
        words = "Whether the public could film, record and report on it is not recorded. Record it."
        return [not_known(rule, _about(facts), words)]
    if facts.recording is Recording.STOPPED_IN_PUBLIC:
        words = (
            "Somebody was stopped from filming or recording while the meeting was open to the public. "
            "Tell the chair that it must be allowed, and put up a sign that says so."
        )
        return [failed(rule, _about(facts), words, recording=facts.recording.value)]
    words = f"Filming and reporting: {facts.recording.value}."
    return [passed(rule, _about(facts), words, recording=facts.recording.value)]


def _about(facts: NoticeFacts | FollowingFacts) -> About:
    return About(facts.reference, facts.on)


def _is_short(rule: Rule, facts: NoticeFacts) -> bool:
    """Tell whether the meeting was called with fewer clear days to go than the law asks for."""
    if facts.convened_on is None:
        return False
    days: int = rule.parameters_on(facts.on)["days"]
    return clear_days.clear_days(facts.convened_on, facts.on, facts.basis, as_is=facts.as_is) < days


def _in_time(rule: Rule, facts: NoticeFacts, what: str, done_on: date) -> Finding:
    asked: int = rule.parameters_on(facts.on)["days"]
    count = clear_days.clear_days(done_on, facts.on, facts.basis, as_is=facts.as_is)
    words = f"{what} on {long_day(done_on)}: {clear_days_words(count, facts.basis)} before."
    used = _used(facts, done_on)
    if count >= asked:
        return passed(rule, _about(facts), words, clear_days=count, **used)
    last = clear_days.last_publication(facts.on, asked, facts.basis, as_is=facts.as_is)
    words = (
        f"{words} {asked} are asked for: the last day was {long_day(last)}. Say at the next meeting that it was late."
    )
    return failed(rule, _about(facts), words, clear_days=count, last_day=last.isoformat(), **used)


def _still_to_come(rule: Rule, facts: NoticeFacts, what: str, done_on: date | None) -> Finding | None:
    """Say what is due for a meeting that is still to come and for which it is not done yet."""
    if facts.seen_on is None or facts.seen_on >= facts.on or (done_on and done_on <= facts.seen_on):
        return None
    if _is_short(rule, facts):
        return None
    last = clear_days.last_publication(facts.on, rule.parameters_on(facts.on)["days"], facts.basis, as_is=facts.as_is)
    used = {**_used(facts, None), "last_day": last.isoformat()}
    if facts.seen_on <= last:
        return not_applicable(rule, _about(facts), f"{what} must be out by {long_day(last)}.", **used)
    words = (
        f"{what} had to be out by {long_day(last)}, and no day is recorded. Do it today, or record when it was done."
    )
    return late(rule, _about(facts), words, **used)


def _at_convening(rule: Rule, facts: NoticeFacts, what: str, done_on: date, convened_on: date) -> Finding:
    called = f"The meeting was called at short notice, on {day_words(convened_on)}."
    used = {**_used(facts, done_on), "convened_on": convened_on.isoformat()}
    if done_on <= convened_on:
        return passed(rule, _about(facts), f"{called} {what} came out with the calling.", **used)
    words = f"{called} {what} came out only on {day_words(done_on)}. Put them out on the same day next time."
    return failed(rule, _about(facts), words, **used)


def _used(facts: NoticeFacts, done_on: date | None) -> dict[str, Fact]:
    day = done_on.isoformat() if done_on else None
    return {"meeting": facts.on.isoformat(), "done_on": day, "basis": facts.basis.value, "as_is": facts.as_is}
