"""When something is to come back, as the words of a decision say."""

import re
from calendar import month_name
from datetime import date

MONTHS = tuple(month_name)[1:]
_NAMED = re.compile(rf"\b({'|'.join(MONTHS)})\b(?:\s+((?:19|20)\d\d))?")


def month_named(words: str, *, after: date) -> date | None:
    """Find the month that words name: the first of that name after a day, or that of the year they give."""
    found = _NAMED.search(words)
    if found is None:
        return None
    month = MONTHS.index(found[1]) + 1
    year = int(found[2]) if found[2] else after.year + (month <= after.month)
    named = date(year, month, 1)
    return named if named > after else None
