"""Whoever declared an interest in an item does not see what is exempt in it; a draft agenda is not public."""

from datetime import date, time

import pytest
from sqlalchemy.exc import NoResultFound

from shp_gov import queries
from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import AgendaItem, Body, Minute
from shp_gov.services import declarations, diary, meeting_steps
from shp_gov.services.meeting_steps import NewItem
from tests import factories as make
from tests.factories import SYSTEM


@pytest.fixture
def body(app) -> Body:
    return make.a_body()


def an_exempt_minute(body: Body) -> Minute:
    meeting = make.a_meeting(body=body)
    exempt = {"title": "Harbour contract", "public_title": "A contract", "is_exempt": True, "exempt_paragraph": "3"}
    item = AgendaItem(meeting=meeting, position=1, number="1", **exempt)
    db.session.add(item)
    return make.a_minute(meeting=meeting, agenda_item=item, **exempt)


@pytest.mark.parametrize("of", ["item", "minute"])
def test_a_declared_interest_hides_both_the_item_and_its_minute(body, of):
    minute = an_exempt_minute(body)
    decision, member = make.a_decision(minute=minute), make.a_member(body=body)
    about = {"item": minute.agenda_item} if of == "item" else {"minute": minute}
    before = queries.decisions.get(decision.id, viewer=make.viewer(member))

    declarations.declare(minute.meeting, member.person, words="declared an interest.", actor=SYSTEM, **about)
    looking = make.viewer(member)
    (item,) = queries.meetings.agenda(minute.meeting, viewer=looking)
    seen = queries.meetings.minutes(minute.meeting, viewer=looking)

    assert before is decision
    assert item.title == "A contract"
    assert [row.public_title for row in seen.minutes if not isinstance(row, Minute)] == ["A contract"]
    assert seen.decisions == {}
    with pytest.raises(NoResultFound):
        queries.decisions.get(decision.id, viewer=looking)


def test_a_declared_interest_hides_nothing_from_anybody_else(body):
    minute = an_exempt_minute(body)
    declaring, other = make.a_member(body=body), make.a_member(body=body)
    declarations.declare(minute.meeting, declaring.person, words="declared.", item=minute.agenda_item, actor=SYSTEM)

    (item,) = queries.meetings.agenda(minute.meeting, viewer=make.viewer(other))

    assert item.title == "Harbour contract"


def test_who_came_is_public_only_once_the_minutes_are(body):
    meeting = make.a_meeting(body=body, minutes_state=MinutesState.DRAFT)
    line = make.an_attendance(make.a_person(), meeting=meeting)
    people = (make.an_officer(body=body), make.a_member(body=body), None)
    draft = [list(queries.meetings.attendance(meeting, viewer=make.viewer(who))) for who in people]

    meeting.minutes_state = MinutesState.DRAFT_PUBLISHED

    assert draft == [[line], [], []]
    assert list(queries.meetings.attendance(meeting, viewer=make.viewer(None))) == [line]


def test_an_agenda_is_public_only_once_it_is_published(body):
    officer, chair, member = make.an_officer(body=body), make.a_chair(body=body), make.a_member(body=body)
    meeting = diary.call(body, on=date(2026, 11, 12), starts_at=time(10), venue="Town Hall", actor=SYSTEM)
    meeting_steps.add_item(meeting, NewItem("1", "Decisions", "Taxi marshals"), actor=SYSTEM)
    draft = [len(queries.meetings.agenda(meeting, viewer=make.viewer(who))) for who in (officer, chair, member, None)]

    meeting_steps.publish_agenda(meeting, actor=SYSTEM)

    assert draft == [1, 1, 0, 0]
    assert len(queries.meetings.agenda(meeting, viewer=make.viewer(None))) == 1
