"""What comes after an agenda is out: late items and late reports, as a version of its own; and who has read what."""

from dataclasses import replace
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain import publication as rules
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.pack import Pack
from shp_gov.domain.publication import NotPublished
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import AgendaKind, AgendaVersion, Meeting, PackRead, User
from shp_gov.queries import agendas, papers, publishing
from shp_gov.queries import supplements as queries
from shp_gov.services import inspecting, publication
from shp_gov.services.agenda_rows import lock
from shp_gov.services.pack_files import PrintedPack

LONGEST_REASON = 1_000
LATER = AgendaKind.SUPPLEMENT


def ask_for_check(meeting: Meeting, *, reason: str, of: User, actor: Actor) -> AgendaVersion:
    """Ask a colleague to look at what comes late before it goes out."""
    lock(meeting)
    contents = _contents(meeting, reason)
    version = publication.version_of(meeting, contents, actor=actor, kind=LATER, reason=contents["because"])
    return publication.ask(version, of=of, actor=actor)


def check(meeting: Meeting, *, seen: str, note: str, actor: Actor) -> AgendaVersion:
    """Say that one has looked at what comes late, as the page showed it, for a colleague."""
    lock(meeting)
    waiting = queries.waiting(meeting)
    if waiting is None:
        raise NotPublished("Nobody has asked for a check of a supplement. Its maker asks for it.")
    now = fingerprint(_contents(meeting, waiting.reason or ""))
    rules.require_as_seen(seen, now, what="check")
    return publication.looked_at(publishing.standing(meeting, now, LATER), note=note, actor=actor)


def gather(meeting: Meeting, *, reason: str, page: str | None = None) -> Pack:
    """Gather what comes late to a published agenda, or refuse with what is in the way.

    `page` is the hash of the agenda as the page showed it from which this is done.
    """
    if page is not None:
        rules.require_as_seen(page, publishing.hash_now(meeting))
    contents = _contents(meeting, reason)
    sha256 = fingerprint(contents)
    version = publishing.standing(meeting, sha256, LATER)
    is_checked = version is not None and version.state is AgendaState.CHECKED
    rules.require_checked(queries.stands(meeting), is_checked=is_checked)
    before = [each for each in publishing.published(meeting) if each.kind is LATER]
    pack = papers.supplement(
        meeting,
        queries.late(meeting),
        version=version.number if version else publishing.next_number(meeting),
        number=len(before) + 1,
        because=contents["because"],
    )
    return queries.after(replace(pack, full_record_hash=sha256), before)


def _contents(meeting: Meeting, reason: str) -> dict[str, Any]:
    """Say what comes late and why, or refuse with what is in the way."""
    if meeting.state is not MeetingState.AGENDA_PUBLISHED:
        raise NotPublished(f"A supplement comes after the agenda and before the meeting: this one is {meeting.state}.")
    said = guards.require_words(reason, what="why it comes late", longest=LONGEST_REASON)
    late = queries.late(meeting)
    if not late:
        raise NotPublished("Nothing is waiting. Add a late item, or make a report ready, then publish the supplement.")
    rules.require_nothing_in_the_way(queries.stands(meeting))
    inspecting.require_clean(publishing.files(meeting))
    return {**agendas.contents(meeting), "late": [item.id for item in late], "because": said}


def publish(meeting: Meeting, printed: PrintedPack, *, reason: str, seen: str, actor: Actor) -> AgendaVersion:
    """Let everybody read a supplement, which renumbers no page that is out; tell the members."""
    lock(meeting)
    again = gather(meeting, reason=reason)
    rules.require_as_seen(seen, again.full_record_hash)
    rules.require_as_seen(printed.sha256, again.full_record_hash)
    contents, late = _contents(meeting, reason), queries.late(meeting)
    version = publication.version_of(meeting, contents, actor=actor, kind=LATER, reason=contents["because"])
    rules.require_as_seen(str(printed.version), str(version.number))
    for item in late:
        if item.added_on is not None and item.in_supplement is None:
            item.in_supplement = version.number
    publication.put_out(version, printed, actor=actor)
    facts = {"sha256": version.sha256, "number": version.number, "items": len(late)}
    words: dict[str, str | None] = {"reason": version.reason}
    audit.record("agenda.supplement_published", version, actor=actor, body_id=meeting.body_id, words=words, **facts)
    return version


def read(meeting: Meeting, *, by: User) -> None:
    """Say that somebody has read everything that is out; what comes later is new to them."""
    done = publishing.published(meeting)
    if not done:
        raise NotPublished("Nothing is published yet.")
    if queries.has_read(done[-1], by=by):
        return
    db.session.add(PackRead(user_id=by.id, version_id=done[-1].id, read_at=clock.now()))
