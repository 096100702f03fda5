"""The form of a duty, with the years, authorities, meetings and decisions that it offers."""

from collections.abc import Sequence
from typing import TypeVar

from flask import request

from shp_gov import queries
from shp_gov.domain.duties import Duty, duties
from shp_gov.domain.duties.years import Span, reg_year, spans_about
from shp_gov.domain.guards import require_unchanged
from shp_gov.models import Body, Decision, DutyEntry, Meeting
from shp_gov.queries.duties import DutyOf
from shp_gov.services.duties import take
from shp_gov.web.access import viewer
from shp_gov.web.duties.forms import EntryForm, Offered, filled, form_for
from shp_gov.web.filters import day

YEARS_BACK, QUARTERS_BACK = 6, 12
LONGEST_CHOICE = 70
Row = TypeVar("Row", Decision, Meeting)


def new_form(asked: DutyOf) -> EntryForm:
    """Make the form for recording a duty, with the year that is asked for chosen."""
    spans = {span.starts_on.isoformat(): span for span in reversed(_spans(asked.duty))}
    wanted = request.args.get("year", "")
    year = wanted if wanted in spans else _usual_year(spans)
    names = {key: span.name for key, span in spans.items()}
    made = form_for(asked.duty, _offered(asked.body, names, spans.get(year)))
    return made(data={"year": year})


def _spans(duty: Duty) -> list[Span]:
    back = QUARTERS_BACK if duty.cycle == "quarter" else YEARS_BACK
    return spans_about(duty.cycle, viewer().on, before=back, after=1)


def _usual_year(spans: dict[str, Span]) -> str:
    return next((key for key, span in spans.items() if span.covers(viewer().on)), "")


def form_of(entry: DutyEntry) -> EntryForm:
    """Make the form for correcting an entry, filled with what it says."""
    duty = duties()[entry.duty]
    spans = spans_about(duty.cycle, entry.year, before=0) if entry.year else []
    offered = _offered(entry.body, {}, spans[0] if spans else None, entry)
    return form_for(duty, offered)(data=filled(entry, queries.duties.entered_of(entry)))


def require_fresh(entry: DutyEntry, seen: str | None) -> None:
    """Refuse what was sent from a page that is older than the entry."""
    take(entry)
    version = int(seen) if seen and seen.isdecimal() and len(seen) < 10 else None
    require_unchanged(version, entry.version, news="Somebody changed this entry meanwhile.")


def _offered(body: Body, years: dict[str, str], span: Span | None, entry: DutyEntry | None = None) -> Offered:
    looking = viewer()
    first = span.starts_on if span else reg_year(looking.on)
    last = min(span.ends_on, looking.on) if span else looking.on
    decisions = _keyed(queries.duties.decisions_until(body, on=looking.on, viewer=looking))
    meetings = _keyed(queries.duties.meetings_until(body, on=looking.on))
    unseen = _add_its_own(entry, decisions, meetings) if entry is not None else None
    named = {f"decision {key}": _words(one) for key, one in decisions.items()}
    named |= {f"meeting {key}": day(one.on) for key, one in meetings.items()}
    known = queries.duties.authorities(body, first=min(first, last), last=last)
    return Offered(years, known, decisions, meetings, named, unseen)


def _add_its_own(entry: DutyEntry, decisions: dict[str, Decision], meetings: dict[str, Meeting]) -> Decision | None:
    """Offer what the entry names already; give back a decision that is not for this officer to see."""
    shown = queries.duties.shown([entry], viewer=viewer())[0]
    if shown.decision is not None:
        decisions.setdefault(str(shown.decision.id), shown.decision)
    if entry.meeting is not None:
        meetings.setdefault(str(entry.meeting_id), entry.meeting)
    return None if shown.decision else entry.decision


def _keyed(rows: Sequence[Row]) -> dict[str, Row]:
    return {str(row.id): row for row in rows}


def _words(decision: Decision) -> str:
    words = decision.words
    short = words if len(words) <= LONGEST_CHOICE else f"{words[: LONGEST_CHOICE - 2]} …"
    return f"{decision.reference}: {short}"
