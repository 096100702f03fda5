"""What undoing an import would take out of the register, and what stays because somebody relies on it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.nouns import counted
from shp_gov.domain.workflows import ImportState
from shp_gov.models import (
    AgendaItem,
    Appendix,
    Attendance,
    AuditEvent,
    Base,
    Body,
    ContactOfficer,
    Decision,
    Import,
    Interest,
    Meeting,
    Minute,
    ProposedAction,
    Provenance,
    Recommendation,
    Report,
    RoleHeld,
    Sighting,
)
from shp_gov.queries import links

# Those that rest on others come first: they go before what they rest on.
OF_A_PACK: tuple[type[Base], ...] = (
    ProposedAction,
    Interest,
    Decision,
    Recommendation,
    Appendix,
    ContactOfficer,
    Report,
    RoleHeld,
    Attendance,
    Minute,
    AgendaItem,
    Sighting,
    Meeting,
)
TABLES = {model.__tablename__: model for model in OF_A_PACK}
# Links that the register works out itself. They are cut, unless somebody made the row that has them.
WORKED_OUT: tuple[sa.orm.InstrumentedAttribute[Any], ...] = (
    Minute.agenda_item_id,
    Report.agenda_item_id,
    Interest.agenda_item_id,
    Interest.minute_id,
    Meeting.minutes_approved_at_id,
)
BY_THE_IMPORT = (
    "meeting.added",
    "meeting.held",
    "agenda.entered",
    "report.entered",
    "attendance.entered",
    "attendance.corrected",
    "members.corrected",
    "interest.entered",
    "minute.entered",
    "minute.filled_in",
    "minutes.approved",
    "decision.entered",
    "decision.filled_in",
    "proposed_action.made",
    "proposed_action.dismissed",
)
RELIED_ON_BY = {
    "action": "an action was made of it",
    "appointment": "an appointment rests on it",
    "office": "an office rests on it",
    "terms_version": "terms of reference were adopted by it",
}
FOUNDER = "system (a body was founded)"
Row = tuple[str, int]
SHOWN = 20


@dataclass(frozen=True)
class Stays:
    """Something only this pack says that stays all the same, and why."""

    what: str
    why: str
    decision: Decision | None = None


@dataclass(frozen=True)
class Plan:
    """What an undo takes out, row by row, what it leaves, and the meetings that stay as they are with what is left."""

    goes: Mapping[str, frozenset[int]]
    kept: Mapping[Row, str] = field(default_factory=dict)
    as_they_are: frozenset[int] = frozenset()

    def ids(self, model: type[Base]) -> frozenset[int]:
        """Give the numbers of the rows of one kind that go."""
        return self.goes.get(model.__tablename__, frozenset())

    def counts(self) -> dict[str, int]:
        """Count what goes by kind, those of which nothing goes left out."""
        return {name: len(ids) for name, ids in self.goes.items() if ids}


def plan(pack: Import, agenda_of: Meeting | None, minutes_of: Meeting | None, only_here: Collection[Meeting]) -> Plan:
    """Work out what goes: what is of the two meetings, unless somebody relies on it. Four statements."""
    found: dict[str, set[int]] = defaultdict(set)
    for table, number in db.session.execute(_told(pack, agenda_of, minutes_of)):
        found[table].add(number)
    told = [meeting for meeting in (agenda_of, minutes_of) if meeting]
    found["meeting"] = {meeting.id for meeting in told}
    links = [tuple(link) for link in db.session.execute(_links_to(found))] if told else []
    worked_on = _worked_on(found)
    kept = _relied_on(found, links, worked_on)
    held = {number for table, at, holds, number in links if holds == "meeting" and (table, at) in kept}
    held |= {number for table, number in worked_on if table == "meeting"}
    held |= {meeting.id for meeting in told if meeting.provenance is not Provenance.IMPORTED}
    goes = {table: frozenset(number for number in ids if (table, number) not in kept) for table, ids in found.items()}
    goes["meeting"] &= {meeting.id for meeting in only_here} - held
    others = {row: why for row, why in kept.items() if row[0] != "meeting" or row[1] in {each.id for each in only_here}}
    return Plan(goes, others, frozenset(held))


def _told(pack: Import, agenda_of: Meeting | None, minutes_of: Meeting | None) -> sa.CompoundSelect[Any]:
    agenda, minutes = (meeting.id if meeting else 0 for meeting in (agenda_of, minutes_of))
    reports = sa.select(Report.id).where(Report.meeting_id == agenda, Report.provenance == Provenance.IMPORTED)
    decisions = sa.select(Decision.id).join(Decision.minute).where(Minute.meeting_id == minutes)
    decisions = decisions.where(Decision.provenance == Provenance.IMPORTED)
    asked = [
        *(_of(model).where(model.meeting_id == agenda) for model in (AgendaItem, Report)),
        *(_of(model).where(model.meeting_id == minutes) for model in (Attendance, Interest, Minute)),
        *(_all(model).where(model.report_id.in_(reports)) for model in (Recommendation, Appendix, ContactOfficer)),
        _all(Decision).where(Decision.id.in_(decisions)),
        _all(ProposedAction).where(ProposedAction.decision_id.in_(decisions)),
        _all(Sighting).where(Sighting.import_id == pack.id),
    ]
    return sa.union_all(*asked)


def _all(model: Any) -> sa.Select[Any]:
    return sa.select(sa.literal(model.__tablename__), model.id)


def _of(model: Any) -> sa.Select[Any]:
    return _all(model).where(model.provenance == Provenance.IMPORTED)


def _links_to(found: Mapping[str, Collection[int]]) -> sa.CompoundSelect[Any]:
    """Ask every table of the record which of its rows hold one of these."""
    asked = [
        sa.select(sa.literal(table.name), table.c.id, sa.literal(key.column.table.name), column)
        .where(column.in_(found[key.column.table.name]))
        .where(*_by_hand_only(column))
        for table in Base.metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if found.get(key.column.table.name)
    ]
    return sa.union_all(*asked)


def _by_hand_only(column: sa.Column[Any]) -> list[sa.ColumnElement[bool]]:
    """Leave out links that the register works out itself, from rows that nobody made by hand."""
    worked_out = any(column is link.property.columns[0] for link in WORKED_OUT)
    return [column.table.c.provenance == Provenance.RECORDED] if worked_out else []


def _worked_on(found: Mapping[str, Collection[int]]) -> dict[Row, str]:
    """Find what somebody worked on since: the audit trail has a line about it that no import writes."""
    about = [
        sa.and_(AuditEvent.subject_type == table, AuditEvent.subject_id.in_(ids)) for table, ids in found.items() if ids
    ]
    if not about:
        return {}
    lines = sa.select(AuditEvent.subject_type, AuditEvent.subject_id).where(sa.or_(*about))
    rows = db.session.execute(lines.where(AuditEvent.event.not_in(BY_THE_IMPORT)))
    return dict.fromkeys(rows, "somebody worked on it")


def _relied_on(
    found: Mapping[str, Collection[int]], links: Iterable[tuple[str, int, str, int]], worked_on: Mapping[Row, str]
) -> dict[Row, str]:
    """Follow what rests on what, until nothing that goes carries anything that stays."""
    kept = dict(worked_on)
    rests_on = defaultdict(list)
    for table, number, holds, held in links:
        rests_on[(table, number)].append((holds, held))
        if number not in found.get(table, ()):
            kept.setdefault((holds, held), RELIED_ON_BY.get(table, "something else rests on it"))
    waiting = list(kept)
    while waiting:
        for below in rests_on[waiting.pop()]:
            if below not in kept:
                kept[below] = ""
                waiting.append(below)
    return kept


def what_stays(found: Plan) -> list[Stays]:
    """Name what stays, and why: each decision by its reference, the rest by kind."""
    why = {row: reason for row, reason in found.kept.items() if reason}
    ids = [number for table, number in why if table == "decision"]
    asked = sa.select(Decision).where(Decision.id.in_(ids)).options(joinedload(Decision.minute))
    decisions = db.session.scalars(asked.order_by(Decision.id)).all() if ids else []
    named = [Stays(row.reference, why[("decision", row.id)], row) for row in decisions]
    others = Counter((table, reason) for (table, _), reason in why.items() if table != "decision")
    return named + [Stays(counted(count, table), reason) for (table, reason), count in others.items()]


def is_left_empty(body: Body, pack: Import) -> bool:
    """Tell whether a body was founded by a pack, and nothing and nobody else in the whole record holds it."""
    about = sa.select(AuditEvent.id).where(AuditEvent.subject_type == "body", AuditEvent.subject_id == body.id)
    changed = about.where(AuditEvent.event != "body.founded")
    held = [
        sa.select(sa.literal(1)).where(column == body.id, *_but_for_the_pack(column.table, pack))
        for column in links.to(Body)
        if column.table.name != "known_as"
    ]
    is_held = sa.exists(sa.union_all(changed, *held).subquery().select())
    return body.provenance is Provenance.IMPORTED and not db.session.scalar(sa.select(is_held))


def _but_for_the_pack(table: Any, pack: Import) -> list[sa.ColumnElement[bool]]:
    """Leave out the pack itself, and the role of whoever founded the body by accepting it."""
    given = sa.select(AuditEvent.subject_id).where(AuditEvent.event == "role.given", AuditEvent.actor == FOUNDER)
    if table is Import.__table__:
        return [table.c.id != pack.id]
    return [table.c.id.not_in(given)] if table is RoleHeld.__table__ else []


def telling_of(pack: Import) -> Sequence[Import]:
    """List the other packs in the register of its body that tell of a day this one tells of, as they were accepted."""
    days = {day for part in ("agenda", "minutes") if (day := (pack.reading.get(part) or {}).get("meeting_on"))}
    told = [Import.reading[part]["meeting_on"].as_string().in_(days) for part in ("agenda", "minutes")]
    corrected = Import.corrections.any()
    others = sa.select(Import).where(Import.body_id == pack.body_id, Import.id != pack.id)
    others = others.where(Import.state == ImportState.ACCEPTED, sa.or_(*told, corrected))
    others = others.options(joinedload(Import.document), selectinload(Import.corrections))
    return db.session.scalars(others.order_by(Import.accepted_at, Import.id)).all()


def trail(pack: Import) -> Sequence[AuditEvent]:
    """List what happened to a pack itself, newest first."""
    lines = sa.select(AuditEvent).where(AuditEvent.subject_type == "import", AuditEvent.subject_id == pack.id)
    return db.session.scalars(lines.order_by(AuditEvent.sequence.desc()).limit(SHOWN)).all()
