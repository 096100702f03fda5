"""The facts of a case on access to meetings, from the short form in which the rulebook gives them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from shp_gov.domain.checks.facts_of_access import (
    BodyAccessFacts,
    FollowingFacts,
    ItemFacts,
    NoticeFacts,
    OfficerDecisionFacts,
    OpenPapersFacts,
    PrivateFacts,
    Recording,
    Regime,
    RulingFacts,
)
from shp_gov.domain.clear_days import Basis

Given = Mapping[str, Any]


def access(on: date, given: Given) -> BodyAccessFacts:
    """The kind of body, its regime and the basis it chose."""
    basis = Basis(given["basis"]) if "basis" in given else None
    return BodyAccessFacts(
        "Safer Seaborough Partnership", on, given.get("kind", "strategy group"), Regime(given["regime"]), basis
    )


def notice(on: date, given: Given) -> NoticeFacts:
    """The days of the notice, of the papers and of the calling."""
    days = {f"{name}_on": given.get(name) for name in ("noticed", "published", "convened")}
    return NoticeFacts(**_meeting(on, given), **_counting(given), **days)


def following(on: date, given: Given) -> FollowingFacts:
    """Whether it met at a distance, when the link was out, and whether people could record."""
    recording = Recording(given["recording"]) if "recording" in given else None
    remote, hours = given.get("remote", False), given.get("link_hours")
    return FollowingFacts(**_meeting(on, given), is_remote=remote, link_hours_before=hours, recording=recording)


def item(on: date, given: Given) -> ItemFacts:
    """When an item was added, unless it was there from the start, and the ruling it was taken under."""
    return ItemFacts(
        **_meeting(on, given),
        **_counting(given),
        added_on=given.get("added"),
        is_added=not given.get("original", False),
        ruling=given.get("ruling"),
    )


def ruling(on: date, given: Given) -> RulingFacts:
    """The words of a ruling."""
    return RulingFacts(**_meeting(on, given), words=given["ruling"])


def private(on: date, given: Given) -> PrivateFacts:
    """What was considered in private, the resolution, and how its report is marked."""
    return PrivateFacts(
        **_meeting(on, given),
        names=tuple(given.get("names", ())),
        paragraph=given.get("paragraph"),
        resolution=given.get("resolution"),
        public_interest=given.get("public_interest"),
        is_confidential=given.get("confidential", False),
        public_was_excluded=given.get("excluded"),
        is_withheld=given.get("withheld", False),
        is_marked=given.get("marked"),
    )


def open_papers(on: date, given: Given) -> OpenPapersFacts:
    """What the public can read, until when, and what is missing from it."""
    without = given.get("without_list")
    return OpenPapersFacts(
        **_meeting(on, given),
        are_open=given.get("open"),
        removed_on=given.get("removed"),
        background_removed_on=given.get("background_removed"),
        redacted=tuple(given.get("redacted", ())),
        summarised=tuple(given.get("summarised", ())),
        is_coherent=given.get("coherent"),
        reports=given.get("reports", 0),
        without_list=None if without is None else tuple(without),
    )


def officer_decision(on: date, given: Given) -> OfficerDecisionFacts:
    """Whether a decision was delegated, and what its record holds."""
    holds = tuple(given["holds"]) if "holds" in given else None
    return OfficerDecisionFacts("Decision of an officer", on, given["delegated"], holds)


def _meeting(on: date, given: Given) -> dict[str, Any]:
    regime = Regime(given.get("regime", "adopted"))
    return {"reference": "The meeting", "on": on, "regime": regime, "mend": f"meeting:{on}"}


def _counting(given: Given) -> dict[str, Any]:
    return {"basis": Basis(given.get("basis", "working")), "as_is": given.get("as_is", False)}


ON_ACCESS: Mapping[type[Any], Callable[[date, Given], Any]] = {
    BodyAccessFacts: access,
    NoticeFacts: notice,
    FollowingFacts: following,
    ItemFacts: item,
    RulingFacts: ruling,
    PrivateFacts: private,
    OpenPapersFacts: open_papers,
    OfficerDecisionFacts: officer_decision,
}
