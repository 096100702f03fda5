"""Pages visited in Chromium as the person they are for: what is looked at on each, on a screen and on paper."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.journeys import looking
from tests.journeys.conftest import Site
from tests.web.everything import EXCEPTIONS, rules

WIDE, NARROW, PAPER = 1280, 320, 720
MOST_TABS = 40
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
    "minutes.answer_decided": "chair",
    "minutes.sign": "chair",
}
NOT_PAGES = ("static", "files.evidence", "duties.document", "reports.file", "revisions.words")
PAGES = [rule for rule in rules("GET") if "." not in rule.rule and rule.endpoint not in NOT_PAGES]
ABOUT_A_BODY = frozenset({"slug"})
LOOKS = "on => { const at = getComputedStyle(on); return at.backgroundColor + at.outline + at.boxShadow; }"
ROUND_IT = [".govuk-service-navigation", ".govuk-breadcrumbs", ".govuk-footer", ".app-filters", "main .govuk-button"]
SEEN = "names => names.filter(name => [...document.querySelectorAll(name)].some(each => each.getClientRects().length))"
START_BEFORE = """
    button => {
        const reached = 'a[href], button, input, select, textarea, summary, [tabindex]';
        const all = [...document.querySelectorAll(reached)].filter(
            each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility()
        );
        const place = all.indexOf(button);
        document.activeElement.blur();
        if (place > 0) all[Math.max(0, place - 3)].focus();
        return place >= 0 && all.every(each => each.tabIndex === 0);
    }
"""
AT = """
    button => {
        if (!document.activeElement.checkVisibility()) throw new Error('the focus is on something unseen');
        return button === document.activeElement;
    }
"""
CUT = """
    () => [...document.querySelectorAll('main :not(input, textarea, select)')].filter(each => each.clientWidth > 1
        && getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1
    ).map(each => 'cut: ' + each.tagName + '.' + each.className)
"""


@dataclass
class Looked:
    """A window of one person, and what its console said."""

    page: Any
    said: list[str] = field(default_factory=list)
    status: int = 0

    def led_elsewhere(self, address: str) -> bool:
        """Tell whether the page that was asked for only leads to another."""
        return str(self.page.url).partition("?")[0] != address.partition("?")[0]

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
    windows: dict[str, Looked] = field(default_factory=dict)

    def address(self, rule: Any, state: str, which: str = "") -> str:
        """Give the address of a page in one state; `which` says about what, where there are several."""
        known = self.states[state]["arguments"] | EXCEPTIONS.get(rule.endpoint, {})
        path = rule.rule
        for name in rule.arguments:
            value = str(known.get(f"{which}_{name}") or known[name])
            path = path.replace(f"<{name}>", value).replace(f"<int:{name}>", value)
        return self.site.address + path

    def window(self, who: str, state: str) -> Looked:
        """Give the window of somebody, signed in once."""
        address = self.states[state]["people"].get(who, "")
        if address not in self.windows:
            page = self.chromium.new_context().new_page()
            window = self.windows[address] = Looked(page)
            page.on("console", lambda message: message.type == "error" and window.said.append(message.text))
            page.on("pageerror", lambda error: window.said.append(str(error)))
            if address:
                self._sign_in(page, address, state)
        return self.windows[address]

    def _sign_in(self, page: Any, address: str, state: str) -> None:
        page.goto(f"{self.site.address}/sign-in")
        page.get_by_label("E-mail address").fill(address)
        page.get_by_label("Password", exact=True).fill(self.states[state]["password"])
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)


@contextmanager
def a_place(start_site: Callable[..., Site], chromium: Any, *names: str) -> Iterator[Place]:
    """Start one site that holds these states, for all pages of a file."""
    states: dict[str, Any] = {}

    def prepare(site: Site) -> None:
        states.update(site.prepare("states", *names))

    there = Place(start_site(prepare), states, chromium)
    yield there
    for window in there.windows.values():
        window.page.context.close()


def lookers(rule: Any) -> tuple[str, ...]:
    """List who looks at a page: whom it is for, and the public where it is public."""
    blueprint = rule.endpoint.split(".")[0]
    whose = WHO.get(rule.endpoint) or WHO.get(blueprint) or "officer"
    return ("nobody", whose) if blueprint in PUBLIC and rule.endpoint != "auth.sign_in" else (whose,)


def found_wrong(window: Looked, *, widths: tuple[int, ...] = (WIDE, NARROW)) -> list[str]:
    """List what is wrong with the page that is open, wide and narrow; axe looks at it in these widths."""
    page, wrong = window.page, []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [f"{width} px: {said}" for said in looking.violations(page)] if width in widths else []
        wrong += [f"{width} px: scrolls sideways"] if looking.scrolls_sideways(page) else []
    wrong += [f"console: {said}" for said in window.said]
    headings = page.locator("h1").count()
    return wrong + ([] if headings == 1 else [f"{headings} headings of the first level"])


def printed_in_vain(page: Any) -> list[str]:
    """List what is printed though nobody can press it on paper, and what the edge of something cuts off there."""
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    seen: list[str] = page.evaluate(SEEN, ROUND_IT) + page.evaluate(CUT)
    page.emulate_media(media="screen")
    return seen


def the_keyboard_reaches_the_main_button(page: Any) -> None:
    """Press Tab from shortly before the main button, where there is one: it gets the focus, and looks so."""
    page.set_viewport_size({"width": WIDE, "height": 900})
    button = page.locator("main .govuk-button:not(.govuk-button--secondary)").first
    if not button.count():
        return
    before = button.evaluate(LOOKS)
    assert button.evaluate(START_BEFORE), "no key leads to the main button, or keys go another way than the page reads"
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(AT, button.element_handle()):
            break
    assert button.evaluate(LOOKS) != before
