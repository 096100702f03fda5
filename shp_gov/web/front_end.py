"""The look of every page: where templates are found, what they may use, and the frame round each page."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request, url_for
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined, Undefined

from shp_gov.web.filters import FILTERS

TEMPLATES = Path(__file__).parents[2] / "templates"
ONE_YEAR = 365 * 24 * 60 * 60
COLOURS = {
    "teal": "#0d4f5e",
    "green": "#17553a",
    "olive": "#485016",
    "brown": "#643c19",
    "plum": "#6a2260",
    "violet": "#48358a",
    "navy": "#22396e",
    "slate": "#3a4852",
}


@dataclass(frozen=True)
class Link:
    """A link with its words. `current` is "page" on the page itself, "true" within its section, else empty."""

    label: str
    href: str
    current: str = ""


@dataclass(frozen=True)
class Frame:
    """What stands round every page: whose it is, who is looking and where they can go."""

    name: str = "Partnerships"
    home: str = "/"
    who: str = ""
    account: str = ""
    sign_in: str = ""
    sign_out: str = ""
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()


def init_app(app: Flask, *, frame: Callable[[], Frame] = Frame) -> None:
    """Give the app its templates, filters and static addresses. Call it before anything is rendered."""
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_loader = ChoiceLoader([FileSystemLoader(TEMPLATES), govuk])
    app.extensions["govuk_macros"] = app.jinja_env.overlay(undefined=Undefined)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(static_url=static_url, theme_colour=theme_colour, here=here)
    app.context_processor(lambda: {"frame": frame()})
    app.after_request(_keep_static_files)


def govuk_macro(component: str, name: str) -> Callable[[dict[str, Any]], str]:
    """Find a macro of GOV.UK Frontend; its templates count on names that are not there meaning nothing."""
    path = f"govuk_frontend_jinja/components/{component}/macro.html"
    template = current_app.extensions["govuk_macros"].get_template(path)
    macro: Callable[[dict[str, Any]], str] = getattr(template.module, name)
    return macro


def static_url(filename: str) -> str:
    """Address a static file by its content, so that a browser may keep it for ever."""
    return url_for("static", filename=filename, v=_fingerprint(str(current_app.static_folder), filename))


def here(**changes: object) -> str:
    """Address this page with a changed question: `here(state="overdue", page=None)` drops the page."""
    about = request.view_args or {}
    asked = {name: value for name, value in request.args.to_dict(flat=False).items() if _is_a_question(name, about)}
    kept = {name: value for name, value in {**asked, **changes}.items() if value not in (None, "", [""])}
    return url_for(request.endpoint or "", **{**about, **kept})


def _is_a_question(name: str, about: Mapping[str, Any]) -> bool:
    """Tell a question from a name that would steer the address itself, such as _scheme, or what the page is about."""
    return name not in about and name != "endpoint" and not name.startswith("_")


def theme_colour(name: str) -> str:
    """Give the code of one of the colours a body may have; teal where the name is not known."""
    return COLOURS.get(name, COLOURS["teal"])


@lru_cache(maxsize=200)
def _fingerprint(folder: str, filename: str) -> str:
    return hashlib.sha256((Path(folder) / filename).read_bytes()).hexdigest()[:10]


def _keep_static_files(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.cache_control.no_cache = None
        response.cache_control.public = True
        response.cache_control.max_age = ONE_YEAR
        response.cache_control.immutable = True
    return response
