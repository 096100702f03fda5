"""For whom a report exists: drafts for those who write and gather them, private ones for those entitled."""

from datetime import date

import pytest
from sqlalchemy.exc import NoResultFound

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Interest, Provenance
from tests import factories as make
from tests.factories import SYSTEM, viewer
from tests.reports import a_ready_report, a_report, a_submitted_report, an_item

PUBLIC = Viewer(on=date(2027, 3, 1))


def sees(report, who):
    try:
        return queries.reports.get(report.id, viewer=who) is report
    except NoResultFound:
        return False


def everybody(report):
    body = report.meeting.body
    return {
        "public": PUBLIC,
        "author": viewer(make.a_user(person=report.author)),
        "officer": viewer(make.an_officer(body=body)),
        "chair": viewer(make.a_chair(body=body)),
        "member": viewer(make.a_member(body=body)),
        "officer elsewhere": viewer(make.an_officer(body=make.a_body())),
        "administrator": viewer(make.an_administrator()),
    }


def who_sees(report):
    return {name for name, who in everybody(report).items() if sees(report, who)}


def a_private_report(**details):
    return a_ready_report(item=an_item(is_exempt=True, exempt_paragraph="3", public_title="Lamps"), **details)


def test_a_draft_exists_for_its_author_the_officers_and_the_chair_and_for_nobody_else(app):
    assert who_sees(a_submitted_report()) == {"author", "officer", "chair"}


def test_a_ready_report_waits_for_the_agenda(app):
    assert who_sees(a_ready_report()) == {"author", "officer", "chair"}


def test_a_published_report_exists_for_everybody(app):
    report = a_ready_report()
    services.reports.release([report], actor=SYSTEM)

    assert who_sees(report) == set(everybody(report))


def test_a_report_of_a_printed_pack_exists_for_everybody(app):
    report = a_report()
    report.provenance = Provenance.IMPORTED

    assert who_sees(report) == set(everybody(report))


def test_a_private_report_exists_for_those_entitled_and_its_author_even_when_published(app):
    report = a_private_report()
    services.reports.release([report], actor=SYSTEM)

    assert who_sees(report) == {"author", "officer", "chair", "member"}


def test_a_report_becomes_private_with_its_item(app):
    report = a_ready_report()
    services.reports.release([report], actor=SYSTEM)
    report.agenda_item.is_exempt = True

    assert who_sees(report) == {"author", "officer", "chair", "member"}


@pytest.mark.parametrize("who", ["author", "member", "chair"])
def test_whoever_declared_an_interest_does_not_see_a_private_report(app, who):
    report = a_private_report()
    services.reports.release([report], actor=SYSTEM)
    looking = everybody(report)[who]
    make._kept(
        Interest(
            meeting=report.meeting,
            position=1,
            person_id=looking.person_id,
            agenda_item_id=report.agenda_item_id,
            words="I own it.",
        )
    )

    assert not sees(report, looking)


def test_an_author_sees_no_other_report(app):
    mine = a_private_report()
    other = a_ready_report(
        item=an_item(meeting=mine.meeting, is_exempt=True, exempt_paragraph="3", public_title="Prices")
    )

    assert not sees(other, viewer(make.a_user(person=mine.author)))


def test_the_public_version_of_a_report_does_not_name_its_private_appendices(app):
    report = a_ready_report()
    report.appendices[0].is_exempt = True

    public = queries.papers.report(report, viewer=PUBLIC)
    full = queries.papers.report(report, viewer=viewer(make.an_officer(body=report.meeting.body)))

    assert [(each.title, each.is_withheld) for each in public.appendices] == [("", True)]
    assert [(each.title, each.is_withheld) for each in full.appendices] == [("Appendix A: map of the lamps", False)]


def test_a_report_prints_what_was_written_in_its_order(app):
    paper = queries.papers.report(a_ready_report(), viewer=PUBLIC)

    assert [part.heading for part in paper.parts] == ["Purpose of report", "Background", "Financial considerations"]
    assert [part.heading for part in paper.parts_after] == ["Reasons for recommendations"]
    assert (paper.item, paper.report_of) == ("4", "Director of Neighbourhoods")
    assert not paper.imprint.is_draft
    assert queries.papers.report(a_submitted_report(), viewer=PUBLIC).imprint.is_draft


def test_only_what_is_ready_and_not_published_goes_into_a_pack(app):
    report = a_ready_report()
    a_submitted_report(item=an_item(meeting=report.meeting))
    withdrawn = a_ready_report(item=an_item(meeting=report.meeting))
    withdrawn.agenda_item.withdrawn_because = "The grant was refused."

    assert queries.reports.ready_for(report.meeting) == [report]
    report.meeting.state = MeetingState.SCHEDULED
    services.reports.release([report], actor=SYSTEM)
    assert queries.reports.ready_for(report.meeting) == []


def test_no_check_names_a_report_that_is_not_published(app):
    draft, out = a_submitted_report(item=an_item(title="Draft")), a_ready_report(item=an_item(title="Out"))
    out.meeting_id, out.position, out.background_papers, draft.background_papers = draft.meeting_id, 2, "", ""
    services.reports.release([out], actor=SYSTEM)
    draft.meeting.on, draft.meeting.state = date(2026, 7, 16), MeetingState.CLOSED
    db.session.commit()

    said = repr(queries.compliance.of_body(draft.meeting.body, on=date(2026, 9, 1)))

    assert out.subject in said
    assert draft.subject not in said.replace(out.subject, "")
