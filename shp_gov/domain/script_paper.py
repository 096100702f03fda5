"""The chair's papers as plain values: the running script, the briefing, the sheet on which people sign."""

from dataclasses import dataclass
from datetime import date, time

from shp_gov.domain.papers import Exemption, Imprint


@dataclass(frozen=True, kw_only=True)
class ScriptItem:
    """One item as the chair takes it: what to say, what to know, and each recommendation word for word.

    `resolution` is read and agreed before the item; `before` is said first of all.
    """

    number: str
    title: str
    presenter: str = ""
    minutes_allowed: int | None = None
    before: tuple[str, ...] = ()
    resolution: str = ""
    says: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    exemption: Exemption | None = None
    is_withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class ScriptPaper:
    """Everything the chair says at a meeting, in its order."""

    imprint: Imprint
    on: date
    starts_at: time | None = None
    venue: str = ""
    chair: str = ""
    opening: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    items: tuple[ScriptItem, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BriefItem:
    """One item in a line: who speaks, for how long, and what is asked."""

    number: str
    title: str
    speaker: str = ""
    asked: str = ""
    is_private: bool = False


@dataclass(frozen=True, kw_only=True)
class BriefingPaper:
    """What the chair should know before a meeting, on two pages."""

    imprint: Imprint
    on: date
    starts_at: time | None = None
    venue: str = ""
    minutes_planned: int = 0
    forecast: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    items: tuple[BriefItem, ...] = ()
    conflicts: tuple[str, ...] = ()
    overdue: tuple[str, ...] = ()
    to_close: tuple[str, ...] = ()
    late: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signing:
    """A line of the attendance sheet."""

    name: str
    seat: str
    reply: str


@dataclass(frozen=True, kw_only=True)
class AttendanceSheet:
    """Who is expected, with room to sign."""

    imprint: Imprint
    on: date
    starts_at: time | None = None
    venue: str = ""
    lines: tuple[Signing, ...] = ()
