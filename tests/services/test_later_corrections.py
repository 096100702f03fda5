"""Approved minutes corrected later: a new version says what changed, and the words approved stay beside it."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.domain.approval import LaterCorrection
from shp_gov.models import MinutesVersionKind
from shp_gov.queries import approvals as queries
from shp_gov.queries import minutes_versions, papers
from shp_gov.queries.approvals import confirming_minute
from shp_gov.services.approvals import NothingCorrected
from shp_gov.services.minute_steps import WrongApproval
from shp_gov.services.minutes_versions import NotReady
from shp_gov.services.rewording import BothChanged
from tests import factories as make
from tests.minutes import LATER, a_published_draft, an_approved_meeting, the_next_meeting
from tests.sittings import CLERK, RECOMMENDED, at

SHORTER = "That taxi marshals work at the Harbour Road rank until 30 June 2027."
ELSEWHERE = "That taxi marshals work at the Station Road rank until 31 March 2027."


def correct(sitting, later, after=SHORTER, *, before=RECOMMENDED[0], field="decision 1"):
    """Correct approved words at a later meeting."""
    minute = sitting.minute("Taxi marshals")
    with at(11, day=LATER):
        return services.approvals.correct_approved(
            sitting.meeting, at=later, minute=minute, field=field, before=before, after=after, actor=CLERK
        )


def test_a_later_correction_is_a_new_version_that_says_what_changed_and_where(app):
    sitting, later = an_approved_meeting()

    version = correct(sitting, later)

    assert (version.kind, version.at_meeting) == (MinutesVersionKind.CORRECTED, later)
    assert version.what_changed == "In minute 2, “31 March” became “30 June”."
    assert sitting.minute("Taxi marshals").decisions[0].words == RECOMMENDED[0], "what was approved stays"
    assert version.contents["minutes"][1]["decisions"][0]["words"] == SHORTER
    assert version.sha256 != minutes_versions.newest(sitting.meeting, MinutesVersionKind.APPROVED).sha256


def test_two_corrections_made_from_the_same_page_both_stand(app):
    sitting, later = an_approved_meeting()

    correct(sitting, later, SHORTER)
    version = correct(sitting, later, ELSEWHERE)

    both = "That taxi marshals work at the Station Road rank until 30 June 2027."
    assert queries.words_now(sitting.minute("Taxi marshals"), "decision 1") == both
    assert version.what_changed == "In minute 2, “Harbour” became “Station”."
    assert version.contents["minutes"][1]["decisions"][0]["words"] == both


def test_a_second_correction_of_the_same_words_is_left_to_the_officer(app):
    sitting, later = an_approved_meeting()
    correct(sitting, later)

    with pytest.raises(BothChanged):
        correct(sitting, later, SHORTER.replace("30 June", "31 December"))
    with pytest.raises(NothingCorrected):
        correct(sitting, later)


def test_a_later_correction_is_made_at_a_meeting_that_was_held_after(app):
    sitting, _ = an_approved_meeting()
    coming = make.a_meeting(body=sitting.body, on=date(2027, 1, 14), state="scheduled", minutes_state=None)

    with pytest.raises(WrongApproval, match="held after"):
        correct(sitting, coming)


def test_minutes_that_are_not_approved_take_no_later_correction(app):
    sitting = a_published_draft()

    with pytest.raises(NotReady, match="not approved yet"):
        correct(sitting, the_next_meeting(sitting))


def test_the_paper_tells_the_corrections_of_the_approval_apart_from_those_made_later(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    taxis, decision = sitting.minute("Taxi marshals"), {"field": "decision 1", "before": RECOMMENDED[0]}
    with at(10, 5, day=LATER):
        services.approvals.correct(sitting.meeting, at=later, minute=taxis, after=SHORTER, actor=CLERK, **decision)
        services.approvals.approve(sitting.meeting, at=later, actor=CLERK)
    case = sitting.minute("Case review")
    with at(11, day=LATER):
        services.approvals.correct_approved(
            sitting.meeting,
            at=later,
            minute=case,
            field="narrative",
            before=case.narrative,
            after="No family was named.",
            actor=CLERK,
        )

    approval = papers.minutes(sitting.meeting, viewer=make.viewer()).approval

    number = confirming_minute(sitting.meeting, later).number_printed
    assert (approval.on, approval.minute) == (LATER, number)
    assert approval.corrections == ("In minute 2, “31 March” became “30 June”.",)
    assert approval.later == (LaterCorrection(LATER, "Minute 3, which is private, was corrected."),)
