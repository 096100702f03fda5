"""Lists of actions: the log of a body, as a page and as CSV; and my own."""

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from flask import render_template, request
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.permissions import Permission
from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER
from shp_gov.models import Body
from shp_gov.queries.action_log import MOST, PAGE, Asked, GroupBy, Log, Show
from shp_gov.queries.my_actions import WAITING
from shp_gov.web.access import permissions_towards, public, requires, viewer
from shp_gov.web.actions.blueprint import blueprint
from shp_gov.web.actions.sheet import rows
from shp_gov.web.front_end import Link, here
from shp_gov.web.paging import Page, asked_page, page_of
from shp_gov.web.sheets import csv_file

Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_WORDS = 100
LABELS = {
    Show.UNFINISHED: "Not closed",
    Show.OVERDUE: "Overdue",
    Show.OWNERLESS: "Without an owner",
    Show.PROPOSED: "For an officer to verify",
    Show.VERIFIED: "For the partnership to agree",
    Show.FINISHED: "Finished",
    Show.ALL: "All",
}
ORDERS = {GroupBy.AUTHORITY: "Authority", GroupBy.DUE: "Due date", GroupBy.MEETING: "Meeting that agreed it"}


@blueprint.get("/bodies/<slug>/actions")
@public(of=queries.bodies.get)
def log(body: Body) -> ResponseReturnValue:
    """Show the action log of a body."""
    asked, number = _asked(), asked_page()
    found = queries.action_log.of_body(body, asked, viewer=viewer(), page=number)
    return render_template(
        "actions/log.html",
        body=body,
        asked=asked,
        log=found,
        filters=_filters(asked, found),
        page=_page(number, found),
        may=permissions_towards(body),
        reads_exempt=any(term.body_id == body.id for term in viewer().exempt_terms()),
        today=viewer().on,
        labels=LABELS,
        most=MOST,
    )


def _page(number: int, found: Log) -> Page:
    """Say what a page of the log shows. After a long log's counted pages there is always one more, while it is full."""
    if not found.is_long or not found.lines:
        return page_of(number, found.total)
    has_more = len(found.lines) == PAGE
    page = page_of(number, found.total, has_more=True)
    return page if has_more else replace(page, pages=max(number, -(-found.total // PAGE)))


@blueprint.get("/bodies/<slug>/actions.csv")
@public(of=queries.bodies.get)
def log_csv(body: Body) -> ResponseReturnValue:
    """Download the action log as it is filtered."""
    lines = queries.action_log.every_line(body, _asked(), viewer=viewer())
    return csv_file(rows(lines, on=viewer().on), name=f"actions-{body.slug}")


@blueprint.get("/my-actions")
@requires(Permission.USE_OWN_ACCOUNT)
def mine() -> ResponseReturnValue:
    """Show what I owe in every partnership, what waits for others, and what is done."""
    looking = viewer()
    return render_template(
        "actions/mine.html",
        counts=queries.my_actions.counts(looking),
        to_do=queries.my_actions.lines(looking, WITH_THE_OWNER),
        waiting=queries.my_actions.lines(looking, WAITING),
        meetings=queries.my_meetings.coming(looking),
        to_sign=queries.approvals.to_sign(viewer=looking),
        today=looking.on,
    )


@blueprint.get("/my-actions/finished")
@requires(Permission.USE_OWN_ACCOUNT)
def finished() -> ResponseReturnValue:
    """List my actions that are closed or did not proceed."""
    number, counts = asked_page(), queries.my_actions.counts(viewer())
    lines = queries.my_actions.lines(viewer(), FINISHED, page=number, newest=True)
    return render_template("actions/finished.html", lines=lines, page=page_of(number, counts.finished))


def _asked() -> Asked:
    return Asked(
        show=_choice("show", Show.UNFINISHED),
        authority=request.args.get("authority", "")[:LONGEST_WORDS],
        words=request.args.get("words", "").replace("\0", "").strip()[:LONGEST_WORDS],
        group_by=_choice("group", GroupBy.AUTHORITY),
    )


def _choice(name: str, usual: Choice) -> Choice:
    kinds = type(usual)
    asked = request.args.get(name, "")
    return kinds(asked) if asked in [kind.value for kind in kinds] else usual


def _filters(asked: Asked, found: Log) -> list[tuple[str, list[Link]]]:
    shows = [
        Link(f"{words} ({counted(found.counts[show])})", _address(show=show.value), _now(asked.show, show))
        for show, words in LABELS.items()
    ]
    everyone = None if found.is_long else sum(authority.actions or 0 for authority in found.authorities)
    names = [("", "All", everyone)] + [(a.name, a.name, a.actions) for a in found.authorities]
    authorities = [
        Link(
            words if number is None else f"{words} ({number:,})",
            here(authority=name, page=None),
            _now(asked.authority, name),
        )
        for name, words, number in names
    ]
    orders = [
        Link(words, here(group=group.value, page=None), _now(found.group_by, group)) for group, words in ORDERS.items()
    ]
    return [("Show", shows), ("Authority", authorities)] + ([] if found.is_long else [("Group by", orders)])


def _address(show: str) -> str:
    return here(show=show, page=None, authority=None)


def counted(number: int) -> str:
    """Write a count that stops after MOST: "1,000+"."""
    return f"{MOST:,}+" if number > MOST else f"{number:,}"


def _now(asked: str, this: str) -> str:
    return "true" if asked == this else ""
