"""The minutes say what the record says, in the order and the words of such papers."""

from dataclasses import replace
from datetime import date

import pytest

from shp_gov.documents import minutes
from shp_gov.documents.content import text
from shp_gov.domain.approval import Approval, LaterCorrection
from shp_gov.domain.papers import Exemption, MinuteAction, MinuteDecision, MinuteEntry, MinuteKind, Person
from tests.documents import examples
from tests.documents.examples import ENTRIES, PRIVATE


def lines(**changes):
    return text(minutes.story(examples.minutes(**changes)))


def of_entry(**settings):
    """The lines of one minute, without what stands before and after it."""
    told = lines(entries=(MinuteEntry(**settings),), next_meeting=None)
    first = next(place for place, line in enumerate(told) if settings["title"] in line)
    return told[first : told.index("The meeting concluded at 11.52 am.")]


def test_the_parts_come_in_the_order_of_such_papers():
    told = lines()

    order = [
        "SAFER SEABOROUGH PARTNERSHIP",
        "Minutes and decision record",
        "Thursday 16 July 2026",
        "The meeting commenced at 10.00 am in the Civic Centre, Seaborough.",
        "Present:",
        "Substitutes:",
        "Also present:",
        "Officers:",
        "13. Apologies for absence",
        "19. Date and time of next meeting",
        "The meeting concluded at 11.52 am.",
        "Chair",
    ]
    assert [line for line in told if line in order] == order


def test_each_person_present_has_a_line_and_the_chair_is_marked():
    told = lines()

    present = told[told.index("Present:") + 1 : told.index("Substitutes:")]
    assert present[0] == "Councillor Ruth Adeyemi, Seaborough Borough Council (In the Chair)"
    assert present[1] == "Councillor Peter Lound"
    assert len(present) == len(examples.PRESENT)


def test_each_substitute_has_a_sentence_and_the_first_gives_the_rule():
    told = lines()

    assert told[told.index("Substitutes:") + 1 : told.index("Also present:")] == [
        "In accordance with the terms of reference, section 2.6, Łukasz Zieliński was in attendance as substitute "
        "for Martin Hale, Office of the Commissioner.",
        "Siân Llŷr was in attendance as substitute for Carl Whitby.",
    ]


def test_a_minute_of_business_gives_purpose_issues_decision_action_and_reasons():
    told = lines()

    first = told.index("16. Night-time economy")
    assert told[first + 1] == "(Director of Neighbourhoods)"
    headings = ("Purpose of report", "Issue(s) for consideration", "Decision", "Reasons")
    assert [line for line in told[first : first + 15] if line in headings] == list(headings)
    assert "(ii) That marshals be tried at the rank for eight weeks." in told
    assert "Action: Director of Neighbourhoods, by Thursday 10 September 2026" in told


def test_what_was_not_agreed_stands_before_the_decision_and_the_vote_and_dissent_under_its_words():
    voted, fell = "For: 7. Against: 2.", "The recommendation that bins be bought was not agreed."
    decisions = (MinuteDecision(words="That it go on.", ruled=(voted,), actions=(MinuteAction(owner="Jo Tranter"),)),)

    told = of_entry(title="Bins", narrative="They spoke.", not_agreed=(fell,), decisions=decisions)

    assert told[-6:] == ["They spoke.", fell, "Decision", "That it go on.", voted, "Action: Jo Tranter"]


def test_several_actions_of_one_decision_take_letters():
    two = (MinuteAction(owner="Harbour Homes"), MinuteAction(owner="Police", due_on=date(2026, 8, 28)))

    told = of_entry(number="1", title="Data", decisions=(MinuteDecision(words="That it be shared.", actions=two),))

    assert told[-2:] == ["Action A: Harbour Homes", "Action B: Police, by Friday 28 August 2026"]


def test_a_missing_or_doubled_number_is_printed_as_the_record_has_it():
    entries = tuple(MinuteEntry(number=number, title="A minute") for number in ("12", "", "12", "13."))

    told = lines(entries=entries)

    assert [line for line in told if "A minute" in line] == ["12. A minute", "A minute", "12. A minute", "13. A minute"]


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        (MinuteKind.APOLOGIES, {"apologies": ()}, "None."),
        (
            MinuteKind.APOLOGIES,
            {"apologies": (Person("Jo"), Person("Bev"), Person("Al"))},
            "Apologies for absence were submitted on behalf of Jo, Bev and Al.",
        ),
        (
            MinuteKind.APOLOGIES,
            {},
            "Apologies for absence were submitted on behalf of Martin Hale, Office of the Commissioner; "
            "and Carl Whitby.",
        ),
        (MinuteKind.DECLARATIONS, {"declarations": ()}, "None."),
        (MinuteKind.CONFIRMATION, {}, "Confirmed."),
        (
            MinuteKind.NEXT_MEETING,
            {},
            "Thursday 10 September 2026 at 10.00 am in Committee Room B, Civic Centre, Seaborough.",
        ),
    ],
)
def test_a_formal_minute_that_nobody_worded_is_worded_from_the_record(kind, changes, words):
    told = lines(entries=(MinuteEntry(number="1", title="Formal", kind=kind),), **changes)

    assert told[told.index("1. Formal") + 1] == words


def test_a_formal_minute_that_somebody_worded_keeps_their_words():
    told = of_entry(number="1", title="Apologies", kind=MinuteKind.APOLOGIES, narrative="Nobody was away.")

    assert told == ["1. Apologies", "Nobody was away."]


def test_an_urgent_item_says_so_with_the_ruling():
    told = lines()

    ruling = "Urgent item. The Chair ruled that this item be considered as urgent under section 100B(4)(b) of the Act."
    assert told[told.index("18. Learning day") + 1] == ruling


def test_an_urgent_item_whose_title_says_so_is_not_marked_twice():
    told = of_entry(number="1", title="Items which the Chair considers urgent", is_urgent=True)

    assert told == ["1. Items which the Chair considers urgent"]


def test_the_public_version_gives_a_private_item_its_title_and_paragraph_and_nothing_else():
    told = lines(entries=(replace(PRIVATE, is_withheld=True, reasons="Price", purpose="Offers"),), next_meeting=None)

    first = told.index("20. Commissioning of a service")
    assert told[first : told.index("The meeting concluded at 11.52 am.")] == [
        "20. Commissioning of a service",
        "Private item. The minute of this item is not published.",
        "Minute 20 is exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972: information "
        "relating to the business affairs of any particular person.",
    ]


def test_the_restricted_version_gives_all_of_it_and_marks_it():
    told = lines(entries=(PRIVATE,))

    assert "Company A asked for £412,000." in told
    assert any(line.startswith("Exempt item. Minute 20 is exempt under paragraph 3") for line in told)


def test_the_resolution_to_exclude_the_public_stands_before_the_first_private_item():
    told = lines(
        entries=(*ENTRIES, PRIVATE, replace(PRIVATE, number="21")), exclusion="Resolved that the public leave."
    )

    assert told.count("Resolved that the public leave.") == 1
    place = told.index("Resolved that the public leave.")
    assert told[place - 1] == "Items taken in private"
    assert told[place + 1] == "20. Commissioning of a service"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"approval": Approval(date(2026, 9, 10))}, "Approved on Thursday 10 September 2026."),
        (
            {},
            "Approved on Thursday 10 September 2026, minute 26, with one correction. In minute 16, “six weeks” became "
            "“eight weeks”. The words below are the words approved.",
        ),
        (
            {"imprint": examples.imprint(is_draft=True), "approve_on": date(2026, 9, 10)},
            "Draft: not yet approved. The meeting on Thursday 10 September 2026 is asked to approve these minutes. "
            "Words may change until then.",
        ),
    ],
)
def test_the_first_page_says_what_the_minutes_are(changes, words):
    assert lines(**changes)[3] == words


def test_every_correction_is_given():
    told = lines(approval=Approval(date(2026, 9, 10), "26", ("One word.", "Another word.")))

    assert told[3:6] == [
        "Approved on Thursday 10 September 2026, minute 26, with 2 corrections. "
        "The words below are the words approved.",
        "One word.",
        "Another word.",
    ]


def test_minutes_that_were_signed_name_who_signed_and_when():
    signed = Approval(date(2026, 9, 10), signed=("Ruth Adeyemi, Chair", date(2026, 9, 11)))

    told = lines(approval=signed)

    assert told[-2:] == ["Signed: Ruth Adeyemi, Chair", "Date: Friday 11 September 2026"]


def test_what_was_corrected_after_the_approval_is_told_beside_the_words_approved():
    later = (LaterCorrection(date(2027, 1, 14), "In minute 17, “two” became “three”."),)

    told = lines(approval=Approval(date(2026, 9, 10), "26", ("In minute 16, “six” became “eight”.",), later=later))

    assert told[3:5] == [
        "Approved on Thursday 10 September 2026, minute 26, with one correction. In minute 16, “six” became “eight”. "
        "The words below are the words approved.",
        "Corrected on Thursday 14 January 2027. In minute 17, “two” became “three”.",
    ]


def test_minutes_that_nobody_approved_are_not_called_signed():
    assert "Signed as a correct record." not in lines(approval=None)
    assert "Signed as a correct record." in lines()


def test_the_next_meeting_is_told_once_minuted_or_not():
    words = "Thursday 10 September 2026 at 10.00 am in Committee Room B, Civic Centre, Seaborough."

    assert lines().count(words) == 1
    assert lines(entries=()).count(words) == 1
    assert "Date and time of next meeting" not in lines(entries=(), next_meeting=None)


def test_minutes_of_nothing_are_still_a_paper():
    empty = examples.minutes(
        starts_at=None,
        ends_at=None,
        venue="",
        present=(),
        substitutes=(),
        also_present=(),
        officers=(),
        entries=(),
        next_meeting=None,
        approval=None,
    )

    assert minutes.render(empty).startswith(b"%PDF")


def test_an_exemption_whose_paragraph_nobody_described_is_described_from_the_schedule():
    told = of_entry(number="1", title="A case", exemption=Exemption("7"), is_withheld=True)

    assert told[-1] == (
        "Minute 1 is exempt under paragraph 7 of Part 1 of Schedule 12A to the Local Government Act 1972: information "
        "relating to action taken to prevent, investigate or prosecute crime."
    )


def test_an_exemption_whose_paragraph_nobody_stated_names_the_schedule_only():
    told = of_entry(number="1", title="A case", exemption=Exemption("not stated"), is_withheld=True)

    assert told[-1] == "Minute 1 is exempt under Part 1 of Schedule 12A to the Local Government Act 1972."


def test_a_ruling_that_the_minute_already_tells_is_not_told_twice():
    told = of_entry(
        number="1", title="Fire", is_urgent=True, urgency_ruling="It was urgent.", narrative="It was urgent."
    )

    assert told == ["1. Fire", "Urgent item.", "It was urgent."]
