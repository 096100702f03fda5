"""What needs the officer today, and how the chair's board does."""

from shp_gov.web.dashboard import views
from shp_gov.web.dashboard.blueprint import blueprint

__all__ = ["blueprint", "views"]
