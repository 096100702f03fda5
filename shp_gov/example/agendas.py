"""What the agenda of a meeting of the example prints: the standing items, and its business between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from shp_gov.example.content import ItemPlan
from shp_gov.models import ItemKind, ItemPurpose

APOLOGIES = "Apologies for absence"
INTERESTS = "Declarations of interest by members"
FORMER = "Minutes and actions"
LOG = "Action log and matters arising"
URGENT = "Any other business which the chair considers urgent"
SECTIONS = {
    "presentation": ("Presentation", ItemPurpose.INFORMATION),
    "decision": ("Items for decision", ItemPurpose.DECISION),
    "information": ("Items for information", ItemPurpose.INFORMATION),
    "private": ("In private", ItemPurpose.DECISION),
}


@dataclass(frozen=True)
class Line:
    """One line of an agenda: its section, its title, its kind, and the business it stands for."""

    section: str | None
    title: str
    presenter: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    item: ItemPlan | None = None
    kind: ItemKind = ItemKind.BUSINESS


def lines(items: tuple[ItemPlan, ...], *, confirming: str, secretary: str) -> Iterator[Line]:
    """List the lines of an agenda in their order. Urgent items come up at the meeting and are not on it."""
    yield Line(APOLOGIES, APOLOGIES, "Chair", ItemPurpose.INFORMATION, kind=ItemKind.APOLOGIES)
    yield Line(INTERESTS, INTERESTS, "Chair", ItemPurpose.INFORMATION, kind=ItemKind.DECLARATIONS)
    minutes = f"Minutes of the meeting held on {confirming}"
    yield Line(FORMER, minutes, "Chair", ItemPurpose.DECISION, kind=ItemKind.MINUTES)
    yield Line(FORMER, LOG, secretary, ItemPurpose.DECISION, kind=ItemKind.ACTION_LOG)
    for key in ("presentation", "decision", "information"):
        yield from _section(key, items)
    yield Line(URGENT, URGENT, "Chair", ItemPurpose.DECISION, kind=ItemKind.URGENT_BUSINESS)
    yield from _section("private", items)


def _section(key: str, items: tuple[ItemPlan, ...]) -> Iterator[Line]:
    heading, purpose = SECTIONS[key]
    for item in (each for each in items if each.section == key):
        yield Line(heading, item.title, item.presenter, purpose, item)
