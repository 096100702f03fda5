"""Every save of a minute: as it is typed, its history, and two texts that are to be put together."""

from shp_gov.web.revisions import autosave, views
from shp_gov.web.revisions.blueprint import blueprint

__all__ = ["autosave", "blueprint", "views"]
