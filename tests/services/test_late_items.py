"""An urgent item admitted at the meeting, with the chair's reason."""

import pytest

from shp_gov import services
from shp_gov.domain.errors import DomainError
from shp_gov.models import AgendaItem, ItemKind, ItemOutcome
from shp_gov.queries import compliance, minuting
from shp_gov.services.agenda import Wording
from tests import factories as make
from tests.sittings import CLERK, a_sitting, at

REASON = "The storm of Tuesday closed the sea wall, and the funding bid ends before the next meeting."


@pytest.fixture
def sitting(app):
    made = a_sitting()
    for item in minuting.items_of(made.meeting):
        item.position += 10
    make._kept(
        AgendaItem(
            meeting=made.meeting,
            position=12 + 10,
            number="4",
            title="Urgent business",
            section="Urgent business",
            kind=ItemKind.URGENT_BUSINESS,
        )
    )
    return made.open()


def admit(sitting, **details):
    usual = {"title": "The sea wall", "is_urgent": True, "urgency_reason": REASON}
    with at(11):
        return services.late_items.admit(sitting.meeting, Wording(**(usual | details)), actor=CLERK)


def test_an_urgent_item_has_its_minute_with_the_ruling_before_what_comes_after_urgent_business(app):
    sitting = a_sitting().open()

    minute = admit(sitting)

    assert (minute.is_urgent, minute.urgent_ruling) == (True, REASON)
    titles = [(row.number, row.title) for row in minuting.minutes_of(sitting.meeting)]
    assert titles == [(1, "Apologies for absence"), (2, "Taxi marshals"), (3, "The sea wall"), (4, "Case review")]


def test_several_urgent_items_are_minuted_in_the_order_in_which_they_were_admitted(sitting):
    for title in ("The sea wall", "The ferry", "The gulls"):
        admit(sitting, title=title)

    titles = [row.title for row in minuting.minutes_of(sitting.meeting)]
    assert titles[-4:] == ["Urgent business", "The sea wall", "The ferry", "The gulls"]


def test_it_stands_under_urgent_business_which_then_has_its_outcome(sitting):
    minute = admit(sitting)

    assert minute.agenda_item.number == "4.1"
    standing = sitting.minute("Urgent business").agenda_item
    assert (standing.outcome, standing.outcome_words) == (
        ItemOutcome.DISCUSSED,
        "Urgent business was taken as an item of its own.",
    )


def test_without_the_chairs_reason_nothing_is_admitted(sitting):
    with pytest.raises(DomainError):
        admit(sitting, urgency_reason=" ")

    assert [item.title for item in minuting.items_of(sitting.meeting)].count("The sea wall") == 0


def test_a_private_urgent_item_comes_last_with_its_paragraph(sitting):
    private = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A contract", "public_interest_reason": "x"}

    minute = admit(sitting, **private)

    assert (minute.is_exempt, minute.exempt_paragraph, minute.public_title) == (True, "3", "A contract")
    assert minuting.minutes_of(sitting.meeting)[-1] is minute


def test_the_check_finds_the_ruling_of_the_late_item(sitting):
    admit(sitting)
    held = compliance.access.Held(
        sitting.meeting,
        sitting.body,
        minuting.items_of(sitting.meeting),
        list(minuting.minutes_of(sitting.meeting)),
        [],
    )

    late = [facts for facts in compliance.access._items(held) if facts.is_added]

    assert [(facts.added_on, facts.ruling) for facts in late] == [(sitting.meeting.on, REASON)]
