"""What stops somebody from drafting, changing or adopting terms of reference, each with the sentence that says why."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day

LONGEST_NAME = 300
LONGEST_WORDS = 20_000
MOST_SEATS = 60


class TermsRefused(DomainError):
    """The terms of reference cannot be drafted, changed or adopted so."""


@dataclass(frozen=True, kw_only=True)
class ToAdopt:
    """What must be known before a version is adopted from a day."""

    in_force_from: date
    says_something: bool
    is_draft: bool = True
    last_number: int = 0
    last_in_force_from: date | None = None
    is_of_another_body: bool = False
    decided_on: date | None = None
    basis: str = ""


def require_draft(is_draft: bool) -> None:
    """Refuse to change what a body has agreed."""
    if not is_draft:
        raise TermsRefused("This version is adopted and never changes. Draft a new version to change the terms.")


def require_no_draft(number: int | None) -> None:
    """Refuse a second draft."""
    if number is not None:
        raise TermsRefused(f"Version {number} is being drafted already. Change that draft, or discard it first.")


def require_adoptable(asked: ToAdopt) -> None:
    """Refuse to adopt without something said, a decision or a basis, or from a day that cannot be."""
    require_draft(asked.is_draft)
    if not asked.says_something:
        raise TermsRefused("These terms say nothing yet. Write a section or add a seat first.")
    if asked.decided_on is None and not asked.basis:
        raise TermsRefused("Choose the decision that adopts these terms, or say on what basis they are in force.")
    if asked.is_of_another_body:
        raise TermsRefused("Choose a decision of the partnership whose terms these are.")
    if asked.decided_on is not None and asked.in_force_from < asked.decided_on:
        day = long_day(asked.decided_on)
        raise TermsRefused(f"The decision is of {day}. These terms cannot be in force before it.")
    _require_after_the_last(asked)


def _require_after_the_last(asked: ToAdopt) -> None:
    last = asked.last_in_force_from
    if last is None or asked.in_force_from > last:
        return
    since = f"Version {asked.last_number} is in force from {long_day(last)}."
    if asked.in_force_from == last:
        raise TermsRefused(f"{since} Two versions cannot begin on one day. Choose a later day.")
    raise TermsRefused(f"{since} A new version cannot begin before it. Choose a later day.")


def require_room(count: int) -> None:
    """Refuse more seats than a list of members can hold."""
    if count >= MOST_SEATS:
        raise TermsRefused(f"A version has at most {MOST_SEATS} seats.")


def require_named(post: str | None, organisation: str | None) -> None:
    """Refuse a seat that has no name."""
    if not post and not organisation:
        raise TermsRefused("Name the post, the organisation, or both.")


def require_free(is_taken: bool, *, what: str) -> None:
    """Refuse to name a second thing like the first."""
    if is_taken:
        raise TermsRefused(f"This version has {what} already. Change that one instead.")


def require_months(months: list[int]) -> None:
    """Refuse what is no month."""
    if any(not 1 <= month <= 12 for month in months):
        raise TermsRefused("Choose months from January to December.")
