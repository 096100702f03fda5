"""The register of members: who sits for whom on a day, since when and until when, and what is vacant."""

from shp_gov.documents.content import Facts, Grid, Run, Story, Text, Together, Words, bold, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import counted, day, joined
from shp_gov.domain.register_paper import (
    RegisteredMember,
    RegisteredOffice,
    RegisteredSeat,
    RegisterGroup,
    RegisterPaper,
)
from shp_gov.domain.words import day_words

HEADS: tuple[Words, ...] = ("Seat", "Held by", "Term")
WIDTHS = (165, 175, 131)
KEPT_WHOLE = 3


def render(paper: RegisterPaper) -> bytes:
    """Print the register as a PDF."""
    on = day(paper.on)
    return print_pdf(story(paper), paper.imprint, title=f"Register of members, {on}", running=f"Register, {on}")


def story(paper: RegisterPaper) -> Story:
    """Tell what the register says, in reading order."""
    made = masthead(paper.imprint.body, "Register of members", f"As at {day(paper.on)}", _summary(paper))
    if paper.offices:
        made += [Together((Text("Offices", "part"), Facts(tuple(_office(office) for office in paper.offices))))]
    for group in paper.groups:
        made += _group(group)
    return made if paper.groups else [*made, Text("No seat is on record for this day.", "note")]


def _summary(paper: RegisterPaper) -> Words:
    seats = [seat for group in paper.groups for seat in group.seats]
    vacant = sum(not member.name for seat in seats for member in seat.members)
    said = Run(f"{counted(len(seats), 'seat')}. ")
    return (said, bold(f"{counted(vacant, 'place')} vacant.")) if vacant else (said, Run("No place is vacant."))


def _office(office: RegisteredOffice) -> tuple[str, Words]:
    until = f" until {day(office.until)}" if office.until else ""
    return office.office, (bold(office.name), Run(f", since {day(office.since)}{until}{_by(office.by)}"))


def _by(words: str) -> str:
    return f". {words}" if words else ""


def _group(group: RegisterGroup) -> Story:
    rows = tuple(_row(seat, member, not place) for seat in group.seats for place, member in enumerate(seat.members))
    heading, grid = Text(f"{group.heading} ({len(group.seats)})", "part"), Grid(HEADS, rows, WIDTHS)
    return [Together((heading, grid))] if len(rows) <= KEPT_WHOLE else [heading, grid]


def _row(seat: RegisteredSeat, member: RegisteredMember, is_first: bool) -> tuple[Words, ...]:
    named: Words = joined(seat.seat, seat.organisation)
    standing_in = [Run(f"\nSubstitute: {name}", "quiet") for name in seat.substitutes if is_first]
    if not member.name:
        since = f" since {day(member.vacant_since)}" if member.vacant_since else ""
        return named, (Run(f"Vacant{since}", "late"), *standing_in), ""
    extra = [Run(f"\n{words}", "quiet") for words in (member.post, member.note) if words]
    return named, (Run(member.name), *extra, *standing_in), _term(member)


def _term(member: RegisteredMember) -> Words:
    first = "In the list since" if member.is_from_a_list else "Since"
    words = f"{first} {day_words(member.since)}" if member.since else ""
    until = f"\nUntil {day_words(member.until)}" if member.until else ""
    return (Run(f"{words}{until}"), *((Run(f"\n{member.by}", "quiet"),) if member.by else ()))
