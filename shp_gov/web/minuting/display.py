"""The screen in the room: large, at its own address, and never with anything private on it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.queries.display import Display
from shp_gov.web.access import public as opened
from shp_gov.web.minuting.blueprint import blueprint


@blueprint.get("/meetings/<int:meeting_id>/screen")
@opened(of=queries.display.of)
def screen(shown: Display) -> ResponseReturnValue:
    """Show the item in hand to everybody in the room."""
    return render_template("minuting/screen.html", shown=shown)
