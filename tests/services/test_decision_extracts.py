"""Whoever wrote a report hears what was decided on it, with the extract from the minutes, once these are out."""

import pytest
import sqlalchemy as sa

from shp_gov import documents, services
from shp_gov.database import db
from shp_gov.models import Decision
from shp_gov.queries import papers
from tests import factories as make
from tests.documents.examples import words_of
from tests.minutes import a_held_meeting
from tests.services.acting import told
from tests.services.test_report_letters import letters
from tests.sittings import CLERK, NOON, RECOMMENDED, at


@pytest.fixture
def sitting(app):
    """Hold a meeting on a report, of which one recommendation is agreed, and close it."""
    made = a_held_meeting()
    made.author = make.a_person("Grace Holloway", email="grace.holloway@seaborough.example")
    (report,) = services.reports.queries.of_item(made.minute("Taxi marshals").agenda_item)
    report.author = made.author
    with at(12):
        services.room.close(made.meeting, at=NOON, actor=CLERK)
    return made


def put_out(sitting):
    with at(13):
        sent = services.minutes_versions.send_to_the_chair(sitting.meeting, actor=CLERK)
        services.minutes_versions.agree(sitting.meeting, sha256=sent.sha256, actor=CLERK)
        services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)


def test_an_author_hears_nothing_before_the_minutes_are_out(sitting):
    assert told(sitting.author) == []


def test_an_author_gets_the_decisions_in_their_words_and_the_way_to_the_extract(sitting):
    put_out(sitting)

    with at(14):
        (letter,) = letters("decision_extract")

    assert told(sitting.author) == ["decision_extract"]
    assert RECOMMENDED[0] in letter.text
    assert f"/minutes/{sitting.minute('Taxi marshals').id}/extract.pdf" in letter.text


def test_an_author_of_whose_recommendations_none_was_agreed_hears_it_too(sitting):
    minute = sitting.minute("Taxi marshals")
    db.session.execute(sa.delete(Decision).where(Decision.minute_id == minute.id))
    db.session.expire(minute)
    put_out(sitting)

    assert told(sitting.author) == ["decision_extract"]


def test_of_a_private_item_the_letter_has_no_word(sitting):
    minute = sitting.minute("Taxi marshals")
    minute.is_exempt, minute.exempt_paragraph, minute.public_title = True, "3", "A contract"
    make.an_appointment(sitting.author, seat=sitting.seats["fire"])
    put_out(sitting)

    with at(14):
        written = letters("decision_extract")

    assert [RECOMMENDED[0] in letter.text or minute.title in letter.text for letter in written] == [False]


def test_the_extract_prints_the_minute_and_nothing_of_the_others(sitting):
    put_out(sitting)
    minute = sitting.minute("Taxi marshals")

    said = words_of(documents.minutes.render_extract(papers.extract(minute, viewer=make.viewer())))

    assert "Extract from the minutes and decision record" in said
    assert "Draft: not yet approved" in said
    assert RECOMMENDED[0] in said
    assert "Apologies" not in said
