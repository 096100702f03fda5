"""Who arrives, leaves, stands in, or goes out of the room for one item."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import time_words
from shp_gov.models import Meeting, Minute, Seat
from shp_gov.queries.attending import CAME, Expected
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.members.asking import person_meant
from shp_gov.web.minuting.attendance_form import key_of
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.forms import ComingForm, InterestForm, SubstituteForm
from shp_gov.web.minuting.steps import Asked, ask, back_to, elsewhere, in_hand, kept, time_now


@blueprint.route("/meetings/<int:meeting_id>/minuting/comings", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def come_or_go(meeting: Meeting) -> ResponseReturnValue:
    """Record that somebody arrived or left."""
    if leave := elsewhere(meeting):
        return leave
    minute = in_hand(meeting)
    expected = {key_of(who): who for who in queries.attending.expected(meeting)}
    form = ComingForm(data={"at": time_now(meeting)})
    form.who.choices = {"": "Choose who"} | {key: _said(who) for key, who in sorted(expected.items(), key=_here_first)}

    def act() -> str:
        who = expected[str(form.who.data)]
        when = time_words(form.moment)
        if _is_in(who) and who.line is not None:
            services.comings.leave(meeting, who.line, at=form.moment, minute=minute, actor=actor())
            return f"{who.name} left at {when}."
        remote = bool(form.is_remote.data)
        services.comings.arrive(meeting, who, at=form.moment, remote=remote, minute=minute, actor=actor())
        return f"{who.name} arrived at {when}."

    says = "The quorum is worked out anew, and the moment it is lost is recorded."
    return ask(meeting, Asked("Somebody arrived or left", "Record it", back_to(meeting), says), form, act)


def _is_in(who: Expected) -> bool:
    return who.line is not None and who.line.capacity in CAME and who.line.left_at is None


def _said(who: Expected) -> str:
    instead = f", for {who.instead_of.name}" if who.instead_of else ""
    return f"{who.name}{instead}: {'leaves' if _is_in(who) else 'arrives'}"


def _here_first(pair: tuple[str, Expected]) -> tuple[bool, str]:
    return not _is_in(pair[1]), pair[1].name


@blueprint.route("/meetings/<int:meeting_id>/minuting/substitutes/new", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def substitute(meeting: Meeting) -> ResponseReturnValue:
    """Record that somebody stands in who was not named before."""
    if leave := elsewhere(meeting):
        return leave
    away = {
        key_of(who): who for who in queries.attending.expected(meeting) if not who.is_substitute and not _is_in(who)
    }
    form = SubstituteForm(data={"at": time_now(meeting)})
    form.instead.choices = {"": "Choose for whom"} | {key: f"{who.name}, {who.post}" for key, who in away.items()}

    def act() -> str:
        instead = away[str(form.instead.data)]
        seat = db.session.get_one(Seat, instead.seats[0].seat_id)
        person = person_meant(form, meeting.body, post=None, organisation=seat.organisation)
        services.substitutes.name(person, seat=seat, from_=meeting.on, meeting=meeting, actor=actor())
        db.session.flush()
        expected = queries.attending.expected(meeting)
        coming = next(who for who in expected if who.person_id == person.id and who.is_substitute)
        services.comings.arrive(meeting, coming, at=form.moment, actor=actor())
        return f"{person.name} stands in for {instead.name}."

    says = "They may read the private papers of this one meeting."
    return ask(meeting, Asked("Somebody stands in", "Record the substitute", back_to(meeting), says), form, act)


@blueprint.route("/meetings/<int:meeting_id>/minuting/items/<int:minute_id>/interest", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def interest(minute: Minute) -> ResponseReturnValue:
    """Record an interest in an item, and who is out of the room for it."""
    meeting = minute.meeting
    if leave := elsewhere(meeting):
        return leave
    lines = {str(line.id): line for line in queries.proceedings.now(meeting).here}
    form = InterestForm()
    form.who.choices = {"": "Choose who"} | {key: line.name for key, line in lines.items()}

    def act() -> str:
        line = lines[str(form.who.data)]
        leaves = form.left.data == "yes"
        services.declarations.at_item(minute, line, words=form.words.data or "", leaves=leaves, actor=actor())
        services.room_events.follow_quorum(meeting, at=time_now(meeting), minute=minute, actor=actor())
        return f"{line.name} {'is out of the room for' if leaves else 'stays for'} this item."

    back = back_to(meeting)
    return kept(form, act, lambda: back) or render_template(
        "minuting/interest.html",
        body=meeting.body,
        meeting=meeting,
        minute=minute,
        form=form,
        declared=queries.minuting.interests(minute),
        now=queries.proceedings.now(meeting, minute),
        today=viewer().on,
    )
