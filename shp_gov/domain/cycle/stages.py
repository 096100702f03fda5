"""The stages of a meeting along a line: what is done, where the work is now, and the days."""

from collections.abc import Mapping
from dataclasses import dataclass

from shp_gov.domain.cycle.facts import Work
from shp_gov.domain.cycle.task import FINISHED, Task

LINE = (
    ("Items called for", ("call",)),
    ("Agenda drafted", ("agenda",)),
    ("Reports cleared", ("reports",)),
    ("Checked and published", ("check", "publish")),
    ("Meeting held", ("room",)),
    ("Minutes agreed by chair", ("agree",)),
    ("Draft minutes public", ("draft",)),
    ("Minutes approved", ("approve",)),
)


@dataclass(frozen=True)
class Step:
    """One stage on the line."""

    words: str
    is_done: bool
    is_now: bool
    small: str


def stages(work: Work, tasks: list[Task]) -> list[Step]:
    """Set the stages along the line; the first that is not done is where the work is."""
    by_key = {task.key: task for task in tasks}
    done = [all(by_key[key].status in FINISHED for key in keys) for _, keys in LINE]
    now = done.index(False) if False in done else None
    return [
        Step(words, done[place], place == now, _small(work, by_key, keys, is_done=done[place]))
        for place, (words, keys) in enumerate(LINE)
    ]


def _small(work: Work, by_key: Mapping[str, Task], keys: tuple[str, ...], *, is_done: bool) -> str:
    task = by_key[keys[-1]]
    if task.key == "room":
        return f"{work.on.day} {work.on:%B}"
    if is_done:
        return "Not needed" if all(by_key[key].status != "completed" for key in keys) else "Done"
    if task.key == "reports" and work.reports:
        return f"{work.ready} of {len(work.reports) + len(work.without_report)} ready"
    if task.missed_on:
        return f"Was due {task.missed_on.day} {task.missed_on:%B}"
    day = work.minutes.comes_to or work.next_on if task.key == "approve" else task.due_on
    return f"{'' if task.key == 'approve' else 'By '}{day.day} {day:%B}" if day else "No date"
