"""The agenda builder: begun, filled, put in order by buttons, and never changed behind somebody's back."""

import pytest

from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.queries import agendas
from shp_gov.services import agenda, forward_plan
from shp_gov.services.forward_plan import Plan
from tests import factories as make
from tests.agendas import CLERK, PRIVATELY, item, printed, to_come, with_items, wording
from tests.web.sending import complaint, form_of


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def officer(body, sign_in):
    return sign_in(make.an_officer(body=body))


def page(meeting, more=""):
    return f"/meetings/{meeting.id}/agenda{more}"


def of_item(row, more=""):
    return page(row.meeting, f"/items/{row.id}{more}")


def send(client, address, number=0, **typed):
    """Fill in a form of a page and send it."""
    action, hidden = form_of(client, address, number)
    return client.post(action, data=hidden | typed)


def typed(title="Taxi marshals", **said):
    return {"title": title, "purpose": "for decision", "heading": "Items for decision", "seat": ""} | said


def test_an_agenda_is_begun_from_the_standing_items(body, officer):
    meeting = to_come(body)
    assert "Next: begin the agenda" in officer.get(page(meeting)).text

    answer = send(officer, page(meeting, "/begin"), start="standing")

    assert answer.location == page(meeting)
    assert printed(meeting)[0] == "1 Apologies for absence"


def test_an_agenda_is_begun_from_the_last_one_with_business_that_comes_again(body, officer):
    last = with_items("Performance", "Over", meeting=to_come(body, on=make.date(2026, 7, 16)))
    agenda.add(last, wording("Secret", **PRIVATELY), actor=CLERK)
    last.state = MeetingState.CLOSED
    meeting = to_come(body)
    shown = officer.get(page(meeting, "/begin")).text
    assert "Over" in shown
    assert "Secret" not in shown

    send(officer, page(meeting, "/begin"), start="last", also=str(item(last, "Performance").id))

    titles = [row.title for row in agendas.items(meeting)]
    assert "Performance" in titles
    assert "Over" not in titles


def test_an_item_is_written_and_shown_with_its_number(body, officer):
    meeting = to_come(body)

    answer = send(officer, page(meeting, "/items/new"), **typed(presenter="Grace Holloway", minutes_allowed="20"))

    shown = officer.get(answer.location).text
    assert "Item 1.1 is on the agenda." in shown
    assert "Grace Holloway. 20 minutes" in shown


def test_a_private_item_without_its_reasons_is_refused_and_nothing_typed_is_lost(body, officer):
    meeting = to_come(body)

    answer = send(officer, page(meeting, "/items/new"), **typed("A contract", is_exempt="y", paragraphs="3"))

    assert "A private item needs why the public interest" in complaint(answer)
    assert "A contract" in answer.text
    assert printed(meeting) == []


def test_a_private_item_brings_the_resolution(body, officer):
    meeting = with_items("One", meeting=to_come(body))
    said = {"is_exempt": "y", "paragraphs": ["3", "7"], "public_interest_reason": "Harm", "public_title": "A contract"}

    send(officer, page(meeting, "/items/new"), **typed("Gull Ltd", **said))

    assert printed(meeting) == ["1.1 One", "2 Exclusion of the public", "2.1 Gull Ltd"]
    assert item(meeting, "Gull Ltd").exempt_paragraph == "3 and 7"


def test_an_urgent_item_without_special_circumstances_is_refused(body, officer):
    meeting = to_come(body)

    answer = send(officer, page(meeting, "/items/new"), **typed(is_urgent="y"))

    assert "special circumstances" in complaint(answer)


def test_an_item_moves_by_its_button_which_keeps_the_focus(body, officer):
    meeting = with_items("One", "Two", "Three", meeting=to_come(body))
    third = item(meeting, "Three")

    answer = send(officer, page(meeting), up=str(third.id))

    assert printed(meeting) == ["1.1 One", "1.2 Three", "1.3 Two"]
    shown = officer.get(answer.location).text
    focused = next(line for line in shown.splitlines() if "autofocus" in line)
    assert f'name="up" value="{third.id}"' in focused
    assert "1.2, Three" in focused


def test_pressing_twice_moves_once(body, officer):
    meeting = with_items("One", "Two", "Three", meeting=to_come(body))
    action, hidden = form_of(officer, page(meeting))
    pressed = hidden | {"up": str(item(meeting, "Three").id)}

    first, second = officer.post(action, data=pressed), officer.post(action, data=pressed)

    assert first.location == second.location
    assert printed(meeting) == ["1.1 One", "1.2 Three", "1.3 Two"]


@pytest.mark.parametrize("pressed", [{}, {"up": "x"}, {"sideways": "1"}])
def test_a_move_that_makes_no_sense_is_refused(body, officer, pressed):
    assert send(officer, page(with_items("One", meeting=to_come(body))), **pressed).status_code == 400


def test_an_item_of_another_agenda_does_not_exist_here(body, officer):
    here, there = with_items("One", meeting=to_come(body)), with_items("Other", meeting=to_come())
    other = item(there, "Other")

    assert send(officer, page(here), up=str(other.id)).status_code == 404
    for more in ("", "/put-off"):
        assert officer.get(page(here, f"/items/{other.id}{more}")).status_code == 404
        assert officer.get(of_item(other, more)).status_code == 404


def test_two_officers_change_one_item_and_the_second_reads_what_the_first_wrote(body, officer):
    meeting = with_items("One", meeting=to_come(body))
    row = item(meeting, "One")
    action, opened = form_of(officer, of_item(row), 0)
    agenda.change(row, wording("One, and its costs"), seen=agendas.seen(row), actor=CLERK)

    clash = officer.post(action, data=opened | typed("Number one"))

    assert "Somebody changed this item" in complaint(clash)
    assert "What it says now" in clash.text
    assert "One, and its costs" in clash.text
    assert 'value="Number one"' in clash.text
    assert item(meeting, "One, and its costs")


def test_sent_again_after_reading_it_is_kept(body, officer):
    meeting = with_items("One", meeting=to_come(body))
    row = item(meeting, "One")
    action, opened = form_of(officer, of_item(row), 0)
    agenda.change(row, wording("One, and its costs"), seen=agendas.seen(row), actor=CLERK)
    officer.post(action, data=opened | typed("Number one"))

    action, hidden = form_of(officer, of_item(row), 0)
    officer.post(action, data=hidden | typed("Number one"))

    assert item(meeting, "Number one")


def test_an_item_is_put_off_and_taken_up_again(body, officer):
    meeting = with_items("One", "Two", meeting=to_come(body))
    answer = send(officer, of_item(item(meeting, "One"), "/put-off"), when="some day", reason="Not ready.")
    assert answer.location == page(meeting)
    assert printed(meeting) == ["1.1 Two"]
    shown = officer.get(page(meeting)).text
    assert "Not on the agenda yet (1)" in shown

    entry = db.session.query(forward_plan.ForwardPlanEntry).one()
    send(officer, page(meeting), 2, entry=str(entry.id))

    assert printed(meeting) == ["1.1 Two", "1.2 One"]


def test_an_entry_of_another_body_does_not_exist(body, officer):
    other = forward_plan.write(make.a_body(), Plan(title="Elsewhere"), actor=CLERK)
    forward_plan.write(body, Plan(title="Here"), actor=CLERK)
    meeting = with_items("One", meeting=to_come(body))

    assert send(officer, page(meeting), 2, entry=str(other.id)).status_code == 404


def test_a_standing_item_is_taken_off_and_business_is_not(body, officer):
    meeting = to_come(body)
    agenda.add(meeting, wording("Apologies", section=None), kind=agenda.ItemKind.APOLOGIES, actor=CLERK)
    row = item(meeting, "Apologies")

    send(officer, of_item(row), 1)

    assert printed(meeting) == []
    business = item(with_items("One", meeting=meeting), "One")
    officer.post(of_item(business, "/remove"), data={})
    assert printed(meeting) == ["1.1 One"]


def test_a_heading_is_renamed(body, officer):
    meeting = with_items("One", "Two", meeting=to_come(body))

    send(officer, page(meeting, f"/headings/{item(meeting, 'One').id}"), new="What we must decide")

    assert {row.section for row in agendas.items(meeting)} == {"What we must decide"}


def test_a_published_agenda_has_no_buttons(body, officer):
    meeting = with_items("One", "Two", meeting=to_come(body))
    meeting.state = MeetingState.AGENDA_PUBLISHED

    shown = officer.get(page(meeting)).text

    assert 'class="app-move"' not in shown
    assert "what comes now is a supplement" in shown


def test_a_version_that_the_chair_has_is_offered_again_only_when_something_changed(body, officer):
    meeting, chair = with_items("One", "Two", meeting=to_come(body)), make.a_chair(body=body)
    assert "Send version 1 to the chair" in officer.get(page(meeting)).text
    send(officer, page(meeting), 1)

    shown = officer.get(page(meeting)).text

    assert "Send version 2" not in shown
    assert f"Version 1</a> is with {chair.name}, sent " in shown
    agenda.move(item(meeting, "Two"), up=True, actor=CLERK)
    assert "Send version 2 to the chair" in officer.get(page(meeting)).text


def test_minutes_that_were_approved_elsewhere_say_so_and_are_taken_off_by_a_button(body, officer):
    before, other = (make.a_meeting(body=body, on=make.date(2026, 7, day)) for day in (16, 30))
    meeting = to_come(body)
    agenda.add(meeting, wording("Minutes"), kind=agenda.ItemKind.MINUTES, confirms=before, actor=CLERK)
    assert "Take it off" not in officer.get(page(meeting)).text
    before.minutes_approved_at = other
    db.session.commit()

    shown = officer.get(page(meeting)).text
    _, hidden = form_of(officer, page(meeting), 0)
    officer.post(of_item(item(meeting, "Minutes"), "/remove"), data=hidden)

    assert "These minutes were approved on Thursday 30 July 2026." in shown
    assert f'formaction="/meetings/{meeting.id}/agenda/items/' in shown
    assert printed(meeting) == []
