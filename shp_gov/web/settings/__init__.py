"""The settings of a body: what it always does."""

from shp_gov.web.settings import standing, views
from shp_gov.web.settings.blueprint import blueprint

__all__ = ["blueprint", "standing", "views"]
