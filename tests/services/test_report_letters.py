"""The letters about a report: what each says, and that none says anything of a private one."""

import pytest
import sqlalchemy as sa

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.models import Message
from shp_gov.services.deliveries import prepare, take
from tests import factories as make
from tests.factories import SYSTEM
from tests.inspection.traps import PLANTED
from tests.reports import a_report, a_submitted_report, an_item, some_contents


def letters(event):
    """Write every letter of a kind that waits, as it would be sent."""
    waiting = db.session.scalars(sa.select(Message.id).where(Message.event == event)).all()
    return [prepared.letter for number in waiting if (prepared := prepare(take(number)))]


def an_author():
    return make.a_person("Grace Holloway", email="grace.holloway@seaborough.example")


def chased(item=None):
    report = a_report(item=item, author=an_author())
    report.due_on = clock.today().replace(year=clock.today().year - 1)
    services.report_chasing.chase([report], words="Send it today.", actor=SYSTEM)
    return report


def returned(item=None):
    report = a_submitted_report(item=item, author=an_author(), contents=some_contents(subject=PLANTED))
    services.reports.return_(report, because="Say what it costs.", actor=SYSTEM)
    return report


def submitted(item=None):
    item = item or an_item()
    make.an_officer(body=item.meeting.body)
    return a_submitted_report(item=item, author=an_author(), contents=some_contents(subject=PLANTED))


ACTS = {"report_chased": chased, "report_returned": returned, "report_submitted": submitted}


@pytest.mark.parametrize("event", ACTS)
def test_each_letter_leads_to_the_report(app, event):
    report = ACTS[event]()

    (letter,) = letters(event)

    assert f"/reports/{report.id}" in letter.text
    assert report.subject in letter.subject


@pytest.mark.parametrize("event", ACTS)
def test_no_letter_says_anything_of_a_private_report(app, event):
    ACTS[event](an_item(title=PLANTED, is_exempt=True, exempt_paragraph="3", public_title="Prices"))

    (letter,) = letters(event)

    assert PLANTED not in letter.subject + letter.text
    assert "Say what it costs." not in letter.text


def test_a_reminder_carries_the_words_of_the_officer(app):
    chased()

    assert "Send it today." in letters("report_chased")[0].text


def test_an_author_who_handed_the_report_in_meanwhile_is_not_reminded(app):
    report = chased()
    services.reports.draft(report, some_contents(), seen=report.edits, actor=SYSTEM)
    services.reports.submit(report, actor=SYSTEM)

    assert letters("report_chased") == []


def test_nobody_is_reminded_twice_on_one_day(app):
    report = chased()
    services.report_chasing.chase([report], words="Again.", actor=SYSTEM)

    assert len(letters("report_chased")) == 1
