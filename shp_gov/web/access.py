"""Who may open a view. An unmarked view stops the app from starting."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from shp_gov.audit import Actor
from shp_gov.domain.permissions import Permission, Role, Viewer, may
from shp_gov.models import (
    Action,
    Body,
    Decision,
    Meeting,
    Minute,
    MinutesVersion,
    Organisation,
    Person,
    Report,
    Suggestion,
    User,
)
from shp_gov.queries import actions, users
from shp_gov.web import jsonable, once, unsaved

View = Callable[..., ResponseReturnValue]
Loader = Callable[..., Any]
SHOWN = "shp_gov.thing_shown"
SEATED = (Role.MEMBER, Role.SUBSTITUTE)
OF_NO_BODY = (Organisation, Person, User)


class UnmarkedView(RuntimeError):
    """A view says neither who may open it nor that everybody may."""


def viewer() -> Viewer:
    """Tell who is looking."""
    if "viewer" not in g:
        g.viewer = users.viewer_of(current_user if isinstance(current_user._get_current_object(), User) else None)
    looking: Viewer = g.viewer
    return looking


def actor() -> Actor:
    """Tell who is acting."""
    return Actor(viewer().name, viewer().user_id)


def requires(permission: Permission, *, of: Loader | None = None) -> Callable[[View], View]:
    """Open a view to those with this permission: in the body of what `of` loads, or in any body without it."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(**view_args: Any) -> ResponseReturnValue:
            if not viewer().is_signed_in:
                return _to_sign_in()
            thing = of(**view_args, viewer=viewer()) if of else None
            if not may(permission, roles_towards(thing)):
                abort(403)
            if done := once.result_of_first_click(viewer()):
                return redirect(done)
            request.environ[SHOWN] = thing
            return view(thing) if of else view(**view_args)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return mark


def _to_sign_in() -> ResponseReturnValue:
    """Send to the page for signing in, but never with words that were typed: they would be lost."""
    if jsonable.is_asked():
        return jsonable.refusal(401, why="signed out")
    if request.method == "POST" and unsaved.typed():
        raise unsaved.SignedOut
    return redirect(url_for("auth.sign_in", next=unsaved.way_back()))


def public(*, of: Loader | None = None) -> Callable[[View], View]:
    """Open a view to everybody; what `of` loads is what exists for whoever is looking."""

    def mark(view: View) -> View:
        @wraps(view)
        def opened(**view_args: Any) -> ResponseReturnValue:
            if of is None:
                return view(**view_args)
            thing = request.environ[SHOWN] = of(**view_args, viewer=viewer())
            return view(thing)

        opened.access = None  # type: ignore[attr-defined]
        return opened

    return mark


def roles_towards(thing: Any) -> frozenset[Role]:
    """List what the viewer is to this thing and its body."""
    if thing is None:
        return viewer().roles()
    roles = viewer().roles(_body_id(thing)) | _at(thing)
    owns = isinstance(thing, Action) and actions.answers_for(thing, viewer())
    return roles | ({Role.OWNER} if owns else set()) | ({Role.AUTHOR} if _writes(thing) else set())


def _writes(thing: Any) -> bool:
    """Tell whether the viewer was asked for this report, or for the one that this is a part of."""
    report = thing if isinstance(thing, Report) else getattr(thing, "report", None)
    return isinstance(report, Report) and viewer().person_id is not None and report.author_id == viewer().person_id


def _at(thing: Any) -> frozenset[Role]:
    """List what the viewer will be on the day of a meeting to come: a member whose term begins, a substitute."""
    if not isinstance(thing, Meeting) or thing.on < viewer().on:
        return frozenset()
    terms = (term for term in viewer().terms if term.body_id == thing.body_id and term.covers(thing.on))
    return frozenset(term.role for term in terms if term.role in SEATED and term.meeting_id in (None, thing.id))


def body_shown() -> Body | None:
    """Give the body that this page is about, where it is about one."""
    thing = request.environ.get(SHOWN)
    thing = thing.minute if isinstance(thing, Decision) else thing
    thing = thing.meeting if isinstance(thing, Minute | MinutesVersion | Report | Suggestion) else thing
    body = thing if isinstance(thing, Body) else getattr(thing, "body", None)
    return body if isinstance(body, Body) else None


def own_body(role: Role) -> Body | None:
    """Give the first body in which whoever is signed in was given a role that lasts today."""
    given = current_user.roles if viewer().is_signed_in else ()
    held = (held.body for held in given if held.role == role and held.body_id in viewer().bodies(role))
    return next(held, None)


def _body_id(thing: Any) -> int | None:
    """Tell whose thing it is. One that is shared by all bodies is named in OF_NO_BODY; any other must say."""
    if isinstance(thing, Body):
        return thing.id
    if isinstance(thing, Minute | Report):
        return thing.meeting.body_id
    if isinstance(thing, OF_NO_BODY):
        return None
    body_id: int | None = thing.body_id
    return body_id


def permissions_towards(thing: Any) -> frozenset[Permission]:
    """List what the viewer may do with this thing."""
    held = roles_towards(thing)
    return frozenset(permission for permission in Permission if may(permission, held))


def refuse_unmarked_views(app: Flask) -> None:
    """Stop the app from starting while any view lacks a declared permission."""
    for endpoint, view in app.view_functions.items():
        if endpoint != "static" and not hasattr(view, "access"):
            raise UnmarkedView(f"The view {endpoint} must say @requires(…) or @public().")
