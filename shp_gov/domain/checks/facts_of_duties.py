"""What was recorded of a body's duties up to a day. A field that is not in `entered` is not recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import Standing, StandingException, responsible_authorities
from shp_gov.domain.duties import Value


@dataclass(frozen=True, slots=True)
class DutyRecord:
    """One entry of a duty. `year` is the first day of the year or quarter it is for; `until` its last day in place.

    `is_done` False is an officer's word that it was not done, which is not the same as nothing recorded.
    """

    duty: str
    entered: Mapping[str, Value]
    year: date | None = None
    is_done: bool = True
    until: date | None = None
    reference: str = ""

    def day(self, field: str) -> date | None:
        """Give the day in a field, if one is recorded."""
        value = self.entered.get(field)
        return value if isinstance(value, date) else None

    def names(self, field: str) -> tuple[str, ...] | None:
        """Give what a list holds; None if it is not recorded."""
        value = self.entered.get(field)
        return (value,) if isinstance(value, str) else value if isinstance(value, tuple) else None


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """Everything recorded of a body's duties, as seen on a day."""

    body: str
    on: date
    records: tuple[DutyRecord, ...]
    area: Area | None = None
    exceptions: tuple[StandingException, ...] = ()

    def of(self, duty: str) -> list[DutyRecord]:
        """Give the records of one duty."""
        return [record for record in self.records if record.duty == duty]

    def authorities(self, on: date) -> list[Standing] | None:
        """List the responsible authorities on a day; None where the area is not known."""
        return responsible_authorities(self.area, on, self.exceptions) if self.area else None
