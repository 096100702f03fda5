"""The items that every meeting has: apologies, declarations, the minutes before, urgent business, the next date."""

import re
from enum import StrEnum


class Routine(StrEnum):
    """What kind of item a title names."""

    APOLOGIES = "apologies"
    DECLARATIONS = "declarations"
    CONFIRMATION = "confirmation of minutes"
    URGENT = "urgent business"
    EXCLUSION = "exclusion of the public"
    NEXT_MEETING = "next meeting"
    BUSINESS = "business"


_TITLES: tuple[tuple[Routine, re.Pattern[str]], ...] = (
    (Routine.APOLOGIES, re.compile(r"\bapolog", re.IGNORECASE)),
    (
        Routine.DECLARATIONS,
        re.compile(
            r"\bdeclarations?\b.{0,30}\binterest|\bdisclosures? of\b.{0,20}\binterest|^declarations?$", re.IGNORECASE
        ),
    ),
    (
        Routine.CONFIRMATION,
        re.compile(
            r"^(?:to (?:\w+ ){0,3}|(?:confirmation|approval|agreement) of )?(?:the )?(?:draft |previous "
            r"|last |unconfirmed )*(?:minutes|notes|record)\b(?! silence)"
            r"|\bminutes of the (?:last|previous)|\bprevious minutes\b|^minutes\b",
            re.IGNORECASE,
        ),
    ),
    (Routine.NEXT_MEETING, re.compile(r"\b(?:next|future) meetings?\b|^dates? of (?:meetings|next)", re.IGNORECASE)),
    (
        Routine.EXCLUSION,
        re.compile(r"\baccess to information\b|\bexclu(?:sion|de)\b.{0,40}\b(?:public|press)\b", re.IGNORECASE),
    ),
    (
        Routine.URGENT,
        re.compile(
            r"\bany other\b.{0,60}\burgent\b|\burgent (?:business|items?)\b|^(?:any other (?:business"
            r"|items?)|aob|a\.o\.b\.?)$",
            re.IGNORECASE,
        ),
    ),
)


def routine_of(title: str) -> Routine:
    """Say which routine item a title names, or that it is business."""
    return next((routine for routine, pattern in _TITLES if pattern.search(title)), Routine.BUSINESS)
