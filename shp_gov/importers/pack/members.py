"""The members of a body as its agenda lists them, and those also invited."""

import re
from collections.abc import Sequence

from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.entries import Entry, doubt_left_out, doubt_run_together, entries_of
from shp_gov.importers.pack.headers import body_name
from shp_gov.importers.pack.people import head_person
from shp_gov.importers.pack.reading import Confidence, MemberReading
from shp_gov.importers.pack.rows import Row

MEMBERS = re.compile(
    r"^(?:(?:board|partnership|group|committee|full|current|core) )?(?:members|membership|distribution"
    r"|to)\b(?: of the (?:board|partnership|group|committee))?"
    r"(?: \d{4}\S*)?\s*(?:\([^)]{0,40}\))?\s*(?:[:–-]\s*(?P<rest>.*))?$"
    r"|^members of (?:the )?(?P<of>[A-Z].{3,80}?)\s*:?$",
    re.IGNORECASE,
)
INVITED = re.compile(
    r"^(?:also invited|invited(?: to attend)?|by invitation|invitees|observers?"
    r"|officers?(?: in attendance| invited)?|in attendance|also attending|advisers?|advisors?|copies to"
    r"|cc)"
    r"\s*(?:[:–-]\s*(?P<rest>.*))?$",
    re.IGNORECASE,
)
CATEGORY = re.compile(
    r"^(?P<responsible>(?:the )?(?:responsible authorit(?:y|ies)|statutory)(?: members?"
    r"| representatives?| partners?)?(?: members)?)\s*(?:[:–-]\s*(?P<rest>.*))?$"
    r"|^(?P<other>(?:other|co-?opted|non[- ]statutory|additional|non[- ]prescribed|associate|invited"
    r"|advisory|co-?operating)(?: bodies| partner)? (?:members?|representatives?|partners?"
    r"|bodies))\s*(?:[:–-]\s*(?P<rest2>.*))?$"
    r"|^(?P<neutral>(?:prescribed|voting|non[- ]voting|elected|council|health|core) (?:members?"
    r"|representatives?))\s*(?:[:–-]\s*(?P<rest3>.*))?$",
    re.IGNORECASE,
)
_COLUMNS = re.compile(
    r"^(?:name|member|organisation|agency|post|role|title|representative|designation|representing)s?(?:\t|$)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"^(?:vice-)?chair\. ", re.IGNORECASE)
RESPONSIBLE, OTHER = "responsible_authority", "other"


def category_of(text: str) -> tuple[bool, str | None, str]:
    """Say whether a line heads a category of members, which, and what else it holds."""
    match = CATEGORY.match(text)
    if not match:
        return False, None, ""
    rest = match["rest"] or match["rest2"] or match["rest3"] or ""
    if match["neutral"]:
        return True, None, rest
    return True, RESPONSIBLE if match["responsible"] else OTHER, rest


def members_of(rows: Sequence[Row], context: Context) -> tuple[tuple[MemberReading, ...], tuple[MemberReading, ...]]:
    """Read the members and those also invited from the rows between the head of the agenda and its items."""
    members: list[MemberReading] = []
    invited: list[MemberReading] = []
    for kind, category, block in _blocks(rows):
        entries = entries_of([row for row in block if not _COLUMNS.match(row.text)], context)
        readings = [_member(entry, category) for entry in entries if _is_listed(entry)]
        doubt_left_out([entry for entry in entries if not _is_listed(entry)], context)
        (members if kind == "members" else invited).extend(readings)
        doubt_run_together(entries, context)
    return tuple(members), tuple(invited)


def _blocks(rows: Sequence[Row]) -> list[tuple[str, str | None, list[Row]]]:
    blocks: list[tuple[str, str | None, list[Row]]] = [("members", None, [])]
    for row in rows:
        heads, category, rest = category_of(row.text)
        if heads:
            blocks.append(("members", category, _only(row, rest)))
        elif match := INVITED.match(row.text):
            blocks.append(("invited", None, _only(row, match["rest"])))
        elif match := MEMBERS.match(row.text):
            rest = match["rest"] or ""
            blocks.append(("members", None, _only(row, rest if not _is_body(rest) else "")))
        else:
            blocks[-1][2].append(row)
    return blocks


def _only(row: Row, rest: str | None) -> list[Row]:
    return [Row(row.number, row.page, rest, row.gap)] if rest else []


def _is_body(words: str) -> bool:
    return not head_person(words) and (bool(body_name(words)) or words.isupper())


def _is_listed(entry: Entry) -> bool:
    if entry.is_vacant:
        return bool(entry.post or entry.organisation)
    return (
        bool(entry.name)
        and len(entry.name) < 100
        and (entry.confidence is not Confidence.DOUBTFUL or bool(entry.post or entry.organisation))
    )


def _member(entry: Entry, category: str | None) -> MemberReading:
    confidence = (
        Confidence.LIKELY if entry.ran_together and entry.confidence is Confidence.CERTAIN else entry.confidence
    )
    post = _OFFICE.sub("", entry.post) if entry.post else None
    return MemberReading(entry.name, post, entry.organisation, entry.source, confidence, category, entry.is_vacant)
