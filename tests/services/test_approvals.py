"""A later meeting corrects and approves minutes. From then on they never change, and whoever was in the chair signs."""

from datetime import time

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.proceedings import NotNow
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import ItemOutcome, Minute, MinutesVersion, MinutesVersionKind, Signature
from shp_gov.queries import approvals as queries
from shp_gov.queries import minutes_versions, papers
from shp_gov.services.approvals import NothingCorrected, NotSigned
from shp_gov.services.minute_steps import MinutesFixed, WrongApproval
from shp_gov.services.minutes_versions import ChangedSince, NotReady
from tests import factories as make
from tests.minutes import (
    LATER,
    a_published_draft,
    a_suggestion,
    an_approved_meeting,
    say,
    the_next_meeting,
    with_the_chair,
)
from tests.sittings import CLERK, NOON, RECOMMENDED, at

approvals = services.approvals
SHORTER = "That taxi marshals work at the Harbour Road rank until 30 June 2027."


def corrected(sitting, later, after=SHORTER, *, title="Taxi marshals", field="decision 1"):
    minute = sitting.minute(title)
    before = services.rewording.Place(minute, field).words
    with at(10, 5, day=LATER):
        return approvals.correct(
            sitting.meeting, at=later, minute=minute, field=field, before=before, after=after, actor=CLERK
        )


def confirming(later) -> Minute:
    db.session.expire_all()
    return later.minutes[0]


def test_a_correction_changes_the_words_and_keeps_what_they_were(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)

    correction = corrected(sitting, later)

    assert sitting.minute("Taxi marshals").decisions[0].words == SHORTER
    assert (correction.words_before, correction.words_after) == (RECOMMENDED[0], SHORTER)
    assert queries.in_sentences([correction]) == ["In minute 2, “31 March” became “30 June”."]


def test_approval_keeps_a_version_and_is_minuted_with_its_corrections(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    corrected(sitting, later)

    with at(10, 10, day=LATER):
        version = approvals.approve(sitting.meeting, at=later, actor=CLERK)

    assert (sitting.meeting.minutes_state, sitting.meeting.minutes_approved_at) == (MinutesState.APPROVED, later)
    assert (version.kind, version.at_meeting) == (MinutesVersionKind.APPROVED, later)
    assert version.contents["minutes"][1]["decisions"][0]["words"] == SHORTER
    minute = confirming(later)
    assert minute.narrative == (
        "The minutes of the meeting held on 10 September 2026 were confirmed as a correct record, with a correction. "
        "In minute 2, “31 March” became “30 June”."
    )
    assert minute.agenda_item.outcome is ItemOutcome.NOTED


def test_a_correction_to_a_private_minute_is_told_without_its_words(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)

    correction = corrected(sitting, later, "The family was not named.", title="Case review", field="narrative")

    assert queries.in_sentences([correction]) == ["Minute 3, which is private, was corrected."]
    assert list(queries.seen(sitting.meeting, viewer=make.viewer())) == []


def test_a_correction_can_be_taken_back_before_approval(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    correction = corrected(sitting, later)

    approvals.take_back(correction, actor=CLERK)

    assert sitting.minute("Taxi marshals").decisions[0].words == RECOMMENDED[0]
    assert list(queries.corrections(sitting.meeting)) == []


def test_a_correction_of_nothing_or_at_the_wrong_time_is_refused(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)

    with pytest.raises(NothingCorrected):
        corrected(sitting, later, RECOMMENDED[0])
    with pytest.raises(WrongApproval):
        corrected(sitting, sitting.meeting)
    with at(11, day=LATER):
        approvals.approve(sitting.meeting, at=later, actor=CLERK)
        services.room.close(later, at=NOON, actor=CLERK)
    with pytest.raises(NotNow):
        corrected(sitting, later)


def test_minutes_are_approved_once_and_only_a_published_draft_is(app):
    sitting, later = an_approved_meeting()

    with pytest.raises(TransitionRefused, match="it is approved"):
        approvals.approve(sitting.meeting, at=later, actor=CLERK)


CHANGES = {
    "the words of a minute": "UPDATE minute SET narrative = 'Other words.' WHERE meeting_id = :meeting",
    "its title": "UPDATE minute SET title = 'Other' WHERE meeting_id = :meeting",
    "that it is private": "UPDATE minute SET is_exempt = :no WHERE meeting_id = :meeting AND position = 3",
    "the summary that the public reads": "UPDATE minute SET public_summary = 'Other words.' WHERE id = :minute",
    "the words of a decision": "UPDATE decision SET words = 'Other words.' WHERE minute_id = :minute",
    "a decision gone": "DELETE FROM decision WHERE minute_id = :minute",
    "a minute gone": "DELETE FROM minute WHERE meeting_id = :meeting AND position = 1",
    "who was there": "UPDATE attendance SET capacity = 'absent' WHERE meeting_id = :meeting",
    "a name": "UPDATE attendance SET name_printed = 'Somebody' WHERE meeting_id = :meeting",
    "a line gone": "DELETE FROM attendance WHERE meeting_id = :meeting",
    "the approval taken back": "UPDATE meeting SET minutes_state = 'draft' WHERE id = :meeting",
    "what a version says": "UPDATE minutes_version SET sha256 = 'abc' WHERE meeting_id = :meeting",
    "a version gone": "DELETE FROM minutes_version WHERE meeting_id = :meeting",
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_refuses_to_change_approved_minutes(app, change):
    sitting, _ = an_approved_meeting()
    values = {"meeting": sitting.meeting.id, "minute": sitting.minute("Taxi marshals").id, "no": False}

    with pytest.raises(DBAPIError, match="never change"), db.session.begin_nested():
        db.session.execute(sa.text(CHANGES[change]), values)


@pytest.mark.parametrize("table", ["a minute", "a decision", "a line"])
def test_the_database_itself_refuses_to_add_to_approved_minutes(app, table):
    sitting, _ = an_approved_meeting()
    minute, meeting = sitting.minute("Taxi marshals"), sitting.meeting
    more = {
        "a minute": lambda: make.a_minute(meeting=meeting, position=9),
        "a decision": lambda: make.a_decision(minute=minute, ordinal=9),
        "a line": lambda: make.an_attendance(make.a_person("A Latecomer"), meeting=meeting),
    }

    with pytest.raises(DBAPIError, match="never change"), db.session.begin_nested():
        more[table]()


def test_what_may_still_change_of_approved_minutes_can(app):
    sitting, _ = an_approved_meeting()
    line, minute = sitting.meeting.attendances[0], sitting.minute("Case review")

    line.person_id = make.a_person("The same person, found twice").id
    minute.public_interest_reason = "Somebody could be known."
    sitting.minute("Taxi marshals").decisions[0].kind = services.rulings.DecisionKind.NOTED
    db.session.flush()

    version = db.session.query(MinutesVersion).filter_by(kind=MinutesVersionKind.APPROVED).one()
    assert minutes_versions.hash_of(sitting.meeting) == version.sha256


def test_approved_minutes_cannot_be_saved_reworded_or_given_decisions(app):
    sitting, _ = an_approved_meeting()
    minute = sitting.minute("Taxi marshals")

    with pytest.raises(MinutesFixed):
        say(sitting, "Taxi marshals", "Other words.")
    with pytest.raises(MinutesFixed):
        services.rewording.apply(services.rewording.Place(minute, "decision 1"), before="", after="Other.", actor=CLERK)
    with pytest.raises(MinutesFixed):
        services.minute_steps.decide(minute, words="That more be done.", actor=CLERK)


@pytest.mark.parametrize("reword", ["a save", "a decision", "a suggestion"])
def test_what_everybody_reads_as_a_draft_is_corrected_at_a_meeting_and_not_rewritten(app, reword):
    sitting, version = with_the_chair()
    taxis = sitting.minute("Taxi marshals")
    suggestion = a_suggestion(minute=taxis, field="decision 1", words_before=RECOMMENDED[0], words_after=SHORTER)
    with at(14):
        services.minutes_versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
        services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)
    decision = services.rewording.Place(taxis, "decision 1")
    rewrite = {
        "a save": lambda: say(sitting, "Taxi marshals", "Other words."),
        "a decision": lambda: services.rewording.apply(
            decision, before=RECOMMENDED[0], after="That none work.", actor=CLERK
        ),
        "a suggestion": lambda: services.minutes_suggestions.accept(suggestion, actor=CLERK),
    }

    with pytest.raises(MinutesFixed, match="published as a draft"):
        rewrite[reword]()

    assert minutes_versions.hash_of(sitting.meeting) == version.sha256


def test_minutes_are_approved_although_those_of_the_approving_meeting_are_out_already(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    later.state, later.minutes_state = MeetingState.CLOSED, MinutesState.DRAFT_PUBLISHED

    with at(15, day=LATER):
        approvals.approve(sitting.meeting, at=later, actor=CLERK)

    assert confirming(later).narrative is None


# --- The signature ---
def the_chair(sitting, key="director"):
    user = make.a_user(sitting.people[key].name, person=sitting.people[key])
    return Actor(user.name, user.id)


def sign(sitting, *, name="Holder 0 Director", by=None, sha256=None):
    found = minutes_versions.newest(sitting.meeting, MinutesVersionKind.APPROVED)
    by = by or the_chair(sitting)
    with at(12, day=LATER):
        return approvals.sign(sitting.meeting, name=name, office="Chair", sha256=sha256 or found.sha256, actor=by)


def test_whoever_was_in_the_chair_signs_with_name_office_day_and_hash(app):
    sitting, _ = an_approved_meeting()

    signature = sign(sitting, name="  councillor holder 0  director")

    assert (signature.office, signature.signed_on) == ("Chair", LATER)
    assert signature.sha256 == minutes_versions.hash_of(sitting.meeting)
    printed = papers.minutes(sitting.meeting, viewer=make.viewer()).approval
    assert printed.signed == (f"{signature.name}, Chair", LATER)


def test_another_name_another_account_or_a_second_signature_is_refused(app):
    sitting, _ = an_approved_meeting()

    with pytest.raises(NotSigned, match="Type that name to sign"):
        sign(sitting, name="Holder 1 Police")
    with pytest.raises(NotSigned, match="Only Holder 0 Director"):
        sign(sitting, by=the_chair(sitting, "police"))
    sign(sitting)
    with pytest.raises(NotSigned, match="signed already"):
        sign(sitting)

    assert db.session.query(Signature).count() == 1


def test_a_signature_under_another_hash_is_refused(app):
    sitting, _ = an_approved_meeting()

    with pytest.raises(ChangedSince, match="no longer those you read"):
        sign(sitting, sha256="0" * 64)


def test_a_draft_cannot_be_signed(app):
    sitting = a_published_draft()

    with pytest.raises(NotSigned, match="not approved yet"):
        approvals.sign(sitting.meeting, name="Holder 0 Director", office="Chair", sha256="", actor=the_chair(sitting))


# --- What stops an approval ---
def test_without_a_quorum_nothing_is_approved(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    with at(10, 1, day=LATER):
        services.room_events.adjourn(later, at=time(10, 1), why="No quorum", actor=CLERK)
    with at(10, 10, day=LATER), pytest.raises(NotNow, match="adjourned"):
        approvals.approve(sitting.meeting, at=later, actor=CLERK)

    assert sitting.meeting.minutes_state is MinutesState.DRAFT_PUBLISHED


def test_minutes_of_which_two_texts_differ_are_not_approved(app):
    sitting = a_published_draft()
    later = the_next_meeting(sitting)
    make.a_clash(sitting.minute("Taxi marshals"))

    with at(10, 10, day=LATER), pytest.raises(NotReady, match="two texts of minute 2"):
        approvals.approve(sitting.meeting, at=later, actor=CLERK)
