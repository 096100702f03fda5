"""The chair's briefing, on two pages; and the sheet on which those who come sign."""

from shp_gov.documents.content import Bullets, Grid, Room, Story, Text, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import clock, day, joined
from shp_gov.domain.script_paper import AttendanceSheet, BriefingPaper, BriefItem

BRIEFING, SHEET = "Chair’s briefing", "Attendance sheet"
WIDTHS = (36, 205, 130, 100)
SIGNING = (200, 131, 140)
MORE_LINES = 8


def render(paper: BriefingPaper) -> bytes:
    """Print the briefing as a PDF."""
    title = f"{BRIEFING}, {day(paper.on)}"
    return print_pdf(story(paper), paper.imprint, title=title, running=title)


def story(paper: BriefingPaper) -> Story:
    """Tell what the chair should know, the most pressing first."""
    at = joined(clock(paper.starts_at) if paper.starts_at else "", paper.venue)
    long = f"The agenda plans {paper.minutes_planned} minutes." if paper.minutes_planned else ""
    made = masthead(paper.imprint.body, BRIEFING, day(paper.on), at, long)
    made += [Text("Who comes", "part"), *(Text(words) for words in paper.forecast)]
    made += _list("", paper.absent)
    made += [Text("What is taken, and who speaks", "part"), _business(paper.items)]
    made += _list("Interests declared", paper.conflicts, none="Nobody has declared an interest.")
    made += _list("Papers that are late", paper.late, none="Every report is here.")
    made += _list("Overdue actions, and whose", paper.overdue, none="No action is overdue.")
    return made + _list("To agree as closed", paper.to_close)


def _business(items: tuple[BriefItem, ...]) -> Grid:
    rows = tuple(
        (item.number, f"{item.title} (private)" if item.is_private else item.title, item.speaker, item.asked)
        for item in items
    )
    return Grid(("Item", "What", "Who speaks", "Asked"), rows, WIDTHS)


def _list(heading: str, lines: tuple[str, ...], *, none: str = "") -> Story:
    if not lines and not none:
        return []
    said = [Bullets(tuple((0, line) for line in lines))] if lines else [Text(none)]
    return [*([Text(heading, "part")] if heading else []), *said]


def render_sheet(paper: AttendanceSheet) -> bytes:
    """Print the attendance sheet as a PDF."""
    title = f"{SHEET}, {day(paper.on)}"
    return print_pdf(sheet(paper), paper.imprint, title=title, running=title)


def sheet(paper: AttendanceSheet) -> Story:
    """Give each who is expected a line to sign, and some lines for others."""
    at = joined(clock(paper.starts_at) if paper.starts_at else "", paper.venue)
    rows = [(f"{line.name}\n{line.seat}", line.reply, "") for line in paper.lines]
    empty = [("\n", "", "")] * MORE_LINES
    heads = ("Name and seat", "Reply", "Signature")
    made = masthead(paper.imprint.body, SHEET, day(paper.on), at)
    made += [Room(space=8), Grid(heads, tuple(rows), SIGNING)] if rows else []
    return [
        *made,
        Text("Substitutes, officers and others", "part"),
        Grid(("Name", "For whom", "Signature"), tuple(empty), SIGNING),
    ]
