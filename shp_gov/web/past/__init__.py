"""Meetings of the past, entered by hand."""

from shp_gov.web.past import views
from shp_gov.web.past.blueprint import blueprint

__all__ = ["blueprint", "views"]
