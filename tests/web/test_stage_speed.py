"""Every page of the meeting cycle asks as much of the database about a dozen more of everything as about a few."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pytest

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import Meeting
from tests.company import Company
from tests.journeys.stage_places import arguments
from tests.journeys.stage_visits import Visit, visits
from tests.stages import at_stage
from tests.web.growing import grow
from tests.web.test_speed import written_down

TODAY = date(2026, 9, 10)
NOW = datetime.combine(TODAY, time(10, 40), tzinfo=clock.LONDON)
LOOKED_AT = ("agenda being built", "published", "in progress", "minutes with the chair", "minutes being approved")
# Today is worked out from every partnership of an officer. What the first of a kind asks once more, a dozen ask too.
MOST, ONCE_MORE = 50, 2


@dataclass(frozen=True)
class Stage:
    """A meeting at a stage, by what is put into addresses: nothing of it is kept in hand."""

    name: str
    meeting_id: int
    known: dict[str, Any]
    sessions: dict[str, str]


@pytest.fixture(params=LOOKED_AT)
def stage(app, request) -> Iterator[Stage]:
    """Bring a meeting to each of these stages."""
    with clock.at(NOW):
        course = at_stage(request.param, company=Company(), today=TODAY)
        sessions = {who: user.get_id() for who, user in course.company.users.items()}
        yield Stage(request.param, course.meeting.id, arguments(course), sessions)


def asked(app, client, stage: Stage, visit: Visit) -> list[str]:
    """Fetch a page, and give what it asks the database."""
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == visit.endpoint)
    values = {name: stage.known.get(f"{visit.which}_{name}") or stage.known.get(name, 1) for name in rule.arguments}
    with app.test_request_context():
        path = app.url_for(visit.endpoint, **values) + visit.query
    with client.session_transaction() as cookie:
        cookie.clear()
        cookie.update({"_user_id": stage.sessions[visit.who], "_fresh": True} if visit.who in stage.sessions else {})
    db.session.commit()
    db.session.expunge_all()
    with written_down(db.engine) as questions:
        answer = client.get(path, buffered=True)
    assert answer.status_code in (200, 404), (visit, answer.status_code)
    return list(questions)


def test_pages_ask_no_more_about_more(app, client, stage):
    pages = [visit for visit in visits() if visit.stage == stage.name]
    few = {visit: asked(app, client, stage, visit) for visit in pages}
    grow(db.session.get_one(Meeting, stage.meeting_id))
    many = {visit: asked(app, client, stage, visit) for visit in pages}

    assert {str(each): len(many[each]) for each in pages if len(many[each]) > MOST} == {}
    grown = {each: (len(few[each]), len(many[each])) for each in pages if len(many[each]) > len(few[each]) + ONCE_MORE}
    assert grown == {}, [line for each in grown for line in (str(each), *many[each])]
