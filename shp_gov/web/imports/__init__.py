"""Packs: upload, check what was read, accept, undo."""

from shp_gov.web.imports import undoing, views
from shp_gov.web.imports.blueprint import blueprint

__all__ = ["blueprint", "undoing", "views"]
