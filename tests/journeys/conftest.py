"""A real browser on a real server: its own process, its own database, nothing mocked."""

import importlib
import importlib.util
import json
import os
import secrets
import shutil
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from shp_gov.cli.opening import make_ready
from shp_gov.cli.serve import server_words
from tests.journeys import processes

CHROMIUM = os.environ.get("SHP_GOV_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
PASSWORD = "seagull harbour lantern"
STARTS_WITHIN = 180


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and skip them where no browser can be driven."""
    here = Path(__file__).parent
    missing = not CHROMIUM or importlib.util.find_spec("playwright") is None
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason="needs Chromium and the playwright package"))


@dataclass(frozen=True)
class Site:
    """A running site: its address, its environment, and a way to run commands on its record."""

    address: str
    environment: dict[str, str]

    def run(self, *words: str, answer: str = "") -> str:
        """Run a command on the record of this site."""
        return processes.run("shp_gov.cli", *words, environment=self.environment, answer=answer)

    def prepare(self, module: str, *words: str) -> dict[str, Any]:
        """Let a module of the tests write into the record of this site, and give what it says last."""
        said = processes.run(f"tests.journeys.{module}", *words, environment=self.environment)
        found: dict[str, Any] = json.loads(said.splitlines()[-1])
        return found


@pytest.fixture(scope="session")
def start_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Site]]:
    """Start a site on a fresh record; `prepare` gets it before it serves."""
    running: list[processes.Running] = []
    sites: list[Site] = []

    def start(prepare: Callable[[Site], None]) -> Site:
        site = _site(tmp_path_factory.mktemp("site"))
        sites.append(site)
        prepare(site)
        log = Path(site.environment["SHP_GOV_STORAGE"]).parent / "server.log"
        running.append(processes.serve(serving(site), environment=site.environment, log=log))
        _wait_for(site.address, log)
        return site

    yield start
    for process in running:
        process.end()
    for site in sites:
        _take_away(site.environment["SHP_GOV_DATABASE_URL"])


def serving(site: Site, *, workers: int = 2) -> list[str]:
    """Say how `shp_gov serve` serves it, once its database is up to date."""
    make_ready(site.environment["SHP_GOV_DATABASE_URL"])
    port = int(site.address.rpartition(":")[2])
    return server_words(port=port, workers=workers, host="127.0.0.1")


def _site(folder: Path) -> Site:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    settings = {
        "SHP_GOV_DATABASE_URL": _database(folder),
        "SHP_GOV_STORAGE": str(folder / "files"),
        "SHP_GOV_SECRET_KEY": secrets.token_urlsafe(48),
        "SHP_GOV_BASE_URL": address,
        "SHP_GOV_ENV": "demo",
    }
    return Site(address, {**os.environ, **settings})


def _database(folder: Path) -> str:
    """Give an empty database: on the test server where one is named, otherwise a file."""
    server = os.environ.get("SHP_GOV_TEST_DATABASE_URL")
    if not server:
        return f"sqlite:///{folder / 'site.sqlite3'}"
    address = sa.make_url(server).set(drivername="postgresql+psycopg")
    name = f"{address.database}_site_{secrets.token_hex(4)}"
    _ask_the_server(address, f'CREATE DATABASE "{name}"')
    return address.set(database=name).render_as_string(hide_password=False)


def _take_away(url: str) -> None:
    """Leave no database of ours on the test server."""
    address = sa.make_url(url)
    if address.get_backend_name() == "postgresql":
        server = sa.make_url(os.environ["SHP_GOV_TEST_DATABASE_URL"]).set(drivername="postgresql+psycopg")
        _ask_the_server(server, f'DROP DATABASE "{address.database}" WITH (FORCE)')


def _ask_the_server(address: sa.URL, statement: str) -> None:
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _wait_for(address: str, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}/sign-in", timeout=30):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"The site did not start: {log.read_text()}")


@pytest.fixture(scope="session")
def chromium():
    """Start Chromium once."""
    driver = importlib.import_module("playwright.sync_api")  # not in the lock of `test`
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium):
    """Open a fresh browser window: wide, with JavaScript, and nobody signed in, unless told otherwise."""
    contexts = []

    def open_(*, width: int = 1280, javascript: bool = True):
        context = chromium.new_context(viewport={"width": width, "height": 900}, java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        return page

    yield open_
    for context in contexts:
        context.close()
