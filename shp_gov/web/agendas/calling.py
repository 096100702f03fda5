"""A call for items, and what members offer."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.back_plan import Stage
from shp_gov.domain.permissions import Permission
from shp_gov.models import ItemOffer, ItemPurpose, Meeting, Person
from shp_gov.services.calls import Offer
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.agendas.blueprint import blueprint
from shp_gov.web.agendas.forms import CallForm, DeclineForm, OfferForm
from shp_gov.web.filters import count
from shp_gov.web.forms import Form


@blueprint.route("/meetings/<int:meeting_id>/call-for-items", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def call(meeting: Meeting) -> ResponseReturnValue:
    """Ask members what should come to a meeting, and see what they offered."""
    form = CallForm(data={"reply_by": _usual_day(meeting)})
    to = queries.diary.expected(meeting, on=viewer().on, but=viewer().user_id)
    if form.validate_on_submit():
        with form.refusals():
            assert form.reply_by.data is not None, "the form asks for it"
            made = services.calls.call(
                meeting, reply_by=form.reply_by.data, words=form.words.data or "", to=to, actor=actor()
            )
            result = once.spend(viewer(), url_for(".call", meeting_id=meeting.id))
            db.session.commit()
            flash(f"{count(made.asked, 'person', 'people')} will be asked by e-mail.")
            return redirect(result)
    return render_template(
        "agendas/call.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        to=to,
        called=queries.calls.call_of(meeting),
        offers=queries.calls.offers(meeting),
        button=Form(),
    )


def _usual_day(meeting: Meeting) -> date | None:
    """Give the day by which members usually reply. One that is past is no offer."""
    usual = queries.body_settings.due_days(meeting.body, meeting.on).get(Stage.DRAFT_AGENDA)
    return usual if usual and usual >= viewer().on else None


@blueprint.post("/meetings/<int:meeting_id>/offers/<int:offer_id>/accept")
@requires(Permission.BUILD_AGENDA, of=queries.calls.get)
def accept(offered: ItemOffer) -> ResponseReturnValue:
    """Put an offered item on the agenda."""
    form = Form()
    if form.validate_on_submit():
        with form.refusals():
            item = services.calls.accept(offered, actor=actor())
            result = once.spend(viewer(), url_for(".build", meeting_id=offered.meeting_id, moved=item.id))
            db.session.commit()
            flash(f"Item {item.number} is on the agenda.")
            return redirect(result)
    for words in form.form_errors:
        flash(str(words), "warning")
    return redirect(url_for(".call", meeting_id=offered.meeting_id))


@blueprint.route("/meetings/<int:meeting_id>/offers/<int:offer_id>/decline", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.calls.get)
def decline(offered: ItemOffer) -> ResponseReturnValue:
    """Say that an offered item does not come, and why."""
    form = DeclineForm()
    if form.validate_on_submit():
        with form.refusals():
            services.calls.decline(offered, answer=form.answer.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".call", meeting_id=offered.meeting_id))
            db.session.commit()
            flash("Your answer is kept. Whoever offered it reads it on the meeting's page for offers.")
            return redirect(result)
    return render_template(
        "agendas/decline.html", body=offered.body, meeting=offered.meeting, offered=offered, form=form
    )


@blueprint.route("/meetings/<int:meeting_id>/offer", methods=["GET", "POST"])
@requires(Permission.OFFER_ITEM, of=queries.meetings.get)
def offer(meeting: Meeting) -> ResponseReturnValue:
    """Offer an item to a meeting, or say that there is nothing."""
    form = OfferForm()
    if form.validate_on_submit():
        with form.refusals():
            words = _offered(meeting, form)
            result = once.spend(viewer(), url_for(".offer", meeting_id=meeting.id))
            db.session.commit()
            flash(words)
            return redirect(result)
    return render_template(
        "agendas/offer.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        called=queries.calls.call_of(meeting),
        own=queries.calls.own(meeting, viewer=viewer()),
    )


def _offered(meeting: Meeting, form: OfferForm) -> str:
    person = db.session.get(Person, viewer().person_id) if viewer().person_id else None
    if "nothing_to_offer" in request.form:
        services.calls.nothing_to_offer(meeting, person=person, actor=actor())
        return "Thank you. The officer knows that you have nothing for this meeting."
    purpose = ItemPurpose(form.purpose.data) if form.purpose.data else ItemPurpose.NOT_STATED
    said = Offer(title=form.title.data or "", about=form.about.data, purpose=purpose, is_private=form.is_private.data)
    services.calls.offer(meeting, said, person=person, actor=actor())
    return "Your item is with the officer."
