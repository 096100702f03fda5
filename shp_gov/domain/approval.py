"""How minutes were approved, as their paper prints it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LaterCorrection:
    """What a meeting corrected of minutes that were approved before."""

    on: date
    words: str


@dataclass(frozen=True)
class Approval:
    """Which meeting approved the minutes, in which minute, what was corrected then and later, and who signed when."""

    on: date
    minute: str = ""
    corrections: tuple[str, ...] = ()
    signed: tuple[str, date] | None = None
    later: tuple[LaterCorrection, ...] = ()
