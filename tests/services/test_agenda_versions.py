"""An agenda goes to the chair, comes back with remarks, and is agreed as it was read."""

from datetime import date

import pytest

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import Report
from shp_gov.queries import agenda_versions as queries
from shp_gov.queries import agendas
from shp_gov.services import agenda, agenda_versions
from tests.agendas import CLERK, PRIVATELY, item, to_come, with_items, wording
from tests.factories import a_body, a_chair, an_officer, viewer
from tests.services.acting import told


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def chair(body):
    return a_chair(body=body)


@pytest.fixture
def meeting(body):
    return with_items("One", "Two", meeting=to_come(body))


def acting(user):
    return Actor(user.name, user.id)


def sent(meeting, chair):
    return agenda_versions.send(meeting, to=[chair], actor=CLERK)


def agreed(version, chair, sha256=None):
    agenda_versions.agree(version, sha256=sha256 or version.sha256, to=[], actor=acting(chair))


def test_the_chair_is_sent_a_version_and_told(meeting, chair):
    version = sent(meeting, chair)

    assert (version.number, version.state) == (1, AgendaState.WITH_THE_CHAIR)
    assert version.contents == agendas.contents(meeting)
    assert told(chair.person) == ["agenda_sent"]


def test_an_empty_agenda_and_one_that_the_chair_has_are_not_sent(body, meeting, chair):
    with pytest.raises(DomainError, match="nothing on this agenda"):
        sent(to_come(body, on=date(2026, 11, 12)), chair)
    sent(meeting, chair)

    with pytest.raises(DomainError, match="nothing has changed since"):
        sent(meeting, chair)


def test_the_chair_agrees_what_was_read(meeting, chair):
    version = sent(meeting, chair)

    agreed(version, chair)

    assert (version.state, version.agreed_by) == (AgendaState.AGREED, chair)
    with pytest.raises(DomainError, match="agreed already"):
        agreed(version, chair)


def test_an_agenda_that_was_agreed_is_sent_again_when_it_says_something_else(meeting, chair):
    agreed(sent(meeting, chair), chair)
    with pytest.raises(DomainError, match="Version 1 was agreed by the chair, and nothing has changed since"):
        sent(meeting, chair)

    agenda.move(item(meeting, "Two"), up=True, actor=CLERK)

    assert sent(meeting, chair).number == 2


def test_the_chair_cannot_agree_a_version_that_has_changed_since(meeting, chair):
    version = sent(meeting, chair)
    agenda.move(item(meeting, "Two"), up=True, actor=CLERK)

    with pytest.raises(DomainError, match="has changed since version 1"):
        agreed(version, chair)

    assert version.state is AgendaState.WITH_THE_CHAIR


def test_the_chair_cannot_agree_another_version_than_the_one_read(meeting, chair):
    first = sent(meeting, chair)
    agenda.move(item(meeting, "Two"), up=True, actor=CLERK)
    second = sent(meeting, chair)

    with pytest.raises(DomainError, match="later version"):
        agreed(first, chair)
    with pytest.raises(DomainError, match="not the version that you read"):
        agreed(second, chair, sha256=first.sha256)
    agreed(second, chair)

    assert (first.state, second.state) == (AgendaState.WITH_THE_CHAIR, AgendaState.AGREED)


def test_a_report_that_is_handed_in_meanwhile_does_not_stop_the_chair(meeting, chair):
    version = sent(meeting, chair)
    db.session.add(Report(meeting=meeting, agenda_item=item(meeting, "One"), position=1, subject="One"))

    agreed(version, chair)

    assert version.state is AgendaState.AGREED


def test_changes_are_asked_for_with_a_remark_that_is_dealt_with(body, meeting, chair):
    officer, version = an_officer(body=body), sent(meeting, chair)
    with pytest.raises(DomainError, match="what you want to say"):
        agenda_versions.ask_for_changes(version, words=" ", to=[officer], actor=acting(chair))

    agenda_versions.ask_for_changes(version, words="Two first.", to=[officer], actor=acting(chair))

    (remark,) = version.remarks
    assert version.state is AgendaState.CHANGES_ASKED_FOR
    assert told(officer) == ["agenda_changes_asked"]
    agenda_versions.answer(remark, actor=CLERK)
    with pytest.raises(DomainError, match="dealt with already"):
        agenda_versions.answer(remark, actor=CLERK)


def test_a_remark_is_about_an_item_of_this_agenda(meeting, chair):
    other = item(with_items("Other"), "Other")

    with pytest.raises(DomainError, match="item of this agenda"):
        agenda_versions.remark(sent(meeting, chair), words="No.", item=other, actor=acting(chair))


def test_a_published_agenda_is_not_sent(meeting, chair):
    meeting.state = MeetingState.AGENDA_PUBLISHED

    with pytest.raises(DomainError, match="published"):
        sent(meeting, chair)


def test_the_public_and_whoever_declared_an_interest_read_no_private_word(meeting, chair):
    agenda.add(meeting, wording("Gull Ltd", presenter="Kingfisher", **PRIVATELY), actor=CLERK)
    said = agendas.contents(meeting)

    for shown in (queries.as_the_public(said), queries.seen(said, meeting, viewer=viewer())):
        assert "Gull" not in str(shown)
        assert "Kingfisher" not in str(shown)
        assert PRIVATELY["public_interest_reason"] not in str(shown)
        assert "A contract" in str(shown)
    assert "Gull" in str(queries.seen(said, meeting, viewer=viewer(chair)))


def test_an_item_remarked_on_can_still_be_put_off(meeting, chair):
    version = sent(meeting, chair)
    remark = agenda_versions.remark(version, words="Is it ready?", item=item(meeting, "One"), actor=acting(chair))

    agenda.take_out(item(meeting, "One"), actor=CLERK)
    db.session.refresh(remark)

    assert remark.agenda_item_id is None
