"""What comes after an agenda is out is a version of its own: with a reason, and with pages that renumber nothing."""

from datetime import datetime, time

import pytest
import time_machine

from shp_gov import queries, services, storage
from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.agenda_guards import UrgencyUnsaid
from shp_gov.domain.errors import DomainError
from shp_gov.domain.publication import NotASecondLook, NotPublished
from shp_gov.models import AgendaKind, Message
from shp_gov.queries import publishing
from shp_gov.services.evidence import Upload
from tests import factories as make
from tests.agendas import DECISIONS, PRIVATELY, item, wording
from tests.documents.examples import pdf
from tests.documents.packs import a_pdf
from tests.publishing import IN_TIME, a_ready_agenda, actor, officers, put_out, supplement
from tests.reports import a_ready_report, a_report, some_contents

pytestmark = pytest.mark.usefixtures("app")
LATE = {"urgency_reason": "The grant was offered on Tuesday."}


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


@pytest.fixture
def meeting():
    made = a_ready_agenda()
    put_out(made)
    return made


def add_late(meeting, title="A grant for the pier", **said):
    return services.agenda.add_late(meeting, wording(title, **(LATE | said)), actor=make.SYSTEM)


def test_a_supplement_has_its_own_pages_and_leaves_the_others_alone(meeting):
    before = publishing.published(meeting)[0]
    pages, file = dict(before.pages), before.public_document.sha256
    late = add_late(meeting)
    a_ready_report(item=late, contents=some_contents(subject="A grant for the pier"))

    version = supplement(meeting)

    assert (version.kind, version.number) == (AgendaKind.SUPPLEMENT, 2)
    assert (before.pages, before.public_document.sha256) == (pages, file)
    assert pdf(storage.fetch(version.public_document.sha256)).page_labels == ["S1", "S2", "S3"]
    assert late.in_supplement == 2
    front = pdf(storage.fetch(version.public_document.sha256)).pages[0].extract_text()
    assert "Supplement 1 to the agenda" in front
    assert "The grant was offered on Tuesday." in front
    assert "Harbour lighting" not in front


def test_the_next_supplement_goes_on_counting(meeting):
    add_late(meeting)
    supplement(meeting)
    a_ready_report(item=item(meeting, "Harbour lighting"), contents=some_contents(subject="New figures"))

    second = supplement(meeting, reason="The figures were corrected.")

    file = pdf(storage.fetch(second.public_document.sha256))
    assert file.page_labels == ["S2", "S3", "S4"]
    assert "New figures" in file.pages[1].extract_text()


def test_a_late_item_needs_its_urgency_and_a_supplement_its_reason(meeting):
    with pytest.raises(UrgencyUnsaid):
        add_late(meeting, urgency_reason="")
    add_late(meeting)

    with pytest.raises(DomainError, match="Give why it comes late"):
        supplement(meeting, reason="  ")


def test_a_supplement_of_nothing_is_refused(meeting):
    with pytest.raises(NotPublished, match="Nothing is waiting"):
        supplement(meeting)


def test_there_is_no_supplement_before_the_agenda_or_after_the_meeting(meeting):
    with pytest.raises(NotPublished, match="comes after the agenda and before the meeting: this one is scheduled"):
        supplement(a_ready_agenda())
    add_late(meeting)
    meeting.state = "closed"
    with pytest.raises(NotPublished, match="this one is closed"):
        supplement(meeting)


def test_a_report_that_is_not_ready_waits_and_stops_nothing(meeting):
    a_report(item=add_late(meeting))

    version = supplement(meeting)

    assert version.pages["parts"] == []


def test_a_private_late_item_is_withheld_from_the_public(meeting):
    late = add_late(meeting, "Quayside Homes Ltd", **PRIVATELY)
    a_ready_report(item=late, contents=some_contents(subject="Quayside Homes offers"))

    with pytest.raises(NotPublished, match="A second officer has not checked"):
        supplement(meeting)
    first, second = officers(meeting.body)
    services.supplements.ask_for_check(meeting, reason="Urgent.", of=second, actor=actor(first))
    seen = queries.supplements.waiting(meeting).sha256
    services.supplements.check(meeting, seen=seen, note="", actor=actor(second))
    version = supplement(meeting, reason="Urgent.", by=actor(first))

    public, full = (
        " ".join(page.extract_text() for page in pdf(storage.fetch(each.sha256)).pages)
        for each in (version.public_document, version.restricted_document)
    )
    assert "Quayside" in full
    assert "Quayside" not in public
    assert "are not in this version" in " ".join(public.split())


def test_whoever_wrote_a_late_item_does_not_check_it(meeting):
    writer, other = officers(meeting.body)
    late = wording("Quayside Homes Ltd", urgency_reason="The offer ends on Friday.", **PRIVATELY)
    services.agenda.add_late(meeting, late, actor=actor(writer))
    db.session.commit()

    with pytest.raises(NotASecondLook, match="Helen Ashby wrote part of it"):
        services.supplements.ask_for_check(meeting, reason="Urgent.", of=writer, actor=actor(other))


def test_members_are_told_of_what_came(meeting):
    make.a_member(body=meeting.body)
    add_late(meeting, section=DECISIONS)

    supplement(meeting)

    message = db.session.query(Message).filter_by(event="supplement_out").first()
    assert message.facts["decide"] == [f"{item(meeting, 'A grant for the pier').number} A grant for the pier"]


def test_what_comes_after_one_has_read_is_new(meeting):
    reader = make.a_member(body=meeting.body)
    seen = make.viewer(reader)
    assert publishing.last_read(meeting, viewer=seen) == 0

    services.supplements.read(meeting, by=reader)
    services.supplements.read(meeting, by=reader)
    assert publishing.last_read(meeting, viewer=seen) == 1

    add_late(meeting)
    supplement(meeting)
    assert publishing.last_read(meeting, viewer=seen) == 1


def test_the_second_of_two_officers_publishes_nothing(meeting):
    first, second = map(actor, officers(meeting.body))
    add_late(meeting)
    pack = services.supplements.gather(meeting, reason="Urgent.")
    printed = services.pack_files.print_(pack)
    by = {"reason": "Urgent.", "seen": pack.full_record_hash}
    services.supplements.publish(meeting, printed, **by, actor=first)

    with pytest.raises(NotPublished, match="Nothing is waiting"):
        services.supplements.publish(meeting, printed, **by, actor=second)


def test_what_comes_late_is_on_no_page_of_others_before_its_supplement(meeting, client):
    member = make.a_member(body=meeting.body)
    add_late(meeting)
    add_late(meeting, "Quayside Homes Ltd", **PRIVATELY)
    db.session.commit()
    everybody, theirs = make.viewer(), make.viewer(member)

    def read(viewer) -> list[str]:
        return [each.title for each in queries.meetings.agenda(meeting, viewer=viewer)]

    assert read(everybody) == read(theirs) == ["Harbour lighting"]
    asked = queries.replies.asked(meeting, member.person_id, viewer=theirs)
    assert [each.id for each in asked.items] == [item(meeting, "Harbour lighting").id]
    assert "A contract" not in client.get(f"/meetings/{meeting.id}").text
    assert "A grant for the pier" in read(make.viewer(make.an_officer(body=meeting.body)))

    first, second = officers(meeting.body)
    services.supplements.ask_for_check(meeting, reason="It cannot wait.", of=second, actor=actor(first))
    seen = queries.supplements.waiting(meeting).sha256
    services.supplements.check(meeting, seen=seen, note="", actor=actor(second))
    supplement(meeting, reason="It cannot wait.", by=actor(first))

    assert [title for title in read(everybody) if "Exclusion" not in title][1:] == [
        "A grant for the pier",
        "A contract",
    ]


def test_what_the_meeting_takes_is_on_its_agenda_without_a_supplement(meeting):
    add_late(meeting)
    with time_machine.travel(datetime(2026, 9, 10, 10, tzinfo=LONDON), tick=False):
        services.room.open_(meeting, at=time(10), actor=make.SYSTEM)

    shown = queries.meetings.agenda(meeting, viewer=make.viewer())

    assert [each.title for each in shown] == ["Harbour lighting", "A grant for the pier"]


def test_a_file_of_a_report_that_is_not_ready_waits_with_it_and_stops_nothing(meeting):
    add_late(meeting)
    report = a_report(item=item(meeting, "Harbour lighting"))
    file = Upload("map.pdf", a_pdf("A map", author="Jo Tranter"))
    services.report_appendices.add(report, title="Map", file=file, is_exempt=False, actor=make.SYSTEM)

    version = supplement(meeting)

    assert version.kind is AgendaKind.SUPPLEMENT
    assert report.published_at is None
