"""The day of an officer as lines to do: what it is, whose, by when, and the page with the next step."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from flask import url_for

from shp_gov.domain.words import and_list, day_words, long_day, plural
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Body, Meeting, Referral
from shp_gov.queries.bodies import Holder, Membership
from shp_gov.queries.dashboard import BodyToday, Pack, Today, Vacancy
from shp_gov.web.dashboard import meetings as of_meetings
from shp_gov.web.dashboard.lines import SOON, Group, Step, Task
from shp_gov.web.filters import count, distance

LATELY = timedelta(days=90)
OLD = timedelta(days=365)
MOST_VACANCIES = 3
MOST_DAYS = 3


def tasks(today: Today, *, user_id: int | None) -> dict[Group, list[Task]]:
    """Sort everything that needs somebody into its groups."""
    every = sorted(_every(today, user_id), key=lambda task: task.day)
    return {group: found for group in Group if (found := [task for task in every if task.group == group])}


def _every(today: Today, user_id: int | None) -> Iterator[Task]:
    bodies = {found.body.id: found for found in today.bodies}
    for found in today.bodies:
        yield from _of_body(found, today.on)
    for found in today.bodies:
        unrecorded = [meeting for meeting in today.unrecorded if meeting.body_id == found.body.id]
        unapproved = [meeting for meeting in today.unapproved if meeting.body_id == found.body.id]
        yield from _unrecorded(_since_last_year(unrecorded, today.on), found.body, today.on)
        yield from _drafts(_since_last_year(unapproved, today.on), found)
        yield from _gaps(unrecorded, unapproved, found.body, today.on)
    for stand in today.stands:
        yield from of_meetings.of_meeting(stand, today.on, user_id=user_id)
    yield from (_pack(pack, bodies) for pack in today.packs)
    yield from (_answer(referral, today.on) for referral in today.answers)


def _of_body(found: BodyToday, on: date) -> Iterator[Task]:
    actions, body = found.actions, found.body
    if actions.overdue and actions.oldest_due:
        yield _chase(found, actions.oldest_due, on)
    if actions.ownerless:
        words = f"Give {plural(actions.ownerless, 'action')} an owner: the seat has ended"
        yield _before_the_meeting(words, _log(body, "without an owner"), found, on)
    if actions.to_verify:
        words = f"Verify {plural(actions.to_verify, 'completed action')}"
        yield _before_the_meeting(words, _log(body, "to verify"), found, on)
    if found.proposals:
        words = f"Confirm {plural(found.proposals, 'proposed action')}"
        step = Step(url_for("actions.proposed", slug=body.slug), "proposed actions")
        yield _before_the_meeting(words, step, found, on)
    if actions.to_agree:
        words = f"{body.name}: agree that {plural(actions.to_agree, 'action')} {_is(actions.to_agree)} complete"
        yield _at_the_meeting(words, _log(body, "to agree"), "Verified already", found.coming)
    if found.to_ratify:
        words = f"{body.name}: ratify {plural(found.to_ratify, 'decision')} taken between meetings"
        step = Step(url_for("between.index", slug=body.slug), "decisions between meetings")
        yield _at_the_meeting(words, step, "Taken already, to be put to the meeting", found.coming)
    if found.findings:
        yield _look(found)
    yield from _vacant(found)
    yield from (_ending(seat, holder, body) for seat, holder in found.ending)


def _chase(found: BodyToday, oldest: date, on: date) -> Task:
    number = found.actions.overdue
    words = f"Chase {'the owner' if number == 1 else 'the owners'} of {plural(number, 'overdue action')}"
    late = f"{'' if number == 1 else 'Oldest '}{plural((on - oldest).days, 'day')} late"
    return Task(Group.OVERDUE, words, _log(found.body, "overdue"), found.body.name, late=late, day=oldest)


def _log(body: Body, show: str) -> Step:
    return Step(url_for("actions.log", slug=body.slug, show=show), "action log")


def _meeting(meeting: Meeting) -> Step:
    return Step(url_for("meetings.show", meeting_id=meeting.id), "meeting")


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _before_the_meeting(words: str, step: Step, found: BodyToday, on: date) -> Task:
    """What should be done before the next meeting is for this week when that meeting is."""
    coming = found.coming
    if coming is None:
        return Task(Group.WHEN_YOU_CAN, words, step, found.body.name)
    group = Group.THIS_WEEK if coming.on - on <= SOON else Group.WHEN_YOU_CAN
    small = f"{found.body.name}, for the meeting {distance(coming.on, on)}"
    return Task(group, words, step, small, when=f"Before {long_day(coming.on)}", day=coming.on)


def _at_the_meeting(words: str, step: Step, small: str, coming: Meeting | None) -> Task:
    when = f"At the meeting of {long_day(coming.on)}" if coming else "At its next meeting"
    return Task(Group.WAITING, words, step, small, when=when, day=coming.on if coming else date.max)


def _look(found: BodyToday) -> Task:
    words = f"Look at {plural(len(found.findings), 'finding')} of the checks"
    step = Step(url_for("compliance.stand", slug=found.body.slug), "findings")
    return Task(Group.WHEN_YOU_CAN, words, step, f"{found.body.name}. {found.findings[0].sentence}")


def _vacant(found: BodyToday) -> Iterator[Task]:
    step = Step(url_for("members.show", slug=found.body.slug), "members")
    if len(found.vacancies) > MOST_VACANCIES:
        words = f"Fill {plural(len(found.vacancies), 'vacant seat')}"
        yield Task(Group.WAITING, words, step, found.body.name, when="Vacant")
        return
    yield from (_one_vacancy(vacancy, found.body, step) for vacancy in found.vacancies)


def _one_vacancy(vacancy: Vacancy, body: Body, step: Step) -> Task:
    seat, since = vacancy.seat, vacancy.since
    who = seat.organisation or body.name
    small = f"{body.name}: {seat.post}" if seat.post else body.name
    when = f"Vacant since {long_day(since)}" if since else "Vacant"
    return Task(Group.WAITING, f"{who}: fill its seat", step, small, when=when, day=since or date.max)


def _ending(seat: Membership, holder: Holder, body: Body) -> Task:
    """A term that ends within 60 days asks for a successor, or for the same person again."""
    assert holder.until is not None, "only a term with an end can end"
    words = f"Say who follows {holder.name}, or appoint them again"
    step = Step(url_for("members.seat", seat_id=seat.seat_id), "seat")
    when = f"Ends on {long_day(holder.until)}"
    return Task(Group.WHEN_YOU_CAN, words, step, f"{body.name}: {seat.title}", when=when, day=holder.until)


def _since_last_year(meetings: Sequence[Meeting], on: date) -> list[Meeting]:
    return [meeting for meeting in meetings if on - meeting.on <= OLD]


def _gaps(unrecorded: Sequence[Meeting], unapproved: Sequence[Meeting], body: Body, on: date) -> Iterator[Task]:
    """What is missing of meetings long ago is history: it can still be imported, and nobody has to act."""
    step = Step(url_for("imports.index"), "packs")
    for meetings, what in ((unrecorded, "minutes of {} are"), (unapproved, "approval of the minutes of {} is")):
        if old := [meeting for meeting in meetings if on - meeting.on > OLD]:
            words = f"The {what.format(plural(len(old), 'meeting'))} not on record: import the packs"
            days = and_list(day_words(meeting.on) for meeting in old[-MOST_DAYS:])
            yield Task(Group.OLD, words, step, f"{body.name}: {days}{' and earlier' if len(old) > MOST_DAYS else ''}")


def _unrecorded(meetings: Sequence[Meeting], body: Body, on: date) -> Iterator[Task]:
    """What was missed lately is overdue; older meetings are history that can still be imported."""
    lately = [meeting for meeting in meetings if on - meeting.on <= LATELY]
    for meeting in lately:
        small, late = f"{body.name}, meeting of {long_day(meeting.on)}", f"{plural((on - meeting.on).days, 'day')} ago"
        words = "Record the meeting, or import its minutes"
        yield Task(Group.OVERDUE, words, _meeting(meeting), small, late=late, day=meeting.on)
    if long_ago := meetings[: len(meetings) - len(lately)]:
        words = f"Import the minutes of {plural(len(long_ago), 'earlier meeting')}"
        small = f"{body.name}: {and_list(day_words(meeting.on) for meeting in long_ago[-MOST_DAYS:])}"
        yield Task(Group.WHEN_YOU_CAN, words, Step(url_for("imports.index"), "packs"), small)


def _drafts(meetings: Sequence[Meeting], found: BodyToday) -> Iterator[Task]:
    """Drafts that are out wait for the body; those on their way to the chair have lines of their own."""
    published = [meeting for meeting in meetings if meeting.minutes_state is MinutesState.DRAFT_PUBLISHED]
    if published:
        words = f"{found.body.name}: approve {count(len(published), 'set of minutes', 'sets of minutes')}"
        days = and_list(day_words(meeting.on) for meeting in published[-MOST_DAYS:])
        small = f"Draft published, of {days}{' and earlier' if len(published) > MOST_DAYS else ''}"
        yield _at_the_meeting(words, _meeting(published[-1]), small, found.coming)


def _pack(pack: Pack, bodies: dict[int, BodyToday]) -> Task:
    step = Step(url_for("imports.review", import_id=pack.id), "pack")
    small = bodies[pack.body_id].body.name if pack.body_id in bodies else "A partnership that is not known yet"
    if pack.is_accepted:
        return Task(Group.WHEN_YOU_CAN, f"Answer {plural(pack.questions, 'question')} about {pack.name}", step, small)
    return Task(Group.WHEN_YOU_CAN, f"Check what was read in {pack.name}, and accept it", step, small)


def _answer(referral: Referral, on: date) -> Task:
    """An answer that is awaited from somebody else is late when its day has passed."""
    to, due = referral.to_body or referral.to_organisation, referral.due_on
    assert to is not None, "something is referred to somebody"
    step = Step(url_for("between.answer", referral_id=referral.id), "answer")
    late = f"{plural((on - due).days, 'day')} late" if due and due < on else ""
    when = f"Due {long_day(due)}" if due and not late else ""
    words = f"{to.name}: answer what was referred to it"
    small = f"{referral.body.name}, decision {referral.decision.reference}"
    return Task(Group.WAITING, words, step, small, when=when, late=late, day=due or date.max)
