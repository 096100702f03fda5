"""Replying to a meeting on a page: in five clicks, for oneself or by telephone, and who has not replied."""

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.models import Answer, Interest, MeetingMode, Message, Reply, RoleHeld, Substitution
from shp_gov.queries import minuting
from tests import factories as make
from tests.services.test_replies import BEFORE, a_deputy
from tests.sittings import a_sitting, at
from tests.web.sending import complaint, form_of


@pytest.fixture(autouse=True)
def _before_the_meeting():
    with at(9, day=BEFORE):
        yield


@pytest.fixture
def sitting(app):
    return a_sitting()


@pytest.fixture
def police(sitting):
    return make.a_user("Holder 1 Police", person=sitting.people["police"])


def address(sitting) -> str:
    return f"/meetings/{sitting.meeting.id}/reply"


def page(answer) -> BeautifulSoup:
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.text, "html5lib").main


def labels(main) -> list[str]:
    return [" ".join(label.text.split()) for label in main.find_all("label", class_="govuk-radios__label")]


def send(client, path: str, **typed):
    """Answer the questions, check the answers, and send them."""
    checked = page(client.post(path, data=typed))
    form = checked.find("form", method="post")
    hidden = {field["name"]: field["value"] for field in form.find_all("input", type="hidden")}
    return client.post(path, data=hidden | {"sure": "y"}), checked


def replies() -> list[tuple[int, Answer]]:
    return [tuple(row) for row in db.session.execute(sa.select(Reply.person_id, Reply.answer))]


def test_a_member_replies_after_checking_the_answers(sign_in, sitting, police):
    client = sign_in(police)
    assert labels(page(client.get(address(sitting)))) == [
        "I will be there",
        "I send apologies, and nobody comes in my place",
    ]

    answer, checked = send(client, address(sitting), coming="attending", interests="none")

    assert "Check your reply" in checked.h1.text
    assert answer.location == f"/meetings/{sitting.meeting.id}"
    assert replies() == [(police.person_id, Answer.ATTENDING)]


def test_nothing_is_kept_before_the_answers_are_checked(sign_in, sitting, police):
    sign_in(police).post(address(sitting), data={"coming": "attending", "interests": "none"})

    assert replies() == []


def test_answers_can_be_changed_while_they_are_checked(sign_in, sitting, police):
    data = {"coming": "apologies", "interests": "none", "change": "y"}

    shown = page(sign_in(police).post(address(sitting), data=data))

    assert [field["value"] for field in shown.find_all("input", checked=True)] == ["apologies", "none"]
    assert shown.find(class_="govuk-error-summary") is None


def test_apologies_with_a_substitute_named_in_advance_take_one_choice(sign_in, sitting, police):
    deputy = a_deputy(sitting)

    send(sign_in(police), address(sitting), coming=f"substitute-{deputy.id}", interests="none")

    [named] = db.session.scalars(sa.select(Substitution).where(Substitution.meeting_id == sitting.meeting.id)).all()
    assert named.person is deputy
    assert db.session.scalars(sa.select(Reply.substitute_id)).one() == deputy.id


def test_somebody_else_is_chosen_from_the_register(sign_in, sitting, police):
    force = make.an_organisation("Northshire Police")
    sitting.seats["police"].organisation = force
    colleague = make.a_person("Una Reed", post="Inspector", organisation=force)
    client = sign_in(police)
    assert "Choose who comes" in complaint(client.post(address(sitting), data={"coming": "somebody-else"}))

    send(client, address(sitting), coming="somebody-else", other=str(colleague.id), interests="none")

    assert db.session.scalars(sa.select(Reply.substitute_id)).one() == colleague.id


def test_a_substitute_opens_the_page_of_the_meeting_and_says_that_they_come(sign_in, sitting, police):
    deputy = a_deputy(sitting)
    send(sign_in(police), address(sitting), coming=f"substitute-{deputy.id}", interests="none")
    client = sign_in(make.a_user("Ines Kaya", person=deputy))

    shown = page(client.get(address(sitting)))
    assert "You stand in for Chief Superintendent." in " ".join(shown.text.split())
    assert "Case review" in client.get(f"/meetings/{sitting.meeting.id}").text
    send(client, address(sitting), coming="attending", interests="none")

    assert (deputy.id, Answer.ATTENDING) in replies()


def test_an_interest_is_declared_by_item_and_closes_its_private_paper(sign_in, sitting, police):
    private = minuting.items_of(sitting.meeting)[2]
    client = sign_in(police)
    wrong = client.post(address(sitting), data={"coming": "attending"})
    assert "Choose the items" in complaint(wrong)
    both = client.post(address(sitting), data={"coming": "attending", "interests": ["none", str(private.id)]})
    assert "not both" in complaint(both)
    assert "Enter what the interest is" in complaint(both)

    typed = {"coming": "attending", "interests": str(private.id), "interest": "My brother owns it."}
    _, checked = send(client, address(sitting), **typed)

    assert "My brother owns it. In: 3. Case review" in " ".join(checked.text.split())
    assert db.session.scalars(sa.select(Interest.is_ahead)).all() == [True]
    assert "Case review" not in client.get(f"/meetings/{sitting.meeting.id}").text
    shown = page(client.get(address(sitting)))
    assert "A private matter" in shown.text
    assert "Case review" not in shown.text


def test_remote_is_offered_only_where_the_meeting_has_it(sign_in, sitting, police):
    client = sign_in(police)
    sitting.meeting.mode = MeetingMode.HYBRID
    assert "I will join remotely" in labels(page(client.get(address(sitting))))
    sitting.meeting.mode = MeetingMode.REMOTE

    assert "I will be there" not in labels(page(client.get(address(sitting))))


def test_before_the_agenda_is_out_nothing_is_asked_of_interests(sign_in, sitting, police):
    sitting.meeting.state, sitting.meeting.agenda_published_on = "scheduled", None

    shown = page(sign_in(police).get(address(sitting)))

    assert "The agenda is not published yet" in shown.text
    assert "Taxi marshals" not in shown.text


def test_a_reply_is_closed_once_the_meeting_has_begun(sign_in, sitting, police):
    client = sign_in(police)
    sitting.open(here=())

    shown = page(client.post(address(sitting), data={"coming": "attending", "interests": "none", "sure": "y"}))

    assert "The meeting has begun" in shown.text
    assert replies() == []


def test_a_second_click_sends_one_reply(sign_in, sitting, police):
    client = sign_in(police)
    _, hidden = form_of(client, address(sitting))
    data = hidden | {"coming": "attending", "interests": "none", "sure": "y"}

    first, second = (client.post(address(sitting), data=data) for _ in range(2))

    assert first.location == second.location
    assert len(replies()) == 1


def test_an_officer_replies_for_anybody_and_sees_who_has_not(sign_in, sitting):
    client = sign_in(make.an_officer(body=sitting.body))
    person = sitting.people["fire"]

    answer, _ = send(
        client, f"/meetings/{sitting.meeting.id}/replies/{person.id}", coming="apologies", interests="none"
    )

    assert answer.location == f"/meetings/{sitting.meeting.id}/replies"
    assert replies() == [(person.id, Answer.APOLOGIES)]
    shown = " ".join(page(client.get(answer.location)).text.split())
    assert "1 of 3 seats have replied." in shown
    assert "ask 2 people who have not replied" in shown


def test_nobody_is_replied_for_who_has_no_seat(sign_in, sitting):
    stranger = make.a_person()

    answer = sign_in(make.an_officer(body=sitting.body)).get(f"/meetings/{sitting.meeting.id}/replies/{stranger.id}")

    assert answer.status_code == 404


def test_an_officer_asks_everybody_who_is_silent_in_two_clicks(sign_in, sitting):
    client = sign_in(make.an_officer(body=sitting.body))
    path = f"/meetings/{sitting.meeting.id}/replies/remind"
    assert "has no e-mail address here" in page(client.get(path)).text

    answer = client.post(path)

    assert answer.location == f"/meetings/{sitting.meeting.id}/replies"
    assert len(db.session.scalars(sa.select(Message).where(Message.event == "reply_wanted")).all()) == 3


def test_the_chair_sees_who_comes_and_changes_nothing_there(sign_in, sitting):
    chair = make.a_user("Holder 0 Director", person=sitting.people["director"])
    make._kept(RoleHeld(user=chair, body=sitting.body, role=Role.CHAIR, from_on=make.LONG_AGO))
    client = sign_in(chair)

    shown = page(client.get(f"/meetings/{sitting.meeting.id}/replies"))

    assert "0 of 3 seats have replied." in shown.text
    assert "Remind" not in shown.text
    assert client.get(f"/meetings/{sitting.meeting.id}/replies/remind").status_code == 403


def test_a_chair_without_a_seat_is_told_that_nobody_expects_a_reply(sign_in, sitting):
    shown = page(sign_in(make.a_chair(body=sitting.body)).get(address(sitting)))

    assert "Nobody expects a reply from you" in shown.text
