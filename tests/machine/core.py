"""What every part of the machine stands on: the partnership in hand, the clock, an act that is done or refused."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, TypeVar

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import Base, Meeting, User
from shp_gov.queries import users
from tests.machine import there
from tests.machine.people import Group
from tests.machine.world import BEGUN_WITH, Place, a_run

Result = TypeVar("Result")
NTH = st.integers(0, 11)
TRAIL = ("audit_event", "audit_words", "audit_head")
KEPT = tuple(table for table in Base.metadata.sorted_tables if table.name not in TRAIL)
STEPS = 40
LOOK_EVERY = 10
MINUTES = timedelta(minutes=3)
RECORDED = (
    "SELECT (SELECT count(*) FROM message), (SELECT sequence FROM audit_head),"
    " (SELECT max(id) FROM message), (SELECT max(id) FROM decision)"
)


def at(*states: MeetingState) -> Callable[[Any], Any]:
    """Try a rule only while a meeting of the partnership is in one of these states."""
    return precondition(lambda machine: machine.has(*states))


def minutes_are(*states: MinutesState) -> Callable[[Any], Any]:
    """Try a rule only while the minutes of a meeting are in one of these states."""
    return precondition(lambda machine: any(row.minutes_state in states for row in machine.known))


class Core(RuleBasedStateMachine):
    """One partnership, worked on by its officers; what is refused changes nothing."""

    place: ClassVar[Place]
    done: ClassVar[Counter[str]]
    group: Group
    now: datetime

    def __init__(self) -> None:
        super().__init__()
        self.steps, self.tried, self.made, self.refused, self.idle = 0, 0, 0, 0, 0
        self.is_whole = True
        self.secrets = set(BEGUN_WITH)
        self.out: set[str] = set()
        self.known: list[Any] = []
        self.there: frozenset[str] = frozenset()
        self.acknowledged: list[tuple[int, int, str]] = []
        self.put_off: set[str] = set()
        self.gone: set[str] = set()
        self._stack = ExitStack()
        self._stack.enter_context(a_run(self.place))

    def begin_at(self, stage: str) -> None:
        """Take the partnership that is at this point of its cycle."""
        self.group, self.now = self.place.groups[stage]
        self.before = self.now
        self.recorded = fetched(RECORDED)[0]
        self.told_before, self.newest = (number or 0 for number in self.recorded[2:])
        self.look_again()

    def teardown(self) -> None:
        """Undo all that was done, and count it where every step of the run was taken."""
        if self.steps >= STEPS:
            self.done.update(runs=1, acts=self.made, refusals=self.refused, idle=self.idle)
            self.done.update(f"{row.state}, minutes {row.minutes_state or 'none'}" for row in self.known)
        self._stack.close()

    # --- Acting ---
    def try_(self, act: Callable[[], Result]) -> Result | None:
        """Do something as a page does it: all of it, or nothing of it where it is refused."""
        self.tried, self.is_whole = self.tried + 1, False
        looks = self.tried % LOOK_EVERY == 0
        before = self.rows() if looks else None
        self.now += MINUTES
        try:
            with clock.at(self.now):
                result = act()
                db.session.commit()
        except DomainError as refusal:
            db.session.rollback()
            self._require_untouched(str(refusal), before)
            return None
        self.made += 1
        self._require_recorded(before)
        self.look_again()
        return result

    def _require_untouched(self, why: str, before: Any) -> None:
        """What was refused says why, and every row is as it was."""
        self.refused += 1
        assert why.strip(), "a refusal says why"
        assert before in (None, self.rows()), f"refused, and yet something changed: {why}"
        assert self.recorded == fetched(RECORDED)[0], f"refused, and yet recorded: {why}"

    def _require_recorded(self, before: Any) -> None:
        """What changed anything is in the audit trail, and nobody is told of nothing."""
        (told, lines, *_), self.recorded = self.recorded, fetched(RECORDED)[0]
        if self.recorded[1] == lines:
            assert self.recorded[0] == told, "somebody is told of what nobody did"
            assert before in (None, self.rows()), "something changed that the audit trail does not know"

    def rows(self) -> list[Any]:
        """Read every row of every table but those of the trail."""
        return [fetched(f'SELECT * FROM "{table.name}" ORDER BY id') for table in KEPT]

    # --- Where things are ---
    def look_again(self) -> None:
        """Note how the meetings stand, and what there is to act on."""
        columns = (Meeting.id, Meeting.on, Meeting.state, Meeting.minutes_state)
        asked = sa.select(*columns).where(Meeting.body_id == self.group.body_id)
        self.known = list(db.session.execute(asked.order_by(Meeting.on, Meeting.id)).all())
        names, question = there.question(self.group.body_id, self.place.engine.dialect)
        self.there = frozenset(name for name, is_there in zip(names, fetched(question)[0], strict=True) if is_there)

    def has(self, *states: MeetingState) -> bool:
        """Tell whether a meeting is in one of these states."""
        return any(row.state in states for row in self.known)

    def meeting(self, *states: MeetingState) -> Meeting:
        """Give the earliest meeting in one of these states."""
        return self._meeting(row.id for row in self.known if row.state in states)

    def any_meeting(self, nth: int) -> Meeting:
        """Give some meeting, however it stands."""
        return db.session.get_one(Meeting, self.known[nth % len(self.known)].id)

    def minuted(self, *states: MinutesState) -> Meeting:
        """Give the earliest meeting whose minutes are in one of these states."""
        return self._meeting(row.id for row in self.known if row.minutes_state in states)

    def _meeting(self, numbers: Any) -> Meeting:
        return db.session.get_one(Meeting, next(iter(numbers)))

    @property
    def today(self) -> date:
        """Give the day."""
        return self.now.astimezone(clock.LONDON).date()

    @property
    def hour(self) -> time:
        """Give the time of day, to the minute."""
        return self.now.astimezone(clock.LONDON).time().replace(second=0, microsecond=0)

    @property
    def clerk(self) -> Actor:
        """Let the first officer act."""
        return self.group.officer()

    def viewer(self, user_id: int | None = None) -> Viewer:
        """Look through the eyes of an account, or of the public."""
        user = db.session.get_one(User, user_id) if user_id else None
        return users.viewer_of(user, on=self.today)

    def token(self, *, secret: bool) -> str:
        """Plant a new word: one that only those entitled may ever read, or one for everybody."""
        word = f"quern{self.tried + 100}x"
        if secret:
            self.secrets.add(word)
        return word


def fetched(statement: str) -> list[Any]:
    """Ask the database itself, in this transaction: the machine does it thousands of times."""
    cursor = db.session.connection().connection.cursor()
    try:
        cursor.execute(statement)
        return cursor.fetchall()
    finally:
        cursor.close()


def pick(rows: Sequence[Result], nth: int) -> Result | None:
    """Take one of some rows, if there are any."""
    return rows[nth % len(rows)] if rows else None
