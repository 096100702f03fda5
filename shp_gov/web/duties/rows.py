"""How a line of the governance calendar reads: when it is due, what met it or is missing, and the one next step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flask import url_for

from shp_gov.domain.duties import Duty, Value
from shp_gov.domain.duties.calendar import Group, Line
from shp_gov.domain.words import and_list, day_words, plural
from shp_gov.models import Body
from shp_gov.queries.duties import Shown
from shp_gov.web.filters import NOT_KNOWN, day, distance

MOST_NAMED = 3


@dataclass(frozen=True)
class Row:
    """One line as the page shows it."""

    title: str
    href: str
    asks: str
    begins: str
    says: str
    is_missing: bool
    when: str
    late: str
    step: str
    step_href: str
    is_of_council: bool


def row_of(line: Line, entries: Mapping[str, Shown], body: Body, today: date, *, may_record: bool) -> Row:
    """Write a line for the page."""
    duty, span = line.duty, line.span
    step, step_href = _step(line, body) if may_record else ("", "")
    return Row(
        title=f"{duty.title}, {span.name}" if span else duty.title,
        href=url_for(".show", slug=body.slug, duty=duty.id),
        asks=duty.asks,
        says=line.missing or _met_by(line, entries),
        begins=_begins(line),
        is_missing=bool(line.missing),
        when=_when(line, today),
        late=_late(line, today),
        step=step,
        step_href=step_href,
        is_of_council=duty.who == "council",
    )


def _step(line: Line, body: Body) -> tuple[str, str]:
    """Give the one next step: finish the occasion that is open, or record the duty."""
    if line.group not in (Group.TO_RECORD, Group.DUE):
        return "", ""
    occasion = line.records[0] if line.duty.cycle == "each time" and line.records else None
    if occasion is not None and occasion.day(line.duty.done) is None:
        return "Record its end", url_for(".correct", entry_id=int(occasion.reference))
    year = line.span.starts_on.isoformat() if line.span else None
    return "Record", url_for(".record", slug=body.slug, duty=line.duty.id, year=year)


def _when(line: Line, today: date) -> str:
    if line.due_on is None:
        return ""
    if line.group is Group.STANDING:
        return f"Again by {day(line.due_on)}"
    if line.group is Group.MET:
        return ""
    near = "" if line.due_on < today else f", {distance(line.due_on, today)}"
    return f"Due {day(line.due_on)}{near}"


def _late(line: Line, today: date) -> str:
    if not line.is_late:
        return ""
    if line.due_on and line.done_on:
        return f"{plural((line.done_on - line.due_on).days, 'day')} late"
    return distance(line.due_on, today) if line.due_on else "Late"


def _begins(line: Line) -> str:
    """Say what stands before the words on what was done."""
    if line.missing or line.duty.each or not line.records:
        return ""
    if line.duty.cycle == "standing":
        return "In place since"
    return "Done" if line.done_on else ""


def _met_by(line: Line, entries: Mapping[str, Shown]) -> str:
    """Say what met a duty: the day, the decision, the document; or for how many it is in place."""
    shown = [entries[record.reference] for record in line.records if record.is_done]
    if not shown:
        return "It is asked when it happens." if line.duty.cycle == "each time" else ""
    if line.duty.each:
        return _each_words(line.duty, shown)
    return "; ".join(account_words(each) for each in shown[:MOST_NAMED])


def _each_words(duty: Duty, shown: list[Shown]) -> str:
    names = [str(each.entered.get(duty.each or "", "")) for each in shown]
    of = f" of {len(options)}" if (options := duty.field(duty.each or "").options) else ""
    return (
        f"Recorded for {len(names)}{of}: {and_list(names)}."
        if len(names) <= MOST_NAMED
        else (f"Recorded for {len(names)}{of}.")
    )


def account_words(shown: Shown) -> str:
    """Say of one entry the day, the meeting or decision, and the document."""
    done = shown.entered.get(shown.duty.done)
    first = next((value for value in shown.entered.values() if isinstance(value, date)), None)
    when = day_words(done) if isinstance(done, date) else f"begun {day_words(first)}" if first else "Recorded"
    meeting = shown.entry.meeting
    by = (
        f"decision {shown.decision.reference}"
        if shown.decision
        else f"meeting of {day_words(meeting.on)}"
        if meeting
        else ""
    )
    file = shown.entry.document.filename if shown.entry.document else ""
    return ", ".join(words for words in (when, by, file) if words)


def told(shown: Shown) -> Iterator[tuple[str, str]]:
    """Say what was entered about a duty, question by question; what was not entered is not known."""
    for field in shown.duty.fields:
        yield field.label.rstrip("?"), _words(shown.entered.get(field.name))
    if shown.entry.until_on:
        yield "Until", day(shown.entry.until_on)


def _words(value: Value | None) -> str:
    if value is None:
        return NOT_KNOWN
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return day(value)
    return and_list(value) if isinstance(value, tuple) else str(value)
