"""Recording notice, papers and private business: what is kept, what is refused, what the trail says."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from shp_gov import clock, services
from shp_gov.domain.checks.facts_of_access import Recording
from shp_gov.domain.clear_days import Basis
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AccessRegime, AgendaItem, MeetingMode
from shp_gov.services.minute_steps import MinutesFixed
from shp_gov.services.notice import NoticeGiven, TakenInPrivate
from tests import factories as make
from tests.minutes import a_published_draft, an_approved_meeting
from tests.trail import events

NOT_LATE = {"added_on": None, "actor": make.SYSTEM}

MEETING = date(2026, 7, 16)
GIVEN = NoticeGiven(
    noticed_on=date(2026, 7, 7),
    agenda_published_on=date(2026, 7, 8),
    convened_on=None,
    mode=MeetingMode.HYBRID,
    link_published_at=datetime(2026, 7, 15, 9, tzinfo=clock.LONDON),
    recording=Recording.ALLOWED,
    is_open_record_coherent=None,
)


def test_notice_and_papers_are_recorded(app):
    meeting = make.a_meeting(on=MEETING)

    services.notice.record(meeting, GIVEN, actor=make.SYSTEM)

    assert (meeting.noticed_on, meeting.agenda_published_on) == (date(2026, 7, 7), date(2026, 7, 8))
    assert meeting.mode is MeetingMode.HYBRID
    make.db.session.commit()
    assert events(meeting) == ["notice.recorded"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"noticed_on": date(2026, 7, 17)}, "cannot be later than the meeting"),
        ({"agenda_published_on": date(2026, 7, 17)}, "cannot be later than the meeting"),
        ({"convened_on": date(2025, 7, 1)}, "more than a year before"),
        ({"convened_on": date(2026, 7, 8)}, "before the meeting was called"),
        ({"link_published_at": datetime(2026, 7, 16, 10, 1, tzinfo=clock.LONDON)}, "before the meeting began"),
    ],
)
def test_a_day_on_which_it_cannot_have_been_done_is_refused(app, wrong, sentence):
    meeting = make.a_meeting(on=MEETING)

    with pytest.raises(DomainError, match=sentence):
        services.notice.record(meeting, replace(GIVEN, **wrong), actor=make.SYSTEM)

    assert meeting.noticed_on is None


def test_what_is_still_to_come_is_refused(app):
    coming = make.a_meeting(on=date(2099, 1, 30), state=MeetingState.SCHEDULED, minutes_state=None)

    with pytest.raises(DomainError, match="still to come"):
        services.notice.record(
            coming, replace(GIVEN, noticed_on=None, agenda_published_on=date(2099, 1, 20)), actor=make.SYSTEM
        )


def test_recording_the_same_again_is_refused(app):
    meeting = make.a_meeting(on=MEETING)
    services.notice.record(meeting, GIVEN, actor=make.SYSTEM)

    with pytest.raises(DomainError, match="Nothing was changed"):
        services.notice.record(meeting, GIVEN, actor=make.SYSTEM)


def test_a_body_says_how_it_keeps_the_rules(app):
    body = make.a_body()

    services.notice.keep_rules(
        body, regime=AccessRegime.STATUTORY_COMMITTEE, basis=Basis.CALENDAR, as_is=True, actor=make.SYSTEM
    )

    assert (body.access_regime, body.clear_days_basis) == (AccessRegime.STATUTORY_COMMITTEE, Basis.CALENDAR)
    assert body.papers_count_as_is
    make.db.session.commit()
    assert events(body) == ["access_rules.changed"]


def test_why_a_minute_was_private_is_kept_and_the_trail_holds_its_words_apart(app):
    minute = make.a_minute(is_exempt=True)
    taken = TakenInPrivate(False, True, "3", "It would weaken the council’s hand.", "An offer was considered.")

    services.notice.record_taken(minute, taken, added_on=None, actor=make.SYSTEM)

    assert minute.public_interest_reason == "It would weaken the council’s hand."
    assert minute.public_summary == "An offer was considered."
    make.db.session.commit()
    assert events(minute) == ["minute.access_recorded"]


@pytest.mark.parametrize("put_out", [a_published_draft, lambda: an_approved_meeting()[0]])
def test_what_the_public_reads_of_a_private_minute_is_corrected_by_a_meeting_and_not_here(app, put_out):
    minute = put_out().minute("Case review")
    services.notice.record_taken(minute, TakenInPrivate(False, True, "7", "It named a child.", None), **NOT_LATE)

    with pytest.raises(MinutesFixed):
        services.notice.record_taken(minute, TakenInPrivate(False, True, "7", None, "Other words."), **NOT_LATE)


def test_the_day_on_which_an_agenda_is_published_is_written_down(app):
    coming = clock.today() + timedelta(days=20)
    meeting = make.a_meeting(on=coming, starts_at=time(10), state=MeetingState.SCHEDULED, minutes_state=None)
    make._kept(AgendaItem(meeting=meeting, position=1, title="Apologies"))

    services.meeting_steps.publish_agenda(meeting, actor=make.SYSTEM)

    assert meeting.agenda_published_on == clock.today()
