"""The order of an agenda: where a new item goes, what moves where, and the private part at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from shp_gov.domain.agenda_numbers import Line, blocks


@dataclass(frozen=True, kw_only=True)
class Place(Line):
    """An item in its order: which one it is, whether it is private, and its rank among the items that open or close."""

    key: int
    is_private: bool = False
    rank: int = 0

    @property
    def is_closed(self) -> bool:
        """Tell whether it belongs to the part without the public."""
        return self.is_private or self.opens_private


def settled(places: Sequence[Place]) -> list[Place]:
    """Put what the public hears first, then the resolution to exclude it, then what is private."""
    return sorted(places, key=lambda place: (place.is_closed, not place.opens_private and place.is_private))


def inserted(places: Sequence[Place], new: Place, headings: Sequence[str] = ()) -> list[Place]:
    """Put an item under its heading; without one yet, where its rank and the usual order of the headings lead."""
    if new.is_closed:
        return settled([*places, new])
    groups = list(blocks(places))
    for group in groups:
        if new.section and group[0].section == new.section:
            group.append(new)
            return [place for each in groups for place in each]
    before = next((index for index, group in enumerate(groups) if _comes_after(group, new, headings)), len(groups))
    groups.insert(before, [new])
    return [place for each in groups for place in each]


def _comes_after(group: Sequence[Place], new: Place, headings: Sequence[str]) -> bool:
    if group[0].is_closed:
        return True
    rank = min(place.rank for place in group)
    return rank > new.rank or (rank == new.rank and _usual(group[0], headings) > _usual(new, headings, len(headings)))


def _usual(place: Place, headings: Sequence[str], otherwise: int = -1) -> int:
    return headings.index(place.section) if place.section in headings else otherwise


def moved(places: Sequence[Place], key: int, *, up: bool) -> list[Place]:
    """Move an item one place: within its heading, or, where it stands alone, past the heading beside it.

    At the end of its row it stays. The resolution to exclude the public stays before what is private.
    """
    groups = list(blocks(places))
    here = next(index for index, group in enumerate(groups) if any(place.key == key for place in group))
    movable = [place for place in groups[here] if not place.opens_private]
    if groups[here][0].section and len(groups[here]) > 1:
        at = next((index for index, place in enumerate(movable) if place.key == key), None)
        if at is not None:
            _swap(movable, at, up=up)
        groups[here] = [*(place for place in groups[here] if place.opens_private), *movable]
        return [place for group in groups for place in group]
    return block_moved(places, key, up=up)


def block_moved(places: Sequence[Place], key: int, *, up: bool) -> list[Place]:
    """Move a heading, with all under it, past the one beside it. The private part stays last."""
    groups = list(blocks(places))
    open_ = [group for group in groups if not group[0].is_closed]
    at = next((index for index, group in enumerate(open_) if any(place.key == key for place in group)), None)
    if at is not None:
        _swap(open_, at, up=up)
    closed = [group for group in groups if group[0].is_closed]
    return [place for group in (*open_, *closed) for place in group]


def _swap(row: list, at: int, *, up: bool) -> None:  # type: ignore[type-arg]
    other = at - 1 if up else at + 1
    if 0 <= other < len(row):
        row[at], row[other] = row[other], row[at]


def usual_order(*rows: Sequence[str]) -> list[str]:
    """Make one order of headings from several: the first decides, each other fits its own in after what they follow."""
    order: list[str] = []
    for row in rows:
        at = 0
        for heading in row:
            if heading not in order:
                order.insert(at, heading)
            at = order.index(heading) + 1
    return order


def ways(places: Sequence[Place]) -> dict[int, tuple[bool, bool]]:
    """Tell of each item whether it can move up, and whether it can move down."""
    here = list(places)
    return {
        place.key: (moved(here, place.key, up=True) != here, moved(here, place.key, up=False) != here) for place in here
    }


def heading_ways(places: Sequence[Place]) -> dict[int, tuple[bool, bool]]:
    """Tell of the first item under each heading whether the heading can move up, and whether it can move down."""
    here = list(places)
    firsts = [group[0].key for group in blocks(here) if group[0].section not in (None, "", group[0].title)]
    return {key: (block_moved(here, key, up=True) != here, block_moved(here, key, up=False) != here) for key in firsts}
