"""The six things that a check can say."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a check can say."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    LATE = "late"
    NEEDS_A_PERSON = "needs a person"
    NOT_KNOWN = "not known"
    NOT_APPLICABLE = "not applicable"
