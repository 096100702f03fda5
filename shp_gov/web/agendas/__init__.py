"""Agendas on their way: items called for and offered, the agenda built, its versions sent to the chair and agreed."""

from shp_gov.web.agendas import building, calling, items, versions
from shp_gov.web.agendas.blueprint import blueprint

__all__ = ["blueprint", "building", "calling", "items", "versions"]
