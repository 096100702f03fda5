"""Between meetings: decisions taken and ratified later, and answers awaited."""

from shp_gov.web.between import referring, views
from shp_gov.web.between.blueprint import blueprint

__all__ = ["blueprint", "referring", "views"]
