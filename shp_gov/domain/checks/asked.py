"""What the terms of the day ask: whether they ask at all, and findings that cite them."""

from collections.abc import Iterable
from dataclasses import replace

from shp_gov.domain.checks.facts_of_terms import MeetingUnderTerms, Terms, TermsFacts
from shp_gov.domain.findings import About, Finding, not_applicable
from shp_gov.domain.rulebook import Rule

UNDER_TERMS = "terms"


def silent(rule: Rule, facts: TermsFacts | MeetingUnderTerms, asks: str) -> list[Finding]:
    """Say that the terms of the day do not ask for something; once for all meetings, and never without terms."""
    if facts.terms is None or (isinstance(facts, MeetingUnderTerms) and not facts.says_unset):
        return []
    words = f"{facts.terms.citation} does not ask for {asks}."
    return cited(facts.terms, [not_applicable(rule, About(facts.body, facts.on), words)])


def cited(terms: Terms, findings: Iterable[Finding], mend: str | None = None, about: str = "") -> list[Finding]:
    """Cite the clause that asks, or the version where no clause does, and say where to mend what is found."""
    return [replace(finding, citation=terms.cite(about), mend=finding.mend or mend) for finding in findings]


def same_post(one: str, other: str) -> bool:
    """Say whether two names are of one post: "Leader" and "Leader of the Council"."""
    short, long = sorted((_core(one), _core(other)), key=len)
    return bool(short) and (short == long or long.startswith(f"{short} of "))


def _core(post: str) -> str:
    return " ".join(post.casefold().replace("’", "'").split()).removeprefix("the ")
