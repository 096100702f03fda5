"""The words of a report, between its rows and the plain values that a form, a file or a version gives."""

from collections.abc import Sequence
from typing import TypeVar

from shp_gov.database import db
from shp_gov.domain.report_sections import Contact, Contents
from shp_gov.models import Appendix, Base, ContactOfficer, Recommendation, Report, ReportSection

Row = TypeVar("Row", bound=Base)


def contents_of(report: Report) -> Contents:
    """Give what a report says."""
    return Contents(
        subject=report.subject,
        report_of=report.report_of or "",
        sections=tuple((section.key, section.words) for section in report.sections),
        recommendations=tuple(each.words for each in report.recommendations),
        background_papers=report.background_papers or "",
        contacts=tuple(Contact(one.name, one.email or "", one.phone or "") for one in report.contact_officers),
        appendices=tuple(each.title for each in report.appendices),
    )


def write(report: Report, contents: Contents, *, is_confirmed: bool = True) -> None:
    """Let a report say this. What it says already stays the same row, with what hangs on it."""
    report.subject, report.report_of = contents.subject.strip(), contents.report_of.strip() or None
    report.background_papers = contents.background_papers.strip() or None
    _sections(report, [(key, words.strip()) for key, words in contents.sections if words.strip()])
    _recommendations(report, [words.strip() for words in contents.recommendations if words.strip()], is_confirmed)
    _contacts(report, [contact for contact in contents.contacts if contact.name.strip()])
    _appendices(report, [title.strip() for title in contents.appendices if title.strip()])
    report.edits += 1
    db.session.flush()


def _sections(report: Report, said: Sequence[tuple[str, str]]) -> None:
    there = {section.key: section for section in report.sections}
    kept = {key for key, _ in said}
    _remove(report.sections, [section for section in report.sections if section.key not in kept])
    for position, (key, words) in enumerate(said, start=1):
        section = there.get(key) or ReportSection(key=key, words=words, position=position)
        section.words, section.position = words, position
        if key not in there:
            report.sections.append(section)


def _recommendations(report: Report, said: Sequence[str], is_confirmed: bool) -> None:
    before = [each.words for each in report.recommendations]
    _remove(report.recommendations, report.recommendations[len(said) :])
    for ordinal, words in enumerate(said, start=1):
        if ordinal > len(report.recommendations):
            report.recommendations.append(Recommendation(ordinal=ordinal, words=words, is_confirmed=is_confirmed))
        elif before[ordinal - 1] != words or is_confirmed:
            row = report.recommendations[ordinal - 1]
            row.words, row.is_confirmed = words, is_confirmed


def _contacts(report: Report, said: Sequence[Contact]) -> None:
    _remove(report.contact_officers, report.contact_officers[len(said) :])
    for position, one in enumerate(said, start=1):
        if position > len(report.contact_officers):
            report.contact_officers.append(ContactOfficer(position=position))
        row = report.contact_officers[position - 1]
        row.name, row.email, row.phone = one.name.strip(), one.email.strip() or None, one.phone.strip() or None


def _appendices(report: Report, said: Sequence[str]) -> None:
    """Keep the appendices that are still named, with their files and whether they are private."""
    there = {appendix.title: appendix for appendix in report.appendices}
    _remove(report.appendices, [appendix for appendix in report.appendices if appendix.title not in said])
    highest = max((appendix.position for appendix in report.appendices), default=0)
    for title in said:
        if title not in there:
            highest += 1
            report.appendices.append(Appendix(position=highest, title=title))


def _remove(rows: list[Row], gone: Sequence[Row]) -> None:
    for row in gone:
        rows.remove(row)
        db.session.delete(row)
    db.session.flush()
