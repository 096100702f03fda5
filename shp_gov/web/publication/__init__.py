"""Agendas and papers on their way out, and as everybody reads them."""

from shp_gov.web.publication import checking, late, packs, reading
from shp_gov.web.publication.blueprint import blueprint

__all__ = ["blueprint", "checking", "late", "packs", "reading"]
