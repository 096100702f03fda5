"""What a report prints, as plain values."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.papers import Exemption, Imprint


@dataclass(frozen=True)
class ReportPart:
    """One section of a report: its heading and its words."""

    heading: str
    words: str


@dataclass(frozen=True)
class Contact:
    """Somebody who can answer questions about a report."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class ReportAppendix:
    """A paper that belongs to a report. A private one is named only to those who may read it."""

    title: str
    is_exempt: bool = False
    is_withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportPaper:
    """A report to one meeting."""

    imprint: Imprint
    on: date
    subject: str
    report_of: str = ""
    item: str = ""
    exemption: Exemption | None = None
    public_interest: str = ""
    parts: tuple[ReportPart, ...] = ()
    recommendations: tuple[str, ...] = ()
    parts_after: tuple[ReportPart, ...] = ()
    background_papers: str = ""
    contacts: tuple[Contact, ...] = ()
    appendices: tuple[ReportAppendix, ...] = ()
