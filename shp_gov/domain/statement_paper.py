"""What the compliance statement prints."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.papers import Imprint


@dataclass(frozen=True)
class StatementLine:
    """One finding as printed."""

    verdict: str
    about: str
    sentence: str
    facts: str
    source: str


@dataclass(frozen=True)
class CompliancePaper:
    """Where a body stands on a day, to take to a meeting."""

    imprint: Imprint
    on: date
    rules: int
    for_someone: tuple[StatementLine, ...]
    not_known: tuple[StatementLine, ...]
    passes: tuple[tuple[str, int], ...]
    not_applicable: int
    authorities: tuple[tuple[str, str], ...]
    switched_off: tuple[tuple[str, str], ...]
    to_be_confirmed: tuple[str, ...]
