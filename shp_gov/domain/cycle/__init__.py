"""The work on a meeting as a list of tasks: what is done, what is in the way, what is next."""

from shp_gov.domain.cycle.facts import AgendaStands, CallStands, MinutesStand, RepliesStand, ReportStands, Work
from shp_gov.domain.cycle.following import Next, next_step
from shp_gov.domain.cycle.stages import Step, stages
from shp_gov.domain.cycle.task import Part, Status, Task
from shp_gov.domain.cycle.tasks import obstacles, tasks

__all__ = [
    "AgendaStands",
    "CallStands",
    "MinutesStand",
    "Next",
    "Part",
    "RepliesStand",
    "ReportStands",
    "Status",
    "Step",
    "Task",
    "Work",
    "next_step",
    "obstacles",
    "stages",
    "tasks",
]
