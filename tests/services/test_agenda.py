"""Building an agenda: its order, its numbers, its private part, and two officers at once."""

import pytest

from shp_gov.database import db
from shp_gov.domain.agenda_guards import PrivateUnsaid, UrgencyUnsaid
from shp_gov.domain.errors import DomainError
from shp_gov.domain.guards import ChangedMeanwhile, WordsMissing
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import ItemKind, ItemPurpose, Report
from shp_gov.queries import agendas
from shp_gov.services import agenda
from shp_gov.services.agenda_rows import AgendaFixed
from tests.agendas import (
    CLERK,
    COLLEAGUE,
    DECISIONS,
    INFORMATION,
    PRIVATELY,
    item,
    printed,
    to_come,
    with_items,
    wording,
)
from tests.factories import a_body, a_seat
from tests.services.acting import audited

RESOLUTION = "Exclusion of the public"


def changed(row, **said):
    agenda.change(row, wording(row.title, **said), seen=agendas.seen(row), actor=CLERK)


def test_items_are_numbered_in_their_order(app):
    meeting = with_items("Taxi marshals", "Lighting")
    agenda.add(meeting, wording("Performance", section=INFORMATION), actor=CLERK)
    agenda.add(meeting, wording("Fish Quay"), actor=CLERK)

    assert printed(meeting) == ["1.1 Taxi marshals", "1.2 Lighting", "1.3 Fish Quay", "2.1 Performance"]


def test_a_new_heading_stands_where_it_usually_does(app):
    meeting = with_items("Performance", section=INFORMATION)
    agenda.add(meeting, wording("Urgent", section=None), kind=ItemKind.URGENT_BUSINESS, actor=CLERK)
    agenda.add(meeting, wording("Taxi marshals"), actor=CLERK)

    assert printed(meeting) == ["1.1 Taxi marshals", "2.1 Performance", "3 Urgent"]


def test_an_item_needs_a_title(app):
    with pytest.raises(WordsMissing, match="Give a title"):
        agenda.add(to_come(), wording("  "), actor=CLERK)


def test_whoever_holds_the_seat_presents(app):
    body = a_body()
    seat = a_seat(body=body, post="Director of Neighbourhoods")

    row = agenda.add(to_come(body), wording(seat=seat, presenter="Somebody else"), actor=CLERK)

    assert (row.seat_id, row.presenter) == (seat.id, "Director of Neighbourhoods")


def test_items_move_within_their_heading(app):
    meeting = with_items("One", "Two", "Three")

    agenda.move(item(meeting, "Three"), up=True, actor=CLERK)
    agenda.move(item(meeting, "One"), up=True, actor=CLERK)

    assert printed(meeting) == ["1.1 One", "1.2 Three", "1.3 Two"]
    assert audited(item(meeting, "Three")) == ["agenda_item.added", "agenda_item.moved"]


def test_an_item_without_a_heading_moves_past_the_one_beside_it(app):
    meeting = with_items("One", "Two")
    agenda.add(meeting, wording("Alone", section=None), actor=CLERK)

    agenda.move(item(meeting, "Alone"), up=False, actor=CLERK)

    assert printed(meeting) == ["1.1 One", "1.2 Two", "2 Alone"]

    agenda.move(item(meeting, "Alone"), up=True, actor=CLERK)

    assert printed(meeting) == ["1 Alone", "2.1 One", "2.2 Two"]


def test_a_heading_moves_with_all_its_items(app):
    meeting = with_items("One", "Two")
    agenda.add(meeting, wording("Performance", section=INFORMATION), actor=CLERK)

    agenda.move_heading(item(meeting, "Performance"), up=True, actor=CLERK)

    assert printed(meeting) == ["1.1 Performance", "2.1 One", "2.2 Two"]


def test_a_heading_renamed_to_one_that_is_there_joins_it(app):
    meeting = with_items("One", "Two")
    agenda.add(meeting, wording("Alone", section=None), actor=CLERK)
    agenda.add(meeting, wording("Performance", section=INFORMATION), actor=CLERK)

    agenda.rename_heading(meeting, INFORMATION, new=DECISIONS, actor=CLERK)

    assert [line for line in printed(meeting) if "." in line] == [
        line for line in printed(meeting) if line.split(" ")[1] in ("One", "Two", "Performance")
    ]
    with pytest.raises(AgendaFixed, match="no heading"):
        agenda.rename_heading(meeting, INFORMATION, new="Other", actor=CLERK)


@pytest.mark.parametrize("unsaid", ["exempt_paragraph", "public_interest_reason", "public_title"])
def test_a_private_item_says_why_and_what_the_public_may_read(app, unsaid):
    with pytest.raises(PrivateUnsaid, match="A private item needs"):
        agenda.add(to_come(), wording(**(PRIVATELY | {unsaid: " "})), actor=CLERK)


def test_the_resolution_to_exclude_comes_and_goes_with_what_is_private(app):
    meeting = with_items("One", "Two", "Three")

    changed(item(meeting, "One"), **PRIVATELY)
    assert printed(meeting) == ["1.1 Two", "1.2 Three", f"2 {RESOLUTION}", "2.1 One"]

    changed(item(meeting, "Two"), **PRIVATELY)
    assert printed(meeting) == ["1.1 Three", f"2 {RESOLUTION}", "2.1 One", "2.2 Two"]

    changed(item(meeting, "One"), section="In private")
    changed(item(meeting, "Two"))
    assert printed(meeting) == ["1.1 Three", "1.2 One", "1.3 Two"]
    assert item(meeting, "One").public_title is None


def test_nothing_moves_out_of_the_private_part(app):
    meeting = with_items("One", "Two")
    agenda.add(meeting, wording("Secret", **PRIVATELY), actor=CLERK)
    agenda.add(meeting, wording("Other secret", **PRIVATELY), actor=CLERK)
    before = printed(meeting)

    agenda.move(item(meeting, "Secret"), up=True, actor=CLERK)
    agenda.move(item(meeting, RESOLUTION), up=True, actor=CLERK)
    agenda.move(item(meeting, "Two"), up=False, actor=CLERK)
    agenda.move_heading(item(meeting, "Secret"), up=True, actor=CLERK)
    assert printed(meeting) == before

    agenda.move(item(meeting, "Other secret"), up=True, actor=CLERK)
    assert printed(meeting)[2:] == [f"2 {RESOLUTION}", "2.1 Other secret", "2.2 Secret"]


def test_the_last_private_item_put_off_takes_the_resolution_with_it(app):
    meeting = with_items("One")
    agenda.add(meeting, wording("Secret", **PRIVATELY), actor=CLERK)

    agenda.take_out(item(meeting, "Secret"), actor=CLERK)

    assert printed(meeting) == ["1.1 One"]


def test_a_report_is_as_private_as_its_item(app):
    meeting = with_items("One")
    report = Report(meeting=meeting, agenda_item=item(meeting, "One"), position=1, subject="One")
    db.session.add(report)

    changed(item(meeting, "One"), **PRIVATELY)
    db.session.refresh(report)

    assert report.is_exempt


def test_an_item_that_every_meeting_has_is_never_private(app):
    with pytest.raises(AgendaFixed, match="Only business can be private"):
        agenda.add(to_come(), wording("Apologies", **PRIVATELY), kind=ItemKind.APOLOGIES, actor=CLERK)


def test_an_urgent_item_says_its_special_circumstances(app):
    with pytest.raises(UrgencyUnsaid, match="special circumstances"):
        agenda.add(to_come(), wording(is_urgent=True, urgency_reason=" "), actor=CLERK)


def test_business_is_never_dropped(app):
    meeting = with_items("One")
    agenda.add(meeting, wording("Apologies", section=None), kind=ItemKind.APOLOGIES, actor=CLERK)
    agenda.add(meeting, wording("Secret", **PRIVATELY), actor=CLERK)

    with pytest.raises(AgendaFixed, match="not lost"):
        agenda.remove(item(meeting, "One"), actor=CLERK)
    with pytest.raises(AgendaFixed, match="by itself"):
        agenda.remove(item(meeting, RESOLUTION), actor=CLERK)
    agenda.remove(item(meeting, "Apologies"), actor=CLERK)

    assert "Apologies" not in " ".join(printed(meeting))


def test_of_two_officers_who_change_one_item_the_second_is_told(app):
    row = item(with_items("One"), "One")
    opened = agendas.seen(row)
    agenda.change(row, wording("One, and its costs"), seen=opened, actor=COLLEAGUE)

    with pytest.raises(ChangedMeanwhile, match="Somebody changed this item"):
        agenda.change(row, wording("Number one"), seen=opened, actor=CLERK)

    assert row.title == "One, and its costs"


def test_two_officers_who_move_items_lose_neither_move(app):
    meeting = with_items("One", "Two", "Three", "Four")

    agenda.move(item(meeting, "Four"), up=True, actor=CLERK)
    agenda.move(item(meeting, "One"), up=False, actor=COLLEAGUE)

    assert [line.split()[1] for line in printed(meeting)] == ["Two", "One", "Four", "Three"]


@pytest.mark.parametrize("state", [state for state in MeetingState if state is not MeetingState.SCHEDULED])
def test_an_agenda_that_is_out_is_not_built_any_more(app, state):
    meeting = with_items("One", "Two")
    rows = agendas.items(meeting)
    meeting.state = state
    before = printed(meeting)

    for act in (
        lambda: agenda.add(meeting, wording("Late"), actor=CLERK),
        lambda: changed(rows[0], section=INFORMATION),
        lambda: agenda.move(rows[1], up=True, actor=CLERK),
        lambda: agenda.move_heading(rows[1], up=True, actor=CLERK),
        lambda: agenda.rename_heading(meeting, DECISIONS, new="Other", actor=CLERK),
        lambda: agenda.renumber(meeting, actor=CLERK),
        lambda: agenda.remove(rows[0], actor=CLERK),
    ):
        with pytest.raises(DomainError):
            act()

    assert printed(meeting) == before


def test_a_late_item_renumbers_nothing(app):
    meeting = with_items("One", "Two")
    meeting.state = MeetingState.AGENDA_PUBLISHED

    late = agenda.add_late(meeting, wording("Flood", urgency_reason="It happened last night."), actor=CLERK)
    private = agenda.add_late(meeting, wording("Secret", urgency_reason="Today.", **PRIVATELY), actor=CLERK)

    assert printed(meeting) == ["1.1 One", "1.2 Two", "1.3 Flood", f"2 {RESOLUTION}", "2.1 Secret"]
    assert late.is_urgent
    assert late.added_on is not None
    assert private.section == "In private"


def test_a_late_item_stands_under_its_heading_and_not_after_what_is_private(app):
    meeting = with_items("One")
    agenda.add(meeting, wording("Secret", **PRIVATELY), actor=CLERK)
    meeting.state = MeetingState.AGENDA_PUBLISHED

    agenda.add_late(meeting, wording("Flood", urgency_reason="It happened last night."), actor=CLERK)
    agenda.add_late(meeting, wording("Fire", urgency_reason="It happened tonight."), actor=CLERK)

    assert printed(meeting) == ["1.1 One", "1.2 Flood", "1.3 Fire", f"2 {RESOLUTION}", "2.1 Secret"]
    assert [row.position for row in meeting.agenda_items] == [1, 2, 3, 4, 5]


def test_a_late_item_without_urgency_is_refused(app):
    meeting = with_items("One")
    with pytest.raises(AgendaFixed, match="it is scheduled"):
        agenda.add_late(meeting, wording("Flood", urgency_reason="It happened."), actor=CLERK)
    meeting.state = MeetingState.AGENDA_PUBLISHED

    with pytest.raises(UrgencyUnsaid):
        agenda.add_late(meeting, wording("Flood"), actor=CLERK)

    assert printed(meeting) == ["1.1 One"]


def test_a_withdrawn_item_stays_listed_with_its_reason(app):
    meeting = with_items("One")
    with pytest.raises(AgendaFixed, match="Put this one off"):
        agenda.withdraw(item(meeting, "One"), because="Overtaken", actor=CLERK)
    meeting.state = MeetingState.AGENDA_PUBLISHED

    agenda.withdraw(item(meeting, "One"), because="Overtaken by events.", actor=CLERK)

    assert item(meeting, "One").withdrawn_because == "Overtaken by events."
    with pytest.raises(DomainError, match="withdrawn already"):
        agenda.withdraw(item(meeting, "One"), because="Again", actor=CLERK)


def test_the_contents_change_when_anything_said_changes(app):
    meeting = with_items("One", "Two")
    before = agendas.contents(meeting)

    changed(item(meeting, "Two"), purpose=ItemPurpose.INFORMATION)

    after = agendas.contents(meeting)
    assert before != after
    assert [each["title"] for each in after["items"]] == ["One", "Two"]
    assert after["items"][1]["purpose"] == "for information"
