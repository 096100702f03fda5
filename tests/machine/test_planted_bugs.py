"""The machine is no decoration: it finds every bug that is planted here, a line of the product broken on purpose.

Runs of the product as it is find nothing; two officers who clash are rare, and take some twenty runs to meet.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa

from shp_gov.domain import agenda_guards, proceedings
from shp_gov.queries import revisions as saves
from shp_gov.queries import visibility
from shp_gov.services import agenda, minute_steps, minutes_versions, revisions
from tests.machine.running import work

SEED = 41
RUNS, MOST_RUNS = 12, 60
TO_REPORT, OUT = "reports to come", "an agenda that is out"
GOES_ON, CLOSED, TO_APPROVE = "a meeting that goes on", "a closed meeting", "minutes to approve"


class Bug(NamedTuple):
    """What is broken, where, what stands there instead, where the runs begin, and what the machine says of it."""

    what: str
    room: Any
    name: str
    instead: Callable[..., Any]
    begins: str
    found: str


def nothing(*args: Any, **kwargs: Any) -> None:
    """Refuse nothing, do nothing."""


def over_the_newer(minute: Any, base: Any, words: Any, actor: Any, *, is_clash: bool) -> Any:
    """Take what was typed on older words for the newest."""
    return REVISION(minute, base, words, actor, is_clash=False)


def not_kept(minute: Any, base: Any, words: Any) -> Any:
    """Say that words are saved which clash with newer ones, and keep only those."""
    return saves.newest(minute) if base.number < minute.version else None


REVISION = revisions._revision
BUGS = (
    Bug(
        "Every minute of a meeting is given the same number.",
        *(minute_steps, "_next_number", lambda *_: 1, OUT, "number"),
    ),
    Bug(
        "An item comes late that does not say why it is urgent.",
        *(agenda_guards, "require_urgency", nothing, OUT, "why it is urgent"),
    ),
    Bug(
        "The public read the minutes of private items with the others.",
        *(visibility, "minute_is_open", lambda viewer: sa.true(), TO_APPROVE, "the public reads"),
    ),
    Bug(
        "Of two officers who save one minute, the later overwrites what she never saw.",
        *(revisions, "_revision", over_the_newer, GOES_ON, "over the newer"),
    ),
    Bug(
        "Of two officers who save one minute, the later is told that her words are saved, and they are not.",
        *(revisions, "_kept", not_kept, GOES_ON, "lost:"),
    ),
    Bug(
        "A meeting decides though too few are in the room.",
        *(proceedings, "require_deciding", nothing, GOES_ON, "was decided by"),
    ),
    Bug(
        "A meeting is closed while items have no outcome.",
        *(proceedings, "require_every_outcome", nothing, GOES_ON, "has an outcome"),
    ),
    Bug(
        "The report to an item that is made private stays public.",
        *(agenda, "_follow", nothing, TO_REPORT, "A report to a private item"),
    ),
    Bug(
        "The chair agrees to minutes that have changed since she read them.",
        *(minutes_versions, "require_as_read", nothing, CLOSED, "what she did not read"),
    ),
)


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.what)
def test_a_planted_bug_is_found(place, monkeypatch, bug):
    monkeypatch.setattr(bug.room, bug.name, bug.instead)

    with pytest.raises(AssertionError, match=bug.found):
        work(place, runs=MOST_RUNS, number=SEED, is_shrunk=False, begins=(bug.begins,))


@pytest.mark.parametrize("begins", sorted({bug.begins for bug in BUGS}))
def test_the_same_runs_find_nothing_where_nothing_is_broken(place, begins):
    done = work(place, runs=RUNS, number=SEED, is_shrunk=False, begins=(begins,))

    assert done["runs"] >= RUNS
