"""What can be typed into a minute: commands, names, dates, keys; by keyboard alone, and it can be switched off."""

import re
from datetime import datetime

import pytest

from tests.journeys import looking
from tests.journeys.people import Somebody
from tests.journeys.servers import PRESENT
from tests.journeys.writing import box, is_saved, server, site, types, writes

__all__ = ["server", "site", "writes"]
PLACES = """
    document.querySelector("main").insertAdjacentHTML("beforeend", `
        <h2>Places</h2><p data-saved></p>
        <label>Decision <textarea data-command="d"></textarea></label>
        <details><summary>Vote</summary><label>For <input data-command="v" type="text"></label></details>
        <p><a href="#exclude" data-command="x">Exclude the public</a></p>
        <p><a href="#before" data-item="previous">Before</a></p><p><a href="#after" data-item="next">After</a></p>
        <div data-day="2026-09-10"><label>By when <input data-read-day="read"></label><p id="read"></p></div>`)
"""


@pytest.fixture
def helen(server, writes):
    """Let the officer open a minute with a place for each command."""
    who = writes(server, fast=True)
    who.page.evaluate(PLACES)
    return who


def focused(who: Somebody) -> str:
    return who.page.evaluate("document.activeElement.dataset.command ?? document.activeElement.localName")


def press(who: Somebody, *keys: str) -> None:
    for key in keys:
        who.page.keyboard.press(key)


def test_a_command_at_the_start_of_a_line_takes_its_words_where_they_belong(helen):
    types(helen, "It was discussed.\n/d That the plan is agreed\n")

    assert helen.page.get_by_label("Decision").input_value() == "That the plan is agreed"
    assert focused(helen) == "d"
    assert box(helen).input_value() == "It was discussed.\n"


def test_a_command_opens_what_is_folded_and_moves_to_a_link_without_following_it(helen):
    types(helen, "/v\n")
    assert focused(helen) == "v"

    types(helen, "/x The public left.\n")

    assert focused(helen) == "x"
    assert "#exclude" not in helen.page.url
    assert box(helen).input_value() == "The public left."


def test_a_command_that_leads_nowhere_here_keeps_the_words_and_says_so(helen):
    types(helen, "/i Jo Tranter, a trustee\n")

    assert box(helen).input_value() == "/i Jo Tranter, a trustee\n"
    assert helen.page.get_by_text("There is nothing here for interest.").is_visible()


def test_a_stroke_within_a_line_is_no_command(helen):
    types(helen, "He and/or she, 1/d\n")

    assert box(helen).input_value() == "He and/or she, 1/d\n"


def test_the_time_is_written(helen):
    types(helen, "/t\nMr Marsh left.")

    assert re.fullmatch(r"\d{1,2}\.\d\d[ap]m Mr Marsh left\.", box(helen).input_value())


def test_names_of_those_present_are_offered_and_chosen_by_keyboard(helen):
    types(helen, "@jo")
    options = helen.page.get_by_role("option")
    assert options.all_inner_texts() == [PRESENT[0], PRESENT[2]]
    assert looking.violations(helen.page) == []

    press(helen, "ArrowDown", "Enter")
    types(helen, " spoke. @marsh")
    press(helen, "Escape", "Enter")

    assert box(helen).input_value() == f"{PRESENT[2]} spoke. @marsh\n"


def test_an_address_is_no_name(helen):
    types(helen, "write to clerk@jo")

    assert helen.page.get_by_role("option").count() == 0


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("30 sep", "Wednesday 30 September 2026"),
        ("1st October", "Thursday 1 October 2026"),
        ("9 september", "Thursday 9 September 2027"),
        ("10 sept", "Thursday 10 September 2026"),
        ("12 November 2027", "Friday 12 November 2027"),
        ("30/9", "Wednesday 30 September 2026"),
        ("friday", "Friday 11 September 2026"),
        ("end of february", "Sunday 28 February 2027"),
    ],
)
def test_a_date_is_read_back_in_full(helen, typed, read):
    helen.page.get_by_label("By when").fill(typed)

    assert helen.page.locator("#read").inner_text() == f"Read as {read}."


@pytest.mark.parametrize("typed", ["31 june", "the chair", "40 sep", ""])
def test_what_is_no_date_is_not_read(helen, typed):
    helen.page.get_by_label("By when").fill(typed)

    assert helen.page.locator("#read").inner_text() == ""


def test_a_date_within_a_sentence_is_read_back(helen):
    year = datetime.now().astimezone().year + 1
    types(helen, f"Noted by the chair; the police report by 3 mar {year}")

    assert helen.page.get_by_text(f"“by 3 mar {year}” is read as").is_visible()


def test_ctrl_and_enter_saves_and_goes_on(helen, server):
    types(helen, "Done with this one.")

    press(helen, "Control+Enter")

    helen.page.get_by_text("is saved.").wait_for()
    assert server.narrative() == "Done with this one."


def test_ctrl_and_enter_works_from_every_field_of_the_minute(helen, server):
    types(helen, "Done with this one too.")
    helen.page.get_by_label("Purpose of report").focus()

    press(helen, "Control+Enter")

    helen.page.get_by_text("is saved.").wait_for()
    assert server.narrative() == "Done with this one too."


def test_the_bar_of_the_room_says_what_is_saved_in_few_words(helen):
    types(helen, "Saved.")
    is_saved(helen, fast=True)

    assert re.fullmatch(r"\d{1,2}\.\d\d[ap]m, every word", helen.page.locator("[data-saved]").inner_text())


def test_alt_with_up_and_down_goes_to_the_item_before_and_after(helen):
    box(helen).focus()
    press(helen, "Alt+ArrowDown")
    assert helen.page.url.endswith("#after")

    press(helen, "Alt+ArrowUp")
    assert helen.page.url.endswith("#before")


def test_the_list_opens_with_a_question_mark_outside_a_box_and_within_one(helen):
    dialog = helen.page.get_by_role("dialog", name="Keyboard shortcuts")
    types(helen, "Was it agreed?")
    assert not dialog.is_visible()

    types(helen, "\n/?\n")
    assert dialog.is_visible()
    assert looking.violations(helen.page) == []
    press(helen, "Escape")
    helen.page.get_by_role("button", name="Save minute").focus()
    press(helen, "Shift+?")
    assert dialog.is_visible()


def test_shortcuts_switched_off_stay_off_and_only_the_words_are_typed(helen, server):
    helen.page.get_by_role("button", name="Keyboard shortcuts").click()
    helen.page.get_by_role("button", name="Switch shortcuts off").click()
    assert helen.page.get_by_text("Shortcuts are off.").is_visible()

    helen.go(server.path)
    types(helen, "/t\n@jo by 30 sep")
    is_saved(helen, fast=True)

    assert box(helen).input_value() == "/t\n@jo by 30 sep"
    assert helen.page.get_by_role("option").count() == 0
    assert helen.page.get_by_text("is read as").count() == 0
    helen.page.get_by_role("button", name="Save minute").focus()
    press(helen, "Shift+?")
    assert not helen.page.get_by_role("dialog").is_visible()
