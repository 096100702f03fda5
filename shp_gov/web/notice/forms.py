"""What officers record of notice, papers and private business."""

from datetime import date, datetime
from typing import Any

from wtforms.validators import Optional, ValidationError

from shp_gov import clock
from shp_gov.domain.checks.facts_of_access import Recording
from shp_gov.domain.clear_days import BASIS_WORDS, Basis
from shp_gov.domain.guards_of_access import LONGEST_REASON
from shp_gov.models import AccessRegime, Body, Meeting, MeetingMode, Minute, Report
from shp_gov.services.notice import NoticeGiven, TakenInPrivate
from shp_gov.web.fields import CheckboxField, DatePartsField, RadioField, StringField, TextAreaField, TimeField, labels
from shp_gov.web.filters import sentence_case
from shp_gov.web.forms import Form, MaxLength, RequiredWith

YES_NO = {"yes": "Yes", "no": "No"}
UNKNOWN = {"": "Not recorded"}
NONE = "none"
LISTS = {
    "": "Nobody has looked",
    "listed": "It lists them",
    NONE: "It says that there are none",
    "missing": "It says nothing about them",
}
REGIMES = {
    AccessRegime.STATUTORY_COMMITTEE.value: "It is a committee of a council, or of several: the law binds it",
    AccessRegime.ADOPTED.value: "The law does not bind it, but it adopted the rules",
    AccessRegime.NONE.value: "Neither",
}


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _known(typed: Any) -> bool | None:
    return {"yes": True, "no": False}.get(typed)


class BodyForm(Form):
    """By what right a body keeps the access rules, and which days count."""

    regime = RadioField("By what right does it keep the access rules?", choices=REGIMES)
    basis = RadioField(
        "Which days count as clear days?",
        choices={"": "It has not said"} | {basis.value: sentence_case(words) for basis, words in BASIS_WORDS.items()},
        description="No statute says. Until the partnership does, working days are counted: the safest.",
    )
    as_is = CheckboxField(
        "Papers put out on a day that does not count are out on that day",
        description="If you leave this empty they are out on the next day that counts.",
    )

    @classmethod
    def of(cls, body: Body) -> "BodyForm":
        """Make the form with what is recorded."""
        basis = body.clear_days_basis.value if body.clear_days_basis else ""
        return cls(regime=body.access_regime.value, basis=basis, as_is=body.papers_count_as_is)

    def answers(self) -> dict[str, Any]:
        """Give what was chosen."""
        basis = Basis(self.basis.data) if self.basis.data else None
        return {"regime": AccessRegime(self.regime.data), "basis": basis, "as_is": bool(self.as_is.data)}


class MeetingForm(Form):
    """When a meeting was announced and its papers put out, and how the public could follow it."""

    noticed_on = DatePartsField(
        "When was notice of its time and place given?", [Optional()], called="The day of the notice"
    )
    published_on = DatePartsField(
        "When were the agenda and the open reports put out?", [Optional()], called="The day of the papers"
    )
    convened_on = DatePartsField(
        "If it was called at short notice, when was it called?",
        [Optional()],
        called="The day of the calling",
        description="Leave this empty for a meeting called in time.",
    )
    mode = RadioField("How did people attend?", choices=labels(MeetingMode))
    link_on = DatePartsField(
        "If the public could follow by a link, when was it put out?",
        [RequiredWith("link_at", "Enter the day of the link")],
        called="The day of the link",
    )
    link_at = TimeField("Time of the link", [Optional()], description="For example 10am")
    recording = RadioField("Could the public film, record and report on it?", choices=UNKNOWN | labels(Recording))
    coherent = RadioField(
        "Without what is private, are the public minutes fair and coherent?",
        choices={"": "Nobody has looked"} | YES_NO,
        description="If not, write a summary for the public at the private minute.",
    )

    @classmethod
    def of(cls, meeting: Meeting, *, has_private: bool) -> "MeetingForm":
        """Make the form with what is recorded. Whether the rest is coherent is asked where something is private."""
        link = meeting.link_published_at.astimezone(clock.LONDON) if meeting.link_published_at else None
        form = cls(
            noticed_on=meeting.noticed_on,
            published_on=meeting.agenda_published_on,
            convened_on=meeting.convened_on,
            mode=meeting.mode.value,
            link_on=link.date() if link else None,
            link_at=link.time() if link else None,
            recording=meeting.recording.value if meeting.recording else "",
            coherent=_yes_no(meeting.is_open_record_coherent),
        )
        if not has_private:
            del form.coherent
        return form

    def answers(self, meeting: Meeting) -> NoticeGiven:
        """Give what was recorded; what was not asked stays."""
        return NoticeGiven(
            noticed_on=self.noticed_on.data,
            agenda_published_on=self.published_on.data,
            convened_on=self.convened_on.data,
            mode=MeetingMode(self.mode.data),
            link_published_at=self._link(),
            recording=Recording(self.recording.data) if self.recording.data else None,
            is_open_record_coherent=(
                _known(self.coherent.data) if "coherent" in self else meeting.is_open_record_coherent
            ),
        )

    def _link(self) -> datetime | None:
        if self.link_on.data is None or self.link_at.data is None:
            return None
        return datetime.combine(self.link_on.data, self.link_at.data, tzinfo=clock.LONDON)


class MinuteForm(Form):
    """How a minute was taken: whether its item came late, and how it was kept from the public."""

    added_on = DatePartsField(
        "If its item was added after the agenda was put out, when?",
        [Optional()],
        called="The day it was added",
        description="Leave this empty for an item on the agenda as it was first put out.",
    )
    paragraph = StringField(
        "Which paragraph of Schedule 12A makes it exempt?",
        [Optional(), MaxLength(40)],
        description="A number from 1 to 7, or several: “3 and 7”.",
    )
    interest = TextAreaField(
        "Why is the public interest better served by keeping it private?",
        [Optional(), MaxLength(LONGEST_REASON)],
        description="Only those who may read the private papers see this.",
    )
    summary = TextAreaField(
        "What may the public know of it?",
        [Optional(), MaxLength(LONGEST_REASON)],
        description="The public reads this in place of the minute. Name nobody, and nothing that is exempt.",
    )
    confidential = CheckboxField(
        "It was confidential",
        description="A Government department gave it on terms that forbid disclosure, or an enactment or a court does.",
    )
    excluded = RadioField("Was the public excluded while it was considered?", choices=UNKNOWN | YES_NO)

    @classmethod
    def of(cls, minute: Minute) -> "MinuteForm":
        """Make the form with what is recorded. An open minute has no paragraph, no reason and no summary."""
        form = cls(
            added_on=minute.agenda_item.added_on if minute.agenda_item else None,
            paragraph=minute.exempt_paragraph,
            interest=minute.public_interest_reason,
            summary=minute.public_summary,
            confidential=minute.is_confidential,
            excluded=_yes_no(minute.public_was_excluded),
        )
        if not minute.agenda_item:
            del form.added_on
        if not minute.is_exempt:
            del form.paragraph, form.interest, form.summary
        return form

    def added(self) -> date | None:
        """Give the day on which its item was added, where it has one."""
        day: date | None = self.added_on.data if "added_on" in self else None
        return day

    def answers(self) -> TakenInPrivate:
        """Give what was recorded."""
        return TakenInPrivate(
            is_confidential=bool(self.confidential.data),
            public_was_excluded=_known(self.excluded.data),
            exempt_paragraph=self._words("paragraph"),
            public_interest_reason=self._words("interest"),
            public_summary=self._words("summary"),
        )

    def _words(self, name: str) -> str | None:
        return self[name].data or None if name in self else None


class ReportForm(Form):
    """What a report says of its background papers, and how a withheld one is marked."""

    says = RadioField("What does the report say about background papers?", choices=LISTS)
    papers = TextAreaField("The papers it lists", [MaxLength(LONGEST_REASON)], description="One on each line.")
    marked = RadioField(
        "Does every copy say “Not for publication”?",
        choices=UNKNOWN | YES_NO,
        description="A withheld report is marked so, with the ground on which it is exempt.",
    )

    @classmethod
    def of(cls, report: Report) -> "ReportForm":
        """Make the form with what is recorded. Only a withheld report is marked."""
        known = report.background_papers
        says = "" if known is None else "missing" if not known else NONE if known == NONE else "listed"
        form = cls(says=says, papers=known if says == "listed" else "", marked=_yes_no(report.is_marked))
        if not report.is_exempt:
            del form.marked
        return form

    def validate_papers(self, field: TextAreaField) -> None:
        """Ask for the papers where the report lists them."""
        if self.says.data == "listed" and not field.data:
            raise ValidationError("Enter the papers that it lists")

    def answers(self) -> dict[str, Any]:
        """Give what was recorded."""
        said = {"": None, "missing": "", NONE: NONE}
        papers = said.get(self.says.data, self.papers.data)
        return {"background_papers": papers, "is_marked": _known(self.marked.data) if "marked" in self else None}
