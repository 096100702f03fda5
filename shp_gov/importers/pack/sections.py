"""Where the agenda, the minutes and the reports of a pack begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shp_gov.importers.pack.dates import first_date, first_time
from shp_gov.importers.pack.rows import Row

PRESENT = re.compile(
    r"^(?:(?:board |partnership |committee |group |voting )?members (?:who were )?)?(?:those )?"
    r"(?:present|attendance|attendees|attended|in attendance|members in attendance|members attending|attending)"
    r"(?: (?:at the meeting|members|were))?\s*(?:[:;–-]+\s*.*|\t.*)?$",
    re.IGNORECASE,
)
_MINUTES_HEADING = re.compile(
    r"\b(?:minutes|decision record|record of (?:the )?(?:meeting|decisions)|notes of (?:the |a )?meeting"
    r"|meeting notes|action notes)\b",
    re.IGNORECASE,
)
_AGENDA_NUMERAL = re.compile(
    r"^(?:agenda )?(?:item )?\d{1,2}(?:\.\d{1,2})*[.):]?\s|^to (?:confirm|approve|receive|agree|sign)\b", re.IGNORECASE
)
CLOSING = re.compile(
    r"\b(?:meeting|chair|chairman|business)\b.{0,60}\b(?:concluded|ended|closed|finished|terminated"
    r"|closing|conclude|adjourned|close)\b"
    r"|^(?:meeting )?(?:end(?:ed)?|close[ds]?|finish(?:ed)?|time ended)\s*:?\s*(?:at\s*)?\d{1,2}",
    re.IGNORECASE,
)
COMMENCED = re.compile(
    r"\b(?:meeting|partnership|board)\b.{0,40}\b(?:commenced|began|started|opened|convened|met|was held|held)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^(?:chair|chairman|chairperson|signed|date|dated)\b[\s:._…-]*.{0,40}$", re.IGNORECASE)
REPORT_OF = re.compile(
    r"^(?:joint )?report (?:of|by|from|author)(?:\(s\)|s)?\b\s*[:\t–-]?\s*(?P<rest>.*)$", re.IGNORECASE
)
SUBJECT = re.compile(
    r"^(?:subject|title|report title|title of report|report subject)\s*[:\t–-]+\s*(?P<rest>.*)$"
    r"|^(?:subject|report title)$",
    re.IGNORECASE,
)
_BODY_WORD = re.compile(
    r"\b(?:partnership|board|committee|sub-?committee|group|sub-?group|forum|executive|panel|alliance"
    r"|commission|network|assembly|cabinet|council|csp)\b",
    re.IGNORECASE,
)
_TITLE_CASED_BODY = re.compile(
    r"^(?:(?:[A-Z][\w'’-]*|and|of|the|for|&|And|Of) ){1,7}(?:Partnership|Board|Committee|Group|Forum"
    r"|Executive|Panel|Cabinet|Council)$"
)
_PURPOSE = re.compile(r"^(?:\d+\.?\d*\.?\s+)?(?:purpose|summary|introduction|recommendations?)\b", re.IGNORECASE)
_REACH = 30


@dataclass(frozen=True, slots=True)
class Sections:
    """The parts of a pack as ranges of rows; a part that is not there is none."""

    agenda: tuple[int, int] | None
    minutes: tuple[int, int] | None
    reports: tuple[int, int]


def sections_of(rows: Sequence[Row]) -> Sections:
    """Find the parts of a pack."""
    start = _minutes_start(rows)
    end = _minutes_end(rows, start) if start is not None else None
    minutes = (start, end) if start is not None and end is not None else None
    first_report = next((place for place in range(end or 0, len(rows)) if is_report_heading(rows, place)), len(rows))
    agenda_end = start if start is not None else heading_start(rows, first_report)
    agenda = (0, agenda_end) if _is_agenda(rows[:agenda_end]) else None
    return Sections(agenda, minutes, (end if end is not None else agenda_end, len(rows)))


def is_report_heading(rows: Sequence[Row], place: int) -> bool:
    """Say whether a report begins here: "Report of …", with its subject near by or beneath a masthead."""
    text = rows[place].text
    if len(text) > 160 or not REPORT_OF.match(text):
        return False
    near = rows[max(0, place - 6) : place + 8]
    if text.rstrip().endswith(":") or any(SUBJECT.match(row.text) for row in near):
        return True
    under_masthead = any(is_masthead(row) for row in rows[max(0, place - 2) : place])
    return under_masthead and any(_PURPOSE.match(row.text) for row in near)


def heading_start(rows: Sequence[Row], place: int) -> int:
    """Step back over the body, date and item number printed above a heading."""
    start = place
    while start > 0 and place - start < 5 and is_masthead(rows[start - 1]):
        start -= 1
    return start


def is_masthead(row: Row) -> bool:
    """Say whether a row is the body, the date or the item number printed at the head of a paper."""
    text = row.text
    if row.bullet or len(text) > 100 or text.endswith((".", ",", ";")):
        return False
    if re.fullmatch(r"(?:agenda )?(?:item)?\s*(?:no\.?)?\s*:?\s*\d{1,2}(?:\.\d{1,2})?", text, re.IGNORECASE):
        return True
    printed = first_date(text)
    if printed and len(text) - (printed.end - printed.start) < 25 and not re.search(r"\d\.\d|next", text):
        return True
    if re.match(r"^\d|^members|^chair", text, re.IGNORECASE) or not _BODY_WORD.search(text):
        return False
    return text.isupper() or row.strong or bool(_TITLE_CASED_BODY.match(text))


def _minutes_start(rows: Sequence[Row]) -> int | None:
    for place, row in enumerate(rows):
        if PRESENT.match(row.text) and not row.text.casefold().startswith("also"):
            start = _heading_of_minutes(rows, place)
            if start is not None:
                return start
    for place, row in enumerate(rows):
        if _is_minutes_heading(row) and any(COMMENCED.search(near.text) for near in rows[place + 1 : place + 8]):
            return heading_start(rows, place)
    return None


def _heading_of_minutes(rows: Sequence[Row], anchor: int) -> int | None:
    for place in range(anchor, max(-1, anchor - _REACH), -1):
        if _is_minutes_heading(rows[place]) and not PRESENT.match(rows[place].text):
            return heading_start(rows, place)
    for place in range(anchor, max(-1, anchor - 10), -1):
        text = rows[place].text
        if COMMENCED.search(text) and (first_time(text) or first_date(text)):
            return heading_start(rows, place)
    return heading_start(rows, anchor) if _looks_like_a_register(rows, anchor) else None


def _is_minutes_heading(row: Row) -> bool:
    text = row.text
    if len(text) > 200 or row.bullet or _AGENDA_NUMERAL.match(text) or not _MINUTES_HEADING.search(text):
        return False
    if text.rstrip(":*") in {"MINUTES", "Minutes"}:
        return True
    words = text.split()
    heading = text.isupper() or row.strong or len(words) <= 14
    named = _BODY_WORD.search(text) or re.match(
        r"^(?:draft |unconfirmed )?(?:minutes|(?:meeting |action )?notes|decision record|record)\b", text, re.IGNORECASE
    )
    return (
        bool(heading or text.casefold().startswith("minutes of"))
        and bool(named)
        and not re.match(r"^minutes of the (?:last|previous|meeting held)\b.{0,60}$", text, re.IGNORECASE)
    )


def _looks_like_a_register(rows: Sequence[Row], anchor: int) -> bool:
    following = rows[anchor + 1 : anchor + 40]
    return (
        any(re.match(r"^(?:\d{1,3}[./]?\d*[.)]?\s+)?apolog", row.text, re.IGNORECASE) for row in following)
        and anchor < len(rows) - 3
    )


def _minutes_end(rows: Sequence[Row], start: int) -> int:
    for place in range(start + 1, len(rows)):
        if _is_closing(rows[place]):
            end = place + 1
            while (
                end < len(rows)
                and end - place < 6
                and _SIGNATURE.match(rows[end].text)
                and not REPORT_OF.match(rows[end].text)
            ):
                end += 1
            return end
    for place in range(start + 1, len(rows)):
        if is_report_heading(rows, place) and any(SUBJECT.match(row.text) for row in rows[place : place + 8]):
            return heading_start(rows, place)
    return len(rows)


def _is_closing(row: Row) -> bool:
    text = row.text
    if len(text) > 250 or not CLOSING.search(text):
        return False
    return bool(first_time(text)) and not COMMENCED.search(
        text.split("conclu")[0].split("ended")[0].split("closed")[0].split("finished")[0]
    )


def _is_agenda(rows: Sequence[Row]) -> bool:
    if not rows:
        return False
    if any(re.search(r"\bagenda\b", row.text, re.IGNORECASE) and len(row.text) < 120 for row in rows[:60]):
        return True
    numbered = sum(
        1 for row in rows if re.match(r"^(?:item )?\d{1,2}(?:\.\d{1,2})?[.):]?\s+\S", row.text, re.IGNORECASE)
    )
    return numbered >= 2
