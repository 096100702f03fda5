"""Agendas for tests: a meeting to come, and what an officer says of an item."""

from datetime import date, time

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import AgendaVersion, Body, ItemOffer, ItemPurpose, Meeting
from shp_gov.queries import agendas, publishing
from shp_gov.services import agenda, agenda_versions, forward_plan
from shp_gov.services.agenda import Wording
from shp_gov.services.forward_plan import Plan
from tests.factories import a_body, a_document, a_meeting

CLERK, COLLEAGUE = Actor("Helen Ashby"), Actor("Owen Grant")
DAY = date(2026, 9, 10)
DECISIONS, INFORMATION = "Items for decision", "Items for information"
PRIVATELY = {
    "is_exempt": True,
    "exempt_paragraph": "3",
    "public_interest_reason": "The company would be harmed, and nothing is lost by waiting.",
    "public_title": "A contract",
}


def to_come(body: Body | None = None, *, on: date = DAY, **details) -> Meeting:
    """Make a meeting whose agenda is still to be built."""
    usual = {"state": MeetingState.SCHEDULED, "minutes_state": None, "starts_at": time(10)}
    return a_meeting(body=body or a_body(), on=on, **(usual | details))


def wording(title: str = "Taxi marshals", **said) -> Wording:
    """Say something of an item; by its usual, it stands under the items for decision."""
    return Wording(**({"title": title, "section": DECISIONS, "purpose": ItemPurpose.DECISION} | said))


def with_items(*titles: str, meeting: Meeting | None = None, **said) -> Meeting:
    """Make an agenda with items of these titles."""
    meeting = meeting or to_come()
    for title in titles:
        agenda.add(meeting, wording(title, **said), actor=CLERK)
    return meeting


def printed(meeting: Meeting) -> list[str]:
    """List the numbers and titles of an agenda."""
    return [f"{item.number} {item.title}" for item in agendas.items(meeting)]


def item(meeting: Meeting, title: str):
    """Find an item by its title."""
    return next(each for each in agendas.items(meeting) if each.title == title)


def arguments(meeting: Meeting) -> dict[str, int | str]:
    """Say what to put into an address about the agenda of a meeting."""
    known = {"item_id": agendas.items(meeting)[0].id, **on_its_way(meeting)}
    return {**known, "pack_number": a_pack_that_is_out(meeting).number}


def on_its_way(meeting: Meeting) -> dict[str, int | str]:
    """Make a version of an agenda, an offer and an entry of the forward plan, and say which they are."""
    version = agenda_versions.make(meeting, actor=CLERK)
    offered = ItemOffer(meeting=meeting, offered_by="Jo Tranter", title="Hate crime", offered_at=clock.now())
    db.session.add(offered)
    entry = forward_plan.write(meeting.body, Plan(title="CCTV at Fish Quay"), actor=CLERK)
    db.session.flush()
    return {"agenda_number": version.number, "offer_id": offered.id, "plan_entry_id": entry.id}


def a_pack_that_is_out(meeting: Meeting) -> AgendaVersion:
    """Say that an agenda was put out, in both versions."""
    files = {f"{kind}_document": a_document(kind.encode(), f"{kind}.pdf") for kind in ("public", "restricted")}
    made = {"made_at": clock.now(), "made_by": CLERK.name, "published_at": clock.now(), "sha256": "0" * 64}
    what = {"number": publishing.next_number(meeting), "contents": agendas.contents(meeting), "pages": {}}
    version = AgendaVersion(meeting=meeting, state=AgendaState.PUBLISHED, **what, **made, **files)
    db.session.add(version)
    db.session.commit()
    return version
