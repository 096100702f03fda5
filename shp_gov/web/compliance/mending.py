"""Where each finding is mended: the table that turns the key of a finding into words and a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for

from shp_gov.domain.checks import facts_asked_by
from shp_gov.domain.checks.facts import DecisionFacts, Listing, MeetingFacts, OfficesHeld, YearOfMinutes
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import rules
from shp_gov.queries.compliance import AsAt


@dataclass(frozen=True)
class Kind:
    """A kind of thing to do: the heading of its findings, the words of its link, and the pages that may do it.

    Of the pages the first that there is counts; one about a single meeting or decision asks for its number.
    """

    heading: str
    link: str
    endpoints: tuple[str, ...]
    anchor: str = ""


KINDS: Mapping[str, Kind] = {
    "members": Kind("Mend the list of members", "Open the members", ("members.show", "bodies.show")),
    "offices": Kind("Say who holds the offices", "Open the offices", ("members.show", "bodies.show"), "offices"),
    "terms": Kind("Look at the terms of reference", "Open the terms of reference", ("terms.index", "bodies.show")),
    "meeting": Kind("Look at a meeting and its minutes", "Open the meeting", ("meetings.show",)),
    "notice": Kind("Record the notice and the papers of a meeting", "Record it", ("notice.meeting", "meetings.show")),
    "access": Kind(
        "Say how the partnership keeps the access rules", "Open the access rules", ("notice.body", "bodies.show")
    ),
    "decision": Kind("Give a decision its action", "Open the decision", ("decisions.show",)),
    "duty": Kind("Record what was done, and when", "Open the duty", ("duties.show",)),
    "other": Kind("Look into it", "Open the partnership", ("bodies.show",)),
}
USUAL: Mapping[type, str] = {
    Listing: "members",
    OfficesHeld: "offices",
    MeetingFacts: "meeting",
    YearOfMinutes: "meeting",
    DecisionFacts: "decision",
}


@dataclass(frozen=True)
class Step:
    """What to do about a finding: its kind, the words of the link, and where it leads."""

    kind: str
    words: str
    href: str


def kind_of(finding: Finding) -> str:
    """Tell what kind of thing is to be done about a finding."""
    key = (finding.mend or USUAL.get(facts_asked_by(rules()[finding.rule]), "other")).partition(":")[0]
    return key if key in KINDS else "other"


def step(finding: Finding, as_at: AsAt) -> Step:
    """Say where a finding is mended."""
    kind = kind_of(finding)
    found = KINDS[kind]
    about = _about(kind, finding, as_at)
    endpoint = next((page for page in found.endpoints if page in current_app.view_functions), "bodies.show")
    if about is None:
        return Step(kind, "Open the meetings", url_for("bodies.meetings", slug=as_at.body.slug))
    return Step(kind, found.link, url_for(endpoint, **about, _anchor=found.anchor or None))


def _about(kind: str, finding: Finding, as_at: AsAt) -> dict[str, Any] | None:
    """Give what goes into the address; nothing where the meeting or decision is not among those looked at."""
    if kind in ("meeting", "notice"):
        day = (finding.mend or "").partition(":")[2] or finding.as_at.isoformat()
        found = next((meeting.id for meeting in as_at.called if meeting.on.isoformat() == day), None)
        return {"meeting_id": found} if found else None
    if kind == "decision":
        decided = (decision for minute in as_at.minutes for decision in minute.decisions)
        named = next((row.id for row in decided if finding.subject == f"Decision {row.reference}"), None)
        return {"decision_id": named} if named else None
    if kind == "duty":
        return {"slug": as_at.body.slug, "duty": (finding.mend or "").partition(":")[2]}
    return {"slug": as_at.body.slug}
