"""Minutes go to the chair, are agreed as they were read, and come out as a draft. Each step keeps a version."""

import pytest

from shp_gov import services
from shp_gov.domain.errors import DomainError
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.workflow import TransitionRefused
from shp_gov.domain.workflows import MinutesState, SuggestionState
from shp_gov.models import MinutesVersionKind
from shp_gov.queries import minutes_versions as queries
from shp_gov.services.minute_steps import MinutesFixed
from shp_gov.services.minutes_suggestions import AnsweredBefore, NothingSuggested
from shp_gov.services.minutes_versions import ChangedSince, NotAgreed, NotReady
from shp_gov.services.rewording import BothChanged, NoSuchWords
from tests.factories import viewer
from tests.minutes import (
    a_closed_meeting,
    a_held_meeting,
    a_published_draft,
    chair_and_officer,
    say,
    shown_hash,
    with_the_chair,
)
from tests.services.acting import told
from tests.sittings import CLERK, at

versions, suggestions = services.minutes_versions, services.minutes_suggestions


def suggest(sitting, after, *, field="narrative", title="Apologies for absence", **details):
    minute = sitting.minute(title)
    before = services.rewording.Place(minute, field).words
    return suggestions.suggest(
        sitting.meeting, minute=minute, field=field, before=before, after=after, actor=CLERK, **details
    )


def test_sending_keeps_a_version_with_its_hash_and_tells_the_chair(app):
    sitting = a_closed_meeting()
    chair, _ = chair_and_officer(sitting)

    version = versions.send_to_the_chair(sitting.meeting, actor=CLERK)

    assert sitting.meeting.minutes_state is MinutesState.WITH_THE_CHAIR
    assert (version.number, version.kind) == (1, MinutesVersionKind.FOR_THE_CHAIR)
    assert version.sha256 == fingerprint(version.contents)
    assert [minute["title"] for minute in version.contents["minutes"]] == [
        "Apologies for absence",
        "Taxi marshals",
        "Case review",
    ]
    assert told(chair.person) == ["minutes_for_the_chair"]


def test_the_minutes_of_a_meeting_that_goes_on_are_not_sent(app):
    with pytest.raises(NotReady, match="Close the meeting first"):
        versions.send_to_the_chair(a_held_meeting().meeting, actor=CLERK)


def test_two_texts_of_a_minute_are_put_together_before_it_is_sent(app):
    sitting = a_closed_meeting()
    minute = sitting.minute("Taxi marshals")
    say(sitting, "Taxi marshals", "One text.")
    services.revisions.save(minute, words={"narrative": "Another."}, based_on=0, actor=CLERK)

    with pytest.raises(NotReady, match="two texts of minute 2"):
        versions.send_to_the_chair(sitting.meeting, actor=CLERK)


def test_the_same_words_are_not_sent_twice_and_changed_ones_are_a_new_version(app):
    sitting, _ = with_the_chair()

    with pytest.raises(NotReady, match="Nothing has changed"):
        versions.send_to_the_chair(sitting.meeting, actor=CLERK)
    say(sitting, "Taxi marshals", "Members asked about the cost.")

    assert versions.send_to_the_chair(sitting.meeting, actor=CLERK).number == 2


def test_the_chair_agrees_the_version_that_was_read(app):
    sitting, version = with_the_chair()
    _, officer = chair_and_officer(sitting)

    versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)

    assert version.agreed_by == CLERK.name
    assert told(officer) == ["minutes_agreed"]


def test_an_agreement_to_words_that_have_changed_since_is_refused_and_changes_nothing(app):
    sitting, version = with_the_chair()
    say(sitting, "Taxi marshals", "Something else.")

    with pytest.raises(ChangedSince, match="changed since you opened this page"):
        versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)

    assert version.agreed_at is None


def test_the_chair_can_agree_words_that_changed_once_they_are_shown(app):
    sitting, _ = with_the_chair()
    say(sitting, "Taxi marshals", "Something else.")

    agreed = versions.agree(sitting.meeting, sha256=shown_hash(sitting.meeting), actor=CLERK)

    assert (agreed.number, agreed.agreed_at is not None) == (2, True)


def test_agreeing_twice_is_refused(app):
    sitting, version = with_the_chair()
    versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)

    with pytest.raises(NotReady, match="agreed already"):
        versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)


def test_a_draft_is_published_only_as_the_chair_agreed_it(app):
    sitting, version = with_the_chair()

    with pytest.raises(NotAgreed, match="has not agreed"):
        versions.publish_as_a_draft(sitting.meeting, actor=CLERK)
    versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
    say(sitting, "Taxi marshals", "Slipped in.")
    with pytest.raises(NotAgreed, match=r"agreed version 1\. The minutes have changed since"):
        versions.publish_as_a_draft(sitting.meeting, actor=CLERK)

    assert sitting.meeting.minutes_state is MinutesState.WITH_THE_CHAIR


def test_minutes_of_which_two_texts_differ_are_not_published(app):
    sitting, version = with_the_chair()
    versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
    minute = sitting.minute("Taxi marshals")
    say(sitting, "Taxi marshals", "One.")
    services.revisions.save(minute, words={"narrative": "Another."}, based_on=1, actor=CLERK)
    versions.agree(sitting.meeting, sha256=shown_hash(sitting.meeting), actor=CLERK)

    with pytest.raises(NotReady, match="two texts of minute 2"):
        versions.publish_as_a_draft(sitting.meeting, actor=CLERK)


def test_a_summary_that_the_chair_never_read_is_not_published(app):
    sitting, version = with_the_chair()
    private = sitting.minute("Case review")
    with at(14):
        services.minutes_versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
        summary = {"public_summary": "Words the chair never saw."}
        services.revisions.save(private, words=summary, based_on=private.version, actor=CLERK)

        with pytest.raises(NotAgreed):
            services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)


def test_a_published_draft_is_a_version_and_members_are_told(app):
    sitting = a_published_draft()

    assert queries.newest(sitting.meeting).kind is MinutesVersionKind.DRAFT_PUBLISHED
    assert told(sitting.people["police"]) == ["draft_minutes_published"]
    assert told(sitting.people["fire"]) == ["draft_minutes_published"]


def test_nothing_is_sent_agreed_or_taken_back_out_of_order(app):
    sitting = a_closed_meeting()

    with pytest.raises(NotReady, match="not with the chair"):
        versions.agree(sitting.meeting, sha256="", actor=CLERK)
    with pytest.raises(TransitionRefused):
        versions.publish_as_a_draft(sitting.meeting, actor=CLERK)
    with pytest.raises(TransitionRefused):
        versions.take_back(sitting.meeting, actor=CLERK)


def test_a_suggestion_waits_and_the_officers_are_told_once_a_day(app):
    sitting, _ = with_the_chair()
    _, officer = chair_and_officer(sitting)

    with at(13):
        suggest(sitting, "The fire service sent apologies.")
        suggest(sitting, "To ask for taxi marshals.", field="purpose", title="Taxi marshals")

    assert told(officer) == ["minutes_changes_suggested"]
    assert sitting.minute("Apologies for absence").narrative.startswith("Apologies for absence were")


def test_an_accepted_suggestion_is_a_save_of_its_minute(app):
    sitting, _ = with_the_chair()
    chair, _ = chair_and_officer(sitting)
    suggestion = suggest(sitting, "The fire service sent apologies.")
    before = sitting.minute("Apologies for absence").version

    suggestions.accept(suggestion, actor=CLERK)

    minute = sitting.minute("Apologies for absence")
    assert (minute.narrative, minute.version) == ("The fire service sent apologies.", before + 1)
    assert suggestion.state is SuggestionState.ACCEPTED
    assert told(chair.person) == ["suggestions_answered"]


def test_an_accepted_suggestion_keeps_what_the_officer_changed_elsewhere_meanwhile(app):
    sitting, _ = with_the_chair()
    say(sitting, "Taxi marshals", "Members asked about cost. The police answered.")
    suggestion = suggest(sitting, "Members asked about the full cost. The police answered.", title="Taxi marshals")
    say(sitting, "Taxi marshals", "Members asked about cost. The police and the council answered.")

    suggestions.accept(suggestion, actor=CLERK)

    assert sitting.minute("Taxi marshals").narrative == (
        "Members asked about the full cost. The police and the council answered."
    )


def test_a_suggestion_on_words_that_both_changed_is_left_to_the_officer(app):
    sitting, _ = with_the_chair()
    suggestion = suggest(sitting, "The fire service sent apologies.")
    say(sitting, "Apologies for absence", "Nobody sent apologies.")

    with pytest.raises(BothChanged, match="have changed since"):
        suggestions.accept(suggestion, actor=CLERK)

    assert suggestion.state is SuggestionState.OPEN


def test_a_suggestion_can_be_about_a_decision(app):
    sitting, _ = with_the_chair()
    suggestion = suggest(sitting, "That marshals work until June.", field="decision 1", title="Taxi marshals")

    suggestions.accept(suggestion, actor=CLERK)

    assert sitting.minute("Taxi marshals").decisions[0].words == "That marshals work until June."


def test_a_suggestion_about_a_decision_that_is_not_there_is_refused(app):
    sitting, _ = with_the_chair()

    with pytest.raises(NoSuchWords):
        suggestions.suggest(
            sitting.meeting,
            minute=sitting.minute("Taxi marshals"),
            field="decision 9",
            after="That it be so.",
            actor=CLERK,
        )


def test_a_refused_suggestion_needs_a_reason_and_is_answered_once(app):
    sitting, _ = with_the_chair()
    suggestion = suggest(sitting, "The fire service sent apologies.")

    with pytest.raises(DomainError, match="why the words stay"):
        suggestions.refuse(suggestion, because=" ", actor=CLERK)
    suggestions.refuse(suggestion, because="The letter says so.", actor=CLERK)
    with pytest.raises(AnsweredBefore, match="refused already"):
        suggestions.accept(suggestion, actor=CLERK)

    assert suggestion.answer == "The letter says so."


def test_a_suggestion_that_says_nothing_is_refused(app):
    sitting, _ = with_the_chair()

    with pytest.raises(NothingSuggested):
        suggestions.suggest(sitting.meeting, actor=CLERK)


def test_what_is_suggested_of_a_private_minute_does_not_exist_for_whoever_may_not_read_it(app):
    sitting, _ = with_the_chair()
    suggestion = suggest(sitting, "The family was named.", title="Case review")

    seen = queries.suggestions(sitting.meeting, viewer=viewer())

    assert suggestion not in seen


def test_approved_minutes_take_no_suggestion(app):
    sitting, _ = with_the_chair()
    suggestion = suggest(sitting, "The fire service sent apologies.")
    sitting.meeting.minutes_state = MinutesState.APPROVED

    with pytest.raises(MinutesFixed):
        suggestions.accept(suggestion, actor=CLERK)
