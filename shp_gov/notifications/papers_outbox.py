"""What must be said of papers on their way out: one function for each message. Nothing private has a title here."""

from shp_gov.models import AgendaKind, AgendaVersion
from shp_gov.notifications.outbox import Recipients, tell


def check_asked(version: AgendaVersion, *, to: Recipients) -> None:
    """Ask an officer to check an agenda for a colleague."""
    tell("check_asked", version, to=to)


def papers_out(version: AgendaVersion, *, decide: list[str], private: int, to: Recipients) -> None:
    """Tell whoever is expected that papers are out, and what they are asked to decide."""
    name = "supplement_out" if version.kind is AgendaKind.SUPPLEMENT else "papers_out"
    tell(name, version, to=to, decide=decide, private=private, sheets=version.pages.get("sheets", 0))
