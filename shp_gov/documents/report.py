"""A report to a meeting: whose it is, its numbered paragraphs, what it recommends and why."""

from collections.abc import Iterator

from shp_gov.documents.content import (
    Attendance,
    Block,
    Bullets,
    Notice,
    Numeral,
    Numerals,
    Room,
    Run,
    Story,
    Text,
    Together,
    bold,
)
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.prose import prose
from shp_gov.documents.wording import day, exempt_because, joined
from shp_gov.domain.numbering import roman
from shp_gov.domain.report_paper import Contact, ReportAppendix, ReportPaper

TITLE = "Report"
A_SECTION = 78  # the room that a heading with two lines under it needs at the foot of a page
RECOMMENDATIONS = "Recommendations"


def render(paper: ReportPaper) -> bytes:
    """Print the report as a PDF."""
    return print_pdf(story(paper), paper.imprint, title=f"{TITLE}: {paper.subject}", running=running(paper))


def running(paper: ReportPaper) -> str:
    """Say at the head of each page which report this is."""
    return joined(f"Item {paper.item}" if paper.item else "", f"{TITLE}, {day(paper.on)}")


def story(paper: ReportPaper) -> Story:
    """Tell what the report says, in reading order."""
    return [*_head(paper), *_sections(paper)]


def _head(paper: ReportPaper) -> Story:
    made: Story = [Text(paper.imprint.body.upper(), "masthead"), Text(day(paper.on), "lead")]
    made += [Text(f"Agenda item {paper.item}", "facts")] if paper.item else []
    made += _exempt(paper)
    made += [Room(space=8), Attendance("Report of:", (paper.report_of or "Not stated",))]
    return [*made, Text(paper.subject, "subject", label="Subject:")]


def _exempt(paper: ReportPaper) -> Story:
    """Say of a private report which paragraph makes it so, and why the public interest is in keeping it so."""
    if paper.exemption is None:
        return []
    why = (bold("Exempt report. "), Run(exempt_because(paper.exemption, "It")))
    interest = (paper.public_interest,) if paper.public_interest else ()
    return [Room(space=8), Notice((why, *interest))]


def _sections(paper: ReportPaper) -> Story:
    """Number the sections that there are, and the paragraphs in each."""
    made: Story = []
    for number, (heading, blocks) in enumerate(_parts(paper), start=1):
        made += [Room(A_SECTION), Text(heading, "minute", label=f"{number}.")]
        made += _numbered(number, blocks)
    return made


def _parts(paper: ReportPaper) -> Iterator[tuple[str, Story]]:
    yield from ((part.heading, prose(part.words)) for part in paper.parts)
    if paper.recommendations:
        rows = tuple(Numeral(f"({roman(number)})", words) for number, words in enumerate(paper.recommendations, 1))
        yield RECOMMENDATIONS if len(rows) > 1 else RECOMMENDATIONS[:-1], [Numerals("", rows)]
    yield from ((part.heading, prose(part.words)) for part in paper.parts_after)
    if paper.appendices:
        yield "Appendices", [Bullets(tuple((0, _appendix(each)) for each in paper.appendices))]
    if paper.background_papers:
        yield "Background papers", prose(paper.background_papers)
    if paper.contacts:
        named = "Contact officers" if len(paper.contacts) > 1 else "Contact officer"
        yield named, list(map(_contact, paper.contacts))


def _appendix(appendix: ReportAppendix) -> str:
    if appendix.is_withheld:
        return "An appendix that is not for publication"
    return f"{appendix.title} (not for publication)" if appendix.is_exempt else appendix.title


def _contact(contact: Contact) -> Block:
    email = f"Email: {contact.email}" if contact.email else ""
    lines = [contact.name, email, f"Telephone: {contact.phone}" if contact.phone else ""]
    return Together((*(Text(line, "contact") for line in lines if line), Room(space=6)))


def _numbered(number: int, blocks: Story) -> Story:
    """Give each paragraph its number, 2.1, 2.2; lists and officers have none."""
    made: Story = []
    count = 0
    for block in blocks:
        if isinstance(block, Text) and block.look == "indent":
            count += 1
            block = Text(block.words, block.look, label=f"{number}.{count}")
        made.append(block)
    return made
