"""The action log parts actions by what the meeting does about them, and groups them by who owns them."""

from datetime import date

from shp_gov.documents import action_log
from shp_gov.documents.content import text
from tests.documents import examples
from tests.documents.examples import COUNCIL, POLICE, an_action


def lines(**changes):
    return text(action_log.story(examples.action_log(**changes)))


def test_the_summary_counts_what_is_overdue_and_what_is_proposed_for_closure():
    told = lines()

    assert told[2] == "Thursday 10 September 2026, item 3.2"
    assert told[3] == "On Tuesday 1 September 2026: 5 actions. 2 are overdue. 1 is proposed for closure."


def test_the_meeting_is_asked_for_what_it_has_to_do():
    told = lines()

    first = told.index("The meeting is recommended to")
    assert told[first + 1 : first + 4] == [
        "(i) agree that the 1 action under “Proposed for closure” is closed;",
        "(ii) ask the owner of each of the 2 overdue actions for a date;",
        "(iii) note the 2 actions in hand.",
    ]


def test_a_log_for_no_meeting_recommends_nothing():
    assert "The meeting is recommended to" not in lines(meeting_on=None)


def test_overdue_actions_stand_longest_first_by_organisation():
    told = lines()

    first = told.index("Overdue (2)")
    assert told[first + 2 : first + 6] == [
        f"{POLICE} (1) |  | Owner | Due and state",
        "9 (i) | Share the data | Grace Holloway | Friday 17 July 2026\n46 days overdue\nIn progress",
        f"{COUNCIL} (1) |  | Owner | Due and state",
        "8 (i) | Publish the plan | Grace Holloway | Friday 14 August 2026\n18 days overdue\nIn progress",
    ]


def test_an_action_due_on_the_day_is_not_overdue_and_the_next_day_is_one_day_late():
    action = an_action(due_on=date(2026, 9, 1))

    assert action.days_overdue(date(2026, 9, 1)) == 0
    assert action.days_overdue(date(2026, 9, 2)) == 1
    assert "1 day overdue" in " ".join(lines(actions=(action,), as_on=date(2026, 9, 2)))


def test_an_action_that_waits_for_agreement_is_never_called_overdue():
    action = an_action(due_on=date(2020, 1, 1), is_proposed_for_closure=True)

    told = lines(actions=(action,))

    assert "Proposed for closure (1)" in told
    assert "overdue" not in " ".join(told)


def test_an_action_without_a_date_or_an_owner_says_so():
    told = lines(actions=(an_action(due_on=None, organisation="", note="The chair wrote."),))

    assert "No owner (1) |  | Owner | Due and state" in told
    assert "16 (ii) | Try marshals\nThe chair wrote. | Grace Holloway | No date\nIn progress" in told


def test_a_log_that_is_not_printed_whole_says_so():
    told = lines(left_out=1200)

    assert "On Tuesday 1 September 2026: 1205 actions." in told[3]
    assert "Printed here: 5. Left out: 1200. The log as a spreadsheet (CSV) has them all." in told


def test_an_empty_log_is_still_a_paper():
    told = lines(actions=())

    assert told[3] == "On Tuesday 1 September 2026: 0 actions."
    assert action_log.render(examples.action_log(actions=())).startswith(b"%PDF")


def test_a_long_group_runs_on_with_its_heading_again():
    many = tuple(an_action(reference=f"{number} (i)") for number in range(80))

    pages = examples.pdf(action_log.render(examples.action_log(actions=many))).pages

    assert all(COUNCIL in page.extract_text() for page in pages)
    assert len(pages) > 2


def test_an_action_taller_than_a_page_is_printed_all_the_same():
    tall = (an_action(what="word " * 4000 + "end of it"),)

    assert "end of it" in examples.words_of(action_log.render(examples.action_log(actions=tall)))
