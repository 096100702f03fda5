"""The fixed formulae of papers: how a day, a time and a place are written."""

import re
from collections.abc import Iterable
from datetime import date, time

from shp_gov.domain.agenda_guards import PARAGRAPHS
from shp_gov.domain.papers import Exemption, Imprint, NextMeeting

SCHEDULE = "Part 1 of Schedule 12A to the Local Government Act 1972"
TAKES_ARTICLE = re.compile(r"(Centre|Hall|Library|Chamber|Suite|Offices|College|Station)$")


def day(on: date) -> str:
    """Write a day as papers do: Thursday 16 July 2026."""
    return f"{on:%A} {on.day} {on:%B} {on.year}"


def clock(at: time) -> str:
    """Write a time as papers do: 10.00 am, 12 noon."""
    if (at.hour, at.minute) == (12, 0):
        return "12 noon"
    return f"{at.hour % 12 or 12}.{at.minute:02} {'am' if at.hour < 12 else 'pm'}"


def place(venue: str) -> str:
    """Write a venue after "in": the Civic Centre, Seaborough; Committee Room B, Civic Centre."""
    building = venue.split(",", maxsplit=1)[0].strip()
    return f"the {venue}" if TAKES_ARTICLE.search(building) and not building.lower().startswith("the ") else venue


def appointment(meeting: NextMeeting) -> str:
    """Write when and where a body meets: Thursday 10 September 2026 at 10.00 am in Committee Room B."""
    at = f" at {clock(meeting.starts_at)}" if meeting.starts_at else ""
    where = f" in {place(meeting.venue)}" if meeting.venue else ""
    return f"{day(meeting.on)}{at}{where}."


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: a, b and c; with semicolons if there are commas inside."""
    *first, last = words
    if any("," in each for each in (*first, last)):
        return "; ".join([*first, f"and {last}" if first else last])
    return f"{', '.join(first)} and {last}" if first else last


def joined(*words: str, by: str = ", ") -> str:
    """Join the words that are there."""
    return by.join(word for word in words if word)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: 1 action, 3 actions."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def paragraphs_of(numbers: tuple[str, ...]) -> str:
    """Write which paragraphs: paragraph 3, paragraphs 3 and 7."""
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def exempt_because(exemption: Exemption, what: str) -> str:
    """Say which paragraph of the Schedule makes an item private, and what it is about."""
    paragraph = f"paragraph {exemption.paragraph} of " if exemption.paragraph[:1].isdigit() else ""
    return joined(f"{what} is exempt under {paragraph}{SCHEDULE}", information(exemption), by=": ") + "."


def information(exemption: Exemption) -> str:
    """Say what sort of information makes an item private."""
    return (exemption.information or PARAGRAPHS.get(exemption.paragraph, "")).rstrip(".")


def status(imprint: Imprint) -> str:
    """Say what a paper is, for the foot of each page."""
    if imprint.is_restricted:
        numbers = imprint.exempt_paragraphs
        private = f"ot for publication{': ' + paragraphs_of(numbers) if numbers else ''}"
        return f"Draft, n{private}" if imprint.is_draft else f"N{private}"
    if imprint.is_draft:
        return "Draft: not yet approved"
    return "Approved minutes" if imprint.is_approved else "Public"


def edition(imprint: Imprint) -> str:
    """Say when this came out, and which version it is where there are several."""
    said = f"{imprint.issued} on {day(imprint.issued_on)}"
    return f"Version {imprint.version}, {said}" if imprint.version else f"{said[:1].upper()}{said[1:]}"


def record(imprint: Imprint) -> str:
    """Give the first twelve figures of the hash of the record, in fours."""
    figures = imprint.record_hash[:12]
    fours = " ".join(figures[start : start + 4] for start in range(0, len(figures), 4))
    return f"Record {fours}" if fours else ""
