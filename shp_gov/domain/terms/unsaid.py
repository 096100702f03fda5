"""What a version leaves open. It is said, never filled in: what terms do not say is not known."""

from shp_gov.domain.terms.version import Terms

USUALLY_SAID = {
    "meetings_per_year": "how many meetings there are in a year",
    "notice_days": "how long before a meeting its papers are published",
    "has_substitutes": "whether a member may send a substitute",
    "voting": "how the partnership decides where its members differ",
    "absences_to_review": "what follows when nobody comes for a seat",
    "review_months": "when the terms are reviewed",
}


def unsaid(terms: Terms) -> list[str]:
    """List what terms usually say and these do not."""
    open_questions = [] if terms.quorum else ["a quorum"]
    return open_questions + [words for name, words in USUALLY_SAID.items() if getattr(terms.figures, name) is None]
