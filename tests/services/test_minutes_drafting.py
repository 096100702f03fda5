"""Minutes are drafted from the record when a meeting closes, and nothing that somebody typed is written over."""

from shp_gov import queries, services
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Decision, ItemKind, ItemOutcome
from shp_gov.queries import minuting
from tests import factories as make
from tests.minutes import a_closed_meeting, a_held_meeting, say
from tests.sittings import CLERK, NOON, at


def close(sitting):
    with at(12):
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)


def test_closing_writes_the_apologies(app):
    sitting = a_closed_meeting()

    assert sitting.minute("Apologies for absence").narrative == (
        "Apologies for absence were submitted on behalf of Holder 2 Fire, District Manager."
    )


def test_closing_never_writes_over_what_the_officer_typed(app):
    sitting = a_held_meeting()
    say(sitting, "Apologies for absence", "The fire service sent its regrets.")

    close(sitting)

    assert sitting.minute("Apologies for absence").narrative == "The fire service sent its regrets."


def test_the_purpose_comes_from_the_report_and_the_decision_from_the_recommendation(app):
    sitting = a_closed_meeting()

    minute = sitting.minute("Taxi marshals")
    assert minute.purpose == "To ask for marshals."
    assert [type(each) for each in minute.decisions] == [Decision]


def test_a_deferred_item_says_so_and_why(app):
    sitting = a_held_meeting()
    minute = sitting.minute("Case review")
    services.minuting.settle(minute, outcome=ItemOutcome.DEFERRED, reason="The review is not finished", actor=CLERK)

    close(sitting)

    assert sitting.minute("Case review").narrative == "This item was deferred. The review is not finished."


def test_business_that_was_discussed_and_nothing_more_says_so(app):
    sitting = a_held_meeting()

    close(sitting)

    assert sitting.minute("Case review").narrative == "This item was discussed."


def test_business_that_was_noted_says_so(app):
    sitting = a_held_meeting()
    sitting.minute("Apologies for absence").agenda_item.kind = ItemKind.BUSINESS

    close(sitting)

    assert sitting.minute("Apologies for absence").narrative == "This item was noted."


def test_business_of_which_something_was_decided_has_its_decision_and_no_sentence_more(app):
    assert not a_closed_meeting().minute("Taxi marshals").narrative


def test_the_day_of_the_next_meeting_is_said_and_not_that_it_was_discussed(app):
    sitting = a_held_meeting()
    minute = sitting.minute("Case review")
    minute.title = "Date and time of next meeting"

    close(sitting)

    assert not minute.narrative


def declared(sitting, title):
    """Let the police declare an interest in an item and leave for it, and close: give what minutes and paper say."""
    items = {item.title: item for item in minuting.items_of(sitting.meeting)}
    items["Apologies for absence"].kind = ItemKind.DECLARATIONS
    services.declarations.declare(
        sitting.meeting,
        sitting.people["police"],
        words="He knows the family",
        item=items[title],
        left=True,
        actor=CLERK,
    )
    close(sitting)
    paper = queries.papers.minutes(sitting.meeting, viewer=make.viewer())
    return sitting.minute("Apologies for absence").narrative, "".join(paper.declarations)


def test_a_declared_interest_is_told_by_the_number_of_its_minute(app):
    told, printed = declared(a_held_meeting(), "Taxi marshals")

    assert told == printed
    assert told == (
        "Holder 1 Police declared an interest in minute 2: He knows the family. "
        "Holder 1 Police left the meeting while it was considered."
    )


def test_of_an_interest_in_a_private_item_the_minutes_say_who_and_where_and_not_what_it_is(app):
    told, printed = declared(a_held_meeting(), "Case review")

    assert told == printed
    assert told == (
        "Holder 1 Police declared an interest in minute 3, which is private. "
        "Holder 1 Police left the meeting while it was considered."
    )


def test_drafting_again_changes_nothing(app):
    sitting = a_closed_meeting()

    assert services.minutes_drafting.write(sitting.meeting, actor=CLERK) == 0


def test_approved_minutes_are_not_drafted(app):
    sitting = a_closed_meeting()
    sitting.minute("Apologies for absence").narrative = None
    sitting.meeting.minutes_state = MinutesState.APPROVED

    assert services.minutes_drafting.write(sitting.meeting, actor=CLERK) == 0
