"""The meeting, item by item: what was said, what was decided, who does what by when."""

from collections.abc import Sequence
from datetime import date

import wtforms
from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.guards import require_unchanged
from shp_gov.domain.permissions import Permission
from shp_gov.domain.register.due import Due, due_typed
from shp_gov.domain.words import day_words
from shp_gov.models import Agreement, Decision, ItemKind, ItemOutcome, Minute, Ruling
from shp_gov.queries.bodies import Membership
from shp_gov.services.actions import LONGEST_WHAT
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.actions import owners
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.item_form import DUE_SAYS, ItemForm, Put, item_form, outcome_seen
from shp_gov.web.minuting.steps import address, elsewhere, next_line, time_now
from shp_gov.web.paging import whole_number

CLASH = "Somebody else saved this item while you wrote. Both texts are kept: put them together before you go on."


@blueprint.route("/meetings/<int:meeting_id>/minuting/items/<int:minute_id>", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def item(minute: Minute) -> ResponseReturnValue:
    """Take one item: what was said, what was decided."""
    meeting = minute.meeting
    if leave := elsewhere(meeting):
        return leave
    now = queries.proceedings.now(meeting, minute)
    days = queries.minuting.coming_days(meeting)
    form = item_form(minute, _put(minute, now.members, days), owners.choices(meeting.body))
    if form.validate_on_submit() and _are_days(form, minute, days):
        with form.refusals():
            return _save(form, minute, days)
        form.catch_up(minute, _put(minute, now.members, days))
    lines = queries.minuting.lines(meeting, viewer=viewer())
    return render_template(
        "minuting/item.html",
        body=meeting.body,
        meeting=meeting,
        minute=minute,
        item=minute.agenda_item,
        form=form,
        now=now,
        lines=lines,
        to_ratify=_to_ratify(minute),
        following=next_line(lines, minute.id),
        own=[decision for decision in minute.decisions if decision.recommendation_id is None],
        votes=queries.minuting.votes(minute),
        dissents=queries.minuting.dissents(minute),
        due_says=DUE_SAYS,
        today=viewer().on,
    )


def _to_ratify(minute: Minute) -> list[str]:
    """Word what waits to be ratified, under the item that asks for it."""
    if minute.agenda_item is None or minute.agenda_item.kind is not ItemKind.BETWEEN_MEETINGS:
        return []
    waiting = queries.between_meetings.waiting(minute.meeting.body)
    return [queries.between_meetings.asked_to_ratify(each) for each in waiting]


def _put(minute: Minute, members: Sequence[Membership], days: Sequence[date]) -> list[Put]:
    """Put together each recommendation, its decision and what its words ask."""
    made = {decision.recommendation_id: decision for decision in minute.decisions}
    on = minute.meeting.on
    return [
        Put(each, made.get(each.id), queries.asking.of(each.words, members, on=on, meetings=days))
        for each in queries.minuting.recommendations(minute)
    ]


def _are_days(form: ItemForm, minute: Minute, days: Sequence[date]) -> bool:
    """Refuse a date that cannot be read, where an action is to have it."""
    good = True
    for _, due in form.given():
        if _due(due, minute, days) == Due():
            due.errors = [f"“{due.data}” is no day that can be read. Enter one such as 12 November, or “next meeting”"]
            good = False
    return good


def _due(field: wtforms.Field, minute: Minute, days: Sequence[date]) -> Due:
    return due_typed(field.data or "", minute.meeting.on, days)


def _save(form: ItemForm, minute: Minute, days: Sequence[date]) -> ResponseReturnValue:
    """Save everything of an item in one transaction, and go on to the next one unless asked to stay."""
    meeting, stays = minute.meeting, "stay" in request.form
    based_on = whole_number(form.version.data or "") or 0
    saved = services.revisions.save(
        minute, words={"narrative": form.narrative.data or ""}, based_on=based_on, actor=actor()
    )
    services.minuting.begin(minute, at=time_now(meeting), actor=actor())
    if form.stayed.data and minute.is_exempt:
        services.minuting.public_stayed(minute, actor=actor())
    said = _decide(form, minute, days)
    outcome, reason = _outcome(form, minute)
    services.minuting.settle(minute, outcome=outcome, reason=reason, at=time_now(meeting), actor=actor())
    to = _settling(minute, saved) or (_here(minute) if stays else _onward(minute))
    result = once.spend(viewer(), to)
    db.session.commit()
    flash(CLASH, "warning") if saved.clash else None
    flash(" ".join(["Saved.", *said]))
    return redirect(result)


def _outcome(form: ItemForm, minute: Minute) -> tuple[ItemOutcome | None, str]:
    """Give what came of an item: what this page says, or what somebody else said since and this page did not touch."""
    item = minute.agenda_item
    if item is not None and form.outcome_seen.data != outcome_seen(minute):
        if not form.touches_outcome:
            return item.outcome, item.outcome_words or ""
        news = "Somebody else said what came of this item after you opened the page."
        require_unchanged(form.outcome_said, outcome_seen(minute), news=news)
    return form.chosen_outcome(), form.reason.data or ""


def _settling(minute: Minute, saved: services.revisions.Saved) -> str | None:
    """Lead to the two texts, where somebody else saved the item meanwhile."""
    if saved.clash is None:
        return None
    return url_for("revisions.settle", minute_id=minute.id, revision=saved.clash.number)


def _here(minute: Minute) -> str:
    """Stay with an item: with its vote, where something is said to be agreed by one that is not recorded."""
    voted = {vote.decision_id for vote in queries.minuting.votes(minute)}
    waits = [each for each in minute.decisions if each.agreement is Agreement.VOTE and each.id not in voted]
    page = ".vote" if waits else ".item"
    return url_for(page, meeting_id=minute.meeting_id, minute_id=minute.id)


def _onward(minute: Minute) -> str:
    """Begin the next item that has no outcome, and give its address."""
    meeting = minute.meeting
    if (here := _here(minute)).endswith("/vote"):
        return here
    line = next_line(queries.minuting.lines(meeting, viewer=viewer()), minute.id)
    if line is not None and line.minute_id is not None:
        following = queries.minuting.minute(meeting.id, line.minute_id, viewer=viewer())
        services.minuting.begin(following, at=time_now(meeting), actor=actor())
    return address(meeting, line)


def _decide(form: ItemForm, minute: Minute, days: Sequence[date]) -> list[str]:
    """Rule on each recommendation and record a decision of the meeting's own; say which actions that gave."""
    said: list[str] = []
    for put, _, words, owner, due in form.rows():
        if ruling := form.ruling(put):
            decision = _rule(form, put, minute, ruling, words.data or "") if form.touches(put) else put.decision
            said += _give(decision, owner, _due(due, minute, days)) if decision else []
    if form.decision.data:
        own = services.rulings.decide(minute, words=form.decision.data, agreement=form.agreement(), actor=actor())
        said += [f"Decision {own.reference} recorded."]
        said += _give(own, form.owner_own, _due(form.due_own, minute, days))
    return said


def _rule(form: ItemForm, put: Put, minute: Minute, ruling: Ruling, words: str) -> Decision | None:
    return services.rulings.rule(
        put.recommendation,
        minute=minute,
        ruling=ruling,
        words=words,
        agreement=form.agreement_of(put),
        seen=form.seen(put),
        actor=actor(),
    )


def _give(decision: Decision, owner: wtforms.SelectField, due: Due) -> list[str]:
    """Give the action of a decision to its owner, unless it was given before, and read it back."""
    if not owner.data:
        return []
    if decision.actions:
        return [f"Decision {decision.reference} has action {decision.actions[0].number} already, so it got no other."]
    action = services.actions.assign(
        decision,
        what=decision.words[:LONGEST_WHAT],
        owner=owners.chosen(owner),
        due_on=due.on,
        by_next_meeting=due.by_next_meeting,
        actor=actor(),
    )
    by = f"by {day_words(due.on)}" if due.on else "by the next meeting"
    return [f"Action {action.number}: {action.owner_title}, {by}."]
