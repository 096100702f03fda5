"""What minutes tell of how a meeting ruled: votes, dissent, and what was not agreed."""

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.voting import Counts
from shp_gov.models import Report, Ruling
from shp_gov.queries import minutes_versions, papers, rulings
from shp_gov.services.voting import Motion
from tests import factories as make
from tests.sittings import CLERK, RECOMMENDED, a_sitting, recommended
from tests.votes import BY_NAME, DISSENT, FELL, REFUSED, a_divided_meeting, an_adviser, dissent, put_out


@pytest.fixture
def sitting(app):
    return a_sitting().open()


@pytest.fixture
def taxis(sitting):
    return sitting.minute("Taxi marshals")


def told_of(sitting):
    """Tell what the rows say now of taxi marshals: of the decision, if there is one, and of what was not agreed."""
    db.session.flush()
    db.session.expire_all()
    minute = sitting.minute("Taxi marshals")
    return [rulings.of_decision(each) for each in minute.decisions], rulings.not_agreed(minute)


def test_a_vote_by_name_tells_the_names_dissent_how_it_was_cast_and_what_fell_its_counts(app):
    assert told_of(a_divided_meeting()) == ([(BY_NAME, DISSENT)], (REFUSED, FELL))


def test_somebody_did_not_agree_where_nobody_voted(sitting, taxis):
    decision = services.rulings.decide(taxis, words="That it go on.", actor=CLERK)
    dissent(sitting, decision, "fire")

    ((said,),) = told_of(sitting)[0]
    assert said == "Holder 2 Fire asked that it be recorded that they did not agree with the decision."


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(2, 1), "Holder 2 Fire asked that their vote against the decision be recorded."),
        (Counts(2, 0, 1), "Holder 2 Fire asked that it be recorded that they did not agree with the decision."),
    ],
)
def test_dissent_in_a_counted_vote_is_a_vote_against_where_so_many_were(sitting, taxis, counts, said):
    services.voting.by_counts(taxis, Motion(words="That it go on."), counts, actor=CLERK)
    db.session.refresh(taxis, ["decisions"])
    dissent(sitting, taxis.decisions[0], "fire")

    assert told_of(sitting)[0][0][1] == said


def test_an_adviser_who_did_not_agree_did_not_vote_against_it(app):
    sitting = a_sitting()
    sitting.people["adviser"] = an_adviser(sitting)
    taxis = sitting.open().minute("Taxi marshals")
    services.voting.by_counts(taxis, Motion(words="That it go on."), Counts(2, 1), actor=CLERK)
    db.session.refresh(taxis, ["decisions"])
    for name in ("adviser", "fire"):
        dissent(sitting, taxis.decisions[0], name)

    assert told_of(sitting)[0][0][1:] == (
        "Ada Adviser asked that it be recorded that they did not agree with the decision.",
        "Holder 2 Fire asked that their vote against the decision be recorded.",
    )


def test_a_recommendation_that_fell_in_a_vote_tells_how_once(sitting, taxis):
    services.rulings.rule(recommended(sitting)[0], minute=taxis, ruling=Ruling.AGREED, actor=CLERK)
    db.session.refresh(taxis, ["decisions"])

    services.voting.by_counts(taxis, Motion(decision=taxis.decisions[0]), Counts(1, 2), actor=CLERK)

    put = RECOMMENDED[0][5:-1]
    assert told_of(sitting) == ([], (f"The recommendation that {put} was not agreed. For: 1. Against: 2.",))


def test_a_recommendation_agreed_after_all_did_not_fall(sitting, taxis):
    services.voting.by_counts(taxis, Motion(recommendation=recommended(sitting)[0]), Counts(1, 2), actor=CLERK)

    services.rulings.rule(recommended(sitting)[0], minute=taxis, ruling=Ruling.AGREED, actor=CLERK)

    assert told_of(sitting) == ([()], ())


def test_a_vote_does_not_stand_under_words_that_nobody_voted_on(sitting, taxis):
    services.voting.by_counts(taxis, Motion(words="That it go on."), Counts(2, 1), actor=CLERK)
    db.session.refresh(taxis, ["decisions"])

    services.rulings.change(taxis.decisions[0], words="That it go on for a year.", actor=CLERK)

    ((said,),) = told_of(sitting)[0]
    assert said == "The vote was on other words. For: 2. Against: 1."


def test_a_vote_goes_along_with_words_that_are_put_right_in_the_minutes(sitting, taxis):
    services.voting.by_counts(taxis, Motion(words="That it goe on."), Counts(2, 1), actor=CLERK)
    db.session.refresh(taxis, ["decisions"])

    place = services.rewording.Place(taxis, "decision 1")
    services.rewording.apply(place, before="That it goe on.", after="That it go on.", actor=CLERK)

    assert told_of(sitting)[0] == [("For: 2. Against: 1.",)]


def test_what_was_amended_is_told_in_the_words_agreed(sitting, taxis):
    words = "That taxi marshals work at the rank until Easter."
    services.rulings.rule(recommended(sitting)[0], minute=taxis, ruling=Ruling.AMENDED, words=words, actor=CLERK)
    put_out(sitting)

    entry = papers.minutes(sitting.meeting, viewer=make.viewer()).entries[1]

    assert [each.words for each in entry.decisions] == [words]


def test_what_a_private_report_recommended_to_an_open_item_is_not_told_when_it_fell(sitting, taxis):
    db.session.query(Report).one().is_exempt = True

    services.voting.by_counts(taxis, Motion(recommendation=recommended(sitting)[0]), Counts(1, 2), actor=CLERK)

    assert told_of(sitting) == ([], ())


def test_of_minutes_that_refuse_nothing_versions_say_what_they_always_said(app):
    sitting = a_sitting().open()

    assert all("refused" not in minute for minute in minutes_versions.contents(sitting.meeting)["minutes"])
