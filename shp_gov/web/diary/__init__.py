"""The diary of an officer: the calendar, new meetings, and what changes when and where one is held."""

from shp_gov.web.diary import calling, changing, views, year
from shp_gov.web.diary.blueprint import blueprint

__all__ = ["blueprint", "calling", "changing", "views", "year"]
