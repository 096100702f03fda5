"""Where a body stands: what the checks found, as at any day, and the rules themselves."""

from shp_gov.web.compliance import downloads, rules, settling, views
from shp_gov.web.compliance.blueprint import blueprint

__all__ = ["blueprint", "downloads", "rules", "settling", "views"]
