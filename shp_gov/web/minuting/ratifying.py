"""A meeting answers what was decided before it: the decision is minuted in the words of the script, and linked."""

from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.models import Minute
from shp_gov.web.access import actor, requires
from shp_gov.web.fields import RadioField
from shp_gov.web.forms import Form
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.steps import Asked, ask, elsewhere, item_page, time_now

RATIFIED = {"ratified": "It ratifies the decision", "not": "It does not ratify it"}
SAYS = "The decision is minuted in these words, and what was decided between meetings is answered."


class RatifyHereForm(Form):
    """Which decision, and what the meeting says to it."""

    which = RadioField("Which decision?", [InputRequired("Choose the decision")], choices={})
    said = RadioField("What does the meeting say?", [InputRequired("Choose what it says")], choices=RATIFIED)


@blueprint.route("/meetings/<int:meeting_id>/minuting/items/<int:minute_id>/ratify", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def ratify(minute: Minute) -> ResponseReturnValue:
    """Record what the meeting says to a decision taken before it."""
    meeting = minute.meeting
    if leave := elsewhere(meeting):
        return leave
    waiting = {str(each.id): each for each in queries.between_meetings.waiting(meeting.body)}
    form = RatifyHereForm(data={"which": next(iter(waiting), None)})
    form.which.choices = {key: queries.between_meetings.asked_to_ratify(each) for key, each in waiting.items()}

    def act() -> str:
        interim, is_ratified = waiting[str(form.which.data)], form.said.data == "ratified"
        services.minuting.begin(minute, at=time_now(meeting), actor=actor())
        services.between_meetings.answer_at(interim, minute, is_ratified=is_ratified, actor=actor())
        services.minuting.settle(minute, at=time_now(meeting), actor=actor())
        return "What the meeting says is minuted."

    says = SAYS if waiting else "Nothing waits to be ratified."
    return ask(meeting, Asked("To be ratified", "Record it", item_page(minute), says), form, act)
