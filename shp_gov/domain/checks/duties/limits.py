"""Whether numbers, and the time between two days, are within what is allowed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from shp_gov.domain.checks.duties.asked import Asked, named_by_record
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import duties
from shp_gov.domain.duties.years import months_later
from shp_gov.domain.findings import Finding
from shp_gov.domain.verdict import Verdict

Limit = Mapping[str, Any]


def within_limits(asked: Asked) -> list[Finding]:
    """Is each number and each span of days within its limit?"""
    return [finding for limit in asked.parameters["limits"] for finding in _of_limit(asked, limit)]


def _of_limit(asked: Asked, limit: Limit) -> list[Finding]:
    about = replace(asked, duty=duties()[limit.get("duty", asked.duty.id)])
    records = [record for record in _looked_at(about) if _is_meant(record, limit)]
    if records:
        return [_one(about, limit, record) for record in records]
    if about.duty.cycle == "each time":
        return [about.tell(Verdict.NOT_APPLICABLE, "None is recorded.", subject=_subject(about, limit))]
    words = "Nothing is recorded. Record it, or that there is none."
    return [about.tell(Verdict.NOT_KNOWN, words, subject=_subject(about, limit))]


def _looked_at(asked: Asked) -> list[DutyRecord]:
    if asked.duty.cycle == "each time":
        return [record for record in asked.records if _is_recent(asked, record)]
    if asked.duty.each:
        return asked.in_place()
    newest = asked.newest()
    return [newest] if newest else []


def _is_recent(asked: Asked, record: DutyRecord) -> bool:
    done = asked.done_on(record)
    return done is not None and asked.on <= months_later(done, 12)


def _is_meant(record: DutyRecord, limit: Limit) -> bool:
    return "only" not in limit or record.entered.get(limit["field_of_only"]) == limit["only"]


def _subject(asked: Asked, limit: Limit) -> str:
    return f"{asked.duty.title}, {limit['only']}" if "only" in limit else asked.duty.title


def _one(asked: Asked, limit: Limit, record: DutyRecord) -> Finding:
    subject = _subject(asked, limit) if "only" in limit else named_by_record(asked.duty, record)
    subject = f"{subject}: {limit['named']}" if "named" in limit else subject
    measured = _measured(limit, record)
    if measured is None:
        names = [limit[key] for key in ("field", "from", "to") if key in limit and limit[key] not in record.entered]
        return asked.tell(Verdict.NOT_KNOWN, f"Not recorded: {asked.label(names[0])}. Record it.", subject=subject)
    if _is_within(limit, record, measured):
        return asked.tell(Verdict.PASS, limit["yes"].format(value=measured), subject=subject)
    verdict = limit.get("verdict", Verdict.FAIL)
    return asked.tell(verdict, limit["no"].format(value=measured), subject=subject)


def _measured(limit: Limit, record: DutyRecord) -> int | None:
    if "field" in limit:
        value = record.entered.get(limit["field"])
        return value if isinstance(value, int) else None
    start, end = record.day(limit["from"]), record.day(limit["to"])
    return (end - start).days if start and end else None


def _is_within(limit: Limit, record: DutyRecord, measured: int) -> bool:
    if "months" in limit:
        start, end = record.day(limit["from"]), record.day(limit["to"])
        return end is not None and end <= months_later(start or date.max, limit["months"])
    least, most = limit.get("least", measured), limit.get("most", measured)
    return bool(least <= measured <= most)
