"""A meeting minuted by keyboard alone: a decision with its action, with JavaScript or not; a vote of fifteen names."""

import pytest

from tests.journeys.looking import scrolls_sideways, violations
from tests.journeys.people import Keys, Somebody

MOST_KEYS = 12
MOST_KEYS_OF_A_VOTE = 40


@pytest.fixture(scope="module")
def going_on(start_site):
    """Start a site where a meeting of fifteen members goes on."""
    where: dict[str, str] = {}

    def prepare(site):
        where.update(site.prepare("a_meeting_going_on"))

    site = start_site(prepare)
    return site, where


def officer_at(going_on, page, title):
    site, where = going_on
    officer = Somebody(page, site, where["officer"])
    officer.sign_in()
    officer.go(where[title])
    page.get_by_label("What was said").focus()
    return Keys(page)


def main_text(page) -> str:
    return " ".join(page.locator("main").text_content().split())


def test_a_decision_and_its_action_take_a_few_keys_besides_the_words(going_on, open_browser):
    page = open_browser()
    keys = officer_at(going_on, page, "Apologies for absence")
    keys.write("They spoke of the harbour.")
    keys.press("Enter")

    keys.write("/d That the Chief Superintendent writes to the harbour office.")
    keys.press("Enter", "Tab")
    keys.write("Chief")
    keys.press("Tab")
    keys.write("31 dec")
    keys.send()

    assert keys.pressed <= MOST_KEYS
    page.go_back()
    page.reload()
    said = main_text(page)
    assert "That the Chief Superintendent writes to the harbour office." in said
    assert "Chief Superintendent, by" in said
    assert "They spoke of the harbour." in page.get_by_label("What was said").input_value()
    assert violations(page) == []


def test_without_javascript_it_takes_as_few(going_on, open_browser):
    page = open_browser(javascript=False)
    keys = officer_at(going_on, page, "Harbour lights")
    keys.write("They spoke of the lights.")

    keys.press("Tab")
    keys.write("That the District Manager calls a meeting.")
    keys.press("Tab")
    keys.write("District")
    keys.press("Tab")
    keys.write("next meeting")
    keys.send()

    assert keys.pressed <= MOST_KEYS
    page.goto(going_on[0].address + going_on[1]["Harbour lights"])
    assert "District Manager, by the next meeting." in main_text(page)


def test_fifteen_names_vote_by_keyboard(going_on, open_browser):
    page = open_browser()
    keys = officer_at(going_on, page, "Taxi marshals")
    page.goto(page.url + "/vote/names")
    page.get_by_role("group", name="What was voted on?").get_by_role("radio").first.focus()

    keys.press("Tab")  # past the other words
    for number in range(15):
        keys.press("Tab", "Space")
        if number == 14:
            keys.press("ArrowRight")
    keys.press("Tab", "Tab")
    keys.send()

    assert keys.pressed <= MOST_KEYS_OF_A_VOTE
    assert "By a vote: 14 for, 1 against, 0 abstained, by name." in main_text(page)


@pytest.mark.parametrize("page_name", ["", "/vote", "/vote/names", "/interest"])
def test_a_narrow_page_of_an_item_is_whole_and_has_no_fault(going_on, open_browser, page_name):
    page = open_browser(width=320)
    officer_at(going_on, page, "Taxi marshals")
    page.goto(page.url + page_name)

    assert not scrolls_sideways(page)
    assert violations(page) == []
