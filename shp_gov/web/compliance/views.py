"""Where a body stands on a day. Officers and chairs read it; a finding never stops anybody."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.queries.compliance.as_at import a_year_before
from shp_gov.web.access import requires, viewer
from shp_gov.web.compliance.blueprint import blueprint
from shp_gov.web.compliance.forms import AsAtForm
from shp_gov.web.compliance.page import page_of
from shp_gov.web.compliance.picture import bars


@blueprint.get("/bodies/<slug>/stand")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def stand(body: Body) -> ResponseReturnValue:
    """Show what the checks found, as at a day: what needs someone first."""
    form = AsAtForm(viewer().on)
    on = form.day
    found = queries.compliance.stand(body, on)
    authorities = queries.compliance.authorities.of(found.as_at)
    return render_template(
        "compliance/stand.html",
        body=body,
        form=form,
        on=on,
        a_year_before=found.as_at.since,
        two_years_before=a_year_before(found.as_at.since),
        today=viewer().on,
        stand=found,
        page=page_of(found),
        authorities=authorities,
        bars=bars(authorities),
    )
