"""A meeting of the example: called, put on paper, held, minuted, and its minutes approved at the next."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from shp_gov.domain.coming_and_going import Stay
from shp_gov.domain.words import and_list, day_words, long_day
from shp_gov.domain.workflows import ActionState
from shp_gov.example import access, agendas, publishing
from shp_gov.example.acts import Act
from shp_gov.example.agendas import Line
from shp_gov.example.content import ItemPlan, MeetingPlan, Row
from shp_gov.example.days import moment
from shp_gov.example.deciding import decide
from shp_gov.example.minuting import Room, state_of_the_log
from shp_gov.example.world import World
from shp_gov.models import (
    AgendaItem,
    Capacity,
    ItemKind,
    ItemOrigin,
    ItemOutcome,
    Meeting,
    Minute,
    MinutesVersionKind,
    OfficeKind,
    Person,
)
from shp_gov.queries import bodies
from shp_gov.services import (
    action_endings,
    agenda,
    attendance,
    declarations,
    diary,
    meeting_steps,
    minute_steps,
    minutes_versions,
    room,
)
from shp_gov.services.agenda import Wording

CALLED, PUBLISHED, TO_CHAIR, DRAFT_OUT = 63, 9, 3, 7
STAGES = ("draft", "with the chair", "draft published", "approved")
WHY_PRIVATE = "It would name somebody, and the public loses nothing by waiting for what is decided."
SECRETARY = "Democratic Services Officer"


@dataclass
class Sitting:
    """One meeting of the example while it is made."""

    world: World
    plan: MeetingPlan
    items: dict[str, AgendaItem] = field(default_factory=dict)
    room: Room = field(init=False)

    @property
    def meeting(self) -> Meeting:
        """Give the meeting as it stands in the register."""
        return self.world.meetings[self.plan.body, self.plan.place]

    @property
    def before(self) -> Meeting | None:
        """Give the meeting before it, if that is in the register."""
        return self.world.meetings.get((self.plan.body, self.plan.place - 1))


def acts(world: World, plan: MeetingPlan) -> Iterator[Act]:
    """List what is done for a meeting, each thing on its day."""
    sitting, on = Sitting(world, plan), world.day(plan.body, plan.place)
    known, founded = world.today - timedelta(days=2), world.founded_on(plan.body)
    called = max(min(on - timedelta(days=CALLED), known), founded)
    published = max(on - timedelta(days=PUBLISHED), founded + timedelta(days=1))
    yield Act(moment(called, 13), lambda: _call(sitting))
    if plan.place > 1:
        return
    yield Act(moment(min(published - timedelta(days=1), known), 15), lambda: _put_on_the_agenda(sitting))
    yield Act(moment(published, 9), lambda: publishing.publish(world, plan))
    if plan.late:
        yield Act(moment(on - publishing.LATE_BEFORE, 11), lambda: publishing.come_late(world, plan))
    yield Act(moment(on, 14), lambda: _hold(sitting))
    stage = STAGES.index(plan.stage)
    if stage > 0:
        yield Act(moment(on + timedelta(days=TO_CHAIR), 11), lambda: _step(sitting, "send_to_the_chair"))
    if stage > 1:
        yield Act(moment(on + timedelta(days=DRAFT_OUT), 11), lambda: _step(sitting, "publish_as_a_draft"))


def _call(sitting: Sitting) -> None:
    world, plan = sitting.world, sitting.plan
    body = world.plans[plan.body]
    world.meetings[plan.body, plan.place] = diary.call(
        world.bodies[plan.body],
        on=world.day(plan.body, plan.place),
        starts_at=body.starts_at,
        venue=body.venue,
        actor=world.officer(plan.body),
    )


def _put_on_the_agenda(sitting: Sitting) -> None:
    world, plan = sitting.world, sitting.plan
    confirming = long_day(world.day(plan.body, plan.place - 1))
    for line in agendas.lines(plan.items, confirming=confirming, secretary=SECRETARY):
        sitting.items[line.title] = _carried(sitting, line) or _written(sitting, line)


def _carried(sitting: Sitting, line: Line) -> AgendaItem | None:
    """Find what came onto the agenda by itself when the meeting before closed."""
    of_its_kind = (item for item in sitting.meeting.agenda_items if item.kind is line.kind)
    return None if line.kind is ItemKind.BUSINESS else next(of_its_kind, None)


def _written(sitting: Sitting, line: Line) -> AgendaItem:
    plan = line.item or ItemPlan(line.title)
    wording = Wording(
        title=line.title,
        section=line.section,
        presenter=line.presenter,
        purpose=line.purpose,
        is_exempt=plan.paragraph is not None,
        exempt_paragraph=plan.paragraph,
        public_interest_reason=plan.interest or WHY_PRIVATE,
        public_title=plan.public_title,
    )
    confirms = sitting.before if line.kind is ItemKind.MINUTES else None
    actor, origin = sitting.world.officer(sitting.plan.body), ItemOrigin.WRITTEN if line.item else ItemOrigin.STANDING
    return agenda.add(sitting.meeting, wording, kind=line.kind, origin=origin, confirms=confirms, actor=actor)


def _hold(sitting: Sitting) -> None:
    world, plan, meeting = sitting.world, sitting.plan, sitting.meeting
    actor, body = world.officer(plan.body), world.plans[plan.body]
    sitting.room = Room(meeting, actor, body.starts_at)
    sitting.room.open()
    _attend(sitting)
    _open_business(sitting)
    for item in plan.items:
        if item.section == "private":
            sitting.room.exclude_the_public()
        _minute(sitting, item)
    sitting.room.nothing_else()
    _leave_early(sitting)
    following = world.day(plan.body, plan.place + 1)
    room.close(
        meeting, at=plan.ended, next_on=following, next_starts_at=body.starts_at, next_venue=body.venue, actor=actor
    )


def _leave_early(sitting: Sitting) -> None:
    world, meeting = sitting.world, sitting.meeting
    left = {world.people[key].id: at for key, at in sitting.plan.left.items()}
    lines = {line: Stay(None, left[line.person_id]) for line in meeting.attendances if line.person_id in left}
    if lines:
        attendance.record_times(meeting, lines, today=meeting.on, actor=world.officer(sitting.plan.body))


def _attend(sitting: Sitting) -> None:
    world, plan, meeting = sitting.world, sitting.plan, sitting.meeting
    body = world.bodies[plan.body]
    chair = bodies.offices(body, on=meeting.on)[OfficeKind.CHAIR].person
    chairing = world.people[plan.in_the_chair] if plan.in_the_chair else chair
    members = {holder.person_id for seat in bodies.members(body, on=meeting.on) for holder in seat.holders}
    away = {world.people[key].id for key in (*plan.apologies, *plan.absent, *plan.substitutes)}
    here = [key for key, person in world.people.items() if person.id in members - away]
    for key in sorted(here, key=lambda key: world.people[key] is not chairing):
        in_the_chair = world.people[key] is chairing
        _record(sitting, key, Capacity.PRESENT, in_the_chair=in_the_chair, remote=key in plan.remote)
    for key, stands_in in plan.substitutes.items():
        _record(sitting, stands_in, Capacity.SUBSTITUTE, instead_of=world.people[key])
    for keys, capacity in (
        (plan.apologies, Capacity.APOLOGIES),
        (plan.absent, Capacity.ABSENT),
        (plan.also_present, Capacity.ALSO_PRESENT),
        (plan.officers, Capacity.OFFICER),
    ):
        for key in keys:
            _record(sitting, key, capacity)


def _record(
    sitting: Sitting,
    key: str,
    capacity: Capacity,
    *,
    instead_of: Person | None = None,
    in_the_chair: bool = False,
    remote: bool = False,
) -> None:
    person = sitting.world.people[key]
    meeting_steps.record_attendance(
        sitting.meeting,
        person,
        capacity,
        instead_of=instead_of,
        in_the_chair=in_the_chair,
        remote=remote,
        actor=sitting.world.officer(sitting.plan.body),
    )


def _role(person: Person, on: date) -> str:
    post = person.post_on(on)
    return post.title_on(on) if post else ""


def _open_business(sitting: Sitting) -> None:
    world, plan = sitting.world, sitting.plan
    actor = world.officer(plan.body)
    _take(sitting, agendas.APOLOGIES, _apologies(sitting))
    declared = [f"{world.people[row['person']].name} {row['words']}" for row in plan.interests]
    _take(sitting, agendas.INTERESTS, " ".join(declared) or "None.")
    confirming = world.day(plan.body, plan.place - 1)
    _take(sitting, f"Minutes of the meeting held on {long_day(confirming)}", "Confirmed.")
    if sitting.before:
        minute_steps.approve(sitting.before, at=sitting.meeting, actor=actor)
        minutes_versions.keep(sitting.before, MinutesVersionKind.APPROVED, at=sitting.meeting, actor=actor)
    else:
        sitting.meeting.confirms_minutes_of = None
    _go_through_the_log(sitting)


def _take(sitting: Sitting, title: str, narrative: str) -> None:
    minute = sitting.room.take(sitting.items[title])
    sitting.room.say(minute, narrative=narrative)
    sitting.room.settle(minute, ItemOutcome.NOTED)


def _apologies(sitting: Sitting) -> str:
    people = [sitting.world.people[key] for key in sitting.plan.apologies]
    if not people:
        return "None."
    names = and_list(f"{person.name} ({_role(person, sitting.meeting.on)})" for person in people)
    return f"Apologies for absence were submitted on behalf of {names}."


def _go_through_the_log(sitting: Sitting) -> None:
    world, plan, meeting = sitting.world, sitting.plan, sitting.meeting
    actor = world.officer(plan.body)
    actions = [action for action in world.actions.values() if action.body_id == meeting.body_id]
    minute = sitting.room.take(sitting.items[agendas.LOG])
    sitting.room.say(
        minute,
        purpose="To report what has been done since the last meeting and what is late.",
        narrative=" ".join([state_of_the_log(actions, meeting), plan.log]).strip(),
    )
    done = [each for each in actions if each.state is ActionState.VERIFIED and each.id in world.to_agree]
    if done:
        action_endings.agree_closure(done, meeting=meeting, minute=minute, actor=actor)
    sitting.room.settle(minute, ItemOutcome.NOTED)


def _minute(sitting: Sitting, item: ItemPlan) -> None:
    paper, actor = sitting.items.get(item.title), sitting.world.officer(sitting.plan.body)
    if paper is None:
        minute = sitting.room.admit(item.title, presenter=item.presenter, ruling=item.ruling or "")
    else:
        minute = sitting.room.take(paper)
    sitting.room.say(minute, purpose=item.purpose, narrative=_filled(item.issues, sitting))
    if item.interest:
        access.say_why(minute, interest=item.interest, summary=item.summary, actor=actor)
    for row in sitting.plan.interests:
        if row["item"] == item.title:
            _declare(sitting, row, minute)
    for decision in item.decisions:
        decide(sitting.world, minute, decision)
    sitting.room.settle(minute, ItemOutcome.DISCUSSED)


def _declare(sitting: Sitting, row: Row, minute: Minute) -> None:
    person = sitting.world.people[row["person"]]
    declarations.declare(
        sitting.meeting,
        person,
        words=f"{person.name} {row['words']}",
        item=minute.agenda_item,
        minute=minute,
        left=row["left"],
        actor=sitting.world.officer(sitting.plan.body),
    )


def _filled(words: str | None, sitting: Sitting) -> str | None:
    """Put the days of the meetings on either side into the words."""
    world, plan = sitting.world, sitting.plan
    for name, place in (("{last}", plan.place - 1), ("{next}", plan.place + 1)):
        words = words and words.replace(name, day_words(world.day(plan.body, place)))
    return words


def _step(sitting: Sitting, step: str) -> None:
    getattr(minute_steps, step)(sitting.meeting, actor=sitting.world.officer(sitting.plan.body))
