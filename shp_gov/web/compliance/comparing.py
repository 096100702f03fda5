"""Two days side by side, and what changes in law in the year after a day."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.comparing import compare as compare_findings
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.queries.compliance.as_at import a_year_before
from shp_gov.web.access import requires, viewer
from shp_gov.web.compliance.blueprint import blueprint
from shp_gov.web.compliance.forms import AsAtForm, CompareForm


@blueprint.get("/bodies/<slug>/stand/compare")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def compare(body: Body) -> ResponseReturnValue:
    """Show what turned between two days, and why where the law or the record tells."""
    form = CompareForm(a_year_before(viewer().on), viewer().on)
    earlier, later = sorted((form.first, form.second))
    before, after = (queries.compliance.stand(body, day) for day in (earlier, later))
    found = compare_findings(before.findings, after.findings, on=earlier, later=later)
    return render_template(
        "compliance/compare.html",
        body=body,
        form=form,
        earlier=earlier,
        later=later,
        before=before,
        after=after,
        found=found,
        verdicts=queries.compliance.CONCERNS,
    )


@blueprint.get("/bodies/<slug>/stand/changes")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def changes(body: Body) -> ResponseReturnValue:
    """Show what changes in law for a body in the year after a day."""
    form = AsAtForm(viewer().on)
    return render_template(
        "compliance/changes.html",
        body=body,
        form=form,
        on=form.day,
        coming=queries.compliance.law.coming(body, form.day),
    )
