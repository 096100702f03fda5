"""What a report recommends, each recommendation apart, and the appendices it names."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from shp_gov.importers.pack.rows import Row, continues, ends_a_sentence, join_words
from shp_gov.importers.pack.sections import REPORT_OF, is_masthead

SECTION = re.compile(r"^(?P<number>\d{1,2}(?:\.0)?)[.)]?\s+(?P<title>[A-Z].{2,90})$")
CONTACT = re.compile(
    r"^(?:\d{1,2}(?:\.0)?[.)]?\s+)?(?:contact(?: officers?| details| persons?)?(?:\(s\))?"
    r"|report authors?|officer to contact|for further information|lead officers?)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NAMES = ("recommendation", "recommendations")
_ENTRY = re.compile(
    r"^(?:\(?(?:[ivxl]{1,5}|[a-z])[.)]|(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)]?|\(\d{1,2}\))\s+(?P<words>\S.*)$",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"\b(?P<kind>Appendix|Annex)\s+(?P<name>\d{1,2}|[A-Z]{1,2}\d?)(?![\w])"
    r"(?:\s*(?:and|&)\s+(?P<second>\d{1,2}|[A-Z])(?![\w]))?",
    re.IGNORECASE,
)
_APPENDICES = re.compile(
    r"\bAppendices\s+(?P<first>\d{1,2}|[A-Z])\s*(?P<joint>and|&|to|-|–|,)\s*(?P<last>\d{1,2}|[A-Z])\b", re.IGNORECASE
)
_MOST = 60


def is_contact_heading(row: Row) -> bool:
    """Say whether the contact officers of a report begin here."""
    return bool(CONTACT.match(row.text)) and len(row.text) < 80


def recommendations_of(rows: Sequence[Row], width: int) -> list[str]:
    """Read the numbered recommendations of a report."""
    for place, row in enumerate(rows):
        heading = _heading(row)
        if heading and _is_recommendations(heading):
            return _entries(rows[place + 1 :], _section_number(row), width)
    return []


def _heading(row: Row) -> str | None:
    if len(row.text) > 90 or (row.text.endswith(".") and not row.text.isupper()):
        return None
    match = SECTION.match(row.text)
    title = match["title"] if match else row.text
    stands_out = row.text.isupper() or row.strong or row.text.endswith(":") or len(title.split()) <= 2
    return title.strip(" :.") if match or stands_out else None


def _is_recommendations(title: str) -> bool:
    """Say whether a heading says "Recommendations", even mis-typed; "Reasons for recommendations" does not."""
    words = re.sub(r"\(s\)", "s", title.casefold()).split()
    if not words or len(words) > 3 or words[0] in {"reasons", "reason"}:
        return False
    return any(SequenceMatcher(None, word, name).ratio() > 0.88 for word in words[-2:] for name in _NAMES)


def _section_number(row: Row) -> str | None:
    match = SECTION.match(row.text)
    return match["number"].removesuffix(".0") if match else None


def _entries(rows: Sequence[Row], section: str | None, width: int) -> list[str]:
    entries: list[str] = []
    last: Row | None = None
    for row in rows[:_MOST]:
        entry = _ENTRY.match(row.text)
        if _ends_section(row, section, entry):
            break
        if (entry and _is_own(entry, section)) or row.bullet or last is None:
            entries.append(entry["words"] if entry else row.text)
        elif continues(last, row, width) or not ends_a_sentence(last.text):
            entries[-1] = join_words(entries[-1], row.text)
        elif re.match(r"^(?:That|To)\b", row.text):
            entries.append(row.text)
        else:
            break
        last = row
    return list(_without_lead_ins(entries))


def _ends_section(row: Row, section: str | None, entry: re.Match[str] | None) -> bool:
    if is_masthead(row) or is_contact_heading(row) or REPORT_OF.match(row.text):
        return True
    heading = SECTION.match(row.text)
    number = _section_number(row)
    if number and section and number == str(int(section) + 1):
        return True
    stands_out = (row.text.isupper() or row.strong) and len(row.text) < 90
    return stands_out and (entry is None or bool(heading and heading["title"].isupper()))


def _is_own(entry: re.Match[str], section: str | None) -> bool:
    number = entry["number"]
    return not number or section is None or "." not in number or number.partition(".")[0] == section


def _without_lead_ins(entries: Sequence[str]) -> Iterator[str]:
    for place, entry in enumerate(entries):
        words = " ".join(entry.replace("\t", " ").split())
        words = words.rstrip(" ;,").removesuffix(" and").rstrip(" ;,")
        leads_in = words.endswith((":", ":-")) and place == 0 and len(entries) > 1
        if not leads_in and re.search(r"[A-Za-z]{3}", words):
            yield words


def appendices_of(rows: Sequence[Row]) -> list[str]:
    """Name the appendices a report refers to, in order."""
    found: dict[str, None] = {}
    words = " ".join(row.text for row in rows)
    for match in _APPENDIX.finditer(words):
        for name in filter(None, (match["name"], match["second"])):
            if name.isdigit() or name.isupper():
                found[f"{match['kind'].capitalize()} {name}"] = None
    for match in _APPENDICES.finditer(words):
        found.update((f"Appendix {name}", None) for name in _span(match["first"], match["last"], match["joint"]))
    return list(found)


def _span(first: str, last: str, joint: str) -> list[str]:
    if joint in {"to", "-", "–"} and first.isdigit() and last.isdigit() and int(first) < int(last) < int(first) + 20:
        return [str(number) for number in range(int(first), int(last) + 1)]
    if joint in {"to", "-", "–"} and first.isupper() and last.isupper() and first < last:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    return [name.upper() for name in (first, last)]
