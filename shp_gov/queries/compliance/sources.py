"""Where in a pack a finding comes from: the lines that say what it is about, for what was read and not typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from shp_gov.domain.checks import facts_asked_by
from shp_gov.domain.checks.facts import Listing, MeetingFacts
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import rules
from shp_gov.domain.words import long_day
from shp_gov.models import Attendance
from shp_gov.queries.compliance.as_at import AsAt

REFERENCE = re.compile(
    r"\d+(?: \([ivxlc]+\))? of \d{4}/\d{2}|\(unnumbered, \w+ minute of \d+ \w+ \d{4}\)(?: \([ivxlc]+\))?"
)


def located(findings: Iterable[Finding], as_at: AsAt) -> Iterator[Finding]:
    """Give each finding the lines of the pack it comes from, where there are any."""
    references = _references(as_at)
    for finding in findings:
        found = _stated(finding) or _referred(finding, references) or _minuted(finding, as_at)
        found = found or SOURCES.get(facts_asked_by(rules()[finding.rule]), _nowhere)(finding, as_at)
        yield replace(finding, lines=tuple(sorted(set(found)))) if found else finding


def _references(as_at: AsAt) -> dict[str, int]:
    found = {minute.reference: minute.line for minute in as_at.minutes}
    found |= {decision.reference: decision.line for minute in as_at.minutes for decision in minute.decisions}
    return {reference: line for reference, line in found.items() if line is not None}


def _stated(finding: Finding) -> list[int]:
    line = finding.facts.get("line")
    return [line] if isinstance(line, int) else []


def _referred(finding: Finding, references: dict[str, int]) -> list[int]:
    return [
        references[each] for each in REFERENCE.findall(f"{finding.subject} {finding.sentence}") if each in references
    ]


def _minuted(finding: Finding, as_at: AsAt) -> list[int]:
    if finding.subject != f"Minutes of {long_day(finding.as_at)}":
        return []
    meetings = {meeting.id for meeting in as_at.meetings if meeting.on == finding.as_at}
    return _span([minute.line for minute in as_at.minutes if minute.meeting_id in meetings])


def _attended(finding: Finding, as_at: AsAt) -> list[int]:
    """Give the lines of whom a finding names; those of the whole attendance, where it is about somebody not in it."""
    lines = _attendance_on(finding.as_at, as_at)
    names = finding.facts.get("by")
    named = {*(names if isinstance(names, tuple) else ()), finding.subject}
    person = finding.facts.get("person")
    theirs = [line.line for line in lines if line.name in named or (person and line.person_id == person)]
    return [each for each in theirs if each] or _span([line.line for line in lines])


def _attendance_on(day: date, as_at: AsAt) -> list[Attendance]:
    meetings = [meeting.id for meeting in as_at.meetings if meeting.on == day]
    return [line for meeting in meetings for line in as_at.attendance.get(meeting, ())]


def _listed(finding: Finding, as_at: AsAt) -> list[int]:
    """Give the lines of the list of members that name whom a finding names; otherwise the whole list."""
    rows = [row for row in as_at.lists if row.on == finding.as_at]
    listed = finding.facts.get("listed")
    named = {*(listed if isinstance(listed, tuple) else (listed,)), finding.subject} - {None}
    theirs = [row.first_line for row in rows if {row.organisation, row.organisation_printed} & named]
    return [each for each in theirs if each] or _span([row.first_line for row in rows])


def _nowhere(finding: Finding, as_at: AsAt) -> list[int]:
    return []


SOURCES = {MeetingFacts: _attended, Listing: _listed}


def _span(lines: Sequence[int | None]) -> list[int]:
    known = [line for line in lines if line is not None]
    return [min(known), max(known)] if known else []
