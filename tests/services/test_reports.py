"""A report on its way: asked for, written, handed in, returned, cleared, ready, published."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from shp_gov import clock, queries, services
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.report_sections import Contents
from shp_gov.domain.workflows import MeetingState, ReportState
from shp_gov.models import ClearanceOf, Report
from shp_gov.queries import agendas
from tests import factories as make
from tests.agendas import wording
from tests.factories import SYSTEM
from tests.reports import a_ready_report, a_report, a_submitted_report, an_item, some_contents
from tests.services.acting import audited


def test_a_report_that_is_asked_for_belongs_to_its_item_and_its_author(app):
    item = an_item(title="Harbour lighting", presenter="Director of Neighbourhoods")
    author = make.a_person("Grace Holloway")

    report = a_report(item=item, author=author, due_on=date(2027, 2, 18), clearances=(ClearanceOf.LEGAL,))

    assert (report.subject, report.report_of) == ("Harbour lighting", "Director of Neighbourhoods")
    assert (report.state, report.author, report.due_on) == (ReportState.REQUESTED, author, date(2027, 2, 18))
    assert [each.of for each in report.clearances] == [ClearanceOf.LEGAL]
    assert item.needs_report


def renamed(item, title):
    services.agenda.change(item, wording(title, section=None), seen=agendas.seen(item), actor=SYSTEM)


def test_a_report_is_called_like_its_item_until_it_is_handed_in(app):
    report = a_report(item=an_item(title="Harbour lighting"))

    renamed(report.agenda_item, "Lamps at the harbour")

    assert report.subject == "Lamps at the harbour"
    with pytest.raises(DomainError, match="Somebody else saved this report"):
        services.reports.draft(report, some_contents(), seen=0, actor=SYSTEM)
    services.reports.draft(report, some_contents(subject=report.subject), seen=report.edits, actor=SYSTEM)
    services.reports.submit(report, actor=SYSTEM)
    renamed(report.agenda_item, "Street lamps")
    assert report.subject == "Lamps at the harbour"
    assert audited(report).count("report.renamed") == 1


def test_a_name_that_its_author_gave_a_report_stays(app):
    report = a_report(item=an_item(title="Harbour lighting"))
    services.reports.draft(report, some_contents(subject="Why lamps matter"), seen=report.edits, actor=SYSTEM)

    renamed(report.agenda_item, "Lamps at the harbour")

    assert report.subject == "Why lamps matter"


def test_a_second_report_to_an_item_is_refused_while_the_first_is_on_its_way(app):
    report = a_report()

    with pytest.raises(DomainError, match="A report is asked for already"):
        a_report(item=report.agenda_item)


def published_meanwhile(report):
    """Publish a report as a colleague does at the same moment: this session does not know of it."""
    now = sa.update(Report).where(Report.id == report.id).values(published_at=clock.now())
    db.session.execute(now, execution_options={"synchronize_session": False})


@pytest.mark.parametrize(
    "act",
    [
        lambda report: services.reports.return_(report, because="Add the cost.", actor=SYSTEM),
        lambda report: services.reports.submit(report, actor=SYSTEM),
        lambda report: services.reports.draft(report, some_contents(), seen=report.edits, actor=SYSTEM),
        lambda report: services.reports.change_request(
            report, author=report.author, due_on=None, asked_for="The cost", actor=SYSTEM
        ),
        lambda report: services.clearances.ask(report, ClearanceOf.FINANCE, due_on=None, actor=SYSTEM),
        lambda report: services.clearances.refuse(report.clearances[0], because="No.", actor=SYSTEM),
        lambda report: services.clearances.drop(report.clearances[0], because="Not needed.", actor=SYSTEM),
        lambda report: services.report_files.clean_files(report, actor=SYSTEM),
    ],
    ids=["return", "submit", "draft", "ask", "clearance", "refuse", "drop", "clean"],
)
def test_a_report_that_a_colleague_published_a_moment_ago_does_not_change(app, act):
    report = a_submitted_report(clearances=(ClearanceOf.LEGAL,))
    published_meanwhile(report)

    with pytest.raises(DomainError, match="is published and does not change"):
        act(report)


def test_a_report_sent_back_while_the_pack_goes_out_stops_the_pack(app):
    report = a_ready_report()
    back = sa.update(Report).where(Report.id == report.id).values(state=ReportState.DRAFTED)
    db.session.execute(back, execution_options={"synchronize_session": False})

    with pytest.raises(DomainError, match="sent back meanwhile"):
        services.reports.release([report], actor=SYSTEM)


@pytest.mark.parametrize(
    ("due_on", "sentence"),
    [(clock.today() - timedelta(days=1), "is over"), (date(2027, 3, 12), "Give a day before it")],
    ids=["yesterday", "after the meeting"],
)
def test_a_report_is_not_due_yesterday_or_after_its_meeting(app, due_on, sentence):
    with pytest.raises(DomainError, match=sentence):
        a_report(due_on=due_on)


@pytest.mark.parametrize("state", [MeetingState.CLOSED, MeetingState.CANCELLED, MeetingState.IN_PROGRESS])
def test_no_report_is_asked_for_once_the_meeting_is_over(app, state):
    item = an_item()
    item.meeting.state = state

    with pytest.raises(DomainError, match=f"The meeting is {state}"):
        a_report(item=item)


def test_what_is_saved_comes_back_word_for_word(app):
    report, contents = a_report(), some_contents()

    services.reports.draft(report, contents, seen=0, actor=SYSTEM)
    db.session.expire_all()

    assert services.report_words.contents_of(report) == contents
    assert report.state is ReportState.DRAFTED


def test_changed_and_shortened_lists_come_back_as_they_were_last_saved(app):
    report = a_report()
    services.reports.draft(report, some_contents(), seen=0, actor=SYSTEM)
    shorter = some_contents(
        recommendations=("That the rest be surveyed by March.",),
        sections=(("background", "None."), ("purpose", "To ask for lamps."), ("Lamps of the east", "Nine.")),
        appendices=("Appendix B: costs", "Appendix A: map of the lamps"),
        contacts=(),
    )

    services.reports.draft(report, shorter, seen=1, actor=SYSTEM)
    db.session.expire_all()

    found = services.report_words.contents_of(report)
    assert found.recommendations == shorter.recommendations
    assert found.sections == shorter.sections
    assert set(found.appendices) == set(shorter.appendices)
    assert found.contacts == ()


def test_words_from_a_page_that_is_older_than_the_record_are_refused_and_change_nothing(app):
    report = a_report()
    services.reports.draft(report, some_contents(), seen=0, actor=SYSTEM)

    with pytest.raises(DomainError, match="Somebody else saved this report meanwhile"):
        services.reports.draft(report, some_contents(subject="Lamps"), seen=0, actor=SYSTEM)

    assert report.subject == "Harbour lighting"


def test_a_report_without_what_every_report_needs_is_not_submitted_and_all_that_is_missing_is_named(app):
    report = a_report()
    services.reports.draft(report, Contents(subject="Lamps"), seen=0, actor=SYSTEM)

    with pytest.raises(DomainError) as refused:
        services.reports.submit(report, actor=SYSTEM)

    assert str(refused.value) == (
        "You cannot submit it yet. Give whose report it is, its purpose, at least one recommendation and "
        "somebody to ask about it."
    )
    assert report.state is ReportState.DRAFTED


def test_every_version_that_was_submitted_is_kept(app):
    report = a_submitted_report()
    services.reports.return_(report, because="Say what it costs.", actor=SYSTEM)
    services.reports.draft(report, some_contents(subject="Harbour lamps"), seen=report.edits, actor=SYSTEM)

    services.reports.submit(report, note="The cost is in section 3.", actor=SYSTEM)

    kept = queries.reports.versions(report)
    assert [(each.number, each.contents["subject"]) for each in kept] == [(2, "Harbour lamps"), (1, "Harbour lighting")]
    assert kept[0].sha256 != kept[1].sha256
    assert report.returned_because is None


def test_a_report_is_cleared_only_when_everybody_who_must_clear_it_has(app):
    report = a_submitted_report(clearances=(ClearanceOf.LEGAL, ClearanceOf.FINANCE))
    legal, finance = report.clearances
    services.clearances.give(legal, by="Chief Solicitor", on=clock.today(), actor=SYSTEM)

    with pytest.raises(DomainError, match="It is not cleared yet: finance has not answered"):
        services.reports.clear(report, actor=SYSTEM)

    services.clearances.give(finance, by="Section 151 Officer", on=clock.today(), actor=SYSTEM)
    services.reports.clear(report, actor=SYSTEM)
    assert report.state is ReportState.CLEARED


def test_a_report_that_somebody_refused_to_clear_goes_back_to_its_author(app):
    report = a_submitted_report(clearances=(ClearanceOf.LEGAL,))

    services.clearances.refuse(report.clearances[0], because="The power is not named.", actor=SYSTEM)

    with pytest.raises(DomainError, match="legal said no"):
        services.reports.clear(report, actor=SYSTEM)
    services.reports.return_(report, because="Name the power.", actor=SYSTEM)
    assert report.state is ReportState.RETURNED


def test_a_report_that_comes_again_is_cleared_again(app):
    report = a_submitted_report(clearances=(ClearanceOf.LEGAL,))
    services.clearances.give(report.clearances[0], by="Chief Solicitor", on=clock.today(), actor=SYSTEM)
    services.reports.return_(report, because="Say what it costs.", actor=SYSTEM)
    services.reports.submit(report, actor=SYSTEM)

    with pytest.raises(DomainError, match="legal has not answered"):
        services.reports.clear(report, actor=SYSTEM)


@pytest.mark.parametrize("step", ["submit", "clear", "make_ready"])
def test_a_step_out_of_order_is_refused_with_a_sentence(app, step):
    report = a_ready_report()

    with pytest.raises(DomainError, match=r"You cannot \w+.* this report: it is ready"):
        getattr(services.reports, step)(report, actor=SYSTEM)


def test_a_published_report_does_not_change(app):
    report = a_ready_report()
    services.reports.release([report], actor=SYSTEM)

    for act in (
        lambda: services.reports.return_(report, because="A typing error.", actor=SYSTEM),
        lambda: services.reports.draft(report, some_contents(), seen=report.edits, actor=SYSTEM),
    ):
        with pytest.raises(DomainError, match="This report is published and does not change"):
            act()


def test_publishing_an_agenda_publishes_the_reports_that_are_ready_and_no_others(app):
    ready = a_ready_report()
    waiting = a_submitted_report(item=an_item(meeting=ready.meeting))

    services.meeting_steps.publish_agenda(ready.meeting, actor=SYSTEM)

    assert ready.published_at is not None
    assert waiting.published_at is None
