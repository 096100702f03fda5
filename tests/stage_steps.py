"""What officers, chair and members do for a meeting, step by step.

The agenda has an item with a report, a private item with a private report, an urgent item that came late, and one
put off; at the meeting there are apologies, an interest, a vote, a decision with its action.
"""

from datetime import time, timedelta

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.voting import Counts
from shp_gov.models import Answer, ItemOutcome, Ruling, Seat
from shp_gov.queries import agenda_versions, attending, minutes_versions, minuting, publishing, replies
from shp_gov.services.attending import Ticks
from shp_gov.services.calls import Offer
from shp_gov.services.diary import Place
from shp_gov.services.forward_plan import Plan
from shp_gov.services.reports import Wanted
from shp_gov.services.voting import Motion
from tests import factories as make
from tests.agendas import PRIVATELY, wording
from tests.company import Course
from tests.publishing import put_out, supplement
from tests.reports import some_contents

TEN, NOON, NEXT_AFTER = time(10), time(12), 49
WHY_LATE = "The offer ends before the next meeting."


def call(course: Course) -> None:
    """Put the meeting into the diary, and the one after it."""
    said = {"starts_at": TEN, "venue": "Civic Centre, Harbour Road", "actor": course.officer}
    course.meeting = services.diary.call(course.body, on=course.on, **said)
    course.next = services.diary.call(course.body, on=course.on + timedelta(days=NEXT_AFTER), **said)


def build(course: Course) -> None:
    """Call for items, build the agenda, ask for reports; something is offered, planned, and put off."""
    meeting, actor = course.meeting, course.officer
    services.calls.call(meeting, reply_by=course.on - timedelta(days=1), to=course.company.people, actor=actor)
    services.calls.offer(meeting, Offer(title="Hate crime"), person=course.company.people[1], actor=actor)
    services.forward_plan.write(course.body, Plan(title="Knife crime"), actor=actor)
    services.agenda_starts.from_standing_items(meeting, actor=actor)
    services.agenda.add(meeting, wording(course.words.put_off), actor=actor)
    services.agenda.add(meeting, wording(course.words.open, presenter="Grace Holloway"), actor=actor)
    services.agenda.add(meeting, wording(course.words.private, **PRIVATELY), actor=actor)
    services.forward_plan.put_off(course.item(course.words.put_off), reason="The figures are not in.", actor=actor)
    author = course.company.people[-1]
    for title in (course.words.open, course.words.private):
        due = course.on - timedelta(days=20) if course.on - timedelta(days=20) > clock.today() else clock.today()
        services.reports.request(course.item(title), author=author, wanted=Wanted(due_on=due), actor=actor)


def write(course: Course) -> None:
    """Bring in the reports and make them ready."""
    for report in publishing.of_meeting(course.meeting):
        secret = report.agenda_item is not None and report.agenda_item.is_exempt
        said = {"subject": course.words.private, "recommendations": ("That Quayside be chosen.",)} if secret else {}
        services.reports.draft(report, some_contents(**said), seen=report.edits, actor=course.company.actor("author"))
        services.reports.submit(report, actor=course.company.actor("author"))
        services.reports.clear(report, actor=course.officer)
        services.reports.make_ready(report, actor=course.officer)


def send(course: Course) -> None:
    """Send the agenda to the chair."""
    services.agenda_versions.send(course.meeting, to=[course.company.users["chair"]], actor=course.officer)


def ask_for_changes(course: Course) -> None:
    """Let the chair ask for changes."""
    version = agenda_versions.latest(course.meeting)
    assert version is not None
    words, item = "Say where the lamps are.", course.item(course.words.open)
    services.agenda_versions.ask_for_changes(version, words=words, item=item, to=[], actor=course.chair)


def agree(course: Course) -> None:
    """Let the chair agree the agenda."""
    version = agenda_versions.latest(course.meeting)
    assert version is not None
    services.agenda_versions.agree(version, sha256=version.sha256, to=[], actor=course.chair)


def ask_for_a_check(course: Course) -> None:
    """Ask the second officer for a look at everything."""
    colleague = course.company.users["second officer"]
    services.publication.ask_for_check(course.meeting, of=colleague, actor=course.officer)


def check(course: Course) -> None:
    """Let the second officer say that it is right."""
    seen = publishing.hash_now(course.meeting)
    services.publication.check(course.meeting, seen=seen, note="", actor=course.second)


def publish(course: Course) -> None:
    """Put the agenda out."""
    put_out(course.meeting, by=course.officer)


def come_late(course: Course) -> None:
    """Add an urgent item after the agenda is out, and publish it as a supplement."""
    late = wording(course.words.late, is_urgent=True, urgency_reason=WHY_LATE)
    services.agenda.add_late(course.meeting, late, actor=course.officer)
    supplement(course.meeting, reason=WHY_LATE, by=course.officer)


def reply(course: Course) -> None:
    """Let the third member send apologies, and the second declare an interest."""
    for person, answer in ((course.company.people[1], Answer.ATTENDING), (course.company.people[2], Answer.APOLOGIES)):
        asked = replies.asked(course.meeting, person.id, viewer=make.viewer())
        assert asked is not None
        said = services.replies.Said(answer, has_no_interest=True)
        services.replies.answer(asked, said, actor=course.officer)


def open_(course: Course) -> None:
    """Open the meeting with all but one there, and declare an interest."""
    services.room.open_(course.meeting, at=TEN, actor=course.officer)
    tick(course, here=(0, 1, 3), away=(2,))


def tick(course: Course, *, here: tuple[int, ...], away: tuple[int, ...] = ()) -> None:
    """Record who is here; the chair presides."""
    ids = [person.id for person in course.company.people]
    present, absent = {ids[nth] for nth in here}, {ids[nth] for nth in away}
    ticks = [
        Ticks(who, is_here=who.person_id in present, sent_apologies=who.person_id in absent)
        for who in attending.expected(course.meeting)
    ]
    chair = ids[0] if 0 in here else None
    services.attending.record(course.meeting, ticks, chair=chair, actor=course.officer)


def decide(course: Course) -> None:
    """Take the first item: words, an interest, a vote, a decision and its action."""
    minute, actor = course.minute(course.words.open), course.officer
    services.minuting.begin(minute, at=time(10, 10), actor=actor)
    words = {"narrative": "The Director showed the map of the lamps."}
    services.revisions.save(minute, words=words, based_on=minute.version, actor=actor)
    line = next(each for each in course.meeting.attendances if each.person_id == course.company.people[1].id)
    services.declarations.at_item(minute, line, words="Lives in Harbour Road.", leaves=False, actor=actor)
    first, second = minuting.recommendations(minute)
    decision = services.rulings.rule(first, minute=minute, ruling=Ruling.AGREED, actor=actor)
    services.voting.by_counts(minute, Motion(recommendation=second), Counts(2, 1, 0), actor=actor)
    assert decision is not None
    due, owner = course.on + timedelta(days=60), _seat(course, 3)
    services.actions.assign(decision, what="Replace twelve lamps", owner=owner, due_on=due, actor=actor)


def _seat(course: Course, nth: int) -> Seat:
    found = db.session.query(Seat).filter_by(body_id=course.body.id)
    return found.order_by(Seat.position).offset(nth).limit(1).one()


def adjourn(course: Course) -> None:
    """Adjourn the meeting."""
    services.room_events.adjourn(course.meeting, at=time(10, 20), why="The fire alarm went.", actor=course.officer)


def lose_the_quorum(course: Course) -> None:
    """Let all but the chair leave."""
    tick(course, here=(0,), away=(2,))


def settle(course: Course) -> None:
    """Give every item its outcome, the private one in private."""
    for minute in minuting.minutes_of(course.meeting):
        item = minute.agenda_item
        if item is not None and item.outcome is None:
            services.minuting.settle(minute, outcome=ItemOutcome.DISCUSSED, actor=course.officer)


def close(course: Course) -> None:
    """Close the meeting. Its minutes are drafted, and the next agenda holds what is carried."""
    services.room.close(course.meeting, at=NOON, actor=course.officer)


def send_minutes(course: Course) -> None:
    """Send the minutes to the chair."""
    services.minutes_versions.send_to_the_chair(course.meeting, actor=course.officer)


def suggest(course: Course) -> None:
    """Let the chair suggest other words."""
    minute = course.minute(course.words.open)
    said = {"field": "narrative", "before": minute.narrative or "", "after": "The Director showed where the lamps are."}
    services.minutes_suggestions.suggest(course.meeting, minute=minute, actor=course.chair, **said)


def agree_minutes(course: Course) -> None:
    """Let the chair agree the minutes as they were read."""
    sha256 = minutes_versions.hash_of(course.meeting)
    services.minutes_versions.agree(course.meeting, sha256=sha256, actor=course.chair)


def publish_minutes(course: Course) -> None:
    """Put the draft minutes out."""
    services.minutes_versions.publish_as_a_draft(course.meeting, actor=course.officer)


def meet_again(course: Course) -> None:
    """Put the next agenda out and open the next meeting, which is asked to approve these minutes."""
    services.meeting_steps.publish_agenda(course.next, actor=course.officer)
    services.room.open_(course.next, at=TEN, actor=course.officer)
    ticks = [Ticks(who, is_here=True) for who in attending.expected(course.next)]
    services.attending.record(course.next, ticks, chair=course.company.people[0].id, actor=course.officer)


def correct(course: Course) -> None:
    """Correct the minutes at the next meeting."""
    said = {"words": "Carl Whitby sent apologies by telephone.", "actor": course.officer}
    services.approvals.correct_in_words(course.meeting, at=course.next, **said)


def approve(course: Course) -> None:
    """Approve the minutes at the next meeting."""
    services.approvals.approve(course.meeting, at=course.next, actor=course.officer)


def postpone(course: Course) -> None:
    """Put the meeting off until a day that is not known."""
    said = {"reason": "The hall is flooded.", "seen": 0, "actor": course.officer}
    services.diary.postpone(course.meeting, to=None, place=Place(), **said)


def cancel(course: Course) -> None:
    """Call the meeting off."""
    services.diary.cancel(course.meeting, reason="There is no business.", seen=0, actor=course.officer)
