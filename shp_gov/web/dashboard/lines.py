"""A line of Today: what it is, whose, by when, and the page with the next step."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=7)


class Group(StrEnum):
    """When a line is to be done, or by whom."""

    OVERDUE = "Overdue"
    THIS_WEEK = "This week"
    WHEN_YOU_CAN = "When you can"
    WAITING = "Waiting on others"
    OLD = "Gaps in the old record"


MINE = (Group.OVERDUE, Group.THIS_WEEK, Group.WHEN_YOU_CAN)


@dataclass(frozen=True)
class Step:
    """Where the next step is done, and what that page is called."""

    href: str
    page: str


@dataclass(frozen=True)
class Task:
    """One line. `day` orders the lines of a group: the oldest, and the soonest, first."""

    group: Group
    words: str
    step: Step
    small: str
    when: str = ""
    late: str = ""
    day: date = date.max
