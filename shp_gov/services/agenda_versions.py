"""Versions of an agenda: sent to the chair, remarked on, agreed as it is, or sent back."""

from collections.abc import Iterable

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.agenda_compare import without_reports
from shp_gov.domain.errors import DomainError
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.workflows import AGENDA, AgendaState
from shp_gov.models import AgendaItem, AgendaKind, AgendaRemark, AgendaVersion, Meeting, User
from shp_gov.notifications import meeting_outbox
from shp_gov.queries import agenda_versions as queries
from shp_gov.queries import agendas
from shp_gov.services.agenda_rows import hold, lock

LONGEST_REMARK = 4000


class VersionRefused(DomainError):
    """This version of the agenda is not the one to act on."""


def make(
    meeting: Meeting, *, actor: Actor, kind: AgendaKind = AgendaKind.AGENDA, reason: str | None = None
) -> AgendaVersion:
    """Keep an agenda as it stands as its next version, a draft."""
    lock(meeting)
    said, last = agendas.contents(meeting), queries.latest(meeting)
    version = AgendaVersion(
        meeting=meeting,
        number=last.number + 1 if last else 1,
        kind=kind,
        reason=reason,
        contents=said,
        sha256=fingerprint(said),
        made_at=clock.now(),
        made_by=actor.name,
        made_by_id=actor.user_id,
    )
    db.session.add(version)
    audit.record(
        "agenda.kept", version, actor=actor, body_id=meeting.body_id, number=version.number, sha256=version.sha256
    )
    return version


def send(meeting: Meeting, *, to: Iterable[User], actor: Actor) -> AgendaVersion:
    """Send an agenda to the chair as a new version."""
    hold(meeting)
    if not agendas.items(meeting):
        raise VersionRefused("There is nothing on this agenda yet.")
    last = queries.latest(meeting)
    if last and queries.has_it(last, agendas.contents(meeting)):
        where = "was agreed by" if last.agreed_at else "is with"
        raise VersionRefused(f"Version {last.number} {where} the chair, and nothing has changed since.")
    version = make(meeting, actor=actor)
    _step(version, "send_to_the_chair", actor)
    meeting_outbox.agenda_sent(version, to=to)
    return version


def _step(version: AgendaVersion, name: str, actor: Actor) -> None:
    version.state = AgendaState(AGENDA.target(name, version.state))
    audit.record(f"agenda.{name}", version, actor=actor, body_id=version.body_id, number=version.number)


def has_changed(version: AgendaVersion) -> bool:
    """Tell whether an agenda says something else by now than a version of it, its reports aside."""
    return without_reports(agendas.contents(version.meeting)) != without_reports(version.contents)


def remark(version: AgendaVersion, *, words: str, actor: Actor, item: AgendaItem | None = None) -> AgendaRemark:
    """Say something of a version, or of one item of it."""
    said = guards.require_words(words, what="what you want to say", longest=LONGEST_REMARK)
    if item is not None and item.meeting_id != version.meeting_id:
        raise VersionRefused("Choose an item of this agenda.")
    made = AgendaRemark(version=version, agenda_item=item, words=said, made_at=clock.now(), made_by=actor.name)
    db.session.add(made)
    audit.record("agenda.remarked", made, actor=actor, body_id=version.body_id, words={"words": said})
    return made


def answer(remark: AgendaRemark, *, actor: Actor) -> None:
    """Mark a remark as dealt with."""
    guards.require_change(remark.answered_at is not None, what="dealt with")
    remark.answered_at = clock.now()
    audit.record("agenda.remark_answered", remark, actor=actor, body_id=remark.version.body_id)


def ask_for_changes(
    version: AgendaVersion, *, words: str, to: Iterable[User], actor: Actor, item: AgendaItem | None = None
) -> None:
    """Send a version back with what is to change."""
    _require_latest(version)
    remark(version, words=words, item=item, actor=actor)
    _step(version, "ask_for_changes", actor)
    meeting_outbox.agenda_changes_asked(version, to=to)


def agree(version: AgendaVersion, *, sha256: str, to: Iterable[User], actor: Actor) -> None:
    """Agree a version as it was read: not an older one, and not one from which the agenda has moved on.

    One that a second officer has checked meanwhile stays checked.
    """
    _require_latest(version)
    guards.require_change(version.agreed_at is not None, what="agreed")
    if sha256 != version.sha256:
        raise VersionRefused("This is not the version that you read. Read it again, then agree.")
    if has_changed(version):
        raise VersionRefused(f"The agenda has changed since version {version.number}. Ask for it to be sent again.")
    _step(version, "agree", actor)
    version.agreed_at, version.agreed_by_id = clock.now(), actor.user_id
    meeting_outbox.agenda_agreed(version, to=to)


def _require_latest(version: AgendaVersion) -> None:
    lock(version.meeting)
    newest = queries.latest(version.meeting)
    if newest is not None and newest.number != version.number:
        raise VersionRefused(f"There is a later version of this agenda: version {newest.number}.")
    db.session.refresh(version, ["state", "agreed_at"])
