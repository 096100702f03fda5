"""How many questions each page asks the database, and how large it is: exact on any machine, and so a gate."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine

from benchmarks import gen
from benchmarks.signing import app_on, cookie_for
from shp_gov.database import db

BODY = f"/bodies/{gen.BODY['slug']}"
PAGES: Mapping[str, int] = {
    "/": 30_000,
    BODY: 30_000,
    f"{BODY}/meetings": 30_000,
    f"{BODY}/actions": 30_000,
    f"{BODY}/actions?show=all&group=meeting": 30_000,
    f"{BODY}/actions?words=harbour": 30_000,
    "/decisions": 30_000,
    "/decisions?q=harbour&status=done": 30_000,
    "/my-actions": 30_000,
    "/actions/7": 30_000,
    "/decisions/7": 30_000,
    "/meetings/1": 60_000,
}
MOST_QUESTIONS = 10
# As `tests/web/test_speed.py` has it: a body's page leads with where it stands, for which each kind of fact is asked
# once; a meeting's page holds it against the terms of its day, and tells who corrected and signed its minutes.
WORKED_OUT: Mapping[str, int] = {BODY: 32, "/meetings/1": 13}
NOT_QUESTIONS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT", "PRAGMA")


@dataclass(frozen=True)
class Asked:
    """What one page cost."""

    questions: int
    size: int


def run(sizes: Sequence[int], *, say: Callable[[str], None]) -> bool:
    """Fetch every page at each size; tell whether all keep to the limits and ask the same at every size.

    A page that is filtered may ask less where it finds nothing.
    """
    found = {size: _one_size(size) for size in sizes}
    kept = [_judged(page, most, [found[size][page] for size in sizes], say) for page, most in PAGES.items()]
    return all(kept)


def _judged(page: str, most: int, asked: Sequence[Asked], say: Callable[[str], None]) -> bool:
    questions = {one.questions for one in asked}
    kept = (
        (len(questions) == 1 or "?" in page)
        and max(questions) <= WORKED_OUT.get(page, MOST_QUESTIONS)
        and max(one.size for one in asked) <= most
    )
    told = ", ".join(f"{one.questions} questions {one.size / 1000:.1f} kB" for one in asked)
    say(f"{page}: {told} ({'kept' if kept else 'MISSED'})")
    return kept


def _one_size(actions: int) -> dict[str, Asked]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/record.sqlite3"
        gen.make(url, actions)
        app = app_on(url)
        asked = {page: _asked(app, page) for page in PAGES}
        db.engine.dispose()
    return asked


def _asked(app: Flask, page: str) -> Asked:
    browser = app.test_client(use_cookies=False)
    with counted(db.engine) as questions:
        answer = browser.get(page, headers={"Cookie": cookie_for(app)})
    if answer.status_code != 200:
        raise SystemExit(f"{page} answered {answer.status_code}: there is nothing to count.")
    return Asked(len(questions), len(answer.data))


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """Write down every question that is sent to a database."""
    asked: list[str] = []

    def write_down(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if not statement.startswith(NOT_QUESTIONS):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", write_down)
    yield asked
    event.remove(engine, "before_cursor_execute", write_down)
