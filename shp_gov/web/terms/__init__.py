"""Terms of reference: what a body has agreed about itself, and the next version of it."""

from shp_gov.web.terms import drafting, parts, quorum, views
from shp_gov.web.terms.blueprint import blueprint

__all__ = ["blueprint", "drafting", "parts", "quorum", "views"]
