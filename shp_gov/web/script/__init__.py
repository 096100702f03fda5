"""The chair's papers for a meeting."""

from shp_gov.web.script import views
from shp_gov.web.script.blueprint import blueprint

__all__ = ["blueprint", "views"]
