"""What is decided between meetings waits for one, and what is referred to others awaits their answer."""

from datetime import date, timedelta

import pytest

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.guards import WordsMissing
from shp_gov.models import DecisionKind, Ratification
from shp_gov.queries import between_meetings as queries
from shp_gov.services import between_meetings
from shp_gov.services.between_meetings import Asked, CannotRatify, CannotRefer, Taken
from tests import factories as make
from tests.services.acting import audited

CLERK = Actor("Helen Ashby")
DAY = date(2026, 8, 3)
TAKEN = Taken(DAY, "That the grant be accepted.", "the chair", "Terms of reference, 9.2", "The offer ended.")


def recorded(body=None, **changes):
    interim = between_meetings.record(body or make.a_body(), Taken(**(vars(TAKEN) | changes)), actor=CLERK)
    db.session.flush()
    return interim


def a_decision(body, on=date(2026, 9, 10), **details):
    return make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body, on=on), **details))


def test_a_decision_between_meetings_waits_for_the_next(app):
    body = make.a_body()
    interim = recorded(body)

    assert interim.state is Ratification.WAITS
    assert queries.waiting(body) == [interim]
    assert audited(interim) == ["interim_decision.recorded"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"words": " "}, "Give what was decided"),
        ({"taken_by": ""}, "Give who decided"),
        ({"authority": ""}, "Give by what right"),
        ({"reasons": ""}, "Give the reasons"),
    ],
)
def test_it_says_what_who_by_what_right_and_why(app, changes, says):
    with pytest.raises(WordsMissing, match=says):
        recorded(**changes)


def test_it_was_taken_by_today_and_a_private_one_has_its_public_title(app):
    with pytest.raises(CannotRatify, match="still to come"):
        recorded(taken_on=clock.today() + timedelta(days=1))
    with pytest.raises(CannotRatify, match="a title that the public may read"):
        recorded(is_exempt=True, exempt_paragraph="3")


@pytest.mark.parametrize(("is_ratified", "state"), [(True, Ratification.RATIFIED), (False, Ratification.NOT_RATIFIED)])
def test_a_meeting_answers_it_by_one_of_its_decisions(app, is_ratified, state):
    body = make.a_body()
    interim, decision = recorded(body), a_decision(body)

    between_meetings.ratify(interim, decision=decision, is_ratified=is_ratified, actor=CLERK)

    assert (interim.state, interim.decision) == (state, decision)
    assert queries.waiting(body) == []


def test_it_is_answered_once_by_its_own_body_and_not_before_it_was_taken(app):
    body = make.a_body()
    interim, decision = recorded(body), a_decision(body)

    with pytest.raises(CannotRatify, match="of the body for which it was taken"):
        between_meetings.ratify(interim, decision=a_decision(make.a_body()), is_ratified=True, actor=CLERK)
    early = a_decision(body, on=date(2026, 7, 1))
    with pytest.raises(CannotRatify, match="before this was taken"):
        between_meetings.ratify(interim, decision=early, is_ratified=True, actor=CLERK)
    between_meetings.ratify(interim, decision=decision, is_ratified=True, actor=CLERK)
    db.session.flush()
    with pytest.raises(CannotRatify, match="it is ratified"):
        between_meetings.ratify(interim, decision=decision, is_ratified=False, actor=CLERK)
    with pytest.raises(CannotRatify, match="it is ratified"):
        between_meetings.change(interim, TAKEN, actor=CLERK)


def test_it_can_be_put_right_while_it_waits(app):
    interim = recorded()

    between_meetings.change(interim, Taken(**(vars(TAKEN) | {"taken_by": "the vice-chair"})), actor=CLERK)

    assert interim.taken_by == "the vice-chair"


def test_whoever_may_not_read_a_private_one_sees_its_public_title_only(app):
    body = make.a_body()
    officer, stranger = make.an_officer(body=body), make.a_user()
    recorded(body, words="That Harbour Homes be paid.", is_exempt=True, exempt_paragraph="3", public_title="A contract")

    [seen], _ = queries.of_body(body, viewer=make.viewer(officer))
    [hidden], _ = queries.of_body(body, viewer=make.viewer(stranger))

    assert (seen.words, seen.is_private) == ("That Harbour Homes be paid.", False)
    assert (hidden.words, hidden.is_private, hidden.reasons, hidden.taken_by) == ("A contract", True, "", "")


def asked(to, **changes) -> Asked:
    return Asked(**({"to": to, "asked": "Look at taxi marshals", "sent_on": date(2026, 9, 11)} | changes))


def test_an_answer_is_awaited_and_comes(app):
    body, other = make.a_body(), make.a_body("Harbour Board")
    officer = make.an_officer(body=body)
    referral = between_meetings.refer(a_decision(body), asked(other, due_on=date(2026, 10, 1)), actor=CLERK)
    db.session.flush()
    assert queries.awaited(make.viewer(officer)) == [referral]

    between_meetings.answer(referral, answered_on=date(2026, 9, 30), words="Agreed, from May.", actor=CLERK)

    assert (referral.answer, referral.answered_on) == ("Agreed, from May.", date(2026, 9, 30))
    assert queries.awaited(make.viewer(officer)) == []
    assert audited(referral) == ["referral.sent", "referral.answered"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"sent_on": date(2026, 9, 9)}, "cannot have been sent before"),
        ({"due_on": date(2026, 9, 10)}, "cannot be due before"),
    ],
)
def test_it_is_sent_after_it_was_decided_and_due_after_it_was_sent(app, changes, says):
    with pytest.raises(CannotRefer, match=says):
        between_meetings.refer(a_decision(make.a_body()), asked(make.a_body(), **changes), actor=CLERK)


def test_a_body_refers_nothing_to_itself(app):
    body = make.a_body()

    with pytest.raises(CannotRefer, match="to itself"):
        between_meetings.refer(a_decision(body), asked(body), actor=CLERK)


def test_it_is_answered_once_and_on_a_day_that_can_be(app):
    referral = between_meetings.refer(a_decision(make.a_body()), asked(make.an_organisation()), actor=CLERK)
    db.session.flush()
    answer = {"words": "Agreed.", "actor": CLERK}

    with pytest.raises(CannotRefer, match="cannot have been answered before"):
        between_meetings.answer(referral, answered_on=date(2026, 9, 10), **answer)
    with pytest.raises(CannotRefer, match="still to come"):
        between_meetings.answer(referral, answered_on=clock.today() + timedelta(days=1), **answer)
    between_meetings.answer(referral, answered_on=date(2026, 9, 12), **answer)
    db.session.flush()
    with pytest.raises(CannotRefer, match="was answered on Saturday 12 September 2026 already"):
        between_meetings.answer(referral, answered_on=date(2026, 9, 13), **answer)


def test_a_referral_of_something_exempt_exists_for_those_entitled(app):
    body, other = make.a_body(), make.a_body("Harbour Board")
    decision = a_decision(body, is_exempt=True, exempt_paragraph="3")
    make.a_referral(decision=decision, to=other)

    for user, count in ((make.an_officer(body=body), 1), (make.an_officer(body=other), 0), (None, 0)):
        for place in (body, other):
            assert queries.referrals(place, viewer=make.viewer(user))[1] == count


def test_a_referral_is_on_the_pages_of_both_bodies_when_the_minutes_are_out(app):
    body, other = make.a_body(), make.a_body("Harbour Board")
    make.a_referral(decision=a_decision(body), to=other)

    assert [queries.referrals(place, viewer=make.viewer())[1] for place in (body, other)] == [1, 1]


def test_referral_decisions_without_a_referral_are_listed(app):
    body = make.a_body()
    officer = make.an_officer(body=body)
    meeting = make.a_meeting(body=body, on=date(2026, 9, 10))
    sent, unsent = (
        make.a_decision(minute=make.a_minute(meeting=meeting), kind=DecisionKind.REFERRAL) for _ in range(2)
    )
    make.a_referral(decision=sent, to=make.a_body())

    assert queries.unsent(body, viewer=make.viewer(officer)) == [unsent]
