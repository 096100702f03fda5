"""The facts of a case about terms of reference, from the short form in which the rulebook gives them."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from shp_gov.domain.areas import areas
from shp_gov.domain.checks.facts import How, Member, OfficeHolder
from shp_gov.domain.checks.facts_of_terms import (
    Absences,
    Addition,
    ChairSaid,
    Decided,
    GroupAsked,
    GroupChairs,
    InChair,
    MeetingUnderTerms,
    SeatAsked,
    Sitter,
    StoodIn,
    Terms,
    TermsFacts,
    Vote,
    Voter,
)
from shp_gov.domain.quorum import InRoom, Item, SeatOfBody, from_plain

BODY = "Safer Seaborough Partnership"
Given = Mapping[str, Any]
OF_THE_TERMS = {field.name for field in fields(Terms)} - {"quorum", "plan_years"}


def terms(on: date, given: Given) -> Terms | None:
    """What the terms ask, by the names of `Terms`; `plan_asked` is how many years; `terms = false`: none are held."""
    if given.get("terms") is False:
        return None
    said = {name: value for name, value in given.items() if name in OF_THE_TERMS}
    quorum = from_plain({"needs": given["quorum"]}) if "quorum" in given else None
    return Terms("Terms of reference version 1", plan_years=given.get("plan_asked"), quorum=quorum, **said)


def body(on: date, given: Given) -> TermsFacts:
    """A body on a day. `elected` are posts of elected members, "" for one whose post is not recorded."""
    same = ("year", "first_meeting_on", "vice_chair_appointed_on", "plan_years", "meetings_in_year")
    vice = given.get("vice_chair")
    days = given.get("consultation")
    return TermsFacts(
        BODY,
        on,
        terms(on, given),
        seats=(*_elected(given), *map(_post, given.get("posts", [])), *_co_opted(given)),
        vice_chair=OfficeHolder("The vice-chair", vice) if vice else None,
        additions=tuple(Addition(row["title"], row["on"], row.get("agreed_by")) for row in given.get("additions", [])),
        groups=tuple(_group(row) for row in given.get("groups", [])),
        performance_reports=tuple(given.get("performance_reports", ())),
        consultation=(days[0], days[1]) if days else None,
        meetings=tuple(given["meetings"]) if "meetings" in given else None,
        absences=_absences(given),
        area=areas()["seaborough"],
        **{name: given[name] for name in same if name in given},
    )


def _elected(given: Given) -> list[SeatAsked]:
    sitters = [Sitter(Member(n, f"Councillor {n}"), post) for n, post in enumerate(given.get("elected", []), start=1)]
    return [SeatAsked("Elected members", None, 2, is_elected=True, holders=tuple(sitters))] if sitters else []


def _post(row: Given) -> SeatAsked:
    holders = None if row.get("unknown") else () if row.get("vacant") else (Sitter(Member(50, "Holder"), row["post"]),)
    return SeatAsked(row["post"], row["post"], holders=holders, listed_as=row.get("listed_as"))


def _co_opted(given: Given) -> list[SeatAsked]:
    rows = given.get("co_opted", [])
    holders = tuple(Sitter(Member(90, "Kay Lowe"), None, row.get("purpose"), row.get("until")) for row in rows)
    return [SeatAsked("Co-opted member", is_co_opted=True, holders=holders)] if holders else []


def _group(row: Given) -> GroupAsked:
    lists = {name: tuple(row[name]) for name in ("months_due", "reports") if name in row}
    rest = {name: value for name, value in row.items() if name not in lists}
    return GroupAsked("Harbour Safety Group", **rest, **lists)


def chairs(on: date, given: Given) -> GroupChairs:
    """The words for the chair of each group."""
    said = (
        ChairSaid("Harbour Safety Group", words or None, "Terms of reference version 1") for words in given["chairs"]
    )
    return GroupChairs(BODY, on, tuple(said))


def _absences(given: Given) -> tuple[Absences, ...]:
    hows = tuple(How(how) if how else None for how in given.get("hows", []))
    return (Absences("Carl Whitby", hows),) if hows else ()


def meeting(on: date, given: Given) -> MeetingUnderTerms:
    """A meeting. `room` is the organisation of each member there; `out` those whom an interest took out of the item."""
    chair = given.get("in_chair")
    return MeetingUnderTerms(
        BODY,
        on,
        terms(on, given),
        in_chair=InChair("Somebody", tuple(chair.get("posts", ())), chair.get("vice", False)) if chair else None,
        chair_was_away=given.get("chair_away"),
        substitutes=tuple(_stood_in(row) for row in given.get("substitutes", [])),
        room=_room(given),
        decided=(Decided("Minute 3", Item(frozenset(given.get("out", ())))),),
        votes=_votes(given),
    )


def _stood_in(row: Given) -> StoodIn:
    return StoodIn("Lee Marsh", row.get("for"), row.get("member_there"), row.get("member_elected"), row.get("elected"))


def _room(given: Given) -> tuple[InRoom, ...] | None:
    if "room" not in given:
        return None
    return tuple(
        InRoom(number, f"Member {number}", SeatOfBody(number, "Member", organisation))
        for number, organisation in enumerate(given["room"], start=1)
    )


def _votes(given: Given) -> tuple[Vote, ...]:
    if given.get("unrecorded"):
        return (Vote("Decision 3 (i)", None),)
    sides = [True] * given.get("ayes", 0) + [False] * given.get("noes", 0)
    voters = [Voter(f"Member {n}", side, seat=f"Seat {n}") for n, side in enumerate(sides, start=1)]
    voters += [Voter("Kay Lowe", True, may_vote=False)] * given.get("barred", 0)
    return (Vote("Decision 3 (i)", tuple(voters), given.get("casting", False)),) if voters else ()
