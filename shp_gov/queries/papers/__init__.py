"""Everything that one paper prints, as its reader may see it, in one call each."""

from shp_gov.queries.papers.agenda import agenda
from shp_gov.queries.papers.log import action_log
from shp_gov.queries.papers.minutes import minutes
from shp_gov.queries.papers.notice import decision_notice
from shp_gov.queries.papers.register import register
from shp_gov.queries.papers.statement import statement
from shp_gov.queries.papers.terms import terms

__all__ = ["action_log", "agenda", "decision_notice", "minutes", "register", "statement", "terms"]
