"""What the checks found, to take away: a spreadsheet, and JSON as the command line prints it."""

from collections.abc import Iterator
from io import BytesIO

from flask import Response, json, send_file
from flask.typing import ResponseReturnValue

from shp_gov import documents, queries
from shp_gov.domain.fact_sentences import facts_in_sentences
from shp_gov.domain.finding_words import TO_BE_CONFIRMED, is_to_be_confirmed
from shp_gov.domain.permissions import Permission
from shp_gov.domain.rulebook import rules
from shp_gov.models import Body
from shp_gov.queries.compliance import Stand
from shp_gov.web.access import requires, viewer
from shp_gov.web.compliance.blueprint import blueprint
from shp_gov.web.compliance.forms import AsAtForm
from shp_gov.web.sheets import csv_file

HEADS = ("Verdict", "About", "Day", "What was found", "Facts", "Rule", "Version", "Title", "Source", "Confidence")
OFF = "switched off"


@blueprint.get("/bodies/<slug>/stand.pdf")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def stand_pdf(body: Body) -> ResponseReturnValue:
    """Print the compliance statement of a day, to take to a meeting."""
    today = viewer().on
    paper = queries.papers.statement(body, AsAtForm(today).day_or_refuse(), printed_on=today)
    content = BytesIO(documents.compliance_statement.render(paper))
    return send_file(content, mimetype="application/pdf", download_name=f"compliance-{paper.on}.pdf", max_age=0)


@blueprint.get("/bodies/<slug>/stand.csv")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def stand_csv(body: Body) -> ResponseReturnValue:
    """Download every finding of a day as a spreadsheet."""
    found = queries.compliance.stand(body, AsAtForm(viewer().on).day_or_refuse())
    return csv_file(_rows(found), name=f"where-we-stand-{body.slug}-{found.as_at.on}")


@blueprint.get("/bodies/<slug>/stand.json")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def stand_json(body: Body) -> ResponseReturnValue:
    """Download every finding of a day as JSON."""
    found = queries.compliance.stand(body, AsAtForm(viewer().on).day_or_refuse())
    rows = [finding.as_json() for finding in found.findings]
    return Response(json.dumps(rows, ensure_ascii=False, indent=2), mimetype="application/json")


def _rows(stand: Stand) -> Iterator[tuple[str, ...]]:
    yield HEADS
    for found in stand.findings:
        yield (
            found.verdict.value,
            found.subject,
            found.as_at.isoformat(),
            found.sentence,
            facts_in_sentences(found.facts),
            found.rule,
            str(found.version or ""),
            rules()[found.rule].title,
            found.citation,
            TO_BE_CONFIRMED if is_to_be_confirmed(found, stand.confirmed) else "",
        )
    for rule, row in stand.off.items():
        yield OFF, stand.as_at.body.name, row.from_on.isoformat(), row.note, "", rule, "", rules()[rule].title, "", ""
