"""The ticks of everybody who was expected, and who else came."""

from collections.abc import Sequence
from typing import Any

from wtforms.validators import Optional

from shp_gov.models import Meeting, MeetingMode
from shp_gov.queries.attending import Expected
from shp_gov.services.attending import LONGEST_NAME, Named, Ticks
from shp_gov.web.fields import CheckboxField, HiddenField, SelectField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

LONGEST_LIST = 4000
ONE_A_LINE = "One on each line: the name, a comma, the post."


class AttendanceForm(Form):
    """Ticks for everybody who was expected, and who else came."""

    expected: Sequence[Expected] = ()
    with_remote = False
    chair_was = HiddenField()
    officers_was = HiddenField()
    others_was = HiddenField()
    chair = SelectField("Who is in the chair?", [Optional()])
    officers = TextAreaField("Officers", [Optional(), MaxLength(LONGEST_LIST)], description=ONE_A_LINE)
    others = TextAreaField("Also present", [Optional(), MaxLength(LONGEST_LIST)], description=ONE_A_LINE)

    def rows(self) -> list[tuple[Expected, list[Any]]]:
        """Give everybody who was expected with their ticks."""
        return [(who, [self[f"{name}_{key_of(who)}"] for name in self._names(who)]) for who in self.expected]

    def _names(self, who: Expected) -> list[str]:
        names = ["here", "remote"] if self.with_remote else ["here"]
        return names if who.is_substitute else [*names, "apologies"]

    def ticks(self) -> list[Ticks]:
        """Give what was ticked."""
        return [
            Ticks(
                who,
                is_here=self._is_ticked("here", who) or self._is_ticked("remote", who),
                is_remote=self._is_ticked("remote", who),
                sent_apologies=self._is_ticked("apologies", who),
                is_touched=self._shown(who) != self[f"was_{key_of(who)}"].data,
            )
            for who in self.expected
        ]

    def _is_ticked(self, name: str, who: Expected) -> bool:
        field = f"{name}_{key_of(who)}"
        return field in self and bool(self[field].data)

    def _shown(self, who: Expected) -> str:
        return " ".join(name for name in ("here", "remote", "apologies") if self._is_ticked(name, who))

    @property
    def touches_chair(self) -> bool:
        """Tell whether somebody else is said to be in the chair than the page showed."""
        return (self.chair.data or "") != (self.chair_was.data or "")

    def chair_id(self) -> int | None:
        """Give who is in the chair."""
        return int(self.chair.data) if self.chair.data else None


def key_of(who: Expected) -> str:
    """Name somebody in the form: the same person may be expected in more than one place."""
    return f"{who.person_id}_{who.instead_of.person_id}" if who.instead_of else str(who.person_id)


def named_in(words: str | None) -> list[Named]:
    """Read names, one on each line, each with the post after a comma."""
    rows = [line.partition(",") for line in (words or "").splitlines() if line.strip(" ,")]
    return [Named(name.strip()[:LONGEST_NAME], post.strip()[:LONGEST_NAME] or None) for name, _, post in rows if name]


def with_added(field: Any, was: Any, recorded: str) -> list[Named]:
    """Read names, with those that a colleague added since the page was opened."""
    typed = named_in(field.data)
    known = {named.name for named in typed}
    added = [named for named in named_in(recorded) if named.name not in (was.data or "")]
    return [*typed, *(named for named in added if named.name not in known)]


def attendance_form(meeting: Meeting, expected: Sequence[Expected], known: dict[str, Any]) -> AttendanceForm:
    """Make the form for those expected at a meeting, with what is known of them ticked."""
    fields: dict[str, Any] = {"expected": expected, "with_remote": meeting.mode is not MeetingMode.IN_PERSON}
    for who in expected:
        key = key_of(who)
        fields[f"here_{key}"] = CheckboxField("Here")
        fields[f"remote_{key}"] = CheckboxField("Remotely")
        fields[f"apologies_{key}"] = CheckboxField("Apologies")
        known[f"here_{key}"] = who.is_here and not (who.is_remote and fields["with_remote"])
        known[f"remote_{key}"] = who.is_here and who.is_remote
        known[f"apologies_{key}"] = who.sent_apologies
        fields[f"was_{key}"] = HiddenField()
        ticked = [name for name in ("here", "remote", "apologies") if known[f"{name}_{key}"]]
        known[f"was_{key}"] = " ".join(ticked)
    known |= {f"{name}_was": known[name] for name in ("chair", "officers", "others")}
    form: AttendanceForm = type("AttendanceOfMeeting", (AttendanceForm,), fields)(data=known)
    people = {str(who.person_id): f"{who.name}" for who in expected}
    form.chair.choices = {"": "Nobody yet"} | people
    return form
