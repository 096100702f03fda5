"""Replies to a meeting: who comes, who stands in, and what is declared before it begins."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.domain.replying import CannotReply, CannotStandIn
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Answer, Attendance, Capacity, Interest, Message, Reply, Substitution
from shp_gov.queries import minuting
from shp_gov.services.replies import Said
from tests import factories as make
from tests.sittings import CLERK, DAY, a_sitting, at
from tests.terms import terms_in_force

BEFORE = date(2026, 9, 1)
COMES = Said(Answer.ATTENDING, has_no_interest=True)


def asked(sitting, name):
    person = sitting.people[name]
    return queries.replies.asked(sitting.meeting, person.id, viewer=make.viewer(make.a_user(person=person), on=BEFORE))


def reply(sitting, name, said=COMES, *, day=BEFORE, hour=9):
    with at(hour, day=day):
        made = services.replies.answer(asked(sitting, name), said, actor=CLERK)
        db.session.flush()
        return made


def away(substitute=None, **details):
    return Said(Answer.APOLOGIES, substitute=substitute, has_no_interest=True, **details)


def a_deputy(sitting, name="police", called="Ines Kaya"):
    return make.a_substitute(make.a_person(called, email="ines@x.example"), seat=sitting.seats[name]).person


def stands_in(sitting):
    rows = db.session.scalars(sa.select(Substitution).where(Substitution.meeting_id == sitting.meeting.id)).all()
    return [row.person.name for row in rows if row.ended_because is None]


def test_a_reply_may_be_changed_until_the_meeting_opens(app):
    sitting = a_sitting()

    first = reply(sitting, "police")
    second = reply(sitting, "police", away())

    assert (second is first, second.answer, second.has_no_interest) == (True, Answer.APOLOGIES, True)
    sitting.open(here=())
    with pytest.raises(CannotReply, match="has begun"):
        reply(sitting, "police", COMES, day=DAY, hour=11)
    assert db.session.scalars(sa.select(Reply.answer)).all() == [Answer.APOLOGIES]


@pytest.mark.parametrize("state", [MeetingState.POSTPONED, MeetingState.CANCELLED, MeetingState.CLOSED])
def test_nobody_replies_to_a_meeting_that_is_not_to_come(app, state):
    sitting = a_sitting()
    sitting.meeting.state = state

    with pytest.raises(CannotReply):
        reply(sitting, "police")


def test_nobody_replies_after_the_day(app):
    with pytest.raises(CannotReply, match="has passed"):
        reply(a_sitting(), "police", day=date(2026, 9, 11))


def test_a_substitute_is_told_and_reads_the_private_papers_of_that_meeting_only(app):
    sitting = a_sitting()
    deputy = a_deputy(sitting)
    other = make.a_meeting(body=sitting.body, on=date(2026, 12, 10), state=MeetingState.AGENDA_PUBLISHED)

    reply(sitting, "police", away(deputy))

    viewer = make.viewer(make.a_user(person=deputy), on=BEFORE)
    sees = [
        viewer.sees_exempt(body_id=sitting.body.id, on=each.on, meeting_id=each.id) for each in (sitting.meeting, other)
    ]
    assert (stands_in(sitting), sees, viewer.bodies(Role.MEMBER)) == (["Ines Kaya"], [True, False], [])
    assert db.session.scalars(sa.select(Message.event)).all() == ["substitute_named"]


def test_somebody_else_stands_in_where_the_reply_changes_and_may_come_back(app):
    sitting = a_sitting()
    one, two = a_deputy(sitting), a_deputy(sitting, called="Una Reed")

    reply(sitting, "police", away(one))
    reply(sitting, "police", away(two))
    assert stands_in(sitting) == ["Una Reed"]
    reply(sitting, "police", away(one))
    assert stands_in(sitting) == ["Ines Kaya"]
    reply(sitting, "police")
    assert stands_in(sitting) == []


def test_whoever_stood_in_and_was_told_is_told_that_it_changed(app):
    sitting = a_sitting()
    reply(sitting, "police", away(a_deputy(sitting)))
    message = db.session.scalars(sa.select(Message)).one()
    message.is_settled, message.sent_at = True, message.created_at

    reply(sitting, "police")

    assert db.session.scalars(sa.select(Message.event).order_by(Message.id)).all() == [
        "substitute_named",
        "substitute_withdrawn",
    ]


def test_only_somebody_of_the_list_stands_in(app):
    sitting = a_sitting()

    with pytest.raises(CannotReply, match="Robin Ferris cannot stand in"):
        reply(sitting, "police", away(make.a_person()))


def test_terms_that_allow_no_substitutes_are_kept(app):
    sitting = a_sitting()
    deputy = a_deputy(sitting)
    terms_in_force(sitting.body, from_on=date(2026, 1, 1), has_substitutes=False)

    with pytest.raises(CannotStandIn, match="terms of reference version 1 allow no substitutes"):
        reply(sitting, "police", away(deputy))


def test_terms_that_ask_for_notice_of_a_substitute_are_kept_to_the_hour(app):
    sitting = a_sitting()
    deputy = a_deputy(sitting)
    terms_in_force(sitting.body, from_on=date(2026, 1, 1), has_substitutes=True, substitute_notice_hours=24)

    with pytest.raises(CannotStandIn, match=r"before the meeting.*Wednesday 9 September 2026, 10.00am"):
        reply(sitting, "police", away(deputy), day=date(2026, 9, 9), hour=11)
    assert reply(sitting, "police", away(deputy), day=date(2026, 9, 9), hour=10).substitute is deputy


def test_only_an_elected_member_stands_in_for_one_where_the_terms_say_so(app):
    sitting = a_sitting()
    sitting.seats["director"].is_elected = True
    officer = make.a_substitute(make.a_person("Ines Kaya", post="Officer"), seat=sitting.seats["director"]).person
    councillor = a_deputy(sitting, "director", "Councillor Una Reed")
    terms_in_force(sitting.body, from_on=date(2026, 1, 1), substitute_elected_for_elected=True)

    with pytest.raises(CannotStandIn, match="Ines Kaya is not elected"):
        reply(sitting, "director", away(officer))
    assert reply(sitting, "director", away(councillor)).substitute is councillor


def test_an_interest_declared_ahead_closes_the_private_paper_at_once_and_opens_it_when_taken_back(app):
    sitting = a_sitting()
    person = sitting.people["police"]
    viewer = make.viewer(make.a_user(person=person), on=BEFORE)
    private = next(item for item in minuting.items_of(sitting.meeting) if item.is_exempt)
    said = Said(Answer.ATTENDING, has_no_interest=False, items=[private], interest="My brother owns it.")

    def titles():
        return [item.title for item in queries.meetings.agenda(sitting.meeting, viewer=viewer)][-1]

    assert titles() == "Case review"
    reply(sitting, "police", said)
    assert titles() == "A private matter"
    interest = db.session.scalars(sa.select(Interest)).one()
    assert (interest.is_ahead, interest.words, interest.agenda_item_id) == (True, "My brother owns it.", private.id)
    reply(sitting, "police")
    assert titles() == "Case review"


def test_an_interest_needs_words_and_an_item_of_this_meeting(app):
    sitting, other = a_sitting(), a_sitting(on=date(2026, 9, 17))
    here, there = (minuting.items_of(each.meeting)[1] for each in (sitting, other))

    with pytest.raises(Exception, match="Give what the interest is"):
        reply(sitting, "police", Said(Answer.ATTENDING, items=[here], interest=" "))
    with pytest.raises(CannotReply, match="another meeting"):
        reply(sitting, "police", Said(Answer.ATTENDING, items=[there], interest="I own it."))


def test_replies_fill_in_the_attendance_when_the_meeting_opens(app):
    sitting = a_sitting()
    deputy = a_deputy(sitting)
    reply(sitting, "police", away(deputy))
    reply(sitting, "fire", away())
    reply(sitting, "director")

    ticked = {
        (who.name, who.is_substitute): (who.is_here, who.sent_apologies)
        for who in queries.attending.expected(sitting.meeting)
    }

    assert ticked == {
        ("Holder 0 Director", False): (True, False),
        ("Holder 1 Police", False): (False, True),
        ("Ines Kaya", True): (True, False),
        ("Holder 2 Fire", False): (False, True),
    }


def test_a_substitute_who_cannot_come_is_not_expected(app):
    sitting = a_sitting()
    deputy = a_deputy(sitting)
    reply(sitting, "police", away(deputy))
    sitting.people["deputy"] = deputy

    reply(sitting, "deputy", away())

    there = [who for who in queries.attending.expected(sitting.meeting) if who.is_substitute]
    assert [who.is_here for who in there] == [False]
    assert not asked(sitting, "deputy").may_send_somebody


def test_whoever_holds_no_seat_is_not_asked(app):
    sitting = a_sitting()
    sitting.people["guest"] = make.a_person("A guest")

    assert asked(sitting, "guest") is None


def test_whoever_has_not_replied_is_asked_once_a_day(app):
    sitting = a_sitting()
    reply(sitting, "police")

    with at(9, day=BEFORE):
        assert services.replies.remind(sitting.meeting, actor=CLERK) == 2
        services.replies.remind(sitting.meeting, actor=CLERK)
    with at(9, day=date(2026, 9, 2)):
        services.replies.remind(sitting.meeting, actor=CLERK)

    assert db.session.scalars(
        sa.select(Message.due).where(Message.event == "reply_wanted").order_by(Message.id)
    ).all() == [
        "asked 2026-09-01",
        "asked 2026-09-01",
        "asked 2026-09-02",
        "asked 2026-09-02",
    ]


def test_nobody_is_asked_when_everybody_has_replied(app):
    sitting = a_sitting()
    for name in list(sitting.people):
        reply(sitting, name)

    with at(9, day=BEFORE), pytest.raises(CannotReply, match="Everybody has replied"):
        services.replies.remind(sitting.meeting, actor=CLERK)


def test_attendance_is_not_written_by_a_reply(app):
    sitting = a_sitting()

    reply(sitting, "police", away())

    absent = sa.select(Attendance).where(Attendance.capacity == Capacity.APOLOGIES)
    assert db.session.scalars(absent).all() == []
