"""An officer builds a quorum in rows, reads it back, and keeps it in the draft."""

import pytest

from shp_gov.domain.quorum import AtLeast, Fraction, Includes, Kind, Of, PerBody, Quorum, as_plain, either, every
from shp_gov.models import TermsSeat
from tests import factories as make
from tests import terms

POLICE = "Northshire Police"
BOTH = {"number": "4", "amount_0": "2", "what_0": "members", "joiner_1": "and", "amount_1": "1"}
BOTH |= {"what_1": f"from:{POLICE}", "substitutes": "y", "remote": "y", "vacant": "y", "rounding": "up"}


@pytest.fixture
def draft(app):
    return a_draft_with()


def a_draft_with(**said):
    body = make.a_body()
    seats = [
        TermsSeat(
            position=1, post="Leader of the Council", organisation_words="Seaborough Borough Council", tag="chair"
        ),
        TermsSeat(position=2, post="Superintendent", organisation_words=POLICE),
    ]
    return terms.a_draft(body, seats=seats, **said)


@pytest.fixture
def officer(draft, sign_in):
    sign_in(make.an_officer(body=draft.body))


def send(client, draft, **typed):
    return client.post(f"/bodies/{draft.body.slug}/terms/draft/quorum", data=typed)


def read(answer):
    return " ".join(answer.get_data(as_text=True).split())


def hidden(answer, name):
    page = answer.get_data(as_text=True)
    return page.split(f'name="{name}" value="')[1].split('"')[0]


def test_a_quorum_is_read_back_before_it_is_kept(client, draft, officer):
    first = send(client, draft, **BOTH)

    assert first.status_code == 200
    assert draft.quorum is None
    assert (
        "A meeting has a quorum while at least 2 members are present, and at least 1 member from "
        "“Northshire Police” is present. Substitutes count. People who take part remotely count."
    ) in read(first)

    second = send(client, draft, **BOTH, read=hidden(first, "read"), keep="y")

    assert second.status_code == 302
    assert draft.quorum == as_plain(Quorum(every(AtLeast(2), PerBody(1, (POLICE,)))))


def test_rows_changed_after_they_were_read_back_are_read_back_again(client, draft, officer):
    first = send(client, draft, **BOTH)

    changed = send(client, draft, **(BOTH | {"amount_0": "one half", "rounding": "down"}), read=hidden(first, "read"))
    said = read(changed)

    assert changed.status_code == 200
    assert draft.quorum is None
    assert "one half" in said
    again = send(client, draft, **(BOTH | {"amount_0": "half", "substitutes": ""}), read=hidden(first, "read"))
    assert "at least half of the members (rounded up) are present" in read(again)
    assert draft.quorum is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Fill in at least one row"),
        ({"amount_0": "2"}, "Choose of what"),
        ({"what_0": "members"}, "Write how many, like 5 or one third"),
        ({"amount_0": "lots", "what_0": "members"}, "“lots” is not a number of people"),
        ({"amount_0": "half", "what_0": f"from:{POLICE}"}, "Write a whole number"),
        ({"amount_0": "2", "what_0": "astronauts"}, "Choose from the list: Of these"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(client, draft, officer, typed, words):
    answer = send(client, draft, number="4", rounding="up", **typed)

    assert words in read(answer)
    assert draft.quorum is None


def test_a_quorum_that_a_full_house_would_not_reach_is_pointed_out(client, draft, officer):
    answer = send(client, draft, **(BOTH | {"amount_0": "9"}))

    assert "No meeting could have it." in read(answer)
    assert "2 members present, 9 needed" in read(answer)


def test_more_rows_are_offered_without_losing_what_was_typed(client, draft, officer):
    answer = send(client, draft, **BOTH, more="y")

    assert 'name="amount_6"' in answer.get_data(as_text=True)
    assert f'value="from:{POLICE}" selected' in answer.get_data(as_text=True)


def test_a_quorum_that_is_set_is_shown_in_rows_and_can_be_taken_out(client, sign_in, app):
    leader = Includes(Kind.POST, "Leader of the Council")
    quorum = Quorum(either(every(leader, AtLeast(1, Of.TAGGED, "chair")), Fraction(1, 3)), substitutes_count=False)
    draft = a_draft_with(quorum=as_plain(quorum))
    sign_in(make.an_officer(body=draft.body))
    address = f"/bodies/{draft.body.slug}/terms/draft/quorum"

    shown = client.get(address).get_data(as_text=True)

    assert 'value="one third"' in shown
    assert 'value="post:Leader of the Council" selected' in shown
    assert client.post(address, data={"number": "4", "rounding": "up", "unset": "y"}).status_code == 302
    assert draft.quorum is None


def test_two_officers_do_not_overwrite_each_other(client, draft, officer):
    first = send(client, draft, **BOTH)
    draft.quorum = as_plain(Quorum(AtLeast(1)))

    answer = send(client, draft, **BOTH, read=hidden(first, "read"), seen=hidden(first, "seen"), keep="y")

    assert "Somebody changed the quorum of the draft" in read(answer)
    assert draft.quorum == as_plain(Quorum(AtLeast(1)))


def test_two_seats_of_one_post_are_offered_apart(client, sign_in, app):
    seats = [TermsSeat(position=n, post="Manager", organisation_words=name) for n, name in enumerate(["Fire", "Homes"])]
    draft = terms.a_draft(make.a_body(), seats=seats)
    sign_in(make.an_officer(body=draft.body))

    typed = {"number": "4", "rounding": "up", "amount_0": "1", "what_0": "post:Manager, Homes"}

    assert "the seat “Manager, Homes” is filled in the room" in read(send(client, draft, **typed))
