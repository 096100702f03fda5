"""Meetings: agenda, who came and when, minutes and decisions."""

from shp_gov.web.meetings import attendance, views
from shp_gov.web.meetings.blueprint import blueprint

__all__ = ["attendance", "blueprint", "views"]
