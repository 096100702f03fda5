"""Everything that one paper prints, as its reader may see it, in one call each."""

from shp_gov.queries.papers.agenda import agenda
from shp_gov.queries.papers.briefing import attendance_sheet, briefing
from shp_gov.queries.papers.interests import interests
from shp_gov.queries.papers.log import action_log
from shp_gov.queries.papers.minutes import extract, minutes
from shp_gov.queries.papers.notice import decision_notice
from shp_gov.queries.papers.pack import pack, supplement
from shp_gov.queries.papers.register import register
from shp_gov.queries.papers.report import report
from shp_gov.queries.papers.script import script
from shp_gov.queries.papers.statement import statement
from shp_gov.queries.papers.terms import terms

__all__ = [
    "action_log",
    "agenda",
    "attendance_sheet",
    "briefing",
    "decision_notice",
    "extract",
    "interests",
    "minutes",
    "pack",
    "register",
    "report",
    "script",
    "statement",
    "supplement",
    "terms",
]
