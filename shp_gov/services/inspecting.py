"""Files that go into papers: taken in, looked through, cleaned, or accepted as they are by name."""

from collections.abc import Iterable, Sequence

from shp_gov import audit, clock, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import and_list, plural
from shp_gov.inspection import hidden
from shp_gov.inspection.hidden import Hidden, HiddenKind
from shp_gov.inspection.kinds import Kind
from shp_gov.models import Document, HiddenContent
from shp_gov.services.evidence import Upload, safe_name

TYPES = {
    Kind.PDF: "application/pdf",
    Kind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PLURALS = {
    HiddenKind.METADATA: "{} details of the file",
    HiddenKind.ACTION: "{} actions that run when it is opened",
    HiddenKind.OUTSIDE_LINK: "{} links to files elsewhere",
    HiddenKind.NOTE: "{} notes on its pages",
}
MOST_KEPT, LONGEST_KEPT = 200, 500


class HoldsHiddenContent(DomainError):
    """A file holds what it does not show, and nobody cleaned it or accepted it."""


def take_in(file: Upload, *, is_exempt: bool, actor: Actor) -> Document:
    """Store a file that was looked through, or refuse it with a sentence and store nothing."""
    name = safe_name(file.filename)
    kind = hidden.require_readable(file.content, name)
    found = hidden.inspect(file.content, name)
    return _stored(file.content, name, kind, found, is_exempt=is_exempt, actor=actor)


def _stored(
    content: bytes, name: str, kind: Kind, found: Sequence[Hidden], *, is_exempt: bool, actor: Actor
) -> Document:
    document = Document(
        sha256=storage.keep(content),
        filename=name,
        media_type=TYPES[kind],
        size=len(content),
        is_exempt=is_exempt,
        stored_at=clock.now(),
        stored_by=actor.name,
        inspected_at=clock.now(),
        hidden=[_row(position, each) for position, each in enumerate(found[:MOST_KEPT], start=1)],
    )
    db.session.add(document)
    audit.record("document.stored", document, actor=actor, sha256=document.sha256, size=document.size)
    audit.record("document.inspected", document, actor=actor, hidden=len(found))
    return document


def _row(position: int, each: Hidden) -> HiddenContent:
    words = each.words[:LONGEST_KEPT]
    return HiddenContent(position=position, kind=each.kind.value, where=each.where[:LONGEST_KEPT], words=words or None)


def clean(document: Document, *, actor: Actor) -> Document:
    """Make a copy that holds only what it shows. The file as it was given stays, and is not published."""
    content = hidden.clean(storage.fetch(document.sha256), document.filename)
    left = hidden.inspect(content, document.filename)
    if left:
        kinds = and_list(sorted({each.kind.value for each in left}))
        raise HoldsHiddenContent(f"“{document.filename}” cannot be cleaned here: {kinds} would stay. {ASK}")
    kind = hidden.require_readable(content, document.filename)
    copy = _stored(content, document.filename, kind, (), is_exempt=document.is_exempt, actor=actor)
    copy.cleaned_from_id = document.id
    audit.record("document.cleaned", copy, actor=actor, cleaned_from=document.id)
    return copy


ASK = "Ask its author for a new file."


def accept(document: Document, *, because: str, actor: Actor) -> None:
    """Let a file be published with what it holds, in the name of whoever says why."""
    said = guards.require_words(because, what="a reason, which is kept with your name", longest=1_000)
    waiting = unsettled(document)
    if not waiting:
        raise HoldsHiddenContent(f"Nothing in “{document.filename}” waits for an answer.")
    for each in waiting:
        each.accepted_at, each.accepted_by, each.accepted_because = clock.now(), actor.name, said
    audit.record("document.accepted", document, actor=actor, words={"because": said}, hidden=len(waiting))


def shown(document: Document) -> bytes:
    """Give the bytes of a file without what it hides, so that nothing hidden is ever read out of it."""
    content = storage.fetch(document.sha256)
    return hidden.clean(content, document.filename) if document.hidden else content


def unsettled(document: Document) -> list[HiddenContent]:
    """List what a file holds that nobody accepted."""
    return [each for each in document.hidden if each.accepted_at is None]


def waiting(documents: Iterable[Document]) -> list[str]:
    """Say of each file that cannot be published yet what is in the way."""
    found = []
    for document in documents:
        try:
            require_clean([document])
        except HoldsHiddenContent as refusal:
            found.append(str(refusal))
    return found


def require_clean(documents: Iterable[Document]) -> None:
    """Refuse to publish a file that was not looked through, or that hides something nobody accepted."""
    for document in documents:
        if document.inspected_at is None:
            raise HoldsHiddenContent(f"“{document.filename}” was not looked through. Upload it again.")
        if waiting := unsettled(document):
            what = f"“{document.filename}” holds {summary(waiting)}."
            raise HoldsHiddenContent(f"{what} Clean it, or accept it as it is, before it is published.")


def summary(found: Sequence[HiddenContent]) -> str:
    """Say what a file holds: "2 comments and 1 tracked change"."""
    counts: dict[HiddenKind, int] = {}
    for each in found:
        kind = HiddenKind(each.kind)
        counts[kind] = counts.get(kind, 0) + 1
    return and_list(_counted(kind, count) for kind, count in counts.items())


def _counted(kind: HiddenKind, count: int) -> str:
    """Count what can be counted, and name the rest."""
    if kind in (HiddenKind.HIDDEN_TEXT, HiddenKind.UNSEEN_WORDS, HiddenKind.CUSTOM_DATA):
        return kind.value
    return PLURALS[kind].format(count) if count > 1 and kind in PLURALS else plural(count, kind.value)
