"""Reports on their way: asked for, written, uploaded, cleared, and the list of them all."""

from shp_gov.web.reports import asking, clearing, files, tracker, views, writing
from shp_gov.web.reports.blueprint import blueprint

__all__ = ["asking", "blueprint", "clearing", "files", "tracker", "views", "writing"]
