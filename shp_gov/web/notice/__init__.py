"""How a body keeps the access rules: recorded by its officers, for a meeting, a minute, and the body itself."""

from shp_gov.web.notice import views
from shp_gov.web.notice.blueprint import blueprint

__all__ = ["blueprint", "views"]
