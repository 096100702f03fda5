"""The lines of a pack, whatever kind of file it came in."""

from dataclasses import dataclass

from shp_gov.domain.errors import DomainError


class UnreadableFile(DomainError):
    """A file that cannot be read as a pack. The message says what was wrong with it and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, with the number and page to find it by."""

    number: int
    text: str
    page: int | None = None
