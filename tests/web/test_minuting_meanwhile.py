"""Two officers who minute one item: what one decided stands until the other was told of it."""

from datetime import time

import pytest

from shp_gov import queries, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Agreement, Attendance, Capacity, Ruling
from tests import factories as make
from tests.sittings import CLERK, RECOMMENDED, a_sitting, at, recommended
from tests.web.minuting_pages import filled, item, minuting, send, text

COLLEAGUE = Actor("A colleague")
EASTER = "That taxi marshals work until Easter only."


@pytest.fixture
def sitting(app):
    return a_sitting().open()


@pytest.fixture
def officer(sitting, sign_in):
    return sign_in(make.an_officer(body=sitting.body))


def rule(sitting, number, ruling, **details):
    found, minute = recommended(sitting)[number - 1], sitting.minute("Taxi marshals")
    services.rulings.rule(found, minute=minute, ruling=ruling, actor=COLLEAGUE, **details)
    db.session.commit()


def decided(sitting):
    return [(each.words, each.agreement) for each in sitting.minute("Taxi marshals").decisions]


@pytest.fixture
def agreed(sitting):
    rule(sitting, 1, Ruling.AGREED)
    return f"_{recommended(sitting)[0].id}"


@pytest.fixture
def opened(sitting, officer, agreed):
    """Let an officer open the item, and give what the page would send."""
    return filled(officer.get(item(sitting, "Taxi marshals"))) | {"stay": "y"}


def test_saving_an_item_leaves_what_a_colleague_amended_since_it_was_opened(sitting, officer, opened):
    rule(sitting, 1, Ruling.AMENDED, words=EASTER, agreement=Agreement.VOTE)

    answer = officer.post(item(sitting, "Taxi marshals"), data=opened | {"narrative": "Talked over."})

    assert answer.status_code == 302
    assert decided(sitting) == [(EASTER, Agreement.VOTE)]
    assert sitting.minute("Taxi marshals").narrative == "Talked over."


def test_of_two_who_rule_on_one_recommendation_the_second_is_told_and_may_still_have_their_way(
    sitting, officer, opened, agreed
):
    rule(sitting, 1, Ruling.AMENDED, words=EASTER)
    mine = opened | {f"ruling{agreed}": "amended", f"words{agreed}": "That they work until June."}

    answer = officer.post(item(sitting, "Taxi marshals"), data=mine)

    assert answer.status_code == 200
    assert f"amended it: “{EASTER}”" in text(answer)
    assert "That they work until June." in answer.text
    assert [words for words, _ in decided(sitting)] == [EASTER]

    again = filled(answer)
    assert officer.post(item(sitting, "Taxi marshals"), data=again).status_code == 302
    assert [words for words, _ in decided(sitting)] == ["That they work until June."]


def test_what_a_colleague_decided_is_shown_where_the_page_comes_back_for_another_reason(sitting, officer, opened):
    second = recommended(sitting)[1].id
    rule(sitting, 1, Ruling.AMENDED, words=EASTER)

    answer = officer.post(item(sitting, "Taxi marshals"), data=opened | {"outcome": "deferred", "reason": ""})
    again = filled(answer)
    officer.post(item(sitting, "Taxi marshals"), data=again | {"outcome": "", f"ruling_{second}": "refused"})

    assert answer.status_code == 200
    assert [words for words, _ in decided(sitting)] == [EASTER]


def test_how_one_decision_was_agreed_stays_when_another_is_made(sitting, officer):
    second = recommended(sitting)[1]
    rule(sitting, 1, Ruling.AGREED, agreement=Agreement.VOTE)
    services.rulings.decide(
        sitting.minute("Taxi marshals"), words="That it is reviewed.", agreement=Agreement.CONSENSUS, actor=CLERK
    )
    db.session.commit()

    send(officer, item(sitting, "Taxi marshals"), **{f"ruling_{second.id}": "refused", "stay": "y"})

    assert decided(sitting)[0] == (RECOMMENDED[0], Agreement.VOTE)


def test_what_came_of_an_item_is_not_undone_by_an_older_page(sitting, officer):
    address = item(sitting, "Apologies for absence")
    older = filled(officer.get(address)) | {"stay": "y"}
    send(officer, address, outcome="deferred", reason="The list is not here.", stay="y")

    answer = officer.post(address, data=older | {"form_token": "other"})

    assert answer.status_code == 302
    row = sitting.minute("Apologies for absence").agenda_item
    assert (row.outcome.value, row.outcome_words) == ("deferred", "The list is not here.")


def test_of_two_who_say_what_came_of_an_item_the_second_is_told(sitting, officer):
    address = item(sitting, "Apologies for absence")
    older = filled(officer.get(address)) | {"stay": "y", "form_token": "other", "outcome": "discussed"}
    send(officer, address, outcome="deferred", reason="The list is not here.", stay="y")

    answer = officer.post(address, data=older)

    assert "Somebody else said: Deferred to another meeting. The list is not here." in text(answer)
    assert sitting.minute("Apologies for absence").agenda_item.outcome.value == "deferred"
    assert officer.post(address, data=filled(answer)).status_code == 302
    assert sitting.minute("Apologies for absence").agenda_item.outcome.value == "discussed"


def test_a_colleagues_action_is_not_doubled_and_the_other_is_told(sitting, officer, opened, agreed):
    seat = f"seat {sitting.seats['police'].id}"
    send(officer, item(sitting, "Taxi marshals"), **{f"owner{agreed}": seat, f"due{agreed}": "next meeting"})

    mine = opened | {"form_token": "other", f"owner{agreed}": seat, f"due{agreed}": "12 November"}
    answer = officer.post(item(sitting, "Taxi marshals"), data=mine, follow_redirects=True)

    assert "has action 1 already" in text(answer)


def test_an_older_page_of_the_attendance_keeps_who_arrived_since_it_was_opened(sitting, officer):
    sitting.tick("director", "fire")
    db.session.commit()
    older = filled(officer.get(minuting(sitting, "/attendance")))
    police = sitting.people["police"]
    who = next(each for each in queries.attending.expected(sitting.meeting) if each.person_id == police.id)
    with at(10, 20):
        services.comings.arrive(sitting.meeting, who, at=time(10, 20), actor=COLLEAGUE)
    make._kept(Attendance(meeting=sitting.meeting, capacity=Capacity.ALSO_PRESENT, position=9, name_printed="Ed Guest"))
    db.session.commit()
    fire = f"here_{sitting.people['fire'].id}"

    answer = officer.post(
        minuting(sitting, "/attendance"), data={name: said for name, said in older.items() if name != fire}
    )

    assert answer.status_code == 302
    lines = {line.name_printed: line for line in queries.proceedings.lines(sitting.meeting)}
    assert lines[police.name].arrived_at == time(10, 20)
    assert sitting.capacity("fire") is Capacity.ABSENT
    assert "Ed Guest" in lines


@pytest.fixture
def own(sitting):
    row = services.rulings.decide(sitting.minute("Taxi marshals"), words="That it is reviewed.", actor=CLERK)
    db.session.commit()
    return row


@pytest.mark.parametrize("press", [{}, {"withdraw": "y"}])
def test_a_decision_changed_by_a_colleague_is_neither_overwritten_nor_taken_back(sitting, officer, own, press):
    address = minuting(sitting, f"/items/{own.minute_id}/decisions/{own.id}")
    mine = filled(officer.get(address)) | {"words": "That it is reviewed in June."} | press
    services.rulings.reword(own, words="That it is reviewed in May.", agreement="", reasons="", actor=COLLEAGUE)
    db.session.commit()

    answer = officer.post(address, data=mine)

    assert answer.status_code == 200
    assert "It now says “That it is reviewed in May.”" in text(answer)
    assert "That it is reviewed in June." in answer.text
    assert [words for words, _ in decided(sitting)] == ["That it is reviewed in May."]

    again = filled(answer)
    assert officer.post(address, data=again).status_code == 302
    assert [words for words, _ in decided(sitting)] == ["That it is reviewed in June."]
