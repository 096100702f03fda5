"""A meeting with much more of everything that its pages list, as it would come in years of use."""

from datetime import timedelta

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import (
    AgendaItem,
    Agreement,
    Answer,
    Cast,
    Decision,
    Dissent,
    ForwardPlanEntry,
    ItemOffer,
    Meeting,
    Person,
    PlanOrigin,
    Recommendation,
    Reply,
    Report,
    ReportSection,
    Ruling,
    Seat,
    Suggestion,
    Vote,
    VoteCast,
)
from tests import factories as make

MORE = 12
BALLOT = (Cast.FOR, Cast.FOR, Cast.AGAINST)


def grow(meeting: Meeting) -> None:
    """Add a dozen of each."""
    for number in range(MORE):
        _somebody(meeting, number)
        _an_item(meeting, number)
        _to_come(meeting, number)
    db.session.flush()


def _somebody(meeting: Meeting, number: int) -> None:
    person = make.a_person(f"Member {number:02}", organisation=make.an_organisation(f"Authority {number}"))
    seat = make.a_seat(body=meeting.body, held_by=person, post=f"Director of Part {number}", position=10 + number)
    reply = Reply(meeting_id=meeting.id, person_id=person.id, seat_id=seat.id, answer=Answer.ATTENDING)
    reply.replied_at, reply.replied_by = clock.now(), person.name
    make._kept(reply)
    if meeting.started_at is not None and meeting.minutes_state is not MinutesState.APPROVED:
        make.an_attendance(person, meeting=meeting, seat=seat)


def _an_item(meeting: Meeting, number: int) -> None:
    if meeting.minutes_state is MinutesState.APPROVED:
        return
    said = {"number": f"9.{number + 1}", "title": f"Item {number}", "section": "More items", "seat": _last(meeting)}
    item = make._kept(AgendaItem(meeting=meeting, position=100 + number, needs_report=True, **said))
    report = Report(meeting=meeting, agenda_item=item, position=100 + number, subject=item.title, due_on=meeting.on)
    report.author_id = _somebody_else().id
    make._kept(report)
    make._kept(ReportSection(report_id=report.id, position=1, key="purpose", words="To ask."))
    recommended = make._kept(Recommendation(report_id=report.id, ordinal=1, words=f"That part {number} be lit."))
    if meeting.started_at is not None:
        minute = make.a_minute(meeting=meeting, title=item.title, agenda_item=item, narrative="It was discussed.")
        decision = make.a_decision(minute=minute, words=recommended.words)
        make.an_action(decision=decision, owner=_last(meeting))
        _a_vote(decision, report, number)
        suggested = {"field": "narrative", "words_before": "It", "words_after": "All", "made_by": "Ruth Adeyemi"}
        make._kept(Suggestion(meeting=meeting, minute=minute, made_at=clock.now(), **suggested))


def _a_vote(decision: Decision, report: Report, number: int) -> None:
    """Let three vote on a decision by name and one have their dissent recorded, and something else be refused."""
    counts = {"motion": decision.words, "votes_for": 2, "votes_against": 1, "is_carried": True}
    decision.agreement = Agreement.VOTE
    vote = make._kept(Vote(minute_id=decision.minute_id, decision_id=decision.id, is_named=True, **counts))
    voters = [make.a_person(f"Voter {number} {place}").id for place in range(len(BALLOT))]
    for who, cast in zip(voters, BALLOT, strict=True):
        make._kept(VoteCast(vote_id=vote.id, person_id=who, cast=cast))
    make._kept(Dissent(decision_id=decision.id, person_id=voters[-1]))
    make._kept(Recommendation(report_id=report.id, ordinal=2, words="That it be dark.", ruling=Ruling.REFUSED))


def _last(meeting: Meeting) -> Seat:
    found = db.session.query(Seat).filter_by(body_id=meeting.body.id)
    return found.order_by(Seat.id.desc()).limit(1).one()


def _somebody_else() -> Person:
    return db.session.query(Person).order_by(Person.id).limit(1).one()


def _to_come(meeting: Meeting, number: int) -> None:
    body, usual = meeting.body, {"minutes_state": None, "state": MeetingState.SCHEDULED}
    make.a_meeting(body=body, on=clock.today() + timedelta(days=100 + number), **usual)
    entry = {"title": f"Plan {number}", "origin": PlanOrigin.WRITTEN, "seat": _last(meeting)}
    make._kept(ForwardPlanEntry(body=body, **entry))
    offer = ItemOffer(meeting=meeting, offered_by=f"Member {number}", title=f"Offer {number}", offered_at=clock.now())
    make._kept(offer)
    make.an_interim_decision(body=body)
