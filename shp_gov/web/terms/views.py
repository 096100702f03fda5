"""Reading terms of reference: the versions of a body, one of them, and what differs between two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from flask import render_template, request
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.terms.clauses import parts
from shp_gov.domain.terms.compare import compare as differences
from shp_gov.domain.terms.unsaid import unsaid
from shp_gov.models import Body, TermsVersion
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.paging import whole_number
from shp_gov.web.terms.blueprint import blueprint


@dataclass(frozen=True)
class Row:
    """A version in the list of them: from and until when it is in force, and what that makes it today."""

    version: TermsVersion
    until: date | None
    state: str


def rows(versions: Sequence[TermsVersion], *, on: date) -> list[Row]:
    """Say of each version, newest first, whether it is in force on a day."""
    found: list[Row] = []
    until: date | None = None
    for version in versions:
        found.append(Row(version, until, _state(version, until, on)))
        until = version.in_force_from - timedelta(days=1) if version.in_force_from else until
    return found


def _state(version: TermsVersion, until: date | None, on: date) -> str:
    if version.in_force_from is None:
        return "draft"
    if version.in_force_from > on:
        return "to come"
    return "in force" if until is None or until >= on else "past"


@blueprint.get("/bodies/<slug>/terms")
@public(of=queries.bodies.get)
def index(body: Body) -> ResponseReturnValue:
    """List the versions of a body's terms of reference."""
    versions = queries.terms.versions(body, viewer=viewer())
    return render_template(
        "terms/index.html",
        body=body,
        today=viewer().on,
        rows=rows(versions, on=viewer().on),
        adopted_by=queries.terms.adopted_by(versions, viewer=viewer()),
        may=permissions_towards(body),
    )


@blueprint.get("/bodies/<slug>/terms/<int:number>")
@public(of=queries.terms.get)
def show(version: TermsVersion) -> ResponseReturnValue:
    """Show one version: its sections and clauses."""
    versions = queries.terms.versions(version.body, viewer=viewer())
    terms = queries.terms.as_terms(version)
    return render_template(
        "terms/show.html",
        body=version.body,
        version=version,
        row=next(row for row in rows(versions, on=viewer().on) if row.version is version),
        rows=rows(versions, on=viewer().on),
        decision=queries.terms.adopted_by([version], viewer=viewer()).get(version.id),
        parts=parts(terms),
        unsaid=unsaid(terms),
        may=permissions_towards(version),
    )


@blueprint.get("/bodies/<slug>/terms/<int:number>/compare")
@public(of=queries.terms.get)
def compare(version: TermsVersion) -> ResponseReturnValue:
    """Show what a version says that another does not, side by side."""
    versions = queries.terms.versions(version.body, viewer=viewer(), whole=True)
    others = [each for each in versions if each is not version]
    other = _asked_for(others, version)
    found = differences(queries.terms.as_terms(other), queries.terms.as_terms(version)) if other else ()
    groups = [(part, list(each)) for part, each in groupby(found, key=lambda difference: difference.part)]
    return render_template(
        "terms/compare.html", body=version.body, version=version, other=other, others=others, groups=groups
    )


def _asked_for(others: Sequence[TermsVersion], version: TermsVersion) -> TermsVersion | None:
    """Find the version to compare with: the one that was asked for, otherwise the one before."""
    asked = whole_number(request.args.get("with", ""))
    named = next((each for each in others if each.number == asked), None)
    before = (each for each in others if each.number < version.number)
    return named or next(before, others[-1] if others else None)
