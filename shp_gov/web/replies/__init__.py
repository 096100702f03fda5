"""Replies to a meeting."""

from shp_gov.web.replies import lists, views
from shp_gov.web.replies.blueprint import blueprint

__all__ = ["blueprint", "lists", "views"]
