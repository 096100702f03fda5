"""What the register of interests prints, as plain values. The words of a sensitive interest are never in it."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.papers import Imprint

WITHHELD = "Sensitive: the details are not published (Localism Act 2011, section 32)."


@dataclass(frozen=True, kw_only=True)
class PrintedInterest:
    """One interest: whose it is, of what kind, and from when to when. Withheld words say so."""

    name: str
    kind: str
    words: str
    since: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class InterestsPaper:
    """The register of interests of a body, as at a day."""

    imprint: Imprint
    on: date
    interests: tuple[PrintedInterest, ...] = ()
