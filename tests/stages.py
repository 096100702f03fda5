"""A meeting at each stage of its cycle, brought there by what officers, chair and members do, as seen from a day."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.domain.quorum import AtLeast, Quorum, as_plain
from shp_gov.models import Body, RoleHeld
from tests import factories as make
from tests.company import Company, Course
from tests.stage_steps import (
    NEXT_AFTER,
    NOON,
    TEN,
    adjourn,
    agree,
    agree_minutes,
    approve,
    ask_for_a_check,
    ask_for_changes,
    build,
    call,
    cancel,
    check,
    close,
    come_late,
    correct,
    decide,
    lose_the_quorum,
    meet_again,
    open_,
    postpone,
    publish,
    publish_minutes,
    reply,
    send,
    send_minutes,
    settle,
    suggest,
    write,
)
from tests.terms import terms_in_force

Step = Callable[[Course], None]


def at_stage(stage: str, *, company: Company, today: date, name: str = "") -> Course:
    """Bring a meeting to a stage, in a partnership of its own."""
    days, steps = STAGES[stage]
    course = Course(
        company, _a_body(name or f"Partnership: {stage}", company, today), today + timedelta(days=days), today
    )
    for step in steps:
        _do(step, course)
    return course


def _a_body(name: str, company: Company, today: date) -> Body:
    body = make.a_body(name)
    for place, (person, post) in enumerate(zip(company.people, company.words.posts, strict=True)):
        make.a_seat(body=body, held_by=person, post=post, position=place)
    make.a_chair_in_office(company.people[0], body=body)
    quorum = as_plain(Quorum(AtLeast(2)))
    terms_in_force(body, from_on=today - timedelta(days=900), quorum=quorum)
    for who, role in (("officer", Role.OFFICER), ("second officer", Role.OFFICER), ("chair", Role.CHAIR)):
        db.session.add(RoleHeld(user=company.users[who], body=body, role=role, from_on=make.LONG_AGO))
    make.a_standing_item(body=body)
    return body


def _do(step: Step, course: Course) -> None:
    """Do a step on its day; what would be ahead of today is done yesterday."""
    days, hour = WHEN[step]
    day = course.on + timedelta(days=days)
    moment = datetime.combine(day, hour, tzinfo=clock.LONDON)
    course.steps += 1
    ahead = datetime.combine(course.today - timedelta(days=1), time(8, course.steps), tzinfo=clock.LONDON)
    with clock.at(moment if day <= course.today else min(ahead, moment)):
        step(course)
    db.session.flush()
    db.session.expire_all()


BUILT = (call, build, write)
OUT = (*BUILT, send, agree, ask_for_a_check, check, publish, reply)
CLOSED = (*OUT, open_, decide, settle, close)
DRAFT_OUT = (*CLOSED, send_minutes, agree_minutes, publish_minutes)
STAGES: dict[str, tuple[int, tuple[Step, ...]]] = {
    "planned": (60, (call,)),
    "agenda being built": (40, (call, build)),
    "agenda with the chair": (30, (*BUILT, send)),
    "changes asked for": (30, (*BUILT, send, ask_for_changes)),
    "agenda agreed": (30, (*BUILT, send, agree)),
    "agenda to be checked": (20, (*BUILT, send, agree, ask_for_a_check)),
    "agenda checked": (20, (*BUILT, send, agree, ask_for_a_check, check)),
    "published": (9, OUT),
    "published with a supplement": (9, (*OUT, come_late)),
    "in progress": (0, (*OUT, come_late, open_, decide)),
    "adjourned": (0, (*OUT, open_, decide, adjourn)),
    "without a quorum": (0, (*OUT, open_, lose_the_quorum)),
    "closed": (-1, CLOSED),
    "minutes with the chair": (-2, (*CLOSED, send_minutes, suggest)),
    "minutes agreed": (-5, (*CLOSED, send_minutes, agree_minutes)),
    "draft minutes published": (-9, DRAFT_OUT),
    "minutes being approved": (-NEXT_AFTER, (*DRAFT_OUT, meet_again, correct)),
    "minutes approved": (-NEXT_AFTER, (*DRAFT_OUT, meet_again, correct, approve)),
    "postponed": (60, (call, build, postpone)),
    "cancelled": (60, (call, build, cancel)),
}
WHEN: dict[Step, tuple[int, time]] = {
    call: (-45, time(9)),
    build: (-30, time(9)),
    write: (-20, time(9)),
    send: (-14, time(9)),
    ask_for_changes: (-14, time(10)),
    agree: (-14, time(11)),
    ask_for_a_check: (-10, time(9)),
    check: (-10, time(10)),
    publish: (-10, time(11)),
    reply: (-6, time(9)),
    come_late: (-3, time(9)),
    open_: (0, TEN),
    decide: (0, time(10, 15)),
    adjourn: (0, time(10, 20)),
    lose_the_quorum: (0, time(10, 30)),
    settle: (0, time(11, 50)),
    close: (0, NOON),
    send_minutes: (1, time(9)),
    suggest: (1, time(10)),
    agree_minutes: (2, time(9)),
    publish_minutes: (3, time(9)),
    meet_again: (NEXT_AFTER, TEN),
    correct: (NEXT_AFTER, time(10, 10)),
    approve: (NEXT_AFTER, time(10, 20)),
    postpone: (-5, time(9)),
    cancel: (-5, time(9)),
}
