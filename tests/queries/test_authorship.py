"""Nobody checks what they wrote part of, and what goes out says whether the chair agreed it."""

import pytest
import time_machine

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.publication import NotASecondLook
from shp_gov.models import AuditEvent
from shp_gov.queries import agenda_versions, agendas, authorship, publishing
from tests import factories as make
from tests.agendas import PRIVATELY, item, wording
from tests.publishing import IN_TIME, a_ready_agenda, actor, checked, officers, put_out

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def test_whoever_wrote_part_of_an_agenda_does_not_check_it():
    meeting = a_ready_agenda(private=True)
    writer, other = officers(meeting.body)
    row = item(meeting, "Quayside Homes Ltd")
    said = wording("Quayside Homes Ltd", **PRIVATELY | {"presenter": "Grace Holloway"})
    services.agenda.change(row, said, seen=agendas.seen(row), actor=actor(writer))
    db.session.commit()

    with pytest.raises(NotASecondLook, match=r"Helen Ashby wrote part of it\. Somebody who wrote none of it checks it"):
        services.publication.ask_for_check(meeting, of=writer, actor=actor(other))
    assert publishing.colleagues(meeting, viewer=make.viewer(other), but=authorship.authors(meeting)) == {}
    db.session.rollback()
    checked(meeting, by=actor(writer), checked_by=actor(other))


def test_whoever_changed_it_after_they_were_asked_does_not_check_it():
    meeting = a_ready_agenda(private=True)
    writer, other = officers(meeting.body)
    services.publication.ask_for_check(meeting, of=other, actor=actor(writer))
    row = item(meeting, "Harbour lighting")
    services.agenda.change(row, wording("Harbour lights"), seen=agendas.seen(row), actor=actor(other))
    services.agenda.change(
        row, wording("Harbour lighting", presenter="Grace Holloway"), seen=agendas.seen(row), actor=make.SYSTEM
    )
    db.session.commit()

    with pytest.raises(NotASecondLook, match="Owen Grant wrote part of it"):
        services.publication.check(meeting, seen=publishing.hash_now(meeting), note="", actor=actor(other))


def test_it_is_written_down_whether_the_chair_agreed_what_went_out():
    meeting = a_ready_agenda()
    chair = make.a_chair(body=meeting.body)
    assert agenda_versions.agreement(meeting) == "The chair has not been sent it, and has not agreed it."
    version = services.agenda_versions.send(meeting, to=[chair], actor=make.SYSTEM)
    assert agenda_versions.agreement(meeting) == "The chair has not agreed it: version 1 is with the chair."
    services.agenda_versions.agree(version, sha256=version.sha256, to=[], actor=actor(chair))
    assert agenda_versions.agreement(meeting) == "The chair agreed it: version 1."
    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)
    assert agenda_versions.agreement(meeting).startswith("The chair agreed version 1. It has changed since")

    put_out(meeting)

    db.session.commit()
    assert db.session.query(AuditEvent).filter_by(event="agenda.published").one().facts["agreed_by_chair"] is False
