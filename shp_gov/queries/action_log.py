"""The action log of a body: which actions it holds for a viewer, filtered, counted, grouped and paged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.action_steps import is_blocked, is_overdue
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models import Action, Body, Decision, Minute, Organisation, Seat
from shp_gov.queries import owners
from shp_gov.queries.actions import due_expression, needs_owner
from shp_gov.queries.answering import Lead, names_at_the_end, names_in_body, names_of_holders
from shp_gov.queries.owners import Owner
from shp_gov.queries.visibility import Condition, visible_actions

PAGE = 25
NOT_NAMED = Owner(None, None)
AT_ONCE = 500
MOST = 1000
BY_DUE_DATE = (Action.due_on.asc().nulls_last(), Action.id.asc())
_group = aliased(Body)
_organisation = aliased(Organisation)
_authority = sa.func.coalesce(_organisation.name, _group.name, sa.literal_column("'No authority'"))


class Show(StrEnum):
    """Which actions the log shows."""

    UNFINISHED = "not closed"
    OVERDUE = "overdue"
    OWNERLESS = "without an owner"
    PROPOSED = "to verify"
    VERIFIED = "to agree"
    FINISHED = "finished"
    ALL = "all"


IN_STATE: Mapping[Show, Condition] = {
    Show.UNFINISHED: Action.state.not_in(FINISHED),
    Show.PROPOSED: Action.state == ActionState.PROPOSED,
    Show.VERIFIED: Action.state == ActionState.VERIFIED,
    Show.FINISHED: Action.state.in_(FINISHED),
    Show.ALL: sa.true(),
}


class GroupBy(StrEnum):
    """What the log is ordered by."""

    AUTHORITY = "authority"
    DUE = "due date"
    MEETING = "meeting"


@dataclass(frozen=True)
class Asked:
    """What the log is filtered and ordered by."""

    show: Show = Show.UNFINISHED
    authority: str = ""
    words: str = ""
    group_by: GroupBy = GroupBy.AUTHORITY


@dataclass(frozen=True)
class Line:
    """One action in a list: when it is due, whose it is, and whether it is late or blocked.

    The holders answer for it today; for a finished one, they did on the day it ended.
    """

    action: Action
    due_on: date | None
    authority: str
    is_overdue: bool
    is_blocked: bool
    holders: tuple[str, ...] = ()
    needs_owner: bool = False
    owner: Owner = NOT_NAMED

    @property
    def decision(self) -> Decision:
        """Give the decision that made it."""
        return self.action.decision


@dataclass(frozen=True)
class Authority:
    """An organisation or group with actions in the log: how many, how many overdue. A long log counts neither."""

    name: str
    actions: int | None = None
    overdue: int | None = None


@dataclass(frozen=True)
class Log:
    """A page of the action log. Counts stop after MOST; a log longer than that is listed by due date."""

    lines: Sequence[Line]
    total: int
    counts: Mapping[Show, int]
    authorities: Sequence[Authority]
    group_by: GroupBy
    is_long: bool = False


def of_body(body: Body, asked: Asked, *, viewer: Viewer, page: int = 1) -> Log:
    """Give a page of a body's action log, with the counts of every filter."""
    counts = _counts(body, viewer)
    is_long = counts[asked.show] > MOST
    found = _found(body, asked, viewer)
    ordered = found.order_by(*(BY_DUE_DATE if is_long else _order(asked.group_by)))
    authorities = _names(body) if is_long else _authorities(body, asked, viewer)
    return Log(
        lines=_lines(ordered.limit(PAGE).offset((page - 1) * PAGE), viewer.on),
        total=_sum(authorities, asked.authority) if not is_long else _total(found, asked, counts),
        counts=counts,
        authorities=authorities,
        group_by=GroupBy.DUE if is_long else asked.group_by,
        is_long=is_long,
    )


def _sum(authorities: Sequence[Authority], name: str) -> int:
    return sum(authority.actions or 0 for authority in authorities if name in ("", authority.name))


def _total(found: sa.Select[Action], asked: Asked, counts: Mapping[Show, int]) -> int:
    """Count what was found in a long log, up to one more than MOST."""
    if not asked.words and not asked.authority:
        return counts[asked.show]
    return db.session.scalar(_capped(found)) or 0


def _capped(found: sa.Select[Action]) -> sa.Select[int]:
    some = found.with_only_columns(Action.id).order_by(None).limit(MOST + 1).subquery()
    return sa.select(sa.func.count()).select_from(some)


def _names(body: Body) -> list[Authority]:
    """Name the organisations that have seats on a body."""
    seated = sa.select(Organisation.name).join(Seat, Seat.organisation_id == Organisation.id)
    names = seated.where(Seat.body_id == body.id).distinct().order_by(Organisation.name)
    return [Authority(name) for name in db.session.scalars(names)]


def every_line(body: Body, asked: Asked, *, viewer: Viewer) -> Iterator[Line]:
    """Give every action that the log would show, for a download."""
    found = _found(body, asked, viewer).order_by(*_order(asked.group_by))
    names = names_in_body(body.id, on=viewer.on)
    then = names_at_the_end(sa.and_(Action.body_id == body.id, Action.state.in_(FINISHED)))
    titles = owners.of_body(body, on=viewer.on)
    for action, due_on, authority in db.session.execute(_whole(found).execution_options(yield_per=AT_ONCE)):
        held_by = then.get(action.id, ()) if action.is_finished else names.get(Lead.of(action), ())
        yield _line(action, due_on, authority, titles.of(action), held_by, viewer.on)


def _found(body: Body, asked: Asked, viewer: Viewer) -> sa.Select[Action]:
    found = _with_authority(visible_actions(viewer)).where(Action.body_id == body.id, _shown(asked.show, viewer.on))
    if asked.authority:
        found = found.where(_authority == asked.authority)
    return found.where(_says(asked.words)) if asked.words else found


def _with_authority(actions: sa.Select[Action]) -> sa.Select[Action]:
    leads = actions.outerjoin(Action.seat).outerjoin(_group, _group.id == Action.owner_body_id)
    number = sa.func.coalesce(Action.organisation_id, Seat.organisation_id)
    return leads.outerjoin(_organisation, _organisation.id == number)


def _says(words: str) -> Condition:
    return sa.or_(Action.what.icontains(words, autoescape=True), Decision.words.icontains(words, autoescape=True))


def overdue(on: date) -> Condition:
    """Tell whether an action's day has passed while its owner has it, in SQL."""
    return sa.and_(Action.state.in_(WITH_THE_OWNER), due_expression() < on)


def _shown(show: Show, on: date) -> Condition:
    on_a_day = {Show.OVERDUE: overdue, Show.OWNERLESS: needs_owner}
    return on_a_day[show](on) if show in on_a_day else IN_STATE[show]


def _order(group_by: GroupBy) -> list[Any]:
    first: dict[GroupBy, list[Any]] = {
        GroupBy.AUTHORITY: [_authority.asc()],
        GroupBy.MEETING: [Decision.on.desc()],
        GroupBy.DUE: [],
    }
    return [*first[group_by], due_expression().asc().nulls_last(), Action.number.asc()]


def _counts(body: Body, viewer: Viewer) -> dict[Show, int]:
    """Count each filter, up to one more than MOST."""
    here = visible_actions(viewer).where(Action.body_id == body.id)
    counted = sa.select(*(_capped(here.where(_shown(show, viewer.on))).scalar_subquery() for show in Show))
    return dict(zip(Show, db.session.execute(counted).one(), strict=True))


def _authorities(body: Body, asked: Asked, viewer: Viewer) -> list[Authority]:
    late = sa.func.sum(sa.case((overdue(viewer.on), 1), else_=0))
    everyone = Asked(asked.show, "", asked.words, asked.group_by)
    found = _found(body, everyone, viewer).with_only_columns(_authority, sa.func.count(), late)
    return [Authority(*row) for row in db.session.execute(found.group_by(_authority).order_by(_authority))]


def _lines(found: sa.Select[Action], on: date) -> list[Line]:
    rows = db.session.execute(_whole(found)).all()
    actions = [action for action, _, _ in rows]
    names = names_of_holders([Lead.of(action) for action in actions], on=on)
    finished = [action.id for action in actions if action.is_finished]
    then = names_at_the_end(Action.id.in_(finished)) if finished else {}
    titles = owners.of_actions(actions, on=on)
    held_by = [then.get(each.id, ()) if each.is_finished else names.get(Lead.of(each), ()) for each in actions]
    return [
        _line(action, due_on, authority, titles.of(action), by, on)
        for (action, due_on, authority), by in zip(rows, held_by, strict=True)
    ]


def _whole(found: sa.Select[Action]) -> sa.Select[Action, date | None, str]:
    decision = contains_eager(Action.decision).contains_eager(Decision.minute)
    whole = found.options(
        decision.contains_eager(Minute.meeting),
        contains_eager(Action.seat).joinedload(Seat.organisation),
        joinedload(Action.organisation),
        joinedload(Action.owner_body),
        joinedload(Action.waits_for),
    )
    return whole.add_columns(due_expression(), _authority)


def _line(
    action: Action, due_on: date | None, authority: str, owner: Owner, holders: tuple[str, ...], on: date
) -> Line:
    waits_for = action.waits_for.state if action.waits_for else None
    return Line(
        action=action,
        due_on=due_on,
        authority=authority,
        owner=owner,
        is_overdue=is_overdue(action.state, due_on, on),
        is_blocked=is_blocked(action.state, waits_for),
        holders=holders,
        needs_owner=action.needs_owner(on),
    )
