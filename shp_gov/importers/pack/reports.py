"""The reports of a pack: of whom, about what, what they recommend, and whom to ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from shp_gov.importers.pack.contacts import contacts_of
from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.dates import dates_in
from shp_gov.importers.pack.headers import body_name
from shp_gov.importers.pack.reading import AgendaReading, Confidence, Doubt, ItemReading, ReportReading, Source
from shp_gov.importers.pack.recommendations import SECTION, appendices_of, is_contact_heading, recommendations_of
from shp_gov.importers.pack.rows import Row, ends_a_sentence, is_full, join_words, words_of
from shp_gov.importers.pack.sections import REPORT_OF, SUBJECT, heading_start, is_masthead, is_report_heading

_OPENINGS = frozenset(
    """purpose background proposals summary introduction recommendation recommendations reasons contact appendices
    implications considerations conclusion options risk financial legal equality consultation""".split()
)
_OTHER_LABEL = re.compile(
    r"^(?:report to|date|meeting date|wards?(?: affected)?|status|classification|portfolio|exempt"
    r"|key decision|item|agenda item|lead)\b.{0,40}[:\t]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A report's place: where its masthead begins, where "Report of" stands, where the next begins."""

    start: int
    anchor: int
    end: int


def reports_of(rows: Sequence[Row], agenda: AgendaReading | None, context: Context) -> tuple[ReportReading, ...]:
    """Read the reports to this meeting; another committee's report among the appendices is left out, with a doubt."""
    reports: list[ReportReading] = []
    for found in _found(rows):
        masthead = rows[found.start : found.anchor]
        if other := _another_body(masthead, agenda):
            sentence = f"A report to {other} is bound in here. It was not read as a report to this meeting."
            context.doubt(sentence, rows[found.anchor], "another body's report")
        else:
            reports.append(_report(rows[found.start : found.end], found.anchor - found.start, context.width))
    return tuple(_with_items(reports, agenda, context))


def _found(rows: Sequence[Row]) -> list[_Found]:
    anchors: list[int] = []
    for place in range(len(rows)):
        if is_report_heading(rows, place) and (not anchors or place - anchors[-1] > 6):
            anchors.append(place)
    starts = [_start(rows, anchor) for anchor in anchors]
    return [
        _Found(start, anchor, end)
        for start, anchor, end in zip(starts, anchors, [*starts[1:], len(rows)][: len(anchors)], strict=True)
    ]


def _start(rows: Sequence[Row], anchor: int) -> int:
    start = anchor
    while start > 0 and anchor - start < 8 and (is_masthead(rows[start - 1]) or _is_header_field(rows[start - 1])):
        start -= 1
    return min(start, heading_start(rows, anchor))


def _is_header_field(row: Row) -> bool:
    return bool(SUBJECT.match(row.text) or _OTHER_LABEL.match(row.text)) and len(row.text) < 200


def _another_body(masthead: Sequence[Row], agenda: AgendaReading | None) -> str | None:
    if agenda is None or not agenda.body:
        return None
    names = [name for row in masthead if not SUBJECT.match(row.text) and (name := body_name(words_of(row)))]
    if names and not any(_same_body(name, agenda.body) for name in names):
        return names[0]
    return None


def _same_body(one: str, other: str) -> bool:
    first, second = (re.sub(r"[^a-z]", "", name.casefold()) for name in (one, other))
    return first in second or second in first or SequenceMatcher(None, first, second).ratio() > 0.85


def _report(rows: Sequence[Row], anchor: int, width: int) -> ReportReading:
    header_end = _header_end(rows, anchor)
    report_of, title = _fields(rows[:header_end], anchor, width)
    contact_at = next((place for place in range(header_end, len(rows)) if is_contact_heading(rows[place])), None)
    body = rows[header_end : contact_at if contact_at is not None else len(rows)]
    contacts = contacts_of(rows[contact_at:]) if contact_at is not None else ()
    return ReportReading(
        title=title or "",
        report_of=report_of,
        source=Source(rows[0].number, rows[-1].number, rows[0].page),
        confidence=Confidence.CERTAIN if title and report_of else Confidence.LIKELY,
        item_number=_printed_number(rows[:anchor]),
        recommendations=tuple(recommendations_of(rows[header_end:], width)),
        appendices=tuple(appendices_of(body if contact_at is not None else body[:200])),
        contact_officers=contacts,
    )


def _header_end(rows: Sequence[Row], anchor: int) -> int:
    for place in range(anchor + 1, min(len(rows), anchor + 14)):
        if SECTION.match(rows[place].text) or _section_word(rows[place].text):
            return place
    return min(len(rows), anchor + 6)


def _section_word(text: str) -> bool:
    return len(text) < 60 and text.split(maxsplit=1)[0].casefold().strip(":") in _OPENINGS


def _fields(rows: Sequence[Row], anchor: int, width: int) -> tuple[str | None, str | None]:
    match = REPORT_OF.match(rows[anchor].text)
    report_of = _field(match["rest"] if match else "", rows, anchor, width)
    for place, row in enumerate(rows):
        if subject := SUBJECT.match(row.text):
            return report_of, _subject(subject["rest"] or "", rows, place)
    after = [row.text for row in rows[anchor + 1 :] if not is_masthead(row) and not _OTHER_LABEL.match(row.text)]
    before = [row.text for row in rows[:anchor] if not is_masthead(row) and not dates_in(row.text)]
    title = before[-1] if before else next(iter(after), "")
    return report_of, _tidy(title) or None


def _field(value: str, rows: Sequence[Row], place: int, width: int) -> str | None:
    value = value.strip(" :\t–-")
    following = rows[place + 1] if place + 1 < len(rows) else None
    if (
        following
        and not _is_field_start(following)
        and (not value or (following.gap == 0 and is_full(rows[place], following, width)))
    ):
        value = f"{value} {following.text}".strip()
    return re.sub(r"^the\s+", "", _tidy(value), flags=re.IGNORECASE) or None


def _is_field_start(row: Row) -> bool:
    return bool(
        SUBJECT.match(row.text) or REPORT_OF.match(row.text) or _OTHER_LABEL.match(row.text) or SECTION.match(row.text)
    )


def _subject(value: str, rows: Sequence[Row], place: int) -> str:
    """Take in the lines a subject was wrapped onto, even over an empty line: it runs to the first section."""
    value = value.lstrip(" :\t–-").rstrip()
    shouting = value.isupper()
    for row in rows[place + 1 : place + 4]:
        if _is_field_start(row) or (is_masthead(row) and not shouting) or (dates_in(row.text) and not shouting):
            break
        if value and not (row.gap == 0 or (shouting and row.text.isupper()) or not ends_a_sentence(value)):
            break
        value = join_words(value, row.text) if value else row.text
    return _tidy(value)


def _tidy(words: str) -> str:
    return " ".join(words.replace("\t", " ").split()).strip(" .:;–-")


def _printed_number(masthead: Sequence[Row]) -> str | None:
    for row in masthead:
        if match := re.fullmatch(
            r"(?:agenda )?(?:item)?\s*(?:no\.?)?\s*:?\s*(\d{1,2}(?:\.\d{1,2})?)", row.text, re.IGNORECASE
        ):
            return match.group(1)
    return None


def _with_items(
    reports: Sequence[ReportReading], agenda: AgendaReading | None, context: Context
) -> Iterator[ReportReading]:
    free = [item for item in agenda.items if item.number and not item.is_container] if agenda else []
    for report in reports:
        item = _item_of(report, free)
        if item is None:
            if not report.item_number and report.title:
                sentence = f"No item of the agenda fits the report “{report.title[:80]}”. Say which item it belongs to."
                where = report.source
                context.doubts.append(Doubt(sentence, where.first, where.page, "report without an item"))
            yield report
            continue
        free = free[free.index(item) + 1 :]
        yield replace(report, item_number=item.number)


def _item_of(report: ReportReading, free: Sequence[ItemReading]) -> ItemReading | None:
    if printed := next((item for item in free if item.number == report.item_number), None):
        return printed
    scored = [(_likeness(report.title, item.title), -place, item) for place, item in enumerate(free)]
    best = max(scored, key=lambda found: found[:2], default=None)
    return best[2] if best and best[0] >= 0.6 else None


def _likeness(one: str, other: str) -> float:
    first, second = (re.sub(r"[^a-z0-9]", "", words.casefold())[:200] for words in (one, other))
    if first and second and (first in second or second in first):
        return 0.95
    return SequenceMatcher(None, first, second).ratio()
