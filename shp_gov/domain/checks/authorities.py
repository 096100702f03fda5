"""Whether the list of members shows the bodies that owe the duty, and no others as if they did."""

from collections.abc import Sequence

from shp_gov.domain.areas import PROBATION
from shp_gov.domain.areas.standing import Standing, limbs
from shp_gov.domain.areas.types import type_of
from shp_gov.domain.checks.facts import ListedBody, Listing
from shp_gov.domain.findings import (
    About,
    Finding,
    failed,
    needs_a_person,
    not_applicable,
    not_known,
    passed,
)
from shp_gov.domain.rulebook import Rule, Version
from shp_gov.domain.words import and_list, day_words, long_day, with_article


def right_body_listed(rule: Rule, facts: Listing) -> list[Finding]:
    """Is each body this rule names, on this day, on the list of members?"""
    about = About(facts.body, facts.on)
    if facts.listed is None:
        return [not_known(rule, about, _no_list(facts))]
    of_this_kind = [body for body in facts.listed if kind_of(body, facts) in rule.body_types]
    version = rule.on(facts.on)
    if version is None:
        return [_not_in_force(rule, about, of_this_kind)]
    if facts.area is None:
        return [_by_kind_alone(version, about, of_this_kind, facts)]
    expected = [row for row in facts.standings() if row.rule == rule.id and row.covers(facts.on)]
    return [_one_expected(version, facts, body, expected, of_this_kind) for body in expected]


def nobody_listed_after_its_end(rule: Rule, facts: Listing) -> list[Finding]:
    """Is any body on the list one that no longer owed the duty on this day?"""
    about = About(facts.body, facts.on)
    if rule.on(facts.on) is None:
        return [_not_in_force(rule, about, [])]
    if facts.listed is None:
        return [not_known(rule, about, _no_list(facts))]
    if facts.area is None:
        return [not_known(rule, about, _no_area(facts))]
    ended = [(body, last) for body in facts.listed if (last := _ended(body, facts))]
    if not ended:
        return [passed(rule, about, f"No body on the list of {long_day(facts.on)} had stopped being an authority.")]
    return [_stale(rule, body, last, facts) for body, last in ended]


def everyone_shown_is_one(rule: Rule, facts: Listing) -> list[Finding]:
    """Is every body that the list shows as a responsible authority one of them?"""
    about = About(facts.body, facts.on)
    if facts.listed is None:
        return [not_known(rule, about, _no_list(facts))]
    shown = [body for body in facts.listed if body.is_responsible]
    if shown:
        return [_shown_as_one(rule, body, facts) for body in shown]
    if all(body.is_responsible is False for body in facts.listed):
        return [not_applicable(rule, about, "The list shows no body as a responsible authority.")]
    return [
        not_known(rule, about, "The list does not say who is a responsible authority. Set the category of each seat.")
    ]


def kind_of(body: ListedBody, facts: Listing) -> str | None:
    """Tell what kind of body is listed: by the area's own list, by the register, or by its plain name."""
    known = facts.known(body)
    return known.type if known else body.type or type_of(body.name)


def _not_in_force(rule: Rule, about: About, of_this_kind: Sequence[ListedBody]) -> Finding:
    if of_this_kind and rule.ended_before(about.on):
        last = rule.versions[-1].until
        names = and_list(body.name for body in of_this_kind)
        return needs_a_person(
            rule, about, f"{names} is listed, but its duty ended on {day_words(last or about.on)}. Take it off."
        )
    return not_applicable(rule, about, f"Not in force on {long_day(about.on)}.")


def _by_kind_alone(version: Version, about: About, of_this_kind: Sequence[ListedBody], facts: Listing) -> Finding:
    if version.body_type == PROBATION:
        return not_known(version, about, _no_area(facts))
    right = [body for body in of_this_kind if kind_of(body, facts) == version.body_type]
    if right:
        return passed(version, about, f"{and_list(body.name for body in right)} is listed.")
    return _missing(version, about, f"the {version.body_type}", of_this_kind)


def _one_expected(
    version: Version, facts: Listing, expected: Standing, peers: Sequence[Standing], of_this_kind: Sequence[ListedBody]
) -> Finding:
    about = About(expected.known_as, facts.on)
    found = [body for body in of_this_kind if _means(body, expected, facts)]
    if not found:
        others = [body for body in of_this_kind if not any(_means(body, peer, facts) for peer in peers)]
        return _missing(version, about, expected.known_as, others)
    if all(body.is_responsible is False for body in found):
        words = f"{found[0].name} is listed, but not as a responsible authority. Move it to that part of the list."
        return needs_a_person(version, about, words, listed=found[0].name)
    return passed(version, about, f"{found[0].name} is listed.", listed=found[0].name)


def _means(body: ListedBody, standing: Standing, facts: Listing) -> bool:
    known = facts.known(body)
    return known is not None and known.name == standing.organisation and known.exists(facts.on)


def _missing(version: Version, about: About, wanted: str, others: Sequence[ListedBody]) -> Finding:
    start = wanted[0].upper() + wanted[1:]
    if not others:
        return failed(version, about, f"{start} is not listed. Add it, or ask why it is missing.", expected=wanted)
    names = and_list(body.name for body in others)
    words = f"The list shows {names}, not {wanted}. Ask whether the list is out of date."
    return needs_a_person(version, about, words, expected=wanted, listed=tuple(body.name for body in others))


def _ended(body: ListedBody, facts: Listing) -> Standing | None:
    if body.is_responsible is False:
        return None
    latest = max(_own(body, facts), key=lambda row: row.from_on, default=None)
    return latest if latest and latest.to_on and latest.to_on < facts.on else None


def _own(body: ListedBody, facts: Listing) -> list[Standing]:
    known = facts.known(body)
    return [row for row in facts.standings() if known and row.organisation == known.name]


def _stale(rule: Rule, body: ListedBody, last: Standing, facts: Listing) -> Finding:
    ended_on = last.to_on or facts.on
    successors = _successors(last.organisation, facts)
    follow = f"Name {and_list(successors)} instead." if successors else "Take it off the list."
    words = f"{body.name} stopped being a responsible authority on {day_words(ended_on)}. {follow}"
    about = About(body.name, facts.on)
    return needs_a_person(rule, about, words, ended_on=ended_on.isoformat(), followed_by=tuple(successors))


def _successors(name: str, facts: Listing) -> list[str]:
    """Follow a body to whoever has its place on the day."""
    bodies = {body.name: body for body in facts.area.bodies} if facts.area else {}
    found: list[str] = []
    waiting = list(bodies[name].followed_by)
    while waiting:
        body = bodies[waiting.pop(0)]
        if body.exists(facts.on):
            found.append(body.known_as)
        else:
            waiting.extend(body.followed_by)
    return list(dict.fromkeys(found))


def _shown_as_one(rule: Rule, body: ListedBody, facts: Listing) -> Finding:
    about = About(body.name, facts.on)
    kind = kind_of(body, facts)
    if kind is None:
        return not_known(rule, about, f"What kind of body {body.name} is, is not recorded. Record its type.")
    if kind not in {each for limb in limbs() for each in limb.body_types}:
        return needs_a_person(
            rule, about, f"{body.name} is not a responsible authority by law. List it with the others."
        )
    if facts.area is None or any(row.from_on <= facts.on for row in _own(body, facts)):
        return passed(rule, about, f"{body.name} is {with_article(kind)}.", type=kind)
    one = f"{body.name} is {with_article(kind)}"
    words = f"{one}, but not known to be an authority of {facts.area.name}. Check its name and standing."
    return needs_a_person(rule, about, words, type=kind)


def _no_list(facts: Listing) -> str:
    return f"No list of members is held for {long_day(facts.on)}. Import a pack, or record the seats."


def _no_area(facts: Listing) -> str:
    return f"Which authorities {facts.body} has is not known. Record its area."
