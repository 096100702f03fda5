"""The facts of a case, from the short form in which the rulebook gives them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from shp_gov.domain.areas import areas
from shp_gov.domain.checks.composition import Composition
from shp_gov.domain.checks.facts import (
    ActionOf,
    Attended,
    DecisionFacts,
    How,
    ListedBody,
    Listing,
    MeetingFacts,
    Member,
    NumbersOfMeeting,
    OfficeHolder,
    OfficesHeld,
    SeatHeld,
    YearOfMinutes,
)
from shp_gov.domain.checks.facts_of_duties import DutyFacts
from shp_gov.domain.checks.facts_of_records import DecisionNote, Deferred, MinutesKept, SeriesOfMeetings, StatedDay
from shp_gov.domain.checks.facts_of_terms import GroupChairs, MeetingUnderTerms, TermsFacts
from shp_gov.domain.checks.stated import NumbersStated, NumberStated
from shp_gov.domain.statements import authorities_stated
from tests.domain.checks import given_duties, given_records, given_terms
from tests.domain.checks.given_access import ON_ACCESS

BODY = "Safer Seaborough Partnership"
Given = Mapping[str, Any]


def listing(on: date, given: Given) -> Listing:
    """Names of bodies, or tables with name, responsible and type."""
    rows = [{"name": each} if isinstance(each, str) else each for each in given["listed"]]
    listed = tuple(ListedBody(row["name"], row.get("responsible"), row.get("type")) for row in rows)
    return Listing(BODY, on, listed, areas()[given.get("area", "seaborough")])


def meeting(on: date, given: Given) -> MeetingFacts:
    """One seat for each organisation named, held by "The member of" it, who is present, in apologies or absent."""
    numbers = {name: number for number, name in enumerate(given["seats"], start=1)}
    seats = tuple(SeatHeld(n, name, name, (_member(n, name),)) for name, n in numbers.items())
    ways = (How.PRESENT, How.APOLOGIES, How.ABSENT)
    stood_in = [
        Attended(Member(100 + numbers[name], "A substitute"), How.SUBSTITUTE, instead_of=_member(numbers[name], name))
        for name in given.get("substitute", [])
    ]
    lines = [
        Attended(_member(numbers[name], name), how, numbers[name], organisation=name)
        for how in ways
        for name in given.get(how.value, [])
    ]
    return MeetingFacts(BODY, on, seats, (*lines, *stood_in) or None, areas()["seaborough"])


def _member(number: int, organisation: str) -> Member:
    return Member(number, f"The member of {organisation}")


def offices(on: date, given: Given) -> OfficesHeld:
    """The organisations of the chair and the vice-chair, and what the terms ask."""
    return OfficesHeld(
        BODY,
        on,
        _holder("The chair", given.get("chair")),
        _holder("The vice-chair", given.get("vice_chair")),
        given.get("ask_for_different"),
        given.get("bar_vice_chair_from"),
    )


def _holder(name: str, organisation: str | None) -> OfficeHolder | None:
    return OfficeHolder(name, organisation) if organisation else None


def minutes(on: date, given: Given) -> YearOfMinutes:
    """The numbers of one meeting's minutes; `first`: it is the first meeting of the year."""
    return YearOfMinutes(
        BODY, "2017/18", (NumbersOfMeeting(on, tuple(given["numbers"])),), on if given.get("first") else None
    )


def decision(on: date, given: Given) -> DecisionFacts:
    """Whether a decision asks for something, and the owners and dates of its actions."""
    actions = tuple(ActionOf(row["owner"] or None, row["dated"]) for row in given.get("actions", []))
    return DecisionFacts("26 (iii) of 2015/16", on, given.get("asks"), actions)


def numbers_stated(on: date, given: Given) -> NumbersStated:
    """The words in which papers say how many responsible authorities there are."""
    found = (authorities_stated(f"the {words} responsible authorities") for words in given["stated"])
    stated = tuple(NumberStated(*each) for each in found if each)
    return NumbersStated(BODY, on, stated, areas()["seaborough"])


FACTS_OF: Mapping[type[Any], Callable[[date, Given], Any]] = {
    Listing: listing,
    MeetingFacts: meeting,
    OfficesHeld: offices,
    YearOfMinutes: minutes,
    DecisionFacts: decision,
    **ON_ACCESS,
    TermsFacts: given_terms.body,
    GroupChairs: given_terms.chairs,
    MeetingUnderTerms: given_terms.meeting,
    SeriesOfMeetings: given_records.series,
    StatedDay: given_records.stated_day,
    MinutesKept: given_records.minutes,
    Deferred: given_records.deferred,
    DecisionNote: given_records.note,
    NumbersStated: numbers_stated,
    DutyFacts: given_duties.of_duties,
    Composition: given_duties.composition,
}
