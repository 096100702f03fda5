"""A meeting as a list of tasks: the page reads what everybody else wrote, and says the one next step."""

from datetime import date, datetime, time

import pytest
import time_machine
from bs4 import BeautifulSoup

from shp_gov import clock, services
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, ReportState
from shp_gov.models import (
    AgendaItem,
    AgendaVersion,
    Answer,
    CallForItems,
    Clearance,
    ClearanceOf,
    HiddenContent,
    ItemKind,
    ItemOffer,
    ItemOrigin,
    ItemOutcome,
    MinutesVersion,
    MinutesVersionKind,
    Reply,
    Report,
    Suggestion,
)
from shp_gov.queries import cycle
from tests import factories as make

DAY = date(2026, 9, 10)
NOW = datetime(2026, 9, 1, 12, tzinfo=clock.LONDON)
SAID = {"made_at": NOW, "made_by": "Helen Ashby"}


@pytest.fixture(autouse=True)
def _on_the_first_of_september(app):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def officer(body):
    return make.an_officer(body=body)


@pytest.fixture
def meeting(body):
    return make.a_meeting(body=body, on=DAY, state=MeetingState.SCHEDULED, minutes_state=None)


def an_item(meeting, position: int, **details) -> AgendaItem:
    usual = {"number": str(position), "title": f"Item {position}"}
    return make._kept(AgendaItem(meeting=meeting, position=position, **(usual | details)))


def a_report(item: AgendaItem, state=ReportState.SUBMITTED, **details) -> Report:
    usual = {"position": item.position, "subject": "Patrols at the harbour"}
    return make._kept(Report(meeting=item.meeting, agenda_item=item, state=state, **(usual | details)))


def work_of(meeting, officer):
    return cycle.of_meeting(meeting, viewer=make.viewer(officer, on=clock.today()))


def shown(sign_in, officer, meeting) -> str:
    answer = sign_in(officer).get(f"/meetings/{meeting.id}/work")
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.text, "html5lib").main.get_text(" ").split())


def test_a_new_meeting_says_what_to_begin_with(sign_in, officer, meeting):
    words = shown(sign_in, officer, meeting)

    assert "Next: begin the agenda" in words
    assert "Publish by Wednesday 2 September 2026 to give 5 clear days. That is tomorrow" in words
    assert "Wed 2 last day Thu 3 day 1 Fri 4 day 2 Mon 7 day 3 Tue 8 day 4 Wed 9 day 5 Thu 10 meet" in words


def test_the_call_and_what_was_offered_are_counted(officer, meeting):
    call = {"reply_by": date(2026, 8, 20), "asked": 11, "sent_at": NOW, "sent_by": "Helen Ashby"}
    make._kept(CallForItems(meeting=meeting, **call))
    for person, title in ((make.a_person("Ann Lisle"), "Taxis"), (make.a_person("Bo Reed"), None)):
        details = {"offered_by": person.name, "offered_at": NOW, "title": title}
        make._kept(ItemOffer(meeting=meeting, person=person, **details))

    call = work_of(meeting, officer).work.call

    assert (call.asked, call.answered, call.offered, call.reply_by) == (11, 2, 1, date(2026, 8, 20))


def test_a_report_that_legal_has_not_cleared_is_in_the_way(sign_in, officer, meeting):
    an_item(meeting, 1)
    report = a_report(an_item(meeting, 2, number="5.2", needs_report=True))
    make._kept(Clearance(report_id=report.id, of=ClearanceOf.LEGAL, asked_on=date(2026, 8, 20)))
    make._kept(Clearance(report_id=report.id, of=ClearanceOf.FINANCE, asked_on=DAY, given_on=date(2026, 8, 21)))
    make._kept(AgendaVersion(meeting=meeting, number=3, state=AgendaState.AGREED, agreed_at=NOW, sha256="0", **SAID))

    words = shown(sign_in, officer, meeting)

    assert "Next: get report 5.2 cleared by legal" in words
    assert "You cannot publish yet. Report 5.2, “Patrols at the harbour”, has not been cleared by legal." in words
    assert "0 of 1 ready" in words
    assert "Agreed by the chair on Tuesday 1 September 2026" in words


def test_an_item_without_its_report_is_named(officer, meeting):
    an_item(meeting, 1, number="4.1", needs_report=True)
    an_item(meeting, 2, number="4.2", needs_report=True, withdrawn_because="Not ready.")

    assert work_of(meeting, officer).work.without_report == ["4.1"]


def test_hidden_content_stands_in_the_way_until_somebody_accepts_it(officer, meeting):
    document = make.a_document()
    a_report(an_item(meeting, 1), ReportState.READY, document_id=document.id)
    found = make._kept(HiddenContent(document_id=document.id, position=1, kind="comment"))
    assert [report.hidden for report in work_of(meeting, officer).work.reports] == [1]

    found.accepted_at, found.accepted_because = NOW, "A spelling note."
    assert [report.is_ready for report in work_of(meeting, officer).work.reports] == [True]


def test_a_private_report_is_named_by_its_public_title(sign_in, officer, meeting):
    item = an_item(meeting, 1, number="8", title="Rent of Harbour Homes", is_exempt=True, public_title="A contract")
    a_report(item, ReportState.REQUESTED, subject="Rent of Harbour Homes", is_exempt=True)
    make._kept(AgendaVersion(meeting=meeting, number=1, state=AgendaState.AGREED, sha256="0", **SAID))

    words = shown(sign_in, officer, meeting)

    assert "Report 8, “A contract”, has not come from its author." in words
    assert "Harbour Homes" not in words


def test_replies_are_counted_against_those_who_sit_that_day(officer, body, meeting):
    members = [make.a_person(name) for name in ("Ann Lisle", "Bo Reed", "Cy Fox")]
    for member in members:
        make.a_seat(body=body, held_by=member)
    for member, answer in zip(members, (Answer.ATTENDING, Answer.APOLOGIES), strict=False):
        make._kept(Reply(meeting=meeting, person=member, answer=answer, replied_at=NOW, replied_by=member.name))

    replies = work_of(meeting, officer).work.replies

    assert (replies.seats, replies.replied, replies.attending, replies.apologies) == (3, 2, 1, 1)


def test_what_came_by_itself_is_listed(sign_in, officer, body, meeting):
    last = make.a_meeting(body=body, on=date(2026, 7, 16))
    make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=last)), due_on=date(2026, 8, 1))
    carried = {"origin": ItemOrigin.CARRIED}
    an_item(meeting, 1, kind=ItemKind.MINUTES, confirms_meeting_id=last.id, **carried)
    an_item(meeting, 2, kind=ItemKind.ACTION_LOG, **carried)
    an_item(meeting, 3, origin=ItemOrigin.FORWARD_PLAN)
    an_item(meeting, 4, origin=ItemOrigin.DEFERRED)

    words = shown(sign_in, officer, meeting)

    assert "Minutes of Thursday 16 July 2026 , to approve" in words
    assert "1 action : 1 overdue, 0 to agree as closed" in words
    assert "1 item from the forward plan" in words
    assert "1 deferred item" in words


def test_a_meeting_that_goes_on_says_which_items_wait_and_leads_there(sign_in, officer, body):
    meeting = make.a_meeting(body=body, on=date(2026, 9, 1), state=MeetingState.IN_PROGRESS)
    an_item(meeting, 1, number="1", outcome=ItemOutcome.NOTED)
    an_item(meeting, 2, number="4.1")

    answer = sign_in(officer).get(f"/meetings/{meeting.id}/work")

    assert "Item 4.1 has no outcome yet." in answer.text
    assert f'href="/meetings/{meeting.id}/minuting"' in answer.text


def test_minutes_that_the_chair_agreed_are_published_next(sign_in, officer, body):
    meeting = make.a_meeting(body=body, on=date(2026, 8, 27), minutes_state=MinutesState.WITH_THE_CHAIR)
    details = {"kind": MinutesVersionKind.FOR_THE_CHAIR, "sha256": "0", "agreed_at": NOW, "agreed_by": "Ruth Adeyemi"}
    make._kept(MinutesVersion(meeting=meeting, number=1, **details, **SAID))

    assert "Next: publish the draft minutes" in shown(sign_in, officer, meeting)


def test_what_the_chair_suggests_is_answered_first(officer, body):
    meeting = make.a_meeting(body=body, on=date(2026, 8, 27), minutes_state=MinutesState.WITH_THE_CHAIR)
    make._kept(Suggestion(meeting=meeting, field="narrative", words_after="It was agreed.", **SAID))

    assert work_of(meeting, officer).work.minutes.suggestions == 1


def test_approval_comes_to_the_meeting_whose_agenda_has_it(officer, body, meeting):
    held = make.a_meeting(body=body, on=date(2026, 7, 16))
    an_item(meeting, 1, kind=ItemKind.MINUTES, confirms_meeting_id=held.id)

    found = work_of(held, officer)

    assert (found.work.minutes.comes_to, found.comes_to_id) == (DAY, meeting.id)


def test_a_meeting_published_in_time_and_one_too_late_say_so(sign_in, officer, body):
    published = {"state": MeetingState.AGENDA_PUBLISHED, "minutes_state": None}
    early = make.a_meeting(body=body, on=DAY, agenda_published_on=date(2026, 9, 1), **published)
    late = make.a_meeting(body=body, on=date(2026, 9, 4), agenda_published_on=date(2026, 9, 1), **published)

    out = "The agenda and reports were put out on"
    assert f"Pass {out} Tuesday 1 September 2026: 6 clear working days before." in shown(sign_in, officer, early)
    too_late = f"Fail {out} Tuesday 1 September 2026: 2 clear working days before. 5 are asked for"
    assert too_late in shown(sign_in, officer, late)
    public = sign_in(officer).get(f"/meetings/{late.id}").text
    assert too_late.removeprefix("Fail ") in public


def test_a_cancelled_meeting_has_no_tasks(sign_in, officer, body):
    meeting = make.a_meeting(body=body, on=DAY, state=MeetingState.CANCELLED, minutes_state=None, reason="Snow.")

    words = shown(sign_in, officer, meeting)

    assert "Cancelled: Snow." in words
    assert "Before the meeting" not in words


def test_a_meeting_long_ago_has_its_page(sign_in, officer, body):
    meeting = make.a_meeting(body=body, on=date(1970, 5, 4), minutes_state=MinutesState.APPROVED)

    assert "Everything is done for this meeting." in shown(sign_in, officer, meeting)


def test_a_meeting_made_too_late_for_its_plan_says_so_and_blames_nobody(sign_in, officer, body):
    slot = {"on": date(2026, 9, 3), "starts_at": time(10), "venue": "Civic Centre"}
    meeting = services.diary.call(body, **slot, actor=make.SYSTEM)

    words = shown(sign_in, officer, meeting)

    assert "It was due on Wednesday 22 July 2026, before this meeting was put into the diary." in words
    assert "The last day to publish with 5 clear days was Tuesday 25 August 2026" in words
    assert "days overdue" not in words
    assert "late" not in sign_in(officer).get("/").text.split("<main")[1]
