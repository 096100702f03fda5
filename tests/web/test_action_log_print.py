"""The action log on paper says when an action is due and who holds its post."""

from datetime import timedelta

from shp_gov import clock, queries
from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_minute,
    a_person,
    a_seat,
    an_action,
    an_appointment,
    an_officer,
)


def test_an_action_due_by_the_next_meeting_has_the_day_of_that_meeting_and_names_the_holder(app):
    body = a_body()
    today = clock.today()
    held = a_meeting(body=body, on=today - timedelta(days=30))
    coming = a_meeting(body=body, on=today + timedelta(days=30))
    decision = a_decision(minute=a_minute(meeting=held))
    seat = a_seat(body=body)
    an_action(decision=decision, seat=seat, due_on=None, is_due_by_next_meeting=True)
    db.session.commit()

    vacant = queries.papers.action_log(body, viewer=Viewer(on=today)).actions
    an_appointment(seat=seat, person=a_person(name="Helen Ashby"))
    db.session.commit()
    held_now = queries.papers.action_log(body, viewer=Viewer(on=today)).actions

    assert [action.due_on for action in vacant] == [coming.on]
    assert vacant[0].owner.endswith("(vacant)")
    assert held_now[0].owner.endswith(": Helen Ashby")


def test_an_officer_is_offered_the_print_with_private_actions_and_the_public_is_not(client, sign_in):
    body = a_body()
    officer = an_officer(body=body)
    db.session.commit()
    address = f"/bodies/{body.slug}/actions"

    public = client.get(address).text
    sign_in(officer)
    private = client.get(address).text

    assert "version=restricted" not in public
    assert "without private actions" not in public
    assert "action-log.pdf?version=restricted" in private
    assert "without private actions" in private
