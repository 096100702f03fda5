"""Give a file back to those who may see it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from shp_gov import queries, storage
from shp_gov.models import Document, Evidence
from shp_gov.services.evidence import UNKNOWN_TYPE
from shp_gov.web.access import public

blueprint = Blueprint("files", __name__)
PIECE = 256 * 1024
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


def streamed(document: Document, *, is_private: bool) -> Response:
    """Give a large file back piece by piece, to be opened or kept by whoever asked."""
    answer = Response(_pieces(storage.find(document.sha256)), mimetype=document.media_type)
    answer.content_length = document.size
    answer.headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(document.filename, safe='')}"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store" if is_private else "no-cache"
    return answer


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
