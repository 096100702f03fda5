"""What is typed into a minute is saved as it is typed; what could not be saved stays on the page and is saved later."""

import pytest

from tests.journeys import looking
from tests.journeys.people import Somebody
from tests.journeys.writing import box, is_saved, is_saved_when_looked_at, line, says, server, site, types, writes

__all__ = ["server", "site", "writes"]
TEN_MINUTES = 10 * 60 * 1000


@pytest.fixture
def shaken(server):
    """Give the server to a test that kills it or moves its clock; put it right afterwards."""
    yield server
    server.kill()
    server.start()


def test_words_are_saved_within_ten_seconds_of_the_last_key(server, writes):
    helen = writes(server)
    types(helen, " Typed and left alone.")

    is_saved(helen)

    assert server.narrative().endswith("Typed and left alone.")


def test_words_are_saved_however_busily_somebody_types(server, writes):
    helen = writes(server, fast=True)
    for _ in range(11):
        types(helen, " on")
        helen.page.clock.run_for(1000)

    is_saved(helen, fast=True)

    assert " on on on" in server.narrative()


def test_words_are_saved_when_the_box_is_left(server, writes):
    helen = writes(server, fast=True)
    types(helen, " Left at once.")

    helen.page.keyboard.press("Tab")

    is_saved(helen)
    assert server.narrative().endswith("Left at once.")


def test_words_are_saved_before_the_page_is_left_by_a_link_or_the_form(server, writes):
    helen = writes(server, fast=True)
    types(helen, " Before the link.")
    helen.follow("See them all")
    helen.page.wait_for_url("**/history")
    assert server.narrative().endswith("Before the link.")

    helen.go(server.path)
    types(helen, " Before the button.")
    helen.press("Save minute")
    helen.page.get_by_text("is saved.").wait_for()
    assert server.narrative().endswith("Before the button.")


def test_ten_minutes_without_a_connection_lose_nothing(server, writes):
    helen = writes(server, fast=True)
    types(helen, "Said before the network went.")
    is_saved(helen, fast=True)

    helen.page.context.set_offline(True)
    for minute in range(10):
        types(helen, f" Minute {minute} of the break.")
        helen.page.clock.run_for(TEN_MINUTES // 10)
    says(helen, "words, “Minute 0 of the break. Minute", fast=True)
    assert "There is no connection" in line(helen)
    assert looking.violations(helen.page) == []
    assert not looking.scrolls_sideways(helen.page)
    assert server.narrative() == "Said before the network went."

    helen.page.context.set_offline(False)
    is_saved(helen, fast=True)

    assert server.narrative() == box(helen).input_value()
    assert not any(save.is_clash for save in server.saves())


def test_the_browser_asks_before_leaving_with_unsaved_words(server, writes):
    helen = writes(server, fast=True)
    helen.page.context.set_offline(True)
    types(helen, "Not saved yet.")
    says(helen, "There is no connection", fast=True)
    asked = []
    helen.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    helen.page.close(run_before_unload=True)
    helen.page.wait_for_timeout(500)

    assert asked == ["beforeunload"]
    assert box(helen).input_value() == "Not saved yet."


def test_a_decision_that_was_typed_and_not_sent_is_asked_about_too(server, writes):
    helen = writes(server, fast=True)
    helen.page.evaluate("document.querySelector('main form').append(document.createElement('textarea'))")
    helen.page.locator("main form textarea").last.fill("That the plan is agreed.")
    asked = []
    helen.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    helen.page.close(run_before_unload=True)
    helen.page.wait_for_timeout(500)
    assert asked == ["beforeunload"]

    helen.press("Save minute")
    helen.page.get_by_text("is saved.").wait_for()
    assert asked == ["beforeunload"]


def test_a_form_sent_without_a_connection_stays_with_every_word(server, writes):
    helen = writes(server, fast=True)
    helen.page.evaluate("document.querySelector('main form').append(document.createElement('textarea'))")
    decision = helen.page.locator("main form textarea").last
    decision.fill("That the plan is agreed.")
    helen.page.context.set_offline(True)

    helen.press("Save minute")

    says(helen, "There is no connection. Your words are kept on this page", fast=True)
    assert decision.input_value() == "That the plan is agreed."
    helen.page.context.set_offline(False)
    helen.page.clock.run_for(2000)  # a second click within a second counts for nothing
    helen.press("Save minute")
    helen.page.get_by_text("is saved.").wait_for()


def test_a_meeting_of_two_hours_and_forty_minutes_is_saved_to_its_last_word(server, writes):
    helen = writes(server, fast=True)
    for minute in range(160):
        types(helen, f" Minute {minute}.")
        helen.page.clock.run_for(60_000)

    is_saved(helen, fast=True)

    assert server.narrative() == box(helen).input_value().strip()
    assert not any(save.is_clash for save in server.saves())


def test_a_session_that_is_over_keeps_the_words_and_saves_them_after_sign_in_in_another_tab(shaken, writes):
    helen = writes(shaken)
    types(helen, "Said in the first half.")
    is_saved(helen)

    shaken.kill()
    shaken.start(hours_later=13)
    types(helen, " Said in the second half.")
    says(helen, "You are signed out")
    assert "“Said in the second half.”" in line(helen)
    assert shaken.narrative() == "Said in the first half."
    with helen.page.context.expect_page() as opened:  # held down while the box, which it leaves, is saved once more
        helen.page.get_by_role("link", name="Sign in in a new tab").click(delay=1500)
    again = Somebody(opened.value, shaken.site, helen.email)
    again.sign_in()
    again.page.close()
    helen.page.bring_to_front()
    is_saved_when_looked_at(helen)

    assert shaken.narrative() == "Said in the first half. Said in the second half."
    helen.press("Save minute")
    helen.page.get_by_text("is saved.").wait_for()


def test_words_of_one_officer_are_not_saved_in_the_name_of_another(server, writes):
    helen = writes(server, fast=True)
    types(helen, "Helen said this.")
    is_saved(helen, fast=True)
    other = Somebody(helen.page.context.new_page(), server.site, server.emails["Priya Nair"])
    other.go("/")
    other.sign_out()
    types(helen, " And this.")
    other.sign_in()

    says(helen, "You are signed in as Priya Nair now; Helen Ashby typed this.", fast=True)
    assert server.narrative() == "Helen said this."
    helen.page.get_by_role("button", name="Save it as Priya Nair").click()

    is_saved(helen, fast=True)
    assert server.narrative() == "Helen said this. And this."
    assert server.saves()[-1].made_by == "Priya Nair"


def test_a_server_killed_again_and_again_loses_nothing_that_the_page_said_was_saved(shaken, writes):
    helen = writes(shaken)
    for round_number in range(4):
        types(helen, f" Before stop {round_number}.")
        is_saved(helen)
        promised = box(helen).input_value()
        types(helen, f" While {round_number} stops.")
        helen.page.evaluate("document.activeElement.blur()")  # a save is on its way
        shaken.kill()
        assert shaken.narrative() in (promised.strip(), box(helen).input_value().strip())
        types(helen, f" While it is down {round_number}.")
        shaken.start()
        is_saved_when_looked_at(helen)

    assert shaken.narrative() == box(helen).input_value().strip()
    assert not any(save.is_clash for save in shaken.saves())


def test_nothing_typed_is_put_into_the_storage_of_the_browser(server, writes):
    helen = writes(server, fast=True)
    types(helen, "The contractor asked for 1.2 million.")
    is_saved(helen, fast=True)
    helen.page.context.set_offline(True)
    types(helen, " The bid was refused.")
    says(helen, "There is no connection", fast=True)

    kept = helen.page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length, document.cookie]"
    )

    assert kept == [0, 0, 0, 0, ""]
    assert box(helen).get_attribute("autocomplete") == "off"
