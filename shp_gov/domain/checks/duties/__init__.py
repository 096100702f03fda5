"""The kinds of check on what was recorded of duties. Each is general: the rule's parameters say what it is about."""

from collections.abc import Callable, Mapping

from shp_gov.domain.checks.duties import authorities, contents, follow, limits, registers, standing, times, years
from shp_gov.domain.checks.duties.asked import of_duty
from shp_gov.domain.checks.facts_of_duties import DutyFacts
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import Rule

CHECKS: Mapping[str, Callable[[Rule, DutyFacts], list[Finding]]] = {
    "done in its time": of_duty(years.done_in_its_time),
    "follows the plan": of_duty(follow.follows_another),
    "says so": of_duty(contents.says_so),
    "holds all": of_duty(contents.holds_all),
    "holds each": of_duty(contents.holds_each),
    "each authority is named": of_duty(authorities.each_is_named),
    "each authority was there": of_duty(authorities.each_was_there),
    "in place on the day": of_duty(standing.in_place),
    "each time": of_duty(times.each_time),
    "at least every so often": of_duty(times.at_least_every),
    "within limits": of_duty(limits.within_limits),
    "each description is invited": of_duty(registers.each_description_invited),
}
