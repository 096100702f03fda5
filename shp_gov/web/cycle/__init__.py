"""A meeting as a list of tasks, from the call for items to approved minutes."""

from shp_gov.web.cycle import views
from shp_gov.web.cycle.blueprint import blueprint

__all__ = ["blueprint", "views"]
