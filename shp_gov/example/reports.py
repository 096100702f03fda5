"""Reports of the example to the next meeting of the partnership: one ready, one to clear, one late, one returned."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any

from shp_gov import clock
from shp_gov.domain.report_sections import SECTIONS, Contact, Contents
from shp_gov.example.acts import Act
from shp_gov.example.content import FOLDER
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import ClearanceOf, Report
from shp_gov.queries import reports as queries
from shp_gov.services import clearances, report_files, reports
from shp_gov.services.reports import Wanted

BODY, NEXT = "partnership", 1


@dataclass(frozen=True)
class ReportPlan:
    """One report: to which item, whose it is, how far it has come and what it says."""

    item: str
    author: str
    report_of: str
    stage: str
    asked_for: str = ""
    because: str = ""
    clearances: Sequence[str] = ()
    said: Mapping[str, Any] = field(default_factory=dict)


def plans() -> Iterator[ReportPlan]:
    """List the reports."""
    for row in tomllib.loads((FOLDER / "reports.toml").read_text(encoding="utf-8"))["report"]:
        said = {key: row.pop(key) for key in (*SECTIONS, "recommendations") if key in row}
        yield ReportPlan(**row, said=said)


def acts(world: World) -> Iterator[Act]:
    """List what is done for each report: asked for on one day, the rest on the next."""
    asked = world.today - timedelta(days=2)
    for plan in plans():
        yield Act(moment(asked, 16), partial(_ask, world, plan))
        yield Act(moment(asked, 17), partial(_go_on, world, plan))


def _ask(world: World, plan: ReportPlan) -> None:
    item = next((each for each in world.meetings[BODY, NEXT].agenda_items if each.title == plan.item), None)
    if item is None or item.meeting.agenda_published_on is not None:
        return
    wanted = Wanted(
        asked_for=plan.asked_for,
        due_on=_due(item.meeting.on),
        report_of=plan.report_of,
        clearances=tuple(map(ClearanceOf, plan.clearances)),
    )
    reports.request(item, author=world.people[plan.author], wanted=wanted, actor=world.officer(BODY))


def _due(meeting_on: date) -> date:
    return min(clock.today() + timedelta(days=1), meeting_on)


def _go_on(world: World, plan: ReportPlan) -> None:
    """Take a report as far as it has come."""
    asked = [each for each in _reports(world) if each.agenda_item and each.agenda_item.title == plan.item]
    if not asked or plan.stage == "requested":
        return
    report, officer = asked[0], world.officer(BODY)
    reports.draft(report, _contents(world, plan), seen=report.edits, actor=officer)
    if plan.stage == "drafted":
        return
    reports.submit(report, actor=officer)
    if plan.stage == "returned":
        reports.return_(report, because=plan.because, actor=officer)
        return
    for clearance in report.clearances[: None if plan.stage == "ready" else 1]:
        clearances.give(clearance, by="Chief Solicitor", on=clock.today(), actor=officer)
    if plan.stage == "ready":
        report_files.finish(report, actor=officer)


def _reports(world: World) -> list[Report]:
    return [each for item in world.meetings[BODY, NEXT].agenda_items for each in queries.of_item(item)]


def _contents(world: World, plan: ReportPlan) -> Contents:
    author = world.people[plan.author]
    return Contents(
        subject=plan.item,
        report_of=plan.report_of,
        sections=tuple((key, words) for key, words in plan.said.items() if key in SECTIONS),
        recommendations=tuple(plan.said["recommendations"]),
        contacts=(Contact(author.name, author.email or ""),),
    )
