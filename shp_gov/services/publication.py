"""Putting an agenda and its papers out: a colleague looks, then everybody reads what the colleague looked at."""

from datetime import datetime
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards, publication
from shp_gov.domain.clear_days import Basis
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.pack import Pack
from shp_gov.domain.publication import NotPublished
from shp_gov.domain.workflows import AGENDA, MEETING, AgendaState, MeetingState
from shp_gov.models import AgendaKind, AgendaVersion, Meeting, User
from shp_gov.notifications import papers_outbox
from shp_gov.queries import agenda_versions, agendas, authorship, diary, papers, publishing
from shp_gov.queries import reports as ready
from shp_gov.services import inspecting, pack_files, reports
from shp_gov.services.agenda_rows import lock, require_building
from shp_gov.services.pack_files import PrintedPack

LONGEST_NOTE = 1_000


def ask_for_check(meeting: Meeting, *, of: User, actor: Actor) -> AgendaVersion:
    """Ask a colleague to look at an agenda and its papers before they go out."""
    lock(meeting)
    require_building(meeting)
    publication.require_nothing_in_the_way(publishing.stands(meeting))
    return ask(version_of(meeting, agendas.contents(meeting), actor=actor), of=of, actor=actor)


def ask(version: AgendaVersion, *, of: User, actor: Actor) -> AgendaVersion:
    """Ask a colleague to look at a version: somebody else than whoever made it, or wrote what it holds."""
    if of.id == actor.user_id:
        raise publication.NotASecondLook("Ask a colleague: nobody checks their own work.")
    publication.require_somebody_else(is_the_maker=of.id == version.made_by_id, maker=of.name)
    publication.require_no_author(is_an_author=of.id in authorship.of_version(version), author=of.name)
    version.check_asked_of = of
    db.session.flush()
    papers_outbox.check_asked(version, to=[of])
    body_id = version.meeting.body_id
    audit.record("agenda.check_asked", version, actor=actor, body_id=body_id, of=of.id, sha256=version.sha256)
    return version


def check(meeting: Meeting, *, seen: str, note: str, actor: Actor) -> AgendaVersion:
    """Say that one has looked at an agenda and its papers, as the page showed them, for a colleague."""
    lock(meeting)
    require_building(meeting)
    now = publishing.hash_now(meeting)
    publication.require_as_seen(seen, now, what="check")
    return looked_at(publishing.standing(meeting, now), note=note, actor=actor)


def looked_at(version: AgendaVersion | None, *, note: str, actor: Actor) -> AgendaVersion:
    """Write down that somebody else than its maker and those who wrote it looked at a version."""
    if version is None:
        raise NotPublished("Nobody has asked for a check of this agenda as it stands now. Its maker asks for it.")
    publication.require_somebody_else(is_the_maker=_is(actor, version), maker=version.made_by)
    publication.require_no_author(is_an_author=actor.user_id in authorship.of_version(version), author=actor.name)
    guards.require_change(version.state is AgendaState.CHECKED, what="checked")
    version.state = AgendaState(AGENDA.target("check", version.state))
    version.checked_at, version.checked_by_id = clock.now(), actor.user_id
    version.check_note = note.strip()[:LONGEST_NOTE] or None
    body_id = version.meeting.body_id
    audit.record("agenda.checked", version, actor=actor, body_id=body_id, sha256=version.sha256)
    return version


def _is(actor: Actor, version: AgendaVersion) -> bool:
    """Tell whether somebody made a version; where an account is not known, by the name."""
    if actor.user_id is None or version.made_by_id is None:
        return actor.name == version.made_by
    return actor.user_id == version.made_by_id


def gather(meeting: Meeting) -> Pack:
    """Gather the pack of an agenda that can be put out, or refuse with what is in the way."""
    _require_publishable(meeting)
    now = publishing.hash_now(meeting)
    there = publishing.standing(meeting, now)
    return papers.pack(meeting, version=there.number if there else publishing.next_number(meeting))


def _require_publishable(meeting: Meeting) -> None:
    if meeting.state is MeetingState.AGENDA_PUBLISHED:
        raise NotPublished(_out_already(meeting))
    MEETING.target("publish_agenda", meeting.state)
    stands = publishing.stands(meeting)
    publication.require_nothing_in_the_way(stands)
    inspecting.require_clean(publishing.files(meeting))
    version = publishing.standing(meeting, publishing.hash_now(meeting))
    is_checked = version is not None and version.state is AgendaState.CHECKED
    publication.require_checked(stands, is_checked=is_checked)


def _out_already(meeting: Meeting) -> str:
    """Say who was first."""
    done = publishing.published(meeting)
    if not done or done[0].published_at is None:
        return "This agenda is published already. What comes now is a supplement."
    who = done[0].published_by.name if done[0].published_by else done[0].made_by
    return f"{who} published this agenda at {_time(done[0].published_at)}. Nothing was changed."


def _time(moment: datetime) -> str:
    there = moment.astimezone(clock.LONDON)
    return f"{there.hour % 12 or 12}.{there.minute:02}{'am' if there.hour < 12 else 'pm'}"


def publish(meeting: Meeting, printed: PrintedPack, *, seen: str, actor: Actor) -> AgendaVersion:
    """Let everybody read the agenda and the papers that were printed, if nothing changed since; tell the members."""
    lock(meeting)
    _require_publishable(meeting)
    now = publishing.hash_now(meeting)
    publication.require_as_seen(seen, now)
    publication.require_as_seen(printed.sha256, now)
    is_agreed = agenda_versions.agreed(meeting) is not None
    version = version_of(meeting, agendas.contents(meeting), actor=actor)
    publication.require_as_seen(str(printed.version), str(version.number))
    AGENDA.target("publish", version.state)
    put_out(version, printed, actor=actor)
    meeting.state = MeetingState(MEETING.target("publish_agenda", meeting.state))
    if clock.today() <= meeting.on:
        meeting.agenda_published_on = clock.today()
    notice = notice_today(meeting)
    audit.record(
        "agenda.published",
        version,
        actor=actor,
        body_id=meeting.body_id,
        sha256=now,
        agreed_by_chair=is_agreed,
        clear_days=notice.days,
        clear_days_required=notice.required,
        verdict=notice.verdict,
    )
    return version


def put_out(version: AgendaVersion, printed: PrintedPack, *, actor: Actor) -> None:
    """Write down what was printed and when it went out, open its reports, and tell whoever is expected."""
    meeting = version.meeting
    slug = meeting.body.slug
    name = f"{slug}-{meeting.on.isoformat()}-{version.kind}-{version.number}"
    version.public_document = pack_files.keep(printed.public, f"{name}.pdf", is_exempt=False, actor=actor)
    if printed.restricted is not None:
        restricted = f"{name}-not-for-publication.pdf"
        version.restricted_document = pack_files.keep(printed.restricted, restricted, is_exempt=True, actor=actor)
    version.pages = printed.pages
    version.state = AgendaState.PUBLISHED
    version.published_at, version.published_by_id = clock.now(), actor.user_id
    reports.release(ready.ready_for(meeting), at=version.published_at, actor=actor)
    db.session.flush()
    decide, private = publication.asked_to_decide(version.contents)
    people = diary.expected(meeting, on=meeting.on, but=actor.user_id)
    papers_outbox.papers_out(version, decide=decide, private=private, to=people)


def notice_today(meeting: Meeting) -> publication.Notice:
    """Count the clear days that papers put out today give."""
    body = meeting.body
    basis = body.clear_days_basis or Basis.WORKING
    return publication.notice(clock.today(), meeting.on, basis=basis, as_is=body.papers_count_as_is)


def version_of(
    meeting: Meeting,
    contents: dict[str, Any],
    *,
    actor: Actor,
    kind: AgendaKind = AgendaKind.AGENDA,
    reason: str | None = None,
) -> AgendaVersion:
    """Give the version that says just this; make it where there is none."""
    sha256 = fingerprint(contents)
    if there := publishing.standing(meeting, sha256, kind):
        return there
    version = AgendaVersion(
        meeting=meeting,
        number=publishing.next_number(meeting),
        kind=kind,
        reason=reason,
        state=AgendaState.DRAFT,
        contents=contents,
        sha256=sha256,
        made_at=clock.now(),
        made_by=actor.name,
        made_by_id=actor.user_id,
    )
    db.session.add(version)
    db.session.flush()
    return version
