"""Where a body stands: what the checks found, as at any day, and the rules themselves."""

from shp_gov.web.compliance import comparing, downloads, rules, settling, turnout, views
from shp_gov.web.compliance.blueprint import blueprint

__all__ = ["blueprint", "comparing", "downloads", "rules", "settling", "turnout", "views"]
