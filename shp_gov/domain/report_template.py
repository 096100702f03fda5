"""The house template of a report: every heading, and under it in square brackets what to write there."""

from collections.abc import Mapping
from dataclasses import replace

from shp_gov.domain.report_paper import Contact, ReportPaper, ReportPart
from shp_gov.domain.report_sections import AFTER_RECOMMENDATIONS, BEFORE_RECOMMENDATIONS

PROMPTS: Mapping[str, str] = {
    "purpose": "[Say in one or two sentences what the meeting is asked to do.]",
    "background": "[What has happened, and why this comes now. Begin a new paragraph for each thought.]",
    "proposals": "[What you propose, with the choices there are.]",
    "risk": "[What could go wrong, and what is done about it. Write “None” if nothing could.]",
    "financial": "[What it costs, and who pays. Write “None” if it costs nothing.]",
    "legal": "[The power it is done under, and what the law asks. Write “None” if nothing.]",
    "equality": "[Whom it touches differently, and what is done about it.]",
    "poverty": "[What it means for children and families who have little.]",
    "section_17": "[What it does for crime, disorder, misuse of drugs and reoffending: section 17 of the 1998 Act.]",
    "staff": "[What it means for staff.]",
    "assets": "[What it means for buildings, land and equipment.]",
    "consultation": "[Who was asked, and what they said.]",
    "reasons": "[Why the meeting should agree to this.]",
}
RECOMMENDED = ("[That … Begin each recommendation with “That”. It becomes the words of the decision.]", "[That …]")
PAPERS = "[What you relied on that is not published elsewhere. Write “None” if nothing.]"
ASKED = Contact("[Name and post of whoever answers questions]", "[e-mail]", "[telephone]")


def as_template(paper: ReportPaper) -> ReportPaper:
    """Give a report its headings, with what to write where nothing is written yet."""
    return replace(
        paper,
        parts=_parts(BEFORE_RECOMMENDATIONS, paper.parts),
        recommendations=paper.recommendations or RECOMMENDED,
        parts_after=_parts(AFTER_RECOMMENDATIONS, paper.parts_after),
        background_papers=paper.background_papers or PAPERS,
        contacts=paper.contacts or (ASKED,),
    )


def _parts(headings: Mapping[str, str], written: tuple[ReportPart, ...]) -> tuple[ReportPart, ...]:
    there = {part.heading: part for part in written}
    ours = tuple(there.pop(words, ReportPart(words, PROMPTS[key])) for key, words in headings.items())
    return (*ours, *there.values())


def is_prompt(words: str) -> bool:
    """Tell the words of the template from the words of an author."""
    said = words.strip()
    return said.startswith("[") and said.endswith("]")
