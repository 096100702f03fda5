"""Seats, people and quorums to draw from."""

from dataclasses import replace

from hypothesis import strategies as st

from shp_gov.domain.quorum import AtLeast, Fraction, Includes, InRoom, Kind, Of, PerBody, Quorum, Rounding, SeatOfBody
from shp_gov.domain.quorum.expression import Either, Every

COUNCIL, POLICE, CHARITY = "Seaborough Borough Council", "Northshire Police", "Seaborough Harbour Trust"


def a_seat(number=1, organisation=COUNCIL, **details):
    facts = {"post": f"Seat {number}", "is_authority": organisation != CHARITY, "is_voting": True, **details}
    return SeatOfBody(number, organisation=organisation, **facts)


def a_room(*organisations, **details):
    """Put somebody into a seat of each of these organisations."""
    return [
        InRoom(number, f"Member {number}", a_seat(number, organisation), **details)
        for number, organisation in enumerate(organisations, start=1)
    ]


def seats_of(room):
    return [one.seat for one in room]


TAGS = st.sampled_from(["independent", "lay"])
SEATS = st.builds(
    SeatOfBody,
    st.integers(1, 6),
    post=st.sampled_from(["Leader", "Director", "Head of Area"]),
    organisation=st.sampled_from([COUNCIL, POLICE, CHARITY, None]),
    places=st.integers(1, 2),
    is_authority=st.none() | st.booleans(),
    is_voting=st.none() | st.booleans(),
    tags=st.frozensets(TAGS),
)
PEOPLE = st.builds(
    InRoom,
    st.integers(1, 8),
    st.just("Somebody"),
    st.none() | SEATS,
    instead_of=st.none() | st.integers(1, 8),
    is_substitute=st.booleans(),
    is_remote=st.booleans(),
    is_certain=st.booleans(),
)
PLAINLY = st.sampled_from([(Of.MEMBERS, ""), (Of.VOTING, ""), (Of.ORGANISATIONS, ""), (Of.AUTHORITIES, "")])
COUNTED = PLAINLY | st.tuples(st.just(Of.TAGGED), TAGS)
NUMBERS = st.integers(1, 6)
LEAVES = st.one_of(
    st.builds(lambda number, counted: AtLeast(number, *counted), NUMBERS, COUNTED),
    st.builds(
        lambda part, more, counted, rounding: Fraction(part, part + more, *counted, rounding=rounding),
        st.integers(1, 4),
        st.integers(0, 4),
        COUNTED,
        st.sampled_from(Rounding),
    ),
    st.builds(Includes, st.sampled_from(Kind), st.sampled_from([COUNCIL, "Leader", "lay"])),
    st.builds(
        PerBody,
        NUMBERS,
        st.lists(st.sampled_from([COUNCIL, POLICE, CHARITY]), min_size=1, max_size=3, unique=True).map(tuple),
    ),
)
JOINS = st.sampled_from([Every, Either])
NEEDS = st.recursive(
    LEAVES,
    lambda inner: st.builds(lambda join, parts: join(tuple(parts)), JOINS, st.lists(inner, min_size=2, max_size=3)),
    max_leaves=5,
)
QUORUMS = st.builds(Quorum, NEEDS, st.booleans(), st.booleans(), st.booleans())


def certainly(person):
    return replace(person, is_certain=True)
