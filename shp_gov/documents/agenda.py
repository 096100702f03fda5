"""The agenda of a meeting."""

from shp_gov.documents.content import (
    Attendance,
    Members,
    Run,
    Seat,
    Story,
    Text,
    Together,
    bold,
    masthead,
)
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.prose import prose
from shp_gov.documents.wording import appointment, clock, day, information, joined
from shp_gov.domain.papers import AgendaItem, AgendaPaper, AgendaSection, Exemption, Member


def render(paper: AgendaPaper) -> bytes:
    """Print the agenda as a PDF."""
    title = f"Agenda, {day(paper.on)}"
    return print_pdf(story(paper), paper.imprint, title=title, running=title)


def story(paper: AgendaPaper, *, title: str = "Agenda") -> Story:
    """Tell what the agenda says, in reading order."""
    made = masthead(paper.imprint.body, title, day(paper.on), _hours(paper), paper.venue, paper.admission)
    made += [*_members(paper), *_invited(paper)]
    has_pages = any(section.pages or any(item.pages for item in section.items) for section in paper.sections)
    made.append(Text("Business", "part", right="Pack pages" if has_pages else ""))
    for section in paper.sections:
        made += _section(section)
    return [*made, *_closing(paper)]


def _hours(paper: AgendaPaper) -> str:
    return " to ".join(clock(at) for at in (paper.starts_at, paper.ends_at) if at)


# --- Who belongs ---
def _members(paper: AgendaPaper) -> Story:
    lists = tuple((group.heading, tuple(map(_seat, group.members))) for group in paper.members if group.members)
    return [Text("Members", "part"), Members(lists)] if lists else []


def _seat(member: Member) -> Seat:
    post = joined(member.post, member.organisation)
    if member.name:
        return Seat(member.name, joined(member.office, post, by=". "))
    since = member.vacant_since
    return Seat(f"Vacant since {since.day} {since:%B %Y}" if since else "Vacant", post, is_vacant=True)


def _invited(paper: AgendaPaper) -> Story:
    people = tuple(joined(person.name, person.organisation_or_post) for person in paper.also_invited)
    return [Attendance("Also invited:", people)] if people else []


# --- Business ---
def _section(section: AgendaSection) -> Story:
    """Set a numbered heading, its resolution if its items are private, and its items; the first stays with it."""
    first, *rest = [_item(item) for item in section.items] or [[]]
    heading = Text(section.title, "paged" if section.pages else "section", section.number, right=section.pages)
    opening = [heading, *prose(section.resolution), *first]
    return [Together(tuple(opening)), *(Together(tuple(item)) for item in rest)]


def _item(item: AgendaItem) -> Story:
    """Set an item. Of one withheld from the reader only its public title and its paragraph are told."""
    pages = "Private" if item.is_withheld else item.pages
    made: Story = [Text(item.title, "item", item.number, right=pages)]
    if item.presenter and not item.is_withheld:
        made.append(Text(item.presenter, "itemby"))
    if item.exemption:
        made.append(_exempt(item.exemption, "" if item.is_withheld else item.public_interest))
    return made


def _exempt(exemption: Exemption, public_interest: str) -> Text:
    kind = information(exemption)
    about = f"{kind[:1].upper()}{kind[1:]}." if kind else ""
    words = joined(about, public_interest, by=" ")
    return Text((bold(f"Exempt: paragraph {exemption.paragraph}."), Run(f" {words}")), "indent")


# --- The end ---
def _closing(paper: AgendaPaper) -> Story:
    rows = [
        ("Date of next meeting:", appointment(paper.next_meeting) if paper.next_meeting else ""),
        ("Questions from the public:", paper.questions),
        ("Clerk, and large print or another language:", paper.contact),
    ]
    lines = [Text((bold(name), Run(f" {words}"))) for name, words in rows if words]
    return [Together((Text("For information", "part"), *lines))] if lines else []
