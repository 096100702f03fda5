"""Law that is announced and has no first day yet: told beside what changes on a day, never checked."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("announcements.toml")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is announced, on whose word, from when it was known, and the rules it will change."""

    id: str
    title: str
    words: str
    source: str
    known_from: date
    rules: tuple[str, ...]


@cache
def announcements() -> tuple[Announcement, ...]:
    """Give everything announced without a day."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["announcement"]
    return tuple(Announcement(**row | {"rules": tuple(row["rules"])}) for row in rows)


def announced(on: date) -> list[Announcement]:
    """List what was known on a day."""
    return [each for each in announcements() if each.known_from <= on]
