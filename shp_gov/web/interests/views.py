"""The register of interests as at a day; an officer enters an interest and says when it ended."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired, Optional

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.interests_paper import WITHHELD, InterestsPaper
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, InterestKind, RegisteredInterest
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, public, requires, viewer
from shp_gov.web.compliance.forms import AsAtForm
from shp_gov.web.fields import CheckboxField, DatePartsField, SelectField, TextAreaField, labels
from shp_gov.web.filters import day, sentence_case
from shp_gov.web.forms import Form, MaxLength
from shp_gov.web.paging import asked_page, page_of
from shp_gov.web.sheets import csv_file

blueprint = Blueprint("interests", __name__)
HEADS = ("Name", "Kind", "Interest", "From", "Until")


class InterestForm(Form):
    """An interest as the member gave it."""

    person = SelectField("Whose interest is it?", [InputRequired("Choose whose interest it is")])
    kind = SelectField(
        "What kind?", [InputRequired("Choose its kind")], choices={"": "Choose a kind", **labels(InterestKind)}
    )
    words = TextAreaField("What is it?", [InputRequired("Enter what it is"), MaxLength(1_000)])
    from_on = DatePartsField("First day", [InputRequired("Enter the first day")])
    until_on = DatePartsField("Last day", [Optional()], description="Leave empty while it lasts.")
    is_sensitive = CheckboxField(
        "It is sensitive", description="Publishing it could put somebody at risk. Its words are then not published."
    )


class EndForm(Form):
    """The day an interest ended."""

    last_day = DatePartsField("Last day", [InputRequired("Enter its last day")])


@blueprint.get("/bodies/<slug>/interests")
@public(of=queries.bodies.get)
def index(body: Body) -> ResponseReturnValue:
    """Show the register as at a day."""
    form = AsAtForm(viewer().on)
    found = queries.interests.register(body, on=form.day)
    page = page_of(asked_page(), len(found))
    return render_template(
        "interests/index.html",
        body=body,
        form=form,
        on=form.day,
        today=viewer().on,
        interests=found[max(page.first, 1) - 1 : page.last],
        page=page,
        may=permissions_towards(body),
        withheld=WITHHELD,
    )


@blueprint.get("/bodies/<slug>/interests.csv")
@public(of=queries.bodies.get)
def register_csv(body: Body) -> ResponseReturnValue:
    """Download the register as at a day, without the words of sensitive interests."""
    paper = queries.papers.interests(body, on=AsAtForm(viewer().on).day_or_refuse(), viewer=viewer())
    return csv_file(_rows(paper), name=f"interests-{body.slug}-{paper.on}")


def _rows(paper: InterestsPaper) -> Iterator[tuple[str, ...]]:
    yield HEADS
    for each in paper.interests:
        until = each.until.isoformat() if each.until else ""
        yield each.name, sentence_case(each.kind), each.words, each.since.isoformat(), until


@blueprint.route("/bodies/<slug>/interests/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.bodies.get)
def enter(body: Body) -> ResponseReturnValue:
    """Enter an interest."""
    form, people = InterestForm(), {str(each.id): each for each in queries.merges.people(body)}
    form.person.choices = {"": "Choose somebody", **{number: each.name for number, each in people.items()}}
    if form.validate_on_submit():
        with form.refusals():
            row = services.interests.enter(
                people[form.person.data],
                body=body,
                kind=InterestKind(form.kind.data),
                words=form.words.data or "",
                from_on=cast(date, form.from_on.data),
                until_on=form.until_on.data,
                is_sensitive=form.is_sensitive.data,
                actor=actor(),
            )
            result = once.spend(viewer(), url_for(".index", slug=body.slug))
            db.session.commit()
            flash(f"The interest of {row.person.name} is in the register.")
            return redirect(result)
    return render_template("interests/enter.html", body=body, form=form)


@blueprint.route("/interests/<int:interest_id>/end", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.interests.get)
def end(row: RegisteredInterest) -> ResponseReturnValue:
    """Say when an interest ended."""
    form = EndForm()
    if form.validate_on_submit():
        with form.refusals():
            services.interests.end(row, last_day=cast(date, form.last_day.data), actor=actor())
            result = once.spend(viewer(), url_for(".index", slug=row.body.slug))
            db.session.commit()
            flash(f"The last day of this interest of {row.person.name} is {day(row.until_on)}.")
            return redirect(result)
    return render_template("interests/end.html", body=row.body, row=row, form=form)
