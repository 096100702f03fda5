"""Who sits on a strategy group for the responsible authorities: two appointees now, one from each until 31 May 2011."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import Standing, StandingException, responsible_authorities
from shp_gov.domain.findings import About, Fact, Finding, failed, not_applicable, not_known, passed
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, day_words, plural


@dataclass(frozen=True, slots=True)
class Appointee:
    """Somebody who sits for an organisation. None: it is not recorded whether they are that."""

    name: str
    organisation: str | None
    is_senior: bool | None = None
    leads_on_community_safety: bool | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """Who sits on a group on a day; None where there is no list of members."""

    body: str
    on: date
    appointees: tuple[Appointee, ...] | None
    area: Area | None = None
    exceptions: tuple[StandingException, ...] = ()

    @property
    def authorities(self) -> list[Standing]:
        """List the responsible authorities of the day."""
        return responsible_authorities(self.area, self.on, self.exceptions) if self.area else []

    def of(self, authority: Standing) -> list[Appointee]:
        """List who sits for an authority."""
        return [each for each in self.appointees or () if self._is_of(each, authority)]

    def _is_of(self, appointee: Appointee, authority: Standing) -> bool:
        body = self.area.body(appointee.organisation, self.on) if self.area and appointee.organisation else None
        return body is not None and body.name == authority.organisation


Tell = Callable[[Rule, Composition], list[Finding]]


def _where_known(tell: Tell) -> Tell:
    def check(rule: Rule, facts: Composition) -> list[Finding]:
        found = _unknown(rule, facts) or tell(rule, facts)
        return [replace(finding, mend="members") for finding in found]

    return check


def _unknown(rule: Rule, facts: Composition) -> list[Finding]:
    about = About(facts.body, facts.on)
    if rule.on(facts.on) is None:
        return [not_applicable(rule, about, f"Not asked on {day_words(facts.on)}.")]
    if facts.appointees is None:
        words = f"No members are on record on {day_words(facts.on)}. Import a pack that lists them, or record them."
        return [not_known(rule, about, words)]
    if facts.area is None:
        return [not_known(rule, about, f"Which authorities {facts.body} has is not known. Record its area.")]
    return []


@_where_known
def at_least_two_appointed(rule: Rule, facts: Composition) -> list[Finding]:
    """Are there two or more persons, appointed by one or more responsible authorities?"""
    about, least = About(facts.body, facts.on), rule.parameters_on(facts.on)["least"]
    seated = {each.name: authority.known_as for authority in facts.authorities for each in facts.of(authority)}
    shown: dict[str, Fact] = {"members": tuple(sorted(seated))}
    if len(seated) >= least:
        whose = and_list(dict.fromkeys(seated.values()))
        return [passed(rule, about, f"{plural(len(seated), 'member')} sit for {whose}.", **shown)]
    sits = {0: "Nobody sits", 1: "1 member sits"}.get(len(seated), f"{len(seated)} members sit")
    words = f"{sits} for a responsible authority; {least} or more must. Ask the authorities to appoint."
    return [failed(rule, about, words, **shown)]


@_where_known
def each_authority_appoints(rule: Rule, facts: Composition) -> list[Finding]:
    """Does somebody sit for each responsible authority, one of them senior in it?"""
    return [_one_authority(rule, facts, authority) for authority in facts.authorities]


@_where_known
def elected_member_sits(rule: Rule, facts: Composition) -> list[Finding]:
    """Does the councillor who is responsible for community safety sit on the group?"""
    about, appointees = About(facts.body, facts.on), facts.appointees or ()
    if leads := [each.name for each in appointees if each.leads_on_community_safety]:
        return [passed(rule, about, f"{and_list(leads)} sits, who leads on community safety.")]
    if any(each.leads_on_community_safety is None for each in appointees):
        words = "It is not recorded which councillor led on community safety. Look in the council's minutes."
        return [not_known(rule, about, words)]
    words = "The councillor who leads on community safety does not sit on the group. Ask the council to appoint them."
    return [failed(rule, about, words)]


def _one_authority(rule: Rule, facts: Composition, authority: Standing) -> Finding:
    about, seated = About(authority.known_as, facts.on), facts.of(authority)
    if not seated:
        return failed(rule, about, f"Nobody sits for {authority.known_as}. Ask it to appoint somebody senior.")
    names = and_list(each.name for each in seated)
    if any(each.is_senior for each in seated):
        return passed(rule, about, f"Sitting for {authority.known_as}: {names}.")
    if any(each.is_senior is None for each in seated):
        words = f"Sitting for {authority.known_as}: {names}. Whether one was senior is not recorded. Ask it."
        return not_known(rule, about, words)
    words = f"Nobody senior sits for {authority.known_as}, only {names}. Ask it to appoint somebody senior."
    return failed(rule, about, words)
