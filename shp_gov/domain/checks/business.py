"""Whether late and private business was taken as the law asks: ruling, resolution, paragraph, reason."""

import re
from collections.abc import Iterable

from shp_gov.domain import clear_days
from shp_gov.domain.checks.access import where_it_binds, while_in_force
from shp_gov.domain.checks.facts_of_access import ItemFacts, PrivateFacts, RulingFacts
from shp_gov.domain.findings import About, Finding, failed, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, day_words, enumerate_words

NUMBER = re.compile(r"\b\d{1,2}\b")
PARAGRAPHS = re.compile(r"\bpara(?:graph)?s?\.?\s*\(?\d", re.IGNORECASE)


@where_it_binds
@while_in_force
def item_may_be_considered(rule: Rule, facts: ItemFacts) -> list[Finding]:
    """Was the item open to the public in time, or taken under a ruling that it is urgent?"""
    about = About(facts.reference, facts.on)
    if not facts.is_added:
        return [passed(rule, about, "On the agenda as it was first put out.")]
    if facts.added_on and _clear_days(facts) >= rule.parameters_on(facts.on)["days"]:
        return [passed(rule, about, f"Added on {day_words(facts.added_on)}, in time for the public to read it.")]
    added = f"Added on {day_words(facts.added_on)}, too late" if facts.added_on else "Not on the published agenda"
    if facts.ruling is None:
        words = f"{added} to be open in time. Whether the chair ruled it urgent will be in the minutes: record them."
        return [not_known(rule, about, words)]
    if not facts.ruling.strip():
        words = (
            f"{added} to be open in time, and the minutes hold no ruling that it was urgent. "
            "Ask the chair; if a ruling was given, correct the minutes at the next meeting."
        )
        return [failed(rule, about, words)]
    return [passed(rule, about, "Taken under the chair’s ruling that it was urgent.")]


def _clear_days(facts: ItemFacts) -> int:
    return clear_days.clear_days(facts.added_on or facts.on, facts.on, facts.basis, as_is=facts.as_is)


@where_it_binds
@while_in_force
def ruling_says_why(rule: Rule, facts: RulingFacts) -> list[Finding]:
    """Does the ruling that business was urgent name the special circumstances?"""
    about, asked = About(facts.reference, facts.on), rule.parameters_on(facts.on)
    rest = _folded(facts.words)
    if not rest:
        words = "No special circumstances are in the minutes. Ask the chair for the reason, and correct the minutes."
        return [failed(rule, about, words)]
    stock = sorted((phrase for phrase in asked["stock_phrases"] if phrase in rest), key=len, reverse=True)
    for phrase in (*stock, *asked["formal_phrases"]):
        rest = rest.replace(phrase, " ")
    if any(re.search(rf"\b(?:{reason})\b", rest) for reason in asked["reasons"]):
        return [passed(rule, about, "The ruling says why the business could not wait.")]
    said = f"It says only “{stock[0]}”, which fits any business." if stock else "It does not say why it could not wait."
    words = f"{said} Ask the chair for the special circumstances of this business, and minute them next time."
    return [needs_a_person(rule, about, words, stock_phrases=tuple(stock))]


@where_it_binds
@while_in_force
def resolution_names_what_and_why(rule: Rule, facts: PrivateFacts) -> list[Finding]:
    """Does the resolution to exclude the public name the item and describe the exempt information?"""
    about = About(facts.reference, facts.on)
    if facts.is_confidential:
        return [not_applicable(rule, about, "Confidential information needs no resolution.")]
    if facts.resolution is None:
        words = "Whether the meeting resolved to exclude the public will be in the minutes: record them."
        return [not_known(rule, about, words)]
    if not facts.resolution.strip():
        words = "It was taken in private and the minutes hold no resolution to exclude the public. Ask the chair."
        return [failed(rule, about, words)]
    lacking = [*_not_named(facts), *_not_described(rule, facts)]
    where = {"resolution": facts.resolution_reference}
    if not lacking:
        return [passed(rule, about, "The resolution names it, and says on what ground.", **where)]
    words = f"The resolution does not {and_list(lacking)}. Word the next one with the item and the paragraph."
    return [failed(rule, about, words, **where)]


def _not_named(facts: PrivateFacts) -> list[str]:
    return [] if names_any(facts.resolution or "", facts.names) else ["name the item"]


def names_any(resolution: str, names: Iterable[str]) -> bool:
    """Tell whether a resolution calls something by one of these names."""
    words = _folded(resolution)
    return any(re.search(rf"(?<!\w){re.escape(_folded(name))}(?!\w)", words) for name in names)


def _not_described(rule: Rule, facts: PrivateFacts) -> list[str]:
    resolution = _folded(facts.resolution or "")
    described = any(words in resolution for words in rule.parameters_on(facts.on)["descriptions"])
    return [] if described or PARAGRAPHS.search(resolution) else ["describe the exempt information"]


@where_it_binds
def paragraph_is_one_of(rule: Rule, facts: PrivateFacts) -> list[Finding]:
    """Is the ground on which it is exempt a paragraph of the Schedule as it stood on the day?"""
    about = About(facts.reference, facts.on)
    if facts.is_confidential:
        return [not_applicable(rule, about, "Confidential information has no paragraph.")]
    if rule.on(facts.on) is None:
        return [not_known(rule, about, "The Schedule as it stood on this day is not held here. Look it up.")]
    cited = NUMBER.findall(facts.paragraph or "")
    if not cited:
        return [not_known(rule, about, "Which paragraph makes it exempt is not recorded. Record it.")]
    known = {str(number) for number in rule.parameters_on(facts.on)["paragraphs"]}
    named = enumerate_words("paragraph", cited)
    if wrong := [number for number in cited if number not in known]:
        words = (
            f"It cites {named}. There is no exempt information in {enumerate_words('paragraph', wrong)}: correct it."
        )
        return [failed(rule, about, words, paragraph=facts.paragraph)]
    return [passed(rule, about, f"It cites {named}.", paragraph=facts.paragraph)]


@where_it_binds
@while_in_force
def public_interest_weighed(rule: Rule, facts: PrivateFacts) -> list[Finding]:
    """Is it recorded why the public interest is better served by keeping it private?"""
    about = About(facts.reference, facts.on)
    if facts.is_confidential:
        return [not_applicable(rule, about, "The public interest test is asked of exempt information only.")]
    if _folded(facts.public_interest or ""):
        return [passed(rule, about, "The reason in the public interest is recorded.")]
    words = "Why the public interest is better served by keeping it private is not recorded. Ask the proper officer."
    return [needs_a_person(rule, about, words)]


@where_it_binds
@while_in_force
def withheld_report_is_marked(rule: Rule, facts: PrivateFacts) -> list[Finding]:
    """Does every copy of a withheld report say "Not for publication" and on what ground?"""
    about = About(facts.reference, facts.on)
    if not facts.is_withheld:
        return [not_applicable(rule, about, "No report was withheld.")]
    if facts.is_marked is None:
        words = "Whether its report is marked “Not for publication” is not recorded. Look at a copy, and record it."
        return [not_known(rule, about, words)]
    lacking = [] if facts.is_marked else ["the words “Not for publication”"]
    lacking += [] if facts.paragraph or facts.is_confidential else ["the description of the exempt information"]
    if lacking:
        return [failed(rule, about, f"Its report is withheld without {and_list(lacking)}. Mark every copy.")]
    return [passed(rule, about, "Its report is marked, with the ground.")]


@where_it_binds
@while_in_force
def confidential_in_private(rule: Rule, facts: PrivateFacts) -> list[Finding]:
    """Was the public excluded while confidential information was considered?"""
    about = About(facts.reference, facts.on)
    if not facts.is_confidential:
        return [not_applicable(rule, about, "Nothing confidential was considered.")]
    if facts.public_was_excluded is None:
        words = "Whether the public was excluded is not recorded. Ask the clerk, and record it."
        return [not_known(rule, about, words)]
    if facts.public_was_excluded:
        return [passed(rule, about, "The public was excluded.")]
    words = "Confidential information was considered with the public in the room. Tell the monitoring officer."
    return [failed(rule, about, words)]


def _folded(words: str) -> str:
    """Write words small, with single spaces and plain marks, so that phrases can be found in them."""
    return " ".join(re.sub(r"[’']", "'", words).casefold().split())
