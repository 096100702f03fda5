"""An agenda is put out once, as it was looked at, in both versions; whoever comes out of turn is told why."""

from datetime import date, datetime

import pytest
import time_machine

from shp_gov import services, storage
from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.publication import NotASecondLook, NotPublished
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import AgendaVersion, AuditEvent, Message
from shp_gov.queries import publishing
from shp_gov.services.forward_plan import Plan
from tests import factories as make
from tests.agendas import item, to_come, wording
from tests.documents.examples import pdf
from tests.publishing import IN_TIME, a_ready_agenda, actor, checked, officers, put_out
from tests.reports import a_ready_report, a_report

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def told(event: str) -> list[Message]:
    return db.session.query(Message).filter_by(event=event).all()


def test_publishing_keeps_what_it_said_when_and_on_which_pages():
    meeting = a_ready_agenda()

    version = put_out(meeting)

    assert meeting.state is MeetingState.AGENDA_PUBLISHED
    assert meeting.agenda_published_on == date(2026, 9, 1)
    assert (version.number, version.state, version.published_at) == (1, AgendaState.PUBLISHED, IN_TIME)
    assert version.sha256 == publishing.hash_now(meeting)
    assert [part["item"] for part in version.pages["parts"]] == [item(meeting, "Harbour lighting").number]
    assert version.restricted_document is None
    file = pdf(storage.fetch(version.public_document.sha256))
    assert "Harbour lighting" in file.pages[0].extract_text()
    assert "Twelve of them are dark" in file.pages[1].extract_text()


def test_the_clear_days_are_counted_and_kept():
    meeting = a_ready_agenda()

    put_out(meeting)

    db.session.commit()
    line = db.session.query(AuditEvent).filter_by(event="agenda.published").one()
    assert (line.facts["clear_days"], line.facts["clear_days_required"], line.facts["verdict"]) == (6, 5, "pass")


@time_machine.travel(datetime(2026, 9, 8, 9, tzinfo=LONDON))
def test_publishing_late_is_not_stopped_and_says_so():
    meeting = a_ready_agenda()

    found = services.publication.notice_today(meeting)
    put_out(meeting)

    assert found.verdict.value == "late"
    assert "1 clear day before the meeting; 5 are asked for." in found.sentence
    assert "The last day was Wednesday 2 September 2026." in found.sentence


def test_what_is_private_is_in_the_restricted_version_only():
    meeting = a_ready_agenda(private=True)
    first, second = map(actor, officers(meeting.body))

    version = put_out(meeting, by=first, checked_by=second)

    public, full = (
        " ".join(page.extract_text() for page in pdf(storage.fetch(document.sha256)).pages)
        for document in (version.public_document, version.restricted_document)
    )
    assert "Quayside" in full
    assert "Quayside" not in public
    assert "A contract" in public
    assert version.restricted_document.is_exempt
    assert not version.public_document.is_exempt
    assert version.public_document.sha256 != version.restricted_document.sha256


def test_members_are_told_what_they_are_asked_to_decide_and_nothing_private():
    meeting = a_ready_agenda(private=True)
    make.a_member(body=meeting.body)
    first, second = map(actor, officers(meeting.body))

    put_out(meeting, by=first, checked_by=second)

    message = next(each for each in told("papers_out") if each.recipient and each.recipient.name == "Jo Tranter")
    number = item(meeting, "Harbour lighting").number
    assert message.facts["decide"] == [f"{number} Harbour lighting"]
    assert message.facts["private"] == 1
    assert not any("Quayside" in str(each.facts) for each in db.session.query(Message))


def test_reports_are_open_to_everybody_once_they_are_out():
    meeting = a_ready_agenda(private=True)
    first, second = map(actor, officers(meeting.body))

    put_out(meeting, by=first, checked_by=second)

    assert all(report.published_at for report in publishing.of_meeting(meeting))


def test_a_private_item_that_does_not_say_why_is_not_put_out():
    meeting = a_ready_agenda()
    plan = Plan(title="Quayside Homes Ltd", is_exempt=True, public_title="A contract", meeting=meeting)
    entry = services.forward_plan.write(meeting.body, plan, actor=make.SYSTEM)
    private = services.forward_plan.put_on(entry, meeting, actor=make.SYSTEM)
    a_ready_report(item=private)
    first, second = map(actor, officers(meeting.body))

    with pytest.raises(NotPublished, match=rf"Item {private.number} needs its paragraph of Schedule 12A"):
        put_out(meeting, by=first, checked_by=second)


def test_a_private_item_needs_a_second_officer():
    meeting = a_ready_agenda(private=True)

    with pytest.raises(NotPublished, match=r"A second officer has not checked .* It holds 1 private item\."):
        put_out(meeting)

    assert meeting.state is MeetingState.SCHEDULED


def test_a_body_can_always_ask_for_a_second_officer():
    meeting = a_ready_agenda(body=make.a_body(always_checks_twice=True))

    with pytest.raises(NotPublished, match="This body always asks for it"):
        put_out(meeting)


def test_nobody_checks_their_own_work():
    meeting = a_ready_agenda(private=True)
    maker, other = officers(meeting.body)

    with pytest.raises(NotASecondLook, match="nobody checks their own work"):
        services.publication.ask_for_check(meeting, of=maker, actor=actor(maker))
    services.publication.ask_for_check(meeting, of=other, actor=actor(maker))
    with pytest.raises(NotASecondLook, match="Helen Ashby made this version"):
        services.publication.check(meeting, seen=publishing.hash_now(meeting), note="", actor=actor(maker))
    with pytest.raises(NotASecondLook, match="Helen Ashby made this version"):
        services.publication.ask_for_check(meeting, of=maker, actor=actor(other))


def test_the_colleague_is_told():
    meeting = a_ready_agenda(private=True)
    maker, other = officers(meeting.body)

    services.publication.ask_for_check(meeting, of=other, actor=actor(maker))

    assert [message.user_id for message in told("check_asked")] == [other.id]


def test_a_check_of_an_older_agenda_does_not_count():
    meeting = a_ready_agenda(private=True)
    first, second = map(actor, officers(meeting.body))
    checked(meeting, by=first, checked_by=second)

    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)

    with pytest.raises(NotPublished, match="as it stands now"):
        put_out(meeting, by=first)


def test_nobody_checks_what_changed_since_the_page_was_opened():
    meeting = a_ready_agenda(private=True)
    maker, other = officers(meeting.body)
    services.publication.ask_for_check(meeting, of=other, actor=actor(maker))
    seen = publishing.hash_now(meeting)
    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)

    with pytest.raises(NotPublished, match="changed after you opened this page"):
        services.publication.check(meeting, seen=seen, note="", actor=actor(other))
    with pytest.raises(NotPublished, match="Nobody has asked for a check"):
        services.publication.check(meeting, seen=publishing.hash_now(meeting), note="", actor=actor(other))


def test_a_check_is_made_once():
    meeting = a_ready_agenda(private=True)
    first, second = map(actor, officers(meeting.body))
    checked(meeting, by=first, checked_by=second)

    with pytest.raises(DomainError, match="That is checked already"):
        services.publication.check(meeting, seen=publishing.hash_now(meeting), note="", actor=second)


def test_nothing_changes_between_the_check_and_the_publication():
    meeting = a_ready_agenda()
    printed = services.pack_files.print_(services.publication.gather(meeting))
    seen = publishing.hash_now(meeting)
    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)

    for page in (seen, publishing.hash_now(meeting)):
        with pytest.raises(NotPublished, match="changed after you opened this page"):
            services.publication.publish(meeting, printed, seen=page, actor=make.SYSTEM)


def test_the_second_of_two_officers_is_told_who_was_first():
    meeting = a_ready_agenda()
    printed = services.pack_files.print_(services.publication.gather(meeting))
    seen = publishing.hash_now(meeting)
    first, second = map(actor, officers(meeting.body))
    services.publication.publish(meeting, printed, seen=seen, actor=first)

    with pytest.raises(NotPublished, match=r"Helen Ashby published this agenda at 10\.00am\. Nothing was changed\."):
        services.publication.publish(meeting, printed, seen=seen, actor=second)

    assert len(publishing.published(meeting)) == 1


def test_an_empty_agenda_is_not_put_out():
    with pytest.raises(NotPublished, match="There is nothing on this agenda yet"):
        put_out(to_come())


def test_a_report_that_is_not_ready_is_named_by_its_item():
    meeting = a_ready_agenda()
    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)
    late = a_report(item=item(meeting, "Rescue boats"))

    with pytest.raises(NotPublished, match=f"The report to item {late.agenda_item.number} is requested"):
        put_out(meeting)


def test_an_item_that_needs_a_report_has_one():
    meeting = a_ready_agenda()
    services.agenda.add(meeting, wording("Rescue boats", needs_report=True), actor=make.SYSTEM)

    with pytest.raises(NotPublished, match=r"has no report\. Ask for it, or put the item off"):
        put_out(meeting)


def test_a_file_that_hides_something_is_not_put_out():
    meeting = a_ready_agenda()
    report = publishing.of_meeting(meeting)[0]
    report.document, report.source = make.a_document(b"%PDF", "figures.pdf"), "PDF file"
    db.session.flush()

    with pytest.raises(DomainError, match=r"“figures\.pdf” was not looked through"):
        put_out(meeting)


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.POSTPONED, MeetingState.CLOSED])
def test_only_a_meeting_to_come_is_put_out(state):
    meeting = a_ready_agenda()
    meeting.state = state

    with pytest.raises(DomainError, match=str(state)):
        put_out(meeting)

    assert db.session.query(AgendaVersion).count() == 0
