"""A member replies on a telephone in five clicks; the substitute reads the papers; the officer asks the silent ones."""

import pytest

from tests.journeys.looking import scrolls_sideways, violations
from tests.journeys.people import Somebody

MOST_CLICKS = 5
TELEPHONE = 320


@pytest.fixture
def to_come(start_site):
    """Start a site where a meeting is to come."""
    where: dict[str, str] = {}

    def prepare(site):
        where.update(site.prepare("a_meeting_to_come"))

    return start_site(prepare), where


@pytest.fixture
def somebody(to_come, open_browser):
    """Sign somebody in at a window of their own, and begin to count."""
    site, where = to_come

    def at(who, **how):
        person = Somebody(open_browser(**how), site, where[who])
        person.sign_in()
        person.clicks = 0
        return person

    return at


def looks_right(person) -> None:
    """Look at the page that is open: axe, and scrolling to the side."""
    assert not scrolls_sideways(person.page)
    assert violations(person.page) == []


def sends_a_substitute(member, reply: str) -> None:
    """Reply with apologies and the substitute named in advance."""
    member.go(reply)
    member.tick("Apologies, and Ines Kaya comes in my place")
    member.tick("I have none")
    member.press("Check the answers")
    assert member.reads("Ines Kaya will be told")
    member.press("Send my reply")
    assert member.reads("Your reply is sent.")


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_apologies_and_a_substitute_take_five_clicks_on_a_telephone(to_come, somebody, javascript):
    member = somebody("member", width=TELEPHONE, javascript=javascript)

    sends_a_substitute(member, f"{to_come[1]['meeting']}/reply")

    assert member.clicks <= MOST_CLICKS


def test_an_interest_closes_the_private_paper_and_every_step_looks_right(to_come, somebody):
    member = somebody("member", width=TELEPHONE)
    member.go(f"{to_come[1]['meeting']}/reply")
    looks_right(member)

    member.tick("I will be there")
    member.tick("3. Case review")
    member.write("What is the interest?", "My brother owns it.")
    looks_right(member)
    member.press("Check the answers")
    assert member.reads("closed to you at once.")
    looks_right(member)
    member.press("Send my reply")

    assert member.reads("A private matter")
    assert not member.page.get_by_text("Case review").count()


def test_the_substitute_reads_the_papers_and_the_officer_asks_the_silent_ones_in_two_clicks(to_come, somebody):
    meeting = to_come[1]["meeting"]
    sends_a_substitute(somebody("member"), f"{meeting}/reply")

    substitute = somebody("substitute", width=TELEPHONE)
    substitute.go("/my-actions")
    substitute.follow("Say if you will come")
    assert substitute.reads("You stand in for Chief Superintendent.")
    substitute.go(meeting)
    assert substitute.reads("Case review")

    officer = somebody("officer")
    officer.go("/today")
    officer.follow("2 members: reply for")
    officer.clicks = 0
    assert officer.reads("1 of 3 seats have replied.")
    looks_right(officer)
    officer.press("Remind them")
    looks_right(officer)
    officer.press("Send the e-mails")
    assert officer.reads("2 people will be asked by e-mail.")
    assert officer.clicks == 2


def test_the_script_and_the_briefing_look_right(to_come, somebody):
    officer = somebody("officer", width=TELEPHONE)

    for page in ("script", "briefing", "replies"):
        officer.go(f"{to_come[1]['meeting']}/{page}")
        looks_right(officer)
