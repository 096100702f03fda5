"""The pages on which an agenda is checked and put out, and those on which everybody reads it."""

import json
import re

import pytest
import time_machine
from flask import current_app

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.models import Interest, PackRead
from shp_gov.queries import publishing
from tests import factories as make
from tests.agendas import PRIVATELY, item, to_come, wording
from tests.publishing import IN_TIME, a_ready_agenda, actor, checked, officers, put_out, supplement
from tests.reports import a_ready_report, some_contents

pytestmark = pytest.mark.usefixtures("app")
SECRET = "Quayside"


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)).split())


def sent(client, meeting, way, **fields):
    return client.post(f"/meetings/{meeting.id}/publish/{way}", data=fields, follow_redirects=True)


def test_what_is_open_is_published_with_one_button(sign_in):
    meeting = a_ready_agenda()
    client = sign_in(officers(meeting.body)[0])
    page = client.get(f"/meetings/{meeting.id}/publish")
    assert "6 clear days before the meeting; 5 are asked for" in text(page)
    assert "The chair has not been sent it, and has not agreed it." in text(page)

    answer = sent(client, meeting, "publish", **{"publish-seen": publishing.hash_now(meeting)})

    assert "The agenda and its papers are published" in text(answer)
    assert "Published on Tuesday 1 September 2026." in text(answer)
    assert re.search(r"Agenda and papers \(PDF, \d pages", text(answer))


def test_two_officers_put_out_what_is_private(sign_in):
    meeting = a_ready_agenda(private=True)
    maker, other = officers(meeting.body)
    make.db.session.commit()

    page = sign_in(maker).get(f"/meetings/{meeting.id}/publish")
    assert "Next: a colleague checks it" in text(page)
    assert "A contract" in text(page)
    assert "The company would be harmed" in text(page)
    assert "is asked to check it" in text(sent(sign_in(maker), meeting, "ask", **{"ask-colleague": other.id}))
    assert "Owen Grant is asked" in text(sign_in(maker).get(f"/meetings/{meeting.id}/publish"))

    page = sign_in(other).get(f"/meetings/{meeting.id}/publish")
    assert "Helen Ashby made this version and asks you to look" in text(page)
    seen = publishing.hash_now(meeting)
    sent(sign_in(other), meeting, "check", **{"check-seen": seen, "check-note": "Page 3 looks odd."})

    page = sign_in(maker).get(f"/meetings/{meeting.id}/publish")
    assert "Owen Grant checked it, just as it stands now. “Page 3 looks odd.”" in text(page)
    assert "are published" in text(sent(sign_in(maker), meeting, "publish", **{"publish-seen": seen}))


def test_a_colleague_of_an_agenda_that_changed_waits_until_its_author_asks_again(sign_in):
    meeting = a_ready_agenda(private=True)
    writer, other = officers(meeting.body)
    services.publication.ask_for_check(meeting, of=other, actor=actor(writer))
    services.agenda.add(meeting, wording("Rescue boats"), actor=actor(writer))
    db.session.commit()

    page = text(sign_in(other).get(f"/meetings/{meeting.id}/publish"))
    answer = sent(sign_in(other), meeting, "ask", **{"ask-colleague": writer.id})

    assert "You wrote none of it, so you can check it. Whoever wrote it asks you here." in page
    assert "Ask for the check" not in page
    assert "There is a problem" in text(answer)


def test_a_refusal_is_said_on_the_page_and_nothing_changes(sign_in):
    meeting = a_ready_agenda(private=True)
    maker = officers(meeting.body)[0]
    client = sign_in(maker)

    answer = sent(client, meeting, "publish", **{"publish-seen": publishing.hash_now(meeting)})
    assert "There is a problem" in text(answer)
    assert "A second officer has not checked this agenda as it stands now" in text(answer)
    assert "changed after you opened this page" in text(sent(client, meeting, "check", **{"check-seen": "older"}))
    assert "Choose a colleague" in text(sent(client, meeting, "ask"))
    assert queries.publishing.versions(meeting) == []


def test_what_is_in_the_way_is_said_before_the_button(sign_in):
    meeting = to_come()

    page = text(sign_in(officers(meeting.body)[0]).get(f"/meetings/{meeting.id}/publish"))

    assert "There is nothing on this agenda yet. Build it first." in page
    assert "Next: publish it" not in page


def test_the_second_officer_at_once_is_told(sign_in):
    meeting = a_ready_agenda()
    first, second = officers(meeting.body)
    seen = {"publish-seen": publishing.hash_now(meeting)}
    sent(sign_in(first), meeting, "publish", **seen)

    answer = sent(sign_in(second), meeting, "publish", **seen)

    assert "Helen Ashby published this agenda at 10.00am. Nothing was changed." in text(answer)


def test_an_officer_looks_at_both_packs_before(sign_in):
    meeting = a_ready_agenda(private=True)
    client = sign_in(officers(meeting.body)[0])

    for version in ("", "?version=restricted"):
        answer = client.get(f"/meetings/{meeting.id}/publish/preview.pdf{version}")
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_an_officer_with_an_interest_gets_no_preview_of_what_the_page_keeps_from_them(sign_in):
    meeting = a_ready_agenda(private=True)
    _, officer = officers(meeting.body)
    officer.person = make.a_person(officer.name)
    secret = item(meeting, "Quayside Homes Ltd")
    make._kept(Interest(meeting=meeting, position=1, person=officer.person, agenda_item_id=secret.id, words="Mine."))
    client, at = sign_in(officer), f"/meetings/{meeting.id}/publish"

    page = client.get(at).text

    assert SECRET not in page
    assert "preview.pdf" in page
    assert "version=restricted" not in page
    assert client.get(f"{at}/preview.pdf").status_code == 200
    assert client.get(f"{at}/preview.pdf?version=restricted").status_code == 404


@pytest.fixture
def private():
    """An agenda with a private item that is out."""
    meeting = a_ready_agenda(private=True)
    first, second = map(actor, officers(meeting.body))
    put_out(meeting, by=first, checked_by=second)
    return meeting


def restricted(meeting) -> str:
    return f"/meetings/{meeting.id}/packs/1-restricted.pdf"


def readings() -> list[dict]:
    lines = (current_app.config["STORAGE"] / "reading.log").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_the_restricted_pack_is_for_those_entitled_and_each_reading_is_written_down(private, client, sign_in):
    assert client.get(restricted(private)).status_code == 404
    assert SECRET not in client.get(f"/meetings/{private.id}").get_data(as_text=True)
    member = make.a_member(body=private.body)

    page = sign_in(member).get(f"/meetings/{private.id}")
    answer = client.get(restricted(private))

    assert "Restricted agenda and papers (PDF" in text(page)
    assert SECRET in text(page)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    last = readings()[-1]
    assert (last["user_id"], last["read"], last["name"]) == (member.id, "agenda_version", "Jo Tranter")


def test_whoever_declared_an_interest_does_not_get_the_restricted_pack(private, sign_in):
    member = make.a_member(body=private.body)
    secret = item(private, "Quayside Homes Ltd")
    make._kept(Interest(meeting=private, position=1, person=member.person, agenda_item_id=secret.id, words="Mine."))
    client = sign_in(member)

    assert client.get(restricted(private)).status_code == 404
    assert SECRET not in client.get(f"/meetings/{private.id}").get_data(as_text=True)


def test_everybody_reads_a_report_as_a_page_with_its_pages_in_the_pack(private, client):
    open_, secret = sorted(publishing.of_meeting(private), key=lambda report: report.is_exempt)

    page = client.get(f"/meetings/{private.id}")

    assert f"/reports/{open_.id}" in page.get_data(as_text=True)
    assert "2 to 3" in text(page)
    assert "Forty lamps are older than thirty years." in text(client.get(f"/reports/{open_.id}"))
    assert f"/reports/{secret.id}" not in page.get_data(as_text=True)
    assert client.get(f"/reports/{secret.id}").status_code == 404


def test_a_private_report_is_read_by_those_entitled_and_written_down(private, sign_in):
    secret = next(report for report in publishing.of_meeting(private) if report.is_exempt)
    client = sign_in(make.a_member(body=private.body))

    assert SECRET in text(client.get(f"/reports/{secret.id}"))
    assert (readings()[-1]["read"], readings()[-1]["id"]) == ("report", secret.id)


def test_what_comes_later_is_new_to_whoever_has_read(sign_in):
    meeting = a_ready_agenda()
    put_out(meeting)
    member = make.a_member(body=meeting.body)
    client = sign_in(member)
    assert "New since you read" not in text(client.get(f"/meetings/{meeting.id}"))

    answer = client.post(f"/meetings/{meeting.id}/papers/read", follow_redirects=True)
    assert "You have read all of it" in text(answer)
    late = services.agenda.add_late(
        meeting, wording("A grant for the pier", urgency_reason="It came on Tuesday."), actor=make.SYSTEM
    )
    a_ready_report(item=late, contents=some_contents(subject="A grant for the pier"))
    a_ready_report(item=item(meeting, "Harbour lighting"), contents=some_contents(subject="New figures"))
    supplement(meeting)

    page = text(client.get(f"/meetings/{meeting.id}"))
    assert page.count("New since you read") == 2
    assert "1 supplement, the last on Tuesday 1 September 2026." in page
    assert "S2 to S3" in page
    assert db.session.query(PackRead).count() == 1


def test_a_supplement_is_put_out_from_its_page(sign_in):
    meeting = a_ready_agenda()
    put_out(meeting)
    client = sign_in(officers(meeting.body)[0])
    form = {"title": "A grant for the pier", "purpose": "for decision", "is_urgent": "y", "heading": "", "seat": ""}

    refused = client.post(f"/meetings/{meeting.id}/supplement/item", data=form)
    assert "Give the special circumstances that make it urgent." in text(refused)
    answer = client.post(
        f"/meetings/{meeting.id}/supplement/item", data=form | {"urgency_reason": "It came on Tuesday."}
    )
    page = client.get(f"/meetings/{meeting.id}/supplement")
    assert "A grant for the pier" in text(page)
    seen = {"seen": publishing.hash_now(meeting)}
    assert "Enter why it comes late" in text(client.post(f"/meetings/{meeting.id}/supplement", data=seen))
    answer = client.post(
        f"/meetings/{meeting.id}/supplement", data=seen | {"reason": "The offer ends soon."}, follow_redirects=True
    )

    assert "The supplement is published." in text(answer)
    assert re.search(r"Supplement \(PDF, 1 page", text(answer))


def test_why_an_item_comes_late_is_said_once(sign_in):
    meeting = a_ready_agenda()
    put_out(meeting)
    services.agenda.add_late(
        meeting, wording("A grant for the pier", urgency_reason="The offer ends on Friday."), actor=make.SYSTEM
    )
    late = wording("Quayside Homes Ltd", urgency_reason="Their offer ends on Monday.", **PRIVATELY)

    before = sign_in(officers(meeting.body)[0]).get(f"/meetings/{meeting.id}/supplement").get_data(as_text=True)
    assert re.search(r'<textarea[^>]*name="reason"[^>]*>\s*The offer ends on Friday\.', before)

    services.agenda.add_late(meeting, late, actor=make.SYSTEM)
    assert queries.supplements.reason(meeting) == "The offer ends on Friday.", "why a private one is late stays private"


def test_a_private_supplement_goes_by_a_colleague(sign_in):
    meeting = a_ready_agenda()
    put_out(meeting)
    maker, other = officers(meeting.body)
    late = PRIVATELY | {"urgency_reason": "It came on Tuesday."}
    services.agenda.add_late(meeting, wording("Quayside Homes Ltd", **late), actor=make.SYSTEM)
    at, reason = f"/meetings/{meeting.id}/supplement", "The offer ends soon."

    sign_in(maker).post(f"{at}/ask", data={"ask-colleague": other.id, "ask-reason": reason, "ask-seen": ""})
    shown = text(sign_in(other).get(at))
    assert "Helen Ashby asks for a second look. Why it comes late: “The offer ends soon.”" in shown
    seen = queries.supplements.waiting(meeting).sha256
    sign_in(other).post(f"{at}/check", data={"check-seen": seen, "check-note": ""})
    said = {"seen": publishing.hash_now(meeting), "reason": reason}
    answer = sign_in(maker).post(at, data=said, follow_redirects=True)

    assert "The supplement is published." in text(answer)
    assert SECRET not in sign_in(make.a_user()).get(f"/meetings/{meeting.id}").get_data(as_text=True)


def test_a_check_made_of_this_page_counts_for_what_goes_out(sign_in):
    meeting = a_ready_agenda(private=True)
    first, second = officers(meeting.body)
    checked(meeting, by=actor(first), checked_by=actor(second))
    services.agenda.add(meeting, wording("Rescue boats"), actor=make.SYSTEM)

    assert "Next: a colleague checks it" in text(sign_in(first).get(f"/meetings/{meeting.id}/publish"))
