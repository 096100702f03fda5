"""Rules that stop an officer who builds an agenda, each with the sentence that says why."""

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import and_list

PARAGRAPHS = {
    "1": "information relating to any individual",
    "2": "information which is likely to reveal the identity of an individual",
    "3": "information relating to the financial or business affairs of any particular person",
    "4": "information relating to consultations or negotiations about a labour relations matter",
    "5": "information in respect of which a claim to legal professional privilege could be maintained",
    "6": "information which reveals that the authority proposes to give a notice, or to make an order or direction",
    "7": "information relating to action taken to prevent, investigate or prosecute crime",
}
LONGEST_TITLE = 300
LONGEST_REASON = 2000


class PrivateUnsaid(DomainError):
    """An item is kept from the public only for a reason that is said."""


class UrgencyUnsaid(DomainError):
    """An item is urgent only by reason of special circumstances, and they are said."""


def require_private(*, paragraph: str | None, reason: str | None, public_title: str | None) -> None:
    """Refuse a private item without its paragraph, its public-interest reason and a title that the public may read."""
    needed = {
        "the paragraph of Schedule 12A": paragraph,
        "why the public interest is better served by keeping it private": reason,
        "a title that the public may read": public_title,
    }
    if missing := [what for what, said in needed.items() if not (said or "").strip()]:
        raise PrivateUnsaid(f"A private item needs {and_list(missing)}.")


def require_private_paper(*, paragraph: str | None, reason: str | None) -> None:
    """Refuse a private paper to an open item without its paragraph and its public-interest reason."""
    needed = {
        "the paragraph of Schedule 12A": paragraph,
        "why the public interest is better served by keeping it private": reason,
    }
    if missing := [what for what, said in needed.items() if not (said or "").strip()]:
        raise PrivateUnsaid(f"A private appendix needs {and_list(missing)}.")


def require_urgency(reason: str | None) -> None:
    """Refuse an urgent item without the special circumstances."""
    if not (reason or "").strip():
        raise UrgencyUnsaid("Give the special circumstances that make it urgent. The chair reads them out.")
