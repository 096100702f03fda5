"""Two officers write one minute at the same time, at random, from two browsers, on a real server: no word is lost."""

import json
import random
import re
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.cookiejar import CookieJar

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.conftest import PASSWORD
from tests.journeys.servers import OFFICERS, Server, a_server

SAVES_EACH = 250
SCRIPT = {"Accept": "application/json", "Content-Type": "application/json"}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Serve a record with a minute for each example."""
    made = a_server(tmp_path_factory.mktemp("two"), minutes=10)
    yield made
    made.take_away()


@dataclass
class Browser:
    """A browser of its own: its cookies, and the minute as its page holds it."""

    server: Server
    name: str
    chance: random.Random
    text: str = ""
    version: int = 0
    token: str = ""
    clash: str = ""
    number: int = 0
    stays: set[str] = field(default_factory=set)
    promised: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = self.page("/sign-in")
        self.send(page, "/sign-in", email=self.server.emails[self.name], password=PASSWORD)

    def open(self, path: str, said: bytes | None = None, **headers: str) -> tuple[int, str]:
        request = urllib.request.Request(self.server.site.address + path, said, headers)
        try:
            with self.web.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def page(self, path: str) -> BeautifulSoup:
        status, text = self.open(path)
        assert status == 200, text
        return BeautifulSoup(text, "html5lib")

    def send(self, page: BeautifulSoup, path: str, **typed: str) -> str:
        """Fill in the form of a page and send it."""
        form = page.main.find("form", method="post")
        filled = {box["name"]: box.get("value", "") for box in form.find_all("input", type="hidden")}
        filled |= {box["name"]: box.text.removeprefix("\n") for box in form.find_all("textarea")} | typed
        status, text = self.open(path, urllib.parse.urlencode(filled).encode())
        assert status == 200, text
        return text

    @property
    def address(self) -> str:
        return f"/minutes/{self.server.minute_id}/words"

    def look(self) -> None:
        """Read the newest words, where nothing of ours waits to be put together."""
        status, text = self.open(self.address, **SCRIPT)
        assert status == 200, text
        said = json.loads(text)
        self.token = said["token"]
        if not self.clash:
            self.text, self.version = said["words"].get("narrative", ""), said["version"]

    def type(self) -> None:
        """Put a word that nobody else types somewhere between the others, or take one of them out again."""
        words = re.split(r"(?<=\s)(?=\S)", self.text)
        mine = [word for word in self.stays if word in self.text.split()]
        if mine and self.chance.random() < 0.1:
            gone = self.chance.choice(mine)
            self.stays.discard(gone)
            self.text = re.sub(rf"(?<!\S){gone}(?!\S)\s?", "", self.text)
        self.number += 1
        word = f"{self.name[0]}{self.number}"
        self.stays.add(word)
        at = self.chance.choice([len(words), self.chance.randint(0, len(words))])
        before, after = "".join(words[:at]), "".join(words[at:])
        gap = "" if not before or before[-1].isspace() else self.chance.choice(" \n")
        self.text = f"{before}{gap}{word}{self.chance.choice([' ', ' ', chr(10)])}{after}"

    def save(self) -> None:
        """Save as the script does; now and then the answer is lost, and the same words are sent again."""
        said = json.dumps({"words": {"narrative": self.text}, "based_on": self.version}).encode()
        for _ in range(1 + (self.chance.random() < 0.1)):
            status, text = self.open(self.address, said, **SCRIPT, **{"X-CSRFToken": self.token})
        assert status in (200, 409), text
        answer = json.loads(text)
        self.version = answer["version"]
        self.clash = answer["clashes"][0]["address"] if answer["clashes"] else ""
        self.promised.append(self.text)

    def put_together(self) -> None:
        """Open the page with both texts and save what it proposes."""
        self.send(self.page(self.clash), self.clash, pick="both")
        self.clash = ""
        self.look()

    def write(self) -> None:
        """Write, save, look and put together, in whatever order chance has it."""
        self.look()
        for _ in range(SAVES_EACH):
            self.type()
            self.save()
            if self.clash and self.chance.random() < 0.4:
                self.put_together()
            elif self.chance.random() < 0.3:
                self.look()


@given(seed=st.integers(0, 10**9))
@settings(max_examples=1, database=None, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_500_saves_of_two_browsers_at_random_lose_no_word(server, seed):
    server.minute_ids.pop(0)
    browsers = [Browser(server, name, random.Random(f"{seed} {name}")) for name in OFFICERS]

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(Browser.write, browsers))
    while clashes := json.loads(browsers[0].open(browsers[0].address, **SCRIPT)[1])["clashes"]:
        browsers[0].clash = clashes[0]["address"]
        browsers[0].put_together()

    saves = server.saves()
    kept = {save.words.get("narrative", "") for save in saves}
    assert [save.number for save in saves] == list(range(1, len(saves) + 1))
    assert len(saves) >= 2 * SAVES_EACH
    assert any(save.is_clash for save in saves)
    assert all(save.settled_by_id for save in saves if save.is_clash)
    for browser in browsers:
        assert {" ".join(text.split()) for text in browser.promised} <= {" ".join(text.split()) for text in kept}
        assert browser.stays <= set(server.narrative().split())
