"""The labels within a minute: "Purpose of report", "Issue(s) for consideration", "Decision", mis-typed or not."""

import re
from difflib import SequenceMatcher

from shp_gov.importers.pack.rows import Row

PURPOSE, ISSUES, DECISION, REASONS = "purpose", "issues", "decision", "reasons"
_PATTERNS = {
    PURPOSE: re.compile(
        r"^purpose(?: of(?: the)?)?(?: (?:reports?|item|presentation))?$|^summary of (?:the )?report$", re.IGNORECASE
    ),
    ISSUES: re.compile(
        r"^(?:issues?|matters?)\s?(?:\(s\))?\s?(?:for|considered|discussed|raised)?\s?(?:consideration|discussion)?"
        r"(?: by .{3,40})?$|^discussion$|^key (?:points|issues)(?: discussed)?$|^consideration$",
        re.IGNORECASE,
    ),
    DECISION: re.compile(
        r"^(?:decisions?\s?(?:\(s\))?(?: (?:made|taken|agreed))?|resolved|resolutions?|agreed|recommended|outcome)$"
        r"|^(?:it was|(?:the )?(?:partnership|board|group|committee|members)) (?:\w+ly )?(?:agreed|resolved|decided)"
        r"(?: that| to)?$",
        re.IGNORECASE,
    ),
    REASONS: re.compile(
        r"^reasons?(?:\(s\))? (?:for (?:the )?)?(?:decisions?(?:\(s\))?|recommendations?)$"
        r"|^background papers?$|^voting$"
        r"|^alternative options.*$|^options considered.*$",
        re.IGNORECASE,
    ),
}
_SPELLINGS = {"purpose of report": PURPOSE, "issue(s) for consideration": ISSUES, "decision": DECISION}
_LONGEST = 60
_LIKE_ENOUGH = 0.85


def label_of(row: Row) -> str | None:
    """Say which label a row is, if it is one."""
    if len(row.text) >= _LONGEST or not row.text[:1].isupper():
        return None
    folded = row.folded
    exact = next((name for name, pattern in _PATTERNS.items() if pattern.match(folded)), None)
    return exact or _misspelt(folded)


def _misspelt(folded: str) -> str | None:
    for spelling, name in _SPELLINGS.items():
        close = folded[:1] == spelling[0] and abs(len(folded) - len(spelling)) <= 2
        if close and SequenceMatcher(None, folded, spelling).ratio() >= _LIKE_ENOUGH:
            return name
    return None
