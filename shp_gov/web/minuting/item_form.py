"""The form of one item: what was said, each recommendation, a decision of the meeting's own, what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import wtforms
from wtforms.validators import Optional

from shp_gov import queries
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.register.due import Due
from shp_gov.domain.words import day_words
from shp_gov.models import Agreement, Decision, ItemKind, ItemOutcome, ItemPurpose, Minute, Recommendation, Ruling
from shp_gov.queries import minutes_versions
from shp_gov.queries.asking import Asked
from shp_gov.web.fields import CheckboxField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

RULINGS = {Ruling.AGREED.value: "Agree", Ruling.AMENDED.value: "Amend", Ruling.REFUSED.value: "Refuse"}
HOW = {
    Agreement.CONSENSUS.value: "By consensus",
    Agreement.NO_DISSENT.value: "Nobody against",
    Agreement.VOTE.value: "By a vote",
}
OUTCOMES = {
    ItemOutcome.NOTED.value: "Noted",
    ItemOutcome.DISCUSSED.value: "Discussed",
    ItemOutcome.NOTHING_RAISED.value: "Nothing raised",
    ItemOutcome.DEFERRED.value: "Deferred to another meeting",
    ItemOutcome.NOT_REACHED.value: "Not reached",
    ItemOutcome.WITHDRAWN.value: "Withdrawn",
}
USUAL = {
    ItemKind.APOLOGIES: ItemOutcome.NOTED,
    ItemKind.DECLARATIONS: ItemOutcome.NOTHING_RAISED,
    ItemKind.URGENT_BUSINESS: ItemOutcome.NOTHING_RAISED,
    ItemKind.PRESENTATION: ItemOutcome.DISCUSSED,
}
BY_PURPOSE = {ItemPurpose.INFORMATION: ItemOutcome.NOTED, ItemPurpose.DISCUSSION: ItemOutcome.DISCUSSED}
TAKEN = (Ruling.AGREED, Ruling.AMENDED)
LONGEST_SAID = 200_000
LONGEST_WORDS = 4000
DUE_SAYS = "A day such as 12 November, or “next meeting”."
NEXT = "next meeting"
NO_OWNER = "Nobody: it gives no action"
RULED = {
    None: "Somebody else took the decision back.",
    Ruling.AGREED: "Somebody else agreed it.",
    Ruling.AMENDED: "Somebody else amended it: “{words}”",
    Ruling.REFUSED: "Somebody else refused it.",
}
YOURS = "Yours is kept here. Save again to put it in its place."


@dataclass(frozen=True)
class Put:
    """A recommendation as it is put to the meeting: its decision, if it has one, and what its words ask."""

    recommendation: Recommendation
    decision: Decision | None
    asked: Asked | None

    @property
    def takes_action(self) -> bool:
        """Tell whether an action can be given with it now."""
        return self.decision is None or not self.decision.actions

    @property
    def seen(self) -> str:
        """Give the fingerprint of what is recorded of it."""
        return queries.minuting.seen_of(self.recommendation, self.decision)

    @property
    def stamp(self) -> str:
        """Give the mark of what its fields show before anybody touches them."""
        return _stamp(self.recommendation.ruling, self.words)

    @property
    def words(self) -> str:
        """Give the words in its box."""
        return self.recommendation.ruled_words or self.recommendation.words

    def news(self) -> str:
        """Say what somebody else made of it."""
        return f"{RULED[self.recommendation.ruling].format(words=self.words)} {YOURS}"


def _stamp(ruling: str | None, words: str | None) -> str:
    return fingerprint([ruling or "", (words or "").split() if ruling == Ruling.AMENDED else []])


class ItemForm(Form):
    """Everything that is written down while one item is taken."""

    put: Sequence[Put] = ()
    version = HiddenField()
    how_was = HiddenField()
    outcome_was = HiddenField()
    outcome_seen = HiddenField()
    stayed = CheckboxField("The public stayed: nobody was asked to leave for this item")
    narrative = TextAreaField("What was said", [Optional(), MaxLength(LONGEST_SAID)])
    how = RadioField("How was it agreed?", choices=HOW, validate_choice=False)
    decision = TextAreaField("Decision", [Optional(), MaxLength(LONGEST_WORDS)])
    owner_own = SelectField("Owner", [Optional()])
    due_own = StringField("By when", [Optional(), MaxLength(100)])
    outcome = RadioField("What came of this item?", choices=OUTCOMES, validate_choice=False)
    reason = StringField("Why is it deferred or withdrawn?", [Optional(), MaxLength(LONGEST_WORDS)])

    def rows(self) -> list[tuple[Put, Any, Any, Any, Any]]:
        """Give each recommendation with its fields."""
        return [(put, *(self[f"{name}_{put.recommendation.id}"] for name in FIELDS)) for put in self.put]

    def ruling(self, put: Put) -> Ruling | None:
        """Give what was ruled on a recommendation."""
        said = self[f"ruling_{put.recommendation.id}"].data
        return Ruling(said) if said in RULINGS else None

    def agreement(self) -> Agreement:
        """Give how it was agreed."""
        return Agreement(self.how.data) if self.how.data in HOW else Agreement.CONSENSUS

    def chosen_outcome(self) -> ItemOutcome | None:
        """Give what came of the item, where that was chosen."""
        return ItemOutcome(self.outcome.data) if self.outcome.data in OUTCOMES else None

    def touches(self, put: Put) -> bool:
        """Tell whether this page says something else of a recommendation than it showed, and than is recorded."""
        number = put.recommendation.id
        typed = _stamp(self[f"ruling_{number}"].data, self[f"words_{number}"].data)
        return typed not in (self[f"was_{number}"].data, put.stamp) or self.changes_how

    @property
    def changes_how(self) -> bool:
        """Tell whether it is said otherwise how the decisions were agreed."""
        return self.how.data in HOW and self.how.data != self.how_was.data

    def agreement_of(self, put: Put) -> Agreement:
        """Give how a recommendation was agreed: as it was, unless this page says otherwise."""
        return put.decision.agreement if put.decision and not self.changes_how else self.agreement()

    def seen(self, put: Put) -> str:
        """Give the fingerprint of what the page showed of a recommendation."""
        return self[f"seen_{put.recommendation.id}"].data or ""

    @property
    def touches_outcome(self) -> bool:
        """Tell whether this page says something else of the outcome than it showed."""
        return self.outcome_said != self.outcome_was.data

    @property
    def outcome_said(self) -> str:
        """Give the mark of what this page says of the outcome."""
        return _outcome_stamp(self.outcome.data, self.reason.data)

    def catch_up(self, minute: Minute, put: Sequence[Put]) -> None:
        """Show what somebody else ruled since the page was opened; where both ruled, tell it beside one's own."""
        self.put = put
        for each in [each for each in put if each.seen != self.seen(each)]:
            number = each.recommendation.id
            ruling, words = self[f"ruling_{number}"], self[f"words_{number}"]
            if self.touches(each):
                ruling.errors = [each.news()]
            else:
                ruling.data, words.data = each.recommendation.ruling, each.words
            self[f"seen_{number}"].data, self[f"was_{number}"].data = each.seen, each.stamp
        if self.outcome_seen.data != (recorded := outcome_seen(minute)):
            said = minute.agenda_item.outcome_words or "" if minute.agenda_item else ""
            self.outcome.errors = [
                f"Somebody else said: {OUTCOMES.get(_outcome(minute, put) or '', 'nothing')}. {said}"
            ]
            self.outcome_seen.data = recorded

    def given(self) -> list[tuple[Any, Any]]:
        """Give owner and date of each action that is given: with a decision only."""
        rows = [(owner, due) for put, _, _, owner, due in self.rows() if self.ruling(put) in TAKEN and owner.data]
        return [*rows, (self.owner_own, self.due_own)] if self.decision.data and self.owner_own.data else rows

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the other half of an action of which only one was given."""
        good = bool(super().validate(extra_validators))
        halves = [due for _, due in self.given() if not _is_whole(due)]
        return good and not halves


FIELDS = ("ruling", "words", "owner", "due")


def _is_whole(due: wtforms.Field) -> bool:
    if not due.data:
        due.errors = ["Enter by when, such as 12 November, or “next meeting”"]
    return bool(due.data)


def item_form(minute: Minute, put: Sequence[Put], owners: Mapping[str, str]) -> ItemForm:
    """Make the form for a minute, with what is recorded of it."""
    fields: dict[str, Any] = {"put": put}
    known: dict[str, Any] = {
        "version": str(minute.version),
        "narrative": minute.narrative,
        "how": _how(minute).value,
        "how_was": _how(minute).value,
        **_known_outcome(minute, put),
    }
    for each in put:
        number = each.recommendation.id
        fields |= _fields_of(each)
        known |= {f"ruling_{number}": each.recommendation.ruling and each.recommendation.ruling.value}
        known |= {f"words_{number}": each.words, f"seen_{number}": each.seen, f"was_{number}": each.stamp}
        if each.takes_action and each.asked and each.asked.has_owner:
            known |= {
                f"owner_{number}": _owner_key(each.asked, owners),
                f"due_{number}": due_words(each.asked.due) or NEXT,
            }
    form: ItemForm = type("FormOfItem", (ItemForm,), fields)(data=known)
    offered = {**owners, "": NO_OWNER}
    for field in (form.owner_own, *(owner for _, _, _, owner, _ in form.rows())):
        field.choices = offered
    return form


def _fields_of(put: Put) -> dict[str, Any]:
    number, ordinal = put.recommendation.id, put.recommendation.ordinal
    label = f"{ordinal}. {put.recommendation.words}"
    amended = [Optional(), MaxLength(LONGEST_WORDS)]
    return {
        f"ruling_{number}": RadioField(label, choices=RULINGS, validate_choice=False),
        f"words_{number}": TextAreaField("Words as amended", amended),
        f"owner_{number}": SelectField("Owner", [Optional()]),
        f"due_{number}": StringField("By when", [Optional(), MaxLength(100)]),
        f"seen_{number}": HiddenField(),
        f"was_{number}": HiddenField(),
    }


def _owner_key(asked: Asked, owners: Mapping[str, str]) -> str:
    key = f"seat {asked.seat_id}" if asked.seat_id else f"organisation {asked.organisation_id}"
    return key if key in owners else ""


def due_words(due: Due) -> str:
    """Write by when, as it is typed."""
    return NEXT if due.by_next_meeting else day_words(due.on) if due.on else ""


def _how(minute: Minute) -> Agreement:
    said = [decision.agreement for decision in minute.decisions if decision.agreement.value in HOW]
    return said[-1] if said else Agreement.CONSENSUS


def _known_outcome(minute: Minute, put: Sequence[Put]) -> dict[str, Any]:
    outcome, reason = _outcome(minute, put), minute.agenda_item.outcome_words if minute.agenda_item else None
    was = _outcome_stamp(outcome, reason)
    return {"outcome": outcome, "reason": reason, "outcome_was": was, "outcome_seen": outcome_seen(minute)}


def outcome_seen(minute: Minute) -> str:
    """Give the mark of what is recorded as having come of an item."""
    item = minute.agenda_item
    return _outcome_stamp(item.outcome, item.outcome_words) if item else ""


def _outcome_stamp(outcome: str | None, reason: str | None) -> str:
    return fingerprint([outcome if outcome in OUTCOMES else "", (reason or "").split()])


def _outcome(minute: Minute, put: Sequence[Put]) -> str | None:
    """Suggest what came of an item: what is recorded, or what is usual for one of its kind."""
    item = minute.agenda_item
    if item is None:
        return None
    usual = None if put or minute.decisions else USUAL.get(item.kind) or BY_PURPOSE.get(item.purpose)
    if item.kind is ItemKind.DECLARATIONS and minutes_versions.interests(minute.meeting):
        usual = ItemOutcome.NOTED
    found = item.outcome or usual
    return found.value if found else None
