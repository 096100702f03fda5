"""Who can sign in to the example, and what each should look at first."""

from dataclasses import dataclass

from shp_gov.example.content import FOLDER
from shp_gov.example.founding import ADMINISTRATOR

PACK = FOLDER / "packs" / "safer-kelby-partnership.pdf"


@dataclass(frozen=True)
class Guest:
    """Somebody whose eyes to look through."""

    name: str
    role: str
    first: str


GUESTS = (
    Guest("Helen Ashby", "officer", "Today: what needs her. Then Import, to read a pack."),
    Guest("Councillor Ruth Adeyemi", "chair", "Board health: who is not in the room, what is late, what to agree."),
    Guest("Chief Superintendent Daniel Marsh", "member", "My actions: one came back to him with a reason."),
    Guest(
        "Grace Holloway",
        "member, and chair of the Fish Quay group",
        "My actions: what she owes on two bodies, some of it overdue.",
    ),
    Guest("Jo Tranter", "member", "My actions. She declared an interest, so one private minute is not there for her."),
    Guest("Tom Reddy", "officer of the Domestic Abuse Board", "Today: minutes that are with the chair."),
    Guest(ADMINISTRATOR, "system administrator", "Accounts. No private text."),
)
