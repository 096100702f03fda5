"""The parts of a report, in the order in which councils write them, and what each must say before it goes in."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import and_list, plural

PURPOSE, REASONS = "purpose", "reasons"
BEFORE_RECOMMENDATIONS: Mapping[str, str] = {
    PURPOSE: "Purpose of report",
    "background": "Background",
    "proposals": "Proposals",
    "risk": "Risk implications",
    "financial": "Financial considerations",
    "legal": "Legal considerations",
    "equality": "Equality and diversity considerations",
    "poverty": "Child and family poverty considerations",
    "section_17": "Section 17 considerations",
    "staff": "Staff considerations",
    "assets": "Asset management considerations",
    "consultation": "Consultation",
}
AFTER_RECOMMENDATIONS: Mapping[str, str] = {REASONS: "Reasons for recommendations"}
SECTIONS: Mapping[str, str] = {**BEFORE_RECOMMENDATIONS, **AFTER_RECOMMENDATIONS}
CONSIDERATIONS = tuple(key for key in BEFORE_RECOMMENDATIONS if key not in (PURPOSE, "background", "proposals"))
LONGEST_SECTION, LONGEST_RECOMMENDATION, LONGEST_LINE = 60_000, 2_000, 300
MOST_ROWS = 40


class ReportRefused(DomainError):
    """A report cannot take this step."""


@dataclass(frozen=True)
class Contact:
    """Somebody who can answer questions about a report."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Contents:
    """What a report says. A section whose key is none of ours has its own heading for a key."""

    subject: str
    report_of: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    recommendations: tuple[str, ...] = ()
    background_papers: str = ""
    contacts: tuple[Contact, ...] = ()
    appendices: tuple[str, ...] = ()

    def section(self, key: str) -> str:
        """Give the words of one section, or nothing."""
        return dict(self.sections).get(key, "")

    def as_json(self) -> dict[str, Any]:
        """Give everything as plain values."""
        return asdict(self)


def heading_of(key: str) -> str:
    """Give the heading of a section."""
    return SECTIONS.get(key, key)


def require_fits(contents: Contents) -> None:
    """Refuse words that are too long to be meant, before any are kept."""
    if not contents.subject.strip():
        raise ReportRefused("Give the subject of the report.")
    for key, words in contents.sections:
        _require_length(f"“{heading_of(key)}”", words, LONGEST_SECTION)
    for number, words in enumerate(contents.recommendations, start=1):
        _require_length(f"Recommendation {number}", words, LONGEST_RECOMMENDATION)
    for what, words in (("The subject", contents.subject), ("“Report of”", contents.report_of)):
        _require_length(what, words, LONGEST_LINE)
    rows = (contents.sections, contents.recommendations, contents.contacts, contents.appendices)
    if any(len(each) > MOST_ROWS for each in rows):
        raise ReportRefused(f"A report has at most {MOST_ROWS} sections, recommendations, officers or appendices.")


def _require_length(what: str, words: str, longest: int) -> None:
    if (over := len(words) - longest) > 0:
        raise ReportRefused(f"{what} must be {longest:,} characters or fewer. It is {over:,} too long.")


def require_complete(contents: Contents, *, is_pdf: bool = False) -> None:
    """Refuse to submit a report that lacks what every report needs, and name all that is missing."""
    missing = [what for what, is_there in _needs(contents, is_pdf=is_pdf) if not is_there]
    if missing:
        raise ReportRefused(f"You cannot submit it yet. Give {and_list(missing)}.")


def _needs(contents: Contents, *, is_pdf: bool) -> list[tuple[str, bool]]:
    return [
        ("whose report it is", bool(contents.report_of.strip())),
        ("its purpose", is_pdf or bool(contents.section(PURPOSE).strip())),
        ("at least one recommendation", bool(contents.recommendations)),
        ("somebody to ask about it", is_pdf or bool(contents.contacts)),
    ]


def require_all_confirmed(confirmed: Collection[bool]) -> None:
    """Refuse to go on while recommendations that were read from a file wait for somebody to confirm them."""
    if waiting := sum(not each for each in confirmed):
        verb = "waits" if waiting == 1 else "wait"
        raise ReportRefused(f"{plural(waiting, 'recommendation')} read from the file {verb} to be confirmed.")


def require_cleared(waiting: Collection[str], refused: Collection[str]) -> None:
    """Refuse to go on while somebody who must clear the report has not, or said no."""
    if refused:
        raise ReportRefused(f"It is not cleared: {and_list(refused)} said no. Return it to its author.")
    if waiting:
        verb = "has" if len(waiting) == 1 else "have"
        raise ReportRefused(f"It is not cleared yet: {and_list(waiting)} {verb} not answered.")
