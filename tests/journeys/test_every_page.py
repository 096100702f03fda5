"""Every page in Chromium, as the person it is for: usual, with nothing in it, with long words, and refused."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.journeys import looking
from tests.journeys.conftest import ROOT, Site
from tests.web.everything import EXCEPTIONS, rules

WIDE, NARROW = 1280, 320
MOST_TABS = 400
PUBLIC = frozenset({"bodies", "meetings", "decisions", "auth"})
WHO = {
    "accounts": "administrator",
    "accounts.mine": "owner",
    "accounts.lend": "officer",
    "accounts.end_cover": "officer",
    "accounts.change_password": "owner",
    "actions.mine": "owner",
    "actions.finished": "owner",
    "actions.find": "owner",
    "actions.show": "owner",
    "actions.progress": "owner",
    "dashboard.board_health": "chair",
}
PAGES = [
    rule
    for rule in rules("GET")
    if "." not in rule.rule and rule.endpoint not in ("static", "files.evidence", "duties.document")
]
ABOUT_A_BODY = frozenset({"slug"})
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
LOOKS = "on => { const at = getComputedStyle(on); return at.backgroundColor + at.outline + at.boxShadow; }"
ROUND_IT = [".govuk-service-navigation", ".govuk-breadcrumbs", ".govuk-footer", ".app-filters", "main .govuk-button"]
SEEN = "names => names.filter(name => [...document.querySelectorAll(name)].some(each => each.getClientRects().length))"
EMPTY_THE_FORM = """
    for (const field of document.querySelectorAll('main form[method=post] :is(input, select, textarea)')) {
        if (['radio', 'checkbox'].includes(field.type)) field.checked = false;
        else if (field.type !== 'hidden') field.value = '';
    }
"""


@dataclass
class Looked:
    """A window of one person, and what its console said."""

    page: Any
    said: list[str] = field(default_factory=list)
    status: int = 0

    def open(self, address: str, *, width: int = WIDE) -> None:
        """Open a page, with nothing said before."""
        self.said.clear()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.status = self.page.goto(address).status


@dataclass
class Place:
    """A site with all three states, and the windows of whoever looked at it."""

    site: Site
    states: dict[str, Any]
    chromium: Any
    windows: dict[tuple[str, str], Looked] = field(default_factory=dict)

    def address(self, rule: Any, state: str) -> str:
        """Give the address of a page in one state."""
        known = self.states[state]["arguments"] | EXCEPTIONS.get(rule.endpoint, {})
        path = rule.rule
        for name in rule.arguments:
            path = path.replace(f"<{name}>", str(known[name])).replace(f"<int:{name}>", str(known[name]))
        return self.site.address + path

    def window(self, who: str, state: str) -> Looked:
        """Give the window of somebody, signed in once."""
        if (who, state) not in self.windows:
            page = self.chromium.new_context().new_page()
            window = self.windows[who, state] = Looked(page)
            page.on("console", lambda message: message.type == "error" and window.said.append(message.text))
            page.on("pageerror", lambda error: window.said.append(str(error)))
            if who in self.states[state]["people"]:
                self._sign_in(page, who, state)
        return self.windows[who, state]

    def _sign_in(self, page: Any, who: str, state: str) -> None:
        page.goto(f"{self.site.address}/sign-in")
        page.get_by_label("E-mail address").fill(self.states[state]["people"][who])
        page.get_by_label("Password", exact=True).fill(self.states[state]["password"])
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)


@pytest.fixture(scope="module")
def place(start_site, chromium) -> Iterator[Place]:
    """Start one site for all pages."""
    states: dict[str, Any] = {}

    def prepare(site: Site) -> None:
        command = [sys.executable, "-m", "tests.journeys.states"]
        done = subprocess.run(command, env=site.environment, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        states.update(json.loads(done.stdout))

    there = Place(start_site(prepare), states, chromium)
    yield there
    for window in there.windows.values():
        window.page.context.close()


def lookers(rule: Any) -> tuple[str, ...]:
    """List who looks at a page: whom it is for, and the public where it is public."""
    blueprint = rule.endpoint.split(".")[0]
    whose = WHO.get(rule.endpoint) or WHO.get(blueprint) or "officer"
    return ("nobody", whose) if blueprint in PUBLIC and rule.endpoint != "auth.sign_in" else (whose,)


def found_wrong(window: Looked) -> list[str]:
    """List what is wrong with the page that is open, wide and narrow."""
    page, wrong = window.page, []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [f"{width} px: {violation}" for violation in looking.violations(page)]
        wrong += [f"{width} px: scrolls sideways"] if looking.scrolls_sideways(page) else []
    wrong += [f"console: {said}" for said in window.said]
    headings = page.locator("h1").count()
    return wrong + ([] if headings == 1 else [f"{headings} headings of the first level"])


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.endpoint)
def test_a_page_is_in_order_on_a_screen_on_paper_and_by_keyboard(place: Place, rule: Any) -> None:
    for who in lookers(rule):
        window = place.window(who, "usual")
        window.open(place.address(rule, "usual"))
        assert window.status == 200
        assert found_wrong(window) == []
        assert printed_in_vain(window.page) == []
        the_keyboard_reaches_the_main_button(window.page)


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.endpoint)
def test_a_page_of_long_words_and_many_rows_is_in_order(place: Place, rule: Any) -> None:
    window = place.window(lookers(rule)[-1], "long")
    window.open(place.address(rule, "long"))
    assert window.status == 200
    assert found_wrong(window) == []


@pytest.mark.parametrize(
    "rule", [rule for rule in PAGES if rule.arguments <= ABOUT_A_BODY], ids=lambda rule: rule.endpoint
)
def test_a_page_with_nothing_in_it_is_in_order(place: Place, rule: Any) -> None:
    who = lookers(rule)[-1]
    window = place.window(who if who != "administrator" else "officer", "empty")
    window.open(place.address(rule, "empty"))
    assert window.status == (403 if who == "administrator" else 200)
    assert [wrong for wrong in found_wrong(window) if "status of 403" not in wrong] == []


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


def printed_in_vain(page: Any) -> list[str]:
    """List what is printed though nobody can press it on paper."""
    page.emulate_media(media="print")
    seen: list[str] = page.evaluate(SEEN, ROUND_IT)
    page.emulate_media(media="screen")
    return seen


def the_keyboard_reaches_the_main_button(page: Any) -> None:
    """Press Tab until the main button has the focus, where there is one, and look whether that shows."""
    page.set_viewport_size({"width": WIDE, "height": 900})
    button = page.locator("main .govuk-button:not(.govuk-button--secondary)").first
    if not button.count():
        return
    before = button.evaluate(LOOKS)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getClientRects().length > 0")
        if button.evaluate("button => button === document.activeElement"):
            break
    assert button.evaluate(LOOKS) != before
