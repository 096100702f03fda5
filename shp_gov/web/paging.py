"""Which page of a list is asked for."""

from dataclasses import dataclass

from flask import abort, request

MOST_PAGES = 1_000_000


@dataclass(frozen=True)
class Page:
    """A page of a list: its number, how many there are, and which rows it shows."""

    number: int
    pages: int
    first: int
    last: int
    total: int


def asked_page() -> int:
    """Read the number of the page that is asked for, from 1."""
    page = whole_number(request.args.get("page", "1"))
    return page if page and page <= MOST_PAGES else abort(404)


def whole_number(words: str) -> int | None:
    """Read a number of at most nine figures; anything else is none."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 10 else None


def page_of(number: int, total: int, size: int = 25, *, has_more: bool = False) -> Page:
    """Say what a page of a list shows; a page beyond the last is not found. A list may have more than was counted."""
    pages = max(1, -(-total // size), number + 1 if has_more else 1)
    if number > pages and request.method != "POST":
        abort(404)
    return Page(number, pages, min((number - 1) * size + 1, total), min(number * size, total), total)
