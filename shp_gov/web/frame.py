"""What stands round every page: where this person can go, and where they start."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, request, url_for

from shp_gov.domain.permissions import Permission, Role
from shp_gov.models import Body
from shp_gov.web.access import body_shown, own_body, viewer
from shp_gov.web.front_end import Frame, Link


@dataclass(frozen=True)
class Entry:
    """A line of the menu: its words and page, who has it, and the blueprint whose other pages stand under it.

    `body` names the argument that takes the body; a page that needs one has no line where there is none. `section`
    names blueprints; whoever has the permission of `unless` has another line instead.
    """

    words: str
    endpoint: str
    needs: Permission | None = None
    section: str = ""
    body: str = ""
    needs_body: bool = False
    needs_person: bool = False
    unless: Permission | None = None


OFFICERS = Permission.SEE_TODAY
MENU = (
    Entry("Today", "dashboard.today", OFFICERS),
    Entry(
        "Board health",
        "dashboard.board_health",
        Permission.SEE_BOARD_HEALTH,
        body="slug",
        needs_body=True,
        unless=OFFICERS,
    ),
    Entry("My actions", "actions.mine", Permission.USE_OWN_ACCOUNT, needs_person=True, unless=OFFICERS),
    Entry("My reports", "reports.mine", Permission.USE_OWN_ACCOUNT, needs_person=True, unless=OFFICERS),
    Entry("Meetings", "diary.calendar", Permission.ARRANGE_MEETING, section="diary cycle meetings"),
    Entry(
        "Meetings",
        "bodies.meetings",
        section="meetings",
        body="slug",
        needs_body=True,
        unless=Permission.ARRANGE_MEETING,
    ),
    Entry("Reports", "reports.index", Permission.REQUEST_REPORT, section="reports"),
    Entry("Action log", "actions.log", section="actions", body="slug", needs_body=True),
    Entry(
        "Forward plan", "forward_plan.show", Permission.OFFER_ITEM, section="forward_plan", body="slug", needs_body=True
    ),
    Entry("Members", "members.show", OFFICERS, section="members", body="slug", needs_body=True),
    Entry(
        "Where do we stand?",
        "compliance.stand",
        Permission.SEE_WHERE_WE_STAND,
        section="compliance duties",
        body="slug",
        needs_body=True,
    ),
    Entry("Decisions", "decisions.register", section="decisions", body="body"),
    Entry("Import", "imports.index", Permission.IMPORT_PACK, section="imports"),
    Entry("Accounts", "accounts.index", Permission.MANAGE_ACCOUNTS, section="accounts"),
    Entry("Partnerships", "bodies.index", section="bodies"),
)
STARTS = (
    (Role.OFFICER, "dashboard.today"),
    (Role.CHAIR, "dashboard.board_health"),
    (Role.MEMBER, "actions.mine"),
    (Role.ADMINISTRATOR, "accounts.index"),
)


def frame() -> Frame:
    """Say whose page this is, who is looking and where they can go."""
    looking = viewer()
    body = body_shown() or own_body(Role.CHAIR) or _the_one_served()
    entries = [entry for entry in MENU if _is_open(entry, body)]
    return Frame(
        home=start(),
        who=looking.name if looking.is_signed_in else "",
        account=url_for("accounts.mine") if looking.is_signed_in else "",
        sign_in="" if looking.is_signed_in else url_for("auth.sign_in"),
        sign_out=url_for("auth.sign_out"),
        navigation=tuple(Link(entry.words, _address(entry, body), _current(entry, entries)) for entry in entries),
    )


def start() -> str:
    """Give the page where this person starts: the first that fits what they are to any body."""
    for role, endpoint in STARTS:
        if role in viewer().roles() and endpoint in current_app.view_functions:
            body = own_body(role)
            if endpoint != "dashboard.board_health":
                return url_for(endpoint)
            if body is not None:
                return url_for(endpoint, slug=body.slug)
    return url_for("bodies.index")


def _the_one_served() -> Body | None:
    """Give the body that an officer serves, where it is only one: on every page the menu leads to its lists."""
    return own_body(Role.OFFICER) if len(viewer().bodies(Role.OFFICER)) == 1 else None


def _is_open(entry: Entry, body: Body | None) -> bool:
    """Tell whether a page is there, for this person, here."""
    if entry.endpoint not in current_app.view_functions or (entry.needs_body and body is None):
        return False
    if entry.needs_person and viewer().person_id is None:
        return False
    if entry.unless and viewer().may(entry.unless):
        return False
    return entry.needs is None or viewer().may(entry.needs, body.id if body and entry.needs_body else None)


def _address(entry: Entry, body: Body | None) -> str:
    about: dict[str, Any] = {entry.body: body.slug} if entry.body and body else {}
    return url_for(entry.endpoint, **about)


def _current(entry: Entry, entries: list[Entry]) -> str:
    """Mark the page itself, or the one line that the pages of a section stand under."""
    if entry.endpoint == request.endpoint:
        return "page"
    on_the_menu = request.endpoint in {other.endpoint for other in entries}
    return "true" if entry.section and request.blueprint in entry.section.split() and not on_the_menu else ""
