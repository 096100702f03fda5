"""One task of a meeting, and how it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How a task stands."""

    CANNOT_START = "cannot start yet"
    NOT_STARTED = "not yet started"
    IN_PROGRESS = "in progress"
    BLOCKED = "blocked"
    COMPLETED = "completed"
    NOT_NEEDED = "not needed"


class Part(StrEnum):
    """Which part of the work a task belongs to."""

    BEFORE = "Before the meeting"
    AT = "At the meeting"
    AFTER = "After the meeting"


FINISHED = (Status.COMPLETED, Status.NOT_NEEDED)


@dataclass(frozen=True)
class Task:
    """One task: its key, what it is called, how it stands, a sentence about it, and by when it is due.

    `missed_on`: the day by which it was due, where the meeting was made only after it.
    """

    key: str
    part: Part
    words: str
    status: Status
    says: str
    due_on: date | None = None
    missed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether its page can be opened."""
        return self.status is not Status.CANNOT_START

    def is_late(self, today: date) -> bool:
        """Tell whether its day has passed and it is not done."""
        return self.due_on is not None and self.due_on < today and self.status not in FINISHED
