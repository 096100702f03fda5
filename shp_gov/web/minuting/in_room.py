"""What happens in the room: adjourned and resumed, the public out and in, no quorum, who comes and goes."""

from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.exclusion import excluding
from shp_gov.domain.permissions import Permission
from shp_gov.domain.proceedings import RoomEvent
from shp_gov.domain.words import time_words
from shp_gov.models import HouseTextKey, Meeting
from shp_gov.web.access import actor, requires
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.forms import AdjournForm, ExcludeForm, InquorateForm, MomentForm
from shp_gov.web.minuting.steps import Asked, ask, back_to, elsewhere, in_hand, time_now

INFORMAL = "Go on informally: hear, discuss, decide nothing"
ADJOURN = "Adjourn"


@blueprint.route("/meetings/<int:meeting_id>/minuting/adjournment", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def adjourn(meeting: Meeting) -> ResponseReturnValue:
    """Adjourn the meeting, or resume it."""
    if leave := elsewhere(meeting):
        return leave
    return _resume(meeting) if queries.proceedings.so_far(meeting).is_adjourned else _adjourn(meeting)


def _adjourn(meeting: Meeting) -> ResponseReturnValue:
    form = AdjournForm(data={"at": time_now(meeting)})

    def act() -> str:
        services.room_events.adjourn(meeting, at=form.moment, why=form.why.data or "", actor=actor())
        return f"Adjourned at {time_words(form.moment)}."

    return ask(meeting, Asked("Adjourn the meeting", "Adjourn", back_to(meeting)), form, act)


def _resume(meeting: Meeting) -> ResponseReturnValue:
    form = MomentForm(data={"at": time_now(meeting)})

    def act() -> str:
        services.room_events.resume(meeting, at=form.moment, actor=actor())
        return f"Resumed at {time_words(form.moment)}."

    says = "Record first who came back or left meanwhile."
    return ask(meeting, Asked("Resume the meeting", "Resume", back_to(meeting), says), form, act)


@blueprint.route("/meetings/<int:meeting_id>/minuting/public", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def public(meeting: Meeting) -> ResponseReturnValue:
    """Ask the public to leave, or let them come back."""
    if leave := elsewhere(meeting):
        return leave
    return _readmit(meeting) if queries.proceedings.so_far(meeting).is_public_out else _exclude(meeting)


def _exclude(meeting: Meeting) -> ResponseReturnValue:
    form = ExcludeForm(data={"at": time_now(meeting), "words": _resolution(meeting)})

    def act() -> str:
        services.room_events.exclude(meeting, at=form.moment, words=form.words.data or "", actor=actor())
        return f"The public were asked to leave at {time_words(form.moment)}. The resolution is minuted."

    says = "The meeting agrees to these words before anything private is discussed."
    return ask(meeting, Asked("Ask the public to leave", "Record the resolution", back_to(meeting), says), form, act)


def _resolution(meeting: Meeting) -> str:
    """Word the resolution: in the body's own words if it has some, otherwise for each private item in hand or ahead."""
    here, items = in_hand(meeting), queries.minuting.items_of(meeting)
    ahead = [item for item in items if item.outcome is None or (here and here.agenda_item_id == item.id)]
    private = [item for item in ahead if item.is_exempt]
    own = queries.minuting.house_text(meeting.body, HouseTextKey.EXCLUSION)
    return excluding(own, [(queries.minuting.label(item), item.exempt_paragraph) for item in private])


def _readmit(meeting: Meeting) -> ResponseReturnValue:
    form = MomentForm(data={"at": time_now(meeting)})

    def act() -> str:
        services.room_events.readmit(meeting, at=form.moment, actor=actor())
        return f"The public may be in the room again since {time_words(form.moment)}."

    return ask(meeting, Asked("Let the public come back", "Let them come back", back_to(meeting)), form, act)


@blueprint.route("/meetings/<int:meeting_id>/minuting/no-quorum", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def inquorate(meeting: Meeting) -> ResponseReturnValue:
    """Say what the meeting does without a quorum."""
    if leave := elsewhere(meeting):
        return leave
    minute = in_hand(meeting)
    now = queries.proceedings.now(meeting, minute)
    form = InquorateForm(data={"at": time_now(meeting)})
    form.what.choices = {RoomEvent.INFORMAL.value: INFORMAL, RoomEvent.ADJOURNED.value: ADJOURN}

    def act() -> str:
        if form.what.data == RoomEvent.ADJOURNED.value:
            why = form.why.data or "There was no quorum."
            services.room_events.adjourn(meeting, at=form.moment, why=why, actor=actor())
            return f"Adjourned at {time_words(form.moment)}."
        services.room_events.go_on_informally(meeting, at=form.moment, minute=minute, actor=actor())
        return "The meeting goes on informally. Nothing is decided until there is a quorum."

    return ask(meeting, Asked("No quorum", "Record it", back_to(meeting), now.quorum.words), form, act)
