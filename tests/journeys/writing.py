"""Somebody who writes a minute: types into its box, and reads what the page says of it."""

import re

import pytest

from tests.journeys.people import Somebody
from tests.journeys.servers import a_server

SAVED = re.compile(r"^Saved at \d{1,2}\.\d\d[ap]m$")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Serve a record with a private minute for each test."""
    made = a_server(tmp_path_factory.mktemp("words"), minutes=30)
    yield made
    made.take_away()


@pytest.fixture
def server(site):
    """Give the server, with a minute that nobody wrote yet."""
    site.minute_ids.pop(0)
    return site


@pytest.fixture
def writes(open_browser):
    """Let somebody open the minute in a window of their own, whose clock the test moves where `fast` says so."""

    def opens(server, name="Helen Ashby", *, fast=False, javascript=True):
        somebody = Somebody(open_browser(javascript=javascript), server.site, server.emails[name])
        somebody.sign_in()
        if fast:
            somebody.page.clock.install()
        somebody.go(server.path)
        return somebody

    return opens


def box(who: Somebody):
    return who.page.get_by_label("What was said")


def line(who: Somebody) -> str:
    return who.page.locator(".app-saving .app-saved").first.inner_text()


def types(who: Somebody, words: str) -> None:
    box(who).focus()
    who.page.keyboard.press("Control+End")
    who.page.keyboard.type(words)


def is_saved(who: Somebody, *, fast: bool = False) -> None:
    """Wait until the page says that all is saved."""
    for _ in range(100):
        if SAVED.match(line(who)):
            return
        who.page.clock.run_for(1000) if fast else who.page.wait_for_timeout(100)
        who.page.wait_for_timeout(20)
    pytest.fail(f"The page says: {line(who)}")


def says(who: Somebody, words: str, *, fast: bool = False) -> None:
    """Wait until the line under the box says this, in red."""
    for _ in range(100):
        if words in line(who):
            assert "app-late" in who.page.locator(".app-saving .app-saved").first.get_attribute("class")
            return
        who.page.clock.run_for(1000) if fast else who.page.wait_for_timeout(100)
        who.page.wait_for_timeout(20)
    pytest.fail(f"The page says: {line(who)}")


def is_saved_when_looked_at(who: Somebody) -> None:
    """Wait as long as the page takes to look again whether it is signed in."""
    for _ in range(250):
        if SAVED.match(line(who)):
            return
        who.page.wait_for_timeout(100)
    pytest.fail(f"The page says: {line(who)}")
