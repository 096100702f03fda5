"""Will you come, who comes in your place, and have you an interest to declare?"""

from collections.abc import Iterator
from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.models import Answer, MeetingMode
from shp_gov.queries.replies import Asked
from shp_gov.services.replies import LONGEST_INTEREST
from shp_gov.web.fields import CheckboxesField, RadioField, SelectField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

SOMEBODY, OTHER = "substitute-", "somebody-else"
NONE = "none"
WAYS = {
    MeetingMode.IN_PERSON: (Answer.ATTENDING,),
    MeetingMode.REMOTE: (Answer.REMOTE,),
    MeetingMode.HYBRID: (Answer.ATTENDING, Answer.REMOTE),
}
MINE = {
    Answer.ATTENDING: "I will be there",
    Answer.REMOTE: "I will join remotely",
    Answer.APOLOGIES: "I send apologies, and nobody comes in my place",
}
THEIRS = {
    Answer.ATTENDING: "Will be there",
    Answer.REMOTE: "Will join remotely",
    Answer.APOLOGIES: "Sends apologies, and nobody comes instead",
}


class ReplyForm(Form):
    """The questions, on one page."""

    coming = RadioField("Will you come?", [InputRequired("Choose whether you come")])
    other = SelectField("Who comes, if somebody else does?", [Optional()])
    interests = CheckboxesField(
        "In which items have you an interest to declare?",
        [InputRequired("Choose the items in which there is an interest, or that there is none")],
    )
    interest = TextAreaField(
        "What is the interest?",
        [Optional(), MaxLength(LONGEST_INTEREST)],
        description="Leave it empty if there is none.",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what belongs to the choices that were made."""
        is_right = bool(super().validate(extra_validators))
        missing = list(self._missing())
        for name, words in missing:
            self[name].errors = [*self[name].errors, words]
        return is_right and not missing

    def _missing(self) -> Iterator[tuple[str, str]]:
        other = self.other.data if "other" in self else ""
        if self.coming.data == OTHER and not other:
            yield "other", "Choose who comes"
        if self.coming.data == Answer.APOLOGIES and other:
            yield "coming", "Choose that somebody else comes, or take back who"
        chosen = self.interests.data or [] if "interests" in self else []
        if NONE in chosen and len(chosen) > 1:
            yield "interests", "Choose the items, or that there is none, not both"
        if self.item_ids() and not self.interest.data:
            yield "interest", "Enter what the interest is"

    def substitute_id(self) -> int | None:
        """Give who comes instead."""
        chosen = self.coming.data or ""
        if chosen == OTHER:
            return int(self.other.data)
        return int(chosen.removeprefix(SOMEBODY)) if chosen.startswith(SOMEBODY) else None

    def answer(self) -> Answer:
        """Give whether they come."""
        chosen = self.coming.data
        return Answer(chosen) if chosen in list(Answer) else Answer.APOLOGIES

    def item_ids(self) -> list[int]:
        """Give the items in which they have an interest."""
        chosen = self.interests.data or [] if "interests" in self else []
        return [int(number) for number in chosen if number != NONE]

    def has_no_interest(self) -> bool | None:
        """Tell whether they said that they have none; nothing where it was not asked."""
        return NONE in (self.interests.data or []) if "interests" in self else None


def form_of(asked: Asked, *, is_own: bool) -> ReplyForm:
    """Make the form for somebody, with what they replied before."""
    form = ReplyForm(data=_known(asked))
    form.coming.choices = _choices(asked, MINE if is_own else THEIRS, "my" if is_own else "their")
    form.other.choices = {"": "Nobody else"} | {str(each.id): each.name for each in asked.others}
    none = (NONE, "I have none" if is_own else "None", {"behaviour": "exclusive"})
    form.interests.choices = [none, *((str(item.id), item.title, {}) for item in asked.items)]
    if not is_own:
        form.coming.label.text = "Do they come?"
        form.interests.label.text = "In which items have they an interest to declare?"
    if not (asked.others and asked.may_send_somebody):
        del form.other
    if not asked.asks_of_interests:
        for name in ("interests", "interest"):
            del form[name]
    return form


def _choices(asked: Asked, words: dict[Answer, str], whose: str) -> dict[str, str]:
    found = {way.value: words[way] for way in (*WAYS[asked.meeting.mode], Answer.APOLOGIES)}
    if not asked.may_send_somebody:
        found[Answer.APOLOGIES.value] = "Apologies"
        return found
    found |= {f"{SOMEBODY}{each.id}": f"Apologies, and {each.name} comes in {whose} place" for each in asked.named}
    return found | ({OTHER: f"Apologies, and somebody else comes in {whose} place"} if asked.others else {})


def _known(asked: Asked) -> dict[str, Any]:
    """Start from the reply that was given; of interests, from what was declared."""
    reply = asked.reply
    known: dict[str, Any] = {"interest": next(iter(asked.declared.values()), "")}
    known["interests"] = [str(number) for number in asked.declared]
    if reply and reply.has_no_interest and not asked.declared:
        known["interests"] = [NONE]
    if reply is None:
        return known
    sent = reply.substitute_id
    if sent is None:
        return known | {"coming": reply.answer.value}
    is_named = sent in {each.id for each in asked.named}
    return known | ({"coming": f"{SOMEBODY}{sent}"} if is_named else {"coming": OTHER, "other": str(sent)})
