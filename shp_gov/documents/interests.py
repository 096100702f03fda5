"""The register of interests: who has an interest in what on a day."""

from shp_gov.documents.content import Grid, Run, Story, Text, Words, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import counted, day
from shp_gov.domain.interests_paper import InterestsPaper, PrintedInterest
from shp_gov.domain.words import day_words

HEADS: tuple[Words, ...] = ("Name", "Interest", "From and to")
WIDTHS = (130, 220, 121)


def render(paper: InterestsPaper) -> bytes:
    """Print the register as a PDF."""
    on = day(paper.on)
    return print_pdf(story(paper), paper.imprint, title=f"Register of interests, {on}", running=f"Interests, {on}")


def story(paper: InterestsPaper) -> Story:
    """Tell what the register says, in reading order."""
    said = f"{counted(len(paper.interests), 'interest')}. What somebody declares at a meeting is in its minutes."
    made = masthead(paper.imprint.body, "Register of interests", f"As at {day(paper.on)}", said)
    if not paper.interests:
        return [*made, Text("No interest is in the register on this day.", "note")]
    return [*made, Grid(HEADS, tuple(_row(each) for each in paper.interests), WIDTHS)]


def _row(interest: PrintedInterest) -> tuple[Words, ...]:
    kind = f"{interest.kind[:1].upper()}{interest.kind[1:]}"
    until = f"\nUntil {day_words(interest.until)}" if interest.until else ""
    return (
        interest.name,
        (Run(interest.words), Run(f"\n{kind}", "quiet")),
        f"Since {day_words(interest.since)}{until}",
    )
