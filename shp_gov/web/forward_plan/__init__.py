"""The forward plan of a body."""

from shp_gov.web.forward_plan.views import blueprint

__all__ = ["blueprint"]
