"""Packs made at random of names that nearly collide, to see whether their order says anything."""

from datetime import date
from random import Random

from shp_gov.importers.pack.reading import AgendaReading, MinutesReading
from tests.importers.pack.readings import an_agenda, some_minutes, somebody

DAYS = (date(2018, 1, 12), date(2018, 3, 9), date(2018, 6, 15), date(2018, 9, 14))
ASKS = "That the Chief Executive be asked to circulate the plan to the next meeting."
PEOPLE = (
    "Councillor Peter Lound", "Councillor Lound", "P Lound", "Anna Lound", "Councillor Anna Lound", "Jo Duffy",
    "Jo Duffey", "Ines Ford-Abara", "Cllr Ford-Abara", "Inspector Ann Lisle", "Ann Lisle", "Chief Inspector Lisle",
    "John Smith", "John Paul Smith", "Mr Smith", "Carl Whitby", "Karl Whitby",
)  # fmt: skip
ORGANISATIONS = (
    "Seaborough Borough Council", "SBC", "Seaborough Council", "Seaborough Fire Authority",
    "Seaborough Fire and Rescue Authority", "Vale Community Rehabilitation Co Ltd",
    "North Vale Community Rehabilitation Company", "Eastshire Police", "Eastshrie Police",
)  # fmt: skip
POSTS = ("Chief Executive", "Interim Chief Executive", "Elected Member", "Head of Area")


def a_random_pack(random: Random, place: int) -> tuple[AgendaReading, MinutesReading]:
    """Make the agenda of one meeting and the minutes of the one before."""
    members = [_member(random, name) for name in random.sample(PEOPLE, random.randint(0, 6))]
    stands_in = (somebody(random.choice(PEOPLE), substitute_for=random.choice(PEOPLE)),)
    guests = (somebody(f"{random.choice(PEOPLE)}, {random.choice(ORGANISATIONS)}"),)
    minutes = some_minutes(
        DAYS[place - 1],
        present=random.sample(PEOPLE, random.randint(0, 6)),
        apologies=tuple(somebody(name) for name in random.sample(PEOPLE, random.randint(0, 3))),
        substitutes=stands_in,
        also_present=guests,
        decided=[ASKS],
        confirmed_minutes_of=DAYS[place - 2] if place > 1 else None,
    )
    return an_agenda(DAYS[place], members), minutes


def _member(random: Random, name: str) -> str:
    return f"{name if random.random() < 0.9 else ''}, {random.choice(POSTS)}, {random.choice(ORGANISATIONS)}"
