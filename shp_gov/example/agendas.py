"""What the agenda of a meeting of the example prints: the standing items, and its business between them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from shp_gov.example.content import ItemPlan
from shp_gov.models import ItemPurpose

APOLOGIES = "Apologies for absence"
INTERESTS = "Declarations of interest by members"
FORMER = "Minutes and actions"
LOG = "Action log and matters arising"
URGENT = "Any other business which the chair considers urgent"
PRIVATE = "Items to be considered without the public"
SECTIONS = {
    "presentation": ("Presentation", ItemPurpose.INFORMATION),
    "decision": ("Items for decision", ItemPurpose.DECISION),
    "information": ("Items for information", ItemPurpose.INFORMATION),
    "private": (PRIVATE, ItemPurpose.DECISION),
}


@dataclass(frozen=True)
class Line:
    """One line of an agenda: its number, its section, its title, and the business it stands for."""

    number: str
    section: str
    title: str
    presenter: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    item: ItemPlan | None = None


def lines(items: tuple[ItemPlan, ...], *, confirming: str, secretary: str) -> Iterator[Line]:
    """List the lines of an agenda in their order. Urgent items come up at the meeting and are not on it."""
    yield Line("1", APOLOGIES, APOLOGIES)
    yield Line("2", INTERESTS, INTERESTS)
    former = Line("3.1", FORMER, f"Minutes of the meeting held on {confirming}", "Chair")
    yield from (former, replace(former, number="3.2", title=LOG, presenter=secretary))
    number = 3
    for key in ("presentation", "decision", "information"):
        if business := [item for item in items if item.section == key]:
            number += 1
            yield from _section(number, key, business)
    yield Line(str(number + 1), URGENT, URGENT)
    yield from _section(number + 2, "private", [item for item in items if item.section == "private"])


def _section(number: int, key: str, items: list[ItemPlan]) -> Iterator[Line]:
    heading, purpose = SECTIONS[key]
    for place, item in enumerate(items, start=1):
        yield Line(f"{number}.{place}", heading, item.title, item.presenter, purpose, item)
