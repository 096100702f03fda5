"""What is asked of an author, what an author writes, and what those say who clear a report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import wtforms
from flask_wtf.file import FileRequired
from wtforms.validators import InputRequired, Optional

from shp_gov.domain.agenda_guards import LONGEST_REASON, PARAGRAPHS
from shp_gov.domain.report_sections import (
    LONGEST_LINE,
    LONGEST_RECOMMENDATION,
    LONGEST_SECTION,
    MOST_ROWS,
    SECTIONS,
    Contact,
    Contents,
    heading_of,
)
from shp_gov.domain.report_template import PROMPTS
from shp_gov.domain.words import and_list
from shp_gov.models import ClearanceOf, Report
from shp_gov.services.report_appendices import Kept
from shp_gov.services.report_chasing import USUAL_WORDS
from shp_gov.services.report_words import contents_of
from shp_gov.services.reports import LONGEST_ASKED, Wanted
from shp_gov.web.fields import (
    CheckboxesField,
    CheckboxField,
    DatePartsField,
    EmailField,
    FileField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    labels,
)
from shp_gov.web.forms import Form, MaxLength, RequiredWith

SOMEBODY_ELSE = "new"
SPARE_ROWS = 2


class RequestForm(Form):
    """Who writes a report, by when, and who must clear it."""

    author = SelectField("Who writes it?", [InputRequired("Choose who writes it")])
    name = StringField(
        "Name of somebody else", [MaxLength(200)], description="Only if you chose “Somebody else” above."
    )
    post = StringField("Their post", [Optional(), MaxLength(200)])
    email = EmailField("Their e-mail address", [Optional(), MaxLength(200)])
    report_of = StringField(
        "Report of", [Optional(), MaxLength(LONGEST_LINE)], description="The office that answers for it, as printed."
    )
    due_on = DatePartsField("When is it due?", [InputRequired("Enter when it is due")], called="The day it is due")
    asked_for = TextAreaField(
        "What should it say?",
        [Optional(), MaxLength(LONGEST_ASKED)],
        description="A sentence or two. It is in the message to the author.",
    )
    clearances = CheckboxesField("Who must clear it?", choices=labels(ClearanceOf))

    def offer(self, people: Mapping[str, str]) -> None:
        """Say who can be chosen."""
        self.author.choices = {"": "Choose a person", **people, SOMEBODY_ELSE: "Somebody else"}

    def validate_name(self, field: StringField) -> None:
        """Ask for the name of somebody who is not on the list."""
        if self.author.data == SOMEBODY_ELSE and not field.data:
            raise wtforms.ValidationError("Enter the name of whoever writes it")

    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return Wanted(
            asked_for=self.asked_for.data or "",
            due_on=self.due_on.data,
            report_of=self.report_of.data or "",
            clearances=tuple(ClearanceOf(value) for value in self.clearances.data or ()),
        )


class SectionPart(wtforms.Form):
    """One section."""

    key = HiddenField()
    words = TextAreaField("", [Optional(), MaxLength(LONGEST_SECTION)])


class RecommendationPart(wtforms.Form):
    """One recommendation."""

    words = TextAreaField("", [Optional(), MaxLength(LONGEST_RECOMMENDATION)])


class ContactPart(wtforms.Form):
    """Somebody who answers questions."""

    name = StringField("Name and post", [RequiredWith("email", "Enter the name"), MaxLength(LONGEST_LINE)])
    email = EmailField("E-mail address", [Optional(), MaxLength(LONGEST_LINE)])
    phone = StringField("Telephone", [Optional(), MaxLength(60)])


class ReportForm(Form):
    """The whole report. `seen` is the save it began from."""

    seen = HiddenField()
    subject = StringField("Subject", [InputRequired("Enter the subject"), MaxLength(LONGEST_LINE)])
    report_of = StringField(
        "Report of", [Optional(), MaxLength(LONGEST_LINE)], description="For example, Director of Neighbourhoods"
    )
    sections = wtforms.FieldList(wtforms.FormField(SectionPart), max_entries=MOST_ROWS)
    recommendations = wtforms.FieldList(wtforms.FormField(RecommendationPart), max_entries=MOST_ROWS)
    background_papers = TextAreaField(
        "Background papers",
        [Optional(), MaxLength(LONGEST_SECTION)],
        description="What you relied on that is not published elsewhere. Write “None” if nothing.",
    )
    contacts = wtforms.FieldList(wtforms.FormField(ContactPart), max_entries=MOST_ROWS)

    @classmethod
    def of(cls, report: Report) -> "ReportForm":
        """Show what stands, or what was typed."""
        form = cls(data=_as_data(_with_the_author(report), report.edits))
        for entry in form.sections:
            form._name(entry)
        for number, row in enumerate(form.recommendations, start=1):
            row.form.words.label.text = f"Recommendation {number}"
        return form

    def _name(self, entry: Any) -> None:
        key = entry.form.key.data or ""
        words = entry.form.words
        words.label.text = heading_of(key)
        words.description = PROMPTS.get(key, "").strip("[]")

    def contents(self, report: Report) -> Contents:
        """Give what was typed. The appendices have a page of their own."""
        contacts = (entry.form for entry in self.contacts)
        return Contents(
            subject=self.subject.data or "",
            report_of=self.report_of.data or "",
            sections=tuple((each.form.key.data or "", each.form.words.data or "") for each in self.sections),
            recommendations=tuple(filter(None, (each.form.words.data for each in self.recommendations))),
            background_papers=self.background_papers.data or "",
            contacts=tuple(
                Contact(one.name.data, one.email.data or "", one.phone.data or "") for one in contacts if one.name.data
            ),
            appendices=tuple(each.title for each in report.appendices),
        )


def _with_the_author(report: Report) -> Contents:
    """Give what a report says, and what is known of its author where it does not say whose it is or whom to ask."""
    said, author = contents_of(report), report.author
    if author is None:
        return said
    on = report.meeting.on
    post = author.post_on(on)
    title = post.title_on(on) if post else ""
    named = ", ".join(words for words in (author.name_on(on), title) if words)
    contacts = said.contacts or (Contact(named, author.email or ""),)
    return replace(said, report_of=said.report_of or title, contacts=contacts)


def _as_data(said: Contents, edits: int) -> dict[str, Any]:
    """Lay out what a form begins with: every usual section, those of its own, and some empty rows."""
    written = dict(said.sections)
    keys = [*SECTIONS, *(key for key in written if key not in SECTIONS)]
    return {
        "seen": str(edits),
        "subject": said.subject,
        "report_of": said.report_of,
        "sections": [{"key": key, "words": written.get(key, "")} for key in keys],
        "recommendations": [{"words": words} for words in (*said.recommendations, *[""] * SPARE_ROWS)][:MOST_ROWS],
        "background_papers": said.background_papers,
        "contacts": [*(vars(one) for one in said.contacts), {"name": ""}][:MOST_ROWS],
    }


class UploadForm(Form):
    """A report as a file."""

    file = FileField(
        "The report",
        [FileRequired("Choose the report: a Word file or a PDF")],
        description="A Word file (.docx) or a PDF, up to 20 MB. Word is printed in the style of the partnership; "
        "a PDF goes into the pack as it is.",
    )


class RecommendationsForm(Form):
    """The recommendations that were read out of a file, to put right and confirm."""

    seen = HiddenField()
    rows = wtforms.FieldList(wtforms.FormField(RecommendationPart), max_entries=MOST_ROWS)

    @classmethod
    def of(cls, report: Report) -> "RecommendationsForm":
        """Show what was read, or what was typed."""
        rows: Sequence[str] = [*(each.words for each in report.recommendations), ""]
        form = cls(data={"seen": str(report.edits), "rows": [{"words": words} for words in rows][:MOST_ROWS]})
        for number, entry in enumerate(form.rows, start=1):
            entry.form.words.label.text = f"Recommendation {number}"
        return form

    def words(self) -> tuple[str, ...]:
        """Give the rows that say something."""
        return tuple(filter(None, (entry.form.words.data for entry in self.rows)))


class AppendixForm(Form):
    """A paper that goes with a report."""

    title = StringField(
        "Title",
        [InputRequired("Enter its title"), MaxLength(LONGEST_LINE)],
        description="For example, Appendix A: map of the lamps",
    )
    file = FileField("The paper", [FileRequired("Choose the paper: a PDF")], description="A PDF, up to 20 MB.")
    is_exempt = CheckboxField("It is not for publication")
    paragraphs = CheckboxesField(
        "Which paragraphs of Schedule 12A make it exempt?",
        choices={number: f"Paragraph {number}: {words}" for number, words in PARAGRAPHS.items()},
    )
    reason = TextAreaField(
        "Why is the public interest better served by keeping it private?",
        [Optional(), MaxLength(LONGEST_REASON)],
        description="Those entitled to private papers read this.",
    )

    def kept(self) -> Kept:
        """Give why it is kept from the public."""
        return Kept(and_list(self.paragraphs.data or []), self.reason.data or "")


class SubmitForm(Form):
    """Hand it in."""

    note = StringField("What changed since the last version", [Optional(), MaxLength(500)])


class ReasonForm(Form):
    """Why."""

    reason = TextAreaField("Reason", [InputRequired("Give a reason"), MaxLength(4000)])


class ClearanceForm(Form):
    """What somebody who must clear a report said."""

    of = RadioField("Who?", [InputRequired("Choose who")], choices=labels(ClearanceOf))
    said = RadioField(
        "What did they say?",
        [InputRequired("Choose what they said")],
        choices={"cleared": "Cleared", "refused": "Not cleared", "asked": "Nothing yet: they must clear it too"},
    )
    by = StringField("Name of whoever said so", [Optional(), MaxLength(200)])
    on = DatePartsField("On which day?", [Optional()], called="The day")
    because = TextAreaField("If not cleared, why?", [Optional(), MaxLength(4000)])


class ChaseForm(Form):
    """The words of a reminder to everybody who is late."""

    words = TextAreaField(
        "What the reminder says",
        [InputRequired("Write what the reminder says"), MaxLength(1000)],
        default=USUAL_WORDS,
        description="It stands under the subject, the meeting and the day each report was due.",
    )
