"""Packs as files: the public one for everybody, the restricted one for those entitled, a preview for officers."""

from io import BytesIO

from flask import abort, request, send_file
from flask.typing import ResponseReturnValue

from shp_gov import documents, queries, reading_log, storage
from shp_gov.domain.permissions import Permission
from shp_gov.models import AgendaVersion, Meeting
from shp_gov.web.access import public, requires, viewer
from shp_gov.web.files.views import streamed
from shp_gov.web.publication.blueprint import blueprint

PDF = "application/pdf"


@blueprint.get("/meetings/<int:meeting_id>/packs/<int:pack_number>.pdf")
@public(of=queries.publishing.pack)
def pack(version: AgendaVersion) -> ResponseReturnValue:
    """Download the public pack of an agenda or supplement."""
    assert version.public_document is not None, "the query gives those with a file"
    return streamed(version.public_document, is_private=False)


@blueprint.get("/meetings/<int:meeting_id>/packs/<int:pack_number>-restricted.pdf")
@public(of=queries.publishing.restricted_pack)
def restricted(version: AgendaVersion) -> ResponseReturnValue:
    """Download the restricted pack. Who reads it is written down."""
    assert version.restricted_document is not None, "the query gives those with a file"
    reading_log.note(viewer(), "agenda_version", version.id)
    return streamed(version.restricted_document, is_private=True)


@blueprint.get("/meetings/<int:meeting_id>/publish/preview.pdf")
@requires(Permission.PUBLISH_AGENDA, of=queries.meetings.get)
def preview(meeting: Meeting) -> ResponseReturnValue:
    """Print the pack as it would be now, marked as a draft; in full only for whoever may read all of it."""
    is_restricted = request.args.get("version") == "restricted"
    if is_restricted and not queries.publishing.reads_everything(meeting, viewer=viewer()):
        abort(404)
    gathered = queries.papers.pack(meeting, version=queries.publishing.next_number(meeting), is_draft=True)
    if is_restricted:
        reading_log.note(viewer(), "meeting", meeting.id)
    file = BytesIO()
    with documents.pack.bound(gathered, fetch=storage.find) as binding:
        binding.write(file, is_restricted=is_restricted and gathered.holds_private_words)
    file.seek(0)
    answer = send_file(file, mimetype=PDF, download_name=f"draft-pack-{meeting.on}.pdf", max_age=0)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
