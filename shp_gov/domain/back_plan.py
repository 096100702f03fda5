"""The back-plan of a body: how many working days before or after a meeting each stage is due."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from shp_gov.domain.clear_days import Basis, counts

ONE_DAY = timedelta(days=1)


class Stage(StrEnum):
    """One stage of the cycle that is done by a day."""

    CALL_FOR_ITEMS = "call for items"
    DRAFT_AGENDA = "draft agenda to the chair"
    REPORTS_IN = "reports in"
    CLEARANCE = "clearance"
    BRIEFING = "chair's briefing"
    SECOND_CHECK = "second officer's check"
    PUBLISH = "publish"
    DECISIONS_OUT = "decision list"
    MINUTES_TO_CHAIR = "draft minutes to the chair"
    DRAFT_PUBLISHED = "draft minutes published"


USUAL: Mapping[Stage, int] = {
    Stage.CALL_FOR_ITEMS: -30,
    Stage.DRAFT_AGENDA: -20,
    Stage.REPORTS_IN: -15,
    Stage.CLEARANCE: -12,
    Stage.BRIEFING: -8,
    Stage.SECOND_CHECK: -7,
    Stage.PUBLISH: -6,
    Stage.DECISIONS_OUT: 0,
    Stage.MINUTES_TO_CHAIR: 5,
    Stage.DRAFT_PUBLISHED: 10,
}


def due_on(meeting: date, working_days: int) -> date:
    """Find the day so many working days before (negative) or after a meeting."""
    day, step = meeting, ONE_DAY if working_days > 0 else -ONE_DAY
    for _ in range(abs(working_days)):
        day += step
        while not counts(day, Basis.WORKING):
            day += step
    return day
