"""The governance calendar of a body, and its year planner."""

from shp_gov.web.duties import views
from shp_gov.web.duties.blueprint import blueprint

__all__ = ["blueprint", "views"]
