"""The facts a finding rests on, as sentences that a chair can read out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shp_gov.domain.words import and_list, day_words, plural, with_article

FOR_PROGRAMS = frozenset(["seat", "person"])  # numbers of rows: for programs, not for people
BASES = {"working": "working days", "mon-sat": "the days from Monday to Saturday", "calendar": "calendar days"}
COUNTED = {
    "actions": "action",
    "clear_days": "clear day",
    "counted": "responsible authority",
    "days": "day",
    "held": "meeting",
    "hours": "hour",
    "hours_promised": "hour",
    "reports": "report",
}
# What is said of one thing, of several where that differs, and of nothing at all.
SENTENCES: Mapping[str, tuple[str, ...]] = {
    "actions": ("The decision has {}.", "The decision has {}."),
    "authorities": ("The authority was {}.", "The authorities were {}.", "There was no authority."),
    "basis": ("{} are counted.",),
    "by": ("The attendance names {}.", "The attendance names {}.", "The attendance names nobody."),
    "chair": ("The chair is {}.", "The chairs are {}.", "No chair is recorded."),
    "chair_organisation": ("The chair is from {}.", "", "The chair’s organisation is not recorded."),
    "chair_words": ("The words for the chair are “{}”.",),
    "clear_days": ("There was {}.", "There were {}."),
    "convened_on": ("The meeting was called on {}.",),
    "counted": ("There was {} on the day.", "There were {} on the day."),
    "days": ("That is {}.", "That is {}."),
    "done_on": ("It was done on {}.", "", "The day it was done is not recorded."),
    "due_on": ("The last day for it is {}.",),
    "elected": ("The elected member is {}.", "The elected members are {}.", "No elected member is recorded."),
    "ended_on": ("Its duty ended on {}.",),
    "expected": ("The list should show {}.",),
    "first": ("The first number is {}.",),
    "followed_by": ("It was followed by {}.", "It was followed by {}.", "Nothing followed it."),
    "held": ("There was {}.", "There were {}."),
    "holders": ("The seat is held by {}.",),
    "hours": ("The link was out {} before.", "The link was out {} before."),
    "hours_promised": ("It was promised {} before.", "It was promised {} before."),
    "items": ("The item is {}.", "The items are {}."),
    "lacking": ("The record lacks the {}.",),
    "last": ("The last number is {}.",),
    "last_day": ("The last day is {}.",),
    "last_on": ("The last time was on {}.",),
    "line": ("It stands in line {} of the pack.", "", "It was not read in a pack."),
    "listed": ("The list shows {}.",),
    "listed_as": ("The list of members calls the post “{}”.",),
    "meeting": ("The day of the meeting is {}.",),
    "members": ("The member counted is {}.", "The members counted are {}.", "No member is counted."),
    "minutes": ("The public cannot read {}.",),
    "organisation": ("The organisation is {}.",),
    "owners": ("The owner is {}.", "The owners are {}."),
    "paragraph": ("The paragraph cited is {}.",),
    "recording": ("Filming and recording was {}.",),
    "regime": ("The regime on record is “{}”.",),
    "removed_on": ("The papers were taken away on {}.", "", "The papers have not been taken away."),
    "reports": ("{} came.", "{} came."),
    "resolution": ("The resolution is in {}.", "", "No resolution is recorded."),
    "stated": ("The paper says “{}”.",),
    "stock_phrases": ("The stock phrase is “{}”.", "The stock phrases are “{}”.", "There is no stock phrase in it."),
    "terms": ("It goes by the {}.", "", "No terms of reference are recorded."),
    "type": ("It is {}.",),
    "until": ("They must be open until {}.",),
    "vice_chair": ("The vice-chair is {}.", "", "No vice-chair is recorded."),
    "vice_chair_organisation": (
        "The vice-chair is from {}.",
        "",
        "The vice-chair’s organisation is not recorded.",
    ),
    "without_list": ("There is no list in {}.",),
    "year": ("It is about {}.",),
}
# Facts whose value decides the whole sentence.
WHOLE: Mapping[str, Mapping[Any, str]] = {
    "as_is": {
        True: "Papers put out on a day that does not count are out on that day.",
        False: "Papers put out on a day that does not count are out on the next that does.",
    },
    "represented": {
        "present": "The authority was represented.",
        "substitute": "The authority was represented by a substitute.",
        "apologies": "The authority sent apologies.",
        "absent": "The member for the authority was absent without apologies.",
        "no seat": "No seat is held in the name of the authority.",
        "vacant": "The seat of the authority was vacant.",
        "not recorded": "Who came for the authority is not recorded.",
    },
    "vacant": {True: "The seat is vacant.", False: "The seat is held."},
}


def facts_in_sentences(facts: Mapping[str, Any]) -> str:
    """Say the facts one after another: "The chair is Ruth Adeyemi. No terms of reference are recorded."."""
    return " ".join(fact_in_a_sentence(name, value) for name, value in facts.items() if name not in FOR_PROGRAMS)


def fact_in_a_sentence(name: str, value: Any) -> str:
    """Say one fact."""
    if name in WHOLE and value in WHOLE[name]:
        return WHOLE[name][value]
    says = SENTENCES.get(name, (f"The {_plain(name)} is {{}}.",))
    if value is None or value in ((), ""):
        return says[2] if len(says) > 2 else f"The {_plain(name)} is not recorded."
    words = says[1] if len(says) > 1 and _is_several(value) else says[0]
    said = words.format(_said(name, value))
    return said[:1].upper() + said[1:]


def _is_several(value: Any) -> bool:
    return len(value) > 1 if isinstance(value, tuple | list) else type(value) is int and value != 1


def _said(name: str, value: Any) -> str:
    if isinstance(value, tuple | list):
        return and_list(_said(name, each) for each in value)
    if isinstance(value, bool):
        return "so" if value else "not so"
    if isinstance(value, int) and name in COUNTED:
        return plural(value, COUNTED[name])
    if name == "basis":
        return BASES.get(value, str(value))
    if name == "type":
        return with_article(value)
    return _day(value) or str(value).rstrip(".")


def _day(value: Any) -> str:
    """Say a day, which facts hold as programs write it."""
    try:
        return day_words(date.fromisoformat(value)) if isinstance(value, str) and value.count("-") == 2 else ""
    except ValueError:
        return ""


def _plain(name: str) -> str:
    return name.replace("_", " ")
