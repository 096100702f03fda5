"""Votes, dissent, a decision changed or taken back, an urgent item."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain import minutes_words
from shp_gov.domain.permissions import Permission
from shp_gov.models import Decision, Meeting, Minute, Person, Ruling, Vote
from shp_gov.services.agenda import Wording
from shp_gov.services.voting import Motion
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.forms import DecisionForm, DissentForm, UrgentForm, VoteForm, names_form
from shp_gov.web.minuting.item_form import HOW
from shp_gov.web.minuting.steps import Asked, ask, back_to, elsewhere, is_being_written, item_page, kept
from shp_gov.web.paging import whole_number

OTHER = "other"
GONE = "Somebody else took this decision back meanwhile. Record it anew if it was decided after all."


@blueprint.route("/meetings/<int:meeting_id>/minuting/items/<int:minute_id>/vote", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def vote(minute: Minute) -> ResponseReturnValue:
    """Record a vote by its counts, or put it right."""
    if leave := elsewhere(minute.meeting, or_written=True) or _gone(minute):
        return leave
    motions = _motions(minute)
    form = VoteForm(data=_known(minute, motions))
    form.motion.choices = _offered(motions)

    def act() -> Vote:
        motion = _chosen(motions, form)
        return services.voting.by_counts(minute, motion, form.counts(), casting=form.casting_vote(), actor=actor())

    return _voted(minute, form, act, by_names=False)


@blueprint.route("/meetings/<int:meeting_id>/minuting/items/<int:minute_id>/vote/names", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def named_vote(minute: Minute) -> ResponseReturnValue:
    """Record a vote by name, or put it right."""
    if leave := elsewhere(minute.meeting, or_written=True) or _gone(minute):
        return leave
    motions = _motions(minute)
    form = names_form(queries.proceedings.now(minute.meeting, minute).voters, _known(minute, motions))
    form.motion.choices = _offered(motions)

    def act() -> Vote:
        motion = _chosen(motions, form)
        return services.voting.by_names(minute, motion, form.casts(), casting=form.casting_vote(), actor=actor())

    return _voted(minute, form, act, by_names=True)


def _voted(minute: Minute, form: VoteForm, act: Callable[[], Vote], *, by_names: bool) -> ResponseReturnValue:
    def said() -> str:
        if "withdraw" in request.form:
            services.voting.take_back(minute, _asked_for() or 0, actor=actor())
            return "The vote is taken back."
        vote = act()
        if not is_being_written(minute.meeting):
            services.minuting.settle(minute, actor=actor())
        counted = f"{vote.votes_for} for, {vote.votes_against} against, {vote.abstentions} abstained"
        return f"{'Carried' if vote.is_carried else 'Not carried'}: {counted}."

    back = item_page(minute)
    return kept(form, said, lambda: back) or render_template(
        "minuting/vote.html",
        body=minute.meeting.body,
        meeting=minute.meeting,
        minute=minute,
        form=form,
        by_names=by_names,
        back=back,
        is_over=is_being_written(minute.meeting),
        changed=_vote_asked_for(minute),
    )


def _motions(minute: Minute) -> dict[str, Motion]:
    """List what can be voted on: each decision, and each recommendation that is not decided, or was refused.

    What was voted on already is left out: that vote is changed by its own link, and never by another one.
    """
    voted = {key for each in queries.minuting.votes(minute) if each.id != _asked_for() for key in _about(each)}
    made = {decision.recommendation_id for decision in minute.decisions}
    found = {f"decision {each.id}": Motion(decision=each) for each in minute.decisions}
    left = [each for each in queries.minuting.recommendations(minute) if each.id not in made]
    if is_being_written(minute.meeting):
        left = [each for each in left if each.ruling is Ruling.REFUSED]
    found |= {f"recommendation {each.id}": Motion(recommendation=each) for each in left}
    return {key: motion for key, motion in found.items() if key not in voted}


def _about(vote: Vote) -> tuple[str, ...]:
    """Name what a vote is about as the form does: its decision, otherwise the recommendation that fell; or neither."""
    if vote.decision_id is not None:
        return (f"decision {vote.decision_id}",)
    return (f"recommendation {vote.recommendation_id}",) if vote.recommendation_id is not None else ()


def _offered(motions: dict[str, Motion]) -> dict[str, str]:
    return {key: motion.said for key, motion in motions.items()} | {OTHER: "Other words"}


def _asked_for() -> int | None:
    """Tell which vote is changed, which the address names."""
    return whole_number(request.args.get("vote", ""))


def _vote_asked_for(minute: Minute) -> Vote | None:
    return next((each for each in queries.minuting.votes(minute) if each.id == _asked_for()), None)


def _gone(minute: Minute) -> ResponseReturnValue | None:
    """Lead back where the address asks for a vote that is not there any more."""
    if request.method == "POST" or "vote" not in request.args or _vote_asked_for(minute) is not None:
        return None
    flash("This vote is not there any more: somebody changed it, or took it back.", "warning")
    return redirect(item_page(minute))


def _known(minute: Minute, motions: dict[str, Motion]) -> dict[str, Any]:
    """Fill in the vote that is changed; otherwise choose beforehand what waits for one."""
    vote = _vote_asked_for(minute)
    if vote is None:
        return {"motion": _first(motions), "casting": ""}
    about = next(iter(_about(vote)), OTHER)
    put = {"motion": about} if about in motions else {"motion": OTHER, "words": vote.motion}
    casting = ("for" if vote.is_carried else "against") if vote.votes_for == vote.votes_against else ""
    counts = {"votes_for": vote.votes_for, "against": vote.votes_against, "abstained": vote.abstentions}
    return put | counts | {"casting": casting} | {f"cast_{each.person_id}": each.cast.value for each in vote.names}


def _first(motions: dict[str, Motion]) -> str:
    """Choose beforehand what is said to be agreed by a vote and has none, or what is left to decide."""
    waits = [
        key for key, motion in motions.items() if motion.decision is None or motion.decision.agreement.value == "vote"
    ]
    return waits[0] if waits else next(iter(motions), OTHER)


def _chosen(motions: dict[str, Motion], form: VoteForm) -> Motion:
    """Give what was voted on. New words typed that one of those offered has already are about that one."""
    typed, changed = form.words.data or "", _asked_for()
    offered = [] if changed else motions.values()
    same = next((each for each in offered if minutes_words.is_same(each.said, typed)), Motion(words=typed))
    return replace(motions.get(str(form.motion.data)) or same, replaces=changed)


@blueprint.route(
    "/meetings/<int:meeting_id>/minuting/items/<int:minute_id>/decisions/<int:decision_id>", methods=["GET", "POST"]
)
@requires(Permission.TAKE_MINUTES, of=queries.minuting.decision)
def decision(decision: Decision) -> ResponseReturnValue:
    """Change a decision, or take it back."""
    minute, number = decision.minute, decision.id
    if leave := elsewhere(minute.meeting):
        return leave
    shown = {"words": decision.words, "how": decision.agreement.value, "reasons": decision.reasons}
    form = DecisionForm(data=shown | {"seen": queries.minuting.seen_of(decision)})
    form.how.choices = HOW
    back = url_for(".item", meeting_id=minute.meeting_id, minute_id=minute.id)
    if form.validate_on_submit():
        with form.refusals():
            said = _changed(decision, form)
            result = once.spend(viewer(), back)
            db.session.commit()
            flash(said)
            return redirect(result)
        if not queries.minuting.is_there(number):
            flash(GONE, "warning")
            return redirect(back)
        form.catch_up(decision)
    return render_template(
        "minuting/decision.html",
        body=minute.meeting.body,
        meeting=minute.meeting,
        minute=minute,
        decision=decision,
        form=form,
        back=back,
    )


def _changed(decision: Decision, form: DecisionForm) -> str:
    reference = decision.reference
    if "withdraw" in request.form:
        services.rulings.take_back(decision, seen=form.seen.data, actor=actor())
        return f"Decision {reference} is taken back."
    services.rulings.reword(
        decision,
        words=form.words.data or "",
        agreement=form.how.data or "",
        reasons=form.reasons.data or "",
        seen=form.seen.data,
        actor=actor(),
    )
    return f"Decision {reference} is changed."


@blueprint.route(
    "/meetings/<int:meeting_id>/minuting/items/<int:minute_id>/decisions/<int:decision_id>/dissent",
    methods=["GET", "POST"],
)
@requires(Permission.TAKE_MINUTES, of=queries.minuting.decision)
def dissent(decision: Decision) -> ResponseReturnValue:
    """Record who did not agree with a decision; change what is recorded of it, or take it back."""
    meeting = decision.minute.meeting
    if leave := elsewhere(meeting, or_written=True):
        return leave
    known = {str(row.person_id): row for row in queries.minuting.dissents(decision.minute) if row.decision is decision}
    asked = known.get(request.args.get("who", ""))
    people = {str(asked.person_id): asked.person} if asked else _here(decision)
    form = DissentForm(data={"who": str(asked.person_id), "words": asked.words} if asked else {})
    form.who.choices = ({} if asked else {"": "Choose who"}) | {key: person.name for key, person in people.items()}

    def act() -> str:
        return _dissented(decision, people[str(form.who.data)], form.words.data or "")

    says = f"Decision {decision.reference}: {decision.words}"
    title = f"{asked.person.name} did not agree" if asked else "Somebody did not agree"
    verbs = {"verb": "Save", "other": "Take it back"} if asked else {"verb": "Record it"}
    return ask(meeting, Asked(title, back=item_page(decision.minute), says=says, **verbs), form, act)


def _here(decision: Decision) -> dict[str, Person]:
    lines = queries.proceedings.now(decision.minute.meeting, decision.minute).here
    return {str(line.person_id): line.person for line in lines if line.person}


def _dissented(decision: Decision, person: Person, words: str) -> str:
    if "withdraw" in request.form:
        services.voting.take_dissent_back(decision, person, actor=actor())
        return f"It is no longer recorded that {person.name} did not agree."
    services.voting.dissent(decision, person, words=words, actor=actor())
    return f"It is recorded that {person.name} did not agree."


@blueprint.route("/meetings/<int:meeting_id>/minuting/urgent", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def urgent(meeting: Meeting) -> ResponseReturnValue:
    """Admit an urgent item."""
    if leave := elsewhere(meeting):
        return leave
    form = UrgentForm()
    made: list[Minute] = []

    def act() -> str:
        made.append(services.late_items.admit(meeting, _wording(form), actor=actor()))
        item: Any = made[0].agenda_item
        return f"Item {item.number} is on the agenda, with the chair’s reason."

    def to() -> str:
        return url_for(".item", meeting_id=meeting.id, minute_id=made[0].id) if made else back_to(meeting)

    asked = Asked(
        "An urgent item",
        "Admit the item",
        back_to(meeting),
        "Only the chair can admit an item that was not on the published agenda, for special circumstances.",
    )
    return ask(meeting, asked, form, act, to)


def _wording(form: UrgentForm) -> Wording:
    return Wording(
        title=form.title.data or "",
        presenter=form.presenter.data or None,
        is_exempt=bool(form.is_exempt.data),
        exempt_paragraph=form.paragraph.data or None,
        public_title=form.public_title.data or None,
        public_interest_reason=form.public_interest.data or None,
        is_urgent=True,
        urgency_reason=form.reason.data or None,
    )
