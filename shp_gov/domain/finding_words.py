"""The facts a finding rests on, and its rule, in words for a page, a paper or a spreadsheet."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import Confidence, rules
from shp_gov.domain.words import and_list, long_day

TO_BE_CONFIRMED = "Source to be confirmed"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


NUMBERS = frozenset(["seat", "person"])  # of rows: for programs, not for people


def facts_in_words(facts: Mapping[str, Any]) -> str:
    """Say the facts in one line: "Chair: Ruth Adeyemi. Terms: not recorded."."""
    return " ".join(f"{_name(name)}: {fact_in_words(value)}." for name, value in facts.items() if name not in NUMBERS)


def fact_in_words(value: Any) -> str:
    """Say one fact: a day in full, yes or no, names as a list, and what is missing as not recorded."""
    if value is None or value in ((), [], ""):
        return "not recorded"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{_plain(name)} {fact_in_words(each)}" for name, each in value.items())
    if isinstance(value, tuple | list):
        return _several(value)
    words = str(value)
    return long_day(date.fromisoformat(words)) if DAY.fullmatch(words) else words.rstrip(".")


def _several(values: Sequence[Any]) -> str:
    apart = any(isinstance(value, Mapping | list) for value in values)
    words = [fact_in_words(value) for value in values]
    return "; ".join(words) if apart else and_list(words)


def is_to_be_confirmed(finding: Finding, confirmed: Mapping[str, object]) -> bool:
    """Tell whether nobody has read the source of a finding's rule yet."""
    return rules()[finding.rule].confidence is not Confidence.READ and finding.rule not in confirmed


def _name(name: str) -> str:
    words = _plain(name)
    return words[:1].upper() + words[1:]


def _plain(name: str) -> str:
    return str(name).replace("_", " ")
