"""A version of minutes read back as it was kept: what it said then, private parts for those entitled alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain import numbering
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.words import time_words
from shp_gov.models import Capacity, Minute, MinutesVersion
from shp_gov.queries.visibility import declared_in_minute, visible_minutes

Said = dict[str, Any]
CAME = {
    Capacity.PRESENT: "Present",
    Capacity.SUBSTITUTE: "Substitutes",
    Capacity.ALSO_PRESENT: "Also present",
    Capacity.OFFICER: "Officers",
    Capacity.APOLOGIES: "Apologies",
}


@dataclass(frozen=True)
class KeptDecision:
    """A decision as a version has it: its words, how it was ruled, why, and who was to do what by when."""

    numeral: str
    words: str
    ruled: tuple[str, ...]
    reasons: str
    actions: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True)
class KeptMinute:
    """A minute as a version has it. Of one withheld from the viewer there is only what everybody may read."""

    name: str
    paragraph: str
    summary: str
    said: Said | None = None
    decisions: tuple[KeptDecision, ...] = ()
    not_agreed: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptMinutes:
    """A version, what it says, and whether its words still have the hash that was noted when they were kept."""

    version: MinutesVersion
    minutes: tuple[KeptMinute, ...]
    attendance: tuple[tuple[str, tuple[str, ...]], ...]
    held: str
    has_its_hash: bool


def get(meeting_id: int, minutes_number: int, *, viewer: Viewer) -> MinutesVersion:
    """Fetch a version of the minutes of a meeting."""
    asked = sa.select(MinutesVersion).options(joinedload(MinutesVersion.meeting), joinedload(MinutesVersion.at_meeting))
    its = (MinutesVersion.meeting_id == meeting_id, MinutesVersion.number == minutes_number)
    return db.session.scalars(asked.where(*its)).one()


def read(version: MinutesVersion, *, viewer: Viewer) -> KeptMinutes:
    """Read a version as the viewer may. What was private when it was kept stays so, whatever became of it."""
    said = version.contents
    open_now, private_too = _readable(version, viewer)
    minutes = [
        _minute(each) if each["id"] in (private_too if each["is_exempt"] else open_now) else _withheld(each)
        for each in said["minutes"]
    ]
    has_its_hash = fingerprint(said) == version.sha256
    return KeptMinutes(version, tuple(minutes), tuple(_attendance(said["attendance"])), _held(said), has_its_hash)


def _readable(version: MinutesVersion, viewer: Viewer) -> tuple[set[int], set[int]]:
    """Give the minutes that the viewer may read now, and those of them that they may read in private too."""
    meeting = version.meeting
    asked = visible_minutes(viewer).where(Minute.meeting_id == meeting.id)
    open_now = set(db.session.scalars(asked.with_only_columns(Minute.id)))
    if not viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id):
        return open_now, set()
    return open_now, set(db.session.scalars(asked.where(~declared_in_minute(viewer)).with_only_columns(Minute.id)))


def _held(said: Said) -> str:
    """Say from when to when the meeting was held, and where, as far as the version has it."""
    began, ended = (time_words(time.fromisoformat(said[name])) if said[name] else "" for name in ("began", "ended"))
    times = f"From {began}{f' to {ended}' if ended else ''}" if began else ""
    return ", ".join(filter(None, [times, said["venue"]]))


def _attendance(lines: Iterable[list[Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name who came, by how they came. A line holds the capacity, the name, the post and more."""
    listed = list(lines)
    for capacity, heading in CAME.items():
        if people := [_person(line) for line in listed if line[0] == capacity.value]:
            yield heading, tuple(people)


def _person(line: list[Any]) -> str:
    _, name, post, instead_of, is_in_the_chair, *_ = line
    named = f"{name}, {post}" if post else name
    named += f", substitute for {instead_of}" if instead_of else ""
    return f"{named} (in the chair)" if is_in_the_chair else named


def _withheld(minute: Said) -> KeptMinute:
    title = _numbered(minute, minute["public_title"] or "Private minute")
    return KeptMinute(title, minute["exempt_paragraph"] or "", minute["public_summary"] or "")


def _minute(minute: Said) -> KeptMinute:
    return KeptMinute(
        _numbered(minute, minute["title"]),
        minute["exempt_paragraph"] or "",
        minute["public_summary"] or "",
        said=minute,
        decisions=tuple(map(_decision, minute["decisions"])),
        not_agreed=tuple(minute.get("not_agreed", ())),
    )


def _numbered(minute: Said, title: str) -> str:
    number = minute["number_printed"] or minute["number"]
    return f"{number}. {title}" if number else title


def _decision(decision: Said) -> KeptDecision:
    actions = [(owner, date.fromisoformat(due) if due else None) for owner, due in decision["actions"]]
    numeral = f"({numbering.roman(decision['ordinal'])})"
    ruled = tuple(decision.get("ruled", ()))
    return KeptDecision(numeral, decision["words"], ruled, decision["reasons"] or "", tuple(actions))
