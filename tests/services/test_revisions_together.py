"""Saves at the same moment, each in its own transaction, on a real database: each takes its number, none is lost."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from config import Settings
from shp_gov import schema, services
from shp_gov.app import create_app
from shp_gov.audit import Actor
from shp_gov.database import db, make_engine
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Minute, MinuteRevision
from shp_gov.queries import revisions as queries
from tests.databases import a_database
from tests.factories import a_meeting, a_minute

AT_ONCE, EACH = 6, 5


@pytest.fixture
def place(tmp_path, worker_id):
    url = a_database(tmp_path, f"saves_{worker_id}")
    engine = make_engine(url)
    with engine.begin() as connection:
        schema.move(connection)
    engine.dispose()
    app = create_app(Settings(database_url=url, storage=tmp_path / "files", secret_key="tests only " * 4))
    with app.app_context():
        a_minute(meeting=a_meeting(minutes_state=MinutesState.DRAFT))
        db.session.commit()
    yield app
    db.engine.dispose()


def test_saves_at_once_take_a_number_each_and_one_of_them_is_the_minute(place):
    with ThreadPoolExecutor(AT_ONCE) as pool:
        typed = list(pool.map(lambda who: types(place, who), range(AT_ONCE)))

    with place.app_context():
        minute = db.session.query(Minute).one()
        revisions = db.session.query(MinuteRevision).order_by(MinuteRevision.number).all()
        assert [revision.number for revision in revisions] == list(range(1, AT_ONCE * EACH + 2))
        assert Counter(words for text in typed for words in text) == Counter(
            revision.words["narrative"] for revision in revisions[1:]
        )
        assert len(queries.open_clashes(minute)) == AT_ONCE - 1
        assert minute.narrative == queries.newest(minute).words["narrative"]


def types(place, who: int) -> list[str]:
    """Open the page, then type and save one word after the other."""
    text, version, typed = "", 0, []
    for word in range(EACH):
        text += f"{who}.{word} "
        with place.app_context():
            minute = db.session.query(Minute).one()
            actor = Actor(f"Officer {who}")
            version = services.revisions.save(minute, words={"narrative": text}, based_on=version, actor=actor).version
            db.session.commit()
        typed.append(text)
    return typed
