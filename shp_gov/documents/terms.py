"""Terms of reference: the sections of one version with their numbered clauses."""

from shp_gov.documents.content import Numeral, Numerals, Story, Text, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.domain.papers import TermsPaper
from shp_gov.domain.terms.clauses import Clause, Part

TITLE = "Terms of reference"


def render(paper: TermsPaper) -> bytes:
    """Print a version as a PDF."""
    title = f"{TITLE}, version {paper.number}"
    return print_pdf(story(paper), paper.imprint, title=title, running=title)


def story(paper: TermsPaper) -> Story:
    """Tell what a version says, in reading order."""
    made = masthead(paper.imprint.body, TITLE, f"Version {paper.number}", paper.in_force, paper.adopted)
    for part in paper.parts:
        made += _part(part)
    return made


def _part(part: Part) -> Story:
    rows = tuple(map(_clause, part.clauses))
    heading = Text(part.heading, "section", str(part.number))
    return [heading, Numerals("", rows)] if rows else [heading]


def _clause(clause: Clause) -> Numeral:
    return Numeral(clause.number, clause.words, clause.lines)
