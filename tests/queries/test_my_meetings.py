"""The meetings one goes to: what they still want of one."""

from datetime import date

import pytest

from shp_gov import clock
from shp_gov.domain.workflows import AgendaState
from shp_gov.models import AgendaKind, AgendaVersion, PackRead
from shp_gov.queries import my_meetings
from shp_gov.services.replies import Said
from tests import factories as make
from tests.services.test_replies import BEFORE, COMES, a_deputy, away, reply
from tests.sittings import a_sitting


@pytest.fixture
def sitting(app):
    return a_sitting()


def mine(sitting, name="police"):
    person = sitting.people[name]
    return my_meetings.coming(make.viewer(make.a_user(person=person), on=BEFORE))


def a_version(sitting, number=1, state=AgendaState.PUBLISHED, kind=AgendaKind.AGENDA):
    at = clock.now() if state is AgendaState.PUBLISHED else None
    reason = "It came late." if kind is AgendaKind.SUPPLEMENT else None
    made = {"number": number, "state": state, "kind": kind, "reason": reason, "sha256": "-", "made_by": "H"}
    return make._kept(AgendaVersion(meeting=sitting.meeting, made_at=clock.now(), published_at=at, **made))


def test_a_member_is_asked_until_they_reply(sitting):
    [asked] = mine(sitting)
    assert (asked.wants_a_reply, asked.reply_by) == (True, date(2026, 9, 3))

    reply(sitting, "police")

    [said] = mine(sitting)
    assert (said.wants_a_reply, said.wants_interests, said.said) == (False, False, "You said that you will be there.")


def test_whoever_replied_before_the_agenda_was_out_is_asked_for_interests(sitting):
    reply(sitting, "police", Said(COMES.answer))

    assert mine(sitting)[0].wants_interests


def test_a_substitute_sees_the_one_meeting_they_come_to(sitting):
    sitting.people["deputy"] = a_deputy(sitting)
    assert mine(sitting, "deputy") == []

    reply(sitting, "police", away(sitting.people["deputy"]))

    assert [each.wants_a_reply for each in mine(sitting, "deputy")] == [True]


def test_papers_are_new_to_whoever_read_the_pack_before_they_came(sitting):
    user = make.a_user(person=sitting.people["police"])
    viewer = make.viewer(user, on=BEFORE)
    first = a_version(sitting)
    assert not my_meetings.coming(viewer)[0].has_new_papers

    make._kept(PackRead(user_id=user.id, version_id=first.id, read_at=clock.now()))
    assert not my_meetings.coming(viewer)[0].has_new_papers
    a_version(sitting, 2, kind=AgendaKind.SUPPLEMENT)

    assert my_meetings.coming(viewer)[0].has_new_papers


def test_the_chair_is_asked_for_an_agenda_that_waits(sitting):
    viewer = make.viewer(make.a_user(person=sitting.people["director"]), on=BEFORE)
    assert not my_meetings.for_chair(sitting.meeting, viewer=viewer).agenda_waits

    a_version(sitting, state=AgendaState.WITH_THE_CHAIR)

    found = my_meetings.for_chair(sitting.meeting, viewer=viewer)
    assert (found.agenda_waits, found.coming.wants_a_reply) == (True, True)
    assert my_meetings.for_chair(None, viewer=viewer) == my_meetings.ForChair()
