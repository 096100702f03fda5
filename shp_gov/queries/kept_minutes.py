"""A version of minutes read back as it was kept: what it said then, private parts for those entitled alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain import minutes_words, numbering
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.voting import Counts
from shp_gov.domain.words import time_words
from shp_gov.models import Capacity, Minute, MinutesVersion
from shp_gov.queries.visibility import visible_minutes

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
    """A decision as a version has it: its words, how it was ruled, and who was to do what by when."""

    numeral: str
    words: str
    ruled: tuple[str, ...]
    actions: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True)
class KeptMinute:
    """A minute as a version has it; of one withheld from the viewer only its number and public title."""

    name: str
    said: Said
    decisions: tuple[KeptDecision, ...] = ()
    not_agreed: tuple[str, ...] = ()
    is_withheld: bool = False


@dataclass(frozen=True)
class KeptMinutes:
    """A version, what it says, and whether its words still have the hash that was noted when they were kept."""

    version: MinutesVersion
    minutes: tuple[KeptMinute, ...]
    attendance: tuple[tuple[str, tuple[str, ...]], ...]
    held: str
    is_as_kept: bool


def get(meeting_id: int, minutes_number: int, *, viewer: Viewer) -> MinutesVersion:
    """Fetch a version of the minutes of a meeting."""
    asked = sa.select(MinutesVersion).options(joinedload(MinutesVersion.meeting), joinedload(MinutesVersion.at_meeting))
    its = (MinutesVersion.meeting_id == meeting_id, MinutesVersion.number == minutes_number)
    return db.session.scalars(asked.where(*its)).one()


def read(version: MinutesVersion, *, viewer: Viewer) -> KeptMinutes:
    """Read a version as the viewer may. What was private when it was kept stays so, whatever became of it."""
    said, meeting = version.contents, version.meeting
    now_open = visible_minutes(viewer).where(Minute.meeting_id == meeting.id).with_only_columns(Minute.id)
    open_ids = set(db.session.scalars(now_open))
    sees_exempt = viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id)
    minutes = [
        _minute(each) if each["id"] in open_ids and (sees_exempt or not each["is_exempt"]) else _withheld(each)
        for each in said["minutes"]
    ]
    is_as_kept = fingerprint(said) == version.sha256
    return KeptMinutes(version, tuple(minutes), tuple(_attendance(said["attendance"])), _held(said), is_as_kept)


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
    return KeptMinute(_numbered(minute, minute["public_title"] or "Private minute"), minute, is_withheld=True)


def _minute(minute: Said) -> KeptMinute:
    votes = minute["votes"]
    decisions = tuple(_decision(each, votes) for each in minute["decisions"])
    return KeptMinute(_numbered(minute, minute["title"]), minute, decisions, tuple(_not_agreed(minute)))


def _numbered(minute: Said, title: str) -> str:
    number = minute["number_printed"] or minute["number"]
    return f"{number}. {title}" if number else title


def _decision(decision: Said, votes: list[list[Any]]) -> KeptDecision:
    vote = next((each for each in votes if each[0] == decision["id"] and decision["agreement"] == "vote"), None)
    casts = dict(vote[-1]) if vote else {}
    ruled = [f"{minutes_words.voted_on(vote[1], decision['words'])} {_vote(vote)}".lstrip()] if vote else []
    ruled += [minutes_words.dissent(name, why or "", cast=casts.get(name, "")) for name, why in decision["dissents"]]
    actions = [(owner, date.fromisoformat(due) if due else None) for owner, due in decision["actions"]]
    return KeptDecision(f"({numbering.roman(decision['ordinal'])})", decision["words"], tuple(ruled), tuple(actions))


def _not_agreed(minute: Said) -> Iterator[str]:
    """Tell which recommendations fell, and which motions, with the votes on them."""
    fallen = {vote[1]: _vote(vote) for vote in minute["votes"] if not vote[-2]}
    refused = minute.get("refused", [])
    for words in refused:
        yield minutes_words.not_agreed(words, is_recommended=True, voted=fallen.get(words, ""))
    for words, voted in fallen.items():
        if words not in refused:
            yield minutes_words.not_agreed(words, is_recommended=False, voted=voted)


def _vote(vote: list[Any]) -> str:
    _, _, votes_for, against, abstained, is_carried, casts = vote
    names: dict[str, list[str]] = {}
    for name, cast in casts:
        names.setdefault(cast, []).append(name)
    return minutes_words.vote(Counts(votes_for, against, abstained), names, is_carried=is_carried)
