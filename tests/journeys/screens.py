"""Take the pictures of docs/screens/: the example partnership on a fixed day, each page as seen by whom it is for.

Run it after a change to a page: `python -m tests.journeys.screens`; with names of pages after it, for those only.
"""

import importlib
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from PIL import Image
from werkzeug.serving import WSGIRequestHandler, make_server

from config import ROOT, Settings
from shp_gov import clock
from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.domain.workflows import ImportState, MeetingState
from shp_gov.example import founding, loading
from shp_gov.models import Action, Import, Meeting, Minute
from tests.company import Company
from tests.journeys import stage_places
from tests.journeys.conftest import CHROMIUM, PASSWORD, QUIET
from tests.journeys.states import RETURNED
from tests.stages import at_stage

FOLDER = ROOT / "docs" / "screens"
DAY = date(2026, 9, 1)
NOON = datetime.combine(DAY, time(12), clock.LONDON)
NAME = "Harbour and Old Town Partnership"
BODY = "/bodies/safer-seaborough-partnership"
WIDTHS = (1280, 390)
TALLEST, COLOURS = 2000, 64
OFFICER, CHAIR, MEMBER = "Helen Ashby", "Ruth Adeyemi", "Daniel Marsh"


@dataclass(frozen=True)
class Screen:
    """A page to take: its name, its address, and whose page it is; nobody's where the public looks.

    Where a stage is named, it is a page of a meeting at that stage: `{meeting_id}` and the like are filled in.
    """

    name: str
    path: Callable[[], str]
    who: str = ""
    stage: str = ""


SCREENS = (
    Screen("today", lambda: "/today", OFFICER),
    Screen("body", lambda: BODY),
    Screen("meeting", lambda: f"/meetings/{_meeting()}"),
    Screen("decision", lambda: f"/decisions/{_action().decision_id}"),
    Screen("register", lambda: "/decisions"),
    Screen("action", lambda: f"/actions/{_action().id}", MEMBER),
    Screen("action-log", lambda: f"{BODY}/actions", OFFICER),
    Screen("my-actions", lambda: "/my-actions", MEMBER),
    Screen("board-health", lambda: f"{BODY}/board-health", CHAIR),
    Screen("where-we-stand", lambda: f"{BODY}/stand", CHAIR),
    Screen("import-review", lambda: f"/imports/{_pack()}", OFFICER),
    Screen("task-list", lambda: f"/meetings/{_next()}/work", OFFICER),
    Screen("agenda-builder", lambda: f"/meetings/{_next()}/agenda", OFFICER),
    Screen("forward-plan", lambda: f"{BODY}/forward-plan", OFFICER),
    Screen("reply", lambda: f"/meetings/{_next()}/reply", MEMBER),
    Screen("publication-check", lambda: "/meetings/{meeting_id}/publish", "second officer", "agenda to be checked"),
    Screen("chairs-script", lambda: "/meetings/{meeting_id}/script", "chair", "published"),
    Screen("live-minuting", lambda: "/meetings/{meeting_id}/minuting/items/{minute_id}", "officer", "in progress"),
    Screen("minutes-review", lambda: "/meetings/{meeting_id}/minutes/review", "chair", "minutes with the chair"),
)


def main(names: list[str]) -> None:
    """Take the pictures that are named, or all of them."""
    driver = importlib.import_module("playwright.sync_api")
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [screen for screen in SCREENS if not names or screen.name in names]
    stages = {screen.stage for screen in wanted if screen.stage}
    with TemporaryDirectory() as folder, example_site(Path(folder)) as site, driver.sync_playwright() as playwright:
        places = _brought_to(stages)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for screen in wanted:
            _take(screen, browser, site, places.get(screen.stage, {}))


@contextmanager
def example_site(folder: Path) -> Iterator[str]:
    """Serve the example as at the fixed day, and give its address."""
    server = make_server("127.0.0.1", 0, _not_ready, threaded=True, request_handler=_Silent)
    site = f"http://127.0.0.1:{server.server_port}"
    settings = Settings(
        database_url=f"sqlite:///{folder / 'site.sqlite3'}",
        storage=folder / "files",
        secret_key="pictures only " * 4,
        base_url=site,
    )
    with opening.opened(settings) as app:
        _load()
        server.app = _on_the_day(app)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()


def _load() -> None:
    """Load the example unless it is there."""
    if loading.is_empty():
        loading.load(actor=opening.system(), on=DAY)
    db.session.commit()


def _brought_to(stages: Collection[str]) -> dict[str, dict[str, Any]]:
    """Bring a meeting to each of these stages; give what goes into addresses, and who can sign in."""
    with clock.at(NOON):
        company = Company()
        courses = {stage: at_stage(stage, company=company, today=DAY, name=NAME) for stage in sorted(stages)}
        people = stage_places.able_to_sign_in(company.users)
        places = {stage: {**stage_places.arguments(course), "people": people} for stage, course in courses.items()}
        db.session.commit()
    return places


def _on_the_day(app: Callable[..., Iterator[bytes]]) -> Callable[..., list[bytes]]:
    def answer(environ: object, start_response: object) -> list[bytes]:
        with clock.at(NOON):
            return list(app(environ, start_response))

    return answer


def _not_ready(environ: object, start_response: object) -> list[bytes]:
    raise AssertionError("nothing is served before the example is loaded")


class _Silent(WSGIRequestHandler):
    def log(self, *words: object) -> None:
        """Say nothing: the pictures are what counts."""


def _meeting() -> int:
    """Find the latest meeting of the partnership that has minutes."""
    found = sa.select(Meeting.id).join(Minute).order_by(Meeting.on.desc()).limit(1)
    return db.session.scalars(found.where(Meeting.body_id == 1)).one()


def _action() -> Action:
    return db.session.scalars(sa.select(Action).where(Action.what.startswith(RETURNED))).one()


def _pack() -> int:
    """Find the pack that waits to be checked."""
    return db.session.scalars(sa.select(Import.id).where(Import.state == ImportState.READ)).one()


def _next() -> int:
    """Find the next meeting of the partnership whose agenda is not out."""
    found = sa.select(Meeting.id).where(Meeting.body_id == 1, Meeting.state == MeetingState.SCHEDULED)
    return db.session.scalars(found.order_by(Meeting.on).limit(1)).one()


def _take(screen: Screen, browser, site: str, place: Mapping[str, Any]) -> None:
    path = screen.path().format(**place)
    db.session.rollback()
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        if screen.stage:
            _let_in(page, site, place["people"][screen.who], PASSWORD)
        elif screen.who:
            sign_in(page, site, screen.who)
        answer = page.goto(site + path)
        assert answer.status == 200, f"{path} answers {answer.status}"
        height = page.evaluate("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
        _keep(page.screenshot(full_page=True, clip=clip), FOLDER / f"{screen.name}-{width}.png")
        context.close()


def sign_in(page, site: str, name: str) -> None:
    """Sign somebody of the example in."""
    _let_in(page, site, founding.address(name), founding.PASSWORD)


def _let_in(page, site: str, address: str, password: str) -> None:
    page.goto(f"{site}/sign-in")
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)


def _keep(picture: bytes, file: Path) -> None:
    """Keep a picture in few colours, so that it is small."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(file, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
