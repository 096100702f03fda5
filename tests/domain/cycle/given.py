"""A meeting on its way, of which a test says only what matters to it."""

from dataclasses import replace
from datetime import date, timedelta

from shp_gov.domain.back_plan import USUAL, due_on
from shp_gov.domain.cycle import AgendaStands, MinutesStand, RepliesStand, ReportStands, Work
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, ReportState

DAY = date(2026, 9, 10)
PUBLISH_BY = date(2026, 9, 2)
DUE = {stage: due_on(DAY, number) for stage, number in USUAL.items()}
READY = ReportStands("5.1", "Patrols", ReportState.READY)
LATE = ReportStands("5.2", "Domestic abuse services", ReportState.SUBMITTED, waits_for=["legal"])
AGREED = AgendaStands(3, AgendaState.AGREED, date(2026, 8, 17))


def a_work(*, days_before: int = 30, **details) -> Work:
    """Make a meeting whose agenda is drafted and agreed, so many days before it."""
    usual = Work(
        on=DAY,
        today=DAY - timedelta(days=days_before),
        state=MeetingState.SCHEDULED,
        due=DUE,
        publish_by=PUBLISH_BY,
        items=13,
        agenda=AGREED,
        replies=RepliesStand(13, 6, 5, 1),
        next_on=date(2026, 11, 12),
    )
    return replace(usual, **details)


def after(state: MinutesState | None, **details) -> Work:
    """Make a meeting that was held, with minutes in a state."""
    minutes = MinutesStand(state=state, **details)
    held = {"published_on": PUBLISH_BY, "state": MeetingState.CLOSED, "minutes": minutes}
    return a_work(days_before=-3, **held)
