"""Every page asks the database at most ten questions, as many for 10,000 actions as for 10, and stays small."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from werkzeug.routing import Rule

from shp_gov.queries.dashboard import IN_FULL
from tests.web.everything import EVERYBODY, Place, a_place, rules

SIZES = (10, 10_000)
MOST_QUESTIONS = 10
# Where a body stands is worked out from all that is on record about it: each kind of fact is asked for once.
MOST_OF_WHERE_WE_STAND = 32
# A meeting is held against the terms of its day and the authorities of its area, by all their names.
# What is out for it, and each paper with its pages, are two more.
MOST_OF_A_MEETING = 13
# A script brings together the agenda, reports, replies, quorum, interests, actions, decisions and the diary.
MOST_OF_A_SCRIPT = 18
# Minutes are shown with all that belongs to them, and with the hash of everything they say: each kind of row twice.
MOST_OF_MINUTES = 23
LARGEST_PAGE, LARGEST_MEETING, LARGEST_LOOKS = 30_000, 65_000, 100_000
LARGEST_STAND = 80_000
LARGEST = {"meetings.show": LARGEST_MEETING, "compliance.stand": LARGEST_STAND, "compliance.compare": LARGEST_STAND}
WORKED_OUT = {
    "meetings.show": MOST_OF_A_MEETING,
    "script.show": MOST_OF_A_SCRIPT,
    "script.show_pdf": MOST_OF_A_SCRIPT,
    "script.briefing": MOST_OF_A_SCRIPT,
    "script.briefing_pdf": MOST_OF_A_SCRIPT,
    "minutes.edit": MOST_OF_MINUTES,
    "minutes.review": MOST_OF_MINUTES,
    "minutes.publish": MOST_OF_MINUTES,
    "minutes.confirm": MOST_OF_MINUTES,
    # Printed minutes name the rule by which somebody stood in, in the words of the body: one question more.
    "papers.minutes": MOST_QUESTIONS + 1,
    "papers.minutes_word": MOST_QUESTIONS + 1,
    "papers.extract": MOST_QUESTIONS + 1,
    # What is checked before it goes out is looked at from every side, by officers, a few times for each meeting.
    "publication.show": 3 * MOST_QUESTIONS,
    "publication.supplement": 3 * MOST_QUESTIONS,
    "publication.preview": 4 * MOST_QUESTIONS,
    # The builder shows the agenda beside what is offered, planned and reported for it.
    "agendas.build": MOST_QUESTIONS + 2,
    "compliance.stand": MOST_OF_WHERE_WE_STAND,
    "compliance.stand_pdf": MOST_OF_WHERE_WE_STAND,
    "compliance.stand_csv": MOST_OF_WHERE_WE_STAND,
    "compliance.stand_json": MOST_OF_WHERE_WE_STAND,
    "compliance.compare": 2 * MOST_OF_WHERE_WE_STAND,
    # For those who may read it, the page of a body leads with where it stands, and Today with each of nine bodies.
    "bodies.show": MOST_QUESTIONS + MOST_OF_WHERE_WE_STAND,
    # The chair is told, in two questions more, what the next meeting asks of them and which minutes to sign.
    "dashboard.board_health": MOST_QUESTIONS + 2,
    "dashboard.today": MOST_QUESTIONS + IN_FULL * MOST_OF_WHERE_WE_STAND,
}
NOT_QUESTIONS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT", "PRAGMA")
READERS = ("officer", "chair")
PAGES = [rule for rule in rules("GET") if rule.endpoint != "static"]


def lookers(rule: Rule) -> tuple[str, ...]:
    """List who looks: at pages everybody, at papers, which take longer, those for whom most is asked."""
    return READERS if "." in rule.rule else EVERYBODY


@dataclass(frozen=True)
class Fetched:
    """What a page answered, how large it is and what it asked the database."""

    status: int
    kind: str
    size: int
    questions: tuple[str, ...]


def fetch(place: Place, rule: Rule, who: str) -> Fetched:
    """Fetch a page as somebody would, and write down what it asks the database."""
    with place.opened(), written_down(place.engine) as asked:
        answer = place.browser(who).get(place.address(rule))
        size = len(answer.data)
    return Fetched(answer.status_code, answer.mimetype, size, tuple(asked))


@contextmanager
def written_down(engine: Engine) -> Iterator[list[str]]:
    """Write down every statement that is sent to a database, those that only begin and end work left out."""
    asked: list[str] = []

    def write_down(connection, cursor, statement, parameters, context, executemany):
        if not statement.startswith(NOT_QUESTIONS):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", write_down)
    yield asked
    event.remove(engine, "before_cursor_execute", write_down)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[dict[int, Place]]:
    """Give a small record and a large one."""
    made = {size: a_place(tmp_path_factory.mktemp("record"), f"{worker_id}_{size}", actions=size) for size in SIZES}
    yield made
    for place in made.values():
        place.engine.dispose()


@pytest.fixture(scope="module")
def fetched(places: dict[int, Place]):
    """Fetch a page from the record of a size as somebody, once."""

    known: dict[tuple[str, str, int], Fetched] = {}

    def of(rule: Rule, who: str, size: int) -> Fetched:
        key = (rule.rule, who, size)
        if key not in known:
            known[key] = fetch(places[size], rule, who)
        return known[key]

    return of


@pytest.mark.parametrize("rule", PAGES, ids=str)
def test_somebody_can_open_every_page(fetched, rule):
    answers = {who: fetched(rule, who, SIZES[0]).status for who in lookers(rule)}

    assert {200, 302} & set(answers.values()), answers


@pytest.mark.parametrize("rule", PAGES, ids=str)
def test_a_page_asks_at_most_ten_questions_however_large_the_record(fetched, rule):
    most = WORKED_OUT.get(rule.endpoint, MOST_QUESTIONS)

    for who in lookers(rule):
        small, large = (fetched(rule, who, size) for size in SIZES)

        assert small.status == large.status, who
        assert len(large.questions) <= most, (who, len(large.questions), *large.questions)
        assert len(small.questions) == len(large.questions), (who, *small.questions, "---", *large.questions)


@pytest.mark.parametrize("rule", PAGES, ids=str)
def test_a_page_is_small(fetched, rule):
    most = LARGEST.get(rule.endpoint, LARGEST_PAGE)

    for who in lookers(rule):
        page = fetched(rule, who, SIZES[1])
        assert page.kind != "text/html" or page.size <= most, (who, page.size)


def test_the_meeting_page_measured_is_a_long_one(places, fetched):
    rule = next(rule for rule in PAGES if rule.endpoint == "meetings.show")

    assert fetched(rule, "officer", SIZES[1]).size > LARGEST_MEETING / 3


def test_the_looks_of_the_pages_are_small(app):
    files = [file for file in Path(app.static_folder).iterdir() if file.suffix in {".css", ".js"}]

    assert files
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= LARGEST_LOOKS
