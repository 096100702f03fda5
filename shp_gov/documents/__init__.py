"""Paper: frozen dataclasses in, bytes out. Nothing here knows of a database, a request or the time."""

from shp_gov.documents import (
    action_log,
    agenda,
    compliance_statement,
    decision_notice,
    docx,
    minutes,
    register,
    terms,
)

__all__ = [
    "action_log",
    "agenda",
    "compliance_statement",
    "decision_notice",
    "docx",
    "minutes",
    "register",
    "terms",
]
