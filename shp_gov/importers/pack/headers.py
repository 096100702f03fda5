"""The head of an agenda or of minutes: the body, the day, the time and the place."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from shp_gov.importers.pack.dates import PrintedDate, dates_in, first_time, times_in
from shp_gov.importers.pack.rows import Row, is_full

_KINDS = (
    "partnership|board|committee|sub-?committee|group|forum|executive|panel|alliance|commission|network"
    "|assembly|cabinet|csp|team"
)
_BODY = re.compile(rf"\b(?:{_KINDS})s?\b(?! rooms?\b)", re.IGNORECASE)
_NOT_BODY = re.compile(
    r"\bagenda(?: and papers)?\b(?: for)?|\bminutes and decision record\b|\b(?:draft "
    r"|unconfirmed )?(?:minutes|notes) (?:of|from)\b|\bminutes\b|\bdecision record\b"
    r"|\b(?:a |the )?(?:virtual |public |ordinary |special |extraordinary |annual )*meeting (?:of|for)\b"
    r"|\bto be held\b.*|\bheld (?:on|at|in)\b.*|\b(?:notice|record) of\b",
    re.IGNORECASE,
)
_SMALL = frozenset("of and the for in on to with upon".split())
_VENUE_LABEL = re.compile(r"^(?:venue|location|place|where)\s*[:\t–-]\s*(?P<venue>.+)$", re.IGNORECASE)
_VENUE_PHRASE = re.compile(
    r"(?:^|[\s,])(?:to be held |held |meeting )?(?:[Ii][Nn]|[Aa][Tt]|[Vv]ia) (?:(?:the"
    r"|THE) )?(?P<venue>[A-Z0-9“\"'].{3,})$"
)
_PLACE = re.compile(
    r"\b(?:room|centre|center|hall|chamber|house|offices?|suite|building|library|college|school|station"
    r"|teams|zoom|remote(?:ly)?|virtual(?:ly)?|online|headquarters|theatre|museum|club|hub|hotel|church"
    r"|court|place|video)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:date|time|day|when|date and time|date/time)\s*[:\t–-]\s*", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"\b(?:may|will|can|must|should|is|are|welcome)\b")
_NOTHING_TO_SAY = re.compile(
    r"^(?:members|membership|present|agenda|minutes|contact|clerk|page|to:|please|enquiries|published)\b", re.IGNORECASE
)


def body_in(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """Find the name of the body that meets."""
    found = [(name, row) for row in rows[:25] if (name := body_name(row.text))]
    if not found:
        return None
    name, row = found[0]
    for other, other_row in found[1:2]:
        if (
            re.search(r"sub-?group|sub-?committee|task group|working group", other, re.IGNORECASE)
            and other_row.number - row.number < 6
        ):
            return other, other_row
    return name, row


def body_name(text: str) -> str | None:
    """Take the name of a body out of a heading: "SAFER X PARTNERSHIP AGENDA" gives "Safer X Partnership"."""
    text = re.sub(
        r"^(?:members|membership|to)\s*(?:of\s+the\s+)?[:–-]\s*|^(?:all )?members of the\s+",
        "",
        text,
        flags=re.IGNORECASE,
    )
    name = " ".join(_NOT_BODY.sub(" ", text.replace("\t", " ")).split()).strip(" -–:,.")
    name = re.sub(r"^(?:the|of the|of)\s+", "", name, flags=re.IGNORECASE)
    if printed := dates_in(name):
        name = name[: printed[0].start].strip(" -–:,.")
        name = re.sub(
            r"[\s,]+(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\s+(?:on|at)$", "", name, flags=re.IGNORECASE
        ).strip(" ,-–")
    name = re.sub(r"\s+meeting(?: held)?$", "", name, flags=re.IGNORECASE)
    if (
        not _BODY.search(name)
        or not 2 <= len(name.split()) <= 12
        or re.search(r"\d", name)
        or name.endswith("?")
        or name[:1].islower()
    ):
        return None
    return title_case(name) if name.isupper() else name


def title_case(name: str) -> str:
    """Give a heading in capitals as a name."""
    words = name.split()
    return " ".join(
        word.lower() if place and word.casefold() in _SMALL else _capital(word) for place, word in enumerate(words)
    )


def _capital(word: str) -> str:
    if word in {"NHS", "CCG", "ICB", "CSP", "HWB", "YOT", "PCC"}:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def meeting_date(rows: Sequence[Row], *, after: date | None = None) -> tuple[PrintedDate, Row] | None:
    """Find the day of the meeting at the head of a paper."""
    for row in rows:
        if re.search(
            r"\bnext meeting\b|\bpublished\b|\bdespatch|\bdate of (?:issue|publication)|previous",
            row.text,
            re.IGNORECASE,
        ):
            continue
        if printed := dates_in(row.text, after=after):
            return printed[0], row
    return None


def meeting_time(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """Find the time of the meeting at the head of a paper."""
    for row in rows:
        if not re.search(r"\bnext meeting\b|\btel\b|pre-?meet|phone", row.text, re.IGNORECASE) and (
            printed := first_time(row.text)
        ):
            return printed.value, row
    return None


def meeting_venue(rows: Sequence[Row], width: int) -> tuple[str, Row] | None:
    """Find where the meeting is, over as many lines as it is printed on."""
    for place, row in enumerate(rows):
        if venue := venue_in(row.text):
            return _whole_venue(venue, rows[place:], width), row
    for place, row in enumerate(rows):
        if _is_bare_venue(row):
            return _whole_venue(row.text, rows[place:], width), row
    return None


def venue_in(text: str) -> str | None:
    """Find the place in a line: "Venue: X", or "at 10.00 am in X"."""
    if label := _VENUE_LABEL.match(text):
        return _bare(label["venue"])
    tail = _after_time(text)
    match = _VENUE_PHRASE.search(tail) or _VENUE_PHRASE.search(f" {tail}")
    if match and not first_time(match["venue"][:12]):
        return _bare(match["venue"])
    rest = tail.strip(" ,-–.")
    return _bare(rest) if tail != text and _PLACE.search(rest) and rest[:1].isupper() else None


def _after_time(text: str) -> str:
    times = times_in(text)
    time = times[-1] if times else None
    if time and (tail := text[time.end :]).strip(" .,"):
        return tail
    printed = dates_in(text)
    if printed and text[printed[-1].end :].strip(" .,") and not time:
        return text[printed[-1].end :]
    if time or printed:
        begin = min([times[0].start] if times else [len(text)] + [found.start for found in printed])
        return text[:begin] if _PLACE.search(text[:begin]) else ""
    return text


def _bare(venue: str) -> str:
    venue = re.sub(
        r"\s+(?:and (?:concluded|ended|closed|finished)|commencing|on|at|starting)\b.*$|[\s,]+on \w+day\b.*$",
        "",
        venue.replace("\t", " "),
    )
    venue = re.sub(r"^(?:in\s+|at\s+)?the\s+", "", venue.strip(" .,;:–-"), flags=re.IGNORECASE)
    return title_case(venue) if venue.isupper() else venue


def _is_bare_venue(row: Row) -> bool:
    text = row.text
    return (
        bool(_PLACE.search(text))
        and len(text) < 110
        and not _NOTHING_TO_SAY.match(text)
        and not re.match(r"^\d+[.)]\s", text)
        and not _BODY.search(text)
    )


def _whole_venue(venue: str, rows: Sequence[Row], width: int) -> str:
    for last, row in pairwise(rows[:3]):
        if row.gap or not _continues_venue(row):
            break
        was_wrapped = is_full(last, row, width) and not last.text.endswith(",")
        venue += (" " if was_wrapped else ", ") + _bare(row.text)
    return venue


def _continues_venue(row: Row) -> bool:
    text = row.text
    return not (
        row.bullet
        or len(text) > 80
        or _NOTHING_TO_SAY.match(text)
        or re.match(r"^\d|^councillor|^cllr", text, re.IGNORECASE)
        or dates_in(text)
        or first_time(text)
        or _BODY.search(text)
        or _SAYS_SOMETHING.search(text)
        or text.endswith(":")
    )
