"""Paper: frozen dataclasses in, bytes out. Nothing here knows of a database, a request or the time."""

from shp_gov.documents import (
    action_log,
    agenda,
    briefing,
    compliance_statement,
    decision_notice,
    docx,
    interests,
    minutes,
    pack,
    register,
    report,
    script,
    terms,
)

__all__ = [
    "action_log",
    "agenda",
    "briefing",
    "compliance_statement",
    "decision_notice",
    "docx",
    "interests",
    "minutes",
    "pack",
    "register",
    "report",
    "script",
    "terms",
]
