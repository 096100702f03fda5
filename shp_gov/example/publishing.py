"""The papers of the last meeting of the partnership: a pack that a colleague checked, and a report that came late."""

from datetime import timedelta

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.domain.report_sections import Contact, Contents
from shp_gov.example import access
from shp_gov.example.content import MeetingPlan
from shp_gov.example.world import World
from shp_gov.models import Meeting, User
from shp_gov.queries import publishing
from shp_gov.services import meeting_steps, pack_files, publication, report_files, reports, supplements
from shp_gov.services.reports import Wanted

LATE_BEFORE = timedelta(days=3)
WHY_LATE = (
    "The figures of the last week of the trial came in on Monday, and the partnership decides about its budget now."
)
FIGURES = Contents(
    subject="Taxi marshals: the figures of all eight weeks",
    report_of="Director of Neighbourhoods",
    sections=(
        ("purpose", "To give the figures of the whole trial, which the first paper could not have."),
        (
            "background",
            "In eight weeks there were 14 incidents at the Harbour Road rank, against 41 in the quarter before.\n\n"
            "People waited eleven minutes on average. Before the trial they waited nineteen.",
        ),
        ("financial", "The trial cost £6,240 of the £7,000 that was set aside."),
        ("reasons", "The partnership cannot weigh the cost of a year without them."),
    ),
    recommendations=("That the figures be noted.",),
    contacts=(Contact("Grace Holloway", "grace.holloway@seaborough.example"),),
)


def publish(world: World, plan: MeetingPlan) -> None:
    """Publish an agenda: the last one of the partnership as a pack, older ones as they were put out then."""
    meeting, actor = world.meetings[plan.body, plan.place], world.officer(plan.body)
    if plan.late:
        _put_out(meeting, second=world.users[world.plans[plan.body].second], actor=actor)
    else:
        meeting_steps.publish_agenda(meeting, actor=actor)
    access.announce(meeting, actor=actor)


def _put_out(meeting: Meeting, *, second: User, actor: Actor) -> None:
    """Let a colleague check an agenda with its papers, and publish it."""
    publication.ask_for_check(meeting, of=second, actor=actor)
    seen = publishing.hash_now(meeting)
    publication.check(meeting, seen=seen, note="", actor=Actor(second.name, second.id))
    printed = pack_files.print_(publication.gather(meeting))
    publication.publish(meeting, printed, seen=seen, actor=actor)


def come_late(world: World, plan: MeetingPlan) -> None:
    """Let a report come after the agenda is out, and publish it as a supplement."""
    meeting, actor = world.meetings[plan.body, plan.place], world.officer(plan.body)
    item = next(each for each in meeting.agenda_items if each.title == plan.late)
    wanted = Wanted(asked_for="The figures of the whole trial.", due_on=clock.today())
    report = reports.request(item, author=world.people[plan.late_by], wanted=wanted, actor=actor)
    reports.draft(report, FIGURES, seen=report.edits, actor=actor)
    reports.submit(report, actor=actor)
    report_files.finish(report, actor=actor)
    pack = supplements.gather(meeting, reason=WHY_LATE)
    printed = pack_files.print_(pack)
    supplements.publish(meeting, printed, reason=WHY_LATE, seen=pack.full_record_hash, actor=actor)
