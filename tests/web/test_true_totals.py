"""A list that shows a page says how many there are in all, and leads to the rest."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests import factories as make


@pytest.fixture
def body(app):
    return make.a_body(slug="here")


def words(response) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.text, "html5lib").main.get_text(" ").split())


def test_a_seat_counts_all_its_open_actions_and_pages_them(client, body):
    seat = make.a_seat(body=body)
    decision = make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body)))
    for number in range(27):
        make.an_action(decision=decision, owner=seat, what=f"Errand {number:02}", due_on=date(2027, 1, number + 1))

    first, second = (client.get(f"/seats/{seat.id}?page={page}") for page in (1, 2))

    assert "27 open actions." in words(first)
    assert (first.text.count("Errand "), second.text.count("Errand ")) == (25, 2)
    assert "Actions 26 to 27 of 27" in words(second)
    assert client.get(f"/seats/{seat.id}?page=3").status_code == 404


def test_an_organisation_counts_all_its_seats_and_pages_them(client, body):
    police = make.an_organisation("Northshire Police")
    for number in range(26):
        make.a_seat(body=body, post=f"Errand {number:02}", organisation=police)

    first, second = (client.get(f"/organisations/{police.id}?page={page}") for page in (1, 2))

    assert "Seats (26)" in words(first)
    assert (first.text.count("Errand "), second.text.count("Errand ")) == (25, 1)


def test_a_register_of_interests_longer_than_a_page_is_paged(client, body):
    for number in range(26):
        make.a_registered_interest(body=body, words=f"Errand {number:02}")

    first, second = (client.get(f"/bodies/here/interests?page={page}") for page in (1, 2))

    assert (first.text.count("Errand "), second.text.count("Errand ")) == (25, 1)
    assert "Interests 26 to 26 of 26" in words(second)
