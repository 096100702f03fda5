"""Every page in Chromium, as the person it is for: usual, filtered, and refused."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.visiting import (
    PAGES,
    Place,
    a_place,
    found_wrong,
    lookers,
    printed_in_vain,
    the_keyboard_reaches_the_main_button,
)

FILTERED = (
    ("officer", "/decisions?q=nobody+said+this"),
    ("officer", "/decisions?page=2&status=done"),
    ("officer", "/bodies/{slug}/actions?show=all&group=meeting"),
    ("officer", "/bodies/{slug}/actions?show=finished&group=due"),
    ("officer", "/bodies/{slug}/actions?words=nobody+said+this"),
    ("officer", "/bodies/{slug}/proposed-actions?state=dismissed"),
    ("administrator", "/accounts?words=nobody"),
    ("nobody", "/there-is-no-such-page"),
    ("owner", "/imports"),
)
REFUSED = (
    "auth.sign_in",
    "accounts.add",
    "accounts.give",
    "accounts.end",
    "accounts.change_password",
    "actions.progress",
    "actions.confirm",
    "actions.owner",
    "actions.due_date",
    "actions.not_proceed",
    "actions.assign",
    "actions.agree",
    "imports.index",
    "duties.record",
    "duties.correct",
    "duties.withdraw",
)
# They are about a decision of the minute that is open: `test_every_stage.py` looks at them while a meeting goes on.
WHILE_A_MEETING_GOES_ON = ("minuting.decision", "minuting.dissent")
USUAL = [rule for rule in PAGES if rule.endpoint not in WHILE_A_MEETING_GOES_ON]
EMPTY_THE_FORM = """
    for (const field of document.querySelectorAll('main form[method=post] :is(input, select, textarea)')) {
        if (['radio', 'checkbox'].includes(field.type)) field.checked = false;
        else if (field.type !== 'hidden') field.value = '';
    }
"""


@pytest.fixture(scope="module")
def place(start_site, chromium) -> Iterator[Place]:
    """Start one site for all pages."""
    with a_place(start_site, chromium, "usual") as there:
        yield there


@pytest.mark.parametrize("rule", USUAL, ids=lambda rule: rule.endpoint)
def test_a_page_is_in_order_on_a_screen_on_paper_and_by_keyboard(place: Place, rule: Any) -> None:
    for who in lookers(rule):
        window = place.window(who, "usual")
        window.open(place.address(rule, "usual"))
        assert window.status == 200
        assert found_wrong(window) == []
        assert printed_in_vain(window.page) == []
        the_keyboard_reaches_the_main_button(window.page)


@pytest.mark.parametrize(("who", "path"), FILTERED)
def test_a_filtered_list_and_a_refusal_are_in_order(place: Place, who: str, path: str) -> None:
    window = place.window(who, "usual")
    window.open(place.site.address + path.format(**place.states["usual"]["arguments"]))
    window.said = [said for said in window.said if window.status == 200]
    assert found_wrong(window) == []


@pytest.mark.parametrize("rule", [rule for rule in PAGES if rule.endpoint in REFUSED], ids=lambda rule: rule.endpoint)
def test_a_form_sent_empty_is_refused_in_order(place: Place, rule: Any) -> None:
    window = place.window("nobody" if rule.endpoint == "auth.sign_in" else lookers(rule)[-1], "usual")
    window.open(place.address(rule, "usual"))
    window.page.evaluate(EMPTY_THE_FORM)
    window.page.locator("main form[method=post] .govuk-button:not(.govuk-button--secondary)").first.click()
    window.page.locator(".govuk-error-summary").wait_for()
    assert window.page.title().startswith("Error: ")
    assert found_wrong(window) == []
