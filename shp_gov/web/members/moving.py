"""Somebody's rank, post or organisation, from a day on."""

from flask import url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.queries.people import Known
from shp_gov.services.posts import NewPost
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.members.asking import Asked, ask, given, organisation_meant
from shp_gov.web.members.blueprint import blueprint
from shp_gov.web.members.forms import MoveForm
from shp_gov.web.served import require_served


@blueprint.route("/bodies/<slug>/people/<int:person_id>/post", methods=["GET", "POST"])
@requires(Permission.CHANGE_MEMBERS, of=queries.people.known)
def move(known: Known) -> ResponseReturnValue:
    """Change somebody's rank, post or organisation from a day on."""
    person = known.person
    now = person.post_on(viewer().on)
    form = MoveForm(
        data={
            "name": person.name_on(viewer().on),
            "post": now.post if now else "",
            "organisation": now.organisation.name if now and now.organisation else "",
        }
    )

    def act() -> str:
        require_served(queries.people.registers_of(person, since=given(form.from_on.data)))
        organisation = organisation_meant(form.organisation.data, is_new=form.is_new.data)
        new = NewPost(form.name.data or "", form.post.data or None, organisation)
        services.posts.change(person, new, from_=given(form.from_on.data), basis=form.basis.data or None, actor=actor())
        return f"From {long_day(given(form.from_on.data))}: {new.name}. Papers of the days before stay as they are."

    back = url_for("members.person", person_id=person.id)
    says = "What was so before stays so for its days. Seats do not move with a person: end or appoint them apart."
    title = f"Change the post of {person.name}"
    return ask(Asked(title, "Save the change", back, says, known.body), form, act)
