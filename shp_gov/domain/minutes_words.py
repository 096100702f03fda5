"""The sentences that minutes have from the record: apologies, declarations, votes, dissent, what came of an item."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from shp_gov.domain.voting import Counts
from shp_gov.domain.words import day_words, time_words

NONE = "None."
ENDS = re.compile(r"[.!?]$")
ONE_THAT = re.compile(r"^that (?P<rest>[^.:;]+(?:\.\S[^.:;]*)*)$", re.IGNORECASE)
HOW_IT_WAS_CAST = {"against": "their vote against the decision", "abstained": "their abstention"}
NEXT_MEETING = re.compile(r"^(?:the )?(?:(?:date|time|venue|place)\b.{0,30}\b)?next meeting$", re.IGNORECASE)


def names_the_next_meeting(title: str) -> bool:
    """Tell whether a minute of this title says when the body meets next."""
    return bool(NEXT_MEETING.match(" ".join(title.split())))


@dataclass(frozen=True)
class Declared:
    """An interest as it was declared: by whom, in which minute, in which words, and whether they left for it."""

    name: str
    words: str
    minute: str = ""
    left: bool | None = None
    is_private: bool = False


def apologies(people: Sequence[str]) -> str:
    """Write who sent apologies."""
    return f"Apologies for absence were submitted on behalf of {listed(people)}." if people else NONE


def declaration(declared: Declared) -> str:
    """Write one declaration: who, in which minute, what it was, and whether they left. Of a private one, not what."""
    words = sentence(declared.words)
    about = f" in {declared.minute}" if declared.minute else ""
    if declared.is_private:
        words = f"{declared.name or 'A member'} declared an interest{about or ' in an item'}, which is private."
    elif declared.name and declared.name.casefold() not in words.casefold():
        words = f"{declared.name} declared an interest{about}: {words}"
    if declared.left is None or "left the meeting" in words or "remained in the meeting" in words:
        return words
    who = declared.name or "They"
    did = "left the meeting" if declared.left else "remained in the meeting"
    return f"{words} {who} {did} while it was considered."


def declarations(made: Iterable[Declared]) -> str:
    """Write every declaration, one to a paragraph."""
    return "\n\n".join(map(declaration, made)) or NONE


def confirmation(on: date, corrections: Sequence[str] = ()) -> str:
    """Write that the minutes of a meeting were confirmed, and with which corrections."""
    confirmed = f"The minutes of the meeting held on {day_words(on)} were confirmed as a correct record"
    if not corrections:
        return f"{confirmed}."
    return f"{confirmed}, with {'a correction' if len(corrections) == 1 else 'these corrections'}. " + " ".join(
        map(sentence, corrections)
    )


def correction(minute: str, before: str, after: str) -> str:
    """Say what a correction changed, by the words that differ."""
    was, became = _differing(before, after)
    if not was:
        return f"In {minute}, “{became}” was added."
    return f"In {minute}, “{was}” became “{became}”." if became else f"In {minute}, “{was}” was taken out."


def vote(counts: Counts, names: Mapping[str, Sequence[str]] | None = None, *, is_carried: bool) -> str:
    """Write how many voted for and against; where it was by name, who; and what became of a tie."""
    sides = {"For": counts.votes_for, "Against": counts.against, "Abstained": counts.abstained}
    told = [
        f"{side}: {', '.join(names.get(side.casefold(), ())) or 'none' if names else number}."
        for side, number in sides.items()
        if number or side != "Abstained"
    ]
    if counts.votes_for == counts.against:
        told.append("Carried by the casting vote of the chair." if is_carried else "The votes were equal, and it fell.")
    return " ".join(told)


def voted_on(motion: str, words: str) -> str:
    """Say that a vote was not on these words, without the others: they may have been taken out for a reason."""
    return "" if is_same(motion, words) else "The vote was on other words."


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts say the same but for spaces, capitals and the mark at the end."""
    return _bare(one) == _bare(other)


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(" .;")


def dissent(name: str, words: str = "", *, cast: str = "") -> str:
    """Write what somebody asked to have recorded: how they voted, where that is known, or that they did not agree."""
    what = HOW_IT_WAS_CAST.get(cast)
    said = f"{what} be recorded" if what else "it be recorded that they did not agree with the decision"
    return f"{name} asked that {said}." + (f" Their reason: {sentence(words)}" if words else "")


def not_agreed(words: str, *, is_recommended: bool, voted: str = "") -> str:
    """Write that a recommendation or a motion was not agreed, and how the vote on it fell where there was one."""
    what = "recommendation" if is_recommended else "motion"
    said = " ".join(words.split()).rstrip(".;")
    one = ONE_THAT.match(said)
    put = f"that {one['rest']}" if one else f"“{said}”"
    return f"The {what} {put} was not agreed. {voted}".rstrip()


def came_and_went(name: str, arrived: time | None, left: time | None) -> str:
    """Write when somebody came late or left early."""
    moves = [f"arrived at {time_words(arrived)}"] if arrived else []
    moves += [f"left at {time_words(left)}"] if left else []
    return f"{name} {' and '.join(moves)}."


def went_out(name: str, left: time, back: time) -> str:
    """Write when somebody left and came back."""
    return f"{name} left at {time_words(left)} and returned at {time_words(back)}."


def sentence(words: str) -> str:
    """End words with a full stop, unless they end with a mark already."""
    said = " ".join(words.split())
    return said if not said or ENDS.search(said) else f"{said}."


def listed(words: Sequence[str]) -> str:
    """Join names as a sentence does: with semicolons where there are commas inside."""
    *first, last = words
    if any("," in each for each in words):
        return "; ".join([*first, f"and {last}" if first else last])
    return f"{', '.join(first)} and {last}" if first else last


def _differing(before: str, after: str) -> tuple[str, str]:
    """Give the words that differ, from the first to the last that does."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])
