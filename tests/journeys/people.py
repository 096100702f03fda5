"""Somebody at a browser: signs in, goes where they are going, and counts what they press."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.journeys.conftest import PASSWORD, Site

PATIENCE = 10


@dataclass
class Somebody:
    """A person with a browser window of their own."""

    page: Any
    site: Site
    email: str
    password: str = PASSWORD
    clicks: int = 0

    def sign_in(self) -> None:
        """Sign in from wherever this asks for it."""
        if "/sign-in" not in self.page.url:
            self.go("/sign-in")
        assert self.is_on("Sign in")
        self.page.get_by_label("E-mail address").fill(self.email)
        self.page.get_by_label("Password", exact=True).fill(self.password)
        self.press("Sign in")
        self.page.wait_for_url(lambda url: "/sign-in" not in url)

    def sign_out(self) -> None:
        """Sign out."""
        self.page.get_by_role("banner").get_by_role("button", name="Sign out").click()
        assert self.is_on("Sign in")

    def go(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(path if path.startswith("http") else self.site.address + path)

    def press(self, words: str) -> None:
        """Press the first button with these words, or the first link that looks like one."""
        main = self.page.get_by_role("main")
        self._click(main.get_by_role("button", name=words).or_(main.get_by_role("link", name=words)).first)

    def follow(self, words: str) -> None:
        """Follow the first link with these words on the page."""
        self._click(self.page.get_by_role("main").get_by_role("link", name=words).first)

    def follow_beside(self, heading: str, words: str) -> None:
        """Follow the first link with these words in what stands beside, under a heading."""
        beside = self.page.get_by_role("complementary", name=heading)
        self._click(beside.get_by_role("link", name=words).first)

    def unfold(self, words: str) -> None:
        """Open what is folded behind these words."""
        self._click(self.page.get_by_role("main").locator("summary", has_text=words).first)

    def choose_from_menu(self, words: str) -> None:
        """Follow a line of the menu."""
        self._click(self.page.get_by_role("navigation", name="Menu").get_by_role("link", name=words))

    def tick(self, words: str) -> None:
        """Choose a radio button or tick a box."""
        self._click(self.page.get_by_label(words))

    def write(self, label: str, words: str) -> None:
        """Click into a field and type."""
        field = self.page.get_by_role("textbox", name=label)
        self._click(field)
        field.fill(words)

    def add_words(self, label: str, words: str, *, instead_of: int = 0) -> None:
        """Click behind the last word of a field and type on, instead of some letters at its end."""
        self._click(self.page.get_by_role("textbox", name=label))
        self.page.keyboard.press("Control+End")
        for _ in range(instead_of):
            self.page.keyboard.press("Backspace")
        self.page.keyboard.type(words)

    def choose(self, label: str, words: Any) -> None:
        """Choose from a list."""
        self.page.get_by_label(label).select_option(label=words)

    def add_file(self, name: str, content: bytes, kind: str) -> None:
        """Choose a file. Counted as one click: what follows is the window of the machine, not ours."""
        self.clicks += 1
        self.page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": kind, "buffer": content})

    def reads(self, words: str) -> bool:
        """Tell whether the page says this, on any number of lines, or will in a moment."""
        return self._comes_true(lambda: words in " ".join(self.page.locator("body").inner_text().split()))

    def is_on(self, heading: str) -> bool:
        """Tell whether the page has this heading, or will in a moment."""
        return self._comes_true(lambda: self.page.locator("h1").inner_text() == heading)

    def _comes_true(self, tell: Callable[[], bool]) -> bool:
        until = time.monotonic() + PATIENCE
        while not tell():
            if time.monotonic() > until:
                return False
            self.page.wait_for_timeout(50)
        return True

    def _click(self, what: Any) -> None:
        what.click()
        self.clicks += 1


@dataclass
class Keys:
    """The keyboard of a page, that counts every key pressed besides the words."""

    page: Any
    pressed: int = 0

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def write(self, words: str) -> None:
        """Type words."""
        self.page.keyboard.type(words)

    def send(self, key: str = "Enter") -> None:
        """Press the key that sends the form, and wait for what comes."""
        with self.page.expect_navigation():
            self.press(key)


def add_account(site: Site, email: str, *words: str) -> str:
    """Make an account from the command line, and give its first password."""
    password: str = json.loads(site.run("users", "add", email, *words, "--json"))["password"]
    return password
