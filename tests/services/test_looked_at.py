"""What the chair and a second officer said of an agenda counts for the words that they read, and for no others."""

import pytest
import time_machine

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.domain.cycle.waits import waits
from shp_gov.domain.errors import DomainError
from shp_gov.domain.publication import NotPublished
from shp_gov.domain.workflows import AgendaState
from shp_gov.queries import cycle, publishing, works
from tests import factories as make
from tests.agendas import wording
from tests.publishing import IN_TIME, a_ready_agenda, actor, checked, officers, put_out

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def test_the_list_of_tasks_asks_again_for_a_check_when_the_agenda_changed():
    meeting = a_ready_agenda(private=True)
    maker, other = officers(meeting.body)
    viewer = make.viewer(maker)

    def found() -> list[tuple[bool, str]]:
        (at_once,) = works.of_meetings([meeting], on=viewer.on)
        both = (cycle.of_meeting(meeting, viewer=viewer).work, at_once.work)
        return [
            (work.is_checked, next((each.words for each in waits(work) if each.key == "check"), "")) for work in both
        ]

    services.publication.ask_for_check(meeting, of=other, actor=actor(maker))
    assert found() == 2 * [(False, "Owen Grant: check the agenda")]
    services.publication.check(meeting, seen=publishing.hash_now(meeting), note="", actor=actor(other))
    assert found() == 2 * [(True, "")]
    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)
    assert found() == 2 * [(False, "Ask a colleague to check the agenda")]


def test_what_the_chair_asked_to_change_is_not_put_out_as_it_was():
    meeting = a_ready_agenda()
    version = services.agenda_versions.send(meeting, to=[], actor=make.SYSTEM)
    services.agenda_versions.ask_for_changes(version, words="Add the boats.", to=[], actor=Actor("Ruth Adeyemi"))

    with pytest.raises(NotPublished, match="The chair asked for changes to version 1, and nothing has changed since"):
        put_out(meeting)
    assert cycle.of_meeting(meeting, viewer=make.viewer()).work.is_sent_back

    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)
    assert put_out(meeting).number == 2


def test_the_chair_agrees_or_sends_back_what_a_colleague_has_checked():
    meeting = a_ready_agenda(private=True)
    first, second = map(actor, officers(meeting.body))
    chair = actor(make.a_chair(body=meeting.body))
    version = services.agenda_versions.send(meeting, to=[], actor=first)
    checked(meeting, by=first, checked_by=second)

    services.agenda_versions.agree(version, sha256=version.sha256, to=[], actor=chair)

    assert (version.state, version.agreed_by_id) == (AgendaState.CHECKED, chair.user_id)
    with pytest.raises(DomainError, match="That is agreed already"):
        services.agenda_versions.agree(version, sha256=version.sha256, to=[], actor=chair)
    services.agenda_versions.ask_for_changes(version, words="Leave the firm out.", to=[], actor=chair)
    with pytest.raises(NotPublished, match="The chair asked for changes"):
        put_out(meeting, by=first)
