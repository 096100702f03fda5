"""A quorum as plain data and as a sentence."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.quorum import (
    AtLeast,
    Fraction,
    Includes,
    Kind,
    NotAQuorum,
    Of,
    PerBody,
    Quorum,
    as_plain,
    either,
    every,
    from_plain,
    sentence_of,
)
from shp_gov.domain.quorum.expression import leaves
from tests.domain.quorum.rooms import COUNCIL, POLICE, QUORUMS

FOUR = {"at_least": 4, "of": "members"}


@given(QUORUMS)
def test_a_quorum_survives_json(quorum):
    assert from_plain(json.loads(json.dumps(as_plain(quorum)))) == quorum


@given(QUORUMS, QUORUMS)
def test_two_quorums_are_read_back_alike_only_if_they_ask_the_same(one, other):
    if sentence_of(one) == sentence_of(other):
        assert one.needs == other.needs
        assert (one.substitutes_count, one.remote_counts) == (other.substitutes_count, other.remote_counts)
        takes_a_share = any(isinstance(leaf, Fraction) for leaf in leaves(one.needs))
        assert not takes_a_share or one.vacant_seats_count == other.vacant_seats_count


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["members", "up", "post"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["needs", "at_least", "of", "all", "any", "includes", "name"]), inner)
        ),
    )
)
def test_whatever_is_not_a_quorum_is_refused_as_that_and_nothing_else(data):
    with suppress(NotAQuorum):
        quorum = from_plain(data)

        assert from_plain(as_plain(quorum)) == quorum


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "names and values"),
        ({}, "does not say what it needs"),
        ({"needs": FOUR, "colour": 1}, "does not know colour"),
        ({"needs": {}}, "says none of: at_least"),
        ({"needs": {"at_least": 0}}, "not a number of people"),
        ({"needs": {"at_least": True}}, "not a number of people"),
        ({"needs": {"at_least": 2, "of": []}}, "not a thing to count"),
        ({"needs": {"at_least": 2, "of": "chairs"}}, "not a thing to count"),
        ({"needs": {"at_least": 2, "of": "tag"}}, "Name the tag"),
        ({"needs": {"at_least": 2, "tag": "lay"}}, "Name the tag"),
        ({"needs": {"fraction": "3/2"}}, "not a fraction"),
        ({"needs": {"fraction": 0.5}}, "not a fraction"),
        ({"needs": {"fraction": "1/3", "round": "sideways"}}, "not a rounding"),
        ({"needs": {"includes": "post"}}, "name in the quorum is missing"),
        ({"needs": {"per_body": 2, "bodies": []}}, "Name the organisations"),
        ({"needs": {"per_body": 2, "bodies": ["A", "A"]}}, "twice"),
        ({"needs": {"all": [FOUR]}}, "Join from 2"),
        ({"needs": {"all": [FOUR] * 21}}, "Join from 2"),
        ({"needs": FOUR, "remote_counts": "yes"}, "true or false"),
        ({"needs": {"all": [{"any": [{"all": [{"any": [{"all": [FOUR, FOUR]}, FOUR]}, FOUR]}, FOUR]}, FOUR]}}, "deep"),
    ],
)
def test_nonsense_is_refused(data, words):
    with pytest.raises(NotAQuorum, match=words):
        from_plain(data)


@pytest.mark.parametrize(
    ("quorum", "sentence"),
    [
        (None, "These terms of reference set no quorum. Whether a meeting has one is not known."),
        (
            Quorum(AtLeast(4)),
            "A meeting has a quorum while at least 4 members are present. "
            "Substitutes count. People who take part remotely count.",
        ),
        (
            Quorum(every(AtLeast(8), PerBody(3, (COUNCIL, POLICE))), substitutes_count=False),
            "A meeting has a quorum while at least 8 members are present, and at least 3 members from each of "
            "“Seaborough Borough Council” and “Northshire Police” are present. "
            "Substitutes do not count. People who take part remotely count.",
        ),
        (
            Quorum(either(every(AtLeast(1, Of.AUTHORITIES), Includes(Kind.POST, "Leader")), Fraction(1, 3, Of.VOTING))),
            "A meeting has a quorum while (at least 1 responsible authority is represented, and the seat “Leader” is "
            "filled in the room), or at least one third of the voting members (rounded up) are present. "
            "Substitutes count. People who take part remotely count. "
            "A fraction is taken of all seats, vacant ones too.",
        ),
    ],
)
def test_a_quorum_is_read_back(quorum, sentence):
    assert sentence_of(quorum) == sentence
