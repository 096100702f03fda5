"""Which post somebody had on which day, as the papers of a body print it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class PostPrinted:
    """What one line says of somebody's post: a list of members, or the attendance in minutes."""

    on: date
    is_of_a_list: bool
    post: str | None
    organisation: str | None

    @property
    def says(self) -> tuple[str, str | None]:
        """Give the post and its organisation, however they are capitalised."""
        return (self.post or "").casefold(), self.organisation

    @property
    def order(self) -> tuple[date, str, str]:
        """Put the newest last; of one day always the same."""
        return (self.on, self.post or "", self.organisation or "")


@dataclass(frozen=True, slots=True)
class PostSpell:
    """Somebody in a post, from the first paper that shows it until the day before the first that shows another."""

    from_on: date
    until_on: date | None
    post: str | None
    organisation: str | None
    said_on: date


def posts_printed(lines: Sequence[PostPrinted]) -> list[PostSpell]:
    """Work out the posts of one person. Lists of members say more than minutes, which name a post in passing."""
    listed = [line for line in lines if line.is_of_a_list] or list(lines)
    spells: list[PostSpell] = []
    for line in sorted(listed, key=lambda line: line.order):
        _add(spells, line, since=line.on if spells else min(each.on for each in lines))
    return spells


def _add(spells: list[PostSpell], line: PostPrinted, *, since: date) -> None:
    """Let the last spell go on where a line says the same, or begin another."""
    last = spells[-1] if spells else None
    goes_on = last is not None and PostPrinted(line.on, True, last.post, last.organisation).says == line.says
    if last is not None and (goes_on or last.from_on == line.on):
        since = last.from_on
        spells.pop()
    elif last is not None:
        spells[-1] = PostSpell(last.from_on, line.on - timedelta(days=1), last.post, last.organisation, last.said_on)
    spells.append(PostSpell(since, None, line.post, line.organisation, line.on))
