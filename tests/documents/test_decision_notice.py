"""A decision notice gives one decision: the words, the actions, the reasons."""

from datetime import date

from shp_gov.documents import decision_notice
from shp_gov.documents.content import text
from tests.documents import examples


def lines(**changes):
    return text(decision_notice.story(examples.notice(**changes)))


def test_the_notice_gives_words_actions_and_reasons_in_order():
    assert lines() == [
        "SAFER SEABOROUGH PARTNERSHIP",
        "Decision notice",
        "16 (ii) of 2026/27: taxi marshals",
        "Agreed by consensus on Thursday 16 July 2026",
        "The words agreed",
        "That marshals be tried at the rank for eight weeks.",
        "What is to be done",
        "Decision | Action | Owner | Due",
        "16 (ii) | Try marshals | Seaborough Borough Council\nGrace Holloway | Thursday 10 September 2026",
        "How and why",
        "Reasons: The queue was longest after midnight.",
        "What the meeting changed: for sixeight weeks",
        "The minutes of this decision are a draft until the meeting on Thursday 10 September 2026 approves them.",
    ]


def test_a_decision_that_asks_for_nothing_has_no_table_of_actions():
    assert "What is to be done" not in lines(actions=())


def test_a_decision_without_reasons_has_no_how_and_why():
    assert "How and why" not in lines(reasons="", changes=())


def test_the_notice_says_when_its_minutes_were_approved():
    told = lines(minutes_approved_on=date(2026, 9, 10), contact="Helen Ashby")

    assert told[-1] == (
        "The minutes of this decision were approved on Thursday 10 September 2026. Questions: Helen Ashby."
    )


def test_what_the_meeting_struck_out_is_struck_out_on_paper():
    page = examples.pdf(decision_notice.render(examples.notice())).pages[0]

    assert "six" in page.extract_text()
    assert examples.pdf(decision_notice.render(examples.notice(reference="<b>1</b>"))).metadata.title == (
        "Decision notice <b>1</b>"
    )
