"""The meetings of a pack that is made again: one held and minuted, one called with its agenda and reports."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.minutes_words import names_the_next_meeting
from shp_gov.models import AgendaItem, Body, Capacity, ItemKind, ItemOutcome, Meeting, Person, Seat
from shp_gov.queries import agendas, minuting
from shp_gov.services.agenda import BUSINESS, Wording
from shp_gov.services.reports import Wanted
from tests.factories import SYSTEM
from tests.reports import Contact, some_contents

Json = Mapping[str, Any]
KINDS = (
    (r"apolog", ItemKind.APOLOGIES),
    (r"declarations? of interest", ItemKind.DECLARATIONS),
    (r"minutes of the meeting", ItemKind.MINUTES),
    (r"any other (items|business) which", ItemKind.URGENT_BUSINESS),
)
SAID = "Members heard a report and asked three questions:\n\n(i) how many;\n(ii) since when;\n(iii) at what cost."
RULING = "The Chair ruled that this could not wait, because the offer ends before the next meeting."


@contextmanager
def on(day: date, hour: int) -> Iterator[None]:
    """Let it be an hour of a day."""
    with clock.at(datetime.combine(day, time(hour), tzinfo=clock.LONDON)):
        yield


@dataclass
class Remade:
    """The body of a pack, its people and seats, the meeting that was minuted and the meeting that is called."""

    body: Body
    people: dict[str, Person] = field(default_factory=dict)
    seats: list[Seat] = field(default_factory=list)
    minuted: Meeting | None = None
    called: Meeting | None = None

    def person(self, name: str) -> Person:
        """Give somebody by the name that the pack prints."""
        if name not in self.people:
            self.people[name] = services.by_hand.add_person(name, actor=SYSTEM)
        return self.people[name]


# --- An agenda ---
def call(made: Remade, pack: Json) -> Meeting:
    """Call the next meeting, build its agenda and get its reports in."""
    if pack["next_meeting"] is not None:
        _in_the_diary(made, pack["next_meeting"])
    meeting = _in_the_diary(made, pack | {"date": pack["meeting_date"]})
    lines = [line for line in pack["agenda_items"] if not _is_heading(line, pack["agenda_items"])]
    _build(meeting, lines)
    for report in pack["reports"]:
        _report(made, meeting, report)
    return meeting


def _in_the_diary(made: Remade, when: Json) -> Meeting:
    return services.diary.call(
        made.body,
        on=date.fromisoformat(when["date"]),
        starts_at=time.fromisoformat(when["time"]),
        venue=when["venue"],
        actor=SYSTEM,
    )


def _is_heading(line: Json, lines: Sequence[Json]) -> bool:
    """Tell whether a line of an agenda only holds those under it."""
    return any(other["number"].startswith(f"{line['number']}.") for other in lines)


def _build(meeting: Meeting, lines: Sequence[Json]) -> None:
    """Make the agenda say these lines and no others, in their order, whatever came onto it by itself."""
    _clear(meeting, lines)
    for line in lines:
        kind, wording = kind_of(line["title"]), _wording(line)
        there = next((item for item in agendas.items(meeting) if item.kind is kind is not ItemKind.BUSINESS), None)
        if there is not None:
            services.agenda.change(there, wording, seen=agendas.seen(there), actor=SYSTEM)
        else:
            services.agenda.add(meeting, wording, kind=kind, actor=SYSTEM)
    for place, title in enumerate(line["title"] for line in lines):
        for _ in range(_place(meeting, title) - place):
            services.agenda.move_heading(_item(meeting, title), up=True, actor=SYSTEM)


def _clear(meeting: Meeting, lines: Sequence[Json]) -> None:
    wanted = {kind_of(line["title"]) for line in lines} - {ItemKind.BUSINESS}
    for item in agendas.items(meeting):
        if item.kind in BUSINESS:
            services.forward_plan.put_off(item, reason="Not ready", some_day=True, actor=SYSTEM)
        elif item.kind not in wanted:
            services.agenda.remove(item, actor=SYSTEM)


def kind_of(title: str) -> ItemKind:
    """Tell the kind of an item by its title, as an officer chooses it."""
    return next((kind for words, kind in KINDS if re.search(words, title, re.IGNORECASE)), ItemKind.BUSINESS)


def _wording(line: Json) -> Wording:
    under = None if line["section"] == line["title"] else line["section"]
    return Wording(title=line["title"], section=under, presenter=line["presenter"])


def _item(meeting: Meeting, title: str) -> AgendaItem:
    return next(item for item in agendas.items(meeting) if item.title == title)


def _place(meeting: Meeting, title: str) -> int:
    return [item.title for item in agendas.items(meeting)].index(title)


def _report(made: Remade, meeting: Meeting, report: Json) -> None:
    item = next(each for each in agendas.items(meeting) if each.number == report["item_number"])
    contacts = tuple(Contact(one["name"], one["email"] or "", one["phone"] or "") for one in report["contact_officers"])
    author = made.person(contacts[0].name)
    asked = services.reports.request(item, author=author, wanted=Wanted(), actor=SYSTEM)
    contents = some_contents(
        subject=report["title"],
        report_of=report["report_of"],
        sections=(("purpose", f"To report on {report['title']}."), ("background", "It is so.\n\n" * item.position)),
        recommendations=tuple(report["recommendations"]),
        contacts=contacts,
        appendices=tuple(report["appendices"]),
    )
    services.reports.draft(asked, contents, seen=asked.edits, actor=SYSTEM)
    for step in (services.reports.submit, services.reports.clear, services.reports.make_ready):
        step(asked, actor=SYSTEM)


# --- A meeting and its minutes ---
def hold(made: Remade, minutes: Json, *, before: Meeting) -> Meeting:
    """Hold the meeting that the pack brings the minutes of."""
    day, start = date.fromisoformat(minutes["meeting_date"]), time.fromisoformat(minutes["start"])
    lines = [line | {"section": None} for line in minutes["items"] if not _came_up(line)]
    with on(day - timedelta(days=20), 9):
        meeting = _in_the_diary(made, {"date": minutes["meeting_date"], "time": minutes["start"], **minutes})
        _build(meeting, lines)
        services.meeting_steps.publish_agenda(meeting, actor=SYSTEM)
    with on(day, start.hour):
        services.room.open_(meeting, at=start, actor=SYSTEM)
        _attend(made, meeting, minutes)
        for line in filter(_came_up, minutes["items"]):
            wording = Wording(title=line["title"], presenter=line["presenter"], urgency_reason=RULING)
            services.late_items.admit(meeting, wording, actor=SYSTEM)
        for line in minutes["items"]:
            _minute(made, meeting, line, before)
        _close(meeting, minutes)
    return meeting


def _came_up(line: Json) -> bool:
    return bool(line["urgent"]) and kind_of(line["title"]) is not ItemKind.URGENT_BUSINESS


def _attend(made: Remade, meeting: Meeting, minutes: Json) -> None:
    def came(name: str, capacity: Capacity, role: str | None, **more: Any) -> None:
        person = made.person(name)
        services.meeting_steps.record_attendance(meeting, person, capacity, role=role, actor=SYSTEM, **more)

    for one in minutes["present"]:
        in_the_chair = one["name"] == minutes["chair"]
        came(one["name"], Capacity.PRESENT, one["organisation_or_post"], in_the_chair=in_the_chair)
    for one in minutes["substitutes"]:
        came(one["name"], Capacity.SUBSTITUTE, one["organisation"], instead_of=made.person(one["for"]))
    for one in minutes["apologies"]:
        came(one["name"], Capacity.APOLOGIES, one["organisation"])
    for one in minutes["also_present"]:
        came(one["name"], Capacity.ALSO_PRESENT, one["organisation_or_post"])
    for one in minutes["officers"]:
        came(one["name"], Capacity.OFFICER, one["organisation_or_post"])
    for words in minutes["declarations"]:
        name = next(name for name in made.people if words.startswith(name))
        services.declarations.declare(meeting, made.person(name), words=words, actor=SYSTEM)


def _minute(made: Remade, meeting: Meeting, line: Json, before: Meeting) -> None:
    """Take one item: what was said, what was decided, what came of it."""
    minute = next(row for row in minuting.minutes_of(meeting) if row.title == line["title"])
    kind = kind_of(line["title"])
    if kind is ItemKind.MINUTES:
        services.approvals.approve(before, at=meeting, actor=SYSTEM)
        return
    if kind is ItemKind.BUSINESS and not names_the_next_meeting(line["title"]):
        said = {"purpose": "To say how it stands.", "narrative": SAID}
        services.revisions.save(minute, words=said, based_on=minute.version, actor=SYSTEM)
    for words in line["decisions"]:
        decided = services.rulings.decide(minute, words=words, actor=SYSTEM)
        services.actions.assign(
            decided,
            what="Do what was decided",
            owner=made.seats[0],
            due_on=meeting.on + timedelta(days=30),
            actor=SYSTEM,
        )
    services.minuting.settle(minute, outcome=ItemOutcome.DISCUSSED, actor=SYSTEM)


def _close(meeting: Meeting, minutes: Json) -> None:
    following = minutes["next_meeting_date"]
    services.room.close(
        meeting,
        at=time.fromisoformat(minutes["end"]),
        next_on=date.fromisoformat(following) if following else None,
        actor=SYSTEM,
    )


def agree_the_minutes(meeting: Meeting) -> None:
    """Let the chair agree the minutes as they are, and put them out as a draft."""
    db.session.flush()
    version = services.minutes_versions.send_to_the_chair(meeting, actor=SYSTEM)
    services.minutes_versions.agree(meeting, sha256=version.sha256, actor=SYSTEM)
    services.minutes_versions.publish_as_a_draft(meeting, actor=SYSTEM)
