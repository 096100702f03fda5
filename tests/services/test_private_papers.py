"""A paper that is not for publication, with a report that is: checked, accounted for and kept like a private item."""

import pytest
import time_machine
from sqlalchemy.exc import NoResultFound

from shp_gov import services, storage
from shp_gov.database import db
from shp_gov.domain.agenda_guards import PrivateUnsaid
from shp_gov.domain.publication import NotPublished
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Appendix, Meeting
from shp_gov.queries import cycle, papers, private, publishing, reports, supplements, users, works
from shp_gov.services.evidence import Upload
from tests import factories as make
from tests.agendas import PRIVATELY, item, to_come, wording
from tests.documents.examples import pdf
from tests.documents.packs import a_pdf
from tests.minutes import a_published_draft, the_next_meeting
from tests.publishing import APPENDED, IN_TIME, a_report_with_a_private_appendix, actor, officers, put_out, supplement
from tests.reports import a_report

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


@pytest.fixture
def meeting() -> Meeting:
    """Everything on this agenda is open but one appendix."""
    meeting = to_come(make.a_body())
    services.agenda.add(meeting, wording("Harbour lighting"), actor=make.SYSTEM)
    a_report_with_a_private_appendix(item(meeting, "Harbour lighting"))
    return meeting


def test_a_second_officer_looks_before_it_goes_out(meeting):
    first, second = map(actor, officers(meeting.body))
    viewer = make.viewer()
    work = cycle.of_meeting(meeting, viewer=viewer).work
    (at_once,) = works.of_meetings([meeting], on=viewer.on)

    with pytest.raises(NotPublished, match=r"has not checked .* It holds 1 private paper\."):
        put_out(meeting)
    version = put_out(meeting, by=first, checked_by=second)

    assert (work.needs_check, at_once.work.needs_check) == (True, True)
    assert version.checked_by_id == second.user_id
    public, full = (
        " ".join(page.extract_text() for page in pdf(storage.fetch(document.sha256)).pages)
        for document in (version.public_document, version.restricted_document)
    )
    assert "Lamps cost £2,100 each" in full
    assert "Lamps cost" not in public
    assert "paragraph 3" in public


def test_whoever_checks_reads_what_is_withheld_and_why(meeting):
    (kept,) = publishing.withheld(meeting, viewer=make.viewer())
    (row,) = publishing.side_by_side(meeting, viewer=make.viewer())

    assert (kept.title, kept.instead, kept.paragraph) == ("Appendix: Prices of the lamps", "An appendix", "3")
    assert kept.why == APPENDED.reason
    assert row.public_papers == row.full_papers == ("Harbour lighting",)
    assert row.private_papers == ("Appendix: Prices of the lamps",)


def test_it_is_not_taken_in_without_its_paragraph_and_why():
    report, file = a_report(), Upload("a.pdf", a_pdf("£2,100"))

    with pytest.raises(PrivateUnsaid, match="A private appendix needs the paragraph of Schedule 12A and why"):
        services.report_appendices.add(report, title="Prices", file=file, is_exempt=True, actor=make.SYSTEM)

    assert report.appendices == []


def test_one_that_never_said_why_is_not_put_out(meeting):
    db.session.query(Appendix).one().public_interest_reason = None
    number = item(meeting, "Harbour lighting").number

    with pytest.raises(NotPublished, match=rf"An appendix to item {number} needs its public-interest reason"):
        put_out(meeting)


def test_whoever_declared_an_interest_in_its_item_does_not_get_it(meeting):
    first, second = officers(meeting.body)
    member, lighting = make.a_member(body=meeting.body), item(meeting, "Harbour lighting")
    for user in (member, second):
        user.person = user.person or make.a_person(user.name)
        said = {"words": "My firm.", "item": lighting, "is_ahead": True}
        services.declarations.declare(meeting, user.person, **said, actor=actor(first))
    (report,) = publishing.of_meeting(meeting)
    document = report.appendices[0].document
    db.session.commit()
    interested, officer = users.viewer_of(member), users.viewer_of(second)

    assert not publishing.reads_everything(meeting, viewer=interested)
    assert not publishing.reads_everything(meeting, viewer=officer)
    assert publishing.reads_everything(meeting, viewer=users.viewer_of(first))
    assert [each.is_withheld for each in papers.report(report, viewer=interested).appendices] == [True]
    assert [each.title for each in publishing.withheld(meeting, viewer=officer)] == ["An appendix"]
    assert publishing.side_by_side(meeting, viewer=officer)[0].private_papers == ()
    assert reports.file(report.id, document.id, viewer=users.viewer_of(first)).document is document
    with pytest.raises(NoResultFound):
        reports.file(report.id, document.id, viewer=officer)


def test_with_a_private_item_it_is_private_already():
    meeting = to_come(make.a_body())
    services.agenda.add(meeting, wording("Quayside Homes Ltd", **PRIVATELY), actor=make.SYSTEM)
    a_report_with_a_private_appendix(item(meeting, "Quayside Homes Ltd"))

    assert private.papers(meeting) == []
    assert publishing.stands(meeting).private == 1


def test_one_that_comes_late_is_checked_too():
    meeting = to_come(make.a_body())
    services.agenda.add(meeting, wording("Harbour lighting"), actor=make.SYSTEM)
    put_out(meeting)
    a_report_with_a_private_appendix(item(meeting, "Harbour lighting"))

    assert supplements.stands(meeting).needs_check
    with pytest.raises(NotPublished, match="It holds 1 private paper"):
        supplement(meeting)


def test_private_minutes_are_in_no_pack_of_the_meeting_that_approves_them(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    later.state = MeetingState.SCHEDULED

    gathered = papers.pack(later, version=1)

    (minutes,) = [part for part in gathered.parts if part.key == f"minutes {sitting.meeting.id}"]
    assert "taxi marshals" in str(minutes.full)
    assert "Robin Hollis" not in str(minutes.full)
    assert not gathered.holds_private_words
