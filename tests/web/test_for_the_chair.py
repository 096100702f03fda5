"""What waits for the chair is said where they look: an unanswered suggestion, a signature, the reports to an agenda."""

import time_machine
from bs4 import BeautifulSoup

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from tests import factories as make
from tests.minutes import LATER, a_suggestion, an_approved_meeting, chair_and_officer, with_the_chair
from tests.publishing import IN_TIME, a_ready_agenda
from tests.sittings import at


def text(answer):
    return " ".join(BeautifulSoup(answer.text, "html5lib").get_text(" ").split())


def test_the_chair_is_warned_of_a_suggestion_that_is_not_answered(app, sign_in):
    sitting = with_the_chair()[0]
    a_suggestion(minute=sitting.minute("Taxi marshals"))
    chair = sign_in(make.a_chair(body=sitting.body))

    shown = text(chair.get(f"/meetings/{sitting.meeting.id}/minutes/review"))

    assert "The officer has not answered 1 suggestion of yours." in shown
    assert "you agree the words as they stand, without it" in shown


def test_whoever_was_in_the_chair_is_asked_to_sign_and_offered_no_script_of_a_closed_meeting(app, sign_in):
    sitting, later = an_approved_meeting()
    later.state = MeetingState.CLOSED
    chair, _ = chair_and_officer(sitting)
    chair.person = sitting.people["director"]
    db.session.commit()

    with at(12, day=LATER):
        page = sign_in(chair).get(f"/bodies/{sitting.body.slug}/board-health")

    assert f'href="/meetings/{sitting.meeting.id}/minutes/sign"' in page.text
    assert "Open the script" not in page.text


def test_a_member_who_was_in_the_chair_is_asked_to_sign_and_can(app, sign_in):
    sitting, later = an_approved_meeting()
    chaired = later.attendances and next(line for line in later.attendances if line.is_in_the_chair)
    member, other = (make.a_member(body=sitting.body) for _ in range(2))
    member.person = chaired.person
    db.session.commit()

    with at(12, day=LATER):
        page = sign_in(member).get("/my-actions")
        signing = sign_in(member).get(f"/meetings/{sitting.meeting.id}/minutes/sign")
        theirs = sign_in(other).get("/my-actions")

    address = f'href="/meetings/{sitting.meeting.id}/minutes/sign"'
    assert address in page.text
    assert signing.status_code == 200
    assert address not in theirs.text


def test_the_chair_opens_the_reports_from_the_agenda_to_agree(app, sign_in):
    with time_machine.travel(IN_TIME, tick=False):
        meeting = a_ready_agenda()
        version = services.agenda_versions.send(meeting, to=[], actor=make.SYSTEM)
        db.session.commit()
        client = sign_in(make.a_chair(body=meeting.body))

        page = client.get(f"/meetings/{meeting.id}/agenda/versions/{version.number}")
        report = BeautifulSoup(page.text, "html5lib").select_one("td[data-label=Report] a")

        assert client.get(report["href"]).status_code == 200
