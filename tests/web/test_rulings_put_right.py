"""Votes and dissent put right from the minutes editor, while the minutes of a meeting are still being written."""

import pytest
from bs4 import BeautifulSoup

from shp_gov import services
from shp_gov.database import db
from shp_gov.models import Dissent, Vote
from tests import factories as make
from tests.sittings import CLERK, at
from tests.votes import BY_NAME, DISSENT, FALLEN, FELL, a_divided_meeting, close, put_out
from tests.web.minuting_pages import filled, item, send, text


@pytest.fixture
def sitting(app):
    divided = a_divided_meeting()
    close(divided)
    db.session.commit()
    return divided


@pytest.fixture
def officer(sitting, sign_in):
    return sign_in(make.an_officer(body=sitting.body))


def editor(sitting):
    return f"/meetings/{sitting.meeting.id}/minutes/edit"


def ways(client, sitting, words):
    """List where the links of the editor that begin with these words lead."""
    page = BeautifulSoup(client.get(editor(sitting)).text, "html5lib")
    return [link["href"] for link in page.main.find_all("a") if link.get_text().startswith(words)]


def votes():
    return sorted((row.votes_for, row.votes_against, row.is_carried) for row in db.session.query(Vote))


def test_the_names_of_a_vote_are_put_right_from_the_editor(sitting, officer):
    by_name, _ = sorted(ways(officer, sitting, "Change the vote"), key=lambda way: "names" not in way)
    fire, police = (f"cast_{sitting.people[name].id}" for name in ("fire", "police"))
    shown = filled(officer.get(by_name))
    assert (shown[fire], shown[police]) == ("against", "for")

    answer = send(officer, by_name, **{fire: "abstained", police: ""})

    assert answer.location.startswith(editor(sitting))
    said = text(officer.get(answer.location))
    assert "Carried: 1 for, 0 against, 1 abstained." in said
    assert "For: Holder 0 Director. Against: none. Abstained: Holder 2 Fire." in said


def test_the_counts_of_a_motion_that_fell_are_put_right_from_the_editor(sitting, officer):
    _, counted = sorted(ways(officer, sitting, "Change the vote"), key=lambda way: "names" not in way)
    assert (filled(officer.get(counted))["votes_for"], filled(officer.get(counted))["against"]) == ("1", "2")

    answer = send(officer, counted, votes_for="0", against="3")

    assert FELL.replace("For: 1. Against: 2.", "For: 0. Against: 3.") in text(officer.get(answer.location))


def vote_page(sitting):
    return f"/meetings/{sitting.meeting.id}/minuting/items/{sitting.minute('Taxi marshals').id}/vote"


def test_the_counts_of_a_vote_that_fell_are_put_right_though_the_same_was_agreed_later(app, sign_in):
    divided = a_divided_meeting()
    minute = divided.minute("Taxi marshals")
    with at(10, 40):
        services.rulings.decide(minute, words=FALLEN, actor=CLERK)
    db.session.commit()
    officer = sign_in(make.an_officer(body=divided.body))
    fallen = db.session.query(Vote).filter_by(motion=FALLEN, is_carried=False).one()

    send(officer, f"{vote_page(divided)}?vote={fallen.id}", votes_for="0", against="3")

    assert FALLEN in [each.words for each in divided.minute("Taxi marshals").decisions]
    assert (0, 3, False) in votes()


def test_other_words_that_are_those_of_something_offered_are_about_that(sitting, officer):
    decided = sitting.minute("Taxi marshals").decisions[0].words

    send(officer, vote_page(sitting), motion="other", words=decided.lower(), votes_for="2", against="1")

    assert votes() == [(1, 2, False), (2, 1, True)]
    assert db.session.query(Vote).filter_by(is_carried=True).one().motion == decided


def test_a_vote_is_taken_back_from_the_editor(sitting, officer):
    for way in ways(officer, sitting, "Change the vote"):
        answer = send(officer, way, withdraw="y")
        assert "The vote is taken back." in text(officer.get(answer.location))

    assert votes() == []
    assert len(ways(officer, sitting, "Enter the vote")) == 1, "it can be entered anew"


def test_a_vote_is_not_replaced_but_by_the_link_that_changes_it(sitting, officer):
    decision, before = sitting.minute("Taxi marshals").decisions[0], votes()

    answer = send(officer, vote_page(sitting), motion=f"decision {decision.id}", votes_for="3")

    assert answer.status_code == 200
    assert votes() == before


def test_a_vote_that_is_not_there_leads_back_and_says_so(sitting, officer):
    answer = officer.get(f"{vote_page(sitting)}?vote=99999")

    assert "This vote is not there any more" in text(officer.get(answer.location))


def test_a_vote_by_which_the_decision_falls_is_refused_and_says_what_to_do(sitting, officer):
    before, way = votes(), ways(officer, sitting, "Change the vote")
    for address in way:
        counted = address.replace("/names", "")
        answer = send(officer, counted, votes_for="2", against="1", motion="other", words="That nothing be done.")
        assert "once a meeting is closed no decision is added to it" in text(answer)
        if counted != address:
            answer = send(officer, counted, votes_for="1", against="2")
            assert "change the words of the decision first" in text(answer)

    assert votes() == before


def test_of_two_who_change_a_vote_the_second_reads_what_the_first_did(sitting, officer):
    way = ways(officer, sitting, "Change the vote")[0]
    shown = filled(officer.get(way))
    send(officer, way)

    answer = officer.post(way, data={name: said for name, said in shown.items() if name != "form_token"})

    assert "Somebody else changed this vote after you opened the page." in text(answer)


def test_dissent_is_taken_back_and_recorded_from_the_editor(sitting, officer):
    (back,), (new,) = ways(officer, sitting, "Take it back"), ways(officer, sitting, "Record a dissent")

    answer = send(officer, back, withdraw="y")
    assert answer.location.startswith(editor(sitting))
    assert "It is no longer recorded that Holder 2 Fire did not agree." in text(officer.get(answer.location))
    answer = send(officer, new, who=str(sitting.people["police"].id), words="It is dear")
    assert "Holder 1 Police voted for this by name." in text(answer)
    send(officer, new, who=str(sitting.people["fire"].id), words="It is dear")

    said = text(officer.get(editor(sitting)))
    assert DISSENT not in said
    assert "Holder 2 Fire asked that their vote against the decision be recorded. Their reason: It is dear." in said


def test_the_reason_of_a_dissent_is_changed(sitting, officer):
    (back,) = ways(officer, sitting, "Take it back")

    send(officer, back, words="It is much too dear")

    assert [row.words for row in db.session.query(Dissent)] == ["It is much too dear"]


def test_a_decision_by_a_vote_that_has_none_leads_to_the_vote(sitting, officer):
    for row in db.session.query(Vote).filter(Vote.is_carried):
        for cast in list(row.names):
            db.session.delete(cast)
        db.session.delete(row)
    db.session.commit()

    assert "was by a vote, and no vote is entered" in text(officer.get(editor(sitting)))
    way, *_ = ways(officer, sitting, "Enter the vote")
    send(officer, way, votes_for="3")

    assert "For: 3. Against: 0." in text(officer.get(editor(sitting)))


@pytest.mark.parametrize("page", ["/vote", "/vote/names"])
def test_once_the_draft_is_out_the_pages_lead_away_and_record_nothing(app, sign_in, page):
    sitting = a_divided_meeting()
    put_out(sitting)
    officer, before = sign_in(make.an_officer(body=sitting.body)), votes()

    answer = officer.post(
        item(sitting, "Taxi marshals") + page, data={"motion": "other", "words": "That.", "against": "1"}
    )

    assert (answer.status_code, votes()) == (302, before)
    assert "Nothing was recorded" in text(officer.get(answer.location))
    assert ways(officer, sitting, "Change the vote") == []
    assert BY_NAME in text(officer.get(f"/meetings/{sitting.meeting.id}"))


def test_the_chair_may_not_put_them_right_and_sees_no_way_to(sitting, sign_in):
    chair = sign_in(make.a_chair(body=sitting.body))

    assert "Change the vote" not in text(chair.get(f"/meetings/{sitting.meeting.id}/minutes/review"))
    assert chair.post(item(sitting, "Taxi marshals") + "/vote", data={}).status_code == 403
