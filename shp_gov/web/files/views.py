"""Give a file back to those who may see it."""

from urllib.parse import quote

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from shp_gov import queries, storage
from shp_gov.models import Document, Evidence
from shp_gov.services.evidence import UNKNOWN_TYPE
from shp_gov.web.access import public

blueprint = Blueprint("files", __name__)
AS_IT_IS = frozenset({"application/pdf", "image/jpeg", "image/png", "text/plain", "text/csv"})


@blueprint.get("/evidence/<int:evidence_id>")
@public(of=queries.evidence.get)
def evidence(evidence: Evidence) -> ResponseReturnValue:
    """Download a file of evidence. It is never opened as a page of ours."""
    assert evidence.document is not None, "the query gives files only"
    return download(evidence.document)


def download(document: Document) -> Response:
    """Give a file back, to be kept by whoever asked."""
    kind = document.media_type if document.media_type in AS_IT_IS else UNKNOWN_TYPE
    answer = Response(storage.fetch(document.sha256), mimetype=kind)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(document.filename, safe='')}"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
