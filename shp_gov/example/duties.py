"""The governance calendar of the example: what was recorded about its duties, with some late and some missing."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from shp_gov.domain.duties import Duty, Value, duties
from shp_gov.domain.duties.planning import Item, Kind
from shp_gov.domain.duties.years import Span, spans_about
from shp_gov.example.acts import Act, Deed
from shp_gov.example.content import FOLDER
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.services import duties as services
from shp_gov.services import duty_plans
from shp_gov.services.duties import Account
from shp_gov.services.evidence import Upload

BODY = "partnership"
LATER = timedelta(days=3)


@dataclass(frozen=True)
class EntryPlan:
    """One thing recorded about a duty: its days counted into its year, back from today, or from a meeting."""

    duty: str
    year: int | None = None
    quarter: int | None = None
    into: Mapping[str, int] = field(default_factory=dict)
    ago: Mapping[str, int] = field(default_factory=dict)
    meeting: int | None = None
    at: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    is_done: bool = True
    note: str = ""
    file: str = ""


@dataclass(frozen=True)
class TiePlan:
    """A duty of a year that is on a meeting to come."""

    duty: str
    year: int
    meeting: int


@cache
def plans() -> tuple[EntryPlan, ...]:
    """List what is recorded."""
    return tuple(EntryPlan(**row) for row in _read()["entry"])


def _read() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "duties.toml").read_text(encoding="utf-8"))


def acts(world: World) -> Iterator[Act]:
    """List who recorded what, some days after it was done."""
    for plan in plans():
        duty = duties()[plan.duty]
        span = span_of(plan, duty, world.today)
        days = days_of(world, plan, span)
        last = max(days.values(), default=span.ends_on if span else world.today)
        recorded = max(last, world.founded_on(BODY)) + LATER
        yield Act(moment(recorded, 10), _recording(world, plan, duty, span, days))
    for row in _read()["plan"]:
        yield Act(moment(world.today - timedelta(days=1), 15), _tying(world, TiePlan(**row)))


def _tying(world: World, plan: TiePlan) -> Deed:
    duty = duties()[plan.duty]
    span = spans_about(duty.cycle, world.today, before=0, after=plan.year)[-1]
    item = Item(Kind.DUTY, duty.id, span.starts_on, duty.title, duty.due_on(span) or span.ends_on)

    def tie() -> None:
        meeting = world.meetings[BODY, plan.meeting]
        duty_plans.tie(world.bodies[BODY], item, meeting, actor=world.officer(BODY))

    return tie


def span_of(plan: EntryPlan, duty: Duty, today: date) -> Span | None:
    """Find the year or quarter that an entry is for, counted from the one that today is in."""
    back = plan.year if plan.year is not None else plan.quarter
    return spans_about(duty.cycle, today, before=-back)[0] if back is not None else None


def days_of(world: World, plan: EntryPlan, span: Span | None) -> dict[str, date]:
    """Tell the days that an entry names."""
    days = {name: world.today - timedelta(days=number) for name, number in plan.ago.items()}
    if span is not None:
        days |= {name: span.starts_on + timedelta(days=number) for name, number in plan.into.items()}
    if plan.meeting is not None:
        days[plan.at] = world.day(BODY, plan.meeting)
    return days


def _recording(world: World, plan: EntryPlan, duty: Duty, span: Span | None, days: Mapping[str, date]) -> Deed:
    def record() -> None:
        said: dict[str, Value] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in plan.said.items()
        }
        account = Account(
            entered=said | dict(days),
            is_done=plan.is_done,
            meeting=world.meetings[BODY, plan.meeting] if plan.meeting is not None else None,
            note=plan.note,
            file=Upload(plan.file, (FOLDER / "evidence" / plan.file).read_bytes()) if plan.file else None,
        )
        year = span.starts_on if span else None
        services.record(world.bodies[BODY], duty, account, year=year, actor=world.officer(BODY))

    return record
