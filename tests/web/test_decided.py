"""What was decided, on the chair's page of the same evening: read, said to be right or corrected, sent again."""

import pytest

from shp_gov import services
from shp_gov.queries import decision_lists
from tests import factories as make
from tests.minutes import a_held_meeting, chair_and_officer
from tests.services.test_report_letters import letters
from tests.sittings import CLERK, NOON, RECOMMENDED, at
from tests.web.sending import form_of
from tests.web.statements import counted
from tests.web.test_minutes import filled, text

MOST_STATEMENTS = 10
SECRET = "That the family of Robin Hollis be written to."


@pytest.fixture
def closed(app):
    """Close a meeting that decided something in public and something in private."""
    sitting = a_held_meeting()
    sitting.chair, sitting.officer = chair_and_officer(sitting)
    with at(11):
        services.minuting.public_stayed(sitting.minute("Case review"), actor=CLERK)
        services.rulings.decide(sitting.minute("Case review"), words=SECRET, actor=CLERK)
    with at(12):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)
    return sitting


def page(sitting, rest=""):
    return f"/meetings/{sitting.meeting.id}/decisions{rest}"


def test_the_chair_reads_what_was_decided_and_says_in_one_click_that_it_is_right(closed, sign_in):
    chair = sign_in(closed.chair)

    shown = text(chair.get(page(closed)))
    action, data = form_of(chair, page(closed))
    answer = chair.post(action, data=data, follow_redirects=True)

    assert RECOMMENDED[0] in shown
    assert SECRET in shown
    assert "Is this what was decided? Yes, this is right" in shown
    assert "The chair says that this is right" in text(answer)


def test_a_correction_reaches_the_officer_who_sends_the_list_again(closed, sign_in):
    chair = sign_in(closed.chair)
    data = filled(chair, page(closed, "/answer"))
    chair.post(page(closed, "/answer"), data=data | {"correction": "It was April."})

    officer = sign_in(closed.officer)
    shown = text(officer.get(page(closed)))
    today = text(officer.get("/today"))
    action, data = form_of(officer, page(closed))
    officer.post(action, data=data)

    assert "The chair says that this is not right It was April." in shown
    assert "Answer the chair: the decision list is not right" in today
    assert decision_lists.newest(closed.meeting).answered_at is None


def test_it_stands_among_what_waits_for_the_chair(closed, sign_in):
    with at(13):
        shown = text(sign_in(closed.chair).get(f"/bodies/{closed.body.slug}/board-health"))

    assert "Say if the decision list is right" in shown


def test_the_message_leads_to_the_page_and_says_nothing_of_what_was_decided(closed):
    closed.chair.person.email = "ruth.adeyemi@seaborough.example"

    with at(13):
        (letter,) = letters("decision_list_sent")

    assert page(closed) in letter.text
    assert SECRET not in letter.text
    assert RECOMMENDED[0] not in letter.text


def test_a_member_may_not_read_it_before_the_minutes_are_out(closed, sign_in):
    member = sign_in(make.a_member(body=closed.body, name="Ivo Tide"))

    assert member.get(page(closed)).status_code == 403


def test_the_page_asks_the_database_little(closed, sign_in):
    chair = sign_in(closed.chair)

    with counted() as asked:
        chair.get(page(closed))

    assert len(asked) <= MOST_STATEMENTS
